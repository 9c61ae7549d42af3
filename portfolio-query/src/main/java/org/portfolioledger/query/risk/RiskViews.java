package org.portfolioledger.query.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.risk.RiskView.RiskAction;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows of risks which actions respond to them, and whether one is late. */
@Component
final class RiskViews implements EntityViews<RiskState, RiskView, RiskView> {

    private final Rows rows;

    RiskViews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Kind<?, RiskState> kind() {
        return Kinds.RISK;
    }

    @Override
    public Viewed<List<RiskView>> list(TimePoint point, List<RiskState> risks) {
        List<ActionState> actions = actions(point, risks);
        List<Object> shown = new ArrayList<>(risks);
        shown.addAll(actions);
        Viewpoint seen = rows.viewpoint(point, shown);
        Map<String, List<RiskAction>> byRisk = actions.stream()
                .sorted(Comparator.comparing(ActionState::action))
                .collect(Collectors.groupingBy(
                        action -> Objects.requireNonNull(action.origin().value().risk()),
                        Collectors.mapping(action -> RiskAction.of(action, point.asOf()), Collectors.toList())));
        return new Viewed<>(
                risks.stream()
                        .map(risk -> RiskView.of(risk, byRisk.getOrDefault(risk.risk(), List.of()), seen))
                        .toList(),
                seen);
    }

    @Override
    public Viewed<RiskView> item(TimePoint point, RiskState risk) {
        Viewed<List<RiskView>> one = list(point, List.of(risk));
        return new Viewed<>(one.shown().getFirst(), one.seen());
    }

    private List<ActionState> actions(TimePoint point, List<RiskState> risks) {
        if (risks.isEmpty()) return List.of();
        String[] streams =
                risks.stream().map(risk -> Kinds.RISK.stream(risk.risk())).toArray(String[]::new);
        return rows.where(point, Kinds.ACTION, "r.refs && :risks::text[]", Map.of("risks", streams)).stream()
                .map(Known::state)
                .filter(action -> action.origin().value().risk() != null)
                .toList();
    }
}
