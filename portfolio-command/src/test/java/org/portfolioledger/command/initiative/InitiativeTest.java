package org.portfolioledger.command.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.InitiativeFacts.initiativeUnder;
import static org.portfolioledger.command.InitiativeFacts.moved;
import static org.portfolioledger.command.InitiativeFacts.owned;
import static org.portfolioledger.command.InitiativeFacts.renamed;
import static org.portfolioledger.command.PortfolioFacts.group;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.state.Kinds;

class InitiativeTest {

    private static final Placement NOWHERE = new Placement(null, null);

    private final Given given = Given.persons().facts(initiative("PG", "2020-01-01"));

    @Test
    void an_initiative_is_opened_once() {
        Given.persons().when(initiative("PG", "2020-01-01")).records(initiative("PG", "2020-01-01"));
        given.when(initiative("PG", "2030-01-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(1L)
                .at("/id")
                .entry("PG");
    }

    @Test
    void one_whose_opening_was_entered_in_error_may_be_opened_again() {
        given.retracted(1).when(initiative("PG", "2021-01-01")).isRecorded();
    }

    @Test
    void it_has_one_or_two_owners_each_once() {
        var opening = initiative("PG-2", "2020-01-01");
        given.when(with(opening, "owners", List.of())).isRecorded();
        given.when(with(opening, "owners", List.of("HR", "FIN"))).isRecorded();
        given.when(with(opening, "owners", List.of("HR", "FIN", "ICT"))).refuses(InitiativeRule.TOO_MANY_OWNERS);
        given.when(with(opening, "owners", List.of("HR", "HR")))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/owners/1");
    }

    @Test
    void it_lies_in_a_portfolio_or_under_another_that_are_on_record() {
        given.facts(portfolio("PF", "2020-01-01"));
        given.when(initiativeIn("PG-2", "PF", "2020-01-01")).isRecorded();
        given.when(initiativeUnder("PG-2", "PG", "2020-01-01")).isRecorded();
        given.when(initiativeIn("PG-2", "PF-9", "2020-01-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/placement/portfolio");
        given.when(initiativeUnder("PG-2", "PG-9", "2020-01-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/placement/parent");
        given.when(with(initiative("PG-2", "2020-01-01"), "placement", new Placement("PG", "PF")))
                .refuses(InitiativeRule.TWO_PLACEMENTS)
                .entry("PG", "PF");
        given.when(with(initiative("PG-2", "2020-01-01"), "continues", List.of("PG-9")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/continues/0");
    }

    @Test
    void it_goes_by_another_name() {
        given.when(renamed("PG", "Affordable homes", "2021-01-01"))
                .records(renamed("PG", "Affordable homes", "2021-01-01"));
        given.when(renamed("PG-9", "Affordable homes", "2021-01-01"))
                .refuses(ReferenceRule.NOT_FOUND)
                .entry("PG-9");
    }

    @Test
    void a_name_is_stated_again_where_another_follows() {
        given.and(renamed("PG", "Affordable homes", "2021-01-01"));
        given.and(renamed("PG", "New homes", "2020-06-01"));
        assertThat(name("2020-12-31")).isEqualTo("New homes");
        assertThat(name("2021-01-01")).isEqualTo("Affordable homes");
    }

    @Test
    void what_holds_already_is_stated_again_as_a_fact_of_its_own_day() {
        given.and(renamed("PG", "Alpha", "2020-03-01")).and(renamed("PG", "Alpha", "2020-04-01"));
        given.and(given.whenReplaced(2, renamed("PG", "Beta", "2020-03-01")));
        assertThat(name("2020-03-31")).isEqualTo("Beta");
        assertThat(name("2020-04-01")).isEqualTo("Alpha");
    }

    @Test
    void a_wrong_name_is_corrected_to_the_one_that_it_had_before() {
        given.and(renamed("PG", "Afordable homes", "2021-01-01"));
        given.and(given.whenReplaced(2, renamed("PG", "New homes", "2021-01-01")));
        assertThat(name("2021-01-01")).isEqualTo("New homes");
        given.and(given.whenReplaced(3, renamed("PG", "Affordable homes", "2021-01-01")));
        given.and(given.whenReplaced(4, renamed("PG", "New homes", "2021-01-01")));
        assertThat(name("2021-01-01")).isEqualTo("New homes");
    }

    @Test
    void it_may_be_renamed_before_its_opening_and_in_years_to_come() {
        given.when(renamed("PG", "Homes", "2010-01-01")).isRecorded();
        given.when(renamed("PG", "Homes", "2040-01-01")).isRecorded();
    }

    @Test
    void an_owner_is_a_business_group_of_its_portfolio() {
        given.facts(portfolio("PF", "2020-01-01"), portfolio("PF-2", "2020-01-01"));
        for (String day : new String[] {"2010-01-01", "2020-01-01", "2040-01-01"}) {
            given.when(with(initiativeIn("PG-3", "PF", day), "owners", List.of("NOBODY")))
                    .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                    .at("/owners/0")
                    .entry("NOBODY", "PF");
        }
        given.facts(group("PF", "HR", "Human Resources", "2021-01-01"));
        given.when(with(initiativeIn("PG-3", "PF", "2020-01-01"), "owners", List.of("HR")))
                .isRecorded();
        given.when(with(initiativeIn("PG-3", "PF", "2020-01-01"), "owners", List.of("HR", "FIN")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owners/1");
        given.when(with(initiativeIn("PG-3", "PF-2", "2020-01-01"), "owners", List.of("HR")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void the_owner_of_what_lies_below_is_a_business_group_of_the_portfolio_above() {
        given.facts(
                portfolio("PF", "2020-01-01"),
                group("PF", "HR", "Human Resources", "2020-01-01"),
                initiativeIn("PG-3", "PF", "2020-01-01"));
        var below = initiativeUnder("PJ", "PG-3", "2020-01-02");
        given.when(with(below, "owners", List.of("HR"))).isRecorded();
        given.when(with(below, "owners", List.of("FIN"))).refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.when(owned("PG-3", List.of("HR"), "2020-02-01")).isRecorded();
        given.when(owned("PG-3", List.of("FIN"), "2020-02-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owners/0");
        given.facts(below);
        given.when(owned("PJ", List.of("FIN"), "2020-02-01")).refuses(ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void it_has_other_owners() {
        given.when(owned("PG", List.of("HR", "FIN"), "2021-01-01")).isRecorded();
        given.when(owned("PG", List.of("HR"), "2021-01-01")).isRecorded();
        given.when(owned("PG", List.of(), "2021-01-01")).refuses(InitiativeRule.TOO_MANY_OWNERS);
        given.when(owned("PG", List.of("A", "B", "C"), "2021-01-01"))
                .refuses(InitiativeRule.TOO_MANY_OWNERS)
                .at("/owners");
    }

    @Test
    void it_moves_to_a_place_that_is_named() {
        given.facts(portfolio("PF", "2020-01-01"));
        given.when(moved("PG", new Placement(null, "PF"), "2021-01-01"))
                .records(moved("PG", new Placement(null, "PF"), "2021-01-01"));
        given.when(moved("PG", NOWHERE, "2022-01-01"))
                .refuses(InitiativeRule.NO_PLACE_NAMED)
                .at("/to");
    }

    @Test
    void it_never_stands_below_itself() {
        given.facts(initiativeUnder("PJ", "PG", "2020-02-01"), initiativeUnder("WS", "PJ", "2020-03-01"));
        given.when(moved("PG", new Placement("PG", null), "2021-01-01"))
                .refuses(InitiativeRule.CIRCULAR_HIERARCHY)
                .at("/to/parent");
        given.when(moved("PG", new Placement("WS", null), "2021-01-01"))
                .refuses(InitiativeRule.CIRCULAR_HIERARCHY)
                .against(2L, 3L)
                .during("2021-01-01", null)
                .entry("WS is already below PG on 2021-01-01");
        given.when(moved("PG", new Placement("WS", null), "2040-01-01")).refuses(InitiativeRule.CIRCULAR_HIERARCHY);
    }

    @Test
    void it_never_stands_below_itself_on_a_later_day_either() {
        given.facts(
                initiative("PJ", "2020-01-01"),
                initiative("WS", "2020-01-01"),
                moved("WS", new Placement("PG", null), "2021-06-01"));
        given.when(moved("PG", new Placement("WS", null), "2021-01-01"))
                .refuses(InitiativeRule.CIRCULAR_HIERARCHY)
                .against(4L)
                .during("2021-06-01", null)
                .entry("2021-06-01");
        given.facts(moved("PG", NOWHERE, "2021-06-01"))
                .when(moved("PG", new Placement("WS", null), "2021-01-01"))
                .isRecorded();
        given.when(moved("PG", new Placement("WS", null), "2021-06-01")).refuses(InitiativeRule.CIRCULAR_HIERARCHY);
    }

    @Test
    void it_is_put_under_another_until_the_day_before_that_one_closes() {
        given.facts(initiative("PX", "2020-01-01"), closed("PX", "2021-01-01"));
        for (String day : new String[] {"2010-01-01", "2020-12-31"}) {
            given.when(initiativeUnder("PJ", "PX", day)).isRecorded();
            given.when(moved("PG", new Placement("PX", null), day)).isRecorded();
        }
        for (String day : new String[] {"2021-01-01", "2040-01-01"}) {
            given.when(initiativeUnder("PJ", "PX", day))
                    .refuses(InitiativeRule.PARENT_IS_CLOSED)
                    .against(3L)
                    .at("/placement/parent")
                    .entry("PX", "2021-01-01");
            given.when(moved("PG", new Placement("PX", null), day))
                    .refuses(InitiativeRule.PARENT_IS_CLOSED)
                    .against(3L)
                    .at("/to/parent");
            given.whenMigrating(initiativeUnder("PJ", "PX", day)).unmet(InitiativeRule.PARENT_IS_CLOSED);
        }
        given.retracted(3).when(initiativeUnder("PJ", "PX", "2021-01-01")).isRecorded();
    }

    @Test
    void one_that_closes_may_leave_open_what_is_below_it() {
        given.facts(initiativeUnder("PJ", "PG", "2020-01-01"));
        given.and(closed("PG", "2021-01-01"))
                .when(renamed("PJ", "Homes", "2022-01-01"))
                .isRecorded();
    }

    @Test
    void it_closes_on_the_day_of_its_opening_at_the_earliest() {
        given.when(closed("PG", "2020-01-01")).isRecorded();
        given.when(closed("PG", "2040-01-01")).isRecorded();
        given.when(closed("PG", "2019-12-31"))
                .refuses(InitiativeRule.CLOSED_BEFORE_OPENED)
                .against(1L)
                .entry("2019-12-31", "2020-01-01");
        given.facts(closed("PG", "2020-06-01"))
                .whenReplaced(1, initiative("PG", "2020-06-02"))
                .refuses(InitiativeRule.CLOSED_BEFORE_OPENED);
        given.whenReplaced(1, initiative("PG", "2020-06-01")).isRecorded();
    }

    @Test
    void it_closes_once() {
        given.facts(closed("PG", "2021-01-01"));
        for (String day : new String[] {"2020-06-01", "2020-12-31", "2021-01-02", "2040-01-01"}) {
            given.when(closed("PG", day)).refuses(InitiativeRule.ALREADY_CLOSED).against(2L);
        }
    }

    @Test
    void it_is_not_closed_twice_by_striking_out_that_a_closure_was_an_error() {
        given.facts(closed("PG", "2021-01-01")).retracted(2).facts(closed("PG", "2022-01-01"));
        given.whenStruck(3).refuses(InitiativeRule.ALREADY_CLOSED).against(2L, 4L);
    }

    @Test
    void it_is_continued_by_what_is_on_record() {
        given.facts(initiative("PG-2", "2021-01-01"));
        given.when(with(closed("PG", "2021-01-01"), "continuedBy", List.of("PG")))
                .refuses(InitiativeRule.CONTINUES_ITSELF)
                .at("/continuedBy/0");
        given.when(with(closed("PG", "2021-01-01"), "continuedBy", List.of("PG-2")))
                .isRecorded();
        given.when(with(closed("PG", "2021-01-01"), "continuedBy", List.of("PG-2", "PG-9")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/continuedBy/1");
    }

    @Test
    void nothing_of_it_changes_from_its_closure_on() {
        given.facts(portfolio("PF", "2020-01-01"), closed("PG", "2021-01-01"));
        given.when(renamed("PG", "Homes", "2020-12-31")).isRecorded();
        given.when(renamed("PG", "Homes", "2021-01-01"))
                .refuses(InitiativeRule.ALREADY_CLOSED)
                .against(3L)
                .entry("2021-01-01");
        given.when(owned("PG", List.of("FIN"), "2040-01-01")).refuses(InitiativeRule.ALREADY_CLOSED);
        given.when(moved("PG", new Placement(null, "PF"), "2021-01-01")).refuses(InitiativeRule.ALREADY_CLOSED);
    }

    @Test
    void a_closure_is_not_back_dated_before_what_changed_since() {
        given.facts(renamed("PG", "Homes", "2021-01-01"));
        given.when(closed("PG", "2021-01-01")).isRecorded();
        given.when(closed("PG", "2020-12-31"))
                .refuses(InitiativeRule.ALREADY_CLOSED)
                .against(2L)
                .entry("2020-12-31", "2021-01-01");
    }

    private String name(String on) {
        return given.history(Kinds.INITIATIVE, "PG")
                .timeline()
                .on(day(on))
                .orElseThrow()
                .name()
                .value();
    }
}
