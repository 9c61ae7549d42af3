package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.limit;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.InitiativeFacts.renamed;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;

/** Rule 15: a correction names the fact that it corrects and why; nothing is deleted. */
class Rule15CorrectionsTest {

    private final Given given =
            Given.persons("p-a").facts(initiative("PG", "2020-01-01"), renamed("PG", "Homes", "2021-01-01"));

    @Test
    void a_correction_stands_beside_the_fact_that_it_replaces_and_says_why() {
        var words = renamed("PG", "Houses", "2021-01-01");
        Then then = given.whenReplaced(2, words).records(new Corrected(2, "misread", 1, words, on("2021-01-01")));
        List<RecordedFact> before = given.stream("initiative-PG");
        given.and(then);
        assertThat(given.stream("initiative-PG")).startsWith(before.toArray(RecordedFact[]::new));
        assertThat(name("2021-01-01")).isEqualTo("Houses");
    }

    @Test
    void the_words_that_stand_there_already_correct_nothing() {
        given.whenReplaced(2, renamed("PG", "Homes", "2021-01-01")).changesNothing();
        given.and(given.whenReplaced(2, renamed("PG", "Houses", "2021-01-01")));
        given.whenReplaced(3, renamed("PG", "Houses", "2021-01-01")).changesNothing();
        given.whenReplaced(3, renamed("PG", "Homes", "2021-01-01")).isRecorded();
    }

    @Test
    void entered_in_error_is_a_correction_too() {
        given.and(given.whenStruck(2).records(new Corrected(2, "misread", null, null, on("2021-01-01"))));
        assertThat(name("2021-01-01")).isEqualTo("New homes");
    }

    @Test
    void striking_a_strike_brings_the_words_back() {
        given.and(given.whenStruck(2));
        given.and(given.whenStruck(3));
        assertThat(name("2021-01-01")).isEqualTo("Homes");
    }

    @Test
    void striking_a_replacement_brings_back_what_it_replaced() {
        given.and(given.whenReplaced(2, renamed("PG", "Houses", "2021-01-01")));
        given.and(given.whenStruck(3));
        assertThat(name("2021-01-01")).isEqualTo("Homes");
    }

    @Test
    void a_correction_is_corrected_in_its_turn() {
        given.and(given.whenReplaced(2, renamed("PG", "Houses", "2021-01-01")));
        given.and(given.whenReplaced(3, renamed("PG", "Dwellings", "2021-01-01")));
        assertThat(name("2021-01-01")).isEqualTo("Dwellings");
    }

    @Test
    void a_struck_fact_is_said_anew_by_correcting_the_strike() {
        given.and(given.whenStruck(2));
        given.and(given.whenReplaced(3, renamed("PG", "Dwellings", "2021-02-01")));
        assertThat(name("2021-01-31")).isEqualTo("New homes");
        assertThat(name("2021-02-01")).isEqualTo("Dwellings");
    }

    @Test
    void only_the_last_of_a_line_is_corrected() {
        given.and(given.whenReplaced(2, renamed("PG", "Houses", "2021-01-01")));
        given.whenReplaced(2, renamed("PG", "Dwellings", "2021-01-01"))
                .refuses(LedgerRule.ALREADY_CORRECTED)
                .at("/fact")
                .entry("Fact 2", "fact 3");
        given.whenStruck(2).refuses(LedgerRule.ALREADY_CORRECTED);
        given.and(given.whenStruck(3));
        given.whenStruck(3).refuses(LedgerRule.ALREADY_CORRECTED).entry("fact 4");
    }

    @Test
    void what_the_stream_does_not_hold_is_not_corrected() {
        given.whenStruck("initiative-PG", 77)
                .refuses(LedgerRule.NOTHING_TO_CORRECT)
                .entry("77", "initiative-PG");
    }

    @Test
    void a_correction_does_not_move_an_entity_to_another_register() {
        given.whenReplaced(1, with(initiative("PG", "2020-01-01"), "register", "OTHER"))
                .refuses(LedgerRule.CORRECTS_ANOTHER_ENTITY)
                .entry("ACME", "OTHER");
    }

    @Test
    void an_opening_on_which_others_rest_is_replaced_but_not_struck() {
        given.whenStruck(1).refuses(LedgerRule.OPENING_STILL_NEEDED).against(2L).entry("[2]");
        given.whenReplaced(1, initiative("PG", "2020-06-01")).isRecorded();
        given.and(given.whenStruck(2));
        given.whenStruck(1).isRecorded();
    }

