package org.portfolioledger.command.vacancy;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.dissolved;
import static org.portfolioledger.command.BoardFacts.starChamber;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;
import static org.portfolioledger.command.VacancyRequestFacts.authorised;
import static org.portfolioledger.command.VacancyRequestFacts.checked;
import static org.portfolioledger.command.VacancyRequestFacts.extensionRequested;
import static org.portfolioledger.command.VacancyRequestFacts.vacancyClosed;
import static org.portfolioledger.command.VacancyRequestFacts.vacancyRefused;
import static org.portfolioledger.command.VacancyRequestFacts.vacancyRequested;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;

class VacancyRequestTest {

    private static final String ASKED = "2020-02-01";
    private static final String LAST = "2020-12-31";

    private final Given given = Given.persons("p-asks", "p-asks-again", "p-board", "p-checks")
            .facts(starChamber("BD", "2020-01-01"), initiative("PG", "2020-01-01"));

    /** One that waits, checked: positions 3 to 5. */
    private Given waiting() {
        return given.facts(
                vacancyRequested("VAC", "p-asks", "BD", LAST, ASKED),
                checked("VAC", VacancyCheck.FUNDING, true, "2020-02-05"),
                checked("VAC", VacancyCheck.DISPLACED_STAFF, true, "2020-02-05"));
    }

    /** Another one, checked, of which another board is asked. */
    private void waitingAt(String board) {
        given.facts(
                vacancyRequested("VAC-2", "p-asks", board, LAST, ASKED),
                checked("VAC-2", VacancyCheck.FUNDING, true, "2020-02-05"),
                checked("VAC-2", VacancyCheck.DISPLACED_STAFF, true, "2020-02-05"));
    }

    /** One that was authorised: position 6. */
    private Given authorisedOne() {
        return waiting().facts(authorised("VAC", "BD", LAST, "2020-02-10"));
    }

