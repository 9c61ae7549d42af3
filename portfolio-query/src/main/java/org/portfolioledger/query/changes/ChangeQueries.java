package org.portfolioledger.query.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.ChangedEntities;
import org.portfolioledger.query.answer.ChangedEntities.Sides;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.RequestedTimePoint;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became different between two points, and what was recorded between them. */
@RestController
final class ChangeQueries {

    private static final List<String> KINDS = Kinds.ALL.stream().map(Kind::name).toList();

    private final Responses responses;
    private final Rows rows;

    ChangeQueries(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping("/api/v1/changes")
    @Operation(
            summary = "List what changed between two time points, and what was recorded between them for other days",
            description = "A time point is a date (as of and known at it), an instant (known at it, as of its day),"
                    + " asOf@knownAt, or position:N (known at it, as of today); without to, until now.")
    @ReadParameters(
            value = Form.COMPARISON,
            filters = "register",
            texts = {"from", "to", "kind"})
    Answer<ChangesView> changes(ReadRequest request) {
        List<String> after = request.page().after();
        if (after != null && after.size() != 4) throw unreadable("cursor", "was not given by this system");
        TimePoint from =
                point(request, "from", after == null ? request.filters().get("from") : after.get(2));
        TimePoint to = point(request, "to", after == null ? request.filters().get("to") : after.get(3));
        if (from.asOf().isAfter(to.asOf())) throw ReadRequest.reversed("from", "lies after to");
        Optional<String> kind = request.word("kind", KINDS);
        ChangedEntities changed = rows.changed(from, to);
        if (changed.isReversed()) throw ReadRequest.reversed("from", "lies after to");
        int limit = request.page().limit();
        List<EntityName> found = changed.after(
                kind.orElse(null), after == null ? null : new EntityName(after.get(0), after.get(1)), limit + 1);
        List<EntityName> shown = found.subList(0, Math.min(limit, found.size()));
        List<String> next = found.size() > limit
                ? List.of(shown.getLast().kind(), shown.getLast().id(), echo(from), echo(to))
                : null;
        PageView<EntityChange> page = Pages.page(request, to, changes(changed, from, to, shown), next);
        return responses.answer(
                request, to, null, new ChangesView(PointView.of(from), PointView.of(to), page.items(), page.next()));
    }

    private List<EntityChange> changes(
            ChangedEntities changed, TimePoint from, TimePoint to, List<EntityName> entities) {
        Map<EntityName, List<Long>> facts = changed.facts(entities);
        Map<EntityName, Sides> sides = changed.sides(entities);
        return entities.stream()
                .map(entity -> EntityChange.of(
                        entity,
                        facts.getOrDefault(entity, List.of()),
                        Objects.requireNonNull(sides.get(entity)),
                        from.asOf(),
                        to.asOf()))
                .toList();
    }

    /**
     * What is different between two points.
     *
     * @param next cursor of the page after it; null: it is the last
     */
    record ChangesView(
            PointView from,
            PointView to,
            List<EntityChange> items,
            @JsonInclude @Nullable String next) {}

    /** A time point of the answer. */
    record PointView(LocalDate asOf, String knownAt, long position) {
        static PointView of(TimePoint point) {
            return new PointView(point.asOf(), point.knownAt(), point.position());
        }
    }

    private static String echo(TimePoint point) {
        return point.asOf() + "@" + point.knownAt();
    }

    private TimePoint point(ReadRequest request, String parameter, @Nullable String text) {
        if (text == null && parameter.equals("from")) throw unreadable(parameter, "is needed");
        try {
            return responses.point(request, question(request.question(), parameter, text), request.register());
        } catch (DateTimeException e) {
            throw unreadable(parameter, String.valueOf(e.getMessage()));
        }
    }

    private static RequestedTimePoint question(RequestedTimePoint asked, String parameter, @Nullable String text) {
        if (text == null) return asked.at(parameter, null, new KnownAt.Now());
        int at = text.indexOf('@');
        if (at >= 0) {
            LocalDate asOf = KnownAt.Forms.day(text.substring(0, at));
            return asked.at(parameter, asOf, KnownAt.read(text.substring(at + 1)));
        }
        KnownAt knownAt = KnownAt.read(text, "is not " + KnownAt.MOMENT + ", asOf@knownAt or position:N");
        return switch (knownAt) {
            case KnownAt.OnDay on -> asked.at(parameter, on.day(), on);
            case KnownAt.At moment ->
                asked.at(parameter, LocalDate.ofInstant(moment.instant(), TimePointResolver.LONDON), moment);
            case KnownAt.AtPosition _, KnownAt.Now _ -> asked.at(parameter, null, knownAt);
        };
    }

    private static Problem unreadable(String parameter, String detail) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The parameter " + parameter + " cannot be read",
                List.of(Problem.At.parameter(parameter, detail)));
    }
}
