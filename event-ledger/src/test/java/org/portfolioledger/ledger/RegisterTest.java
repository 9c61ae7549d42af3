package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.ledger.Outcome.KnownAtRefused.Reason.GOES_BACK;
import static org.portfolioledger.ledger.Outcome.KnownAtRefused.Reason.IN_THE_FUTURE;
import static org.portfolioledger.ledger.Outcome.KnownAtRefused.Reason.REGISTER_IS_LIVE;
import static org.portfolioledger.ledger.Outcome.KnownAtRefused.Reason.REGISTER_MIGRATES;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.goingLive;
import static org.portfolioledger.ledger.Units.known;
import static org.portfolioledger.ledger.Units.unit;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegisterTest {

    private static final String Y2011 = "2011-05-01T00:00:00Z";
    private static final String Y2012 = "2012-05-01T00:00:00Z";

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());

    private Outcome append(AppendRequest unit) {
        return ledger.append(List.of(unit)).getFirst();
    }

    @Test
    void a_register_appears_with_its_first_unit() {
        append(known("GMPP", Y2011, event("case-1", 0), event("case-1", 1)));

        assertThat(ledger.registers()).containsExactly(new RegisterProgress("GMPP", Instant.parse(Y2011), 2, null));
    }

    @Test
    void while_it_migrates_known_at_is_what_the_import_states() {
        var outcome = (Appended) append(known("GMPP", Y2011, event("case-1", 0)));

        assertThat(outcome.knownAt()).isEqualTo(Instant.parse(Y2011));
        assertThat(outcome.recordedAt()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Test
    void a_known_at_equal_to_the_last_is_taken_and_one_microsecond_earlier_is_refused() {
        append(known("GMPP", Y2012, event("case-1", 0)));

        assertThat(append(known("GMPP", Y2012, event("case-1", 1)))).isInstanceOf(Appended.class);
        assertThat(append(known("GMPP", "2012-04-30T23:59:59.999999Z", event("case-1", 2))))
                .isEqualTo(new KnownAtRefused(GOES_BACK, Instant.parse(Y2012)));
    }

    @Test
    void a_known_at_one_microsecond_before_the_moment_of_recording_is_taken_and_one_equal_to_it_is_refused() {
        JdbcClient.create(database.owner())
                .sql("update ledger.head set recorded_at = '2100-01-01 00:00:00Z'")
                .update();

        assertThat(append(known("GMPP", "2100-01-01T00:00:00.000001Z", event("case-1", 0))))
                .isEqualTo(new KnownAtRefused(IN_THE_FUTURE, null));
        assertThat(append(known("GMPP", "2100-01-01T00:00:00Z", event("case-1", 0))))
                .isInstanceOf(Appended.class);
    }

    @Test
    void a_request_without_a_known_at_is_refused_while_the_register_migrates() {
        append(known("GMPP", Y2011, event("case-1", 0)));

        assertThat(append(unit("GMPP", event("case-1", 1))))
                .isEqualTo(new KnownAtRefused(REGISTER_MIGRATES, Instant.parse(Y2011)));
        assertThat(append(Units.empty(Units.key(), "f1", "GMPP", null)))
                .isEqualTo(new KnownAtRefused(REGISTER_MIGRATES, Instant.parse(Y2011)));
        assertThat(append(known("GMPP", Y2012, event("case-1", 1)))).isInstanceOf(Appended.class);
        assertThat(ledger.registers()).containsExactly(new RegisterProgress("GMPP", Instant.parse(Y2012), 2, null));
    }

    @Test
    void a_register_whose_first_request_has_no_known_at_is_live_from_there() {
        var opened = (Appended) append(unit("MPS", event("case-1", 0)));
        append(unit("MPS", event("case-1", 1)));

        assertThat(append(known("MPS", Y2012, event("case-1", 2)))).isInstanceOf(KnownAtRefused.class);
        assertThat(ledger.livePosition("MPS")).contains(opened.first());
    }

    @Test
    void a_request_without_events_begins_no_register() {
        append(Units.empty(Units.key(), "f1", "MPS", null));

        assertThat(ledger.registers()).isEmpty();
        assertThat(append(known("MPS", Y2011, event("case-1", 0)))).isInstanceOf(Appended.class);
    }

    @Test
    void the_request_that_goes_live_makes_the_register_live_for_ever() {
        append(known("GMPP", Y2011, event("case-1", 0)));
        var live = (Appended) append(goingLive("GMPP", event("case-1", 1)));

        assertThat(live.knownAt()).isEqualTo(live.recordedAt());
        assertThat(append(known("GMPP", Y2012, event("case-1", 2))))
                .isEqualTo(new KnownAtRefused(REGISTER_IS_LIVE, live.knownAt()));
        append(unit("GMPP", event("case-1", 2)));
        assertThat(ledger.registers()).singleElement().satisfies(register -> {
            assertThat(register.live()).isTrue();
            assertThat(register.livePosition()).isEqualTo(2);
            assertThat(register.lastPosition()).isEqualTo(3);
        });
    }

    @Test
    void a_refused_unit_neither_makes_a_register_nor_moves_one() {
        append(known("GMPP", Y2012, event("case-1", 0)));

        append(known("GMPP", Y2011, event("case-1", 1)));
        append(unit("GMPP", event("case-1", 1)));
        append(goingLive("GMPP", event("case-1", 7)));
        append(unit("DFT", event("case-2", 7)));

        assertThat(ledger.registers()).containsExactly(new RegisterProgress("GMPP", Instant.parse(Y2012), 1, null));
    }

    @Test
    void registers_go_live_one_by_one() {
        append(unit("MPS", event("case-1", 0)));

        assertThat(append(known("GMPP", Y2011, event("case-2", 0)))).isInstanceOf(Appended.class);
        assertThat(ledger.registers()).extracting(RegisterProgress::live).containsExactly(false, true);
    }

    @Test
    void as_known_then_is_a_prefix_of_each_register_whatever_another_migrates_later() {
        var live = (Appended) append(unit("MPS", event("case-1", 0)));
        append(known("GMPP", Y2011, event("case-2", 0)));
        append(known("GMPP", Y2012, event("case-2", 1)));
        append(unit("MPS", event("case-1", 1)));

        assertThat(ledger.positionKnownAt("MPS", live.knownAt())).isEqualTo(1);
        assertThat(ledger.positionKnownAt("MPS", live.knownAt().minusNanos(1000)))
                .isZero();
        assertThat(ledger.positionKnownAt("MPS", ledger.now())).isEqualTo(4);
        assertThat(ledger.positionKnownAt("GMPP", Instant.parse(Y2011))).isEqualTo(2);
        assertThat(ledger.positionKnownAt("GMPP", Instant.parse(Y2012).minusNanos(1000)))
                .isEqualTo(2);
        assertThat(ledger.positionKnownAt("GMPP", Instant.parse(Y2012))).isEqualTo(3);
        assertThat(ledger.positionKnownAt("DFT", ledger.now())).isZero();
    }

    @Test
    void of_several_facts_known_at_one_instant_the_last_is_the_end_of_the_prefix() {
        append(known("GMPP", Y2011, event("case-1", 0), event("case-1", 1)));
        append(known("GMPP", Y2011, event("case-1", 2)));

        assertThat(ledger.positionKnownAt("GMPP", Instant.parse(Y2011))).isEqualTo(3);
    }
}
