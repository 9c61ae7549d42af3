package org.portfolioledger.command.board;

import static org.portfolioledger.vocabulary.ActorRole.BOARD_MEMBER;
import static org.portfolioledger.vocabulary.ActorRole.BOARD_SECRETARY;
import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.BoardFact.BoardAuthorityDelegated;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardDelegationRevoked;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.BoardFact.BoardMembershipChanged;
import org.portfolioledger.events.BoardFact.BoardParentChanged;
import org.portfolioledger.events.BoardFact.BoardRemitChanged;
import org.portfolioledger.events.BoardFact.BoardStandingOrdersChanged;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PositionOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a board. */
public sealed interface BoardCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/boards",
                    Set.of(BOARD_SECRETARY),
                    "board",
                    EstablishBoard.class,
                    BoardEstablished.class,
                    "Establish a board",
                    """
                        {"id": "BD-INV", "register": "ACME", "name": "Investment Board", "level": "INVESTMENT",
                         "functions": ["approves business cases"], "decisionTypes": ["SOC", "OBC", "FBC", "REBASELINE"],
                         "limit": {"amount": 5000000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"},
                         "quorum": 3, "cadence": "MONTHLY", "effectiveOn": "2026-01-05"}"""),
            CommandRoute.changing(
                    "/boards/{board}/limits",
                    Set.of(BOARD_SECRETARY),
                    SetLimit.class,
                    BoardLimitSet.class,
                    "Set a board's delegated limit",
                    """
                        {"limit": {"amount": 3000000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"},
                         "validUntil": "2027-03-31", "reason": "Scheme of delegation 2026", "effectiveOn": "2026-04-01"}"""),
            CommandRoute.changing(
                    "/boards/{board}/remits",
                    Set.of(BOARD_SECRETARY),
                    ChangeRemit.class,
                    BoardRemitChanged.class,
                    "Change a board's remit",
                    """
                        {"functions": ["approves business cases and policies"], "decisionTypes": ["SOC", "OBC", "FBC", "REBASELINE", "POLICY"],
                         "effectiveOn": "2026-04-01"}"""),
            CommandRoute.changing(
                    "/boards/{board}/parents",
                    Set.of(BOARD_SECRETARY),
                    ChangeParent.class,
                    BoardParentChanged.class,
                    "Let a board escalate to another board, or to none",
                    """
                        {"parent": "BD-CABINET", "decision": 212, "reason": "Scheme of delegation 2026", "effectiveOn": "2026-04-01"}"""),
            CommandRoute.changing(
                    "/boards/{board}/memberships",
                    Set.of(BOARD_SECRETARY),
                    ChangeMembership.class,
                    BoardMembershipChanged.class,
                    "Record who sits on a board from a given day",
                    """
                        {"chair": {"post": "Director of Finance"},
                         "members": [{"person": "p-secretary", "businessGroup": "HOUSING"}, {"post": "Director of Works"}, {"post": "Director of Housing"}],
                         "secretary": {"person": "p-secretary"}, "reason": "New year", "effectiveOn": "2026-04-01"}"""),
            CommandRoute.changing(
                    "/boards/{board}/standing-orders",
                    Set.of(BOARD_SECRETARY),
                    ChangeStandingOrders.class,
                    BoardStandingOrdersChanged.class,
                    "Change a board's quorum and how often it meets",
                    """
                        {"quorum": 2, "cadence": "QUARTERLY", "reason": "Scheme of delegation 2026", "effectiveOn": "2026-04-01"}"""),
            CommandRoute.beginning(
                    "/boards/{board}/delegations",
                    Set.of(BOARD_SECRETARY),
                    "delegation",
                    DelegateAuthority.class,
                    BoardAuthorityDelegated.class,
                    "Delegate authority of a board to somebody",
                    """
                        {"id": "DG-1", "delegate": {"post": "Director of Finance"}, "decisionTypes": ["OBC", "POLICY"],
                         "limit": {"amount": 250000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"},
                         "validUntil": "2027-03-31", "reason": "Between meetings", "effectiveOn": "2026-04-01"}"""),
            CommandRoute.changing(
                    "/boards/{board}/delegations/{delegation}/revocations",
                    Set.of(BOARD_SECRETARY),
                    RevokeDelegation.class,
                    BoardDelegationRevoked.class,
                    "Revoke a delegation of a board",
                    """
                        {"reason": "The board meets weekly", "effectiveOn": "2026-10-01"}"""),
            CommandRoute.changing(
                    "/boards/{board}/closures",
                    Set.of(BOARD_SECRETARY),
                    CloseBoard.class,
                    BoardClosed.class,
                    "Dissolve a board",
                    """
                        {"reason": "Merged into the Cabinet", "successor": "BD-CABINET", "effectiveOn": "2026-12-31"}"""),
            CommandRoute.beginning(
                            "/boards/{board}/decisions",
                            Set.of(BOARD_SECRETARY, BOARD_MEMBER),
                            "decision",
                            RecordDecision.class,
                            BoardDecided.class,
                            "Record a decision that concerns no business case",
                            """
                        {"id": "D-14", "matter": "REBASELINE", "subject": "New homes: later start", "outcome": "APPROVED",
                         "meeting": "M-2026-05", "papers": [{"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "Re-baseline", "purpose": "FOR_DECISION"}],
                         "attendance": 4, "decidedBy": ["p-secretary"], "effectiveOn": "2026-05-20"}""")
                    .correctedBy(PORTFOLIO_OFFICE));

    /**
     * Begins a board.
     *
     * @param decisionTypes stages of business cases and matters that it may decide, for instance {@code OBC}, {@code POLICY}
     * @param limit most that it may approve
     * @param quorum members who must be present
     * @param secretary who records what it decides, and may put it on record
     * @param decision position of the decision of the parent by which it has its remit
     */
    record EstablishBoard(
            @IdOf("board") String board,
            @IdOf("register") String register,
            String name,
            String level,
            List<String> functions,
            List<String> decisionTypes,
            @Nullable Money limit,
            @Nullable Integer quorum,
            @Nullable String cadence,
            @Nullable Seat chair,
            List<Seat> members,
            @Nullable Seat secretary,
            @IdOf("board") @Nullable String parent,
            @PositionOf("a board's decision") @Nullable Long decision,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BoardCommand {}

    /**
     * Sets its delegated limit.
     *
     * @param validUntil last day on which it may approve up to the limit; null: until another is set
     */
    record SetLimit(
            @IdOf("board") String board,
            Money limit,
            @Nullable LocalDate validUntil,
            @Nullable String reason,
            Provenance provenance)
            implements BoardCommand {}

    /**
     * Changes its remit.
     *
     * @param decision position of the decision of the parent board that changes it
     * @param decidedBy who decided, in the source's words
     */
    record ChangeRemit(
            @IdOf("board") String board,
            List<String> functions,
            List<String> decisionTypes,
            @PositionOf("a board's decision") @Nullable Long decision,
            @Nullable String decidedBy,
            @Nullable String reason,
            Provenance provenance)
            implements BoardCommand {}

    /**
     * Lets it escalate to another board, or to none.
     *
     * @param decision position of the decision of that board by which it takes over the remit
     */
    record ChangeParent(
            @IdOf("board") String board,
            @IdOf("board") @Nullable String parent,
            @PositionOf("a board's decision") @Nullable Long decision,
            @Nullable String reason,
            Provenance provenance)
            implements BoardCommand {}

    /**
     * Records who sits on it from a given day.
     *
     * @param members all of them, those who stay too
     * @param secretary who records what it decides, and may put it on record; also one who stays
     */
    record ChangeMembership(
            @IdOf("board") String board,
            @Nullable Seat chair,
            List<Seat> members,
            @Nullable Seat secretary,
            @Nullable String reason,
            Provenance provenance)
            implements BoardCommand {}

    /**
     * Changes its standing orders.
     *
     * @param quorum members who must be present; null: no quorum
     * @param cadence how often it meets; null: not stated
     */
    record ChangeStandingOrders(
            @IdOf("board") String board,
            @Nullable Integer quorum,
            @Nullable String cadence,
            @Nullable String reason,
            Provenance provenance)
            implements BoardCommand {}

    /**
     * Lets somebody decide for it.
     *
     * @param delegate a person, whoever is in a post, or a person in a post; null: whoever holds the post on record
     * @param heldByPost id of the post on record whose holder may decide
     * @param decisionTypes the types of decision, as in the remit
     * @param limit most that may be approved so; null: no cost at all
     * @param validUntil last day on which it is valid; null: until it is revoked
     */
    record DelegateAuthority(
            @IdOf("board") String board,
            String delegation,
            @Nullable Holder delegate,
            @IdOf("post") @Nullable String heldByPost,
            List<String> decisionTypes,
            @Nullable Money limit,
            @Nullable LocalDate validUntil,
            @Nullable String reason,
            Provenance provenance)
            implements BoardCommand {}

    /** Revokes a delegation. */
    record RevokeDelegation(
            @IdOf("board") String board,
            String delegation,
            @Nullable String reason,
            Provenance provenance) implements BoardCommand {}

    /**
     * Dissolves it.
     *
     * @param successor board that replaces it; null: none
     */
    record CloseBoard(
            @IdOf("board") String board,
            String reason,
            @IdOf("board") @Nullable String successor,
            Provenance provenance)
            implements BoardCommand {}

    /**
     * Records a decision that concerns no business case.
     *
     * @param matter kind of thing decided, in capitals
     * @param cost cost that would be approved; checked against the board's limit
     * @param outcomeAsStated the source's word for the outcome
     * @param manner null: in the meeting that is named
     * @param item of the agenda of the meeting
     * @param delegation id of the delegation by which it was decided
     * @param attendance number of members present, or of those who answered in writing; null: as stated for the meeting
     * @param dissent ids of the persons who were against it
     * @param ultraVires the reason for which the board knowingly decides outside its powers
     */
    record RecordDecision(
            @IdOf("board") String board,
            String decision,
            String matter,
            String subject,
            @IdOf("initiative") @Nullable String initiative,
            @Nullable Money cost,
            @Nullable BoardOutcome outcome,
            @Nullable String outcomeAsStated,
            @Nullable DecisionManner manner,
            @IdOf("meeting") @Nullable String meeting,
            @Nullable String item,
            @Nullable String delegation,
            List<Paper> papers,
            @Nullable Integer attendance,
            @IdOf(IdOf.PERSON) List<String> decidedBy,
            List<Dissent> dissent,
            List<String> conditions,
            @Nullable String rationale,
            @Nullable String ultraVires,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BoardCommand {}
}
