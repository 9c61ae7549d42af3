package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about contracts, decisions outside boards, and workforce controls. */
final class ReadsOfContracts {

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/contracts",
                    "/contracts" + EveryRead.R + "&endsFrom=2020-08-01&endsTo=2020-09-01",
                    "/items/*/lastDay/value",
                    "",
                    "2020-08-01",
                    "",
                    "2020-08-20"),
            travels(
                    "/contracts/{contract}",
                    "/contracts/CON-T",
                    "/supplier/value",
                    "",
                    "Builders",
                    "Movers",
                    "Builders"),
            travels(
                    "/outside-decisions",
                    "/outside-decisions" + EveryRead.R + "&initiative=PG-T",
                    "/items/*/outcome/value/wording",
                    "With the minister",
                    "Agreed",
                    "With the committee",
                    "Agreed in private"),
            travels(
                    "/outside-decisions/{outsideDecision}",
                    "/outside-decisions/OD-T",
                    "/outcome/value/outcome",
                    "SUBMITTED",
                    "TAKEN",
                    "SUBMITTED",
                    "TAKEN"),
            travels(
                    "/mappings",
                    "/mappings" + EveryRead.R + "&portfolio=PF-T",
                    "/items/*/versions/*/value/reason",
                    "",
                    "Other columns",
                    "More columns",
                    "More columns | Fewer columns"),
            travels(
                    "/mappings/{mapping}",
                    "/mappings/MAP-T",
                    "/versions/*/value/reason",
                    "",
                    "Other columns",
                    "More columns",
                    "More columns | Fewer columns"),
            travels(
                    "/workforce-controls",
                    "/workforce-controls" + EveryRead.R + "&portfolio=PF-T",
                    "/items/*/offers/value",
                    "",
                    "120",
                    "80",
                    "140"),
            travels(
                    "/workforce-controls/{workforceControl}",
                    "/workforce-controls/WC-T",
                    "/accepted/value",
                    "",
                    "",
                    "20",
                    "20"));

    private ReadsOfContracts() {}
}
