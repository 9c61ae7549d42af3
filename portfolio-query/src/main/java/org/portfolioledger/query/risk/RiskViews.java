package org.portfolioledger.query.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.ItemsAsListed;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.overview.PostHolders;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.risk.RiskView.RiskAction;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.Holder;
import org.springframework.stereotype.Component;

/** Shows of risks who holds the posts that own them, which actions respond to them, and whether one is late. */
@Component
final class RiskViews implements ItemsAsListed<RiskState, RiskView> {

    private final Rows rows;
    private final PostHolders posts;

    RiskViews(Rows rows, PostHolders posts) {
        this.rows = rows;
        this.posts = posts;
    }

    @Override
    public Kind<?, RiskState> kind() {
        return Kinds.RISK;
    }

    @Override
    public Viewed<List<RiskView>> list(TimePoint point, List<RiskState> risks) {
        List<ActionState> actions = actions(point, risks);
        Map<String, PostState> owning = posts.owning(point, risks);
        List<Object> shown = new ArrayList<>(risks);
        shown.addAll(actions);
        risks.stream()
                .map((Function<RiskState, @Nullable Grounded<Holder>>) risk -> risk.holder(owning))
                .flatMap(Stream::ofNullable)
                .forEach(shown::add);
        Viewpoint seen = rows.viewpoint(point, shown);
        Map<String, List<RiskAction>> byRisk = actions.stream()
                .sorted(Comparator.comparing(ActionState::action))
                .collect(Collectors.groupingBy(
                        action -> Objects.requireNonNull(action.origin().value().risk()),
                        Collectors.mapping(action -> RiskAction.of(action, point.asOf()), Collectors.toList())));
        return new Viewed<>(
                risks.stream()
                        .map(risk -> RiskView.of(
                                risk, risk.holder(owning), byRisk.getOrDefault(risk.risk(), List.of()), seen))
                        .toList(),
                seen);
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
