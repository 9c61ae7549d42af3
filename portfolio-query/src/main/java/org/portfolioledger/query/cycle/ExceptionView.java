package org.portfolioledger.query.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionGround;
import org.portfolioledger.query.overview.InitiativeStatus;
import org.portfolioledger.query.overview.ShownRating;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.ReportingCycleState.CycleException;
import org.portfolioledger.vocabulary.RagRating;

/**
 * An initiative that is put before a board as an exception.
 *
 * @param grounds those stated for the board that apply to it
 * @param raised what was put before the board whatever the grounds give
 */
@SchemaName("ExceptionOfReportingCycle")
record ExceptionView(String initiative, List<ExceptionGround> grounds, List<Grounded<CycleException>> raised) {

    private static final String OVERALL = "OVERALL";

    /**
     * The exceptions of a board.
     *
     * @param overdue initiatives a recommendation about which is overdue
     */
    static List<ExceptionView> of(
            ReportingCycleState cycle,
            BoardReport report,
            List<SubmissionView> submissions,
            List<InitiativeStatus> initiatives,
            Set<String> overdue) {
        List<ExceptionView> exceptions = new ArrayList<>();
        for (InitiativeStatus initiative : initiatives) {
            List<ExceptionGround> grounds = report.grounds().stream()
                    .filter(ground -> applies(ground, initiative, submissions, overdue))
                    .toList();
            List<Grounded<CycleException>> raised = cycle.exceptions().stream()
                    .filter(exception -> exception.value().board().equals(report.board())
                            && exception.value().initiative().equals(initiative.id()))
                    .toList();
            if (!grounds.isEmpty() || !raised.isEmpty())
                exceptions.add(new ExceptionView(initiative.id(), grounds, raised));
        }
        return exceptions;
    }

    private static boolean applies(
            ExceptionGround ground,
            InitiativeStatus initiative,
            List<SubmissionView> submissions,
            Set<String> overdue) {
        return switch (ground) {
            case SUBMISSION_MISSING, SUBMISSION_LATE, SUBMISSION_INCOMPLETE ->
                submissions.stream()
                        .anyMatch(submission -> submission.id().equals(initiative.id())
                                && ground.name().equals("SUBMISSION_" + submission.status()));
            case RATED_RED ->
                initiative.ratings().stream()
                        .map(Grounded::value)
                        .filter(ShownRating::isInForce)
                        .anyMatch(shown -> shown.rating().criterion().equals(OVERALL)
                                && shown.rating().rating() == RagRating.RED);
            case RECOMMENDATION_OVERDUE -> overdue.contains(initiative.id());
            case RATING_OVERDUE, NO_SRO, ACTING_BEYOND_TERM, DEPENDENCY_CONFLICT, RESTS_ON_CORRECTED_FACT ->
                initiative.alerts().contains(Alert.valueOf(ground.name()));
        };
    }
}
