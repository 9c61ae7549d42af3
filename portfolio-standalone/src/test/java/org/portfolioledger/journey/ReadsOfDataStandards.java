package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.stays;
import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about data standards: the tables of another day are other tables. */
final class ReadsOfDataStandards {

    private static final String STALE = "entity=PROJECT_FEATURES&fault=STALE";

    static final List<EveryRead.Line> LINES = List.of(
            stays("/data-paths", "/data-paths", "/items/0/path", "id", "Part of the program."),
            travels(
                    "/registers/{register}/data-standard",
                    "/registers/TRAVEL/data-standard",
                    "/title",
                    "Default of Portfolio Ledger for the programme and project data standard on trial until 31 December 2026",
                    "First",
                    "Second",
                    "First, amended"),
            travels(
                    "/initiatives/{initiative}/data-standard",
                    "/initiatives/PG-T/data-standard?entity=PROJECT_FEATURES",
                    "/items/0/attributes/0/value/value/0",
                    "PG-T",
                    "Affordable homes",
                    "Council homes",
                    "Social homes"),
            travels(
                    "/initiatives/{initiative}/data-standard/report",
                    "/initiatives/PG-T/data-standard/report?" + STALE,
                    "/items/*/attribute",
                    "Delivery confidence",
                    "Name",
                    "Label",
                    "Title"),
            travels(
                    "/portfolios/{portfolio}/data-standard/report",
                    "/portfolios/PF-T/data-standard/report?entity=PROJECT_FEATURES",
                    "/items/0/attribute",
                    "Delivery confidence",
                    "Name",
                    "Label",
                    "Title"),
            travels(
                    "/portfolios/{portfolio}/data-standard/faults",
                    "/portfolios/PF-T/data-standard/faults?initiative=PG-T&" + STALE,
                    "/items/*/value/value/0",
                    "GREEN",
                    "Affordable homes",
                    "Council homes",
                    "Social homes"));

    private ReadsOfDataStandards() {}
}
