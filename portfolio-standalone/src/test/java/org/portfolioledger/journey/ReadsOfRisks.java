package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about risks. */
final class ReadsOfRisks {

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/risks",
                    "/risks" + EveryRead.R + "&portfolio=PF-T",
                    "/items/*/scores/RESIDUAL/value/score",
                    "",
                    "16",
                    "4",
                    "20"),
            travels("/risks/{risk}", "/risks/R-T", "/scores/RESIDUAL/value/score", "", "16", "4", "20"),
            travels("/portfolios/{portfolio}/risks", "/portfolios/PF-T/risks", "/items/*/score", "", "16", "4", "20"),
            travels(
                    "/portfolios/{portfolio}/risk-heat-map",
                    "/portfolios/PF-T/risk-heat-map",
                    "/maps/*/cells/*/score",
                    "",
                    "16",
                    "4",
                    "20"),
            new EveryRead.Line(
                    "/api/v1/portfolios/{portfolio}/risk-movements",
                    "/portfolios/PF-T/risk-movements?from=%s@%s&to=%s@%s"
                            .formatted(
                                    TravelledRegister.JUNE,
                                    TravelledRegister.KNOWN_THEN,
                                    TravelledRegister.SEPTEMBER,
                                    TravelledRegister.KNOWN_LATER),
                    "/items/*/after/score",
                    List.of(""),
                    List.of("20"),
                    "Its points are from and to."));

    private ReadsOfRisks() {}
}
