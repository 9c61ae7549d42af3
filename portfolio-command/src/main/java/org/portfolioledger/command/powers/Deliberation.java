package org.portfolioledger.command.powers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.MeetingState.DeclaredInterest;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;

/** In which way a board decided: in a meeting, in writing, or as a board of one (rules 5, 7 and 8). */
final class Deliberation {

    private Deliberation() {}

    /** That what is named fits the manner, and that nobody is on both sides. */
    static void requireFitting(ProposedDecision said, Findings findings) {
        findings.require(
                        said.meeting() == null || said.isInMeeting(),
                        Finding.of(
                                        PowersRule.MANNER_DOES_NOT_FIT,
                                        "It was decided %s, but names meeting %s"
                                                .formatted(said.manner(), said.meeting()))
                                .at("/meeting"))
                .require(
                        said.item() == null || said.meeting() != null,
                        Finding.of(
                                        PowersRule.MANNER_DOES_NOT_FIT,
                                        "It names item %s of an agenda, but no meeting".formatted(said.item()))
                                .at("/item"))
                .require(
                        said.delegation() == null || said.manner() == DecisionManner.BY_DELEGATION,
                        Finding.of(
                                        PowersRule.MANNER_DOES_NOT_FIT,
                                        "It names delegation %s, but was not decided BY_DELEGATION"
                                                .formatted(said.delegation()))
                                .at("/delegation"));
        findings.requireNamedOnce(
                said.dissent().stream().map(Dissent::person).toList(), "/dissent/%s/person"::formatted);
        for (int i = 0; i < said.dissent().size(); i++) {
            String person = said.dissent().get(i).person();
            String pointer = "/dissent/%s/person".formatted(i);
            findings.require(
                    !said.decidedBy().contains(person),
                    Finding.of(PowersRule.DISSENT_OF_DECIDER, "Person %s both decides and dissents".formatted(person))
                            .at(pointer));
        }
    }

    /** The meeting on that day, with what it holds against the decision noted; empty: none is named, or none known. */
    static Optional<MeetingState> meeting(ProposedDecision said, Evidence evidence, Findings findings) {
        if (said.meeting() == null || !said.isInMeeting()) return Optional.empty();
        History<RecordedFact, MeetingState> history = evidence.history(Kinds.MEETING, said.meeting());
        if (!history.isOpened()) {
            findings.note(ReferenceRule.unknown(Kinds.MEETING, said.meeting(), "/meeting"));
            return Optional.empty();
        }
        Optional<MeetingState> meeting = history.timeline()
                .on(said.on())
                .or(() -> history.timeline().segments().stream().findFirst().map(Segment::state));
        meeting.ifPresent(held -> judge(said, held, findings));
        return meeting;
    }

    private static void judge(ProposedDecision said, MeetingState meeting, Findings findings) {
        findings.require(
                meeting.board().equals(said.board()),
                Finding.of(
                                PowersRule.MEETING_OF_ANOTHER_BOARD,
                                "Meeting %s is of board %s".formatted(meeting.meeting(), meeting.board()))
                        .against(meeting.saysDay())
                        .at("/meeting"));
        findings.requireOpen(meeting, "Meeting " + meeting.meeting(), PowersRule.MEETING_WAS_CANCELLED, "/meeting");
        requireDay(said, meeting, findings);
        requirePresent(said, meeting, findings);
        requireItem(said, meeting, findings);
        requireNoInterest(said, meeting, findings);
        for (int i = 0; i < said.papers().size(); i++) {
            String pointer = "/papers/" + i;
            String hash = said.papers().get(i).sha256();
            meeting.inPlaceOf(hash)
                    .ifPresent(later -> findings.note(Finding.of(
                                    PowersRule.SUPERSEDED_PAPER,
                                    "The paper %s was replaced by the paper %s"
                                            .formatted(
                                                    hash, later.value().paper().sha256()))
                            .against(later)
                            .at(pointer)));
        }
    }

    private static void requireDay(ProposedDecision said, MeetingState meeting, Findings findings) {
        Grounded<?> says = meeting.saysDay();
        findings.rest(says);
        findings.require(
                said.on().equals(meeting.day()) || says.isImprecise(said.on()),
                Finding.of(
                                PowersRule.NOT_ON_DAY_OF_MEETING,
                                "Meeting %s is on %s, and the decision on %s"
                                        .formatted(meeting.meeting(), meeting.day(), said.on()))
                        .against(says)
                        .at("/effectiveOn"));
    }

