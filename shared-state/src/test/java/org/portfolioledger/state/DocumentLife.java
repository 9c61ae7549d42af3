package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.Gap;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.PaperPurpose;

/** One full life of a document: every fact of the family, and every field of its state. */
final class DocumentLife {

    private DocumentLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.DOCUMENT)
                .then(new DocumentFact.DocumentRegistered(
                        "DOC-1",
                        "MPS",
                        DocumentKind.BRIEFING,
                        "Status of savings",
                        null,
                        Marking.RESTRICTED,
                        PaperPurpose.FOR_INFORMATION,
                        new Holder("PN-021", "Director"),
                        new Holder(null, "Commissioner"),
                        LocalDate.parse("2014-04-27"),
                        List.of(new Citation("DOC-0", null), new Citation(null, "Savings register")),
                        attributes(),
                        VAGUE))
                .then(new DocumentFact.DocumentVersionRecorded("DOC-1", 2, "0f".repeat(32), "new", on("2011-07-01")))
                .then(new DocumentFact.DocumentAuthorStated(
                        "DOC-1", new Holder("PN-022", null), null, on("2011-07-15")))
                .then(new DocumentFact.DocumentMarked("DOC-1", Marking.OFFICIAL, null, on("2011-08-01")))
                .then(new DocumentFact.DocumentPublicationDecided(
                        "DOC-1",
                        Publication.REDACTED,
                        "FOIA 43",
                        List.of(new Gap("page 4", "FOIA 43"), new Gap("annex", null)),
                        "PN-021",
                        "commercial",
                        on("2011-09-01")))
                .then(new DocumentFact.DocumentReviewed("DOC-1", "PN-021", null, on("2011-10-01")))
                .then(new DocumentFact.DocumentReplaced("DOC-1", "DOC-2", "out of date", on("2012-04-01")));
    }
}
