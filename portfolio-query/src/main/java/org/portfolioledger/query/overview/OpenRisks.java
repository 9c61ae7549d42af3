package org.portfolioledger.query.overview;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.Viewpoint;

/**
 * The risks and issues of an initiative that are not closed.
 *
 * @param late ids of those with an action in response whose last day has passed
 * @param posts that own one of them, by id
 */
record OpenRisks(List<RiskState> risks, Set<String> late, Map<String, PostState> posts) {

    /** On a row {@code r} of a risk: of no other are there closed ones in question. */
    static final String IS_OPEN = "(r.kind <> 'risk' or not r.closed)";

    static final OpenRisks NONE = new OpenRisks(List.of(), Set.of(), Map.of());

    /** Those of initiatives among some, by initiative. */
    static Map<String, OpenRisks> of(Rows rows, TimePoint point, Collection<RiskState> risks, PostHolders holders) {
        List<RiskState> open = risks.stream()
                .filter(risk -> risk.subject().value().initiative() != null)
                .toList();
        Set<String> late = late(rows, point, open);
        Map<String, PostState> posts = holders.owning(point, open);
        Map<String, OpenRisks> byInitiative = new HashMap<>();
        open.stream()
                .collect(Collectors.groupingBy(
                        risk -> Objects.requireNonNull(risk.subject().value().initiative())))
                .forEach((initiative, own) -> byInitiative.put(initiative, new OpenRisks(own, late, posts)));
        return byInitiative;
    }

    private static Set<String> late(Rows rows, TimePoint point, List<RiskState> risks) {
        if (risks.isEmpty()) return Set.of();
        String[] streams =
                risks.stream().map(risk -> Kinds.RISK.stream(risk.risk())).toArray(String[]::new);
        Set<String> late = new HashSet<>();
        for (Known<ActionState> action : rows.where(
                point, Kinds.ACTION, "r.refs && :risks::text[] and not r.closed", Map.of("risks", streams))) {
            String risk = action.state().origin().value().risk();
            if (risk != null && action.state().alerts(point.asOf()).contains(Alert.ACTION_OVERDUE)) late.add(risk);
        }
        return late;
    }

    Set<Alert> alerts(Viewpoint seen) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        for (RiskState risk : risks) {
            alerts.addAll(Alert.of(risk, seen));
            if (late.contains(risk.risk())) alerts.add(Alert.RISK_ACTION_OVERDUE);
        }
        return alerts;
    }
}
