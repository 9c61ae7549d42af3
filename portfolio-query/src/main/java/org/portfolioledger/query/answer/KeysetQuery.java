package org.portfolioledger.query.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.query.answer.ReadRequest.Order;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The select of one page of rows, and of one row more, which tells whether the list goes on. */
final class KeysetQuery {

    private static final Set<String> COLUMNS = Set.of("initiative", "portfolio", "parent");

    private final ReadRequest.Page page;
    private final List<SortKey> keys;

    private KeysetQuery(ReadRequest.Page page, Kind<?, ?> kind) {
        this.page = page;
        this.keys = new ArrayList<>();
        for (Order order : page.order()) keys.add(SortKey.of(kind, order.member()));
        keys.add(SortKey.ID);
        if (page.after() != null && page.after().size() != keys.size()) throw Cursor.unreadable();
    }

    /**
     * The select of what was asked for.
     *
     * @param own conditions on the row {@code r} that name their filter's value, of those filters that ask for another
     *     thing than the stated member of their name
     */
    static StatementSpec of(
            Rows rows,
            ReadRequest request,
            TimePoint point,
            Kind<?, ?> kind,
            Rows.Among among,
            Map<String, String> own) {
        KeysetQuery selection = new KeysetQuery(request.page(), kind);
        StatementSpec statement = rows.ordered(
                        point,
                        kind.name(),
                        among.condition() + conditions(request, own) + selection.afterThePageBefore(),
                        selection.keys.stream().map(SortKey::kept).collect(Collectors.joining(", ")),
                        selection.tail())
                .param("most", request.page().limit() + 1)
                .params(request.filters())
                .params(among.values());
        List<String> after = request.page().after();
        for (int n = 0; after != null && n < after.size(); n++)
            statement = statement.param("after" + n, selection.keys.get(n).require(after.get(n)));
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
        List<String> order = new ArrayList<>();
        for (int n = 0; n < keys.size(); n++) order.add(keys.get(n).ordered() + (isDescending(n) ? " desc" : ""));
        return "order by " + String.join(", ", order) + " limit :most";
    }

    private boolean isDescending(int key) {
        return key < page.order().size() && page.order().get(key).descending();
    }

    /** Equal in the first keys to the last item of the page before, and beyond it in the next. */
    private String afterThePageBefore() {
        if (page.after() == null) return "";
        List<String> alternatives = new ArrayList<>();
        String equal = "";
        for (int n = 0; n < keys.size(); n++) {
            String key = keys.get(n).ordered();
            String last = keys.get(n).parameter("after" + n);
            alternatives.add("(%s%s %s %s)".formatted(equal, key, isDescending(n) ? "<" : ">", last));
            equal += "%s = %s and ".formatted(key, last);
        }
        return " and (" + String.join(" or ", alternatives) + ")";
    }
}
