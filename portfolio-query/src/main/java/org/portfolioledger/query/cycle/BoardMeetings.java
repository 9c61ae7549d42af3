package org.portfolioledger.query.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.MeetingState.Attendance;
import org.springframework.stereotype.Component;

/** When the boards of a portfolio met: those to which its reporting cycles report. */
@Component
public final class BoardMeetings {

    /** Far enough that all meetings that are known have been held. */
    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private final Rows rows;

    BoardMeetings(Rows rows) {
        this.rows = rows;
    }

    /**
     * Ids of the meetings that were held, by the day on which each was, as known at a point.
     *
     * @param board whose meetings are meant; null: those of all boards of the portfolio
     */
    public NavigableMap<LocalDate, List<String>> held(TimePoint point, String portfolio, @Nullable String board) {
        Collection<String> boards = board == null ? boards(point, portfolio) : List.of(board);
        NavigableMap<LocalDate, List<String>> held = new TreeMap<>();
        if (boards.isEmpty()) return held;
        String[] streams = boards.stream().map(Kinds.BOARD::stream).toArray(String[]::new);
        rows.where(point.on(ANY_DAY), Kinds.MEETING, "r.refs && :boards::text[]", Map.of("boards", streams)).stream()
                .map(Known::state)
                .filter(meeting -> boards.contains(meeting.board()))
                .sorted(Comparator.comparing(MeetingState::meeting))
                .forEach(meeting -> {
                    Grounded<Attendance> attendance = meeting.attendance();
                    if (attendance != null)
                        held.computeIfAbsent(attendance.since(), _ -> new ArrayList<>())
                                .add(meeting.meeting());
                });
        return held;
    }

    /** The day on which a meeting was held, as known at a point; empty: it was not. */
    public Optional<LocalDate> heldOn(TimePoint point, String meeting) {
        return rows.one(point.on(ANY_DAY), Kinds.MEETING, meeting)
                .flatMap(known -> Optional.ofNullable(known.state().attendance()))
                .map(Grounded::since);
    }

    private NavigableSet<String> boards(TimePoint point, String portfolio) {
        NavigableSet<String> boards = new TreeSet<>();
        rows
                .where(
                        point.on(ANY_DAY),
                        Kinds.REPORTING_CYCLE,
                        "r.refs @> array[:stream::text]",
                        Map.of("stream", Kinds.PORTFOLIO.stream(portfolio)))
                .stream()
                .map(Known::state)
                .filter(cycle -> cycle.portfolio().value().equals(portfolio))
                .forEach(cycle -> cycle.reports().value().forEach(report -> boards.add(report.board())));
        return boards;
    }
}
