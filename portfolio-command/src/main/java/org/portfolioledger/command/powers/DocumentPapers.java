package org.portfolioledger.command.powers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Mark;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.DocumentState.DocumentReplacement;
import org.portfolioledger.state.DocumentState.DocumentVersion;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;

/** Papers that are versions of documents on record: the last ones on the day, in whichever manner it is decided (rule 8). */
final class DocumentPapers {

    private DocumentPapers() {}

    /** Notes each paper that had a later version, or whose document another had replaced, by the day of the decision. */
    static void requireLast(ProposedDecision said, Evidence evidence, Findings findings) {
        for (int i = 0; i < said.papers().size(); i++) {
            String sha256 = said.papers().get(i).sha256();
            String pointer = "/papers/" + i;
            for (DocumentState document : DocumentState.holding(sha256, named(sha256, said.on(), evidence))) {
                Optional<Grounded<?>> replacing = document.inPlaceOf(sha256);
                replacing.ifPresentOrElse(
                        later -> findings.note(
                                superseded(document, sha256, later).at(pointer)),
                        () -> findings.rest(last(document)));
            }
        }
    }

    private static List<DocumentState> named(String sha256, LocalDate on, Evidence evidence) {
        return evidence.marked(Mark.ofText(sha256)).stream()
                .flatMap(id -> evidence.history(Kinds.DOCUMENT, id).timeline().on(on).stream())
                .toList();
    }

    private static Finding superseded(DocumentState document, String sha256, Grounded<?> replacing) {
        String by = switch (replacing.value()) {
            case DocumentVersion later -> "version %s".formatted(later.version());
            case DocumentReplacement other -> "document %s".formatted(other.by());
            default -> "another";
        };
        return Finding.of(
                        PowersRule.SUPERSEDED_PAPER,
                        "The paper %s is a version of document %s that %s replaced on %s"
                                .formatted(sha256, document.document(), by, replacing.since()))
                .against(replacing);
    }

    private static Grounded<DocumentVersion> last(DocumentState document) {
        return List.copyOf(document.versions().values()).getLast();
    }
}
