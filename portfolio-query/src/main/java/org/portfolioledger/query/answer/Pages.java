package org.portfolioledger.query.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.ReadRequest.Order;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Structure;

/** Pages of lists, each with the cursor by which the list goes on. */
public final class Pages {

    private Pages() {}

    /**
     * One page.
     *
     * @param after sort keys of its last item; null if nothing comes after it
     */
    public static <T> PageView<T> page(
            ReadRequest request, TimePoint point, List<T> items, @Nullable List<String> after) {
        return new PageView<>(
                List.copyOf(items),
                after == null ? null : cursor(request, point, after).write());
    }

    /**
     * One page of a list that belongs to no point.
     *
     * @param after number of its last item; null if nothing comes after it
     * @return the cursor of the page after it
     */
    public static @Nullable String cursor(ReadRequest request, @Nullable Long after) {
        return after == null
                ? null
                : new Cursor(
                                null,
                                KnownAt.POSITION + 0,
                                List.of(after.toString()),
                                request.page().belongsTo())
                        .write();
    }

    /** The page that was asked for of a list that is read whole: at one point it is the same for every page. */
    public static <T> PageView<T> cut(Rows rows, ReadRequest request, TimePoint point, List<T> all) {
        List<T> ordered = ordered(rows, request, point, all);
        int start = (int) Math.min(ordered.size(), request.page().afterNumber());
        int end = Math.min(ordered.size(), start + request.page().limit());
        return page(
                request,
                point,
                ordered.subList(start, end),
                end < ordered.size() ? List.of(String.valueOf(end)) : null);
    }

    /** All of a list that is read whole, in the order that was asked for. */
    public static <T> List<T> ordered(Rows rows, ReadRequest request, TimePoint point, List<T> all) {
        List<T> ordered = new ArrayList<>(all);
        if (!request.page().order().isEmpty())
            ordered.sort(comparator(rows, point, request.page().order(), all));
        return ordered;
    }

    /** The refusal of a cursor that no page gave. */
    public static Problem unreadableCursor() {
        return Cursor.unreadable();
    }

    private static Cursor cursor(ReadRequest request, TimePoint point, List<String> after) {
        String asOf = request.form().takesAsOf() ? point.asOf().toString() : null;
        return new Cursor(asOf, point.knownAt(), after, request.page().belongsTo());
    }

    private static <T> Comparator<T> comparator(Rows rows, TimePoint point, List<Order> order, List<T> all) {
        return order.stream()
                .map(part -> {
                    Comparator<T> by = by(rows, point, part.member(), all);
                    return part.descending() ? by.reversed() : by;
                })
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    /** By the values of a member, as rows are sorted by {@link SortKey}. */
    private static <T> Comparator<T> by(Rows rows, TimePoint point, String member, List<T> all) {
        List<String> texts = all.stream()
                .map(item -> value(item, member))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .distinct()
                .toList();
        Map<String, Integer> ranks = texts.isEmpty() ? Map.of() : rows.ranks(point, texts);
        return Comparator.comparing(
                item -> rank(value(item, member), ranks), Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** The values of one member are of one type, so that each can be compared with every other. */
    @SuppressWarnings("unchecked")
    private static @Nullable Comparable<Object> rank(@Nullable Object value, Map<String, Integer> ranks) {
        return (Comparable<Object>) (value instanceof String text ? ranks.get(text) : value);
    }

    /** What a view shows under a name, without its grounds. */
    public static @Nullable Object value(@Nullable Object item, String name) {
        Object member = item instanceof Record view ? member(view, name) : null;
        return member instanceof Grounded<?> grounded ? grounded.value() : member;
    }

    /** A member of a view, or of what is unwrapped in it. */
    private static @Nullable Object member(Record view, String name) {
        SequencedMap<String, Object> members = Structure.members(view);
        Object own = members.get(name);
        if (own != null && !isUnwrapped(own)) return own;
        for (Object part : members.values()) {
            Object found = isUnwrapped(part) ? member((Record) part, name) : null;
            if (found != null) return found;
        }
        return null;
    }

    /** What is unwrapped has no name of its own, whatever its component is called. */
    private static boolean isUnwrapped(Object part) {
        return part instanceof Record && !(part instanceof Grounded<?>);
    }
}
