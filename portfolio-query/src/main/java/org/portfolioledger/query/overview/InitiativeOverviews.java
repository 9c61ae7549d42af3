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
import org.portfolioledger.query.answer.Rows.Part;
import org.portfolioledger.query.answer.Rows.Together;
import org.portfolioledger.query.graph.DependencyEdges;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.DependencyState;
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

    private static final List<Part> PARTS = List.of(
            new Part(Kinds.APPOINTMENTS, Rows.isOne("r", "'appointments'", ":initiative"), false),
            new Part(Kinds.RAG, Rows.isOne("r", "'rag'", ":initiative"), false),
            new Part(Kinds.BUSINESS_CASE, "r.initiative = :initiative and r.kind = 'business-case'", true),
            new Part(Kinds.MILESTONES, Rows.isOne("r", "'milestones'", ":initiative"), false),
            new Part(Kinds.DEPENDENCY, Rows.refers("r", ":stream"), true),
            new Part(Kinds.RISK, Rows.refers("r", ":stream") + " and not r.closed", true));

    private static final List<Kind<?, ?>> REFERRING = List.of(Kinds.DEPENDENCY, Kinds.RISK);

    private static final Comparator<BusinessCaseState> BEGAN = Comparator.<BusinessCaseState, LocalDate>comparing(
                    shown -> shown.title().since())
            .thenComparingLong(shown -> shown.title().place());

    private final Rows rows;
    private final DependencyEdges edges;
    private final RatingPortfolios portfolios;
    private final PostHolders posts;

    InitiativeOverviews(Rows rows, DependencyEdges edges, RatingPortfolios portfolios, PostHolders posts) {
        this.posts = posts;
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
    public Viewed<List<EntityView<InitiativeState>>> list(TimePoint point, List<InitiativeState> initiatives) {
        List<InitiativeOverview> overviews = at(point, initiatives);
        Viewpoint seen = rows.viewpoint(point, overviews);
        return new Viewed<>(
                overviews.stream().map(overview -> view(overview, seen)).toList(), seen);
    }

    /** One initiative, with all alerts that there are on it. */
    @Override
    public Viewed<EntityView<InitiativeState>> item(TimePoint point, InitiativeState initiative) {
        InitiativeOverview overview = at(point, List.of(initiative)).getFirst();
        Viewpoint seen = rows.viewpoint(point, List.of(overview));
        return new Viewed<>(view(overview, seen), seen);
    }

    private static EntityView<InitiativeState> view(InitiativeOverview overview, Viewpoint seen) {
        return new EntityView<>(overview.initiative(), overview.alerts(seen));
    }

    /** Some initiatives, in their order. */
    public List<InitiativeOverview> at(TimePoint point, List<InitiativeState> initiatives) {
        if (initiatives.isEmpty()) return List.of();
        if (initiatives.size() == 1) return List.of(at(point, initiatives.getFirst()));
        List<String> ids = initiatives.stream().map(InitiativeState::initiative).toList();
        // Of what an initiative has one of, the id is that of the initiative.
        Map<String, AppointmentsState> appointments = appointments(point, ids);
        var ratings = byId(of(point, Kinds.RAG, Among.ofIds(ids)));
        Map<String, PortfolioState> above = portfolios.at(point, ids);
        Map<String, List<BusinessCaseState>> cases =
                of(point, Kinds.BUSINESS_CASE, Among.of("r.initiative", ids)).stream()
                        .map(Known::state)
                        .sorted(BEGAN)
                        .collect(Collectors.groupingBy(BusinessCaseState::initiative));
        Map<String, DecidedBeside> beside = DecidedBeside.at(rows, point, ids);
        var milestones = byId(of(point, Kinds.MILESTONES, Among.ofIds(ids)));
        Together referring = rows.together(
                point,
                REFERRING,
                "r.refs && :initiatives::text[] and " + OpenRisks.IS_OPEN,
                Map.of("initiatives", ids.stream().map(Kinds.INITIATIVE::stream).toArray(String[]::new)));
        List<DependencyState> dependencies = referring.of(Kinds.DEPENDENCY);
        Map<String, OpenRisks> risks = OpenRisks.of(rows, point, referring.of(Kinds.RISK), posts);
        Map<String, Set<Alert>> besides = new HashMap<>(edges.alerts(point, dependencies));
        List<BusinessCaseState> all =
                cases.values().stream().flatMap(List::stream).toList();
        add(besides, EqualityGaps.alerts(rows, point, all));
        add(besides, AccountingAssessments.alerts(rows, point, all));
        add(besides, ContractEnds.alerts(rows, point, ids));
        List<InitiativeOverview> overviews = new ArrayList<>();
        for (InitiativeState initiative : initiatives) {
            String id = initiative.initiative();
            overviews.add(new InitiativeOverview(
                    initiative,
                    appointments.get(id),
                    ratings.get(id),
                    above.get(id),
                    cases.getOrDefault(id, List.of()),
                    beside.getOrDefault(id, DecidedBeside.NOTHING),
                    milestones.get(id),
                    risks.getOrDefault(id, OpenRisks.NONE),
                    conflicts(id, dependencies),
                    besides.getOrDefault(id, Set.of())));
        }
        return overviews;
    }

    /** One initiative, in few statements. */
    private InitiativeOverview at(TimePoint point, InitiativeState initiative) {
        String id = initiative.initiative();
        Together of = rows.together(point, PARTS, Map.of("initiative", id, "stream", Kinds.INITIATIVE.stream(id)));
        List<DependencyState> dependencies = of.of(Kinds.DEPENDENCY);
        Map<String, Set<Alert>> besides = new HashMap<>(edges.alerts(point, dependencies));
        add(besides, EqualityGaps.alerts(rows, point, of.of(Kinds.BUSINESS_CASE)));
        add(besides, AccountingAssessments.alerts(rows, point, of.of(Kinds.BUSINESS_CASE)));
        add(besides, ContractEnds.alerts(rows, point, List.of(id)));
        return new InitiativeOverview(
                initiative,
                of.of(Kinds.APPOINTMENTS).stream()
                        .findFirst()
                        .map(roles -> posts.at(point, roles))
                        .orElse(null),
                of.of(Kinds.RAG).stream().findFirst().orElse(null),
                portfolios.of(point, id).orElse(null),
                of.of(Kinds.BUSINESS_CASE).stream().sorted(BEGAN).toList(),
                DecidedBeside.at(rows, point, List.of(id)).getOrDefault(id, DecidedBeside.NOTHING),
                of.of(Kinds.MILESTONES).stream().findFirst().orElse(null),
                OpenRisks.of(rows, point, of.of(Kinds.RISK), posts).getOrDefault(id, OpenRisks.NONE),
                conflicts(id, dependencies),
                besides.getOrDefault(id, Set.of()));
    }

    private static List<DependencyState> conflicts(String initiative, List<DependencyState> dependencies) {
        return dependencies.stream()
                .filter(DependencyState::isConflict)
                .filter(dependency -> ConflictOfInitiative.isEnd(dependency, initiative))
                .toList();
    }

    private static void add(Map<String, Set<Alert>> besides, Map<String, Set<Alert>> alerts) {
        alerts.forEach((initiative, more) -> besides.merge(initiative, more, (some, others) -> {
            Set<Alert> both = EnumSet.copyOf(some);
            both.addAll(others);
            return both;
        }));
    }

    private Map<String, AppointmentsState> appointments(TimePoint point, List<String> initiatives) {
        List<AppointmentsState> stored = of(point, Kinds.APPOINTMENTS, Among.ofIds(initiatives)).stream()
                .map(Known::state)
                .toList();
        return posts.at(point, stored).stream()
                .collect(Collectors.toMap(AppointmentsState::initiative, Function.identity()));
    }

    private <S> List<Known<S>> of(TimePoint point, Kind<?, S> kind, Among among) {
        return rows.where(point, kind, among.condition(), among.values());
    }

    private static <S> Map<String, S> byId(List<Known<S>> found) {
        Function<Known<S>, S> state = Known::state;
        return found.stream().collect(Collectors.toMap(Known::id, state));
    }
}
