package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.InitiativeFacts.renamed;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.RagRating;

/** Rule 18: what a migrated source cannot satisfy is written on the fact as unmet; structural nonsense is refused. */
class Rule18MigrationTest {

    private final Given given = Given.persons("p-a", "p-b", "p-board", "p-owner")
            .facts(
                    portfolio("PF", "2011-06-13"),
                    scheme("PF", "ACME_RAG", 1, "2011-06-13"),
                    initiativeIn("PG", "PF", "2011-06-13"),
                    board("BD", "2011-06-13"),
                    caseOpened("BC", "PG", CaseStage.OBC, List.of("BD"), "2011-06-13"));

    @Test
    void a_rating_whose_assessor_nobody_named_is_migrated_as_such() {
        var rating = with(with(rated("PG", RagRating.RED, "2011-06-13"), "assessor", null), "rationale", null);
        given.whenMigrating(rating)
                .records(rating)
                .unmet(rule(rating, "RATING_WITHOUT_ASSESSOR"), rule(rating, "RATING_WITHOUT_RATIONALE"));
        assertThat(given.when(rating).isAccepted()).isFalse();
    }

    @Test
    void an_approval_of_which_nobody_wrote_down_board_version_or_papers_is_migrated_as_such() {
        BusinessCaseDecided bare = bare();
        given.whenMigrating(bare)
                .records(bare)
                .unmet(
                        PowersRule.DECISION_WITHOUT_BOARD,
                        PowersRule.DECISION_WITHOUT_MEETING,
                        rule(bare, "DECISION_WITHOUT_PAPERS"),
                        PowersRule.DECISION_WITHOUT_PERSONS,
                        rule(bare, "NOT_SUBMITTED"));
        assertThat(given.when(bare).rules()).hasSize(5);
    }

    @Test
    void a_fact_that_its_source_states_in_full_has_no_rule_unmet() {
        given.whenMigrating(rated("PG", RagRating.RED, "2011-06-13")).unmet();
    }

    @Test
    void a_rule_that_is_unmet_several_times_is_named_once() {
        var two = with(
                with(decided("BC", "BD", 1, BoardOutcome.APPROVED_IN_PRINCIPLE, "2011-07-01"), "version", null),
                "decidedBy",
                List.of("p-owner", "p-board"));
        var owned = with(
                caseOpened("BC", "PG", CaseStage.OBC, List.of("BD"), "2011-06-13"),
                "owners",
                List.of("p-owner", "p-board"));
        given.replaced(5, owned).whenMigrating(two).unmet(rule(two, "NOT_SUBMITTED"), rule(two, "SELF_APPROVAL"));
    }