    private static void requirePresent(ProposedDecision said, MeetingState meeting, Findings findings) {
        Grounded<MeetingState.Attendance> attendance = meeting.attendance();
        if (attendance == null) return;
        Integer number = attendance.value().number();
        findings.require(
                number == null || said.attendance() == null || said.attendance() <= number,
                Finding.of(
                                PowersRule.ATTENDANCE_ABOVE_MEETING,
                                "Present according to the decision: %s; according to the meeting: %s"
                                        .formatted(said.attendance(), number))
                        .against(attendance)
                        .at("/attendance"));
        for (String person : said.participants())
            findings.require(
                    !attendance.value().leavesOut(person),
                    Finding.of(
                                    PowersRule.NOT_PRESENT,
                                    "Person %s was not present at meeting %s".formatted(person, meeting.meeting()))
                            .against(attendance)
                            .at(said.pointerTo(person)));
    }

    /** That the item is on the agenda, and is named where only so it can be told whether a participant withdrew from it. */
    private static void requireItem(ProposedDecision said, MeetingState meeting, Findings findings) {
        if (said.item() != null) {
            findings.require(
                    meeting.item(said.item()).isPresent(), ReferenceRule.unknown("agenda item", said.item(), "/item"));
            return;
        }
        if (said.businessCase() != null) return;
        meeting.interests().stream()
                .filter(declared -> declared.value().withdrew() && isOfAnything(declared.value(), meeting))
                .filter(declared ->
                        said.participants().contains(declared.value().person()))
                .forEach(declared -> findings.note(Finding.of(
                                PowersRule.DECISION_WITHOUT_ITEM,
                                "Person %s withdrew from item %s, but the decision names no item"
                                        .formatted(
                                                declared.value().person(),
                                                declared.value().item()))
                        .against(declared)
                        .at("/item")));
    }

    /** Whether an interest is in an item that neither a case nor an initiative tells apart. */
    private static boolean isOfAnything(DeclaredInterest interest, MeetingState meeting) {
        return interest.item() != null
                && meeting.item(interest.item())
                        .filter(on -> on.businessCase() != null || on.initiative() != null)
                        .isEmpty();
    }

    private static void requireNoInterest(ProposedDecision said, MeetingState meeting, Findings findings) {
        for (Grounded<DeclaredInterest> declared : withdrawals(said, meeting)) {
            DeclaredInterest interest = declared.value();
            findings.require(
                    !said.participants().contains(interest.person()),
                    Finding.of(
                                    PowersRule.INTEREST_DECLARED,
                                    "Person %s withdrew: %s".formatted(interest.person(), interest.interest()))
                            .against(declared)
                            .at(said.pointerTo(interest.person())));
        }
    }

    /** The interests for which somebody withdrew from what is decided. */
    private static List<Grounded<DeclaredInterest>> withdrawals(ProposedDecision said, MeetingState meeting) {
        return meeting.withdrawals(said.item(), said.businessCase(), said.initiative());
    }

    /** How many members took part, those who withdrew not counted; null: nobody says. */
    static @Nullable Integer present(ProposedDecision said, @Nullable MeetingState meeting, Seats seats) {
        if (said.manner() == DecisionManner.BY_WRITTEN_PROCEDURE)
            return seats.areNamed() || said.attendance() == null
                    ? Integer.valueOf(seats.takenBy(said.participants()))
                    : said.attendance();
        Set<String> withdrew = meeting == null ? Set.of() : withdrew(said, meeting);
        Integer atMeeting = meeting == null || meeting.attendance() == null
                ? null
                : atMeeting(meeting.attendance().value(), withdrew, seats);
        return Stream.of(Optional.ofNullable(said.attendance()), Optional.ofNullable(atMeeting))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(number -> Math.min(number, seats.withoutThose(withdrew)))
                .orElse(null);
    }

    private static Set<String> withdrew(ProposedDecision said, MeetingState meeting) {
        return withdrawals(said, meeting).stream()
                .map(declared -> declared.value().person())
                .collect(Collectors.toSet());
    }

    /** Those who are named and have a seat, and as many as were there without being named. */
    private static @Nullable Integer atMeeting(MeetingState.Attendance attendance, Set<String> withdrew, Seats seats) {
        Integer number = attendance.number();
        if (number == null || attendance.present().isEmpty()) return number;
        int named = seats.takenBy(attendance.present().stream()
                .filter(person -> !withdrew.contains(person))
                .toList());
        return named + number - attendance.present().size();
    }

    /** That the board is whoever decides, and nobody else. */
    static void requireBoardOfOne(ProposedDecision said, BoardState board, Findings powers) {
        int seats = board.membership().value().seats().size();
        powers.rest(board.membership());
        powers.require(
                seats == 1 && said.participants().size() <= 1,
                Finding.of(
                                PowersRule.NOT_ALONE,
                                seats == 1
                                        ? "%s people took part"
                                                .formatted(said.participants().size())
                                        : "Board %s has %s seats on record".formatted(board.board(), seats))
                        .against(board.membership())
                        .at("/manner"));
    }
}
