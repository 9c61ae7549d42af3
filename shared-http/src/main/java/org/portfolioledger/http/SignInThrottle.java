package org.portfolioledger.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Slows whoever guesses: failed sign-ins of one user name, or from one address, are limited to some at once and then to
 * one in a while. What it remembers is bounded.
 */
public final class SignInThrottle {

    static final int AT_ONCE = 10;
    static final Duration PER_ATTEMPT = Duration.ofSeconds(6);
    private static final int REMEMBERED = 10_000;

    private final LongSupplier nanoTime;

    /** By user name or address: when all its attempts will be there again. The one that failed longest ago goes first. */
    private final Map<String, Long> fullAt = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param nanoTime as {@link System#nanoTime()} */
    public SignInThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How many seconds to wait before the next attempt; empty if it may be made now. */
    public synchronized OptionalLong secondsToWait(String user, String address) {
        long wait = Math.max(wait("user " + user), wait("address " + address));
        return wait <= 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.ceilDiv(wait, Duration.ofSeconds(1).toNanos()));
    }

    private long wait(String who) {
        Long full = fullAt.get(who);
        return full == null ? 0 : full - nanoTime.getAsLong() - (AT_ONCE - 1) * PER_ATTEMPT.toNanos();
    }

    /** Counts an attempt. */
    public synchronized void failed(String user, String address) {
        count("user " + user);
        count("address " + address);
    }

    private void count(String who) {
        long now = nanoTime.getAsLong();
        Long full = fullAt.remove(who);
        long from = full == null || full - now < 0 ? now : full;
        fullAt.put(who, from + PER_ATTEMPT.toNanos());
    }
}
