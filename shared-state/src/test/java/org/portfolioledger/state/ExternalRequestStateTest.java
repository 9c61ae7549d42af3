package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAnswered;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestMade;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestPromised;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestReopened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestRescheduled;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestWithdrawn;
import org.portfolioledger.state.ExternalRequestState.ExternalRequestStatus;

class ExternalRequestStateTest {

    private static final LocalDate DUE = LocalDate.parse("2011-08-31");

    private final Story<ExternalRequestFact, ExternalRequestState> made =
            Story.<ExternalRequestFact, ExternalRequestState>of(Kinds.EXTERNAL_REQUEST)
                    .then(new ExternalRequestMade(
                            "REQ",
                            "MPS",
                            "BD",
                            "8",
                            "Report",
                            DUE,
                            null,
                            "DOC",
                            "PG",
                            new TreeMap<>(),
                            on("2011-06-01")));

    @Test
    void it_is_overdue_from_the_day_after_the_last_one_until_it_is_answered() {
        assertThat(made.state("2011-06-01").alerts(DUE)).isEmpty();
        assertThat(made.state("2011-06-01").alerts(DUE.plusDays(1))).containsExactly(Alert.REQUEST_OVERDUE);
        var later = made.then(new ExternalRequestRescheduled("REQ", DUE.plusDays(1), null, on("2011-08-01")));
        assertThat(later.state("2011-08-01").alerts(DUE.plusDays(1))).isEmpty();
        var answered = made.then(new ExternalRequestAnswered("REQ", "DOC-2", null, on("2011-08-01")));
        assertThat(answered.state("2011-08-01").alerts(DUE.plusYears(1))).isEmpty();
        var again = answered.then(new ExternalRequestReopened("REQ", "no figures", null, on("2011-08-15")));
        assertThat(again.state("2011-08-15").alerts(DUE.plusDays(1))).containsExactly(Alert.REQUEST_OVERDUE);
        assertThat(again.state("2011-08-15").answer()).isNull();
        var withdrawn = made.then(new ExternalRequestWithdrawn("REQ", "dissolved", on("2011-08-01")));
        assertThat(withdrawn.state("2011-08-01").alerts(DUE.plusYears(1))).isEmpty();
    }

    @Test
    void a_promise_is_missed_after_its_day_and_late_where_that_comes_after_the_day_of_the_answer() {
        var promised = made.then(new ExternalRequestPromised("REQ", "a table", DUE.minusDays(1), on("2011-07-01")));
        ExternalRequestState state = promised.state("2011-07-01");
        assertThat(state.status().value()).isEqualTo(ExternalRequestStatus.PROMISED);
        assertThat(state.alerts(DUE.minusDays(1))).isEmpty();
        assertThat(state.alerts(DUE)).containsExactly(Alert.REQUEST_PROMISE_MISSED);
        var onTime = made.then(new ExternalRequestPromised("REQ", "a table", DUE, on("2011-07-01")));
        assertThat(onTime.state("2011-07-01").alerts(DUE)).isEmpty();
        var late = made.then(new ExternalRequestPromised("REQ", "a table", DUE.plusDays(1), on("2011-07-01")));
        assertThat(late.state("2011-07-01").alerts(DUE)).containsExactly(Alert.REQUEST_PROMISED_LATE);
    }

    @Test
    void what_was_stated_for_an_earlier_day_is_kept() {
        var before = made.then(new ExternalRequestPromised("REQ", "a table", null, on("2011-05-01")));
        assertThat(before.state("2011-06-01").status().value()).isEqualTo(ExternalRequestStatus.PROMISED);
        assertThat(before.state("2011-06-01").promise()).isNotNull();
    }

    @Test
    void it_refers_to_the_body_to_its_initiative_and_to_the_documents() {
        var answered = made.then(new ExternalRequestAnswered("REQ", "DOC-2", null, on("2011-08-01")));
        assertThat(answered.state("2011-08-01").references())
                .extracting(Referring.Reference::stream, Referring.Reference::openOn)
                .containsExactly(
                        tuple("board-BD", LocalDate.parse("2011-06-01")),
                        tuple("document-DOC", null),
                        tuple("initiative-PG", null),
                        tuple("document-DOC-2", null));
    }
}
