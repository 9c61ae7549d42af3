package org.portfolioledger.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portfolioledger.query.answer.EntityView;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.graph.DependencyEdges;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Brings together what rows of several kinds hold of some initiatives at one point. */
@Component
public final class InitiativeOverviews
        implements EntityViews<InitiativeState, EntityView<InitiativeState>, EntityView<InitiativeState>> {

    /** The condition on a row {@code r} that a criterion is in its rating schemes or ratings. */
    public static final String KNOWS_CRITERION =
            "(r.kind = 'portfolio' and exists (select from jsonb_path_query(r.state, '$.schemes.*.value.criteria[*]') c"
                    + " where lower(c #>> '{}') = lower(:criterion))"
                    + " or r.kind = 'rag' and exists (select from jsonb_path_query(r.state, '$.ratings.*.value.criterion') c"
                    + " where lower(c #>> '{}') = lower(:criterion)))";

    private static final String DECIDED_ULTRA_VIRES =
            "r.refs && :initiatives::text[] and jsonb_path_exists(r.state, '$.decisions.*.value.ultraVires')";

    private static final Comparator<BusinessCaseState> BEGAN = Comparator.<BusinessCaseState, LocalDate>comparing(
                    shown -> shown.title().since())
            .thenComparingLong(shown -> shown.title().place());

    private final Rows rows;
    private final DependencyEdges edges;
    private final RatingPortfolios portfolios;

    InitiativeOverviews(Rows rows, DependencyEdges edges, RatingPortfolios portfolios) {
        this.rows = rows;
        this.edges = edges;
        this.portfolios = portfolios;
    }

    @Override
    public Kind<?, InitiativeState> kind() {
        return Kinds.INITIATIVE;
    }

    /** Initiatives, each with all alerts that there are on it. */
    @Override
    public List<EntityView<InitiativeState>> list(TimePoint point, List<Known<InitiativeState>> found, Viewpoint seen) {
        List<InitiativeOverview> overviews =
                at(point, found.stream().map(Known::state).toList());
        Viewpoint all = rows.viewpoint(point, overviews);
        return overviews.stream()
                .map(status -> new EntityView<>(status.initiative(), status.alerts(all)))
                .toList();
    }

    /** One initiative, with all alerts that there are on it. */
    @Override
    public EntityView<InitiativeState> item(TimePoint point, InitiativeState initiative, Viewpoint seen) {
        InitiativeOverview status = at(point, List.of(initiative)).getFirst();
        return new EntityView<>(initiative, status.alerts(rows.viewpoint(point, List.of(status))));
    }

    /** Some initiatives, in their order. */
    public List<InitiativeOverview> at(TimePoint point, List<InitiativeState> initiatives) {
        if (initiatives.isEmpty()) return List.of();
        List<String> ids = initiatives.stream().map(InitiativeState::initiative).toList();
        // Of what an initiative has one of, the id is that of the initiative.
        var appointments = byId(of(point, Kinds.APPOINTMENTS, Among.ofIds(ids)));
        var ratings = byId(of(point, Kinds.RAG, Among.ofIds(ids)));
        Map<String, PortfolioState> above = portfolios.at(point, ids);
        Map<String, List<BusinessCaseState>> cases =
                of(point, Kinds.BUSINESS_CASE, Among.of("r.initiative", ids)).stream()
                        .map(Known::state)
                        .sorted(BEGAN)
                        .collect(Collectors.groupingBy(BusinessCaseState::initiative));
        Map<String, Set<Alert>> besides = besides(point, ids);
        List<InitiativeOverview> overviews = new ArrayList<>();
        for (InitiativeState initiative : initiatives) {
            String id = initiative.initiative();
            overviews.add(new InitiativeOverview(
                    initiative,
                    appointments.get(id),
                    ratings.get(id),
                    above.get(id),
                    cases.getOrDefault(id, List.of()),
                    besides.getOrDefault(id, Set.of())));
        }
        return overviews;
    }

    /** By initiative what dependencies tell of it, and what boards decided on it beside its business cases. */
    private Map<String, Set<Alert>> besides(TimePoint point, List<String> initiatives) {
        Map<String, Set<Alert>> besides = new HashMap<>(edges.alerts(point, initiatives));
        for (Known<BoardState> board : rows.where(
                point,
                Kinds.BOARD,
                DECIDED_ULTRA_VIRES,
                Map.of(
                        "initiatives",
                        initiatives.stream().map(Kinds.INITIATIVE::stream).toArray(String[]::new))))
            board.state().decisions().values().stream()
                    .map(decision -> decision.value())
                    .filter(decision -> decision.ultraVires() != null && decision.initiative() != null)
                    .forEach(decision -> besides.computeIfAbsent(
                                    String.valueOf(decision.initiative()), _ -> EnumSet.noneOf(Alert.class))
                            .add(Alert.ULTRA_VIRES));
        return besides;
    }

    private <S> List<Known<S>> of(TimePoint point, Kind<?, S> kind, Among among) {
        return rows.where(point, kind, among.condition(), among.values());
    }

    private static <S> Map<String, S> byId(List<Known<S>> found) {
        Function<Known<S>, S> state = Known::state;
        return found.stream().collect(Collectors.toMap(Known::id, state));
    }
}
