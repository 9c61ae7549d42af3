package org.portfolioledger.query.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.query.answer.ReadRequest.Order;
import org.portfolioledger.query.point.TimePoint;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The select of one page of rows, and of one row more, which tells whether the list goes on. */
final class KeysetQuery {

    private static final Set<String> COLUMNS = Set.of("initiative", "portfolio", "parent");
    private static final String ID = "r.id collate \"C\"";

    private final ReadRequest.Page page;
    private final List<String> keys;

    private KeysetQuery(ReadRequest.Page page) {
        this.page = page;
        this.keys = Stream.concat(page.order().stream().map(KeysetQuery::key), Stream.of(ID))
                .toList();
        if (page.after() != null && page.after().size() != keys.size()) throw Cursor.unreadable();
    }

    /**
     * The select of what was asked for.
     *
     * @param own conditions on the row {@code r} that name their filter's value, of those filters that ask for another
     *     thing than the stated member of their name
     */
    static StatementSpec of(Rows rows, ReadRequest request, TimePoint point, String kind, Map<String, String> own) {
        KeysetQuery selection = new KeysetQuery(request.page());
        StatementSpec statement = rows.ordered(
                        point,
                        kind,
                        "true" + conditions(request, own) + selection.afterThePageBefore(),
                        String.join(", ", selection.keys),
                        selection.tail())
                .param("most", request.page().limit() + 1)
                .params(request.filters());
        List<String> after = request.page().after();
        for (int n = 0; after != null && n < after.size(); n++) statement = statement.param("after" + n, after.get(n));
        return statement;
    }

    private static String conditions(ReadRequest request, Map<String, String> own) {
        return request.filters().keySet().stream()
                .filter(filter -> !filter.equals("register"))
                .sorted()
                .map(filter -> " and (" + own.getOrDefault(filter, condition(filter)) + ")")
                .collect(Collectors.joining());
    }

    /** Rows have columns of what they are often found by. */
    private static String condition(String filter) {
        return COLUMNS.contains(filter)
                ? "r.%1$s = :%1$s".formatted(filter)
                : "r.state #>> '{%1$s,value}' = :%1$s".formatted(filter);
    }

    private String tail() {
        String order = Stream.concat(
                        page.order().stream().map(part -> key(part) + (part.descending() ? " desc" : "")),
                        Stream.of(ID))
                .collect(Collectors.joining(", "));
        return "order by " + order + " limit :most";
    }

    /** Equal in the first keys to the last item of the page before, and beyond it in the next. */
    private String afterThePageBefore() {
        if (page.after() == null) return "";
        List<String> alternatives = new ArrayList<>();
        String equal = "";
        for (int n = 0; n < keys.size(); n++) {
            boolean descending = n < page.order().size() && page.order().get(n).descending();
            alternatives.add("(%s%s %s :after%s)".formatted(equal, keys.get(n), descending ? "<" : ">", n));
            equal += "%s = :after%s and ".formatted(keys.get(n), n);
        }
        return " and (" + String.join(" or ", alternatives) + ")";
    }

    private static String key(Order order) {
        return order.member().equals("since")
                ? "coalesce(lower(r.valid)::text, '') collate \"C\""
                : "coalesce(r.state #>> '{%1$s,value}', r.state ->> '%1$s', '') collate \"C\""
                        .formatted(order.member());
    }
}
