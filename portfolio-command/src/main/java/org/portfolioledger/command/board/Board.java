package org.portfolioledger.command.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.board.BoardCommand.ChangeParent;
import org.portfolioledger.command.board.BoardCommand.ChangeRemit;
import org.portfolioledger.command.board.BoardCommand.CloseBoard;
import org.portfolioledger.command.board.BoardCommand.EstablishBoard;
import org.portfolioledger.command.board.BoardCommand.RecordDecision;
import org.portfolioledger.command.board.BoardCommand.SetLimit;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.command.powers.ProposedDecision;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.BoardFact.BoardParentChanged;
import org.portfolioledger.events.BoardFact.BoardRemitChanged;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Holder;

/** The rules of boards. */
final class Board implements Family<BoardCommand, BoardFact, BoardState> {

    @Override
    public Kind<BoardFact, BoardState> kind() {
        return Kinds.BOARD;
    }

    @Override
    public Class<BoardCommand> commands() {
        return BoardCommand.class;
    }

    @Override
    public List<CommandRoute<?>> routes() {
        return BoardCommand.ROUTES;
    }

    @Override
    public List<? extends Rule> rules() {
        return Stream.<Rule>concat(Stream.of(BoardRule.values()), Stream.of(PowersRule.values()))
                .toList();
    }

    @Override
    public Decision<BoardFact> decide(
            BoardCommand command, History<RecordedFact, BoardState> history, Evidence evidence) {
        return switch (command) {
            case EstablishBoard establish -> establish(establish, history, evidence);
            case SetLimit set -> setLimit(set, history);
            case ChangeRemit change -> changeRemit(change, history);
            case ChangeParent change -> changeParent(change, history, evidence);
            case CloseBoard close -> close(close, history);
            case RecordDecision decision -> record(decision, history, evidence);
        };
    }

    private static Decision<BoardFact> establish(
            EstablishBoard establish, History<RecordedFact, BoardState> history, Evidence evidence) {
        Findings findings = new Findings().requireNew(history, "board", establish.board());
        requireParent(establish.board(), establish.parent(), evidence, findings);
        requirePersons(establish, evidence, findings);
        requireQuorum(establish, findings);
        Powers.requireAmount(establish.limit(), "/limit", findings);
        return Decision.of(
                new BoardEstablished(
                        establish.board(),
                        establish.register(),
                        establish.name(),
                        establish.level(),
                        establish.functions(),
                        establish.decisionTypes(),
                        establish.limit(),
                        establish.quorum(),
                        establish.cadence(),
                        establish.chair(),
                        establish.members(),
                        establish.parent(),
                        establish.attributes(),
                        establish.provenance()),
                findings);
    }

    private static void requirePersons(EstablishBoard establish, Evidence evidence, Findings findings) {
        if (establish.chair() != null) findings.requirePerson(establish.chair().person(), "/chair/person", evidence);
        findings.requireHolders(establish.members(), "/members", evidence);
    }

    /** A quorum is counted among the members, where they are named, and the chair. */
    private static void requireQuorum(EstablishBoard establish, Findings findings) {
        Integer quorum = establish.quorum();
        if (quorum == null) return;
        Set<Holder> sitting = new HashSet<>(establish.members());
        if (establish.chair() != null) sitting.add(establish.chair());
        findings.require(
                quorum > 0 && (establish.members().isEmpty() || quorum <= sitting.size()),
                Finding.of(
                                BoardRule.IMPOSSIBLE_QUORUM,
                                establish.members().isEmpty()
                                        ? "The quorum is %s".formatted(quorum)
                                        : "The quorum is %s of %s who sit".formatted(quorum, sitting.size()))
                        .at("/quorum"));
    }

    private static void requireParent(String board, @Nullable String parent, Evidence evidence, Findings findings) {
        if (parent == null) return;
        if (parent.equals(board)) {
            findings.note(Finding.of(BoardRule.OWN_PARENT, "The parent is the board itself")
                    .at("/parent"));
            return;
        }
        findings.requireKnown(Kinds.BOARD, parent, "/parent", evidence)
                .require(
                        !standsAbove(board, parent, evidence),
                        Finding.of(BoardRule.OWN_PARENT, "Board %s escalates to board %s".formatted(parent, board))
                                .at("/parent"));
    }

    /** Whether the lower escalates to the upper, directly or through others. */
    private static boolean standsAbove(String upper, String lower, Evidence evidence) {
        Set<String> seen = new HashSet<>();
        String at = lower;
        while (at != null && seen.add(at)) {
            if (at.equals(upper)) return true;
            at = parent(at, evidence);
        }
        return false;
    }

