package org.portfolioledger.query.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.answer.StoredFacts.Reading;
import org.portfolioledger.query.point.TimePoint;

/** Pages of the facts of some streams in the one order of positions, each at the cost of its own length. */
public final class StreamPages {

    private static final Pattern AFTER = Pattern.compile("(\\d{1,18}) (.+)");

    private StreamPages() {}

    /**
     * A page.
     *
     * @param after by stream the sequence of the next fact and its name; null if nothing comes after it
     */
    public record Page(List<StoredEvent> facts, @Nullable List<String> after) {}

    /**
     * The page that was asked for.
     *
     * @param streams the same for every page, in the same order
     */
    public static Page page(
            StoredFacts facts,
            TimePoint point,
            List<Reading> streams,
            ReadRequest.Page asked,
            Predicate<StoredEvent> shown) {
        long[] next = next(streams, asked.after());
        Map<String, Integer> places = new HashMap<>();
        for (int n = 0; n < streams.size(); n++) places.put(streams.get(n).stream(), n);
        List<StoredEvent> page = new ArrayList<>();
        List<StoredEvent> read;
        do {
            read = facts.next(point, from(streams, next), asked.limit() + 1);
            for (StoredEvent fact : read) {
                boolean isShown = shown.test(fact);
                if (isShown && page.size() == asked.limit()) return new Page(page, after(streams, next));
                if (isShown) page.add(fact);
                next[Objects.requireNonNull(places.get(fact.stream()))] = fact.sequence() + 1;
            }
        } while (read.size() > asked.limit());
        return new Page(page, null);
    }

    private static List<Reading> from(List<Reading> streams, long[] next) {
        return IntStream.range(0, next.length)
                .mapToObj(n -> new Reading(
                        streams.get(n).stream(), next[n], streams.get(n).type()))
                .toList();
    }

    private static long[] next(List<Reading> streams, @Nullable List<String> after) {
        long[] next = new long[streams.size()];
        if (after == null) return next;
        Map<String, Long> read = new HashMap<>();
        for (String each : after) {
            Matcher one = AFTER.matcher(each);
            if (!one.matches()) throw Cursor.unreadable();
            read.put(one.group(2), Long.parseLong(one.group(1)));
        }
        // One that was not there is read from its beginning.
        for (int n = 0; n < next.length; n++) next[n] = read.getOrDefault(streams.get(n).stream(), 0L);
        return next;
    }

    private static List<String> after(List<Reading> streams, long[] next) {
        return IntStream.range(0, next.length)
                .mapToObj(n -> next[n] + " " + streams.get(n).stream())
                .toList();
    }
}
