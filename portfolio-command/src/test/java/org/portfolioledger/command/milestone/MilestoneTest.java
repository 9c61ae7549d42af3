package org.portfolioledger.command.milestone;

import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.MilestoneFacts.date;
import static org.portfolioledger.command.MilestoneFacts.expected;
import static org.portfolioledger.command.MilestoneFacts.milestone;
import static org.portfolioledger.command.MilestoneFacts.milestoneAchieved;
import static org.portfolioledger.command.MilestoneFacts.milestoneDropped;
import static org.portfolioledger.command.MilestoneFacts.reinstated;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.MilestoneFact;

/** A milestone is planned, expected, and achieved or dropped. */
class MilestoneTest {

    private final Given given = Given.persons()
            .facts(
                    initiative("PG", "2020-01-01"),
                    milestone("PG", "M-1", "2021-06-30", "2020-02-01"),
                    milestone("PG", "M-2", null, "2020-02-01"));

    @Test
    void a_milestone_is_planned_once_in_an_open_initiative() {
        given.when(milestone("PG", "M-3", "2021-06-30", "2020-02-01")).isRecorded();
        given.when(milestone("PG", "M-3", "2021-06-30", "2010-02-01")).isRecorded();
        given.when(milestone("PG", "m-1", "2021-06-30", "2030-02-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(2L);
        given.when(milestone("PX", "M-1", null, "2020-02-01")).refuses(ReferenceRule.NOT_FOUND);
        given.facts(closed("PG", "2022-01-01"));
        given.when(milestone("PG", "M-3", null, "2021-12-31")).isRecorded();
        given.when(milestone("PG", "M-3", null, "2022-01-01"))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .against(4L);
    }

    @Test
    void a_change_of_the_forecast_states_its_cause_and_what_happened() {
        var late = expected("PG", "M-1", "2021-09-30", "2020-02-01");
        given.when(late).isRecorded();
        given.when(with(late, "cause", null))
                .refuses(MilestoneRule.FORECAST_CHANGED_WITHOUT_CAUSE)
                .at("/cause");
        given.when(with(late, "reason", null))
                .refuses(MilestoneRule.FORECAST_CHANGED_WITHOUT_CAUSE)
                .at("/reason");
        given.whenMigrating(with(with(late, "cause", null), "reason", null))
                .unmet(MilestoneRule.FORECAST_CHANGED_WITHOUT_CAUSE);
        given.when(on("2040-02-01", late)).isRecorded();
    }

    @Test
    void nothing_happens_to_a_milestone_before_it_is_planned() {
        for (MilestoneFact early : List.of(
                expected("PG", "M-1", "2021-09-30", "2020-01-31"),
                milestoneAchieved("PG", "M-1", "2020-01-31"),
                milestoneDropped("PG", "M-1", "2020-01-31"),
                reinstated("PG", "M-1", "2020-01-31")))
            given.when(early)
                    .refuses(MilestoneRule.MILESTONE_NOT_PLANNED_YET)
                    .against(2L)
                    .at("/effectiveOn");
        given.when(milestoneAchieved("PG", "M-9", "2020-03-01")).refuses(ReferenceRule.NOT_FOUND);
        given.when(reinstated("PG", "M-9", "2020-03-01")).refuses(ReferenceRule.NOT_FOUND);
        given.facts(milestoneAchieved("PG", "M-1", "2020-03-01"));
        given.whenReplaced(2, milestone("PG", "M-1", "2021-06-30", "2020-03-01"))
                .isRecorded();
        given.whenReplaced(2, milestone("PG", "M-1", "2021-06-30", "2020-03-02"))
                .refuses(MilestoneRule.MILESTONE_NOT_PLANNED_YET)
                .against(4L);
        given.whenStruck(2).refuses(MilestoneRule.MILESTONE_NOT_PLANNED_YET);
    }

    @Test
    void a_milestone_is_achieved_no_later_than_on_the_day_on_which_that_is_recorded() {
        given.when(milestoneAchieved("PG", "M-1", "2026-01-01")).isRecorded();
        given.when(milestoneAchieved("PG", "M-1", "2026-01-02"))
                .refuses(MilestoneRule.ACHIEVED_IN_THE_FUTURE)
                .at("/effectiveOn")
                .entry("2026-01-02", "2026-01-01");
        given.facts(milestoneAchieved("PG", "M-1", "2020-03-01"));
        given.whenReplaced(4, milestoneAchieved("PG", "M-1", "2026-01-02"))
                .refuses(MilestoneRule.ACHIEVED_IN_THE_FUTURE);
        given.whenReplaced(4, milestoneAchieved("PG", "M-1", "2026-01-01")).isRecorded();
    }

    @Test
    void what_was_achieved_is_neither_expected_nor_dropped_nor_achieved_again() {
        given.facts(milestoneAchieved("PG", "M-1", "2021-03-01"));
        given.when(expected("PG", "M-1", "2021-09-30", "2021-02-28")).isRecorded();
        given.when(expected("PG", "M-1", "2021-09-30", "2021-03-01"))
                .refuses(MilestoneRule.MILESTONE_ACHIEVED_ALREADY)
                .against(4L);
        given.when(milestoneDropped("PG", "M-1", "2021-03-01"))
                .refuses(MilestoneRule.MILESTONE_ACHIEVED_ALREADY)
                .against(4L);
        // A day earlier it would be dropped when it was achieved.
        given.when(milestoneDropped("PG", "M-1", "2021-02-28"))
                .refuses(MilestoneRule.MILESTONE_NOT_PLANNED_ANY_MORE)
                .against(4L);
        given.when(milestoneAchieved("PG", "M-1", "2021-03-02")).refuses(MilestoneRule.MILESTONE_ACHIEVED_ALREADY);
        given.when(reinstated("PG", "M-1", "2021-03-02"))
                .refuses(MilestoneRule.MILESTONE_NOT_DROPPED)
                .against(4L);
        given.when(milestoneAchieved("PG", "M-2", "2021-03-02")).isRecorded();
    }

    @Test
    void what_was_dropped_is_reinstated_before_anything_else_happens_to_it() {
        given.facts(milestoneDropped("PG", "M-1", "2021-03-01"));
        given.when(expected("PG", "M-1", "2021-09-30", "2021-02-28")).isRecorded();
        given.when(expected("PG", "M-1", "2021-09-30", "2021-03-01"))
                .refuses(MilestoneRule.MILESTONE_NOT_PLANNED_ANY_MORE)
                .against(4L);
        given.when(milestoneAchieved("PG", "M-1", "2022-03-01")).refuses(MilestoneRule.MILESTONE_NOT_PLANNED_ANY_MORE);
        given.when(milestoneDropped("PG", "M-1", "2022-03-01")).refuses(MilestoneRule.MILESTONE_NOT_PLANNED_ANY_MORE);
        given.when(reinstated("PG", "M-1", "2021-02-28"))
                .refuses(MilestoneRule.MILESTONE_NOT_DROPPED)
                .against(2L);
        given.when(with(reinstated("PG", "M-1", "2021-03-01"), "forecast", date("2022-06-30")))
                .isRecorded();
        given.facts(reinstated("PG", "M-1", "2040-03-01"));
        given.when(expected("PG", "M-1", "2041-09-30", "2040-03-01")).isRecorded();
        given.when(expected("PG", "M-1", "2041-09-30", "2040-02-28"))
                .refuses(MilestoneRule.MILESTONE_NOT_PLANNED_ANY_MORE);
    }

    @Test
    void what_is_left_of_a_closed_initiative_is_only_dropped() {
        given.facts(closed("PG", "2022-01-01"), milestoneDropped("PG", "M-2", "2021-06-01"));
        given.when(milestoneDropped("PG", "M-1", "2022-01-01")).isRecorded();
        given.when(milestoneAchieved("PG", "M-1", "2021-12-31")).isRecorded();
        given.when(milestoneAchieved("PG", "M-1", "2022-01-01")).refuses(ReferenceRule.INITIATIVE_CLOSED);
        given.when(expected("PG", "M-1", "2022-09-30", "2022-01-01")).refuses(ReferenceRule.INITIATIVE_CLOSED);
        given.when(reinstated("PG", "M-2", "2022-01-01")).refuses(ReferenceRule.INITIATIVE_CLOSED);
    }
}
