package org.portfolioledger.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.springframework.dao.DataAccessException;

/**
 * Whether an account was signed out since a token was issued to it, or is of a person who was erased from the directory. It is
 * looked up at each request, for all that are there at that moment together, so both hold at once on every node. While the
 * database is away, and with it whatever is on record, what was known of the account counts.
 */
public final class SignOuts implements AutoCloseable {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final int REMEMBERED = 10_000;

    private final Function<Set<Subject>, Map<Subject, Ended>> table;
    private final LongSupplier nanoTime;
    private final SharedLookup<Subject, Ended> lookups;

    private volatile @Nullable Long missedAt;

    /** The one that was put in first goes first. */
    private final Map<Subject, Optional<Ended>> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Optional<Ended>> eldest) {
            return size() > REMEMBERED;
        }
    });

    /**
     * Whose tokens they are.
     *
     * @param people ids of the person as whom the account acts, and of the one for whom it does
     */
    record Subject(String account, Set<String> people) {

        static Subject of(Actor actor) {
            return new Subject(
                    actor.user(),
                    Stream.of(Optional.of(actor.person()), Optional.ofNullable(actor.onBehalfOf()))
                            .flatMap(Optional::stream)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * Why tokens no longer count.
     *
     * @param signedOutAt those that were issued before; null if the account never was signed out
     * @param erased of the people: whoever was erased; null if nobody was
     */
    record Ended(@Nullable Instant signedOutAt, @Nullable String erased) {}

    /** Looked up in the database. */
    public SignOuts(AccessTokens accounts) {
        this(accounts::ended, System::nanoTime);
    }

    /**
     * @param table gives of some why their tokens no longer count; those of whom there is nothing are missing
     * @param nanoTime as {@link System#nanoTime()}
     */
    SignOuts(Function<Set<Subject>, Map<Subject, Ended>> table, LongSupplier nanoTime) {
        this.table = table;
        this.nanoTime = nanoTime;
        this.lookups = new SharedLookup<>("sign-outs", this::lookUp, LONGEST_WAIT);
    }

    /**
     * Why a token does not count that was issued at a moment; empty if it does. An issuer states whole seconds: what was issued
     * in the second of the sign-out does not count.
     *
     * @param issuedAt the latest moment there is: what an account signs in with has nothing to do with sign-outs
     * @throws SignInRefused if it cannot be looked up, and nothing is known of the account
     */
    public Optional<String> refusal(Actor actor, Instant issuedAt) {
        return last(Subject.of(actor)).flatMap(ended -> {
            if (ended.erased() != null)
                return Optional.of("Person %s was erased from the directory".formatted(ended.erased()));
            Instant at = ended.signedOutAt();
            return at == null || at.truncatedTo(ChronoUnit.SECONDS).isBefore(issuedAt)
                    ? Optional.empty()
                    : Optional.of("The account was signed out after the token was issued: sign in again");
        });
    }

    private Optional<Ended> last(Subject subject) {
        Optional<Ended> before = known.get(subject);
        Long missed = missedAt;
        boolean awaited = missed != null && nanoTime.getAsLong() - missed < BETWEEN_ATTEMPTS.toNanos();
        if (awaited && before != null) return before;
        try {
            return lookups.find(subject);
        } catch (DataAccessException fault) {
            Optional<Ended> kept = known.get(subject);
            if (kept == null) throw SignInRefused.unknownForNow(fault);
            return kept;
        }
    }

    /** One after another, so that what is known never becomes older. */
    private Map<Subject, Ended> lookUp(Set<Subject> subjects) {
        try {
            Map<Subject, Ended> found = table.apply(subjects);
            subjects.forEach(subject -> known.put(subject, Optional.ofNullable(found.get(subject))));
            missedAt = null;
            return found;
        } catch (DataAccessException fault) {
            missedAt = nanoTime.getAsLong();
            throw fault;
        }
    }

    @Override
    public void close() {
        lookups.close();
    }
}