    @Test
    void a_request_is_put_on_record_once() {
        var requested = vacancyRequested("VAC", "p-asks", "BD", LAST, ASKED);
        given.when(requested).records(requested);
        given.facts(requested).when(requested).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void the_board_that_was_asked_decides_or_the_one_that_took_its_place() {
        waiting().facts(starChamber("BD-2", "2020-01-01"), starChamber("BD-3", "2020-01-01"));
        given.when(authorised("VAC", "BD", LAST, "2020-02-10")).isRecorded();
        given.when(authorised("VAC", "BD-2", LAST, "2020-02-10"))
                .refuses(VacancyRequestRule.BOARD_NOT_ASKED)
                .against(3L)
                .at("/board")
                .entry("BD-2", "BD");
        given.whenMigrating(authorised("VAC", "BD-2", LAST, "2020-02-10")).unmet(VacancyRequestRule.BOARD_NOT_ASKED);
        given.facts(with(dissolved("BD", "2020-03-01"), "successor", "BD-2"));
        given.when(authorised("VAC", "BD-2", LAST, "2020-02-29")).refuses(VacancyRequestRule.BOARD_NOT_ASKED);
        given.when(authorised("VAC", "BD-2", LAST, "2020-03-01")).isRecorded().restsOn(3L, 6L, 8L);
        given.when(authorised("VAC", "BD-3", LAST, "2020-03-01")).refuses(VacancyRequestRule.BOARD_NOT_ASKED);
        given.facts(with(dissolved("BD-2", "2020-04-01"), "successor", "BD-3"));
        given.when(authorised("VAC", "BD-3", LAST, "2020-04-01")).isRecorded();
    }

    @Test
    void it_names_funding_who_asks_a_board_and_an_open_initiative() {
        var requested = vacancyRequested("VAC", "p-asks", "BD", LAST, ASKED);
        given.when(with(requested, "funding", null))
                .refuses(VacancyRequestRule.VACANCY_WITHOUT_FUNDING)
                .at("/funding");
        given.whenMigrating(with(requested, "funding", null)).unmet(VacancyRequestRule.VACANCY_WITHOUT_FUNDING);
        given.when(vacancyRequested("VAC", null, "BD", LAST, ASKED))
                .refuses(VacancyRequestRule.VACANCY_WITHOUT_REQUESTER)
                .at("/requestedBy");
        given.whenMigrating(vacancyRequested("VAC", null, "BD", LAST, ASKED))
                .unmet(VacancyRequestRule.VACANCY_WITHOUT_REQUESTER);
        given.when(vacancyRequested("VAC", "p-nobody", "BD", LAST, ASKED))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/requestedBy/person");
        given.when(vacancyRequested("VAC", "p-asks", "BD-9", LAST, ASKED))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/board");
        given.facts(closed("PG", "2020-03-01"));
        given.when(with(vacancyRequested("VAC", "p-asks", "BD", LAST, "2020-02-29"), "initiative", "PG"))
                .isRecorded();
        given.when(with(vacancyRequested("VAC", "p-asks", "BD", LAST, "2020-03-01"), "initiative", "PG"))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .at("/initiative");
    }

    @Test
    void a_temporary_post_has_a_last_day_and_a_permanent_one_has_none() {
        var temporary = vacancyRequested("VAC", "p-asks", "BD", LAST, ASKED);
        var permanent = vacancyRequested("VAC", "p-asks", "BD", null, ASKED);
        given.when(permanent).isRecorded();
        given.when(with(temporary, "until", null))
                .refuses(VacancyRequestRule.TEMPORARY_WITHOUT_PERIOD)
                .at("/until");
        given.whenMigrating(with(temporary, "until", null)).unmet(VacancyRequestRule.TEMPORARY_WITHOUT_PERIOD);
        given.whenMigrating(with(permanent, "until", day(LAST)))
                .refuses(VacancyRequestRule.PERIOD_OF_PERMANENT_POST)
                .at("/until");
        given.when(vacancyRequested("VAC", "p-asks", "BD", ASKED, ASKED)).isRecorded();
        given.when(vacancyRequested("VAC", "p-asks", "BD", "2020-01-31", ASKED))
                .refuses(VacancyRequestRule.IMPOSSIBLE_PERIOD)
                .at("/until");
    }

    @Test
    void a_board_authorises_what_is_paid_for_and_what_nobody_who_is_displaced_can_fill() {
        given.facts(vacancyRequested("VAC", "p-asks", "BD", LAST, ASKED));
        var authorised = authorised("VAC", "BD", LAST, "2020-02-10");
        given.when(authorised).refuses(VacancyRequestRule.VACANCY_NOT_CHECKED).against(3L);
        given.whenMigrating(authorised).unmet(VacancyRequestRule.VACANCY_NOT_CHECKED);
        given.facts(checked("VAC", VacancyCheck.FUNDING, true, "2020-02-05"));
        given.facts(checked("VAC", VacancyCheck.DISPLACED_STAFF, false, "2020-02-05"));
        given.when(authorised).refuses(VacancyRequestRule.VACANCY_NOT_CHECKED).against(5L);
        given.when(vacancyRefused("VAC", "BD", "2020-02-10")).isRecorded();
        given.facts(checked("VAC", VacancyCheck.DISPLACED_STAFF, true, "2020-02-10"));
        given.when(authorised).isRecorded();
        given.when(authorised("VAC", "BD", LAST, "2020-02-09"))
                .refusesAll(VacancyRequestRule.VACANCY_NOT_CHECKED, VacancyRequestRule.NO_REQUEST_WAITS);
        given.when(authorised("VAC", "BD", LAST, "2020-06-09")).isRecorded();
    }

    @Test
    void a_check_that_was_entered_in_error_does_not_count_and_an_authorisation_keeps_it_in_its_place() {
        authorisedOne();
        given.whenStruck(4).refuses(VacancyRequestRule.VACANCY_NOT_CHECKED);
    }

    @Test
    void the_board_is_open_on_that_day() {
        waiting().facts(dissolved("BD", "2020-03-01"));
        given.when(authorised("VAC", "BD", LAST, "2020-02-29")).isRecorded();
        for (String day : List.of("2020-03-01", "2020-06-01"))
            given.when(authorised("VAC", "BD", LAST, day))
                    .refuses(PowersRule.BOARD_NOT_IN_EXISTENCE)
                    .against(6L);
        given.facts(starChamber("BD-2", "2020-02-10"));
        waitingAt("BD-2");
        given.when(authorised("VAC-2", "BD-2", LAST, "2020-02-10")).isRecorded();
        given.when(authorised("VAC-2", "BD-2", LAST, "2020-02-09")).refuses(PowersRule.BOARD_NOT_IN_EXISTENCE);
    }

    @Test
    void the_board_decides_within_its_remit_and_with_a_quorum_or_beyond_its_powers_on_purpose() {
        waiting().facts(board("BD-OBC", "2020-01-01"));
        var authorised = authorised("VAC", "BD", LAST, "2020-02-10");
        waitingAt("BD-OBC");
        given.when(authorised("VAC-2", "BD-OBC", LAST, "2020-02-10"))
                .refuses(PowersRule.OUTSIDE_REMIT)
                .against(6L);
        given.when(with(authorised, "attendance", 2)).refuses(PowersRule.NO_QUORUM);
        given.when(with(with(authorised, "attendance", 2), "ultraVires", "In haste"))
                .isRecorded();
        given.when(with(authorised, "board", null)).refuses(PowersRule.DECISION_WITHOUT_BOARD);
        given.when(with(authorised, "manner", null)).refuses(PowersRule.DECISION_WITHOUT_MEETING);
        given.when(with(authorised, "decidedBy", List.of("p-nobody")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/decidedBy/0");
    }

    @Test
    void it_is_authorised_for_no_longer_than_was_asked() {
        waiting();
        given.when(authorised("VAC", "BD", LAST, "2020-02-10")).isRecorded();
        given.when(authorised("VAC", "BD", "2020-06-30", "2020-02-10")).isRecorded();
        given.when(authorised("VAC", "BD", "2021-01-01", "2020-02-10"))
                .refuses(VacancyRequestRule.LONGER_THAN_ASKED)
                .against(3L);
        given.when(authorised("VAC", "BD", null, "2020-02-10")).refuses(VacancyRequestRule.TEMPORARY_WITHOUT_PERIOD);
        given.when(authorised("VAC", "BD", "2020-02-09", "2020-02-10")).refuses(VacancyRequestRule.IMPOSSIBLE_PERIOD);
    }

    @Test
    void a_permanent_post_is_authorised_without_end() {
        given.facts(
                vacancyRequested("VAC", "p-asks", "BD", null, ASKED),
                checked("VAC", VacancyCheck.FUNDING, true, ASKED),
                checked("VAC", VacancyCheck.DISPLACED_STAFF, true, ASKED));
        given.when(authorised("VAC", "BD", null, ASKED)).isRecorded();
        given.whenMigrating(authorised("VAC", "BD", LAST, ASKED)).refuses(VacancyRequestRule.PERIOD_OF_PERMANENT_POST);
        given.facts(authorised("VAC", "BD", null, ASKED));
        given.when(extensionRequested("VAC", "p-asks", "2021-06-30", "2020-06-01"))
                .refuses(VacancyRequestRule.NOTHING_TO_EXTEND);
    }

    @Test
    void a_refusal_states_its_reason_and_no_period() {
        waiting();
        var refused = vacancyRefused("VAC", "BD", "2020-02-10");
        given.when(with(refused, "reason", null))
                .refuses(VacancyRequestRule.REFUSAL_WITHOUT_REASON)
                .at("/reason");
        given.whenMigrating(with(refused, "reason", null)).unmet(VacancyRequestRule.REFUSAL_WITHOUT_REASON);
        given.whenMigrating(with(refused, "until", day(LAST)))
                .refuses(VacancyRequestRule.PERIOD_OF_REFUSAL)
                .at("/until");
    }

    @Test
    void each_request_is_decided_once_and_not_before_it_was_made() {
        authorisedOne();
        given.when(vacancyRefused("VAC", "BD", "2020-02-11"))
                .refuses(VacancyRequestRule.NO_REQUEST_WAITS)
                .against(6L);
        given.when(checked("VAC", VacancyCheck.HEADCOUNT, true, "2040-01-01"))
                .refuses(VacancyRequestRule.NO_REQUEST_WAITS);
        given.facts(vacancyRequested("VAC-2", "p-asks", "BD", LAST, ASKED));
        given.when(vacancyRefused("VAC-2", "BD", ASKED)).isRecorded();
        given.when(vacancyRefused("VAC-2", "BD", "2020-01-31")).refuses(VacancyRequestRule.NO_REQUEST_WAITS);
    }

    @Test
    void an_extension_is_asked_for_anew_and_longer() {
        authorisedOne();
        given.when(extensionRequested("VAC", "p-asks-again", "2021-01-01", "2020-12-01"))
                .isRecorded();
        given.when(extensionRequested("VAC", "p-asks-again", LAST, "2020-12-01"))
                .refuses(VacancyRequestRule.EXTENSION_NOT_LONGER)
                .against(6L);
        given.when(extensionRequested("VAC", null, "2021-01-01", "2020-12-01"))
                .refuses(VacancyRequestRule.VACANCY_WITHOUT_REQUESTER);
        given.facts(extensionRequested("VAC", "p-asks-again", "2021-06-30", "2020-12-01"));
        given.when(extensionRequested("VAC", "p-asks", "2022-06-30", "2020-12-02"))
                .refuses(VacancyRequestRule.REQUEST_STILL_WAITS)
                .against(7L);
    }

    @Test
    void it_has_checks_and_a_decision_of_its_own() {
        authorisedOne().facts(extensionRequested("VAC", "p-asks-again", "2021-06-30", "2020-12-01"));
        var longer = authorised("VAC", "BD", "2021-06-30", "2020-12-10");
        given.when(longer).refuses(VacancyRequestRule.VACANCY_NOT_CHECKED).against(7L);
        given.facts(
                checked("VAC", VacancyCheck.FUNDING, true, "2020-12-02"),
                checked("VAC", VacancyCheck.DISPLACED_STAFF, true, "2020-12-02"));
        given.when(longer).isRecorded();
        given.when(authorised("VAC", "BD", "2021-07-01", "2020-12-10"))
                .refuses(VacancyRequestRule.LONGER_THAN_ASKED)
                .against(7L);
        given.facts(vacancyRefused("VAC", "BD", "2020-12-10"));
        given.when(extensionRequested("VAC", "p-asks", "2021-03-31", "2020-12-11"))
                .isRecorded();
    }

    @Test
    void what_was_refused_is_not_extended() {
        waiting().facts(vacancyRefused("VAC", "BD", "2020-02-10"));
        given.when(extensionRequested("VAC", "p-asks", "2021-06-30", "2020-12-01"))
                .refuses(VacancyRequestRule.NOTHING_TO_EXTEND);
        waitingTwo();
        given.when(extensionRequested("VAC-2", "p-asks", "2021-06-30", "2020-12-01"))
                .refuses(VacancyRequestRule.REQUEST_STILL_WAITS);
    }

    private void waitingTwo() {
        given.facts(vacancyRequested("VAC-2", "p-asks", "BD", LAST, ASKED));
    }

    @Test
    void nothing_comes_after_it_is_closed() {
        authorisedOne().facts(vacancyClosed("VAC", "2020-10-01"));
        given.when(extensionRequested("VAC", "p-asks", "2021-06-30", "2020-09-30"))
                .isRecorded();
        for (String day : List.of("2020-10-01", "2040-01-01"))
            given.when(extensionRequested("VAC", "p-asks", "2041-06-30", day))
                    .refuses(VacancyRequestRule.VACANCY_REQUEST_CLOSED_ALREADY)
                    .against(7L);
        given.when(vacancyClosed("VAC", "2020-11-01")).refuses(VacancyRequestRule.VACANCY_REQUEST_CLOSED_ALREADY);
        given.facts(vacancyRequested("VAC-2", "p-asks", "BD", LAST, ASKED));
        given.when(vacancyClosed("VAC-2", ASKED)).isRecorded();
        given.when(vacancyClosed("VAC-2", "2020-01-31"))
                .refuses(VacancyRequestRule.VACANCY_REQUEST_CLOSED_BEFORE_IT_BEGAN);
    }
}
