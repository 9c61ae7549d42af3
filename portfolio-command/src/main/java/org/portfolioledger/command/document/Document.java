package org.portfolioledger.command.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Mark;
import org.portfolioledger.command.document.DocumentCommand.DecidePublication;
import org.portfolioledger.command.document.DocumentCommand.MarkDocument;
import org.portfolioledger.command.document.DocumentCommand.RecordVersion;
import org.portfolioledger.command.document.DocumentCommand.RegisterDocument;
import org.portfolioledger.command.document.DocumentCommand.ReplaceDocument;
import org.portfolioledger.command.document.DocumentCommand.ReviewDocument;
import org.portfolioledger.command.document.DocumentCommand.StateAuthor;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.DocumentFact.DocumentAuthorStated;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentPublicationDecided;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentReviewed;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of documents. */
final class Document extends Family<DocumentCommand, DocumentFact, DocumentState> {

    private static final int FIRST = 1;

    Document() {
        super(Kinds.DOCUMENT, DocumentCommand.class, DocumentCommand.ROUTES, DocumentRule.values());
    }

    @Override
    protected Decision<DocumentFact> decide(
            DocumentCommand command, History<RecordedFact, DocumentState> history, Evidence evidence) {
        return switch (command) {
            case RegisterDocument register -> register(register, evidence);
            case RecordVersion version -> record(version, history, evidence);
            case StateAuthor state ->
                Decision.stating(
                        DocumentAuthorStated.class,
                        state,
                        new Findings()
                                .requireHolder(state.author(), "/author", evidence)
                                .requireHolder(state.onBehalfOf(), "/onBehalfOf", evidence));
            case MarkDocument mark -> Decision.stating(DocumentMarked.class, mark, new Findings());
            case DecidePublication decide -> publish(decide, evidence);
            case ReviewDocument review -> review(review, evidence);
            case ReplaceDocument replace -> replace(replace, evidence);
        };
    }

    private static Decision<DocumentFact> register(RegisterDocument register, Evidence evidence) {
        Findings findings = new Findings();
        requireContent(register.sha256(), evidence, findings);
        requireLater(register.reviewBy(), register.provenance().effectiveOn(), findings);
        findings.requireHolder(register.author(), "/author", evidence)
                .requireHolder(register.onBehalfOf(), "/onBehalfOf", evidence)
                .requireCitations(register.backgroundPapers(), "/backgroundPapers", evidence);
        return Decision.stating(DocumentRegistered.class, register, findings);
    }

    private static Decision<DocumentFact> record(
            RecordVersion record, History<RecordedFact, DocumentState> history, Evidence evidence) {
        Findings findings = new Findings();
        requireContent(record.sha256(), evidence, findings);
        int version = record.version() == null ? nextVersion(record, history) : record.version();
        findings.require(
                version > FIRST,
                Finding.of(
                                DocumentRule.DOCUMENT_VERSION_TAKEN,
                                "Version %s is not a further version".formatted(version))
                        .at("/version"));
        return Decision.of(versioned(record, version), findings);
    }

    private static int nextVersion(RecordVersion record, History<RecordedFact, DocumentState> history) {
        List<DocumentVersionRecorded> before = EntryChecks.facts(history.entries(), DocumentVersionRecorded.class)
                .toList();
        int next = EntryChecks.nextVersion(
                before, DocumentVersionRecorded::version, version -> versioned(record, version));
        return Math.max(FIRST + 1, next);
    }

    private static DocumentVersionRecorded versioned(RecordVersion record, int version) {
        return new DocumentVersionRecorded(
                record.document(), version, record.sha256(), record.change(), record.provenance());
    }

    /** That its text is identified, by which decisions on it find it. */
    private static void requireContent(@Nullable String sha256, Evidence evidence, Findings findings) {
        findings.require(
                sha256 != null,
                Finding.of(DocumentRule.CONTENT_NOT_IDENTIFIED, "The hash of the content is not stated")
                        .at("/sha256"));
        if (sha256 == null) return;
        Powers.requireHash(sha256, "/sha256", findings);
        evidence.mark(Mark.ofText(sha256));
    }

    private static void requireLater(@Nullable LocalDate reviewBy, LocalDate set, Findings findings) {
        findings.require(
                reviewBy == null || !reviewBy.isBefore(set),
                Finding.of(DocumentRule.IMPOSSIBLE_REVIEW_DATE, "It would be set on %s for %s".formatted(set, reviewBy))
                        .at("/reviewBy"));
    }

