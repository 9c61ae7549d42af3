package org.portfolioledger.query.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.overview.PostHolders;
import org.portfolioledger.query.overview.RatingPortfolios;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.standard.DeliveryRecord;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeasureState;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.OfInitiative;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RagState;
import org.portfolioledger.state.RagState.Rating;
import org.portfolioledger.state.RiskState;
import org.springframework.stereotype.Component;

/** Reads what is on record of initiatives at a point, out of rows of several kinds. */
@Component
final class DeliveryRecords {

    /** So many are read at once, so that of a large portfolio no more is held. */
    private static final int AT_ONCE = 500;

    private static final Comparator<BusinessCaseState> BEGAN = Comparator.<BusinessCaseState, LocalDate>comparing(
                    shown -> shown.title().since())
            .thenComparingLong(shown -> shown.title().place());

    private final Rows rows;
    private final PostHolders posts;
    private final RatingPortfolios portfolios;

    DeliveryRecords(Rows rows, PostHolders posts, RatingPortfolios portfolios) {
        this.rows = rows;
        this.posts = posts;
        this.portfolios = portfolios;
    }

    /** What is on record of one initiative. */
    DeliveryRecord at(TimePoint point, InitiativeState initiative) {
        return at(point, List.of(initiative)).getFirst();
    }

    /** Gives what is on record of initiatives one after the other, in their order, as long as more is wanted. */
    void each(TimePoint point, List<InitiativeState> initiatives, Predicate<DeliveryRecord> more) {
        for (int from = 0; from < initiatives.size(); from += AT_ONCE)
            for (DeliveryRecord record :
                    at(point, initiatives.subList(from, Math.min(initiatives.size(), from + AT_ONCE))))
                if (!more.test(record)) return;
    }

    private List<DeliveryRecord> at(TimePoint point, List<InitiativeState> initiatives) {
        List<String> ids = initiatives.stream().map(InitiativeState::initiative).toList();
        Map<String, RagState> ratings = byInitiative(of(point, Kinds.RAG, Among.ofIds(ids)));
        Map<String, PortfolioState> above = portfolios.at(point, ids);
        Map<String, AppointmentsState> roles =
                byInitiative(posts.at(point, of(point, Kinds.APPOINTMENTS, Among.ofIds(ids))));
        Map<String, MilestonesState> milestones = byInitiative(of(point, Kinds.MILESTONES, Among.ofIds(ids)));
        Map<String, List<BusinessCaseState>> cases =
                of(point, Kinds.BUSINESS_CASE, Among.of("r.initiative", ids)).stream()
                        .sorted(BEGAN)
                        .collect(Collectors.groupingBy(BusinessCaseState::initiative));
        Map<String, List<RiskState>> risks = concerning(
                point, Kinds.RISK, ids, risk -> risk.subject().value().initiative());
        Map<String, List<BenefitState>> benefits = concerning(
                point, Kinds.BENEFIT, ids, benefit -> benefit.subject().value().initiative());
        Map<String, List<BudgetState>> budgets = concerning(
                point, Kinds.BUDGET, ids, line -> line.subject().value().initiative());
        Map<String, List<MeasureState>> measures = concerning(
                point,
                Kinds.MEASURE,
                ids,
                measure -> measure.initiative() == null
                        ? null
                        : measure.initiative().value());
        List<DeliveryRecord> records = new ArrayList<>();
        for (InitiativeState initiative : initiatives) {
            String id = initiative.initiative();
            records.add(new DeliveryRecord(
                    initiative,
                    inForce(ratings.get(id), above.get(id)),
                    roles.get(id),
                    milestones.get(id),
                    cases.getOrDefault(id, List.of()),
                    risks.getOrDefault(id, List.of()),
                    benefits.getOrDefault(id, List.of()),
                    budgets.getOrDefault(id, List.of()),
                    measures.getOrDefault(id, List.of())));
        }
        return records;
    }

    private static List<Grounded<Rating>> inForce(@Nullable RagState ratings, @Nullable PortfolioState portfolio) {
        if (ratings == null) return List.of();
        return RatingPortfolios.shown(ratings, portfolio).values().stream()
                .filter(rating -> rating.value().isInForce())
                .map(rating -> rating.as(rating.value().rating()))
                .toList();
    }

    /**
     * Those of a kind that concern some initiatives, by initiative.
     *
     * @param initiative that one of them concerns; null: none
     */
    private <S> Map<String, List<S>> concerning(
            TimePoint point, Kind<?, S> kind, List<String> initiatives, Function<S, @Nullable String> initiative) {
        Set<String> ids = new HashSet<>(initiatives);
        String[] streams = initiatives.stream().map(Kinds.INITIATIVE::stream).toArray(String[]::new);
        Map<String, List<S>> byInitiative = new HashMap<>();
        for (Known<S> known : rows.where(point, kind, "r.refs && :streams::text[]", Map.of("streams", streams))) {
            String of = initiative.apply(known.state());
            if (of != null && ids.contains(of))
                byInitiative.computeIfAbsent(of, _ -> new ArrayList<>()).add(known.state());
        }
        return byInitiative;
    }

    private <S> List<S> of(TimePoint point, Kind<?, S> kind, Among among) {
        return rows.where(point, kind, among.condition(), among.values()).stream()
                .map(Known::state)
                .toList();
    }

    private static <S extends OfInitiative> Map<String, S> byInitiative(List<S> states) {
        return states.stream().collect(Collectors.toMap(OfInitiative::initiative, Function.identity()));
    }
}
