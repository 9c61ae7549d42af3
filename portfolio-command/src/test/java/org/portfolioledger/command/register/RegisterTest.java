package org.portfolioledger.command.register;

import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.renamed;
import static org.portfolioledger.command.RegisterFacts.live;
import static org.portfolioledger.command.RegisterFacts.register;

import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.LedgerRule;
import org.portfolioledger.command.ReferenceRule;

class RegisterTest {

    private final Given given = Given.persons().facts(register("ACME", "2020-01-01"));

    @Test
    void a_register_is_opened_once() {
        Given.persons().when(register("ACME", "2020-01-01")).records(register("ACME", "2020-01-01"));
        given.when(register("ACME", "2021-01-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(1L);
    }

    @Test
    void it_goes_live_once_for_ever() {
        given.and(live("ACME", "2021-01-01"));
        given.when(live("ACME", "2021-01-01")).changesNothing();
        for (String day : new String[] {"2010-01-01", "2020-12-31", "2021-01-02", "2040-01-01"}) {
            given.when(live("ACME", day))
                    .refuses(RegisterRule.REGISTER_ALREADY_LIVE)
                    .against(2L)
                    .entry("ACME");
        }
    }

    @Test
    void one_that_others_than_a_migrator_open_is_live_from_its_opening() {
        Given.persons()
                .and(register("ACME", "2020-01-01"))
                .when(live("ACME", "2021-01-01"))
                .refuses(RegisterRule.REGISTER_ALREADY_LIVE)
                .against(1L)
                .entry("ACME", "1");
    }

    @Test
    void nothing_but_going_live_makes_it_live() {
        given.and(given.whenMigrating(initiative("PG", "2020-01-01")))
                .and(given.whenMigrating(renamed("PG", "Homes", "2020-06-01")))
                .when(live("ACME", "2021-01-01"))
                .isRecorded();
    }

    @Test
    void the_day_on_which_it_went_live_is_corrected() {
        given.and(live("ACME", "2021-01-01"));
        given.whenReplaced(2, live("ACME", "2021-01-02")).isRecorded();
    }

    @Test
    void only_what_is_on_record_goes_live() {
        given.when(live("OTHER", "2021-01-01")).refuses(ReferenceRule.NOT_FOUND).entry("OTHER");
    }

    @Test
    void its_opening_is_not_struck_once_it_is_live() {
        given.facts(live("ACME", "2021-01-01"))
                .whenStruck(1)
                .refuses(LedgerRule.OPENING_STILL_NEEDED)
                .against(2L);
    }
}
