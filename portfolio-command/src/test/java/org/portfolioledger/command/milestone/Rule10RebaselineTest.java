package org.portfolioledger.command.milestone;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.initiativeUnder;
import static org.portfolioledger.command.MilestoneFacts.baseline;
import static org.portfolioledger.command.MilestoneFacts.date;
import static org.portfolioledger.command.MilestoneFacts.expected;
import static org.portfolioledger.command.MilestoneFacts.milestone;
import static org.portfolioledger.command.MilestoneFacts.milestoneAchieved;
import static org.portfolioledger.command.MilestoneFacts.milestoneDropped;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.milestone.MilestoneCommand.SetBaseline;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.vocabulary.BoardOutcome;

/** Rule 10: a baseline changes only by a re-baseline that names the approving decision and the reason. */
class Rule10RebaselineTest {

    private static final List<String> BOTH = List.of("M-1", "M-2");
    private static final BoardDecided REBASELINED =
            with(boardDecided("BD", "D-1", "REBASELINE", "2021-06-01"), "initiative", "PG");
    private static final long DECISION = 6;

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    milestone("PG", "M-1", "2021-06-30", "2020-02-01"),
                    milestone("PG", "M-2", null, "2020-02-01"),
                    baseline("PG", 1, "2021-06-30", BOTH, null, "2020-03-01"),
                    REBASELINED);

    private static BaselineSet second(@Nullable Long decision, String day) {
        return baseline("PG", 2, "2021-12-31", BOTH, decision, day);
    }

    @Test
    void a_rebaseline_rests_on_its_approval() {
        given.when(second(DECISION, "2021-06-01"))
                .records(second(DECISION, "2021-06-01"))
                .restsOn(DECISION)
                .reads("board-BD", "initiative-PG");
        given.when(second(DECISION, "2040-06-01")).isRecorded();
        given.when(second(DECISION, "2021-05-31"))
                .refuses(MilestoneRule.BASELINE_WITHOUT_DECISION)
                .against(DECISION)
                .at("/decision")
                .entry("2021-05-31");
        given.when(second(null, "2021-06-01"))
                .refuses(MilestoneRule.BASELINE_WITHOUT_DECISION)
                .againstNothing();
        given.when(second(2L, "2021-06-01")).refuses(MilestoneRule.BASELINE_WITHOUT_DECISION);
        given.when(second(99L, "2021-06-01")).refuses(MilestoneRule.BASELINE_WITHOUT_DECISION);
        given.whenMigrating(second(null, "2021-06-01")).unmet(MilestoneRule.BASELINE_WITHOUT_DECISION);
    }

    @Test
    void only_a_standing_approval_of_a_rebaseline_of_the_initiative_or_what_is_above_it_will_do() {
        given.facts(
                with(REBASELINED, "matter", "POLICY"),
                with(REBASELINED, "outcome", BoardOutcome.DEFERRED),
                initiative("PX", "2020-01-01"),
                with(REBASELINED, "initiative", "PX"));
        for (long unfit : new long[] {7, 8, 10})
            given.when(second(unfit, "2021-06-01"))
                    .refuses(MilestoneRule.BASELINE_WITHOUT_DECISION)
                    .against(unfit);
        given.facts(
                initiativeUnder("PJ", "PG", "2020-01-01"),
                milestone("PJ", "M-1", "2021-06-30", "2020-02-01"),
                baseline("PJ", 1, "2021-06-30", List.of("M-1"), null, "2020-03-01"));
        given.when(baseline("PJ", 2, "2021-12-31", List.of("M-1"), DECISION, "2021-06-01"))
                .isRecorded();
        given.retracted(DECISION).when(second(DECISION, "2021-06-01")).refuses(MilestoneRule.BASELINE_WITHOUT_DECISION);
    }

    @Test
    void a_rebaseline_states_its_reason() {
        given.when(with(second(DECISION, "2021-06-01"), "reason", null))
                .refuses(MilestoneRule.BASELINE_WITHOUT_REASON)
                .at("/reason");
        given.whenMigrating(with(second(DECISION, "2021-06-01"), "reason", null))
                .unmet(MilestoneRule.BASELINE_WITHOUT_REASON);
    }

    @Test
    void the_first_baseline_needs_no_decision_and_what_it_names_is_one() {
        given.retracted(5);
        given.when(baseline("PG", 1, "2021-12-31", BOTH, null, "2020-03-01")).isRecorded();
        given.when(baseline("PG", 1, "2021-12-31", BOTH, DECISION, "2021-06-01"))
                .isRecorded()
                .restsOn(DECISION);
        given.when(baseline("PG", 1, "2021-12-31", BOTH, DECISION, "2021-05-31"))
                .refuses(MilestoneRule.BASELINE_WITHOUT_DECISION);
        given.when(baseline("PG", 1, "2021-12-31", BOTH, 2L, "2021-06-01"))
                .refuses(MilestoneRule.BASELINE_WITHOUT_DECISION);
    }

    @Test
    void a_baseline_may_name_the_case_with_whose_final_approval_it_was_approved() {
        given.retracted(5)
                .facts(
                        caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-02-01"),
                        version("BC", 1, "2020-02-10"),
                        submitted("BC", 1, "2020-02-12"),
                        decided("BC", "BD", 1, BoardOutcome.APPROVED, "2020-03-01"));
        var first = with(baseline("PG", 1, "2021-06-30", BOTH, null, "2020-03-01"), "businessCase", "BC");
        given.when(first).isRecorded().restsOn(given.head());
        given.when(on("2020-02-29", first))
                .refuses(MilestoneRule.BASELINE_CASE_NOT_APPROVED)
                .at("/businessCase");
        given.when(with(first, "businessCase", "BC-9")).refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.facts(initiative("PX", "2020-01-01"), milestone("PX", "M-1", "2021-06-30", "2020-02-01"));
        given.when(with(baseline("PX", 1, "2021-06-30", List.of("M-1"), null, "2020-03-01"), "businessCase", "BC"))
                .refuses(MilestoneRule.BASELINE_CASE_NOT_APPROVED);
    }

    @Test
    void baselines_are_numbered_in_the_order_in_which_they_take_effect() {
        given.when(baseline("PG", 3, "2021-12-31", BOTH, DECISION, "2021-06-01"))
                .refuses(MilestoneRule.BASELINE_OUT_OF_ORDER)
                .against(5L)
                .at("/baseline");
        given.when(baseline("PG", 1, "2021-12-31", BOTH, null, "2021-06-01"))
                .refuses(MilestoneRule.BASELINE_OUT_OF_ORDER);
        given.facts(second(DECISION, "2021-06-02"));
        given.when(baseline("PG", 3, "2021-12-31", BOTH, DECISION, "2021-06-01"))
                .refuses(MilestoneRule.BASELINE_OUT_OF_ORDER);
        given.when(baseline("PG", 3, "2021-12-31", BOTH, DECISION, "2021-06-02"))
                .isRecorded();
        given.whenStruck(5).refuses(MilestoneRule.BASELINE_OUT_OF_ORDER);
        given.whenReplaced(5, baseline("PG", 1, "2021-06-30", BOTH, null, "2021-06-02"))
                .isRecorded();
        given.whenReplaced(5, baseline("PG", 1, "2021-06-30", BOTH, null, "2021-06-03"))
                .refuses(MilestoneRule.BASELINE_OUT_OF_ORDER);
    }

    @Test
    void without_number_and_dates_the_next_one_has_the_dates_of_its_day() {
        given.facts(
                expected("PG", "M-1", "2021-09-30", "2021-04-01"),
                milestone("PG", "M-3", "2021-10-31", "2021-04-01"),
                milestone("PG", "M-4", "2021-11-30", "2021-04-01"),
                milestoneAchieved("PG", "M-3", "2021-05-05"),
                milestoneDropped("PG", "M-4", "2021-05-05"));
        var next = new SetBaseline("PG", null, List.of(), DECISION, null, "Late", on("2021-06-01"));
        given.when(next)
                .records(new BaselineSet(
                        "PG",
                        2,
                        List.of(of("M-1", "2021-09-30"), of("M-3", "2021-05-05")),
                        DECISION,
                        null,
                        "Late",
                        on("2021-06-01")));
        given.facts(initiative("PX", "2020-01-01"), milestone("PX", "M-1", null, "2020-02-01"));
        given.when(new SetBaseline("PX", null, List.of(), null, null, null, on("2020-02-01")))
                .refuses(MilestoneRule.BASELINE_OF_NOTHING)
                .at("/dates");
    }

    private static BaselineDate of(String milestone, String date) {
        return BaselineDate.of(milestone, date(date));
    }

    @Test
    void its_milestones_are_planned_by_its_day_and_named_once() {
        given.when(baseline("PG", 2, "2021-12-31", List.of("M-1", "M-9"), DECISION, "2021-06-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/dates/1/milestone");
        given.when(baseline("PG", 2, "2021-12-31", List.of("M-1", "m-1"), DECISION, "2021-06-01"))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/dates/1/milestone");
        given.when(baseline("PG", 2, "2021-12-31", List.of("m-1"), DECISION, "2021-06-01"))
                .records(baseline("PG", 2, "2021-12-31", List.of("M-1"), DECISION, "2021-06-01"));
        given.facts(milestone("PG", "M-3", null, "2021-06-02"), milestoneDropped("PG", "M-2", "2021-06-02"));
        given.when(baseline("PG", 2, "2021-12-31", List.of("M-3"), DECISION, "2021-06-01"))
                .refuses(MilestoneRule.MILESTONE_NOT_PLANNED_YET);
        given.when(baseline("PG", 2, "2021-12-31", List.of("M-3"), DECISION, "2021-06-02"))
                .isRecorded();
        given.when(second(DECISION, "2021-06-01")).isRecorded();
        given.when(second(DECISION, "2021-06-02"))
                .refuses(MilestoneRule.MILESTONE_NOT_PLANNED_ANY_MORE)
                .against(given.head());
    }

    @Test
    void no_baseline_is_set_for_a_closed_initiative() {
        given.facts(closed("PG", "2021-07-01"));
        given.when(second(DECISION, "2021-06-30")).isRecorded();
        given.when(second(DECISION, "2021-07-01")).refuses(ReferenceRule.INITIATIVE_CLOSED);
    }
}
