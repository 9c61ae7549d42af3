package org.portfolioledger.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each caller may still send: a bucket for each, of which only so many are held in memory. */
final class CallerBuckets {

    private final RateLimit limit;
    private final TimeMeter clock;

    /** By the caller's key; the one that was used longest ago goes first, and begins full if it comes again. */
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > limit.callers();
        }
    };

    CallerBuckets(RateLimit limit, TimeMeter clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Takes one request from a caller's bucket, if it holds one. */
    ConsumptionProbe take(Caller caller) {
        return of(caller).tryConsumeAndReturnRemaining(1);
    }

    /** How many requests a caller may send in a window. */
    int quota(Caller caller) {
        return caller.isSignedIn() ? limit.account() : limit.address();
    }

    private synchronized Bucket of(Caller caller) {
        return buckets.computeIfAbsent(caller.key(), _ -> full(quota(caller)));
    }

    private Bucket full(int quota) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(quota).refillGreedy(quota, limit.window()))
                .withCustomTimePrecision(clock)
                .build();
    }

    synchronized int held() {
        return buckets.size();
    }
}
