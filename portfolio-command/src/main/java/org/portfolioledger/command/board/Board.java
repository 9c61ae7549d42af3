package org.portfolioledger.command.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.StandingDecision;
import org.portfolioledger.command.board.BoardCommand.ChangeMembership;
import org.portfolioledger.command.board.BoardCommand.ChangeParent;
import org.portfolioledger.command.board.BoardCommand.ChangeRemit;
import org.portfolioledger.command.board.BoardCommand.ChangeStandingOrders;
import org.portfolioledger.command.board.BoardCommand.CloseBoard;
import org.portfolioledger.command.board.BoardCommand.DelegateAuthority;
import org.portfolioledger.command.board.BoardCommand.EstablishBoard;
import org.portfolioledger.command.board.BoardCommand.RecordDecision;
import org.portfolioledger.command.board.BoardCommand.RevokeDelegation;
import org.portfolioledger.command.board.BoardCommand.SetLimit;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.command.powers.ProposedDecision;
import org.portfolioledger.command.powers.Stakes;
import org.portfolioledger.events.BoardFact;
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
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BoardState.Delegation;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Money;

/** The rules of boards. */
final class Board extends Family<BoardCommand, BoardFact, BoardState> {

    private static final List<String> CASE_STAGES =
            Stream.of(CaseStage.values()).map(CaseStage::name).toList();

    Board() {
        super(
                Kinds.BOARD,
                BoardCommand.class,
                BoardCommand.ROUTES,
                Stream.<Rule>concat(Stream.of(BoardRule.values()), Stream.of(PowersRule.values()))
                        .toArray(Rule[]::new));
    }

    @Override
    protected Decision<BoardFact> decide(
            BoardCommand command, History<RecordedFact, BoardState> history, Evidence evidence) {
        return switch (command) {
            case EstablishBoard establish -> establish(establish, history, evidence);
            case SetLimit set -> setLimit(set);
            case ChangeRemit change -> changeRemit(change, history, evidence);
            case ChangeParent change -> changeParent(change, history, evidence);
            case ChangeMembership change -> changeMembership(change, evidence);
            case ChangeStandingOrders change ->
                Decision.stating(BoardStandingOrdersChanged.class, change, new Findings());
            case DelegateAuthority delegate -> delegate(delegate, history, evidence);
            case RevokeDelegation revoke -> revoke(revoke, history);
            case CloseBoard close -> close(close, evidence);
            case RecordDecision decision -> record(decision, history, evidence);
        };
    }

    private static Decision<BoardFact> establish(
            EstablishBoard establish, History<RecordedFact, BoardState> history, Evidence evidence) {
        Findings findings = new Findings();
        LocalDate on = establish.provenance().effectiveOn();
        boolean decides = !establish.decisionTypes().isEmpty() || decidesLater(history, on);
        boolean escalates = requireParent(establish.board(), establish.parent(), evidence, findings);
        requireDecisionAbove(
                establish.decision(),
                decides && escalates ? establish.parent() : null,
                List.of(),
                on,
                evidence,
                findings);
        requireSeats(establish.chair(), establish.members(), establish.secretary(), evidence, findings);
        Powers.requireAmount(establish.limit(), "/limit", findings);
        return Decision.stating(BoardEstablished.class, establish, findings);
    }

    /** Whoever sits on it, or is its secretary, is somebody and is known, and sits there once. */
    private static void requireSeats(
            @Nullable Seat chair, List<Seat> members, @Nullable Seat secretary, Evidence evidence, Findings findings) {
        if (chair != null) requireSeat(chair, "/chair", evidence, findings);
        if (secretary != null) requireSeat(secretary, "/secretary", evidence, findings);
        for (int i = 0; i < members.size(); i++) requireSeat(members.get(i), "/members/" + i, evidence, findings);
        findings.requireNamedOnce(members.stream().map(Seat::person).toList(), "/members/%s/person"::formatted)
                .requireNamedOnce(members.stream().map(Seat::heldByPost).toList(), "/members/%s/heldByPost"::formatted);
    }

    private static void requireSeat(Seat seat, String pointer, Evidence evidence, Findings findings) {
        findings.require(
                        seat.person() != null || seat.post() != null || seat.heldByPost() != null,
                        Finding.of(BoardRule.SEAT_OF_NOBODY, "Neither a person nor a post is named")
                                .at(pointer))
                .requirePerson(seat.person(), pointer + "/person", evidence);
        requireByPostAlone(
                seat.heldByPost(), seat.person() != null || seat.post() != null, pointer, evidence, findings);
    }

