package org.portfolioledger.command.measure;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.MeasureFacts.measure;
import static org.portfolioledger.command.MeasureFacts.measureEnded;
import static org.portfolioledger.command.MeasureFacts.preferredDocument;
import static org.portfolioledger.command.MeasureFacts.target;
import static org.portfolioledger.command.MeasureFacts.value;
import static org.portfolioledger.command.MeasureFacts.valueIn;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.StatedDate;

class MeasureTest {

    private static final String BEGIN = "2020-02-01";

    private final Given given =
            Given.persons("p-a").facts(initiative("PG", "2020-01-01"), portfolio("PF", "2020-01-01"));

    private Given counted(String unit) {
        return given.facts(measure("ME", unit, "PG", BEGIN));
    }

    @Test
    void a_measure_is_put_on_record_once() {
        var defined = measure("ME", "homes", "PG", BEGIN);
        given.when(defined).records(defined);
        given.facts(defined).when(defined).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_is_of_an_open_initiative_or_of_a_portfolio_on_record() {
        var nobodys = measure("ME", "homes", null, BEGIN);
        given.when(nobodys).refuses(MeasureRule.MEASURE_WITHOUT_SUBJECT).at("/initiative");
        given.whenMigrating(nobodys).unmet(MeasureRule.MEASURE_WITHOUT_SUBJECT);
        given.when(with(nobodys, "portfolio", "PF")).isRecorded().reads("portfolio-PF");
        given.when(with(nobodys, "portfolio", "PF-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/portfolio");
        given.when(with(nobodys, "initiative", "PG-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/initiative");
        given.whenMigrating(with(measure("ME", "homes", "PG", BEGIN), "portfolio", "PF"))
                .refuses(MeasureRule.AMBIGUOUS_MEASURE_SUBJECT)
                .at("/portfolio");
        given.facts(closed("PG", "2020-02-02"));
        given.when(measure("ME", "homes", "PG", BEGIN)).isRecorded();
        given.when(measure("ME", "homes", "PG", "2020-02-02"))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .at("/initiative");
    }

    @Test
    void a_percentage_is_one_that_can_be_whether_it_is_a_value_or_a_target() {
        counted("%");
        for (String most : List.of("1000", "-1000.00", "62")) {
            given.when(value("ME", most, "2020-03-01")).isRecorded();
            given.when(target("ME", most, "2021-01-01", null, "2020-03-01")).isRecorded();
        }
        for (String more : List.of("1000.01", "-1000.01", "1000000000")) {
            given.whenMigrating(value("ME", more, "2020-03-01")).refuses(MeasureRule.IMPOSSIBLE_PERCENTAGE);
            given.when(target("ME", more, "2021-01-01", null, "2020-03-01"))
                    .refuses(MeasureRule.IMPOSSIBLE_PERCENTAGE)
                    .at("/number");
            given.when(value("ME", more, "2020-01-15")).refuses(MeasureRule.IMPOSSIBLE_PERCENTAGE);
        }
        given.facts(value("ME", "1000", "2020-03-01"));
        given.whenReplaced(4, value("ME", "1001", "2020-03-01")).refuses(MeasureRule.IMPOSSIBLE_PERCENTAGE);
    }

    @Test
    void other_units_have_no_limits() {
        counted("page views").when(value("ME", "16000000", "2020-03-01")).isRecorded();
    }

    @Test
    void a_target_states_by_when_and_not_for_a_day_before_its_own() {
        counted("homes");
        given.when(target("ME", "400", "2020-03-01", null, "2020-03-01")).isRecorded();
        given.when(target("ME", "400", "2020-02-29", null, "2020-03-01"))
                .refuses(MeasureRule.IMPOSSIBLE_TARGET_DAY)
                .at("/by");
        StatedDate march = new StatedDate(day("2020-03-05"), DatePrecision.MONTH);
        given.when(with(target("ME", "400", "2021-01-01", null, "2020-03-31"), "by", march))
                .isRecorded();
        given.whenMigrating(with(target("ME", "400", "2021-01-01", null, "2020-04-01"), "by", march))
                .refuses(MeasureRule.IMPOSSIBLE_TARGET_DAY);
        var undated = with(target("ME", "400", "2021-01-01", null, "2020-03-01"), "by", null);
        given.when(undated).refuses(MeasureRule.TARGET_WITHOUT_DAY).at("/by");
        given.whenMigrating(undated).unmet(MeasureRule.TARGET_WITHOUT_DAY);
    }

    @Test
    void a_target_that_takes_the_place_of_another_states_why() {
        counted("homes").facts(target("ME", "400", "2021-01-01", null, "2020-03-01"));
        for (String day : List.of("2020-03-02", "2024-03-01"))
            given.when(target("ME", "300", "2024-03-01", null, day))
                    .refuses(MeasureRule.TARGET_CHANGED_WITHOUT_REASON)
                    .against(4L);
        given.when(target("ME", "300", "2022-01-01", "A site was lost", "2020-03-02"))
                .isRecorded();
        given.when(target("ME", "500", "2021-01-01", null, "2020-02-29"))
                .refuses(MeasureRule.TARGET_CHANGED_WITHOUT_REASON)
                .against(4L);
        given.whenMigrating(target("ME", "300", "2022-01-01", null, "2020-03-02"))
                .unmet(MeasureRule.TARGET_CHANGED_WITHOUT_REASON);
    }

    @Test
    void a_value_is_counted_from_a_day_no_later_than_its_own() {
        counted("homes");
        var stated = value("ME", "25", "2020-03-31");
        given.when(with(stated, "countedFrom", day("2020-03-31"))).isRecorded();
        given.whenMigrating(with(stated, "countedFrom", day("2020-04-01")))
                .refuses(MeasureRule.COUNTED_FROM_LATER_DAY)
                .at("/countedFrom");
        Provenance march = new Provenance(day("2020-03-01"), DatePrecision.MONTH, null, null, null, null);
        given.when(with(with(stated, "provenance", march), "countedFrom", day("2020-03-31")))
                .isRecorded();
        given.when(with(with(stated, "provenance", march), "countedFrom", day("2020-04-01")))
                .refuses(MeasureRule.COUNTED_FROM_LATER_DAY);
    }

    /** The clerk records on 1 January 2026. */
    @Test
    void a_value_is_of_a_day_that_has_come() {
        counted("homes");
        given.when(value("ME", "25", "2026-01-01")).isRecorded();
        given.when(value("ME", "25", "2026-01-02"))
                .refuses(MeasureRule.VALUE_OF_THE_FUTURE)
                .at("/effectiveOn");
        given.whenMigrating(value("ME", "25", "2026-01-02")).unmet(MeasureRule.VALUE_OF_THE_FUTURE);
    }

    @Test
    void only_a_document_that_states_a_value_by_that_day_is_preferred() {
        counted("homes").facts(valueIn("ME", "Audit", "25", "2020-03-01"));
        given.when(preferredDocument("ME", "audit", "2020-03-01"))
                .records(preferredDocument("ME", "Audit", "2020-03-01"));
        given.when(preferredDocument("ME", "Audit", "2040-03-01")).isRecorded();
        given.when(preferredDocument("ME", "Audit", "2020-02-29")).refuses(MeasureRule.DOCUMENT_STATES_NO_VALUE);
        given.whenMigrating(preferredDocument("ME", "Rumour", "2020-03-01"))
                .refuses(MeasureRule.DOCUMENT_STATES_NO_VALUE);
        given.facts(preferredDocument("ME", "Audit", "2020-03-01"));
        given.whenStruck(4).refuses(MeasureRule.DOCUMENT_STATES_NO_VALUE);
    }

    @Test
    void nothing_follows_its_end() {
        counted("homes").facts(measureEnded("ME", "2020-06-01"));
        given.when(value("ME", "25", "2020-05-31")).isRecorded();
        for (String day : List.of("2020-06-02", "2025-06-01")) {
            given.when(value("ME", "25", day))
                    .refuses(MeasureRule.MEASURE_ENDED_ALREADY)
                    .against(4L);
            given.when(target("ME", "25", "2040-01-01", null, day)).refuses(MeasureRule.MEASURE_ENDED_ALREADY);
            given.when(measureEnded("ME", day)).refuses(MeasureRule.MEASURE_ENDED_ALREADY);
        }
        given.when(measureEnded("ME", "2020-05-31")).refuses(MeasureRule.MEASURE_ENDED_ALREADY);
    }

    @Test
    void it_ends_no_earlier_than_it_began() {
        counted("homes");
        given.when(measureEnded("ME", BEGIN)).isRecorded();
        given.when(measureEnded("ME", "2020-01-31")).refuses(MeasureRule.MEASURE_ENDED_BEFORE_IT_BEGAN);
    }
}
