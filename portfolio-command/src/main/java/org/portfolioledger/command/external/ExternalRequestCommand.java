package org.portfolioledger.command.external;

import static org.portfolioledger.vocabulary.ActorRole.BOARD_SECRETARY;
import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAnswered;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAssigned;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestMade;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestPromised;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestReopened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestRescheduled;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestWithdrawn;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a request of a body that oversees the organisation. */
public sealed interface ExternalRequestCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/external-requests",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    "externalRequest",
                    MakeExternalRequest.class,
                    ExternalRequestMade.class,
                    "Put a request from an overseeing body on record",
                    """
                        {"id": "REQ-1", "register": "ACME", "board": "BD-INV", "number": "8", "text": "Tell us how many homes were let",
                         "dueOn": "2026-06-30", "owner": {"post": "Director of Housing"}, "initiative": "PG-HOMES",
                         "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/external-requests/{externalRequest}/owners",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    AssignExternalRequest.class,
                    ExternalRequestAssigned.class,
                    "Let somebody else answer a request from an overseeing body",
                    """
                        {"owner": {"person": "p-sro1"}, "reason": "New director", "effectiveOn": "2026-05-10"}"""),
            CommandRoute.changing(
                    "/external-requests/{externalRequest}/due-dates",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    RescheduleExternalRequest.class,
                    ExternalRequestRescheduled.class,
                    "Record that the overseeing body set another day for the answer",
                    """
                        {"dueOn": "2026-07-31", "reason": "Election", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/external-requests/{externalRequest}/promises",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    PromiseAnswer.class,
                    ExternalRequestPromised.class,
                    "Record what the overseeing body was promised, and for which day",
                    """
                        {"promise": "A table by district", "promisedFor": "2026-07-15", "effectiveOn": "2026-06-10"}"""),
            CommandRoute.changing(
                    "/external-requests/{externalRequest}/answers",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    AnswerExternalRequest.class,
                    ExternalRequestAnswered.class,
                    "Record which document answers a request",
                    """
                        {"document": "DOC-1", "summary": "412 homes", "effectiveOn": "2026-07-14"}"""),
            CommandRoute.changing(
                    "/external-requests/{externalRequest}/reopenings",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    ReopenExternalRequest.class,
                    ExternalRequestReopened.class,
                    "Record that the answer did not satisfy the overseeing body",
                    """
                        {"reason": "Not by district", "dueOn": "2026-09-30", "effectiveOn": "2026-08-01"}"""),
            CommandRoute.changing(
                    "/external-requests/{externalRequest}/withdrawals",
                    Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY),
                    WithdrawExternalRequest.class,
                    ExternalRequestWithdrawn.class,
                    "Record that the overseeing body no longer wants an answer",
                    """
                        {"reason": "The committee was dissolved", "effectiveOn": "2026-10-01"}"""));

    /**
     * Puts a request on record.
     *
     * @param board id of the body that made it
     * @param number number that the body gave it
     * @param text what is requested
     * @param dueOn last day for the answer
     * @param owner who is to answer
     * @param document that makes it
     * @param initiative that it concerns
     */
    record MakeExternalRequest(
            @IdOf("external-request") String externalRequest,
            @IdOf("register") String register,
            @IdOf("board") String board,
            @Nullable String number,
            String text,
            @Nullable LocalDate dueOn,
            @Nullable Holder owner,
            @IdOf("document") @Nullable String document,
            @IdOf("initiative") @Nullable String initiative,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ExternalRequestCommand {}

    /** Lets somebody else answer it. */
    record AssignExternalRequest(
            @IdOf("external-request") String externalRequest,
            Holder owner,
            @Nullable String reason,
            Provenance provenance)
            implements ExternalRequestCommand {}

    /** Records that the body set another day for the answer. */
    record RescheduleExternalRequest(
            @IdOf("external-request") String externalRequest,
            LocalDate dueOn,
            @Nullable String reason,
            Provenance provenance)
            implements ExternalRequestCommand {}

    /**
     * Records what the body was promised.
     *
     * @param promisedFor last day for it
     */
    record PromiseAnswer(
            @IdOf("external-request") String externalRequest,
            String promise,
            @Nullable LocalDate promisedFor,
            Provenance provenance)
            implements ExternalRequestCommand {}

    /**
     * Records that it was answered.
     *
     * @param document that answers it
     * @param summary what was answered
     */
    record AnswerExternalRequest(
            @IdOf("external-request") String externalRequest,
            @IdOf("document") @Nullable String document,
            @Nullable String summary,
            Provenance provenance)
            implements ExternalRequestCommand {}

    /**
     * Records that the answer did not satisfy the body.
     *
     * @param dueOn last day for another answer
     */
    record ReopenExternalRequest(
            @IdOf("external-request") String externalRequest,
            String reason,
            @Nullable LocalDate dueOn,
            Provenance provenance)
            implements ExternalRequestCommand {}

    /** Records that the body no longer wants an answer. */
    record WithdrawExternalRequest(
            @IdOf("external-request") String externalRequest, String reason, Provenance provenance)
            implements ExternalRequestCommand {}
}
