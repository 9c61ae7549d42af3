package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about who is accountable: posts, roles, and how they are held through time. */
final class ReadsOfPeople {

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/posts",
                    "/posts" + EveryRead.R + "&portfolio=PF-T",
                    "/items/*/holder/value/person",
                    "p-sro1",
                    "p-sro2",
                    "p-secretary",
                    "p-assurance"),
            travels(
                    "/posts/{post}",
                    "/posts/PO-T",
                    "/alerts",
                    "[]",
                    "[\"ACTING_BEYOND_TERM\"]",
                    "[]",
                    "[\"ACTING_BEYOND_TERM\"]"),
            travels(
                    "/portfolios/{portfolio}/role-descriptions",
                    "/portfolios/PF-T/role-descriptions",
                    "/items/*/description",
                    "Is accountable",
                    "Answers for delivery",
                    "Answers to the board",
                    "Answers for it all"),
            travels(
                    "/portfolios/{portfolio}/role-descriptions/{role}",
                    "/portfolios/PF-T/role-descriptions/SRO",
                    "/since",
                    "2020-01-01",
                    "2020-07-01",
                    "2020-05-01",
                    "2020-07-01"),
            travels(
                    "/portfolios/{portfolio}/accountability",
                    "/portfolios/PF-T/accountability",
                    "/items/*/holder/value/holder/person",
                    "p-sro1 | p-sro1",
                    "p-sro2 | p-sro1",
                    "p-sro1 | p-sro1",
                    "p-assurance | p-sro1"),
            travels(
                    "/portfolios/{portfolio}/accountability",
                    "/portfolios/PF-T/accountability?role=RISK_OWNER&concern=ANY&changes=1",
                    "/items/*/concerns",
                    "[\"NO_HOLDER\"] | [\"NO_HOLDER\"]",
                    "[\"NO_HOLDER\"] | [\"ACTING_BEYOND_TERM\",\"FREQUENT_CHANGES\"] | [\"NO_HOLDER\"]",
                    "[\"NO_HOLDER\"] | [\"FREQUENT_CHANGES\"] | [\"NO_HOLDER\"]",
                    "[\"NO_HOLDER\"] | [\"ACTING_BEYOND_TERM\",\"FREQUENT_CHANGES\"] | [\"NO_HOLDER\"]"),
            travels(
                    "/initiatives/{initiative}/accountability",
                    "/initiatives/PJ-T/accountability?role=RISK_OWNER",
                    "/items/*/changes",
                    "0",
                    "1",
                    "1",
                    "2"),
            travels(
                    "/portfolios/{portfolio}/role-holders",
                    "/portfolios/PF-T/role-holders",
                    "/items/*/person",
                    "p-sro1",
                    "p-sro1 | p-sro2",
                    "p-secretary | p-sro1",
                    "p-assurance | p-secretary | p-sro1"),
            travels(
                    "/portfolios/{portfolio}/role-changes-near-approvals",
                    "/portfolios/PF-T/role-changes-near-approvals?role=RISK_OWNER",
                    "/items/*/changes/*/after/person",
                    "",
                    "p-sro2",
                    "",
                    "p-secretary | p-assurance"));

    private ReadsOfPeople() {}
}
