package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.GovernanceFact;

/** What tests tell of documents. */
public final class DocumentHistory {

    private DocumentHistory() {}

    public static GovernanceFact document(String id, String title, String sha256, String day) {
        return new DocumentFact.DocumentRegistered(
                id,
                "MPS",
                DocumentFact.DocumentKind.REPORT,
                title,
                sha256,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact documentVersion(String document, int version, String sha256, String day) {
        return new DocumentFact.DocumentVersionRecorded(document, version, sha256, null, on(day));
    }

    /** It is to be reviewed by a day. */
    public static GovernanceFact reviewed(String document, String reviewBy, String day) {
        return new DocumentFact.DocumentReviewed(document, null, LocalDate.parse(reviewBy), on(day));
    }

    public static GovernanceFact replacedBy(String document, String by, String day) {
        return new DocumentFact.DocumentReplaced(document, by, null, on(day));
    }
}
