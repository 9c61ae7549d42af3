package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.state.VacancyRequestState.VacancyStatus;

class VacancyRequestStateTest {

    private static final LocalDate LAST = LocalDate.parse("2011-12-31");
    private static final LocalDate LATER = LocalDate.parse("2012-06-30");

    private final Story<VacancyRequestFact, VacancyRequestState> requested =
            Story.<VacancyRequestFact, VacancyRequestState>of(Kinds.VACANCY_REQUEST)
                    .then(new VacancyRequested(
                            "VAC",
                            "MPS",
                            "Planner",
                            VacancyTenure.TEMPORARY,
                            null,
                            "the budget",
                            LAST,
                            null,
                            "BD",
                            "PG",
                            null,
                            new TreeMap<>(),
                            on("2011-06-01")));

    private final Story<VacancyRequestFact, VacancyRequestState> authorised = requested
            .then(new VacancyChecked("VAC", VacancyCheck.FUNDING, true, null, null, on("2011-06-05")))
            .then(decided(VacancyOutcome.AUTHORISED, LAST, "2011-06-10"));

    @Test
    void it_waits_until_a_board_decides() {
        assertThat(authorised.state("2011-06-09").status().value()).isEqualTo(VacancyStatus.REQUESTED);
        assertThat(authorised.state("2011-06-10").status().value()).isEqualTo(VacancyStatus.AUTHORISED);
        var refused = requested.then(decided(VacancyOutcome.REFUSED, null, "2011-06-10"));
        assertThat(refused.state("2011-06-10").status().value()).isEqualTo(VacancyStatus.REFUSED);
        assertThat(refused.state("2011-06-10").until()).isNull();
    }

    @Test
    void its_period_is_over_from_the_day_after_the_last_one_until_it_is_closed() {
        assertThat(authorised.state("2011-06-10").alerts(LAST)).isEmpty();
        assertThat(authorised.state("2011-06-10").alerts(LAST.plusDays(1))).containsExactly(Alert.VACANCY_PERIOD_OVER);
        var closed = authorised.then(new VacancyRequestClosed("VAC", "left", on("2012-01-01")));
        assertThat(closed.state("2012-01-01").alerts(LAST.plusYears(1))).isEmpty();
        assertThat(closed.state("2012-01-01").status().value()).isEqualTo(VacancyStatus.CLOSED);
    }

    @Test
    void an_extension_is_asked_checked_and_decided_by_itself() {
        var asked = authorised.then(new VacancyExtensionRequested("VAC", LATER, null, null, on("2011-12-01")));
        VacancyRequestState waits = asked.state("2011-12-01");
        assertThat(waits.status().value()).isEqualTo(VacancyStatus.EXTENSION_REQUESTED);
        assertThat(waits.asks()).hasSize(2);
        assertThat(waits.asks().getLast().checks()).isEmpty();
        assertThat(waits.asks().getLast().decision()).isNull();
        assertThat(waits.asks().getFirst().checks()).containsOnlyKeys(VacancyCheck.FUNDING);
        assertThat(waits.alerts(LAST.plusDays(1))).containsExactly(Alert.VACANCY_PERIOD_OVER);
        var longer = asked.then(decided(VacancyOutcome.AUTHORISED, LATER, "2011-12-10"));
        assertThat(longer.state("2011-12-10").alerts(LATER)).isEmpty();
        var refused = asked.then(decided(VacancyOutcome.REFUSED, null, "2011-12-10"));
        assertThat(refused.state("2011-12-10").status().value())
                .as("the period before stays")
                .isEqualTo(VacancyStatus.AUTHORISED);
        assertThat(refused.state("2011-12-10").alerts(LAST.plusDays(1))).containsExactly(Alert.VACANCY_PERIOD_OVER);
    }

    @Test
    void a_decision_that_was_retracted_counts_no_more_and_stays_listed() {
        VacancyRequestState state = authorised.retracted(3).state("2011-06-10");
        assertThat(state.status().value()).isEqualTo(VacancyStatus.REQUESTED);
        assertThat(state.asks().getLast().decision()).isNull();
        assertThat(state.retractedDecisions())
                .extracting(decision -> decision.value().retracted())
                .containsExactly("entered in error");
    }

    @Test
    void it_refers_to_the_board_and_to_its_initiative() {
        assertThat(authorised.state("2011-06-10").references())
                .extracting(Referring.Reference::stream, Referring.Reference::openOn)
                .containsExactly(
                        tuple("board-BD", LocalDate.parse("2011-06-01")),
                        tuple("initiative-PG", LocalDate.parse("2011-06-01")),
                        tuple("board-BD", LocalDate.parse("2011-06-10")));
    }

    private static VacancyDecided decided(VacancyOutcome outcome, @Nullable LocalDate until, String day) {
        return new VacancyDecided(
                "VAC", outcome, until, "BD", null, null, null, null, 3, List.of("p-b"), "so", null, on(day));
    }
}
