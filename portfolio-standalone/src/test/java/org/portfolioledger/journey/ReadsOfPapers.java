package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about documents, actions, and reviews with their recommendations. */
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
                    "OFFICIAL_SENSITIVE"),
            travels(
                    "/protective-markings",
                    "/protective-markings" + EveryRead.R + "&entity=risk-R-T",
                    "/items/*/marking/value",
                    "OFFICIAL",
                    "OFFICIAL_SENSITIVE",
                    "RESTRICTED",
                    "PROTECT_COMMERCIAL"),
            travels(
                    "/protective-markings/{protectiveMarking}",
                    "/protective-markings/PM-T",
                    "/marking/value",
                    "OFFICIAL",
                    "OFFICIAL_SENSITIVE",
                    "RESTRICTED",
                    "PROTECT_COMMERCIAL"),
            travels(
                    "/risks/{risk}",
                    "/risks/R-T",
                    "/protectiveMarkings/*/marking/value",
                    "OFFICIAL",
                    "OFFICIAL_SENSITIVE",
                    "RESTRICTED",
                    "PROTECT_COMMERCIAL"),
            travels(
                    "/risks",
                    "/risks" + EveryRead.R,
                    "/protectiveMarkings/*/marking/value",
                    "OFFICIAL",
                    "OFFICIAL_SENSITIVE",
                    "RESTRICTED",
                    "PROTECT_COMMERCIAL"),
            travels(
                    "/actions",
                    "/actions" + EveryRead.R + "&initiative=PJ-T",
                    "/items/*/owner/value/post",
                    "Head of Finance",
                    "Head of Housing",
                    "Head of Roads",
                    "Head of Homes"),
            travels(
                    "/actions/{action}",
                    "/actions/ACT-T",
                    "/alerts",
                    "[]",
                    "[\"ACTION_OVERDUE\"]",
                    "[]",
                    "[\"ACTION_OVERDUE\"]"),
            travels(
                    "/portfolios/{portfolio}/actions",
                    "/portfolios/PF-T/actions",
                    "/items/*/owner/value/post",
                    "Head of Finance",
                    "Head of Housing",
                    "Head of Roads",
                    "Head of Homes"),
            travels(
                    "/reviews",
                    "/reviews" + EveryRead.R + "&initiative=PG-T",
                    "/items/*/recommendations/REC-1/state/value",
                    "OPEN",
                    "CLAIMED_COMPLETE",
                    "ACCEPTED",
                    "CLAIMED_COMPLETE"),
            travels(
                    "/reviews/{review}",
                    "/reviews/RV-T",
                    "/recommendations/REC-1/claim/value/claimedBy",
                    "",
                    "p-sro1",
                    "",
                    "p-sro2"),
            travels(
                    "/recommendations",
                    "/recommendations" + EveryRead.R + "&open=TRUE",
                    "/items/*/state/value",
                    "OPEN | OPEN",
                    "CLAIMED_COMPLETE | OPEN",
                    "ACCEPTED | OPEN",
                    "CLAIMED_COMPLETE | OPEN"),
            travels(
                    "/reviews/{review}/recommendations",
                    "/reviews/RV-T/recommendations",
                    "/items/*/state/value",
                    "OPEN | OPEN",
                    "CLAIMED_COMPLETE | OPEN",
                    "ACCEPTED | OPEN",
                    "CLAIMED_COMPLETE | OPEN"),
            travels(
                    "/reviews/{review}/recommendations/{recommendation}",
                    "/reviews/RV-T/recommendations/REC-1",
                    "/since",
                    "2020-01-01",
                    "2020-07-01",
                    "2020-05-01",
                    "2020-07-01"),
            travels(
                    "/portfolios/{portfolio}/reviews",
                    "/portfolios/PF-T/reviews",
                    "/items/*/recommendations/REC-1/state/value",
                    "OPEN",
                    "CLAIMED_COMPLETE",
                    "ACCEPTED",
                    "CLAIMED_COMPLETE"),
            travels(
                    "/portfolios/{portfolio}/recommendations",
                    "/portfolios/PF-T/recommendations?overdue=TRUE",
                    "/items/*/id",
                    "",
                    "REC-2",
                    "",
                    "REC-2"),
            travels(
                    "/portfolios/{portfolio}/recommendations",
                    "/portfolios/PF-T/recommendations?grade=CRITICAL_DO_NOW&state=OPEN",
                    "/items/*/id",
                    "REC-1",
                    "",
                    "",
                    ""));

    private ReadsOfPapers() {}
}