    @Test
    void nothing_comes_back_to_an_entity_whose_opening_is_retracted() {
        GovernanceFact again = given.stream("initiative-PG").get(1).fact();
        given.and(given.whenStruck(2));
        given.and(given.whenStruck(1));
        given.whenStruck(3).refuses(LedgerRule.OPENING_RETRACTED).at("/fact");
        given.whenReplaced(3, again).refuses(LedgerRule.OPENING_RETRACTED);
        given.and(given.whenStruck(4));
        given.whenStruck(3).isRecorded();
    }

    @Test
    void an_opening_that_was_corrected_is_struck_back_to_what_it_was() {
        given.and(given.whenReplaced(1, initiative("PG", "2020-06-01")));
        given.and(given.whenStruck(3));
        assertThat(given.history(Kinds.INITIATIVE, "PG").isOpened()).isTrue();
    }

    @Test
    void an_opening_does_not_come_back_beside_another() {
        given.retracted(2).retracted(1).facts(initiative("PG", "2022-01-01"));
        given.whenStruck(4)
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(1L, 5L)
                .at("/fact");
    }

    @Test
    void nothing_is_recorded_of_what_is_not_opened_any_more() {
        given.retracted(2).retracted(1);
        given.when(renamed("PG", "Homes", "2022-01-01"))
                .refuses(ReferenceRule.NOT_FOUND)
                .entry("PG");
    }

    @Test
    void a_fact_is_back_dated_and_put_off_by_a_correction() {
        given.and(given.whenReplaced(2, renamed("PG", "Homes", "2010-01-01")));
        assertThat(name("2010-01-01")).isEqualTo("Homes");
        given.and(given.whenReplaced(3, renamed("PG", "Homes", "2040-01-01")));
        assertThat(name("2039-12-31")).isEqualTo("New homes");
        assertThat(name("2040-01-01")).isEqualTo("Homes");
    }

    @Test
    void a_repair_stands_where_the_fact_stood_on_a_day_with_others() {
        given.facts(renamed("PG", "Houses", "2021-01-01"));
        given.and(given.whenReplaced(2, renamed("PG", "Dwellings", "2021-01-01")));
        assertThat(name("2021-01-01")).isEqualTo("Houses");
    }

    @Test
    void a_correction_answers_to_the_rules_on_the_days_that_it_leaves_and_on_those_that_it_takes() {
        given.facts(closed("PG", "2022-01-01"));
        given.whenReplaced(2, renamed("PG", "Homes", "2021-12-31")).isRecorded();
        // It keeps its place before the closure among the facts of that day.
        given.whenReplaced(2, renamed("PG", "Homes", "2022-01-01")).isRecorded();
        assertThat(given.whenReplaced(2, renamed("PG", "Homes", "2022-01-02")).rules())
                .extracting(Rule::name)
                .containsExactly("ALREADY_CLOSED");
        assertThat(given.whenReplaced(3, closed("PG", "2020-12-31")).rules())
                .extracting(Rule::name)
                .containsExactly("ALREADY_CLOSED");
        given.whenReplaced(3, closed("PG", "2021-01-01")).isRecorded();
    }

    @Test
    void a_correction_does_not_count_the_fact_that_it_corrects() {
        given.facts(closed("PG", "2022-01-01"));
        given.whenReplaced(3, closed("PG", "2022-06-01")).isRecorded();
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"));
        given.whenReplaced(4, sro("PG", "SRO-1", "p-a", "2020-03-01")).isRecorded();
    }

    @Test
    void a_correction_that_would_change_nothing_at_all_is_none() {
        given.facts(renamed("PG", "Homes", "2022-01-01"));
        given.whenReplaced(3, renamed("PG", "Homes", "2022-01-01")).changesNothing();
    }

    @Test
    void every_family_is_corrected_alike() {
        Given office = Given.persons()
                .facts(
                        portfolio("PF", "2020-01-01"),
                        initiativeIn("PG", "PF", "2020-01-01"),
                        board("BD", "2020-01-01"),
                        limit("BD", "1", "2021-01-01"));
        office.and(office.whenReplaced(4, limit("BD", "2", "2021-06-01")));
        office.and(office.whenStruck(5));
        office.whenStruck(4).refuses(LedgerRule.ALREADY_CORRECTED);
        office.whenStruck(1).isRecorded();
        office.whenStruck(3).refuses(LedgerRule.OPENING_STILL_NEEDED).against(4L);
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
