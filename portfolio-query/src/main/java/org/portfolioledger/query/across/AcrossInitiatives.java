package org.portfolioledger.query.across;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The one way in which what several entities hold is listed over the initiatives of a portfolio. */
@Component
final class AcrossInitiatives {

    private final Responses responses;
    private final Rows rows;

    AcrossInitiatives(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    /** Takes from a state what concerns some initiatives. */
    @FunctionalInterface
    interface Items<S> {
        List<? extends Record> of(S state, Set<String> initiatives, Viewpoint seen);
    }

    /** A kind of entity whose states refer to initiatives, and what is listed of them. */
    record Source<S>(Kind<?, S> kind, Items<S> items) {}

    /**
     * A list over those initiatives of a portfolio that meet a condition, empty where the portfolio was not known or not in
     * effect then. A filter asks for the value that an item shows
     * under the filter's name.
     */
    ResponseEntity<byte[]> list(
            ReadRequest request, String portfolio, Predicate<InitiativeState> which, Source<?>... sources) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, portfolio);
        Set<String> initiatives = rows.belongingTo(point, portfolio).stream()
                .map(Known::state)
                .filter(which)
                .map(InitiativeState::initiative)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Found<?>> found = new ArrayList<>();
        for (Source<?> source : sources) found.add(found(point, initiatives, source));
        Viewpoint seen = rows.viewpoint(
                point, found.stream().flatMap(one -> one.states().stream()).toList());
        List<? extends Record> items = found.stream()
                .flatMap(one -> one.items(initiatives, seen))
                .filter(item -> matches(item, request.filters()))
                .toList();
        return responses.list(request, point, seen, items);
    }

    /** What is there of a source. */
    private record Found<S>(Source<S> source, List<S> states) {
        Stream<? extends Record> items(Set<String> initiatives, Viewpoint seen) {
            return states.stream().flatMap(state -> source.items().of(state, initiatives, seen).stream());
        }
    }

    private <S> Found<S> found(TimePoint point, Set<String> initiatives, Source<S> source) {
        String[] streams = initiatives.stream().map(Kinds.INITIATIVE::stream).toArray(String[]::new);
        return new Found<>(
                source,
                rows.where(point, source.kind(), "r.refs && :streams::text[]", Map.of("streams", streams)).stream()
                        .map(Known::state)
                        .toList());
    }

    private static boolean matches(Record item, Map<String, String> filters) {
        return filters.entrySet().stream()
                .allMatch(filter -> filter.getValue().equals(shown(Pages.value(item, filter.getKey()))));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? SubResources.NOT_STATED : value.toString();
    }
}
