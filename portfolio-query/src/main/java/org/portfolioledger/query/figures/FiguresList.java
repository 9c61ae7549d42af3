package org.portfolioledger.query.figures;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portfolioledger.query.answer.Href;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.OfSubject;

/**
 * The list behind sums: what counts in them, with the filters that were asked for.
 *
 * @param filters by name
 */
public record FiguresList(TimePoint point, String path, Map<String, String> filters) {

    /** The condition on a row {@code r} that its portfolio has the business group that is asked for. */
    public static final String KNOWS_GROUP = "r.kind = 'portfolio' and exists"
            + " (select from jsonb_object_keys(r.state -> 'businessGroups') g where lower(g) = lower(:businessGroup))";

    /** The name of the filter of that which counts in sums. */
    public static final String COUNTS = "counts";

    /** The name of the filter of that which certain business groups own together, with commas between them. */
    public static final String BUSINESS_GROUPS = "businessGroups";

    /** The name of the filter of that which counts through one initiative. */
    public static final String THROUGH = "through";

    /** What counts in some sums. */
    public static FiguresList behind(TimePoint point, FiguresScope scope, String list, Map<String, String> filters) {
        Map<String, String> counting = new TreeMap<>(filters);
        counting.put(COUNTS, "TRUE");
        return new FiguresList(point, scope.path(list), counting);
    }

    /** What counts of an initiative of a portfolio, without those below it. */
    public static FiguresList ofInitiative(TimePoint point, String portfolio, String list, String initiative) {
        return new FiguresList(
                point,
                "/api/v1/portfolios/" + portfolio + "/" + list,
                Map.of(COUNTS, "TRUE", "initiative", initiative));
    }

    /** Its path. */
    public String href() {
        return Href.at(point, path, filters);
    }

    /** The path of those of it that have one thing more. */
    public String href(String filter, String value) {
        return with(filter, value).href();
    }

    /** Those of it that have one thing more. */
    public FiguresList with(String filter, String value) {
        Map<String, String> more = new TreeMap<>(filters);
        more.put(filter, value);
        return new FiguresList(point, path, more);
    }

    /** Those of it that some business groups own together. */
    public FiguresList ofGroups(List<String> groups) {
        return with(BUSINESS_GROUPS, together(groups));
    }

    /** Whether something is of the initiatives and of the business groups that a request names. */
    public static boolean isAskedFor(FiguresScope scope, OfSubject part, ReadRequest request) {
        List<String> groups = scope.groups(part);
        return request.filter("businessGroup").stream()
                        .allMatch(wanted -> groups.stream().anyMatch(wanted::equalsIgnoreCase))
                && SubResources.is(request.filter(BUSINESS_GROUPS), together(groups))
                && SubResources.is(
                        request.filter("initiative"), part.subject().value().initiative())
                && SubResources.is(request.filter(THROUGH), scope.through(part));
    }

    private static String together(List<String> groups) {
        return groups.isEmpty() ? SubResources.NOT_STATED : String.join(",", groups);
    }
}
