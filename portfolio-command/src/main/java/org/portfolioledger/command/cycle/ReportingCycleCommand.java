package org.portfolioledger.command.cycle;

import static org.portfolioledger.vocabulary.ActorRole.BOARD_SECRETARY;
import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.ActorRole.SRO;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionGround;
import org.portfolioledger.events.ReportingCycleFact.ExceptionRaised;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleClosed;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.events.ReportingCycleFact.SubmissionsRescheduled;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a round of reporting. */
public sealed interface ReportingCycleCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/reporting-cycles",
                    Set.of(PORTFOLIO_OFFICE),
                    "reportingCycle",
                    OpenReportingCycle.class,
                    ReportingCycleOpened.class,
                    "Open a round of reporting on a portfolio",
                    """
                        {"id": "RC-2026-Q2", "register": "ACME", "portfolio": "PF-CHANGE", "name": "First quarter of 2026/27",
                         "from": "2026-04-01", "to": "2026-06-30", "dueOn": "2026-07-10", "scope": ["PG-HOMES"],
                         "parts": ["Highlights", "Forecast"],
                         "reports": [{"board": "BD-INV", "coverage": "BY_EXCEPTION", "dueOn": "2026-07-20",
                                      "grounds": ["SUBMISSION_LATE", "RATED_RED", "NO_SRO"]}],
                         "effectiveOn": "2026-06-15"}"""),
            CommandRoute.changing(
                    "/reporting-cycles/{reportingCycle}/due-dates",
                    Set.of(PORTFOLIO_OFFICE),
                    RescheduleSubmissions.class,
                    SubmissionsRescheduled.class,
                    "Set another day by which submissions are due",
                    """
                        {"dueOn": "2026-07-14", "reason": "Accounts closed late", "effectiveOn": "2026-07-01"}"""),
            CommandRoute.changing(
                    "/reporting-cycles/{reportingCycle}/submissions",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    Submit.class,
                    SubmissionReceived.class,
                    "Record that an initiative made its submission",
                    """
                        {"initiative": "PG-HOMES", "missing": ["Forecast"], "papers": [{"description": "Highlight report of June"}],
                         "effectiveOn": "2026-07-09"}"""),
            CommandRoute.changing(
                    "/reporting-cycles/{reportingCycle}/exceptions",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    RaiseException.class,
                    ExceptionRaised.class,
                    "Put something about an initiative before a board that gets only exceptions",
                    """
                        {"initiative": "PG-HOMES", "board": "BD-INV", "reason": "The contractor asks for more", "effectiveOn": "2026-07-15"}"""),
            CommandRoute.changing(
                    "/reporting-cycles/{reportingCycle}/closures",
                    Set.of(PORTFOLIO_OFFICE),
                    CloseReportingCycle.class,
                    ReportingCycleClosed.class,
                    "Close a round of reporting: its pack is fixed from then on",
                    """
                        {"note": "Sent to the board", "effectiveOn": "2026-07-20"}"""));

    /**
     * Opens a round of reporting.
     *
     * @param from first day of the period on which it reports
     * @param to last day of that period
     * @param dueOn last day for submissions
     * @param scope initiatives that are to submit; if none is named, all that are open in the portfolio
     * @param parts what each submission is to hold
     * @param reports what each board gets
     */
    record OpenReportingCycle(
            @IdOf("reporting-cycle") String reportingCycle,
            @IdOf("register") String register,
            @IdOf("portfolio") String portfolio,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate dueOn,
            @IdOf("initiative") List<String> scope,
            List<String> parts,
            List<BoardReport> reports,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ReportingCycleCommand {}

    /** Sets another day by which submissions are due. */
    record RescheduleSubmissions(
            @IdOf("reporting-cycle") String reportingCycle,
            LocalDate dueOn,
            @Nullable String reason,
            Provenance provenance)
            implements ReportingCycleCommand {}

    /**
     * Records that a submission was received, on the day on which it takes effect.
     *
     * @param missing parts that it does not hold; none where it is complete
     * @param papers what was submitted
     */
    record Submit(
            @IdOf("reporting-cycle") String reportingCycle,
            @IdOf("initiative") String initiative,
            List<String> missing,
            List<Citation> papers,
            Provenance provenance)
            implements ReportingCycleCommand {}

    /**
     * Puts something before a board that gets only exceptions.
     *
     * @param ground which of the grounds stated for the board it is; null: something that they do not name
     */
    record RaiseException(
            @IdOf("reporting-cycle") String reportingCycle,
            @IdOf("initiative") String initiative,
            @IdOf("board") String board,
            @Nullable ExceptionGround ground,
            String reason,
            Provenance provenance)
            implements ReportingCycleCommand {}

    /** Closes the round. */
    record CloseReportingCycle(
            @IdOf("reporting-cycle") String reportingCycle,
            @Nullable String remark,
            Provenance provenance) implements ReportingCycleCommand {}
}
