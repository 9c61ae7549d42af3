package org.portfolioledger.command.document;

import static org.portfolioledger.vocabulary.ActorRole.BOARD_SECRETARY;
import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PUBLICATION_OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.DocumentFact.DocumentAuthorStated;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentPublicationDecided;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentReviewed;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.events.DocumentFact.Gap;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.PaperPurpose;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a document. */
public sealed interface DocumentCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/documents",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    "document",
                    RegisterDocument.class,
                    DocumentRegistered.class,
                    "Put a document on record with its first version",
                    """
                        {"id": "DOC-1", "register": "ACME", "kind": "REPORT", "title": "Homes: progress in spring",
                         "sha256": "3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7", "marking": "OFFICIAL",
                         "purpose": "FOR_INFORMATION", "author": {"person": "p-sro1", "post": "Director of Housing"},
                         "reviewBy": "2027-05-01", "backgroundPapers": [{"description": "Housing strategy 2025"}],
                         "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/documents/{document}/versions",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    RecordVersion.class,
                    DocumentVersionRecorded.class,
                    "Put a further version of a document on record",
                    """
                        {"sha256": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", "change": "Figures of April",
                         "effectiveOn": "2026-05-04"}"""),
            CommandRoute.changing(
                    "/documents/{document}/authors",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    StateAuthor.class,
                    DocumentAuthorStated.class,
                    "Record who wrote a document, and for whom",
                    """
                        {"author": {"post": "Director of Housing"}, "onBehalfOf": {"post": "Chief Executive"}, "effectiveOn": "2026-05-02"}"""),
            CommandRoute.changing(
                    "/documents/{document}/markings",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY, PUBLICATION_OFFICER),
                    MarkDocument.class,
                    DocumentMarked.class,
                    "Give a document another protective marking",
                    """
                        {"marking": "OFFICIAL_SENSITIVE", "reason": "Names a bidder", "effectiveOn": "2026-05-05"}"""),
            CommandRoute.changing(
                    "/documents/{document}/publications",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY, PUBLICATION_OFFICER),
                    DecidePublication.class,
                    DocumentPublicationDecided.class,
                    "Record whether and how a document is published",
                    """
                        {"publication": "REDACTED", "section": "FOIA 43", "gaps": [{"place": "page 4", "section": "FOIA 43"}],
                         "decidedBy": "p-secretary", "effectiveOn": "2026-05-06"}"""),
            CommandRoute.changing(
                    "/documents/{document}/reviews",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    ReviewDocument.class,
                    DocumentReviewed.class,
                    "Record that a document was reviewed, and by when it is to be reviewed next",
                    """
                        {"reviewedBy": "p-secretary", "reviewBy": "2028-05-01", "effectiveOn": "2026-05-07"}"""),
            CommandRoute.changing(
                    "/documents/{document}/replacements",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    ReplaceDocument.class,
                    DocumentReplaced.class,
                    "Record which document replaced a document",
                    """
                        {"by": "DOC-2", "reason": "Report of the summer", "effectiveOn": "2026-08-01"}"""));

    /**
     * Puts a document on record with its first version.
     *
     * @param sha256 SHA-256 of the bytes of the first version, 64 hexadecimal digits in lower case
     * @param marking protective marking as it was then
     * @param purpose what its readers are asked to do with it
     * @param onBehalfOf for whom the author wrote it
     * @param reviewBy last day by which it is to be reviewed
     * @param backgroundPapers what it names as the papers on which it rests
     */
    record RegisterDocument(
            @IdOf("document") String document,
            @IdOf("register") String register,
            DocumentKind kind,
            String title,
            @Nullable String sha256,
            @Nullable Marking marking,
            @Nullable PaperPurpose purpose,
            @Nullable Holder author,
            @Nullable Holder onBehalfOf,
            @Nullable LocalDate reviewBy,
            List<Citation> backgroundPapers,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements DocumentCommand {}

    /**
     * Puts a further version on record.
     *
     * @param version null: the next
     * @param change what is different
     */
    record RecordVersion(
            @IdOf("document") String document,
            @Nullable Integer version,
            @Nullable String sha256,
            @Nullable String change,
            Provenance provenance)
            implements DocumentCommand {}

    /** Records who wrote it, and for whom. */
    record StateAuthor(
            @IdOf("document") String document,
            Holder author,
            @Nullable Holder onBehalfOf,
            Provenance provenance) implements DocumentCommand {}

    /** Gives it another protective marking. */
    record MarkDocument(
            @IdOf("document") String document,
            Marking marking,
            @Nullable String reason,
            Provenance provenance) implements DocumentCommand {}

    /**
     * Records whether and how it is published.
     *
     * @param section section of the act under which it is withheld, exempt or redacted
     * @param gaps left in the text that is released
     */
    record DecidePublication(
            @IdOf("document") String document,
            Publication publication,
            @Nullable String section,
            List<Gap> gaps,
            @IdOf(IdOf.PERSON) @Nullable String decidedBy,
            @Nullable String reason,
            Provenance provenance)
            implements DocumentCommand {}

    /**
     * Records that it was reviewed.
     *
     * @param reviewBy last day by which it is to be reviewed next; null: it is not
     */
    record ReviewDocument(
            @IdOf("document") String document,
            @IdOf(IdOf.PERSON) @Nullable String reviewedBy,
            @Nullable LocalDate reviewBy,
            Provenance provenance)
            implements DocumentCommand {}

    /** Records which document replaced it. */
    record ReplaceDocument(
            @IdOf("document") String document,
            @IdOf("document") String by,
            @Nullable String reason,
            Provenance provenance)
            implements DocumentCommand {}
}
