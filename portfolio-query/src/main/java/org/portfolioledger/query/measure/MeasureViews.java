package org.portfolioledger.query.measure;

import java.util.List;
import org.portfolioledger.query.answer.ItemsAsListed;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeasureState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows how far the values of what is counted are from their targets. */
@Component
final class MeasureViews implements ItemsAsListed<MeasureState, MeasureView> {

    private final Rows rows;

    MeasureViews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Kind<?, MeasureState> kind() {
        return Kinds.MEASURE;
    }

    @Override
    public Viewed<List<MeasureView>> list(TimePoint point, List<MeasureState> measures) {
        Viewpoint seen = rows.viewpoint(point, measures);
        return new Viewed<>(
                measures.stream().map(measure -> MeasureView.of(measure, seen)).toList(), seen);
    }

    @Override
    public boolean areFedByOthers() {
        return false;
    }
}