    private static Decision<DocumentFact> publish(DecidePublication decide, Evidence evidence) {
        boolean hidden = decide.publication() == Publication.WITHHELD || decide.publication() == Publication.EXEMPT;
        boolean redacted = decide.publication() == Publication.REDACTED;
        Findings findings = new Findings()
                .requirePerson(decide.decidedBy(), "/decidedBy", evidence)
                .require(
                        !hidden || decide.section() != null,
                        Finding.of(
                                        DocumentRule.PUBLICATION_WITHOUT_SECTION,
                                        "%s names no section".formatted(decide.publication()))
                                .at("/section"))
                .require(
                        decide.publication() != Publication.PUBLISH || decide.section() == null,
                        Finding.of(
                                        DocumentRule.SECTION_WITHOUT_EXEMPTION,
                                        "It is published in full, but names the section %s".formatted(decide.section()))
                                .at("/section"))
                .require(
                        !redacted || !decide.gaps().isEmpty(),
                        Finding.of(DocumentRule.REDACTION_WITHOUT_GAPS, "It is redacted, but names no gap")
                                .at("/gaps"))
                .require(
                        redacted || decide.gaps().isEmpty(),
                        Finding.of(DocumentRule.GAPS_WITHOUT_REDACTION, "%s names gaps".formatted(decide.publication()))
                                .at("/gaps"));
        return Decision.stating(DocumentPublicationDecided.class, decide, findings);
    }

    private static Decision<DocumentFact> review(ReviewDocument review, Evidence evidence) {
        Findings findings = new Findings().requirePerson(review.reviewedBy(), "/reviewedBy", evidence);
        requireLater(review.reviewBy(), review.provenance().effectiveOn(), findings);
        return Decision.stating(DocumentReviewed.class, review, findings);
    }

    private static Decision<DocumentFact> replace(ReplaceDocument replace, Evidence evidence) {
        Findings findings = new Findings();
        if (replace.by().equals(replace.document()))
            findings.note(Finding.of(DocumentRule.OWN_REPLACEMENT, "The document would replace itself")
                    .at("/by"));
        else
            findings.requireKnown(Kinds.DOCUMENT, replace.by(), "/by", evidence)
                    .require(
                            !leadsTo(replace.document(), replace.by(), evidence),
                            Finding.of(
                                            DocumentRule.OWN_REPLACEMENT,
                                            "Document %s was replaced by document %s"
                                                    .formatted(replace.by(), replace.document()))
                                    .at("/by"));
        return Decision.stating(DocumentReplaced.class, replace, findings);
    }

    /** Whether a document took the place of another, directly or through others. */
    private static boolean leadsTo(String document, String from, Evidence evidence) {
        Set<String> seen = new HashSet<>();
        String at = from;
        while (at != null && seen.add(at)) {
            if (at.equals(document)) return true;
            at = replacement(at, evidence);
        }
        return false;
    }

    private static @Nullable String replacement(String document, Evidence evidence) {
        return evidence.history(Kinds.DOCUMENT, document)
                .timeline()
                .last()
                .map(DocumentState::closure)
                .map(closure -> closure.value().by())
                .orElse(null);
    }

    @Override
    protected List<Finding> invariants(DocumentState state) {
        return EntryChecks.closedAfterItBegan(state, state.title(), DocumentRule.DOCUMENT_REPLACED_BEFORE_IT_BEGAN);
    }

    /** A version is written once, with content of its own, and none after the document was replaced. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(newContent(entries));
        findings.addAll(EntryChecks.nothingAfter(
                entries,
                DocumentReplaced.class::isInstance,
                fact -> fact instanceof DocumentVersionRecorded
                        || fact instanceof DocumentReviewed
                        || fact instanceof DocumentReplaced,
                DocumentRule.DOCUMENT_REPLACED_ALREADY,
                "replaced"));
        return findings;
    }

    private static List<Finding> newContent(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> taken = EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof DocumentVersionRecorded version ? version.version() : null,
                version -> Finding.of(DocumentRule.DOCUMENT_VERSION_TAKEN, "Version %s is on record".formatted(version))
                        .at("/version"));
        if (!taken.isEmpty()) return taken;
        return EntryChecks.takenOnce(
                EntryChecks.openedOnce(entries),
                fact -> switch (fact) {
                    case DocumentRegistered registered -> registered.sha256();
                    case DocumentVersionRecorded version -> version.sha256();
                    default -> null;
                },
                hash -> Finding.of(
                                DocumentRule.VERSION_WITHOUT_NEW_CONTENT,
                                "The content %s is that of another version".formatted(hash))
                        .at("/sha256"));
    }
}
