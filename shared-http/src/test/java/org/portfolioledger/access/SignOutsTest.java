package org.portfolioledger.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.access.SignOuts.Ended;
import org.portfolioledger.access.SignOuts.Subject;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.ConfiguredUsers;
import org.portfolioledger.http.PasswordUsers;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Whether an account was signed out, with a database and without. */
class SignOutsTest {

    private static final Instant ISSUED = Instant.parse("2026-11-30T10:00:00Z");

    private final Map<String, Instant> table = new ConcurrentHashMap<>();
    private final Set<String> erased = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private volatile boolean away;
    private final SignOuts signOuts = new SignOuts(this::lookUp, nanos::get);

    private Map<Subject, Ended> lookUp(Set<Subject> subjects) {
        lookups.incrementAndGet();
        if (away) throw new DataAccessResourceFailureException("gone");
        return subjects.stream()
                .filter(subject -> table.containsKey(subject.account()) || whoIsErased(subject) != null)
                .collect(Collectors.toMap(
                        Function.identity(), subject -> new Ended(table.get(subject.account()), whoIsErased(subject))));
    }

    private @Nullable String whoIsErased(Subject subject) {
        return subject.people().stream().filter(erased::contains).findFirst().orElse(null);
    }

    private boolean ended(String account, Instant issued) {
        return signOuts.refusal(new Actor(account, "p-" + account, Set.of()), issued)
                .isPresent();
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
        assertThat(ended("robin", ISSUED)).isFalse();
        table.put("robin", ISSUED.plusSeconds(60));
        assertThat(ended("robin", ISSUED)).isTrue();
        assertThat(ended("kim", ISSUED)).isFalse();
    }

    @Test
    void what_was_issued_in_the_second_of_the_sign_out_does_not_count_and_what_was_a_second_later_does() {
        table.put("robin", ISSUED.plusMillis(900));
        assertThat(ended("robin", ISSUED)).isTrue();
        assertThat(ended("robin", ISSUED.plusSeconds(1))).isFalse();
    }

    @Test
    void of_whoever_was_erased_nothing_counts_whenever_it_was_issued_also_for_those_who_act_for_them() {
        Actor robin = new Actor("robin", "p-robin", Set.of());
        Actor service = new Actor("service", "s-1", Set.of(), ActorKind.SERVICE, "p-robin", Set.of());
        Actor kim = new Actor("kim", "p-kim", Set.of());
        erased.add("p-robin");
        for (Actor actor : List.of(robin, service))
            for (Instant issued : List.of(ISSUED, Instant.MAX))
                assertThat(signOuts.refusal(actor, issued)).contains("Person p-robin was erased from the directory");
        assertThat(signOuts.refusal(kim, ISSUED)).isEmpty();
        assertThat(signOuts.refusal(kim, Instant.MAX)).isEmpty();
    }

    @Test
    void a_password_of_whoever_was_erased_does_not_count_and_a_sign_out_does_not_end_it() {
        PasswordUsers users = new PasswordUsers(
                new ConfiguredUsers(List.of(new ConfiguredUsers.ConfiguredUser(
                        "kim",
                        "{noop}kim",
                        "p-kim",
                        Grant.of(Set.of(ActorRole.SRO)),
                        ActorKind.PERSON,
                        null,
                        Set.of()))),
                signOuts);
        Authentication attempt = UsernamePasswordAuthenticationToken.unauthenticated("kim", "kim");
        table.put("kim", ISSUED);
        assertThat(requireNonNull(users.authenticate(attempt)).isAuthenticated())
                .isTrue();
        erased.add("p-kim");
        assertThatThrownBy(() -> users.authenticate(attempt))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("Person p-kim was erased");
    }

    @Test
    void while_the_database_is_away_what_was_known_counts_and_of_others_nothing_is_said() {
        table.put("robin", ISSUED.plusSeconds(60));
        assertThat(ended("robin", ISSUED)).isTrue();
        assertThat(ended("kim", ISSUED)).isFalse();
        away = true;
        assertThat(ended("robin", ISSUED)).isTrue();
        assertThat(ended("kim", ISSUED)).isFalse();
        assertThatThrownBy(() -> ended("new", ISSUED)).isInstanceOf(SignInRefused.class);
    }

    @Test
    void after_a_miss_a_known_account_waits_for_no_lookup_for_a_second_and_not_longer() {
        assertThat(ended("kim", ISSUED)).isFalse();
        away = true;
        assertThat(ended("kim", ISSUED)).isFalse();
        int made = lookups.get();
        away = false;
        table.put("kim", ISSUED.plusSeconds(60));
        passes(Duration.ofMillis(999));
        assertThat(ended("kim", ISSUED)).isFalse();
        assertThat(lookups).hasValue(made);
        passes(Duration.ofMillis(1));
        assertThat(ended("kim", ISSUED)).isTrue();
        assertThat(lookups).hasValue(made + 1);
    }

    @Test
    void once_the_database_answers_again_every_question_is_looked_up() {
        assertThat(ended("kim", ISSUED)).isFalse();
        away = true;
        assertThat(ended("kim", ISSUED)).isFalse();
        away = false;
        assertThat(ended("new", ISSUED)).isFalse();
        table.put("kim", ISSUED.plusSeconds(60));
        assertThat(ended("kim", ISSUED)).isTrue();
    }
}
