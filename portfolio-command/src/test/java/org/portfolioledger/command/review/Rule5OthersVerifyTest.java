package org.portfolioledger.command.review;

import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.ReviewFacts.assigned;
import static org.portfolioledger.command.ReviewFacts.claimed;
import static org.portfolioledger.command.ReviewFacts.closedNotDone;
import static org.portfolioledger.command.ReviewFacts.recommended;
import static org.portfolioledger.command.ReviewFacts.reopened;
import static org.portfolioledger.command.ReviewFacts.review;
import static org.portfolioledger.command.ReviewFacts.verified;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.events.ReviewFact.ReviewKind;

/** Rule 5: nobody verifies a recommendation that they own or claimed, whoever records it and by whichever account. */
class Rule5OthersVerifyTest {

    private final Given given = Given.persons("p-owner", "p-other", "p-claims", "p-assurance", "p-records-the-claim")
            .facts(
                    initiative("PG", "2020-01-01"),
                    review("RV", ReviewKind.GATE_2, "PG", "2020-01-01"),
                    recommended("RV", "R", "p-owner", "2020-02-01"))
            .sentBy(Given.clerk("p-records-the-claim"))
            .and(claimed("RV", "R", "p-claims", "2020-03-01"))
            .sentBy(Given.clerk("p-records"));

    @Test
    void its_owner_and_who_claimed_it_do_not_verify_it() {
        given.when(verified("RV", "R", "p-assurance", "2020-04-01")).isRecorded();
        given.when(verified("RV", "R", "p-owner", "2020-04-01"))
                .refuses(ReviewRule.SELF_VERIFICATION)
                .against(3L)
                .at("/verifiedBy")
                .entry("p-owner", "owns it");
        given.when(verified("RV", "R", "p-claims", "2040-04-01"))
                .refuses(ReviewRule.SELF_VERIFICATION)
                .against(4L)
                .entry("p-claims", "claimed");
        given.when(verified("RV", "R", "p-records-the-claim", "2020-03-01")).refuses(ReviewRule.SELF_VERIFICATION);
    }

    @Test
    void nor_do_they_record_a_verification_that_names_another() {
        for (String person : List.of("p-owner", "p-claims", "p-records-the-claim"))
            given.sentBy(Given.clerk(person))
                    .when(verified("RV", "R", "p-assurance", "2020-04-01"))
                    .refuses(ReviewRule.SELF_VERIFICATION)
                    .entry(person, "records the verification");
    }

    @Test
    void who_owned_it_before_does_not_verify_it_and_who_owns_it_only_later_may_have() {
        given.facts(assigned("RV", "R", "p-other", "2020-02-15"));
        given.when(verified("RV", "R", "p-owner", "2020-04-01")).refuses(ReviewRule.SELF_VERIFICATION);
        given.when(verified("RV", "R", "p-other", "2020-04-01"))
                .refuses(ReviewRule.SELF_VERIFICATION)
                .against(5L);
    }

    @Test
    void an_owner_that_is_back_dated_before_the_verification_by_that_person_is_refused() {
        given.facts(verified("RV", "R", "p-assurance", "2020-04-01"));
        given.when(assigned("RV", "R", "p-other", "2020-03-15")).isRecorded();
        given.when(assigned("RV", "R", "p-assurance", "2020-03-15"))
                .refuses(ReviewRule.SELF_VERIFICATION)
                .against(5L);
    }

    @Test
    void nor_do_they_correct_how_it_ended() {
        given.facts(verified("RV", "R", "p-assurance", "2020-04-01"), reopened("RV", "R", "2020-05-01"));
        for (String person : List.of("p-owner", "p-claims", "p-records-the-claim"))
            given.sentBy(Given.clerk(person))
                    .whenStruck(given.head())
                    .refuses(ReviewRule.SELF_VERIFICATION)
                    .entry(person, "corrects what became of it");
        given.sentBy(Given.clerk("p-assurance")).whenStruck(given.head()).isRecorded();
    }

    @Test
    void its_owner_does_not_close_it_undone() {
        given.when(closedNotDone("RV", "R", "2020-04-01")).isRecorded();
        given.sentBy(Given.clerk("p-owner"))
                .when(closedNotDone("RV", "R", "2020-04-01"))
                .refuses(ReviewRule.SELF_VERIFICATION)
                .entry("p-owner", "closes it");
    }

    @Test
    void whoever_corrects_the_claim_takes_part_in_it() {
        given.facts(verified("RV", "R", "p-assurance", "2020-04-01"));
        given.sentBy(Given.clerk("p-assurance"))
                .whenReplaced(4, with(claimed("RV", "R", "p-claims", "2020-03-02"), "claimedBy", null))
                .refuses(ReviewRule.SELF_VERIFICATION);
    }

    @Test
    void who_copies_papers_in_a_migration_takes_no_part() {
        given.sentBy(Given.clerk("p-owner"))
                .whenMigrating(verified("RV", "R", "p-assurance", "2020-04-01"))
                .isRecorded();
    }
}
