package org.portfolioledger.query.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.portfolioledger.query.answer.ItemsAsListed;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows of benefits which of their figures count, and what their parts add up to. */
@Component
final class BenefitViews implements ItemsAsListed<BenefitState, BenefitView> {

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

    /** By benefit its parts that are not withdrawn, each by id. */
    Map<String, List<BenefitState>> parts(TimePoint point, List<BenefitState> benefits) {
        if (benefits.isEmpty()) return Map.of();
        Among referring = Among.referringTo(benefits.stream()
                .map(benefit -> Kinds.BENEFIT.stream(benefit.benefit()))
                .toList());
        return rows.where(point, Kinds.BENEFIT, referring).stream()
                .map(Known::state)
                .filter(BenefitState::isOpen)
                .filter(part -> part.partOf() != null)
                .collect(Collectors.groupingBy(
                        part -> Objects.requireNonNull(part.partOf()).value()));
    }
}
