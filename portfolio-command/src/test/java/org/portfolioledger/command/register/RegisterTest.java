package org.portfolioledger.command.register;

import static org.portfolioledger.command.Facts.live;
import static org.portfolioledger.command.Facts.register;

import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.StructuralRule;

class RegisterTest {

    private final Given given = Given.persons().facts(register("ACME", "2020-01-01"));

    @Test
    void a_register_is_opened_once() {
        Given.persons().when(register("ACME", "2020-01-01")).records(register("ACME", "2020-01-01"));
        given.when(register("ACME", "2021-01-01")).refuses(StructuralRule.ALREADY_EXISTS);
    }

    @Test
    void it_goes_live_once_for_ever() {
        given.and(live("ACME", "2021-01-01"));
        for (String day : new String[] {"2010-01-01", "2021-01-01", "2040-01-01"}) {
            given.when(live("ACME", day))
                    .refuses(RegisterRule.REGISTER_ALREADY_LIVE)
                    .against(2L)
                    .saying("ACME");
        }
    }

    @Test
    void only_what_is_on_record_goes_live() {
        given.when(live("OTHER", "2021-01-01"))
                .refuses(StructuralRule.NOT_FOUND)
                .saying("OTHER");
    }

    @Test
    void its_opening_is_not_struck_once_it_is_live() {
        given.facts(live("ACME", "2021-01-01"))
                .whenStruck(1)
                .refuses(org.portfolioledger.command.LedgerRule.OPENING_STILL_NEEDED)
                .against(2L);
    }
}
