package org.portfolioledger.command.businesscase;

import static org.portfolioledger.vocabulary.ActorRole.BOARD_MEMBER;
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
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseChallenged;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseWithdrawn;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a business case. */
public sealed interface BusinessCaseCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/business-cases",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    "businessCase",
                    OpenCase.class,
                    BusinessCaseOpened.class,
                    "Open a business case",
                    """
                        {"id": "BC-HOMES-OBC", "register": "ACME", "initiative": "PG-HOMES", "stage": "OBC", "title": "New homes",
                         "route": ["BD-PROG", "BD-INV"], "precedingCase": "BC-HOMES-SOC", "owners": ["p-sro1"], "effectiveOn": "2026-02-01"}"""),
            CommandRoute.changing(
                            "/business-cases/{businessCase}/versions",
                            Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                            WriteVersion.class,
                            BusinessCaseVersionRecorded.class,
                            "Record a version",
                            """
                        {"cost": {"amount": 4200000, "currency": "GBP", "priceBasis": "REAL", "priceYear": "2025/26", "confidence": "VALIDATED"},
                         "paper": {"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "OBC version 1", "marking": "OFFICIAL", "purpose": "FOR_DECISION"},
                         "dimensions": ["STRATEGIC", "ECONOMIC", "COMMERCIAL", "FINANCIAL", "MANAGEMENT"],
                         "figures": [{"kind": "BENEFIT", "name": "Rents", "money": {"amount": 310000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROXIMATE"}}],
                         "effectiveOn": "2026-02-10"}""")
                    .at("/business-cases/{businessCase}/versions/{version}"),
            CommandRoute.changing(
                    "/business-cases/{businessCase}/submissions",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    SubmitVersion.class,
                    BusinessCaseSubmitted.class,
                    "Put a version to the boards of the route",
                    """
                        {"version": 1, "submittedBy": "p-sro1", "effectiveOn": "2026-02-12"}"""),
            CommandRoute.changing(
                    "/business-cases/{businessCase}/challenges",
                    Set.of(PORTFOLIO_OFFICE),
                    ChallengeVersion.class,
                    BusinessCaseChallenged.class,
                    "Record that a panel challenged a version",
                    """
                        {"version": 1, "panel": "Investment challenge panel", "challengedBy": ["p-assurance"],
                         "observations": "Rents are stated for one year only", "effectiveOn": "2026-02-20"}"""),
            CommandRoute.changing(
                            "/business-cases/{businessCase}/decisions",
                            Set.of(BOARD_SECRETARY, BOARD_MEMBER),
                            DecideOnCase.class,
                            BusinessCaseDecided.class,
                            "Record what a board decided on a case",
                            """
                        {"board": "BD-INV", "version": 1, "outcome": "APPROVED", "meeting": "M-2026-03",
                         "papers": [{"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "OBC version 1"}], "attendance": 4, "decidedBy": ["p-secretary"],
                         "rationale": "Best value of four options", "effectiveOn": "2026-03-18"}""")
                    .at("/business-cases/{businessCase}/decisions/{position}")
                    .correctedBy(PORTFOLIO_OFFICE),
            CommandRoute.changing(
                    "/business-cases/{businessCase}/conditions/{condition}/discharges",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    DischargeCondition.class,
                    CaseConditionDischarged.class,
                    "Record that a condition of an approval was met",
                    """
                        {"dischargedBy": "p-secretary", "evidence": [{"description": "Cost plan of 2 April"}], "effectiveOn": "2026-04-08"}"""),
            CommandRoute.changing(
                    "/business-cases/{businessCase}/withdrawals",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    WithdrawCase.class,
                    BusinessCaseWithdrawn.class,
                    "Withdraw a case from the boards",
                    """
                        {"withdrawnBy": "p-sro1", "reason": "The site was sold", "effectiveOn": "2026-03-01"}"""),
            CommandRoute.changing(
                    "/business-cases/{businessCase}/reevaluations",
                    Set.of(BOARD_SECRETARY),
                    ReevaluateCase.class,
                    BusinessCaseReevaluated.class,
                    "Record the re-evaluation of a finally approved case",
                    """
                        {"result": "UPHELD", "evaluatedBy": ["p-secretary"], "reason": "Costs and benefits are as approved", "effectiveOn": "2026-09-01"}"""));

    /**
     * Begins a case.
     *
     * @param route boards in the order in which they decide; none if the portfolio has a policy, which sets the route
     * @param precedingCase id of the case of the stage before it
     * @param owners ids of the persons who own the case
     */
    record OpenCase(
            @IdOf("business-case") String businessCase,
            @IdOf("register") String register,
            @IdOf("initiative") String initiative,
            @Nullable CaseStage stage,
            String title,
            @IdOf("board") List<String> route,
            @IdOf("business-case") @Nullable String precedingCase,
            @IdOf(IdOf.PERSON) List<String> owners,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BusinessCaseCommand {}

    /**
     * Records a version.
     *
     * @param version null: the next one
     * @param cost whole-life cost for which approval is asked
     * @param dimensions that it covers
     * @param figures what it states of costs, benefits and risks besides
     */
    record WriteVersion(
            @IdOf("business-case") String businessCase,
            @Nullable Integer version,
            Money cost,
            Paper paper,
            List<CaseDimension> dimensions,
            List<CaseFigure> figures,
            Provenance provenance)
            implements BusinessCaseCommand {}

    /**
     * Puts a version to the boards of the route.
     *
     * @param submittedBy id of the person who submits it
     * @param decisionClass class of decision by which it takes a fast route
     * @param route null: as the portfolio's policy states
     */
    record SubmitVersion(
            @IdOf("business-case") String businessCase,
            int version,
            @IdOf(IdOf.PERSON) String submittedBy,
            @Nullable String decisionClass,
            @Nullable CaseRoute route,
            Provenance provenance)
            implements BusinessCaseCommand {}

    /**
     * Records that a panel challenged a version.
     *
     * @param panel in the source's words
     * @param challengedBy ids of the persons who challenged it
     */
    record ChallengeVersion(
            @IdOf("business-case") String businessCase,
            int version,
            String panel,
            @IdOf(IdOf.PERSON) List<String> challengedBy,
            @Nullable String observations,
            Provenance provenance)
            implements BusinessCaseCommand {}

    /**
     * Records what a board decided.
     *
     * @param successorOf id of the board of the route that it replaced; null: found from the successions on record
     * @param outcomeAsStated the source's word for the outcome
     * @param manner null: in the meeting that is named
     * @param delegation id of the board's delegation by which it was decided
     * @param attendance number of members present, or of those who answered in writing; null: as stated for the meeting
     * @param dissent ids of the persons who were against it
     * @param conditions conditions of its decision, each with an id that is new in the case
     * @param deferredUntil day on which the board considers the case again; a deferral states it
     * @param referredTo id of the board above it on that day; a referral states it
     * @param waiver of the final approval of the earlier stage
     * @param ultraVires the reason for which the board knowingly decides outside its powers
     */
    record DecideOnCase(
            @IdOf("business-case") String businessCase,
            @IdOf("board") @Nullable String board,
            @IdOf("board") @Nullable String successorOf,
            @Nullable Integer version,
            @Nullable BoardOutcome outcome,
            @Nullable String outcomeAsStated,
            @Nullable DecisionManner manner,
            @IdOf("meeting") @Nullable String meeting,
            @Nullable String delegation,
            List<Paper> papers,
            @Nullable Integer attendance,
            @IdOf(IdOf.PERSON) List<String> decidedBy,
            List<Dissent> dissent,
            List<CaseCondition> conditions,
            @Nullable LocalDate deferredUntil,
            @IdOf("board") @Nullable String referredTo,
            @Nullable String rationale,
            @Nullable Waiver waiver,
            @Nullable String ultraVires,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BusinessCaseCommand {

        /** The same, as a decision in the place of a board of the route. */
        DecideOnCase inPlaceOf(@Nullable String replaced) {
            return new DecideOnCase(
                    businessCase,
                    board,
                    replaced,
                    version,
                    outcome,
                    outcomeAsStated,
                    manner,
                    meeting,
                    delegation,
                    papers,
                    attendance,
                    decidedBy,
                    dissent,
                    conditions,
                    deferredUntil,
                    referredTo,
                    rationale,
                    waiver,
                    ultraVires,
                    attributes,
                    provenance);
        }
    }

    /**
     * Records that a condition was met.
     *
     * @param condition its id within the case
     * @param dischargedBy id of the person who found that it is met
     * @param evidence documents on record, or a description of what shows it
     */
    record DischargeCondition(
            @IdOf("business-case") String businessCase,
            String condition,
            @IdOf(IdOf.PERSON) @Nullable String dischargedBy,
            List<Citation> evidence,
            Provenance provenance)
            implements BusinessCaseCommand {}

    /**
     * Withdraws a case from the boards.
     *
     * @param withdrawnBy id of the person who withdraws it
     */
    record WithdrawCase(
            @IdOf("business-case") String businessCase,
            @IdOf(IdOf.PERSON) @Nullable String withdrawnBy,
            String reason,
            Provenance provenance)
            implements BusinessCaseCommand {}

    /**
     * Records the re-evaluation of a finally approved case.
     *
     * @param evaluatedBy ids of the persons who evaluated it
     */
    record ReevaluateCase(
            @IdOf("business-case") String businessCase,
            ReevaluationResult result,
            @IdOf(IdOf.PERSON) List<String> evaluatedBy,
            String reason,
            Provenance provenance)
            implements BusinessCaseCommand {}
}
