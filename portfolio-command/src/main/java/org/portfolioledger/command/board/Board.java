package org.portfolioledger.command.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Holder;

/** The rules of boards. */
final class Board extends Family<BoardCommand, BoardFact, BoardState> {

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
            case EstablishBoard establish -> establish(establish, evidence);
            case SetLimit set -> setLimit(set);
            case ChangeRemit change -> Decision.stating(BoardRemitChanged.class, change, new Findings());
            case ChangeParent change -> changeParent(change, evidence);
            case CloseBoard close -> Decision.stating(BoardClosed.class, close, new Findings());
            case RecordDecision decision -> record(decision, history, evidence);
        };
    }

    private static Decision<BoardFact> establish(EstablishBoard establish, Evidence evidence) {
        Findings findings = new Findings();
        requireParent(establish.board(), establish.parent(), evidence, findings);
        requirePersons(establish, evidence, findings);
        requireQuorum(establish, findings);
        Powers.requireAmount(establish.limit(), "/limit", findings);
        return Decision.stating(BoardEstablished.class, establish, findings);
    }

    private static void requirePersons(EstablishBoard establish, Evidence evidence, Findings findings) {
        Holder chair = establish.chair();
        if (chair != null) {
            requireNamed(chair, "/chair", findings);
            findings.requirePerson(chair.person(), "/chair/person", evidence);
        }
        for (int i = 0; i < establish.members().size(); i++)
            requireNamed(establish.members().get(i), "/members/" + i, findings);
        findings.requireHolders(establish.members(), "/members", evidence);
    }

    private static void requireNamed(Holder sitting, String pointer, Findings findings) {
        findings.require(
                sitting.person() != null || sitting.post() != null,
                Finding.of(BoardRule.SEAT_OF_NOBODY, "Neither a person nor a post is named")
                        .at(pointer));
    }

    /** A person counts once, also as chair; the same post may be held by several. */
    private static int sitting(EstablishBoard establish) {
        Holder chair = establish.chair();
        boolean apart = chair != null
                && establish.members().stream()
                        .noneMatch(member -> member.equals(chair)
                                || (member.person() != null && member.person().equals(chair.person())));
        return establish.members().size() + (apart ? 1 : 0);
    }

    /** A quorum is counted among the members, where they are named, and the chair. */
    private static void requireQuorum(EstablishBoard establish, Findings findings) {
        Integer quorum = establish.quorum();
        if (quorum == null) return;
        int sitting = sitting(establish);
        findings.require(
                quorum > 0 && (establish.members().isEmpty() || quorum <= sitting),
                Finding.of(
                                BoardRule.IMPOSSIBLE_QUORUM,
                                establish.members().isEmpty()
                                        ? "The quorum is %s".formatted(quorum)
                                        : "The quorum is %s of %s who sit".formatted(quorum, sitting))
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

    private static Decision<BoardFact> setLimit(SetLimit set) {
        Findings findings = new Findings();
        Powers.requireAmount(set.limit(), "/limit", findings);
        return Decision.stating(BoardLimitSet.class, set, findings);
    }

    private static Decision<BoardFact> changeParent(ChangeParent change, Evidence evidence) {
        Findings findings = new Findings();
        requireParent(change.board(), change.parent(), evidence, findings);
        return Decision.stating(BoardParentChanged.class, change, findings);
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
        return Decision.stating(BoardDecided.class, decision, findings);
    }

    @Override
    protected List<Finding> invariants(BoardState state) {
        return EntryChecks.closedAfterItBegan(state, state.level(), BoardRule.BOARD_CLOSED_BEFORE_IT_BEGAN);
    }

    /** Limit, remit and parent stay once it is dissolved, it is dissolved once, and an id is given to one decision. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
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
}
