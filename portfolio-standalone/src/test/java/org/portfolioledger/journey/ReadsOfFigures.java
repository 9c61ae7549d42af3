package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.known;
import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about measures and budget lines. */
final class ReadsOfFigures {

    private static final String ALL_DAYS = "It is over all days.";

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/measures",
                    "/measures" + EveryRead.R + "&unit=homes",
                    "/items/*/progress/*/gap",
                    "",
                    "280",
                    "320",
                    "260"),
            travels("/measures/{measure}", "/measures/ME-T", "/values/*/value/number", "", "120", "80", "140"),
            travels(
                    "/initiatives/{initiative}/measures",
                    "/initiatives/PG-T/measures",
                    "/items/*/progress/*/number",
                    "",
                    "120",
                    "80",
                    "140"),
            travels(
                    "/portfolios/{portfolio}/measures",
                    "/portfolios/PF-T/measures",
                    "/items/*/progress/*/number",
                    "",
                    "120",
                    "80",
                    "140"),
            known(
                    "/measures/{measure}/timeline",
                    "/measures/ME-T/timeline",
                    "/items/*/measure/progress/*/number",
                    "120",
                    "80 | 140",
                    ALL_DAYS),
            known(
                    "/measures/{measure}/history",
                    "/measures/ME-T/history",
                    "/items/*/type",
                    "measure-defined | measure-target-set | measure-value-stated",
                    "measure-defined | measure-target-set | measure-value-stated | measure-value-stated | corrected",
                    ALL_DAYS),
            travels(
                    "/budgets",
                    "/budgets" + EveryRead.R + "&kind=CAPITAL",
                    "/items/*/counted/BUDGET/*/number",
                    "",
                    "9000000",
                    "8000000",
                    "10000000"),
            travels(
                    "/budgets/{budget}",
                    "/budgets/BU-T",
                    "/counted/BUDGET/*/number",
                    "",
                    "9000000",
                    "8000000",
                    "10000000"),
            travels(
                    "/initiatives/{initiative}/budgets",
                    "/initiatives/PG-T/budgets",
                    "/items/*/counted/BUDGET/*/number",
                    "",
                    "9000000",
                    "8000000",
                    "10000000"),
            travels(
                    "/portfolios/{portfolio}/budgets",
                    "/portfolios/PF-T/budgets",
                    "/items/*/counted/BUDGET/*/number",
                    "",
                    "9000000",
                    "8000000",
                    "10000000"),
            travels(
                    "/registers/{register}/budgets",
                    "/registers/TRAVEL/budgets",
                    "/items/*/counted/BUDGET/*/number",
                    "",
                    "9000000",
                    "8000000",
                    "10000000"),
            travels(
                    "/portfolios/{portfolio}/budget-totals",
                    "/portfolios/PF-T/budget-totals?level=YEAR",
                    "/items/*/figures/BUDGET/number",
                    "",
                    "9000000",
                    "8000000",
                    "10000000"),
            travels(
                    "/registers/{register}/budget-totals",
                    "/registers/TRAVEL/budget-totals?level=KIND",
                    "/items/*/figures/BUDGET/number",
                    "",
                    "9000000",
                    "8000000",
                    "10000000"),
            known(
                    "/budgets/{budget}/timeline",
                    "/budgets/BU-T/timeline",
                    "/items/*/budget/counted/BUDGET/*/number",
                    "9000000",
                    "8000000 | 10000000",
                    ALL_DAYS),
            known(
                    "/budgets/{budget}/history",
                    "/budgets/BU-T/history",
                    "/items/*/type",
                    "budget-opened | budget-figures-stated",
                    "budget-opened | budget-figures-stated | budget-figures-stated | corrected",
                    ALL_DAYS));

    private ReadsOfFigures() {}
}
