package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about dependencies as a graph, and those of a portfolio counted and compared. */
final class ReadsOfDependencies {

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/dependencies/graph",
                    "/dependencies/graph?portfolio=PF-T",
                    "/items/*/promisedFor/value",
                    "2020-10-01",
                    "2020-11-01",
                    "2021-01-01",
                    "2020-12-01"),
            travels(
                    "/dependencies/graph",
                    "/dependencies/graph" + EveryRead.R,
                    "/items/0/conflict",
                    "false",
                    "false",
                    "true",
                    "false"),
            travels(
                    "/dependencies/cycles",
                    "/dependencies/cycles" + EveryRead.R,
                    "/complete",
                    "true",
                    "true",
                    "true",
                    "true"),
            travels(
                    "/initiatives/{initiative}/impact",
                    "/initiatives/PJ-T/impact?slipDays=400",
                    "/items/*/slipDays",
                    "339",
                    "370 | 370",
                    "400 | 400",
                    "400 | 400 | 400"),
            travels(
                    "/portfolios/{portfolio}/dependency-matrix",
                    "/portfolios/PF-T/dependency-matrix",
                    "/items/*/count",
                    "1",
                    "2",
                    "1 | 1",
                    "2 | 1"),
            travels(
                    "/portfolios/{portfolio}/dependency-themes",
                    "/portfolios/PF-T/dependency-themes?atLeast=1&theme=TYPE",
                    "/items/*/count",
                    "1",
                    "2",
                    "2",
                    "3"),
            travels(
                    "/portfolios/{portfolio}/dependency-conflicts",
                    "/portfolios/PF-T/dependency-conflicts?mismatch=PROMISED_LATER_THAN_NEEDED",
                    "/items/*/days",
                    "",
                    "",
                    "31",
                    ""),
            new EveryRead.Line(
                    "/api/v1/portfolios/{portfolio}/dependency-changes",
                    "/portfolios/PF-T/dependency-changes?from=%s@%s&to=%s@%s"
                            .formatted(
                                    TravelledRegister.JUNE,
                                    TravelledRegister.KNOWN_THEN,
                                    TravelledRegister.SEPTEMBER,
                                    TravelledRegister.KNOWN_LATER),
                    "/items/*/changes/*/change",
                    List.of(""),
                    List.of("PROMISE | ADDED | ADDED"),
                    "Its points are from and to."));

    private ReadsOfDependencies() {}
}