    /** That a post on record stands alone where its holder sits or decides, and that it is on record. */
    private static void requireByPostAlone(
            @Nullable String post, boolean othersNamed, String pointer, Evidence evidence, Findings findings) {
        findings.require(
                        post == null || !othersNamed,
                        Finding.of(BoardRule.HOLDER_BESIDE_POST, "Somebody is named beside the post %s".formatted(post))
                                .at(pointer))
                .requireKnown(Kinds.POST, post, pointer + "/heldByPost", evidence);
    }

    /** Whether it escalates to a board that can be above it; where it cannot, that is noted. */
    private static boolean requireParent(String board, @Nullable String parent, Evidence evidence, Findings findings) {
        if (parent == null) return false;
        if (parent.equals(board)) {
            findings.note(Finding.of(BoardRule.OWN_PARENT, "The parent is the board itself")
                    .at("/parent"));
            return false;
        }
        boolean known = evidence.history(Kinds.BOARD, parent).isOpened();
        boolean circular = leads(parent, board, BoardState::above, evidence);
        findings.require(known, ReferenceRule.unknown(Kinds.BOARD, parent, "/parent"))
                .require(
                        !circular,
                        Finding.of(BoardRule.OWN_PARENT, "Board %s escalates to board %s".formatted(parent, board))
                                .at("/parent"));
        return known && !circular;
    }

    /** Whether one board leads to the other, directly or through others. */
    private static boolean leads(
            String from, String to, Function<BoardState, @Nullable String> next, Evidence evidence) {
        Set<String> seen = new HashSet<>();
        String at = from;
        while (at != null && seen.add(at)) {
            if (at.equals(to)) return true;
            at = evidence.history(Kinds.BOARD, at).timeline().last().map(next).orElse(null);
        }
        return false;
    }

    private static Decision<BoardFact> setLimit(SetLimit set) {
        Findings findings = new Findings();
        Powers.requireAmount(set.limit(), "/limit", findings);
        LocalDate last = set.validUntil();
        findings.require(
                last == null || !last.isBefore(set.provenance().effectiveOn()),
                Finding.of(
                                BoardRule.LIMIT_NEVER_VALID,
                                "It is set from %s, and valid until %s"
                                        .formatted(set.provenance().effectiveOn(), last))
                        .at("/validUntil"));
        return Decision.stating(BoardLimitSet.class, set, findings);
    }

    private static Decision<BoardFact> changeRemit(
            ChangeRemit change, History<RecordedFact, BoardState> history, Evidence evidence) {
        Findings findings = new Findings();
        LocalDate on = change.provenance().effectiveOn();
        Grounded<String> above = lastAbove(history, on).orElse(null);
        requireDecisionAbove(
                change.decision(),
                above == null ? null : above.value(),
                above == null ? List.of() : List.of(above.fact()),
                on,
                evidence,
                findings);
        return Decision.stating(BoardRemitChanged.class, change, findings);
    }

    /**
     * That a remit rests on an approval of the board above, as it is itself a decision (rule 7).
     *
     * @param above null: no board is to decide on it
     * @param standing facts on record by which that board is above it
     */
    private static void requireDecisionAbove(
            @Nullable Long decision,
            @Nullable String above,
            List<Long> standing,
            LocalDate on,
            Evidence evidence,
            Findings findings) {
        if (decision != null && !StandingDecision.isOne(decision, evidence)) {
            findings.note(
                    ReferenceRule.unknown("Fact %s is not a decision of a board".formatted(decision), "/decision"));
            return;
        }
        Optional<EffectiveEntry<RecordedFact>> approval = StandingDecision.approval(
                decision,
                on,
                decided -> decided.initiative() == null
                        && (above == null || decided.board().equals(above)),
                evidence);
        approval.map(EffectiveEntry::position).ifPresent(findings::restOn);
        findings.require(
                above == null || approval.isPresent(),
                Finding.of(
                                BoardRule.REMIT_WITHOUT_DECISION,
                                decision == null
                                        ? "The remit is for board %s to decide".formatted(above)
                                        : "Fact %s is not an approval by board %s that is in effect on %s and concerns no initiative"
                                                .formatted(decision, above, on))
                        .against(standing)
                        .at("/decision"));
    }

    /** The board above it that day; where none is, the one that was last. */
    private static Optional<Grounded<String>> lastAbove(History<RecordedFact, BoardState> history, LocalDate on) {
        return history.timeline().segments().stream()
                .filter(segment -> !segment.from().isAfter(on))
                .flatMap(segment -> Stream.ofNullable(segment.state().parent()))
                .reduce((_, later) -> later);
    }

