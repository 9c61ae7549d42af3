package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.known;
import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about boards, and the business cases on which they decide. */
final class ReadsOfDecisions {

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/boards",
                    "/boards" + EveryRead.R + "&level=INVESTMENT",
                    "/items/*/limit/value/amount",
                    "1000000",
                    "2000000",
                    "3000000",
                    "4000000"),
            travels(
                    "/boards/{board}",
                    "/boards/BD-T",
                    "/limit/value/amount",
                    "1000000",
                    "2000000",
                    "3000000",
                    "4000000"),
            travels(
                    "/boards/{board}/decisions",
                    "/boards/BD-T/decisions",
                    "/items/*/outcome",
                    "NOTED | DEFERRED",
                    "NOTED | DEFERRED | NOTED | APPROVED",
                    "NOTED | DEFERRED | NOTED | NOTED",
                    "NOTED | DEFERRED | NOTED | NOTED | DEFERRED | APPROVED_IN_PRINCIPLE"),
            travels(
                    "/boards/{board}/decisions/{decision}",
                    "/boards/BD-T/decisions/D-2",
                    "/outcome",
                    "404 not-in-effect-then",
                    "NOTED",
                    "404 not-in-effect-then",
                    "DEFERRED"),
            travels(
                    "/boards/{board}/delegations",
                    "/boards/BD-T/delegations",
                    "/items/*/reason",
                    "Between meetings",
                    "Weekly meetings",
                    "Between meetings",
                    "Monthly meetings"),
            travels(
                    "/boards/{board}/delegations/{delegation}",
                    "/boards/BD-T/delegations/DG-T",
                    "/reason",
                    "Between meetings",
                    "Weekly meetings",
                    "Between meetings",
                    "Monthly meetings"),
            travels("/boards/{board}/waiting", "/boards/BD-T/waiting", "/items/*/version", "1", "", "3", "2"),
            travels(
                    "/business-cases",
                    "/business-cases" + EveryRead.R,
                    "/items/*/outcomes/*/value/outcome",
                    "DEFERRED",
                    "DEFERRED | APPROVED",
                    "DEFERRED | NOTED",
                    "DEFERRED | NOTED | APPROVED_IN_PRINCIPLE"),
            travels(
                    "/business-cases/{businessCase}",
                    "/business-cases/BC-T",
                    "/outcomes/*/value/outcome",
                    "DEFERRED",
                    "DEFERRED | APPROVED",
                    "DEFERRED | NOTED",
                    "DEFERRED | NOTED | APPROVED_IN_PRINCIPLE"),
            travels(
                    "/business-cases/{businessCase}/versions",
                    "/business-cases/BC-T/versions",
                    "/items/*/cost/amount",
                    "100000",
                    "100000 | 200000",
                    "100000 | 300000",
                    "100000 | 400000 | 300000"),
            travels(
                    "/business-cases/{businessCase}/versions/{version}",
                    "/business-cases/BC-T/versions/2",
                    "/cost/amount",
                    "404 not-in-effect-then",
                    "200000",
                    "404 not-in-effect-then",
                    "400000"),
            travels(
                    "/business-cases/{businessCase}/submissions",
                    "/business-cases/BC-T/submissions",
                    "/items/*/submittedBy",
                    "p-sro1",
                    "p-sro1 | p-sro1",
                    "p-sro1 | p-sro2",
                    "p-sro1 | p-sro2 | p-assurance"),
            travels(
                    "/business-cases/{businessCase}/conditions",
                    "/business-cases/BC-T/conditions",
                    "/items/*/ending/value/fate",
                    "",
                    "LIFTED",
                    "DISCHARGED",
                    "DISCHARGED"),
            travels(
                    "/business-cases/{businessCase}/conditions/{condition}",
                    "/business-cases/BC-T/conditions/C-1",
                    "/ending/value/fate",
                    "",
                    "LIFTED",
                    "DISCHARGED",
                    "DISCHARGED"),
            travels(
                    "/portfolios/{portfolio}/lead-times",
                    "/portfolios/PF-T/lead-times?approvedFrom=2020-01-01&approvedTo=2021-01-01",
                    "/items/*/meanDays",
                    "",
                    "151.0",
                    "",
                    ""),
            travels(
                    "/portfolios/{portfolio}/papers-changed-before-gates",
                    "/portfolios/PF-T/papers-changed-before-gates?days=300",
                    "/items/*/version",
                    "",
                    "2",
                    "3",
                    "2 | 3"),
            travels(
                    "/business-cases/{businessCase}/decisions",
                    "/business-cases/BC-T/decisions",
                    "/items/*/outcome",
                    "DEFERRED",
                    "DEFERRED | APPROVED",
                    "DEFERRED | NOTED",
                    "DEFERRED | NOTED | APPROVED_IN_PRINCIPLE"),
            travels(
                    "/business-cases/{businessCase}/decisions/{decision}",
                    "/business-cases/BC-T/decisions/<approved>",
                    "/outcome",
                    "404 not-in-effect-then",
                    "APPROVED",
                    "404 not-in-effect-then",
                    "APPROVED_IN_PRINCIPLE"),
            known(
                    "/decisions/{position}",
                    "/decisions/<policy>",
                    "/decision/outcome",
                    "NOTED",
                    "DEFERRED",
                    "It shows the day of the decision, whatever day is asked about."),
            known(
                    "/decisions/{position}",
                    "/decisions/<policy>",
                    "/difference/*/after/value/outcome",
                    "NOTED",
                    "NOTED",
                    "What a fact changed when it was recorded is the same for ever."),
            travels(
                    "/meetings",
                    "/meetings" + EveryRead.R + "&sort=plannedFor",
                    "/items/*/plannedFor/value",
                    "2020-06-01 | 2020-09-15",
                    "2020-06-01 | 2020-10-15",
                    "2020-06-01 | 2020-11-15",
                    "2020-06-01 | 2020-12-15"),
            travels(
                    "/meetings/{meeting}",
                    "/meetings/M-T",
                    "/plannedFor/value",
                    "2020-09-15",
                    "2020-10-15",
                    "2020-11-15",
                    "2020-12-15"),
            travels(
                    "/boards/{board}/pack",
                    "/boards/BD-T/pack",
                    "/meetings/*/papers/*/paper/title",
                    "Progress",
                    "",
                    "Progress | Risks",
                    ""));

    private ReadsOfDecisions() {}
}
