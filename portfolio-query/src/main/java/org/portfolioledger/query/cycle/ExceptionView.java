package org.portfolioledger.query.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 * @param raised exceptions put before the board regardless of its grounds
 */
@SchemaName("ExceptionOfReportingCycle")
record ExceptionView(String initiative, List<ExceptionGround> grounds, List<Grounded<CycleException>> raised) {

    private static final String OVERALL = "OVERALL";

    /**
     * What is known of the initiatives on which a cycle reports.
     *
     * @param submissions of each of them
     * @param initiatives the status of those that are in effect
     * @param overdue initiatives with an overdue recommendation
     */
    record Members(List<SubmissionView> submissions, List<InitiativeStatus> initiatives, Set<String> overdue) {

        private Optional<InitiativeStatus> status(String id) {
            return initiatives.stream()
                    .filter(initiative -> initiative.id().equals(id))
                    .findFirst();
        }
    }

    /** The exceptions of a board, also those about an initiative that is not in effect. */
    static List<ExceptionView> of(ReportingCycleState cycle, BoardReport report, Members members) {
        List<ExceptionView> exceptions = new ArrayList<>();
        for (SubmissionView submission : members.submissions()) {
            String id = submission.id();
            InitiativeStatus status = members.status(id).orElse(null);
            List<ExceptionGround> grounds = report.grounds().stream()
                    .filter(ground -> applies(ground, submission, status, members.overdue()))
                    .toList();
            List<Grounded<CycleException>> raised = cycle.exceptions().stream()
                    .filter(exception -> exception.value().board().equals(report.board())
                            && exception.value().initiative().equals(id))
                    .toList();
            if (!grounds.isEmpty() || !raised.isEmpty()) exceptions.add(new ExceptionView(id, grounds, raised));
        }
        return exceptions;
    }

    /** @param status null: the initiative is not in effect */
    private static boolean applies(
            ExceptionGround ground, SubmissionView submission, @Nullable InitiativeStatus status, Set<String> overdue) {
        return switch (ground) {
            case SUBMISSION_MISSING, SUBMISSION_LATE, SUBMISSION_INCOMPLETE ->
                ground.name().equals("SUBMISSION_" + submission.status());
            case RATED_RED -> status != null && isRatedRed(status);
            case RECOMMENDATION_OVERDUE -> overdue.contains(submission.id());
            case RATING_OVERDUE, NO_SRO, ACTING_BEYOND_TERM, DEPENDENCY_CONFLICT, RESTS_ON_CORRECTED_FACT ->
                status != null && status.alerts().contains(Alert.valueOf(ground.name()));
        };
    }

    private static boolean isRatedRed(InitiativeStatus status) {
        return status.ratings().stream()
                .map(Grounded::value)
                .filter(ShownRating::isInForce)
                .anyMatch(shown -> shown.rating().criterion().equals(OVERALL)
                        && shown.rating().rating() == RagRating.RED);
    }
}
