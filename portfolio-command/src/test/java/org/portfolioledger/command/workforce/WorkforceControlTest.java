package org.portfolioledger.command.workforce;

import static org.portfolioledger.command.Facts.pounds;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;
import static org.portfolioledger.command.WorkforceControlFacts.controlEnded;
import static org.portfolioledger.command.WorkforceControlFacts.controlUntil;
import static org.portfolioledger.command.WorkforceControlFacts.figures;
import static org.portfolioledger.command.WorkforceControlFacts.workforceControl;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.PriceBasis;

class WorkforceControlTest {

    private static final String BEGIN = "2020-02-01";

    private final Given given = Given.persons("p-a").facts(portfolio("PF", "2020-01-01"));

    @Test
    void a_control_is_put_on_record_once() {
        var opened = workforceControl("WC", null, BEGIN);
        given.when(opened).records(opened);
        given.facts(opened).when(opened).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_names_groups_of_staff_its_phase_and_a_portfolio_on_record() {
        var opened = workforceControl("WC", null, BEGIN);
        given.when(with(opened, "groups", List.of()))
                .refuses(WorkforceControlRule.CONTROL_WITHOUT_GROUPS)
                .at("/groups");
        given.whenMigrating(with(opened, "groups", List.of())).unmet(WorkforceControlRule.CONTROL_WITHOUT_GROUPS);
        given.when(with(opened, "phase", 0))
                .refuses(WorkforceControlRule.CONTROL_PHASE_BELOW_ONE)
                .at("/phase");
        given.when(with(opened, "phase", null)).isRecorded();
        given.when(with(opened, "portfolio", "PF")).isRecorded();
        given.when(with(opened, "portfolio", "PF-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/portfolio");
    }

    @Test
    void its_last_day_is_no_earlier_than_the_day_on_which_it_is_stated() {
        given.when(workforceControl("WC", BEGIN, BEGIN)).isRecorded();
        given.whenMigrating(workforceControl("WC", "2020-01-31", BEGIN))
                .refuses(WorkforceControlRule.IMPOSSIBLE_CONTROL_PERIOD)
                .at("/lastDay");
        given.facts(workforceControl("WC", null, BEGIN));
        given.when(controlUntil("WC", "2040-03-01", "2040-03-01")).isRecorded();
        given.when(controlUntil("WC", "2020-02-29", "2020-03-01"))
                .refuses(WorkforceControlRule.IMPOSSIBLE_CONTROL_PERIOD);
    }

    @Test
    void a_report_states_a_figure_that_can_be() {
        given.facts(workforceControl("WC", null, BEGIN));
        given.when(figures("WC", null, null, "2020-03-01")).refuses(WorkforceControlRule.FIGURES_WITHOUT_FIGURE);
        given.when(figures("WC", 0, null, "2020-03-01")).isRecorded();
        given.when(figures("WC", -1, null, "2020-03-01"))
                .refuses(WorkforceControlRule.FIGURE_BELOW_ZERO)
                .at("/offers");
        given.when(with(figures("WC", 1, null, "2020-03-01"), "posts", -1))
                .refuses(WorkforceControlRule.FIGURE_BELOW_ZERO)
                .at("/posts");
    }

    @Test
    void no_more_offers_are_accepted_than_were_made_by_then() {
        given.facts(workforceControl("WC", null, BEGIN), figures("WC", 10, null, "2020-06-01"));
        given.when(figures("WC", null, 10, "2020-06-01")).isRecorded();
        given.when(figures("WC", null, 11, "2020-06-01"))
                .refuses(WorkforceControlRule.ACCEPTED_ABOVE_OFFERS)
                .against(3L);
        given.when(figures("WC", 11, 11, "2040-06-01")).isRecorded();
        given.when(figures("WC", null, 11, "2040-06-01")).refuses(WorkforceControlRule.ACCEPTED_ABOVE_OFFERS);
        given.when(figures("WC", null, 11, "2020-05-31"))
                .refuses(WorkforceControlRule.ACCEPTED_ABOVE_OFFERS)
                .against(3L);
    }

    @Test
    void a_cost_is_qualified() {
        given.facts(workforceControl("WC", null, BEGIN));
        var report = figures("WC", null, null, "2020-03-01");
        given.when(with(report, "cost", pounds("12500000"))).isRecorded();
        var unqualified = with(
                with(pounds("12500000"), "priceBasis", PriceBasis.NOT_STATED), "confidence", Confidence.NOT_STATED);
        given.when(with(report, "cost", unqualified))
                .refuses(WorkforceControlRule.COST_NOT_QUALIFIED)
                .at("/cost");
        given.whenMigrating(with(report, "cost", unqualified)).unmet(WorkforceControlRule.COST_NOT_QUALIFIED);
        given.when(with(report, "cost", with(pounds("1"), "amount", new BigDecimal("-1"))))
                .refuses(PowersRule.AMOUNT_BELOW_ZERO)
                .at("/cost/amount");
    }

    @Test
    void nothing_comes_after_its_end() {
        given.facts(workforceControl("WC", null, BEGIN), controlEnded("WC", "2020-06-01"));
        given.when(figures("WC", 1, null, "2020-05-31")).isRecorded();
        for (String day : List.of("2020-06-01", "2040-01-01"))
            given.when(figures("WC", 1, null, day))
                    .refuses(WorkforceControlRule.WORKFORCE_CONTROL_ENDED_ALREADY)
                    .against(3L);
        given.when(controlEnded("WC", "2020-07-01")).refuses(WorkforceControlRule.WORKFORCE_CONTROL_ENDED_ALREADY);
        given.facts(workforceControl("WC-2", null, BEGIN));
        given.when(controlEnded("WC-2", BEGIN)).isRecorded();
        given.when(controlEnded("WC-2", "2020-01-31"))
                .refuses(WorkforceControlRule.WORKFORCE_CONTROL_ENDED_BEFORE_IT_BEGAN);
    }
}
