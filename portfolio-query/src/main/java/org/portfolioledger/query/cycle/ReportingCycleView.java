package org.portfolioledger.query.cycle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portfolioledger.query.answer.ChangingByDay;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.Viewpoint;

/**
 * A round of reporting.
 *
 * @param alerts what should not be overlooked
 */
record ReportingCycleView(@JsonUnwrapped ReportingCycleState state, SortedSet<Alert> alerts) implements ChangingByDay {

    /** One of which some submission is missing, or none is. */
    static ReportingCycleView of(ReportingCycleState cycle, boolean isAnyMissing, Viewpoint seen) {
        SortedSet<Alert> alerts = new TreeSet<>(Alert.of(cycle, seen));
        if (isAnyMissing) alerts.add(Alert.SUBMISSION_MISSING);
        return new ReportingCycleView(cycle, Collections.unmodifiableSortedSet(alerts));
    }

    @Override
    public boolean differs(LocalDate one, LocalDate other) {
        return state.areSubmissionsDue(one) != state.areSubmissionsDue(other);
    }
}
