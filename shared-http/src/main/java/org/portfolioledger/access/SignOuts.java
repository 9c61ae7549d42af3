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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Whether an account was signed out since a token was issued to it. It is looked up at each request, for all that are there at
 * that moment together, so a sign-out holds at once on every node. While the database is away, and with it whatever is on
 * record, what was known of the account counts.
 */
final class SignOuts implements AutoCloseable {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final int REMEMBERED = 10_000;

    private final Function<Set<String>, Map<String, Instant>> table;
    private final LongSupplier nanoTime;
    private final SharedLookup<String, Instant> lookups;

    private volatile @Nullable Long missedAt;

    /** By account; the one that was put in first goes first. */
    private final Map<String, Optional<Instant>> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    });

    /**
     * @param table gives of some accounts when each was signed out last
     * @param nanoTime as {@link System#nanoTime()}
     */
    SignOuts(Function<Set<String>, Map<String, Instant>> table, LongSupplier nanoTime) {
        this.table = table;
        this.nanoTime = nanoTime;
        this.lookups = new SharedLookup<>("sign-outs", this::lookUp, LONGEST_WAIT);
    }

    /**
     * Whether it was. An issuer states whole seconds: what was issued in the second of the sign-out does not count.
     *
     * @throws DataAccessException if it cannot be looked up, and nothing is known of the account
     */
    boolean ended(String account, Instant issuedAt) {
        return last(account)
                .filter(at -> !at.truncatedTo(ChronoUnit.SECONDS).isBefore(issuedAt))
                .isPresent();
    }

    private Optional<Instant> last(String account) {
        Optional<Instant> before = known.get(account);
        Long missed = missedAt;
        boolean awaited = missed != null && nanoTime.getAsLong() - missed < BETWEEN_ATTEMPTS.toNanos();
        if (awaited && before != null) return before;
        try {
            return lookups.find(account);
        } catch (DataAccessException fault) {
            Optional<Instant> kept = known.get(account);
            if (kept == null) throw fault;
            return kept;
        }
    }

    /** One after another, so that what is known never becomes older. */
    private Map<String, Instant> lookUp(Set<String> accounts) {
        try {
            Map<String, Instant> found = table.apply(accounts);
            accounts.forEach(account -> known.put(account, Optional.ofNullable(found.get(account))));
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
