package org.portfolioledger.query.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Lists what an entity was through all its days, page by page, each at the cost of its own length. */
@Component
public final class SegmentPages {

    private final Responses responses;
    private final Rows rows;

    SegmentPages(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    /** Makes an item of a segment, seen from the viewpoint of its first day. */
    @FunctionalInterface
    public interface SegmentItem<S, V> {
        V of(LocalDate from, @Nullable LocalDate to, S state, Viewpoint first);
    }

    /** The page that was asked for of the segments of an entity, by first day. */
    public <S, V> Answer<PageView<V>> list(ReadRequest request, Kind<?, S> kind, String id, SegmentItem<S, V> shown) {
        TimePoint point = responses.point(request, kind, id);
        int limit = request.page().limit();
        List<Known<S>> found =
                new Segments(rows).from(point, kind, id, next(request.page().after()), limit + 1);
        List<Known<S>> page = found.subList(0, Math.min(limit, found.size()));
        Viewpoint seen = rows.viewpoint(point, page.stream().map(Known::state).toList());
        List<V> items = page.stream()
                .map(segment -> {
                    LocalDate from = Objects.requireNonNull(segment.from());
                    return shown.of(from, segment.to(), segment.state(), seen.on(from));
                })
                .toList();
        List<String> after = page.size() < found.size()
                ? List.of(String.valueOf(page.getLast().from()))
                : null;
        return responses.answer(request, point, null, Pages.page(request, point, items, after));
    }

    /** The first day on which the next segment may begin; null: it is the first page. */
    private static @Nullable LocalDate next(@Nullable List<String> after) {
        if (after == null) return null;
        try {
            if (after.size() == 1) return KnownAt.Forms.day(after.getFirst()).plusDays(1);
        } catch (DateTimeException _) {
            // No day that a page ended with.
        }
        throw Pages.unreadableCursor();
    }
}
