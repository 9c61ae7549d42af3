package org.portfolioledger.command.risk;

import static org.portfolioledger.vocabulary.ActorRole.BOARD_MEMBER;
import static org.portfolioledger.vocabulary.ActorRole.BOARD_SECRETARY;
import static org.portfolioledger.vocabulary.ActorRole.GATEKEEPER;
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
import org.portfolioledger.events.RiskFact.RiskAdmission;
import org.portfolioledger.events.RiskFact.RiskAdmissionDecided;
import org.portfolioledger.events.RiskFact.RiskClosed;
import org.portfolioledger.events.RiskFact.RiskDeescalated;
import org.portfolioledger.events.RiskFact.RiskEscalated;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskLinkKind;
import org.portfolioledger.events.RiskFact.RiskLinked;
import org.portfolioledger.events.RiskFact.RiskMaterialised;
import org.portfolioledger.events.RiskFact.RiskOwnerChanged;
import org.portfolioledger.events.RiskFact.RiskProximity;
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskReopened;
import org.portfolioledger.events.RiskFact.RiskResponseChosen;
import org.portfolioledger.events.RiskFact.RiskResponseKind;
import org.portfolioledger.events.RiskFact.RiskReviewed;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.events.RiskFact.RiskScored;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.events.RiskFact.RiskUnlinked;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a risk or an issue. */
public sealed interface RiskCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/risks",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    "risk",
                    RaiseRisk.class,
                    RiskRaised.class,
                    "Raise a risk, or open an issue",
                    """
                        {"id": "R-1", "register": "ACME", "kind": "RISK", "title": "The lender may withdraw",
                         "cause": "Interest rates rise", "event": "The lender withdraws", "effect": "400 homes are built a year later",
                         "level": "PROGRAMME", "subject": {"initiative": "PG-HOMES"}, "owner": {"person": "p-sro1"},
                         "reviewBy": "2026-07-01", "effectiveOn": "2026-05-20"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/scores",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ScoreRisk.class,
                    RiskScored.class,
                    "Score a risk",
                    """
                        {"score": "RESIDUAL", "probability": 3, "impact": 5, "proximity": {"words": "within a year"},
                         "rationale": "Two lenders withdrew from other councils", "effectiveOn": "2026-05-21"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/responses",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ChooseRiskResponse.class,
                    RiskResponseChosen.class,
                    "Choose what is done about a risk",
                    """
                        {"response": "REDUCE", "description": "Agree terms with a second lender", "effectiveOn": "2026-05-22"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/owners",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ChangeRiskOwner.class,
                    RiskOwnerChanged.class,
                    "Give a risk another owner",
                    """
                        {"owner": {"post": "Head of Finance"}, "reason": "Belongs to Finance", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/reviews",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ReviewRisk.class,
                    RiskReviewed.class,
                    "Record that a risk was reviewed",
                    """
                        {"summary": "No change", "reviewBy": "2026-10-01", "effectiveOn": "2026-07-01"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/escalations",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO, GATEKEEPER),
                    EscalateRisk.class,
                    RiskEscalated.class,
                    "Escalate a risk to a higher level",
                    """
                        {"level": "PORTFOLIO", "reason": "Three programmes have the same lender",
                         "gatekeeper": {"board": "BD-PROG"}, "escalatedBy": "p-sro1", "effectiveOn": "2026-07-02"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/de-escalations",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO, GATEKEEPER),
                    DeescalateRisk.class,
                    RiskDeescalated.class,
                    "Hand a risk back to a lower level",
                    """
                        {"level": "PROJECT", "reason": "One project alone is left", "effectiveOn": "2026-09-01"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/admissions",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY, BOARD_MEMBER, GATEKEEPER),
                    DecideRiskAdmission.class,
                    RiskAdmissionDecided.class,
                    "Record whether the gatekeeper admitted a risk to the level for which it waits",
                    """
                        {"outcome": "ADMITTED", "decidedBy": ["p-secretary"], "effectiveOn": "2026-07-15"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/materialisations",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    MaterialiseRisk.class,
                    RiskMaterialised.class,
                    "Record that a risk happened: it is an issue from then on",
                    """
                        {"description": "The lender withdrew", "effectiveOn": "2026-08-01"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/links",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    LinkRisk.class,
                    RiskLinked.class,
                    "Link a risk to another, or to a dependency",
                    """
                        {"link": "RELATES_TO", "dependency": "DEP-1", "reason": "The loan is secured on the land", "effectiveOn": "2026-06-10"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/link-endings",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    UnlinkRisk.class,
                    RiskUnlinked.class,
                    "Record that a link of a risk no longer holds",
                    """
                        {"link": "RELATES_TO", "dependency": "DEP-1", "reason": "The loan is unsecured now", "effectiveOn": "2026-07-10"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/closures",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    CloseRisk.class,
                    RiskClosed.class,
                    "Close a risk or an issue",
                    """
                        {"reason": "The loan was paid out", "effectiveOn": "2026-10-01"}"""),
            CommandRoute.changing(
                    "/risks/{risk}/reopenings",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ReopenRisk.class,
                    RiskReopened.class,
                    "Open a closed risk or issue again",
                    """
                        {"reason": "A second loan is needed", "effectiveOn": "2026-11-01"}"""));

    /**
     * Raises it. Where a gatekeeper is named, it is in the register of its level only once the gatekeeper admits it.
     *
     * @param kind a risk, or an issue that is opened as such
     * @param cause why it may happen, or did
     * @param event what may happen, or did
     * @param effect what follows from it
     * @param level of the register to which it belongs
     * @param gatekeeper who is to admit it; needed above programme level
     * @param owner a person, a post, or a person in a post
     * @param heldByPost id of the post on record whose holder owns it, in place of an owner
     * @param reviewBy last day on which it is to be reviewed
     */
    record RaiseRisk(
            @IdOf("risk") String risk,
            @IdOf("register") String register,
            RiskKind kind,
            String title,
            @Nullable String cause,
            @Nullable String event,
            @Nullable String effect,
            RiskLevel level,
            RiskSubject subject,
            @Nullable RiskGatekeeper gatekeeper,
            @Nullable Holder owner,
            @IdOf("post") @Nullable String heldByPost,
            @Nullable LocalDate reviewBy,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements RiskCommand {}

    /**
     * Scores it.
     *
     * @param probability 1 to 5
     * @param impact 1 to 5
     * @param scheme of the portfolio by which it is scored; needed where the portfolio defines one
     * @param schemeVersion the latest on that day where none is named
     * @param critical whether it is critical; where a scheme is named, the scheme says so instead
     * @param proximity when it may happen
     */
    record ScoreRisk(
            @IdOf("risk") String risk,
            RiskScoreKind score,
            int probability,
            int impact,
            @Nullable String scheme,
            @Nullable Integer schemeVersion,
            @Nullable Boolean critical,
            @Nullable RiskProximity proximity,
            @Nullable String rationale,
            Provenance provenance)
            implements RiskCommand {}

    /**
     * Chooses a response, in the place of an earlier one.
     *
     * @param description what is done
     */
    record ChooseRiskResponse(
            @IdOf("risk") String risk, @Nullable RiskResponseKind response, String description, Provenance provenance)
            implements RiskCommand {}

    /**
     * Gives it another owner.
     *
     * @param owner a person, a post, or a person in a post
     * @param heldByPost id of the post on record whose holder owns it, in place of an owner
     */
    record ChangeRiskOwner(
            @IdOf("risk") String risk,
            @Nullable Holder owner,
            @IdOf("post") @Nullable String heldByPost,
            @Nullable String reason,
            Provenance provenance)
            implements RiskCommand {}

    /**
     * Records that it was reviewed.
     *
     * @param summary what the review found
     * @param reviewBy last day on which it is to be reviewed again
     */
    record ReviewRisk(
            @IdOf("risk") String risk,
            @Nullable String summary,
            @Nullable LocalDate reviewBy,
            Provenance provenance) implements RiskCommand {}

    /**
     * Escalates it.
     *
     * @param level to which it is to go
     * @param gatekeeper of that level; needed above programme level
     * @param escalatedBy person who escalates it
     */
    record EscalateRisk(
            @IdOf("risk") String risk,
            RiskLevel level,
            String reason,
            @Nullable RiskGatekeeper gatekeeper,
            @IdOf(IdOf.PERSON) @Nullable String escalatedBy,
            Provenance provenance)
            implements RiskCommand {}

    /**
     * Hands it back to a lower level.
     *
     * @param level to which it is to go
     * @param gatekeeper of that level; needed above programme level
     * @param deescalatedBy person who hands it back
     */
    record DeescalateRisk(
            @IdOf("risk") String risk,
            RiskLevel level,
            String reason,
            @Nullable RiskGatekeeper gatekeeper,
            @IdOf(IdOf.PERSON) @Nullable String deescalatedBy,
            Provenance provenance)
            implements RiskCommand {}

    /**
     * Records what the gatekeeper decided.
     *
     * @param decidedBy persons who decided
     * @param reason why it was not admitted
     */
    record DecideRiskAdmission(
            @IdOf("risk") String risk,
            RiskAdmission outcome,
            @IdOf(IdOf.PERSON) List<String> decidedBy,
            @Nullable String reason,
            Provenance provenance)
            implements RiskCommand {}

    /**
     * Records that it happened.
     *
     * @param description what happened
     */
    record MaterialiseRisk(@IdOf("risk") String risk, String description, Provenance provenance)
            implements RiskCommand {}

    /**
     * Links it to one other thing.
     *
     * @param otherRisk another risk or issue
     * @param dependency a dependency
     */
    record LinkRisk(
            @IdOf("risk") String risk,
            RiskLinkKind link,
            @IdOf("risk") @Nullable String otherRisk,
            @IdOf("dependency") @Nullable String dependency,
            @Nullable String reason,
            Provenance provenance)
            implements RiskCommand {}

    /** Takes a link away. */
    record UnlinkRisk(
            @IdOf("risk") String risk,
            RiskLinkKind link,
            @IdOf("risk") @Nullable String otherRisk,
            @IdOf("dependency") @Nullable String dependency,
            @Nullable String reason,
            Provenance provenance)
            implements RiskCommand {}

    /** Closes it. */
    record CloseRisk(@IdOf("risk") String risk, String reason, Provenance provenance) implements RiskCommand {}

    /** Opens it again. */
    record ReopenRisk(@IdOf("risk") String risk, String reason, Provenance provenance) implements RiskCommand {}
}
