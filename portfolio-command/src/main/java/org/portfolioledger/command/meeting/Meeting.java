package org.portfolioledger.command.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.meeting.MeetingCommand.CallMeeting;
import org.portfolioledger.command.meeting.MeetingCommand.CancelMeeting;
import org.portfolioledger.command.meeting.MeetingCommand.CirculatePaper;
import org.portfolioledger.command.meeting.MeetingCommand.DeclareInterest;
import org.portfolioledger.command.meeting.MeetingCommand.HoldMeeting;
import org.portfolioledger.command.meeting.MeetingCommand.RecordMinutes;
import org.portfolioledger.command.meeting.MeetingCommand.RescheduleMeeting;
import org.portfolioledger.command.meeting.MeetingCommand.SetAgenda;
import org.portfolioledger.command.powers.Existence;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.events.MeetingFact;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MeetingFact.InterestDeclared;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.MeetingFact.MeetingCalled;
import org.portfolioledger.events.MeetingFact.MeetingCancelled;
import org.portfolioledger.events.MeetingFact.MeetingHeld;
import org.portfolioledger.events.MeetingFact.MeetingMinuted;
import org.portfolioledger.events.MeetingFact.MeetingPaperCirculated;
import org.portfolioledger.events.MeetingFact.MeetingRescheduled;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.MeetingState.CirculatedPaper;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of meetings. */
final class Meeting extends Family<MeetingCommand, MeetingFact, MeetingState> {

    private static final Existence BOARD_EXISTS = new Existence(MeetingRule.BOARD_NOT_BEGUN, MeetingRule.BOARD_CLOSED);

    Meeting() {
        super(Kinds.MEETING, MeetingCommand.class, MeetingCommand.ROUTES, MeetingRule.values());
    }

    @Override
    protected Decision<MeetingFact> decide(
            MeetingCommand command, History<RecordedFact, MeetingState> history, Evidence evidence) {
        return switch (command) {
            case CallMeeting call -> call(call, evidence);
            case RescheduleMeeting reschedule -> reschedule(reschedule, history, evidence);
            case SetAgenda set -> setAgenda(set, evidence);
            case CirculatePaper circulate -> circulate(circulate, history);
            case DeclareInterest declare -> declare(declare, history, evidence);
            case HoldMeeting hold -> hold(hold, history, evidence);
            case RecordMinutes minutes -> minute(minutes);
            case CancelMeeting cancel -> Decision.stating(MeetingCancelled.class, cancel, new Findings());
        };
    }

    private static Decision<MeetingFact> call(CallMeeting call, Evidence evidence) {
        Findings findings = new Findings().requireKnown(Kinds.BOARD, call.board(), "/board", evidence);
        BOARD_EXISTS.require(evidence.history(Kinds.BOARD, call.board()), call.plannedFor(), "/plannedFor", findings);
        return Decision.stating(MeetingCalled.class, call, findings);
    }

    private static Decision<MeetingFact> reschedule(
            RescheduleMeeting reschedule, History<RecordedFact, MeetingState> history, Evidence evidence) {
        Findings findings = new Findings();
        requireBoard(history, reschedule.plannedFor(), "/plannedFor", evidence, findings);
        return Decision.stating(MeetingRescheduled.class, reschedule, findings);
    }

    /** That the board of a meeting on record exists on a day. */
    private static void requireBoard(
            History<RecordedFact, MeetingState> history,
            LocalDate on,
            String pointer,
            Evidence evidence,
            Findings findings) {
        history.timeline()
                .last()
                .ifPresent(meeting ->
                        BOARD_EXISTS.require(evidence.history(Kinds.BOARD, meeting.board()), on, pointer, findings));
    }

    private static Decision<MeetingFact> setAgenda(SetAgenda set, Evidence evidence) {
        Findings findings = new Findings()
                .requireNamedOnce(set.items().stream().map(AgendaItem::item).toList(), "/items/%s/item"::formatted);
        for (int i = 0; i < set.items().size(); i++) {
            AgendaItem item = set.items().get(i);
            findings.requireKnown(
                            Kinds.BUSINESS_CASE, item.businessCase(), "/items/%s/businessCase".formatted(i), evidence)
                    .requireKnown(Kinds.INITIATIVE, item.initiative(), "/items/%s/initiative".formatted(i), evidence);
        }
        return Decision.stating(MeetingAgendaSet.class, set, findings);
    }

    private static Decision<MeetingFact> circulate(
            CirculatePaper circulate, History<RecordedFact, MeetingState> history) {
        Findings findings = new Findings();
        Powers.requireHash(circulate.paper(), "/paper", findings);
        MeetingState meeting =
                history.timeline().on(circulate.provenance().effectiveOn()).orElse(null);
        requireItem(circulate.item(), meeting, findings);
        String replaced = circulate.replaces();
        findings.require(
                replaced == null || meeting == null || has(replaced, meeting.latestPapers()),
                Finding.of(
                                MeetingRule.REPLACES_NO_PAPER,
                                "The paper %s is not one that members have".formatted(replaced))
                        .at("/replaces"));
        return Decision.stating(MeetingPaperCirculated.class, circulate, findings);
    }

