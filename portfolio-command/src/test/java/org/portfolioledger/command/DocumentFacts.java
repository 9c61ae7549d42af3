package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.paper;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DocumentFact.DocumentAuthorStated;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentPublicationDecided;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentReviewed;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Marking;

/** What tests record of documents. */
public final class DocumentFacts {

    private DocumentFacts() {}

    /** A document whose first version has the content of the number. */
    public static DocumentRegistered document(String id, int content, String day) {
        return new DocumentRegistered(
                id,
                "ACME",
                DocumentKind.REPORT,
                "Progress",
                paper(content).sha256(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                new TreeMap<>(),
                on(day));
    }

    public static DocumentVersionRecorded documentVersion(String id, int version, int content, String day) {
        return new DocumentVersionRecorded(id, version, paper(content).sha256(), null, on(day));
    }

    public static DocumentAuthorStated written(String id, String post, String day) {
        return new DocumentAuthorStated(id, new Holder(null, post), null, on(day));
    }

    public static DocumentMarked marked(String id, Marking marking, String day) {
        return new DocumentMarked(id, marking, null, on(day));
    }

    public static DocumentPublicationDecided publication(
            String id, Publication publication, @Nullable String section, String day) {
        return new DocumentPublicationDecided(id, publication, section, List.of(), null, null, on(day));
    }

    public static DocumentReviewed reviewed(String id, @Nullable String reviewBy, String day) {
        return new DocumentReviewed(id, null, reviewBy == null ? null : day(reviewBy), on(day));
    }

    public static DocumentReplaced replacedBy(String id, String by, String day) {
        return new DocumentReplaced(id, by, null, on(day));
    }
}
