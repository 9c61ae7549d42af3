package org.portfolioledger.query.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.StoredFacts;
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
    private final StoredFacts facts;

    ChangeQueries(Responses responses, Rows rows, StoredFacts facts) {
        this.responses = responses;
        this.rows = rows;
        this.facts = facts;
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
        if (after != null && (after.size() != 3 || !after.getFirst().matches("[0-9]{1,9}")))
            throw unreadable("cursor", "was not given by this system");
        TimePoint from =
                point(request, "from", after == null ? request.filters().get("from") : after.get(1));
        TimePoint to = point(request, "to", after == null ? request.filters().get("to") : after.get(2));
        if (from.asOf().isAfter(to.asOf())) throw ReadRequest.reversed("from", "lies after to");
        Optional<String> kind = request.word("kind", KINDS);
        Recorded recorded = Recorded.between(from, to, rows, facts);
        if (isReversed(recorded)) throw ReadRequest.reversed("from", "lies after to");
        List<EntityName> entities = recorded.entities().stream()
                .filter(entity -> kind.isEmpty() || kind.get().equals(entity.kind()))
                .toList();
        int start = after == null ? 0 : Math.min(entities.size(), Integer.parseInt(after.getFirst()));
        int end = Math.min(entities.size(), start + request.page().limit());
        List<String> next = end < entities.size() ? List.of(String.valueOf(end), echo(from), echo(to)) : null;
        PageView<EntityChange> page = Pages.page(request, to, recorded.changes(entities.subList(start, end)), next);
        return responses.answer(
                request, to, null, new ChangesView(PointView.of(from), PointView.of(to), page.items(), page.next()));
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

    /** Whether less counts at the second point: of several registers, positions alone cannot show it. */
    private boolean isReversed(Recorded recorded) {
        return recorded.facts().isEmpty()
                && !facts.between(recorded.to(), recorded.from()).isEmpty();
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
