package org.portfolioledger.command.action;

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
import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionHandedOn;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.ActionFact.ActionProgressed;
import org.portfolioledger.events.ActionFact.ActionRescheduled;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.PositionOf;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RecommendationRef;

/** What can be put on record about an action. */
public sealed interface ActionCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/actions",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO, BOARD_SECRETARY),
                    "action",
                    OpenAction.class,
                    ActionOpened.class,
                    "Put an action on record",
                    """
                        {"id": "ACT-1", "register": "ACME", "subject": "Confirm the loan with the lender",
                         "owner": {"person": "p-sro1", "post": "Director of Housing"}, "dueOn": "2026-06-30", "initiative": "PG-HOMES",
                         "meeting": "M-2026-05", "effectiveOn": "2026-05-20"}"""),
            CommandRoute.changing(
                    "/actions/{action}/progress-reports",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO, BOARD_SECRETARY),
                    ReportProgress.class,
                    ActionProgressed.class,
                    "Record the progress of an action",
                    """
                        {"progress": "Terms agreed", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/actions/{action}/owners",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO, BOARD_SECRETARY),
                    HandOn.class,
                    ActionHandedOn.class,
                    "Hand an action over to another owner",
                    """
                        {"owner": {"post": "Head of Finance"}, "reason": "Belongs to Finance", "effectiveOn": "2026-06-02"}"""),
            CommandRoute.changing(
                    "/actions/{action}/due-dates",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO, BOARD_SECRETARY),
                    RescheduleAction.class,
                    ActionRescheduled.class,
                    "Set another day on which an action is due",
                    """
                        {"dueOn": "2026-07-31", "reason": "Lender's holidays", "effectiveOn": "2026-06-03"}"""),
            CommandRoute.changing(
                    "/actions/{action}/completions",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO, BOARD_SECRETARY),
                    CompleteAction.class,
                    ActionDone.class,
                    "Record that an action was done, with evidence",
                    """
                        {"evidence": [{"description": "Letter of the lender of 3 July"}], "doneBy": "p-sro1", "effectiveOn": "2026-07-04"}"""),
            CommandRoute.changing(
                    "/actions/{action}/cancellations",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO, BOARD_SECRETARY),
                    DropAction.class,
                    ActionDropped.class,
                    "Drop an action without doing it",
                    """
                        {"reason": "No loan is needed", "effectiveOn": "2026-07-04"}"""));

    /**
     * Puts it on record. It came from at most one of a decision, a recommendation, a meeting, a risk and something
     * described.
     *
     * @param subject what is to be done
     * @param owner a person, a post, or a person in a post
     * @param dueOn last day on which it is to be done
     * @param initiative that it concerns
     * @param decision position of the board's decision from which it came
     * @param recommendation of a review from which it came
     * @param meeting from which it came
     * @param risk or issue to which it responds
     * @param origin from what else it came
     */
    record OpenAction(
            @IdOf("action") String action,
            @IdOf("register") String register,
            String subject,
            @Nullable Holder owner,
            @Nullable LocalDate dueOn,
            @IdOf("initiative") @Nullable String initiative,
            @PositionOf("a board's decision") @Nullable Long decision,
            @Nullable RecommendationRef recommendation,
            @IdOf("meeting") @Nullable String meeting,
            @IdOf("risk") @Nullable String risk,
            @Nullable String origin,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ActionCommand {}

    /** Records its progress. */
    record ReportProgress(@IdOf("action") String action, String progress, Provenance provenance)
            implements ActionCommand {}

    /** Hands it over to another owner. */
    record HandOn(
            @IdOf("action") String action,
            Holder owner,
            @Nullable String reason,
            Provenance provenance) implements ActionCommand {}

    /** Sets another day on which it is due. */
    record RescheduleAction(
            @IdOf("action") String action,
            LocalDate dueOn,
            @Nullable String reason,
            Provenance provenance) implements ActionCommand {}

    /**
     * Records that it was done.
     *
     * @param evidence documents on record, or a description of what shows it
     */
    record CompleteAction(
            @IdOf("action") String action,
            List<Citation> evidence,
            @IdOf(IdOf.PERSON) @Nullable String doneBy,
            Provenance provenance)
            implements ActionCommand {}

    /** Drops it without doing it. */
    record DropAction(@IdOf("action") String action, String reason, Provenance provenance) implements ActionCommand {}
}
