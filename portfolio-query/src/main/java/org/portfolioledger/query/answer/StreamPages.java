package org.portfolioledger.query.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.point.TimePoint;

/** Pages of the facts of some streams in the one order of positions, each at the cost of its own length. */
final class StreamPages {

    private StreamPages() {}

    /**
     * A page.
     *
     * @param after the position after which the next page begins; null if nothing comes after it
     */
    record Page(List<StoredEvent> facts, @Nullable List<String> after) {}

    /** The page that was asked for. */
    static Page page(
            StoredFacts facts,
            TimePoint point,
            List<String> streams,
            ReadRequest.Page asked,
            Predicate<StoredEvent> shown) {
        List<StoredEvent> page = new ArrayList<>();
        long last = asked.afterNumber();
        List<StoredEvent> read;
        do {
            read = facts.next(point, streams, last, asked.limit() + 1);
            for (StoredEvent fact : read) {
                boolean isShown = shown.test(fact);
                if (isShown && page.size() == asked.limit()) return new Page(page, List.of(Long.toString(last)));
                if (isShown) page.add(fact);
                last = fact.position();
            }
        } while (read.size() > asked.limit());
        return new Page(page, null);
    }
}
