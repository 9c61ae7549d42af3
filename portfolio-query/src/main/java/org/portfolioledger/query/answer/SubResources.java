package org.portfolioledger.query.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Lists that are parts of one entity's state, such as the versions of a case. */
@Component
public final class SubResources {

    /** What a filter calls that which nobody stated. */
    public static final String NOT_STATED = "NOT_STATED";

    private final Responses responses;
    private final Rows rows;

    SubResources(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    /**
     * A list out of an entity's state, empty where it was not known or not in effect then.
     *
     * @param owner the kind that the path names, which must have existed at some time
     * @param holder the kind whose state, under the same id, holds the list
     * @param list takes the list from the state
     */
    public <S, V> Answer<PageView<PartView<V>>> list(
            ReadRequest request,
            Kind<?, ?> owner,
            String id,
            Kind<?, S> holder,
            BiFunction<S, Viewpoint, List<PartView<V>>> list) {
        return list(request, responses.point(request, owner, id), id, holder, List.of(), list);
    }

    /**
     * The same at a point that was resolved for it.
     *
     * @param besides states of other entities that are shown in it
     */
    public <S, V> Answer<PageView<PartView<V>>> list(
            ReadRequest request,
            TimePoint point,
            String id,
            Kind<?, S> holder,
            List<?> besides,
            BiFunction<S, Viewpoint, List<PartView<V>>> list) {
        Known<S> found = rows.one(point, holder, id).orElse(null);
        if (found == null) return responses.list(request, point, holder.stream(id), null, null, List.<PartView<V>>of());
        Viewpoint seen = rows.viewpoint(point, List.of(found.state(), besides));
        return responses.list(request, point, holder.stream(id), found, seen, list.apply(found.state(), seen));
    }

    /** Whether a value is what a filter asks for, if it asks. */
    public static boolean is(Optional<String> wanted, @Nullable Object value) {
        return wanted.isEmpty() || wanted.get().equalsIgnoreCase(value == null ? NOT_STATED : value.toString());
    }
}