    @Test
    void structural_nonsense_is_refused_in_a_migration_too() {
        given.whenMigrating(initiative("PG", "2011-06-13")).refuses(ReferenceRule.ALREADY_EXISTS);
        given.whenMigrating(renamed("PG-9", "Homes", "2011-06-13")).refuses(ReferenceRule.NOT_FOUND);
        given.whenMigrating(sro("PG", "SRO-1", "p-x", "2011-06-13")).refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.whenMigrating(with(rated("PG", RagRating.RED, "2011-06-13"), "scheme", "OTHER"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.facts(renamed("PG", "Homes", "2012-01-01"))
                .whenStruckMigrating(3)
                .refuses(LedgerRule.OPENING_STILL_NEEDED);
    }

    @Test
    void one_structural_fault_refuses_and_the_unmet_rules_beside_it_are_not_said_to_refuse() {
        var rating = with(with(rated("PG", RagRating.RED, "2011-06-13"), "assessor", null), "scheme", "OTHER");
        given.whenMigrating(rating).refuses(ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void an_overlap_that_the_papers_state_is_migrated_as_such_and_both_may_end() {
        given.facts(sro("PG", "SRO-1", "p-a", "2011-06-13"));
        var second = sro("PG", "SRO-2", "p-b", "2011-09-01");
        Then then = given.whenMigrating(second);
        given.and(then.unmet(rule(second, "OVERLAPPING_APPOINTMENT")));
        given.and(given.whenMigrating(AppointmentFacts.ended("PG", "SRO-1", "2011-12-01"))
                .unmet());
        given.and(given.whenMigrating(AppointmentFacts.ended("PG", "SRO-2", "2012-12-01"))
                .unmet());
    }

    @Test
    void what_was_broken_before_is_not_the_next_commands_doing() {
        given.migrated(bare(), PowersRule.DECISION_WITHOUT_BOARD);
        given.when(BusinessCaseFacts.version("BC", 1, "2012-01-01"))
                .isRecorded()
                .unmet();
        given.when(BusinessCaseFacts.version("BC", 1, "2011-06-30"))
                .isRecorded()
                .unmet();
    }

    @Test
    void what_is_recorded_together_has_each_its_own_rules_unmet() {
        given.facts(MeetingFacts.meeting("M", "BD", "2011-07-01", "2011-06-20"));
        given.facts(MeetingFacts.meetingHeld("M", List.of("p-board"), "2011-07-01"));
        BusinessCaseDecided bare = bare();
        given.and(given.whenTogetherMigrating(MeetingFacts.minuted("M", "2011-07-02"), bare));
        var facts = given.stream("business-case-BC");
        assertThat(facts.getLast().unmetRules()).contains("DECISION_WITHOUT_PAPERS", "NOT_SUBMITTED");
        assertThat(given.stream("meeting-M").getLast().unmetRules()).isEmpty();
    }

    @Test
    void a_live_correction_that_decides_something_else_keeps_no_rule_unmet() {
        var deferred = BusinessCaseFacts.as(BoardOutcome.DEFERRED, with(bare(), "board", "BD"));
        given.and(given.whenMigrating(deferred));
        long migrated = given.head();
        assertThat(given.whenReplaced(migrated, with(deferred, "rationale", "Too dear"))
                        .isAccepted())
                .isTrue();
        assertThat(given.whenReplaced(migrated, with(deferred, "decidedBy", List.of("p-board")))
                        .isAccepted())
                .isTrue();
        for (var other : List.of(
                BusinessCaseFacts.as(BoardOutcome.APPROVED, deferred),
                BusinessCaseFacts.as(BoardOutcome.REJECTED, deferred)))
            assertThat(given.whenReplaced(migrated, other).rules())
                    .contains(PowersRule.DECISION_WITHOUT_MEETING, PowersRule.DECISION_WITHOUT_PERSONS);
    }

    @Test
    void a_live_correction_of_a_migrated_fact_keeps_its_unmet_rules_and_is_not_refused_for_them() {
        var rating = with(rated("PG", RagRating.RED, "2011-06-13"), "assessor", null);
        Rule unnamed = rule(rating, "RATING_WITHOUT_ASSESSOR");
        given.migrated(rating, unnamed);
        var amber = with(rating, "rating", RagRating.AMBER);
        given.and(given.whenReplaced(6, amber).unmet(unnamed));
        given.and(given.whenReplaced(7, with(rating, "rating", RagRating.GREEN)).unmet(unnamed));
    }

    @Test
    void a_correction_that_says_what_the_source_did_not_meets_the_rule() {
        var rating = with(rated("PG", RagRating.RED, "2011-06-13"), "assessor", null);
        given.migrated(rating, rule(rating, "RATING_WITHOUT_ASSESSOR"));
        given.whenReplaced(6, rated("PG", RagRating.RED, "2011-06-13")).unmet();
    }

    @Test
    void a_live_correction_is_refused_for_a_rule_that_the_migrated_fact_met() {
        var rating = with(rated("PG", RagRating.RED, "2011-06-13"), "assessor", null);
        given.migrated(rating, rule(rating, "RATING_WITHOUT_ASSESSOR"));
        Then then = given.whenReplaced(6, with(rating, "rationale", null));
        assertThat(then.rules()).extracting(Rule::name).containsExactly("RATING_WITHOUT_RATIONALE");
    }

    @Test
    void a_migrated_fact_that_was_struck_in_error_stands_again_as_it_did() {
        given.facts(sro("PG", "SRO-1", "p-a", "2011-06-13"));
        var second = sro("PG", "SRO-2", "p-b", "2011-09-01");
        given.migrated(second, rule(second, "OVERLAPPING_APPOINTMENT"));
        given.and(given.whenStruck(7));
        given.whenStruck(8).isRecorded();
    }

    /** "The outline case was approved in principle in July": nothing more is known. */
    private static BusinessCaseDecided bare() {
        var approval = decided("BC", "BD", 1, BoardOutcome.APPROVED_IN_PRINCIPLE, "2011-07-01");
        for (String unknown : List.of("board", "version", "manner", "attendance")) {
            approval = with(approval, unknown, null);
        }
        return with(with(approval, "papers", List.of()), "decidedBy", List.of());
    }

    /** A rule of the family that decides on the fact; each family keeps its own to itself. */
    private static Rule rule(GovernanceFact fact, String name) {
        return Families.ofStream(Families.addressed(Families.asking(fact))).rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
