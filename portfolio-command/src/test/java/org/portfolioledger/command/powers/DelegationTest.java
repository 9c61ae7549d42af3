package org.portfolioledger.command.powers;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.delegated;
import static org.portfolioledger.command.BoardFacts.revoked;
import static org.portfolioledger.command.BoardFacts.sitting;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.pounds;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.PostFacts.filled;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.PostFacts.vacated;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Holder;

/** Rule 7: whoever is no member of a board decides for it only by a recorded delegation, and within it. */
class DelegationTest {

    private static final String DAY = "2020-05-20";

    private final Given given = Given.persons("p-a", "p-b", "p-owner", "p-submitter")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    sitting("BD", List.of("p-b"), "2020-01-02"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"),
                    version("BC", 1, "2020-01-01"),
                    submitted("BC", 1, "2020-01-02"),
                    delegated("BD", "DG", "p-a", "2020-03-01"));

    @Test
    void the_delegate_decides_without_a_seat_a_meeting_or_a_quorum() {
        given.when(policy("DG", "p-a", DAY)).isRecorded().restsOn(2L, 7L);
        given.when(policy("DG", "p-b", DAY))
                .refuses(PowersRule.NOT_THE_DELEGATE)
                .at("/decidedBy")
                .against(7L);
        given.when(with(policy("DG", "p-a", DAY), "decidedBy", List.of("p-a", "p-b")))
                .refuses(PowersRule.NOT_THE_DELEGATE);
        given.when(policy(null, "p-a", DAY)).refuses(PowersRule.DECISION_WITHOUT_DELEGATION);
        given.when(policy("DG-9", "p-a", DAY))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/delegation");
        given.when(with(policy("DG", "p-a", DAY), "manner", DecisionManner.BY_WRITTEN_PROCEDURE))
                .refusesAll(PowersRule.MANNER_DOES_NOT_FIT, PowersRule.NOT_A_MEMBER, PowersRule.NO_QUORUM);
    }

    @Test
    void it_holds_from_its_first_day_to_its_last() {
        given.when(policy("DG", "p-a", "2020-03-01")).isRecorded();
        given.when(policy("DG", "p-a", "2020-02-29"))
                .refuses(PowersRule.DELEGATION_NOT_IN_FORCE)
                .against(7L);
        given.facts(with(delegated("BD", "DG-2", "p-a", "2020-03-01"), "validUntil", day("2020-05-31")));
        given.when(policy("DG-2", "p-a", "2020-05-31")).isRecorded();
        given.when(policy("DG-2", "p-a", "2020-06-01"))
                .refuses(PowersRule.DELEGATION_NOT_IN_FORCE)
                .entry("2020-05-31");
        given.and(revoked("BD", "DG", "2020-07-01"));
        given.when(policy("DG", "p-a", "2020-06-30")).isRecorded();
        given.when(policy("DG", "p-a", "2020-07-01"))
                .refuses(PowersRule.DELEGATION_NOT_IN_FORCE)
                .against(9L);
        given.when(with(policy("DG", "p-a", "2020-07-01"), "ultraVires", "Urgent"))
                .isRecorded();
    }

    @Test
    void it_covers_what_was_delegated_and_no_pound_more() {
        given.when(with(policy("DG", "p-a", DAY), "matter", "REBASELINE"))
                .refuses(PowersRule.OUTSIDE_DELEGATION)
                .entry("REBASELINE");
        given.when(onCase()).isRecorded();
        given.facts(with(delegated("BD", "DG", "p-a", "2020-03-01"), "limit", pounds("3999999.99")));
        given.when(onCase()).refuses(PowersRule.OUTSIDE_DELEGATION).against(8L);
        given.facts(with(delegated("BD", "DG", "p-a", "2020-03-01"), "limit", null));
        given.when(onCase()).refuses(PowersRule.OUTSIDE_DELEGATION).against(9L);
        var deferred = with(onCase(), "outcome", BoardOutcome.DEFERRED);
        given.when(with(deferred, "deferredUntil", day("2020-06-20"))).isRecorded();
    }

    @Test
    void whoever_is_in_a_post_is_one_person() {
        given.facts(with(delegated("BD", "DG", "p-a", "2020-03-01"), "delegate", new Holder(null, "Director")));
        given.when(policy("DG", "p-b", DAY)).isRecorded();
        given.when(with(policy("DG", "p-a", DAY), "decidedBy", List.of("p-a", "p-b")))
                .refuses(PowersRule.NOT_THE_DELEGATE);
    }

    @Test
    void of_a_post_on_record_the_holder_on_that_day_decides_and_nobody_else() {
        given.facts(
                post("PO", "2020-01-01"),
                filled("PO", "p-a", "2020-03-01"),
                vacated("PO", "2020-06-01"),
                with(with(delegated("BD", "DG", "p-a", "2020-03-01"), "delegate", null), "heldByPost", "PO"));
        given.when(policy("DG", "p-a", "2020-05-31")).isRecorded().restsOn(2L, 9L, 11L);
        given.when(policy("DG", "p-b", "2020-05-31"))
                .refuses(PowersRule.NOT_THE_DELEGATE)
                .entry("p-b", "p-a");
        given.when(policy("DG", "p-a", "2020-06-01"))
                .refuses(PowersRule.NOT_THE_DELEGATE)
                .entry("post PO");
        given.when(with(policy("DG", "p-a", "2020-06-01"), "ultraVires", "Urgent"))
                .isRecorded();
    }

    private static BoardDecided policy(@Nullable String delegation, String person, String on) {
        var decision = with(boardDecided("BD", "D-1", "POLICY", on), "manner", DecisionManner.BY_DELEGATION);
        return with(with(with(decision, "delegation", delegation), "decidedBy", List.of(person)), "attendance", null);
    }

    private static BusinessCaseDecided onCase() {
        var decision = with(decided("BC", "BD", 1, BoardOutcome.APPROVED, DAY), "manner", DecisionManner.BY_DELEGATION);
        return with(with(with(decision, "delegation", "DG"), "decidedBy", List.of("p-a")), "attendance", null);
    }
}
