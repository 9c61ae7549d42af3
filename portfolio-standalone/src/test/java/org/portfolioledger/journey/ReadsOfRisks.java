package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.known;
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
                    "Its points are from and to."),
            new EveryRead.Line(
                    "/api/v1/portfolios/{portfolio}/changes",
                    "/portfolios/PF-T/changes?kind=risk&from=%s@%s&to=%s@%s"
                            .formatted(
                                    TravelledRegister.JUNE,
                                    TravelledRegister.KNOWN_THEN,
                                    TravelledRegister.SEPTEMBER,
                                    TravelledRegister.KNOWN_LATER),
                    "/items/*/id",
                    List.of(""),
                    List.of("R-T"),
                    "Its points are from and to."),
            known(
                    "/portfolios/{portfolio}/status/series",
                    "/portfolios/PF-T/status/series?from=%s&to=%s&known=NOW"
                            .formatted(TravelledRegister.JUNE, TravelledRegister.SEPTEMBER),
                    "/items/*/figures/countsByRating/*/ratings/*/rating",
                    "GREEN | AMBER_GREEN | AMBER_GREEN",
                    "AMBER | RED | RED",
                    "It shows each of its days, as known at one moment."));

    private ReadsOfRisks() {}
}
