package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about assessments, requests to fill a post, plans, and requests of overseeing bodies. */
final class ReadsOfOversight {

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/equality-assessments",
                    "/equality-assessments" + EveryRead.R + "&initiative=PG-T",
                    "/items/*/reviewBy/value",
                    "2020-08-01",
                    "2021-08-01",
                    "2020-07-15",
                    "2020-08-15"),
            travels(
                    "/equality-assessments",
                    "/equality-assessments" + EveryRead.R + "&overdue=TRUE",
                    "/items/*/id",
                    "",
                    "",
                    "",
                    "EIA-T"),
            travels(
                    "/equality-assessments/{equalityAssessment}",
                    "/equality-assessments/EIA-T",
                    "/subjects/*/value/businessCase",
                    "",
                    "BC-T",
                    "",
                    "BC-T"),
            travels(
                    "/accounting-assessments",
                    "/accounting-assessments" + EveryRead.R + "&overdue=TRUE",
                    "/items/*/departure/value/reassessBy",
                    "",
                    "2020-08-01",
                    "",
                    ""),
            travels(
                    "/portfolios/{portfolio}/accounting-assessments",
                    "/portfolios/PF-T/accounting-assessments?overdue=TRUE",
                    "/items/*/departure/value/reassessBy",
                    "",
                    "2020-08-01",
                    "",
                    ""),
            travels(
                    "/accounting-assessments/{accountingAssessment}",
                    "/accounting-assessments/AOA-T",
                    "/alerts",
                    "[]",
                    "[\"REASSESSMENT_DUE\",\"REASSESSMENT_OVERDUE\"]",
                    "[\"STANDARD_NOT_MET\"]",
                    "[\"STANDARD_NOT_MET\",\"REASSESSMENT_DUE\"]"),
            travels(
                    "/vacancy-requests",
                    "/vacancy-requests" + EveryRead.R + "&board=BD-STAR",
                    "/items/*/status/value",
                    "REQUESTED",
                    "AUTHORISED",
                    "REQUESTED",
                    "AUTHORISED"),
            travels(
                    "/vacancy-requests/{vacancyRequest}",
                    "/vacancy-requests/VAC-T",
                    "/asks/*/checks/TRADE_UNIONS/value/finding",
                    "",
                    "",
                    "Against",
                    "Against"),
            travels(
                    "/vacancy-requests/{vacancyRequest}",
                    "/vacancy-requests/VAC-T",
                    "/until/value",
                    "",
                    "2020-08-15",
                    "",
                    "2020-08-10"),
            travels(
                    "/delivery-plans",
                    "/delivery-plans" + EveryRead.R + "&review=RV-T",
                    "/items/*/items/IT-1/owner/value/post",
                    "Head of Finance",
                    "Head of Finance",
                    "Head of Roads",
                    "Head of Roads"),
            travels(
                    "/delivery-plans/{deliveryPlan}",
                    "/delivery-plans/PLAN-T",
                    "/items/IT-1/progress/value",
                    "",
                    "Draft",
                    "",
                    "Signed"),
            travels(
                    "/delivery-plans/{deliveryPlan}/items",
                    "/delivery-plans/PLAN-T/items?overdue=TRUE",
                    "/items/*/id",
                    "",
                    "IT-1",
                    "",
                    "IT-1"),
            travels(
                    "/delivery-plans/{deliveryPlan}/items/{item}",
                    "/delivery-plans/PLAN-T/items/IT-1",
                    "/progress/value",
                    "",
                    "Draft",
                    "",
                    "Signed"),
            travels(
                    "/external-requests",
                    "/external-requests" + EveryRead.R + "&board=BD-TOP",
                    "/items/*/owner/value/post",
                    "Head of Finance",
                    "Head of Finance",
                    "Head of Roads",
                    "Head of Roads"),
            travels(
                    "/external-requests/{externalRequest}",
                    "/external-requests/REQ-T",
                    "/alerts",
                    "[]",
                    "[\"REQUEST_OVERDUE\",\"REQUEST_PROMISED_LATE\"]",
                    "[]",
                    "[\"REQUEST_OVERDUE\",\"REQUEST_PROMISE_MISSED\",\"REQUEST_PROMISED_LATE\"]"),
            travels(
                    "/reporting-cycles",
                    "/reporting-cycles" + EveryRead.R + "&board=BD-TOP",
                    "/items/*/alerts",
                    "[]",
                    "[\"SUBMISSION_MISSING\"]",
                    "[]",
                    "[]"),
            travels(
                    "/reporting-cycles/{reportingCycle}",
                    "/reporting-cycles/RC-T",
                    "/submissions/PG-T/value/missing",
                    "",
                    "[\"Forecast\"]",
                    "",
                    "[]"),
            travels(
                    "/reporting-cycles/{reportingCycle}/submissions",
                    "/reporting-cycles/RC-T/submissions",
                    "/items/*/status",
                    "AWAITED | AWAITED",
                    "INCOMPLETE | MISSING",
                    "AWAITED | COMPLETE",
                    "LATE | COMPLETE"),
            travels(
                    "/reporting-cycles/{reportingCycle}/pack",
                    "/reporting-cycles/RC-T/pack",
                    "/boards/0/exceptions/*/grounds",
                    "",
                    "[\"SUBMISSION_MISSING\"]",
                    "",
                    "[\"SUBMISSION_LATE\"]"));

    private ReadsOfOversight() {}
}
