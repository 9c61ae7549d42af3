package org.portfolioledger.query.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReportingCycleFact.SubmissionStatus;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.ReportingCycleState.CycleSubmission;

/**
 * The state of an initiative's submission.
 *
 * @param id of the initiative
 * @param submitted the last submission; null: none
 */
@SchemaName("SubmissionToReportingCycle")
record SubmissionView(
        String id,
        SubmissionStatus status,
        @JsonInclude @Nullable Grounded<CycleSubmission> submitted) {

    static SubmissionView of(ReportingCycleState cycle, String initiative, LocalDate asOf) {
        return new SubmissionView(
                initiative,
                cycle.submission(initiative, asOf),
                cycle.submissions().get(initiative));
    }
}
