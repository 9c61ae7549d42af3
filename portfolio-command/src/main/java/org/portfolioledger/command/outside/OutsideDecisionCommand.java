package org.portfolioledger.command.outside;

import static org.portfolioledger.vocabulary.ActorRole.BOARD_SECRETARY;
import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a decision that no board on record took. */
public sealed interface OutsideDecisionCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/outside-decisions",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    "outsideDecision",
                    RecordOutsideDecision.class,
                    OutsideDecisionRecorded.class,
                    "Put a decision on record that no board on record took",
                    """
                        {"id": "OD-1", "register": "ACME", "subject": "Housing strategy", "kind": "STRATEGY", "outcome": "SUBMITTED",
                         "wording": "With the minister", "body": "Ministry of Housing", "initiatives": ["PG-HOMES"],
                         "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/outside-decisions/{outsideDecision}/outcomes",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    ProgressOutsideDecision.class,
                    OutsideDecisionProgressed.class,
                    "Record the progress of a decision outside boards",
                    """
                        {"outcome": "ANNOUNCED", "wording": "Announced in Parliament", "body": "Ministry of Housing",
                         "evidence": [{"document": "DOC-1"}], "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/outside-decisions/{outsideDecision}/supersessions",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    SupersedeOutsideDecision.class,
                    OutsideDecisionSuperseded.class,
                    "Record what superseded a decision outside boards",
                    """
                        {"description": "Strategy of the next government", "reason": "Election", "effectiveOn": "2027-02-01"}"""));

    /**
     * Puts a decision on record.
     *
     * @param subject what it is about
     * @param wording the source's word for the outcome
     * @param decider who is said to have taken it, or is to take it
     * @param body name of the body that is said to have taken it, or is to take it
     * @param initiatives that it concerns
     * @param portfolio that it concerns
     * @param evidence of the outcome
     */
    record RecordOutsideDecision(
            @IdOf("outside-decision") String outsideDecision,
            @IdOf("register") String register,
            String subject,
            @Nullable OutsideDecisionKind kind,
            OutsideOutcome outcome,
            String wording,
            @Nullable Holder decider,
            @Nullable String body,
            @IdOf("initiative") List<String> initiatives,
            @IdOf("portfolio") @Nullable String portfolio,
            List<Citation> evidence,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements OutsideDecisionCommand {}

    /**
     * Records its progress.
     *
     * @param wording the source's word for the outcome
     * @param decider who is said to have taken it, or is to take it
     * @param body name of the body that is said to have taken it, or is to take it
     * @param evidence of the outcome
     */
    record ProgressOutsideDecision(
            @IdOf("outside-decision") String outsideDecision,
            OutsideOutcome outcome,
            String wording,
            @Nullable Holder decider,
            @Nullable String body,
            List<Citation> evidence,
            Provenance provenance)
            implements OutsideDecisionCommand {}

    /**
     * Records what superseded it.
     *
     * @param by the decision that did, where it is such a decision on record
     * @param description of that decision, where it is none
     */
    record SupersedeOutsideDecision(
            @IdOf("outside-decision") String outsideDecision,
            @IdOf("outside-decision") @Nullable String by,
            @Nullable String description,
            @Nullable String reason,
            Provenance provenance)
            implements OutsideDecisionCommand {}
}