    private static @Nullable String parent(String board, Evidence evidence) {
        return evidence.history(Kinds.BOARD, board)
                .timeline()
                .last()
                .map(BoardState::parent)
                .map(Grounded::value)
                .orElse(null);
    }

    private static Decision<BoardFact> setLimit(SetLimit set, History<RecordedFact, BoardState> history) {
        Findings findings = existing(history, set.provenance().effectiveOn());
        Powers.requireAmount(set.limit(), "/limit", findings);
        return Decision.of(new BoardLimitSet(set.board(), set.limit(), set.reason(), set.provenance()), findings);
    }

    private static Decision<BoardFact> changeRemit(ChangeRemit change, History<RecordedFact, BoardState> history) {
        return Decision.of(
                new BoardRemitChanged(
                        change.board(),
                        change.functions(),
                        change.decisionTypes(),
                        change.decidedBy(),
                        change.reason(),
                        change.provenance()),
                existing(history, change.provenance().effectiveOn()));
    }

    private static Decision<BoardFact> changeParent(
            ChangeParent change, History<RecordedFact, BoardState> history, Evidence evidence) {
        Findings findings = existing(history, change.provenance().effectiveOn());
        requireParent(change.board(), change.parent(), evidence, findings);
        return Decision.of(
                new BoardParentChanged(change.board(), change.parent(), change.reason(), change.provenance()),
                findings);
    }

    private static Decision<BoardFact> close(CloseBoard close, History<RecordedFact, BoardState> history) {
        Findings findings = new Findings();
        history.timeline().last().map(BoardState::closure).ifPresent(closure -> findings.note(closedAlready(closure)));
        return Decision.of(new BoardClosed(close.board(), close.reason(), close.provenance()), findings);
    }

    private static Decision<BoardFact> record(
            RecordDecision decision, History<RecordedFact, BoardState> history, Evidence evidence) {
        Findings findings = new Findings();
        findings.requireKnown(Kinds.INITIATIVE, decision.initiative(), "/initiative", evidence);
        ProposedDecision said = new ProposedDecision(
                decision.board(),
                decision.matter(),
                null,
                decision.outcome(),
                decision.meeting(),
                decision.papers(),
                decision.attendance(),
                decision.decidedBy(),
                decision.ultraVires(),
                decision.provenance().effectiveOn());
        Powers.requireComplete(said, findings);
        findings.requirePersons(decision.decidedBy(), "/decidedBy", evidence);
        Powers.judge(said, history, findings);
        return Decision.of(
                new BoardDecided(
                        decision.board(),
                        decision.decision(),
                        decision.matter(),
                        decision.subject(),
                        decision.initiative(),
                        decision.outcome(),
                        decision.outcomeAsStated(),
                        decision.meeting(),
                        decision.papers(),
                        decision.attendance(),
                        decision.decidedBy(),
                        decision.rationale(),
                        decision.ultraVires(),
                        decision.attributes(),
                        decision.provenance()),
                findings);
    }

    @Override
    public List<Finding> invariants(BoardState state) {
        Grounded<String> closure = state.closure();
        if (closure == null || !closure.since().isBefore(state.level().since())) return List.of();
        return List.of(Finding.of(
                        BoardRule.BOARD_CLOSED_BEFORE_IT_BEGAN,
                        "It would be dissolved on %s, before it began on %s"
                                .formatted(closure.since(), state.level().since()))
                .against(state.level()));
    }

    /** Limit, remit and parent stay once it is dissolved, it is dissolved once, and an id is given to one decision. */
    @Override
    public List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof BoardDecided decided ? decided.decision() : null,
                id -> ReferenceRule.taken("decision", id)));
        findings.addAll(EntryChecks.nothingAfter(
                entries,
                BoardClosed.class::isInstance,
                fact -> !(fact instanceof BoardEstablished || fact instanceof BoardDecided),
                BoardRule.BOARD_CLOSED_ALREADY,
                "dissolved"));
        return findings;
    }

    private static Findings existing(History<RecordedFact, BoardState> history, LocalDate on) {
        Findings findings = new Findings();
        history.timeline().on(on).map(BoardState::closure).ifPresent(closure -> findings.note(closedAlready(closure)));
        return findings;
    }

    private static Finding closedAlready(Grounded<String> closure) {
        return Finding.of(
                        BoardRule.BOARD_CLOSED_ALREADY,
                        "It was dissolved on %s by fact %s".formatted(closure.since(), closure.fact()))
                .against(closure);
    }
}
