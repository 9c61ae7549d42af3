package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Paper;

/**
 * A meeting of a board.
 *
 * @param plannedFor day for which it is called
 * @param place null: not stated
 * @param agenda null: not set
 * @param papers in the order in which members got them
 * @param attendance who was present, from the day on which it was held; null: it was not held
 * @param minutes null: not on record
 * @param closure why it was cancelled; null: it was not
 */
@RecordBuilder
public record MeetingState(
        @JsonProperty("id") String meeting,
        String register,
        String board,
        Grounded<LocalDate> plannedFor,
        @Nullable Grounded<String> place,
        Grounded<SortedMap<String, String>> attributes,
        Grounded<MeetingStatus> status,
        @Nullable Grounded<List<AgendaItem>> agenda,
        List<Grounded<CirculatedPaper>> papers,
        List<Grounded<DeclaredInterest>> interests,
        @Nullable Grounded<Attendance> attendance,
        @Nullable Grounded<Paper> minutes,
        @Nullable Grounded<Cancellation> closure)
        implements MeetingStateBuilder.With, Alerting, Closable, Referring {

    /** Whether it was held. */
    public enum MeetingStatus {
        CALLED,
        HELD,
        CANCELLED
    }

    /**
     * A paper that members got.
     *
     * @param item to which it belongs; null: to none
     * @param replaces SHA-256 of the paper that it replaces; null: none
     */
    public record CirculatedPaper(
            @Nullable String item, Paper paper, @Nullable String replaces) {}

    /**
     * An interest that somebody declared.
     *
     * @param item of the agenda; null: the whole meeting
     */
    public record DeclaredInterest(String person, @Nullable String item, String interest, boolean withdrew) {}

    /**
     * Who was there.
     *
     * @param present members by name; empty: not named
     * @param number of members present; null: not stated
     * @param alsoPresent people present who are not members
     */
    public record Attendance(
            List<String> present, @Nullable Integer number, List<String> apologies, List<Holder> alsoPresent) {

        /** Whether members are named, and this person is not among them. */
        public boolean leavesOut(String person) {
            return !present.isEmpty() && !present.contains(person);
        }
    }

    /** Why it was cancelled. */
    public record Cancellation(String reason) {}

    static MeetingState called(MeetingCalled called, Grounds grounds) {
        return new MeetingState(
                called.meeting(),
                called.register(),
                called.board(),
                grounds.ground(called.plannedFor()),
                grounds.maybe(called.place()),
                grounds.ground(called.attributes()),
                grounds.ground(MeetingStatus.CALLED),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    MeetingState evolve(MeetingFact fact, Grounds grounds) {
        return switch (fact) {
            case MeetingCalled again -> again(called(again, grounds));
            case MeetingRescheduled rescheduled -> withPlannedFor(grounds.ground(rescheduled.plannedFor()));
            case MeetingAgendaSet set -> withAgenda(grounds.ground(set.items()));
            case MeetingPaperCirculated circulated ->
                withPapers(Copies.with(
                        papers,
                        grounds.ground(
                                new CirculatedPaper(circulated.item(), circulated.paper(), circulated.replaces()))));
            case InterestDeclared declared ->
                withInterests(Copies.with(
                        interests,
                        grounds.ground(new DeclaredInterest(
                                declared.person(), declared.item(), declared.interest(), declared.withdrew()))));
            case MeetingHeld held ->
                withAttendance(grounds.ground(attendance(held))).withStatus(grounds.ground(MeetingStatus.HELD));
            case MeetingMinuted minuted -> withMinutes(grounds.ground(minuted.minutes()));
            case MeetingCancelled cancelled ->
                withClosure(grounds.ground(new Cancellation(cancelled.reason())))
                        .withStatus(grounds.ground(MeetingStatus.CANCELLED));
        };
    }

    /** What became of it stays. */
    private MeetingState again(MeetingState called) {
        return called.withStatus(status.value() == MeetingStatus.CALLED ? called.status : status)
                .withAgenda(agenda)
                .withPapers(papers)
                .withInterests(interests)
                .withAttendance(attendance)
                .withMinutes(minutes)
                .withClosure(closure);
    }

    private static Attendance attendance(MeetingHeld held) {
        Integer number = held.attendance();
        if (number == null && !held.present().isEmpty()) number = held.present().size();
        return new Attendance(held.present(), number, held.apologies(), held.alsoPresent());
    }

    /** The day on which it was held, or else for which it is called. */
    public LocalDate day() {
        return attendance == null ? plannedFor.value() : attendance.since();
    }

    /** The fact that says so. */
    public Grounded<?> saysDay() {
        return attendance == null ? plannedFor : attendance;
    }

    /** The item of the agenda with an id. */
    public Optional<AgendaItem> item(String id) {
        return agenda == null
                ? Optional.empty()
                : agenda.value().stream()
                        .filter(item -> item.item().equalsIgnoreCase(id))
                        .findFirst();
    }

    /**
     * The interests for which somebody withdrew from what is decided.
     *
     * @param item of the agenda under which it is decided; null: not stated
     * @param businessCase id of the case that it concerns; null: none
     * @param initiative id of the initiative that it concerns; null: none
     */
    public List<Grounded<DeclaredInterest>> withdrawals(
            @Nullable String item, @Nullable String businessCase, @Nullable String initiative) {
        return interests.stream()
                .filter(declared -> declared.value().withdrew()
                        && concerns(declared.value().item(), item, businessCase, initiative))
                .toList();
    }

    private boolean concerns(
            @Nullable String declared,
            @Nullable String item,
            @Nullable String businessCase,
            @Nullable String initiative) {
        if (declared == null || declared.equalsIgnoreCase(item)) return true;
        return item(declared)
                .filter(on -> (on.businessCase() != null && on.businessCase().equals(businessCase))
                        || (on.initiative() != null && on.initiative().equals(initiative)))
                .isPresent();
    }

    /** The paper that took the place of one with this hash; empty: none did. */
    public Optional<Grounded<CirculatedPaper>> inPlaceOf(String sha256) {
        return papers.stream()
                .filter(paper -> sha256.equals(paper.value().replaces()))
                .findFirst();
    }

    /** The papers in whose place no other was put. */
    public List<Grounded<CirculatedPaper>> latestPapers() {
        Set<String> replaced = papers.stream()
                .map(paper -> paper.value().replaces())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return papers.stream()
                .filter(paper -> !replaced.contains(paper.value().paper().sha256()))
                .toList();
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.add(Reference.to(Kinds.BOARD, board, plannedFor));
        if (agenda == null) return references;
        for (AgendaItem item : agenda.value()) {
            references.addAll(Reference.toMaybe(Kinds.BUSINESS_CASE, item.businessCase(), agenda));
            references.addAll(Reference.toMaybe(Kinds.INITIATIVE, item.initiative(), agenda));
        }
        return references;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        boolean missed = status.value() == MeetingStatus.CALLED && asOf.isAfter(plannedFor.value());
        return missed ? Set.of(Alert.MEETING_NOT_HELD) : Set.of();
    }
}