    private static boolean has(String sha256, List<Grounded<CirculatedPaper>> papers) {
        return papers.stream().anyMatch(paper -> paper.value().paper().sha256().equals(sha256));
    }

    private static Decision<MeetingFact> declare(
            DeclareInterest declare, History<RecordedFact, MeetingState> history, Evidence evidence) {
        Findings findings = new Findings().requirePerson(declare.person(), "/person", evidence);
        requireItem(
                declare.item(),
                history.timeline().on(declare.provenance().effectiveOn()).orElse(null),
                findings);
        return Decision.stating(InterestDeclared.class, declare, findings);
    }

    private static void requireItem(@Nullable String item, @Nullable MeetingState meeting, Findings findings) {
        if (item == null || meeting == null) return;
        findings.require(meeting.item(item).isPresent(), ReferenceRule.unknown("agenda item", item, "/item"));
    }

    private static Decision<MeetingFact> hold(
            HoldMeeting hold, History<RecordedFact, MeetingState> history, Evidence evidence) {
        Findings findings = new Findings()
                .requirePersons(hold.present(), "/present", evidence)
                .requirePersons(hold.apologies(), "/apologies", evidence)
                .require(
                        hold.attendance() == null
                                || hold.attendance()
                                        >= Math.max(1, hold.present().size()),
                        Finding.of(
                                        MeetingRule.FEWER_PRESENT_THAN_NAMED,
                                        "Present: %s; named: %s"
                                                .formatted(
                                                        hold.attendance(),
                                                        hold.present().size()))
                                .at("/attendance"));
        requireBoard(history, hold.provenance().effectiveOn(), "/effectiveOn", evidence, findings);
        for (int i = 0; i < hold.alsoPresent().size(); i++)
            findings.requireHolder(hold.alsoPresent().get(i), "/alsoPresent/" + i, evidence);
        for (int i = 0; i < hold.apologies().size(); i++)
            findings.require(
                    !hold.present().contains(hold.apologies().get(i)),
                    Finding.of(
                                    MeetingRule.PRESENT_AND_ABSENT,
                                    "Person %s is named as both"
                                            .formatted(hold.apologies().get(i)))
                            .at("/apologies/" + i));
        return Decision.stating(MeetingHeld.class, hold, findings);
    }

    private static Decision<MeetingFact> minute(RecordMinutes minutes) {
        Findings findings = new Findings();
        Powers.requireHash(minutes.minutes(), "/minutes", findings);
        return Decision.stating(MeetingMinuted.class, minutes, findings);
    }

    /** Its board, not what is on its agenda. */
    @Override
    protected Set<String> concerns(MeetingState state) {
        return Set.of(Kinds.BOARD.stream(state.board()));
    }

    @Override
    protected List<Finding> invariants(MeetingState state) {
        List<Finding> findings = new ArrayList<>();
        if (state.plannedFor().value().isBefore(state.plannedFor().since()))
            findings.add(Finding.of(
                            MeetingRule.PLANNED_BEFORE_CALLED,
                            "It would be planned for %s, and called on %s"
                                    .formatted(
                                            state.plannedFor().value(),
                                            state.plannedFor().since()))
                    .against(state.plannedFor())
                    .at("/plannedFor"));
        if (state.minutes() != null && state.attendance() == null)
            findings.add(Finding.of(
                            MeetingRule.MINUTES_BEFORE_MEETING,
                            "No attendance is on record on %s"
                                    .formatted(state.minutes().since()))
                    .against(state.minutes())
                    .at("/effectiveOn"));
        return findings;
    }

    /** A meeting is held once, and nothing changes once it was cancelled. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof MeetingPaperCirculated circulated
                        ? circulated.paper().sha256()
                        : null,
                hash -> Finding.of(MeetingRule.PAPER_CIRCULATED_TWICE, "Members have the paper %s".formatted(hash))
                        .at("/paper/sha256")));
        findings.addAll(EntryChecks.nothingAfter(
                entries,
                MeetingHeld.class::isInstance,
                fact -> fact instanceof MeetingHeld
                        || fact instanceof MeetingRescheduled
                        || fact instanceof MeetingCancelled,
                MeetingRule.MEETING_HELD_ALREADY,
                "held"));
        findings.addAll(EntryChecks.nothingAfter(
                entries,
                MeetingCancelled.class::isInstance,
                fact -> !(fact instanceof MeetingCalled),
                MeetingRule.MEETING_CANCELLED_ALREADY,
                "cancelled"));
        return findings;
    }
}
