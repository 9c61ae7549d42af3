package org.portfolioledger.query.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.ChangedEntities;
import org.portfolioledger.query.answer.ComparedPoints;
import org.portfolioledger.query.answer.ComparedPoints.ComparedPoint;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.cycle.BoardMeetings;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What became different in one portfolio between two points, such as two meetings of its board. */
@RestController
final class PortfolioChangeQueries {

    private static final List<String> KINDS = Kinds.ALL.stream().map(Kind::name).toList();
    private static final String MEETING = "meeting:";
    private static final String LAST = "board:last";
    private static final String PREVIOUS = "board:previous";

    private final Responses responses;
    private final Rows rows;
    private final PortfolioMembers members;
    private final BoardMeetings meetings;

    PortfolioChangeQueries(Responses responses, Rows rows, PortfolioMembers members, BoardMeetings meetings) {
        this.responses = responses;
        this.rows = rows;
        this.members = members;
        this.meetings = meetings;
    }

    @GetMapping("/api/v1/portfolios/{portfolio}/changes")
    @Operation(
            summary =
                    "List what changed in a portfolio between two time points, by kind, with the facts that caused it",
            description = ComparedPoints.DESCRIPTION
                    + " A time point may also be `meeting:ID`, the day on which that meeting was held; `board:last`, the"
                    + " last day on which a board met; and `from` may be `board:previous`, the last day before `to` on"
                    + " which one met. The board is the one that `board` names, or else any to which the portfolio's"
                    + " reporting cycles report. Shown is what belongs to the portfolio at one of the time points: itself,"
                    + " its initiatives, and what refers to them.")
    @ReadParameters(
            value = Form.COMPARISON,
            filters = "board",
            texts = {"from", "to", "kind"})
    Answer<PortfolioChanges> changes(@PathVariable("portfolio") String id, ReadRequest request) {
        String register = responses.registerOf(request, Kinds.PORTFOLIO, id);
        ComparedPoints points = points(request, id, register);
        TimePoint from = points.from();
        TimePoint to = points.to();
        Optional<String> kind = request.word("kind", KINDS);
        ChangedEntities changed = rows.changed(from, to);
        if (changed.isReversed()) throw ReadRequest.reversed("from", "is after to");
        List<EntityName> all = changed.among(belonging(from, to, id));
        List<String> after = request.page().after();
        List<EntityName> rest = all.stream()
                .filter(entity -> kind.isEmpty() || entity.kind().equals(kind.get()))
                .filter(entity -> after == null || isAfter(entity, after.get(0), after.get(1)))
                .toList();
        List<EntityName> shown = rest.subList(0, Math.min(request.page().limit(), rest.size()));
        List<String> next = rest.size() > shown.size()
                ? points.cursor(shown.getLast().kind(), shown.getLast().id())
                : null;
        PageView<EntityChange> page = Pages.page(request, to, EntityChange.of(changed, from, to, shown), next);
        return responses.answer(
                request,
                to,
                null,
                new PortfolioChanges(
                        ComparedPoint.of(from), ComparedPoint.of(to), counts(all), page.items(), page.next()));
    }

    /**
     * What is different in a portfolio between two points.
     *
     * @param kinds how many entities of each kind changed, over all pages
     * @param items by kind and id
     * @param next cursor of the page after it; null: it is the last
     */
    record PortfolioChanges(
            ComparedPoint from,
            ComparedPoint to,
            List<ChangedOfKind> kinds,
            List<EntityChange> items,
            @JsonInclude @Nullable String next) {}

    /** How many entities of a kind changed. */
    record ChangedOfKind(String kind, int count) {}

    private static List<ChangedOfKind> counts(List<EntityName> changed) {
        Map<String, Integer> counts = new TreeMap<>();
        changed.forEach(entity -> counts.merge(entity.kind(), 1, Integer::sum));
        List<ChangedOfKind> all = new ArrayList<>();
        counts.forEach((kind, count) -> all.add(new ChangedOfKind(kind, count)));
        return all;
    }

    private static boolean isAfter(EntityName entity, String kind, String id) {
        int order = entity.kind().compareTo(kind);
        return order > 0 || (order == 0 && entity.id().compareTo(id) > 0);
    }

    private ComparedPoints points(ReadRequest request, String portfolio, String register) {
        String from = request.filters().get("from");
        String to = request.filters().get("to");
        if (request.page().after() != null || !(isOfBoard(from) || isOfBoard(to)))
            return ComparedPoints.of(responses, request, register, 2);
        TimePoint now = responses.point(request, request.question(), register);
        String last = to == null || !isOfBoard(to) ? to : day(request, now, portfolio, "to", to, null);
        String first = from == null || !isOfBoard(from) ? from : day(request, now, portfolio, "from", from, last);
        return ComparedPoints.of(responses, request, register, 2, first, last);
    }

    private static boolean isOfBoard(@Nullable String point) {
        return point != null && (point.startsWith(MEETING) || point.startsWith("board:"));
    }

    /** @param last the second point; null: now, or it is the one in question */
    private String day(
            ReadRequest request,
            TimePoint now,
            String portfolio,
            String parameter,
            String text,
            @Nullable String last) {
        if (text.startsWith(MEETING))
            return meetings.heldOn(now, text.substring(MEETING.length()))
                    .map(LocalDate::toString)
                    .orElseThrow(() -> ReadRequest.unreadable(parameter, "names no meeting that was held"));
        boolean isPrevious = text.equals(PREVIOUS) && parameter.equals("from");
        if (!isPrevious && !text.equals(LAST))
            throw ReadRequest.unreadable(parameter, "must be meeting:ID, board:last, or as from board:previous");
        var held = meetings.held(now, portfolio, request.filter("board").orElse(null));
        LocalDate day = isPrevious ? held.lowerKey(asOf(last, now)) : held.floorKey(now.asOf());
        if (day == null) throw ReadRequest.unreadable(parameter, "finds no meeting that was held");
        return day.toString();
    }

    private static LocalDate asOf(@Nullable String point, TimePoint now) {
        if (point == null) return now.asOf();
        String day = point.contains("@") ? point.substring(0, point.indexOf('@')) : point;
        try {
            return KnownAt.Forms.day(day.length() > 10 && day.charAt(10) == 'T' ? day.substring(0, 10) : day);
        } catch (DateTimeException _) {
            return now.asOf();
        }
    }

    /** The portfolio, its initiatives at either point, and what was ever known by then to refer to one of them. */
    private Set<EntityName> belonging(TimePoint from, TimePoint to, String portfolio) {
        NavigableSet<String> initiatives = new TreeSet<>();
        for (TimePoint point : List.of(from, to))
            members.everBelongingTo(point, portfolio).stream().map(Known::id).forEach(initiatives::add);
        Set<EntityName> belonging = new HashSet<>();
        belonging.add(new EntityName(Kinds.PORTFOLIO.name(), portfolio));
        List<String> streams = new ArrayList<>(List.of(Kinds.PORTFOLIO.stream(portfolio)));
        for (String initiative : initiatives) {
            belonging.add(new EntityName(Kinds.INITIATIVE.name(), initiative));
            streams.add(Kinds.INITIATIVE.stream(initiative));
        }
        for (TimePoint point : List.of(from, to)) belonging.addAll(rows.everReferringTo(point, streams));
        return belonging;
    }
}
