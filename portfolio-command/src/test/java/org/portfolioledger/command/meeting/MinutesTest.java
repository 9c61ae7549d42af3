package org.portfolioledger.command.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.ActionFacts.action;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.quorum;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.MeetingFacts.meeting;
import static org.portfolioledger.command.MeetingFacts.meetingHeld;
import static org.portfolioledger.command.MeetingFacts.minuted;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Families;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.LedgerRule;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.StreamFact;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;

/** The minutes of a meeting and all that was decided in it are one unit over as many streams as it needs. */
class MinutesTest {

    private static final String DAY = "2020-05-20";
    private static final String LATER = "2020-05-27";

    private final Given given = Given.persons("p-a", "p-b", "p-c", "p-owner", "p-submitter")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    quorum("BD", 2, "2020-01-01"),
                    meeting("M", "BD", DAY, "2020-05-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"),
                    version("BC", 1, "2020-01-01"),
                    submitted("BC", 1, "2020-01-02"),
                    meetingHeld("M", List.of("p-a", "p-b", "p-c"), DAY));

    @Test
    void they_hold_what_was_decided_and_who_is_to_do_what() {
        var recorded = given.whenTogether(
                        minuted("M", LATER),
                        policy("D-1"),
                        policy("D-2"),
                        approval(),
                        action("ACT", "p-a", null, LATER))
                .facts();
        assertThat(recorded)
                .extracting(StreamFact::stream)
                .containsExactly("board-BD", "board-BD", "business-case-BC", "action-ACT", "meeting-M");
    }

    @Test
    void each_is_decided_upon_those_before_it() {
        given.whenTogether(minuted("M", LATER), policy("D-1"), with(policy("D-1"), "rationale", "Cheaper"))
                .refusesAll(ReferenceRule.ALREADY_EXISTS);
        assertThat(given.whenTogether(minuted("M", LATER), approval(), approval())
                        .facts())
                .hasSize(2);
        given.whenTogether(minuted("M", LATER), approval(), with(approval(), "rationale", "Cheaper"))
                .refusesAll(rule("ALREADY_FINAL"));
        given.whenTogether(minuted("M", LATER), policy("D-1"), with(action("ACT", "p-a", null, LATER), "meeting", "M"))
                .isRecorded();
    }

    @Test
    void one_refused_part_keeps_the_whole_off_the_record_and_is_pointed_at() {
        var refused = given.whenTogether(
                minuted("M", LATER), policy("D-1"), with(policy("D-2"), "decidedBy", List.of("p-owner")));
        refused.refuses(PowersRule.NOT_PRESENT).at("/records/1/body/decidedBy/0");
        assertThat(refused.isAccepted()).isFalse();
    }

    @Test
    void what_is_decided_in_the_same_unit_is_no_fact_on_record_to_collide_with() {
        given.whenTogether(minuted("M", LATER), approval(), with(approval(), "rationale", "Cheaper"))
                .refusesAll(rule("ALREADY_FINAL"));
    }

    @Test
    void each_rests_on_the_evidence_of_its_own_decision() {
        given.whenTogether(minuted("M", LATER), policy("D-1"), approval(), action("ACT", "p-a", null, LATER))
                .restsOn(1, 2L, 3L, 8L)
                .restsOn(2, 2L, 3L, 5L, 6L, 8L)
                .restsOn(3)
                .restsOn(4);
    }

    @Test
    void a_decision_rests_on_what_is_recorded_with_it() {
        given.retracted(8);
        var there = meetingHeld("M", List.of("p-a", "p-b", "p-c"), DAY);
        var minutes = given.whenTogether(minuted("M", LATER), action("ACT", "p-a", null, LATER), there, policy("D-1"));
        minutes.restsOn(1).restsOn(2).restsOn(3, 2L, 3L, -2L).restsOn(4);

        given.and(minutes);
        assertThat(given.stream("board-BD").getLast().restsOn()).containsExactly(2L, 3L, 11L);
    }

    @Test
    void all_is_of_one_register() {
        given.whenTogether(minuted("M", LATER), with(action("ACT", "p-a", null, LATER), "register", "OTHER"))
                .refusesAll(LedgerRule.ANOTHER_REGISTER);
    }

    @Test
    void each_is_corrected_by_itself() {
        given.and(given.whenTogether(minuted("M", LATER), policy("D-1"), approval()));
        given.and(given.whenStruck(9L));
        given.whenReplaced(10L, with(approval(), "rationale", "Cheaper")).isRecorded();
    }

    private static BoardDecided policy(String id) {
        return inMeeting(boardDecided("BD", id, "POLICY", DAY));
    }

    private static BusinessCaseDecided approval() {
        return inMeeting(decided("BC", "BD", 1, BoardOutcome.APPROVED, DAY));
    }

    private static <F extends Record & GovernanceFact> F inMeeting(F decision) {
        F there = with(with(decision, "manner", DecisionManner.IN_MEETING), "meeting", "M");
        return with(with(there, "decidedBy", List.of("p-a", "p-b")), "attendance", null);
    }

    private static Rule rule(String name) {
        return Families.ofStream("business-case-BC").rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
