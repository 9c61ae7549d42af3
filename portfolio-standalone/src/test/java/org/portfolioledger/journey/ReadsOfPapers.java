package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about documents. */
final class ReadsOfPapers {

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/documents",
                    "/documents" + EveryRead.R + "&sort=title",
                    "/items/*/marking/value",
                    "RESTRICTED",
                    "OFFICIAL",
                    "NOT_PROTECTIVELY_MARKED",
                    "OFFICIAL_SENSITIVE"),
            travels(
                    "/documents",
                    "/documents" + EveryRead.R + "&sha256=" + "a1".repeat(32),
                    "/items/0/alerts",
                    "[]",
                    "[\"DOCUMENT_REVIEW_OVERDUE\"]",
                    "[]",
                    "[\"DOCUMENT_REVIEW_OVERDUE\"]"),
            travels(
                    "/documents/{document}",
                    "/documents/DOC-T",
                    "/marking/value",
                    "RESTRICTED",
                    "OFFICIAL",
                    "NOT_PROTECTIVELY_MARKED",
                    "OFFICIAL_SENSITIVE"));

    private ReadsOfPapers() {}
}
