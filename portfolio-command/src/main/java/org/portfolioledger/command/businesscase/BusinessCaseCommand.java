package org.portfolioledger.command.businesscase;

import static org.portfolioledger.vocabulary.ActorRole.ASSURANCE;
import static org.portfolioledger.vocabulary.ActorRole.BOARD_SECRETARY;
import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.SRO;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.vocabulary.BoardOutcome;
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
                    Set.of(PORTFOLIO_OFFICE, SRO),
                    "businessCase",
                    OpenCase.class,
                    BusinessCaseOpened.class,
                    "Begin a business case",
                    """
                        {"id": "BC-HOMES-OBC", "register": "ACME", "initiative": "PG-HOMES", "stage": "OBC", "title": "New homes",
                         "route": ["BD-PROG", "BD-INV"], "precedingCase": "BC-HOMES-SOC", "owners": ["p-sro1"], "effectiveOn": "2026-02-01"}"""),
            CommandRoute.changing(
                            "/business-cases/{businessCase}/versions",
                            Set.of(PORTFOLIO_OFFICE, SRO),
                            WriteVersion.class,
                            BusinessCaseVersionRecorded.class,
                            "Record a version",
                            """
                        {"cost": {"amount": 4200000, "currency": "GBP", "priceBasis": "REAL", "priceYear": "2025/26", "confidence": "VALIDATED"},
                         "paper": {"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "OBC version 1", "marking": "OFFICIAL", "purpose": "FOR_DECISION"},
                         "dimensions": ["STRATEGIC", "ECONOMIC", "COMMERCIAL", "FINANCIAL", "MANAGEMENT"], "effectiveOn": "2026-02-10"}""")
                    .at("/business-cases/{businessCase}/versions/{version}"),
            CommandRoute.changing(
                    "/business-cases/{businessCase}/submissions",
                    Set.of(PORTFOLIO_OFFICE, SRO),
                    SubmitVersion.class,
                    BusinessCaseSubmitted.class,
                    "Put a version to the boards of the route",
                    """
                        {"version": 1, "submittedBy": "p-sro1", "effectiveOn": "2026-02-12"}"""),
            CommandRoute.changing(
                            "/business-cases/{businessCase}/decisions",
                            Set.of(BOARD_SECRETARY),
                            DecideOnCase.class,
                            BusinessCaseDecided.class,
                            "Record what a board decided on a case",
                            """
                        {"board": "BD-INV", "version": 1, "outcome": "APPROVED", "meeting": "M-2026-03",
                         "papers": [{"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "OBC version 1"}], "attendance": 4, "decidedBy": ["p-secretary"],
                         "rationale": "Best value of four options", "effectiveOn": "2026-03-18"}""")
                    .at("/business-cases/{businessCase}/decisions/{position}")
                    .correctedBy(ASSURANCE));

    /**
     * Begins a case.
     *
     * @param route boards in the order in which they decide
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
     */
    record WriteVersion(
            @IdOf("business-case") String businessCase,
            @Nullable Integer version,
            Money cost,
            Paper paper,
            List<CaseDimension> dimensions,
            Provenance provenance)
            implements BusinessCaseCommand {}

    /**
     * Puts a version to the boards of the route.
     *
     * @param submittedBy id of the person who submits it
     */
    record SubmitVersion(
            @IdOf("business-case") String businessCase,
            int version,
            @IdOf(IdOf.PERSON) String submittedBy,
            Provenance provenance)
            implements BusinessCaseCommand {}

    /**
     * Records what a board decided.
     *
     * @param outcomeAsStated the source's word for the outcome
     * @param manner null: in the meeting that is named
     * @param delegation id of the board's delegation by which it was decided
     * @param attendance number of members present, or of those who answered in writing; null: as the meeting says
     * @param dissent of those who were against it
     * @param waiver of the final approval of the earlier stage
     * @param ultraVires the reason for which the board knowingly decides outside its powers
     */
    record DecideOnCase(
            @IdOf("business-case") String businessCase,
            @IdOf("board") @Nullable String board,
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
            List<String> conditions,
            @Nullable String rationale,
            @Nullable Waiver waiver,
            @Nullable String ultraVires,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BusinessCaseCommand {}
}
