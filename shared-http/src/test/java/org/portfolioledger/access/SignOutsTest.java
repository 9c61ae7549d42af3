package org.portfolioledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Whether an account was signed out, with a database and without. */
class SignOutsTest {

    private static final Instant ISSUED = Instant.parse("2026-11-30T10:00:00Z");

    private final Map<String, Instant> table = new ConcurrentHashMap<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private volatile boolean away;
    private final SignOuts signOuts = new SignOuts(this::lookUp, nanos::get);

    private Map<String, Instant> lookUp(Set<String> accounts) {
        lookups.incrementAndGet();
        if (away) throw new DataAccessResourceFailureException("gone");
        Map<String, Instant> found = new ConcurrentHashMap<>(table);
        found.keySet().retainAll(accounts);
        return found;
    }

    @AfterEach
    void stop() {
        signOuts.close();
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void a_sign_out_holds_at_the_next_question() {
        assertThat(signOuts.ended("robin", ISSUED)).isFalse();
        table.put("robin", ISSUED.plusSeconds(60));
        assertThat(signOuts.ended("robin", ISSUED)).isTrue();
        assertThat(signOuts.ended("kim", ISSUED)).isFalse();
    }

    @Test
    void what_was_issued_in_the_second_of_the_sign_out_does_not_count_and_what_was_a_second_later_does() {
        table.put("robin", ISSUED.plusMillis(900));
        assertThat(signOuts.ended("robin", ISSUED)).isTrue();
        assertThat(signOuts.ended("robin", ISSUED.plusSeconds(1))).isFalse();
    }

    @Test
    void while_the_database_is_away_what_was_known_counts_and_of_others_nothing_is_said() {
        table.put("robin", ISSUED.plusSeconds(60));
        assertThat(signOuts.ended("robin", ISSUED)).isTrue();
        assertThat(signOuts.ended("kim", ISSUED)).isFalse();
        away = true;
        assertThat(signOuts.ended("robin", ISSUED)).isTrue();
        assertThat(signOuts.ended("kim", ISSUED)).isFalse();
        assertThatThrownBy(() -> signOuts.ended("new", ISSUED)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void after_a_miss_a_known_account_waits_for_no_lookup_for_a_second_and_not_longer() {
        assertThat(signOuts.ended("kim", ISSUED)).isFalse();
        away = true;
        assertThat(signOuts.ended("kim", ISSUED)).isFalse();
        int made = lookups.get();
        away = false;
        table.put("kim", ISSUED.plusSeconds(60));
        passes(Duration.ofMillis(999));
        assertThat(signOuts.ended("kim", ISSUED)).isFalse();
        assertThat(lookups).hasValue(made);
        passes(Duration.ofMillis(1));
        assertThat(signOuts.ended("kim", ISSUED)).isTrue();
        assertThat(lookups).hasValue(made + 1);
    }

    @Test
    void once_the_database_answers_again_every_question_is_looked_up() {
        assertThat(signOuts.ended("kim", ISSUED)).isFalse();
        away = true;
        assertThat(signOuts.ended("kim", ISSUED)).isFalse();
        away = false;
        assertThat(signOuts.ended("new", ISSUED)).isFalse();
        table.put("kim", ISSUED.plusSeconds(60));
        assertThat(signOuts.ended("kim", ISSUED)).isTrue();
    }
}
