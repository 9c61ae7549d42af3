package org.portfolioledger.query.cycle;

import java.util.List;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows of a round of reporting that an initiative did not submit in time. */
@Component
final class ReportingCycleViews implements EntityViews<ReportingCycleState, ReportingCycleView, ReportingCycleView> {

    private final Rows rows;
    private final CycleSubmissions submissions;

    ReportingCycleViews(Rows rows, CycleSubmissions submissions) {
        this.rows = rows;
        this.submissions = submissions;
    }

    @Override
    public Kind<?, ReportingCycleState> kind() {
        return Kinds.REPORTING_CYCLE;
    }

    @Override
    public Viewed<List<ReportingCycleView>> list(TimePoint point, List<ReportingCycleState> cycles) {
        Viewpoint seen = rows.viewpoint(point, cycles);
        return new Viewed<>(
                cycles.stream()
                        .map(cycle -> ReportingCycleView.of(cycle, submissions.isAnyMissing(point, cycle), seen))
                        .toList(),
                seen);
    }

    @Override
    public Viewed<ReportingCycleView> item(TimePoint point, ReportingCycleState cycle) {
        Viewpoint seen = rows.viewpoint(point, List.of(cycle));
        return new Viewed<>(ReportingCycleView.of(cycle, submissions.isAnyMissing(point, cycle), seen), seen);
    }
}
