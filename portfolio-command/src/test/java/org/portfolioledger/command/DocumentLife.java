package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.comesLast;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.Set;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.DocumentFact.DocumentAuthorStated;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentPublicationDecided;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Marking;

/** A life of the family {@link DocumentFact}. */
final class DocumentLife implements Life<DocumentState> {

    @Override
    public Kind<?, DocumentState> kind() {
        return Kinds.DOCUMENT;
    }

    @Override
    public String id() {
        return "DOC";
    }

    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        DocumentFacts.document("DOC", 0, "2020-01-01"),
                        DocumentFacts.document("DOC-2", 0, "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        int version = 1 + sent.which() % 4;
        return switch (sent.kind() % 8) {
            case 7 -> DocumentFacts.written("DOC", "Director " + sent.which(), day);
            case 0, 1 -> DocumentFacts.documentVersion("DOC", version, sent.other() % 4, day);
            case 2 -> DocumentFacts.marked("DOC", sent.other() % 2 == 0 ? Marking.RESTRICTED : Marking.OFFICIAL, day);
            case 3 ->
                DocumentFacts.publication("DOC", Publication.PUBLISH, sent.other() % 3 == 0 ? "FOIA 31" : null, day);
            case 4 -> DocumentFacts.reviewed("DOC", sent.other() % 3 == 0 ? "2020-01-03" : null, day);
            case 5 -> DocumentFacts.replacedBy("DOC", sent.other() % 3 == 0 ? "DOC" : "DOC-2", day);
            default -> DocumentFacts.document("DOC", sent.other() % 4, day);
        };
    }

    /** No version follows a replacement. */
    @Override
    public void keepsLaw(Given given) {
        comesLast(
                given,
                "document-DOC",
                Kinds.DOCUMENT,
                DocumentReplaced.class::isInstance,
                Set.of(
                        DocumentRegistered.class,
                        DocumentAuthorStated.class,
                        DocumentMarked.class,
                        DocumentPublicationDecided.class));
        staysClosed(given, Kinds.DOCUMENT, "DOC", DocumentReplaced.class);
        assertThat(told(given, Kinds.DOCUMENT, "DOC")
                        .filter(DocumentVersionRecorded.class::isInstance)
                        .map(DocumentVersionRecorded.class::cast)
                        .map(DocumentVersionRecorded::version))
                .doesNotHaveDuplicates()
                .doesNotContain(1);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("DOCUMENT_REPLACED_ALREADY");
    }
}
