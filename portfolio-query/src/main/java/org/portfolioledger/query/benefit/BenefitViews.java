package org.portfolioledger.query.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows of benefits which of their figures count, and what their parts add up to. */
@Component
final class BenefitViews implements EntityViews<BenefitState, BenefitView, BenefitView> {

    private final Rows rows;

    BenefitViews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Kind<?, BenefitState> kind() {
        return Kinds.BENEFIT;
    }

    @Override
    public Viewed<List<BenefitView>> list(TimePoint point, List<BenefitState> benefits) {
        Map<String, List<BenefitState>> parts = parts(point, benefits);
        List<Object> shown = new ArrayList<>(benefits);
        parts.values().forEach(shown::addAll);
        Viewpoint seen = rows.viewpoint(point, shown);
        return new Viewed<>(
                benefits.stream()
                        .map(benefit -> BenefitView.of(benefit, parts.getOrDefault(benefit.benefit(), List.of()), seen))
                        .toList(),
                seen);
    }

    @Override
    public Viewed<BenefitView> item(TimePoint point, BenefitState benefit) {
        Viewed<List<BenefitView>> one = list(point, List.of(benefit));
        return new Viewed<>(one.shown().getFirst(), one.seen());
    }

    /** By benefit its parts that are not withdrawn, each by id. */
    Map<String, List<BenefitState>> parts(TimePoint point, List<BenefitState> benefits) {
        if (benefits.isEmpty()) return Map.of();
        String[] streams = benefits.stream()
                .map(benefit -> Kinds.BENEFIT.stream(benefit.benefit()))
                .toArray(String[]::new);
        return rows.where(point, Kinds.BENEFIT, "r.refs && :wholes::text[]", Map.of("wholes", streams)).stream()
                .map(Known::state)
                .filter(BenefitState::isOpen)
                .filter(part -> part.partOf() != null)
                .collect(Collectors.groupingBy(
                        part -> Objects.requireNonNull(part.partOf()).value()));
    }
}
