package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Paper;

/**
 * A decision of a board, as far as what becomes known later may contradict it.
 *
 * @param fact position of the fact that states it
 * @param on day on which it was made
 * @param businessCase id of the case that it concerns; null: none
 * @param initiative id of the initiative that it concerns; null: none
 * @param meeting id of the meeting in which it was made; null: in none
 * @param item of the agenda; null: not stated
 * @param decidedBy ids of the persons who decided
 * @param against ids of the persons who took part and were against it
 * @param waivedBy id of the person who waived a rule in it; null: nobody did
 */
public record RecordedDecision(
        long fact,
        LocalDate on,
        @Nullable String businessCase,
        @Nullable String initiative,
        @Nullable String meeting,
        @Nullable String item,
        List<Paper> papers,
        List<String> decidedBy,
        List<String> against,
        @Nullable String waivedBy) {

    /** The meeting of a decision that was made in that manner; null: it was made in none. */
    static @Nullable String meeting(@Nullable DecisionManner manner, @Nullable String meeting) {
        return manner == null || manner == DecisionManner.IN_MEETING ? meeting : null;
    }

    static List<String> persons(List<Dissent> dissent) {
        return dissent.stream().map(Dissent::person).toList();
    }

    /**
     * What contradicts it, as the command that records a decision is judged: by alert the positions of the facts that do.
     *
     * @param sro of its initiative that day; null: nobody
     * @param held the meeting as it was that day; null: none is on record
     * @param documents as they were that day
     */
    public NavigableMap<Alert, NavigableSet<Long>> contradictions(
            @Nullable Sro sro, @Nullable MeetingState held, List<DocumentState> documents) {
        NavigableMap<Alert, NavigableSet<Long>> found = new TreeMap<>();
        if (sro != null && deciding().anyMatch(sro::isHeldBy)) note(Alert.DECIDED_BY_SRO, sro.grounds(), found);
        for (Paper paper : papers) {
            List<Grounded<?>> replacing = new ArrayList<>();
            if (held != null) held.inPlaceOf(paper.sha256()).ifPresent(replacing::add);
            for (DocumentState document : DocumentState.holding(paper.sha256(), documents))
                document.inPlaceOf(paper.sha256()).ifPresent(replacing::add);
            note(Alert.DECIDED_ON_REPLACED_PAPER, replacing, found);
        }
        if (held == null) return found;
        List<String> participants =
                Stream.concat(decidedBy.stream(), against.stream()).toList();
        note(
                Alert.DECIDED_DESPITE_INTEREST,
                held.withdrawals(item, businessCase, initiative).stream()
                        .filter(declared ->
                                participants.contains(declared.value().person()))
                        .toList(),
                found);
        Grounded<MeetingState.Attendance> attendance = held.attendance();
        if (attendance != null && participants.stream().anyMatch(attendance.value()::leavesOut))
            note(Alert.DECIDED_WITHOUT_ATTENDING, List.of(attendance), found);
        return found;
    }

    private Stream<String> deciding() {
        return Stream.concat(decidedBy.stream(), Stream.ofNullable(waivedBy));
    }

    private static void note(
            Alert alert, List<? extends Grounded<?>> by, NavigableMap<Alert, NavigableSet<Long>> found) {
        for (Grounded<?> one : by)
            found.computeIfAbsent(alert, _ -> new TreeSet<>()).add(one.fact());
    }
}
