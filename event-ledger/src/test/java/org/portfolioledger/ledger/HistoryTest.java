package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.guarded;
import static org.portfolioledger.ledger.Units.unit;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.History.Attempt;
import org.portfolioledger.ledger.History.Reading;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;

/** A judge who never finds anything would judge nothing. */
class HistoryTest {

    private static final Attempt FIRST = appended(0, 1, 10, 20);

    @Test
    void operations_that_overlap_have_a_place_in_either_order() {
        var history = new History(
                List.of(FIRST, appended(1, 2, 15, 30), conflict(-1, 0, 12, 25)),
                List.of(new Reading("case-1", -1, 5, 11), new Reading("case-1", 0, 14, 29)));

        assertThat(history.unlawful()).isEmpty();
        assertThat(history.outOfRealTime()).isEmpty();
        assertThat(history.withoutPlace("case-1")).isEmpty();
    }

    @Test
    void a_reading_that_misses_an_append_that_had_returned_has_no_place() {
        var stale = new Reading("case-1", -1, 21, 22);

        // The append is found, since it comes after the reading by rank.
        assertThat(new History(List.of(FIRST), List.of(stale)).withoutPlace("case-1"))
                .contains(FIRST);
    }

    @Test
    void a_reading_of_what_nobody_had_begun_to_append_has_no_place() {
        var early = new Reading("case-1", 0, 5, 9);

        assertThat(new History(List.of(FIRST), List.of(early)).withoutPlace("case-1"))
                .contains(early);
    }

    @Test
    void a_conflict_with_what_was_the_last_no_more_has_no_place() {
        var history = new History(List.of(FIRST, appended(1, 2, 21, 30), conflict(-1, 0, 31, 40)), List.of());

        assertThat(history.withoutPlace("case-1")).isPresent();
    }

    @Test
    void a_position_before_that_of_an_append_that_had_returned_is_out_of_real_time() {
        var history = new History(List.of(appended(0, 2, 10, 20), appended(1, 1, 21, 30)), List.of());

        assertThat(history.outOfRealTime()).isPresent();
    }

    @Test
    void two_winners_of_one_sequence_and_one_with_a_guard_that_had_moved_are_unlawful() {
        var twice = appended(0, 2, 10, 20);
        var unguarded = new Attempt(
                guarded(new Guard("case-1", -1), event("case-2", 0)),
                10,
                20,
                new Appended(2, 2, Instant.EPOCH, Instant.EPOCH));

        assertThat(new History(List.of(FIRST, twice), List.of()).unlawful()).contains(twice);
        assertThat(new History(List.of(FIRST, unguarded), List.of()).unlawful()).contains(unguarded);
    }

    private static Attempt appended(long sequence, long position, long begun, long ended) {
        return new Attempt(
                unit("MPS", event("case-1", sequence)),
                begun,
                ended,
                new Appended(position, position, Instant.EPOCH, Instant.EPOCH));
    }

    private static Attempt conflict(long expected, long actual, long begun, long ended) {
        return new Attempt(
                unit("MPS", event("case-1", expected + 1)), begun, ended, new Conflict("case-1", expected, actual));
    }
}
