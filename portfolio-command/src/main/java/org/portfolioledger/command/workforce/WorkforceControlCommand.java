package org.portfolioledger.command.workforce;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlOpened;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlRescheduled;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a control of posts as a whole. */
public sealed interface WorkforceControlCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/workforce-controls",
                    Set.of(PORTFOLIO_OFFICE),
                    "workforceControl",
                    OpenWorkforceControl.class,
                    WorkforceControlOpened.class,
                    "Put a control of posts as a whole on record",
                    """
                        {"id": "WC-1", "register": "ACME", "kind": "EARLY_DEPARTURE", "name": "Early departures, first phase", "phase": 1,
                         "groups": ["Wardens"], "portfolio": "PF-HOUSING", "lastDay": "2026-09-30", "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/workforce-controls/{workforceControl}/figures",
                    Set.of(PORTFOLIO_OFFICE),
                    ReportWorkforceFigures.class,
                    WorkforceFiguresReported.class,
                    "Report offers, accepted offers, posts and cost of a workforce control",
                    """
                        {"offers": 120, "accepted": 45, "cost":
                          {"amount": 1250000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROXIMATE"},
                         "effectiveOn": "2026-08-01"}"""),
            CommandRoute.changing(
                    "/workforce-controls/{workforceControl}/last-days",
                    Set.of(PORTFOLIO_OFFICE),
                    RescheduleWorkforceControl.class,
                    WorkforceControlRescheduled.class,
                    "Record that a workforce control is planned to run until another day",
                    """
                        {"lastDay": "2026-10-31", "reason": "Talks with unions", "effectiveOn": "2026-08-15"}"""),
            CommandRoute.changing(
                    "/workforce-controls/{workforceControl}/endings",
                    Set.of(PORTFOLIO_OFFICE),
                    EndWorkforceControl.class,
                    WorkforceControlEnded.class,
                    "Record that a workforce control ended",
                    """
                        {"reason": "All offers answered", "effectiveOn": "2026-11-01"}"""));

    /**
     * Puts a control on record.
     *
     * @param phase number of the phase, if there are several
     * @param groups of staff that it is for
     * @param portfolio whose change asks for it
     * @param lastDay on which it is planned to run
     */
    record OpenWorkforceControl(
            @IdOf("workforce-control") String workforceControl,
            @IdOf("register") String register,
            WorkforceControlKind kind,
            String name,
            @Nullable Integer phase,
            List<String> groups,
            @IdOf("portfolio") @Nullable String portfolio,
            @Nullable LocalDate lastDay,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements WorkforceControlCommand {}

    /**
     * Reports its figures, each in total so far.
     *
     * @param offers number of offers made
     * @param accepted number of offers that were accepted
     * @param posts number of posts that it concerns
     */
    record ReportWorkforceFigures(
            @IdOf("workforce-control") String workforceControl,
            @Nullable Integer offers,
            @Nullable Integer accepted,
            @Nullable Integer posts,
            @Nullable Money cost,
            Provenance provenance)
            implements WorkforceControlCommand {}

    /** Records that it is planned to run until another day. */
    record RescheduleWorkforceControl(
            @IdOf("workforce-control") String workforceControl,
            LocalDate lastDay,
            @Nullable String reason,
            Provenance provenance)
            implements WorkforceControlCommand {}

    /** Records that it ended. */
    record EndWorkforceControl(
            @IdOf("workforce-control") String workforceControl,
            @Nullable String reason,
            Provenance provenance) implements WorkforceControlCommand {}
}