    /** Whether it gets a remit after a day while it escalates to the same board as on that day. */
    private static boolean decidesLater(History<RecordedFact, BoardState> history, LocalDate on) {
        return history.entries().stream()
                .filter(entry -> entry.content().counts() && entry.effectiveOn().isAfter(on))
                .map(entry -> entry.content().fact())
                .takeWhile(fact -> !(fact instanceof BoardParentChanged || fact instanceof BoardEstablished))
                .anyMatch(fact -> fact instanceof BoardRemitChanged remit
                        && !remit.decisionTypes().isEmpty());
    }

    private static Decision<BoardFact> delegate(
            DelegateAuthority delegate, History<RecordedFact, BoardState> history, Evidence evidence) {
        LocalDate from = delegate.provenance().effectiveOn();
        Findings findings = new Findings()
                .requireHolder(delegate.delegate(), "/delegate", evidence)
                .require(
                        delegate.delegate() != null || delegate.heldByPost() != null,
                        Finding.of(ReferenceRule.NOBODY_NAMED, "Neither a delegate nor a post is named")
                                .at("/delegate"))
                .require(
                        delegate.validUntil() == null || !delegate.validUntil().isBefore(from),
                        Finding.of(
                                        BoardRule.LIMIT_NEVER_VALID,
                                        "It is delegated from %s, and valid until %s"
                                                .formatted(from, delegate.validUntil()))
                                .at("/validUntil"));
        requireByPostAlone(delegate.heldByPost(), delegate.delegate() != null, "", evidence, findings);
        Powers.requireAmount(delegate.limit(), "/limit", findings);
        history.timeline().on(from).ifPresent(board -> requireWithinPowers(delegate, board, findings));
        return Decision.stating(BoardAuthorityDelegated.class, delegate, findings);
    }

    /** A board delegates what it has. */
    private static void requireWithinPowers(DelegateAuthority delegate, BoardState board, Findings findings) {
        List<String> remit = findings.rest(board.remit()).decisionTypes();
        List<String> beyond = delegate.decisionTypes().stream()
                .filter(type -> remit.stream().noneMatch(type::equalsIgnoreCase))
                .toList();
        findings.require(
                beyond.isEmpty(),
                Finding.of(
                                BoardRule.DELEGATED_BEYOND_POWERS,
                                "Board %s decides on %s, not on %s".formatted(board.board(), remit, beyond))
                        .against(board.remit())
                        .at("/decisionTypes"));
        Money limit = delegate.limit();
        Grounded<Money> own = board.limit();
        if (limit == null) return;
        if (own != null) findings.rest(own);
        findings.require(
                own != null
                        && limit.isComparableWith(own.value())
                        && limit.amount().compareTo(own.value().amount()) <= 0,
                Finding.of(
                                BoardRule.DELEGATED_BEYOND_POWERS,
                                "Board %s may not approve %s %s itself"
                                        .formatted(
                                                board.board(),
                                                limit.currency(),
                                                limit.amount().toPlainString()))
                        .against(own == null ? board.level() : own)
                        .at("/limit"));
    }

    private static Decision<BoardFact> revoke(RevokeDelegation revoke, History<RecordedFact, BoardState> history) {
        Optional<Grounded<Delegation>> delegation = history.timeline()
                .on(revoke.provenance().effectiveOn())
                .map(board -> board.delegations().get(revoke.delegation()));
        Findings findings =
                new Findings().require(delegation.isPresent(), ReferenceRule.absent("delegation", revoke.delegation()));
        return Decision.stating(BoardDelegationRevoked.class, revoke, findings);
    }

    private static Decision<BoardFact> changeMembership(ChangeMembership change, Evidence evidence) {
        Findings findings = new Findings();
        requireSeats(change.chair(), change.members(), change.secretary(), evidence, findings);
        return Decision.stating(BoardMembershipChanged.class, change, findings);
    }

