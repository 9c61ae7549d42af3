package org.portfolioledger.command.vacancy;

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
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a request to fill a post. */
public sealed interface VacancyRequestCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/vacancy-requests",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    "vacancyRequest",
                    RequestVacancy.class,
                    VacancyRequested.class,
                    "Ask a board to authorise the filling of a post",
                    """
                        {"id": "VAC-1", "register": "ACME", "post": "Planner", "tenure": "TEMPORARY", "businessGroup": "HR",
                         "funding": "Budget of New homes", "until": "2026-12-31", "requestedBy": {"person": "p-sro1", "post": "Director of Housing"},
                         "board": "BD-INV", "initiative": "PG-HOMES", "reason": "Two planners left", "effectiveOn": "2026-02-01"}"""),
            CommandRoute.changing(
                    "/vacancy-requests/{vacancyRequest}/checks",
                    Set.of(PORTFOLIO_OFFICE),
                    CheckVacancy.class,
                    VacancyChecked.class,
                    "Record a check of the waiting request",
                    """
                        {"check": "DISPLACED_STAFF", "met": true, "checkedBy": "p-assurance", "finding": "Nobody who is displaced is a planner",
                         "effectiveOn": "2026-02-03"}"""),
            CommandRoute.changing(
                    "/vacancy-requests/{vacancyRequest}/extensions",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    RequestExtension.class,
                    VacancyExtensionRequested.class,
                    "Ask for a post to be filled for longer, with separate checks and a separate decision",
                    """
                        {"until": "2027-06-30", "requestedBy": {"person": "p-sro1"}, "reason": "The plans are late", "effectiveOn": "2026-11-01"}"""),
            CommandRoute.changing(
                            "/vacancy-requests/{vacancyRequest}/decisions",
                            Set.of(BOARD_SECRETARY, BOARD_MEMBER),
                            DecideOnVacancy.class,
                            VacancyDecided.class,
                            "Record what a board decided on the waiting request",
                            """
                        {"outcome": "AUTHORISED", "until": "2026-12-31", "board": "BD-INV", "meeting": "M-2026-02", "attendance": 4,
                         "decidedBy": ["p-secretary"], "reason": "Paid for, and nobody is displaced", "effectiveOn": "2026-02-10"}""")
                    .correctedBy(PORTFOLIO_OFFICE),
            CommandRoute.changing(
                    "/vacancy-requests/{vacancyRequest}/closures",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    CloseVacancyRequest.class,
                    VacancyRequestClosed.class,
                    "Withdraw a request, or record that the post is no longer filled",
                    """
                        {"reason": "The planner left", "effectiveOn": "2026-12-31"}"""));

    /**
     * Asks a board to let a post be filled.
     *
     * @param post title of the post
     * @param businessGroup code of the business group to which the post belongs
     * @param funding from what it is paid
     * @param until last day for which it is requested; a temporary post has one
     * @param board id of the board that is asked
     * @param initiative for which the post works
     */
    record RequestVacancy(
            @IdOf("vacancy-request") String vacancyRequest,
            @IdOf("register") String register,
            String post,
            VacancyTenure tenure,
            @Nullable String businessGroup,
            @Nullable String funding,
            @Nullable LocalDate until,
            @Nullable Holder requestedBy,
            @IdOf("board") String board,
            @IdOf("initiative") @Nullable String initiative,
            @Nullable String reason,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements VacancyRequestCommand {}

    /**
     * Records a check of the request that waits.
     *
     * @param met whether it passed the check
     * @param finding what was found
     */
    record CheckVacancy(
            @IdOf("vacancy-request") String vacancyRequest,
            VacancyCheck check,
            boolean met,
            @IdOf(IdOf.PERSON) @Nullable String checkedBy,
            @Nullable String finding,
            Provenance provenance)
            implements VacancyRequestCommand {}

    /**
     * Asks to let the post be filled for longer: a further request, with checks and a decision of its own.
     *
     * @param until last day for which it is requested
     */
    record RequestExtension(
            @IdOf("vacancy-request") String vacancyRequest,
            LocalDate until,
            @Nullable Holder requestedBy,
            @Nullable String reason,
            Provenance provenance)
            implements VacancyRequestCommand {}

    /**
     * Records what a board decided on the waiting request.
     *
     * @param until last day on which the post may be filled, where it is authorised; a temporary post has one
     * @param board id of a board whose remit names {@code VACANCY}
     * @param manner null: in the meeting that is named
     * @param item of the agenda of the meeting
     * @param delegation id of the board's delegation by which it was decided
     * @param attendance number of members present
     * @param decidedBy the persons who decided
     * @param ultraVires the reason for which the board knowingly decided outside its powers
     */
    record DecideOnVacancy(
            @IdOf("vacancy-request") String vacancyRequest,
            VacancyOutcome outcome,
            @Nullable LocalDate until,
            @IdOf("board") @Nullable String board,
            @Nullable DecisionManner manner,
            @IdOf("meeting") @Nullable String meeting,
            @Nullable String item,
            @Nullable String delegation,
            @Nullable Integer attendance,
            @IdOf(IdOf.PERSON) List<String> decidedBy,
            @Nullable String reason,
            @Nullable String ultraVires,
            Provenance provenance)
            implements VacancyRequestCommand {}

    /** Withdraws it, or records that the post is no longer filled. */
    record CloseVacancyRequest(@IdOf("vacancy-request") String vacancyRequest, String reason, Provenance provenance)
            implements VacancyRequestCommand {}
}
