package org.portfolioledger.command.post;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PostFacts.filled;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.PostFacts.postClosed;
import static org.portfolioledger.command.PostFacts.vacated;
import static org.portfolioledger.command.Shape.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.terms.TermsRule;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.vocabulary.Role;

class PostTest {

    private final Given given =
            Given.persons("p-a", "p-b").facts(portfolio("PF", "2020-01-01"), post("PO", "2020-01-01"));

    @Test
    void a_post_is_put_on_record_once() {
        given.when(post("PO-2", "2020-01-01")).records(post("PO-2", "2020-01-01"));
        given.when(post("PO", "2020-02-01")).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_post_may_have_a_role_of_portfolios_in_one_and_no_other(Role role) {
        var then = given.when(with(with(post("PO-2", "2020-01-01"), "portfolio", "PF"), "role", role));
        if (role.isOfPortfolio()) then.isRecorded();
        else then.refuses(TermsRule.ROLE_DOES_NOT_FIT).at("/role").entry(role.name());
    }

    @Test
    void a_role_goes_with_a_portfolio_on_record_and_a_portfolio_with_a_role() {
        var post = post("PO-2", "2020-01-01");
        given.when(with(post, "portfolio", "PF"))
                .refuses(TermsRule.ROLE_DOES_NOT_FIT)
                .at("/role");
        given.when(with(post, "role", Role.PORTFOLIO_DIRECTOR))
                .refuses(TermsRule.ROLE_DOES_NOT_FIT)
                .at("/portfolio");
        given.when(with(with(post, "portfolio", "NONE"), "role", Role.PORTFOLIO_DIRECTOR))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/portfolio");
    }

    @Test
    void somebody_of_the_directory_takes_a_post_that_is_on_record() {
        given.when(filled("PO", "p-a", "2020-02-01")).records(filled("PO", "p-a", "2020-02-01"));
        given.when(filled("PO", "p-a", "2040-02-01")).isRecorded();
        given.when(filled("PO", "p-a", "2010-02-01")).isRecorded();
        given.when(filled("NONE", "p-a", "2020-02-01")).refuses(ReferenceRule.NOT_FOUND);
        given.when(filled("PO", "p-nobody", "2020-02-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/person");
        given.when(with(filled("PO", "p-a", "2020-02-01"), "kind", AppointmentKind.VACANT))
                .refuses(TermsRule.HOLDER_DOES_NOT_FIT)
                .at("/kind");
    }

    @Test
    void who_takes_a_post_is_expected_to_hold_it_for_a_day_at_least_with_1_to_100_percent_of_the_time() {
        var filled = filled("PO", "p-a", "2020-02-01");
        given.when(with(filled, "expectedEnd", day("2020-02-02"))).isRecorded();
        given.when(with(filled, "expectedEnd", day("2020-02-01")))
                .refuses(TermsRule.IMPOSSIBLE_TERM)
                .at("/expectedEnd");
        for (int share : new int[] {1, 100})
            given.when(with(filled, "timeCommitment", share)).isRecorded();
        for (int share : new int[] {0, 101})
            given.when(with(filled, "timeCommitment", share))
                    .refuses(TermsRule.IMPOSSIBLE_TIME_COMMITMENT)
                    .at("/timeCommitment");
    }

    @Test
    void who_leaves_a_post_has_held_it_for_a_day_at_least() {
        given.when(vacated("PO", "2020-03-01")).refuses(PostRule.POST_HELD_BY_NOBODY);
        given.facts(filled("PO", "p-a", "2020-02-01"));
        given.when(vacated("PO", "2020-02-02")).isRecorded();
        given.when(vacated("PO", "2040-02-02")).isRecorded();
        given.when(vacated("PO", "2020-02-01"))
                .refuses(PostRule.POST_NEVER_HELD)
                .against(3L)
                .at("/effectiveOn");
        given.when(vacated("PO", "2020-01-31")).refuses(PostRule.POST_HELD_BY_NOBODY);
        given.and(vacated("PO", "2020-06-01"));
        given.when(vacated("PO", "2020-06-02")).refuses(PostRule.POST_HELD_BY_NOBODY);
        given.and(filled("PO", "p-b", "2020-06-02"))
                .when(vacated("PO", "2020-06-03"))
                .isRecorded();
        given.whenStruck(3).refuses(PostRule.POST_HELD_BY_NOBODY);
    }

    @Test
    void nothing_comes_after_the_closure_whichever_is_recorded_first() {
        given.facts(filled("PO", "p-a", "2020-02-01"));
        given.when(postClosed("PO", "2020-01-31"))
                .refuses(TermsRule.POST_IS_CLOSED)
                .against(3L);
        given.when(postClosed("PO", "2019-12-31"))
                .refusesAll(TermsRule.POST_IS_CLOSED, PostRule.POST_CLOSED_BEFORE_IT_BEGAN);
        given.and(postClosed("PO", "2020-06-01"));
        given.when(filled("PO", "p-b", "2020-05-31")).isRecorded();
        given.when(filled("PO", "p-b", "2020-06-02"))
                .refuses(TermsRule.POST_IS_CLOSED)
                .against(4L);
        given.when(vacated("PO", "2040-06-01"))
                .refuses(TermsRule.POST_IS_CLOSED)
                .against(4L);
        given.when(postClosed("PO", "2020-07-01")).refuses(TermsRule.POST_IS_CLOSED);
    }

    @Test
    void another_post_takes_its_work_on() {
        given.facts(post("PO-2", "2020-01-01"));
        given.when(with(postClosed("PO", "2020-06-01"), "successor", "PO-2")).isRecorded();
        given.when(with(postClosed("PO", "2020-06-01"), "successor", "PO"))
                .refuses(PostRule.POST_SUCCEEDS_ITSELF)
                .at("/successor");
        given.when(with(postClosed("PO", "2020-06-01"), "successor", "NONE"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/successor");
    }
}
