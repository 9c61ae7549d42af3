package org.portfolioledger.query.across;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.MembersEver;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.OfInitiative;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** The one way in which what several entities hold is listed over the initiatives of a portfolio. */
@Component
final class AcrossInitiatives {

    private final PortfolioMembers portfolioMembers;
    private final Responses responses;
    private final Rows rows;

    AcrossInitiatives(Responses responses, Rows rows, PortfolioMembers portfolioMembers) {
        this.portfolioMembers = portfolioMembers;
        this.responses = responses;
        this.rows = rows;
    }

    /**
     * The initiatives over which is listed.
     *
     * @param id of the portfolio
     * @param initiatives ids of all of which something may be listed
     * @param portfolio null: it was not known or not in effect then, and lets ratings be as they are
     */
    record Members(
            String id, Set<String> initiatives, @Nullable PortfolioState portfolio) {

        boolean contain(@Nullable String initiative) {
            return initiative != null && initiatives.contains(initiative);
        }
    }

    /** Takes from a state what happened in a portfolio: what is of a day on which its initiative belonged to it. */
    @FunctionalInterface
    interface Events<S, V> {
        List<? extends V> of(S state, MembersEver members, Viewpoint seen);
    }

    /** A kind of entity whose states refer to initiatives, and what happened of which they tell. */
    record EventSource<S, V>(Kind<?, S> kind, Events<S, V> events) {}

    /** Takes from a state what concerns the initiatives of a portfolio. */
    @FunctionalInterface
    interface Items<S, V> {
        List<? extends V> of(S state, Members members, Viewpoint seen);
    }

    /** A kind of entity whose states refer to initiatives, and what is listed of them. */
    record Source<S, V>(Kind<?, S> kind, Items<S, V> items) {}

    /**
     * A list over those initiatives that lie in a portfolio, or lay there when they were retracted, and meet a condition.
     * The portfolio itself need not be in effect then. A filter asks for the value that an item shows under the filter's
     * name.
     */
    <V> Answer<PageView<V>> list(
            ReadRequest request, String portfolio, Predicate<InitiativeState> which, List<Source<?, V>> sources) {
        return list(request, portfolio, which, _ -> sources);
    }

    /** The same of what takes more from the point than its states. */
    <V> Answer<PageView<V>> list(
            ReadRequest request,
            String portfolio,
            Predicate<InitiativeState> which,
            Function<TimePoint, List<Source<?, V>>> sources) {
        return list(request, portfolio, which, sources, item -> matches(item, request.filters()));
    }

    /** The same of what has filters of its own. */
    <V> Answer<PageView<V>> list(
            ReadRequest request,
            String portfolio,
            Predicate<InitiativeState> which,
            Function<TimePoint, List<Source<?, V>>> sources,
            Predicate<V> wanted) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, portfolio);
        Members members = members(point, portfolio, which);
        List<Found<?, V>> found = new ArrayList<>();
        for (Source<?, V> source : sources.apply(point)) found.add(found(point, members, source));
        List<Object> shown = new ArrayList<>();
        for (Found<?, V> one : found) shown.addAll(one.states());
        if (members.portfolio() != null) shown.add(members.portfolio());
        Viewpoint seen = rows.viewpoint(point, shown);
        List<V> items = found.stream()
                .<V>flatMap(one -> one.items(members, seen))
                .filter(wanted)
                .toList();
        return responses.list(request, point, seen, items);
    }

    /** What happened in a portfolio, each on its day, with the initiatives that belonged to it on that day. */
    <V> Answer<PageView<V>> events(ReadRequest request, String portfolio, List<EventSource<?, V>> sources) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, portfolio);
        MembersEver ever = portfolioMembers.ever(point, portfolio);
        Members members = new Members(portfolio, ever.initiatives(), null);
        List<Found<?, V>> found = new ArrayList<>();
        for (EventSource<?, V> source : sources) found.add(found(point, members, source(source, ever)));
        Viewpoint seen = rows.viewpoint(
                point, found.stream().flatMap(one -> one.states().stream()).toList());
        List<V> items = found.stream()
                .<V>flatMap(one -> one.items(members, seen))
                .filter(item -> matches(item, request.filters()))
                .toList();
        return responses.list(request, point, seen, items);
    }

    private static <S, V> Source<S, V> source(EventSource<S, V> source, MembersEver ever) {
        return new Source<>(source.kind(), (state, _, seen) -> source.events().of(state, ever, seen));
    }

    private Members members(TimePoint point, String portfolio, Predicate<InitiativeState> which) {
        return new Members(
                portfolio,
                portfolioMembers.everBelongingTo(point, portfolio).stream()
                        .map(Known::state)
                        .filter(which)
                        .map(InitiativeState::initiative)
                        .collect(Collectors.toCollection(TreeSet::new)),
                rows.one(point, Kinds.PORTFOLIO, portfolio).map(Known::state).orElse(null));
    }

    /** Those of a kind that concern an initiative which ever belonged to a portfolio. */
    <S extends OfInitiative> List<S> of(TimePoint point, MembersEver ever, String portfolio, Kind<?, S> kind) {
        Members members = new Members(portfolio, ever.initiatives(), null);
        return found(point, members, new Source<S, Object>(kind, (_, _, _) -> List.of())).states().stream()
                .filter(state -> members.contain(state.initiative()))
                .toList();
    }

    /** On which days initiatives belonged to a portfolio. */
    MembersEver ever(TimePoint point, String portfolio) {
        return portfolioMembers.ever(point, portfolio);
    }

    /** What is there of a source. */
    private record Found<S, V>(Source<S, V> source, List<S> states) {
        Stream<? extends V> items(Members members, Viewpoint seen) {
            return states.stream().flatMap(state -> source.items().of(state, members, seen).stream());
        }
    }

    /** What refers to one of the initiatives, or to the portfolio itself. */
    private <S, V> Found<S, V> found(TimePoint point, Members members, Source<S, V> source) {
        String[] streams = Stream.concat(
                        members.initiatives().stream().map(Kinds.INITIATIVE::stream),
                        Stream.of(Kinds.PORTFOLIO.stream(members.id())))
                .toArray(String[]::new);
        return new Found<>(
                source,
                rows.where(point, source.kind(), "r.refs && :streams::text[]", Map.of("streams", streams)).stream()
                        .map(Known::state)
                        .toList());
    }

    /** Whether an item shows under the name of each filter what the filter asks for. */
    static boolean matches(@Nullable Object item, Map<String, String> filters) {
        return filters.entrySet().stream()
                .allMatch(filter -> filter.getValue().equalsIgnoreCase(shown(Pages.value(item, filter.getKey()))));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? SubResources.NOT_STATED : value.toString();
    }
}
