package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.PaperPurpose;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a document: what it contains, who may see it, and what took its place. Stream {@code document-{id}}. */
public sealed interface DocumentFact extends GovernanceFact {

    /**
     * A document was put on record, with its first version.
     *
     * @param sha256 SHA-256 of the bytes of the first version, 64 hexadecimal digits in lower case; null only in migrated
     *     history: nobody knows it
     * @param marking protective marking as it was then; null: not stated
     * @param purpose what its readers are asked to do with it
     * @param onBehalfOf for whom the author wrote it
     * @param reviewBy last day by which it is to be reviewed
     * @param backgroundPapers what it names as the papers on which it rests
     * @param attributes what the source also says and no field holds, by name
     */
    record DocumentRegistered(
            String document,
            String register,
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
            implements DocumentFact, Opening {}

    /**
     * A further version was written.
     *
     * @param version 2, 3, …; 1 is the one with which the document was put on record
     * @param sha256 as of the first version
     * @param change what is different
     */
    record DocumentVersionRecorded(
            String document,
            int version,
            @Nullable String sha256,
            @Nullable String change,
            Provenance provenance) implements DocumentFact {}

    /**
     * It became known who wrote it.
     *
     * @param onBehalfOf on whose behalf; null: nobody else's
     */
    record DocumentAuthorStated(
            String document, Holder author, @Nullable Holder onBehalfOf, Provenance provenance)
            implements DocumentFact {}

    /** Its protective marking changed. */
    record DocumentMarked(
            String document, Marking marking, @Nullable String reason, Provenance provenance) implements DocumentFact {}

    /**
     * It was decided whether and how it is published.
     *
     * @param section section of the act under which it is withheld, exempt or redacted; null if it is published, and in migrated history
     * @param gaps left in the text that is released; only where it is redacted
     * @param decidedBy id of the person who decided
     */
    record DocumentPublicationDecided(
            String document,
            Publication publication,
            @Nullable String section,
            List<Gap> gaps,
            @Nullable String decidedBy,
            @Nullable String reason,
            Provenance provenance)
            implements DocumentFact, Approval {}

    /**
     * It was reviewed.
     *
     * @param reviewedBy id of the person who reviewed it
     * @param reviewBy last day by which it is to be reviewed next; null: it is not
     */
    record DocumentReviewed(
            String document,
            @Nullable String reviewedBy,
            @Nullable LocalDate reviewBy,
            Provenance provenance) implements DocumentFact {}

    /**
     * Another document replaced it.
     *
     * @param by id of that document
     */
    record DocumentReplaced(
            String document, String by, @Nullable String reason, Provenance provenance) implements DocumentFact {}

    /** Kind of document. */
    enum DocumentKind {
        REPORT,
        BRIEFING,
        LETTER,
        RESPONSE,
        MINUTES,
        PLAN,
        POLICY,
        OTHER
    }

    /** Whether and how something is published. */
    enum Publication {
        PUBLISH,
        /** Not published, although no exemption is claimed. */
        WITHHELD,
        /** Not published, by an exemption. */
        EXEMPT,
        /** Published with gaps. */
        REDACTED
    }

    /**
     * A gap in a text that was released.
     *
     * @param place where it is, such as a page or a paragraph
     * @param section of the act by which the text there is left out; null: not stated
     */
    record Gap(String place, @Nullable String section) {}
}
