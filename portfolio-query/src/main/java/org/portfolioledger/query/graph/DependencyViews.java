package org.portfolioledger.query.graph;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.EntityView;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows of one dependency whom a slip hits. */
@Component
final class DependencyViews
        implements EntityViews<DependencyState, EntityView<DependencyState>, DependencyViews.DependencyView> {

    private final Rows rows;
    private final DependencyEdges edges;

    DependencyViews(Rows rows, DependencyEdges edges) {
        this.rows = rows;
        this.edges = edges;
    }

    /**
     * A dependency.
     *
     * @param alerts what should not be overlooked
     * @param downstream ids of the initiatives that a slip hits, where it is promised for later than it is needed
     */
    record DependencyView(
            @JsonUnwrapped DependencyState state,
            SortedSet<Alert> alerts,
            @Nullable SortedSet<String> downstream) {}

    @Override
    public Kind<?, DependencyState> kind() {
        return Kinds.DEPENDENCY;
    }

    @Override
    public Viewed<List<EntityView<DependencyState>>> list(TimePoint point, List<DependencyState> dependencies) {
        Viewpoint seen = rows.viewpoint(point, dependencies);
        return new Viewed<>(
                dependencies.stream()
                        .map(dependency -> EntityView.of(dependency, seen))
                        .toList(),
                seen);
    }

    @Override
    public Viewed<DependencyView> item(TimePoint point, DependencyState dependency) {
        Viewpoint seen = rows.viewpoint(point, List.of(dependency));
        SortedSet<String> downstream =
                dependency.isConflict() ? edges.downstreamOf(point, dependency.dependency()) : null;
        return new Viewed<>(new DependencyView(dependency, Alert.of(dependency, seen), downstream), seen);
    }
}
