package org.portfolioledger.query.businesscase;

import java.util.List;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows of a business case how far it has come through the boards. */
@Component
final class BusinessCaseViews implements EntityViews<BusinessCaseState, BusinessCaseView, BusinessCaseView> {

    private final Rows rows;

    BusinessCaseViews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Kind<?, BusinessCaseState> kind() {
        return Kinds.BUSINESS_CASE;
    }

    @Override
    public boolean areFedByOthers() {
        return false;
    }

    @Override
    public Viewed<List<BusinessCaseView>> list(TimePoint point, List<BusinessCaseState> cases) {
        Viewpoint seen = rows.viewpoint(point, cases);
        return new Viewed<>(
                cases.stream().map(state -> BusinessCaseView.of(state, seen)).toList(), seen);
    }

    @Override
    public Viewed<BusinessCaseView> item(TimePoint point, BusinessCaseState state) {
        Viewpoint seen = rows.viewpoint(point, List.of(state));
        return new Viewed<>(BusinessCaseView.of(state, seen), seen);
    }
}
