package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about benefits. */
final class ReadsOfBenefits {

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/benefits",
                    "/benefits" + EveryRead.R + "&initiative=PG-T",
                    "/items/*/counted/*/number",
                    "",
                    "-400",
                    "-200",
                    "-600"),
            travels("/benefits/{benefit}", "/benefits/BEN-T", "/counted/0/number", "", "-400", "-200", "-600"),
            travels(
                    "/portfolios/{portfolio}/benefits",
                    "/portfolios/PF-T/benefits",
                    "/items/*/counted/*/number",
                    "",
                    "-400",
                    "-200",
                    "-600"),
            travels(
                    "/initiatives/{initiative}/benefits",
                    "/initiatives/PG-T/benefits",
                    "/items/*/counted/*/number",
                    "",
                    "-400",
                    "-200",
                    "-600"),
            travels(
                    "/portfolios/{portfolio}/benefit-totals",
                    "/portfolios/PF-T/benefit-totals",
                    "/figures/*/number",
                    "",
                    "-400",
                    "-200",
                    "-600"),
            travels(
                    "/registers/{register}/benefits",
                    "/registers/TRAVEL/benefits",
                    "/items/*/counted/*/number",
                    "",
                    "-400",
                    "-200",
                    "-600"),
            travels(
                    "/registers/{register}/benefit-totals",
                    "/registers/TRAVEL/benefit-totals",
                    "/figures/*/number",
                    "",
                    "-400",
                    "-200",
                    "-600"),
            travels(
                    "/initiatives/{initiative}/benefit-totals",
                    "/initiatives/PG-T/benefit-totals",
                    "/figures/*/number",
                    "",
                    "-400",
                    "-200",
                    "-600"));

    private ReadsOfBenefits() {}
}