    private static Decision<BoardFact> close(CloseBoard close, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        !close.board().equals(close.successor()),
                        Finding.of(BoardRule.OWN_SUCCESSOR, "The successor is the board itself")
                                .at("/successor"))
                .requireKnown(Kinds.BOARD, close.successor(), "/successor", evidence);
        if (close.successor() != null && !close.board().equals(close.successor()))
            findings.require(
                    !leads(close.successor(), close.board(), Board::successor, evidence),
                    Finding.of(
                                    BoardRule.OWN_SUCCESSOR,
                                    "Board %s was replaced by board %s".formatted(close.successor(), close.board()))
                            .at("/successor"));
        return Decision.stating(BoardClosed.class, close, findings);
    }

    private static @Nullable String successor(BoardState board) {
        return board.closure() == null ? null : board.closure().value().successor();
    }

    private static Decision<BoardFact> changeParent(
            ChangeParent change, History<RecordedFact, BoardState> history, Evidence evidence) {
        Findings findings = new Findings();
        LocalDate on = change.provenance().effectiveOn();
        boolean decides = history.timeline()
                        .on(on)
                        .or(() -> history.timeline().segments().stream()
                                .findFirst()
                                .map(Segment::state))
                        .filter(board -> !board.remit().value().decisionTypes().isEmpty())
                        .isPresent()
                || decidesLater(history, on);
        boolean escalates = requireParent(change.board(), change.parent(), evidence, findings);
        requireDecisionAbove(
                change.decision(), decides && escalates ? change.parent() : null, List.of(), on, evidence, findings);
        return Decision.stating(BoardParentChanged.class, change, findings);
    }

    private static Decision<BoardFact> record(
            RecordDecision decision, History<RecordedFact, BoardState> history, Evidence evidence) {
        Findings findings = new Findings();
        findings.requireKnown(Kinds.INITIATIVE, decision.initiative(), "/initiative", evidence);
        ProposedDecision said = new ProposedDecision(
                decision.board(),
                decision.matter(),
                decision.cost(),
                decision.outcome(),
                decision.manner(),
                decision.meeting(),
                decision.item(),
                decision.delegation(),
                decision.papers(),
                decision.attendance(),
                decision.decidedBy(),
                decision.dissent(),
                null,
                decision.initiative(),
                decision.ultraVires(),
                decision.provenance().effectiveOn());
        findings.require(
                decision.outcome() != BoardOutcome.APPROVED_WITH_CONDITIONS
                        || !decision.conditions().isEmpty(),
                Finding.of(PowersRule.CONDITIONS_NOT_STATED, "The approval states no conditions")
                        .at("/conditions"));
        Powers.requireAmount(decision.cost(), "/cost", findings);
        findings.require(
                CASE_STAGES.stream().noneMatch(decision.matter()::equalsIgnoreCase),
                Finding.of(
                                BoardRule.STAGE_DECIDED_BESIDE_CASE,
                                "%s is a stage of business cases".formatted(decision.matter()))
                        .at("/matter"));
        Powers.judge(said, history, evidence, findings);
        Stakes.requireNotOnOwnInitiative(said, evidence, findings);
        return Decision.stating(BoardDecided.class, decision, findings);
    }

    /** Itself alone, neither the board above it nor on what it decided. */
    @Override
    protected Set<String> concerns(BoardState state) {
        return Set.of();
    }

    @Override
    protected List<Finding> correcting(
            BoardFact corrected, History<RecordedFact, BoardState> history, Evidence evidence) {
        return corrected instanceof BoardDecided decided
                ? Stakes.correcting(decided.initiative(), decided.provenance().effectiveOn(), evidence)
                : List.of();
    }

    @Override
    protected List<Finding> invariants(BoardState state) {
        List<Finding> findings = new ArrayList<>(
                EntryChecks.closedAfterItBegan(state, state.level(), BoardRule.BOARD_CLOSED_BEFORE_IT_BEGAN));
        requireQuorum(state).ifPresent(findings::add);
        return findings;
    }

    /** A quorum is counted among the members, where they are named, and the chair. */
    private static Optional<Finding> requireQuorum(BoardState state) {
        Integer quorum = state.standingOrders().value().quorum();
        if (quorum == null) return Optional.empty();
        boolean named = !state.membership().value().members().isEmpty();
        int sitting = state.membership().value().seats().size();
        if (quorum > 0 && (!named || quorum <= sitting)) return Optional.empty();
        return Optional.of(Finding.of(
                        BoardRule.IMPOSSIBLE_QUORUM,
                        named
                                ? "The quorum is %s of %s who sit".formatted(quorum, sitting)
                                : "The quorum is %s".formatted(quorum))
                .against(state.standingOrders())
                .at(state.membership().fact() > state.standingOrders().fact() ? "/members" : "/quorum"));
    }

    /** Nothing but decisions changes once it is dissolved, it is dissolved once, and an id is given to one decision. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof BoardDecided decided ? decided.decision() : null,
                id -> ReferenceRule.taken("decision", id)));
        findings.addAll(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof BoardAuthorityDelegated delegated ? delegated.delegation() : null,
                id -> ReferenceRule.taken("delegation", id)));
        findings.addAll(EntryChecks.nothingAfter(
                entries,
                BoardClosed.class::isInstance,
                fact -> !(fact instanceof BoardEstablished || fact instanceof BoardDecided),
                BoardRule.BOARD_CLOSED_ALREADY,
                "dissolved"));
        return findings;
    }
}
