package org.portfolioledger.query.changes;

import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.Difference;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Pair;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.RequestedTimePoint;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What is different between two points. */
@RestController
final class ChangeQueries {

    private static final List<String> KINDS = Kinds.ALL.stream().map(Kind::name).toList();

    private final Responses responses;
    private final TimePointResolver points;
    private final Rows rows;

    ChangeQueries(Responses responses, TimePointResolver points, Rows rows) {
        this.responses = responses;
        this.points = points;
        this.rows = rows;
    }

    @GetMapping("/api/v1/changes")
    @Operation(
            summary =
                    "List what was added, removed or changed between two time points: each a date (as of and known at it),"
                            + " asOf@knownAt, or position:N (as of today); without to, until now")
    @ReadParameters(
            value = Form.COMPARISON,
            filters = {"from", "to", "register", "kind"})
    ResponseEntity<byte[]> changes(ReadRequest request) {
        List<String> after = request.page().after();
        if (after != null && (after.size() != 3 || !after.getFirst().matches("[0-9]{1,9}")))
            throw unreadable("cursor", "is none that this system gave");
        TimePoint from =
                point(request, "from", after == null ? request.filters().get("from") : after.get(1));
        TimePoint to = point(request, "to", after == null ? request.filters().get("to") : after.get(2));
        Optional<String> kind = request.word("kind", KINDS);
        List<Pair> different = rows.different(from, to).stream()
                .filter(pair -> kind.isEmpty() || kind.get().equals(pair.kind()))
                .toList();
        int start = after == null ? 0 : Math.min(different.size(), Integer.parseInt(after.getFirst()));
        int end = Math.min(different.size(), start + request.page().limit());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("from", Responses.echo(from));
        body.set("to", Responses.echo(to));
        List<String> next = end < different.size() ? List.of(String.valueOf(end), echo(from), echo(to)) : null;
        Pages.page(
                        request,
                        to,
                        different.subList(start, end).stream()
                                .map(ChangeQueries::page)
                                .toList(),
                        next)
                .forEachEntry(body::set);
        return responses.answer(request, to, body);
    }

    private static ObjectNode page(Pair pair) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("kind", pair.kind());
        page.put("id", pair.id());
        page.put("change", pair.before() == null ? "ADDED" : pair.after() == null ? "REMOVED" : "CHANGED");
        page.set("difference", Difference.between(orNothing(pair.before()), orNothing(pair.after())));
        return page;
    }

    private static JsonNode orNothing(@Nullable JsonNode state) {
        return state == null ? MissingNode.getInstance() : state;
    }

    private static String echo(TimePoint point) {
        return point.asOf() + "@" + point.knownAt();
    }

    private TimePoint point(ReadRequest request, String parameter, @Nullable String text) {
        if (text == null && parameter.equals("from")) throw unreadable(parameter, "is needed");
        try {
            return points.resolve(question(text), request.register(), request.patience());
        } catch (DateTimeException e) {
            throw unreadable(parameter, String.valueOf(e.getMessage()));
        }
    }

    private static RequestedTimePoint question(@Nullable String text) {
        if (text == null) return new RequestedTimePoint(null, new KnownAt.Now(), false);
        int at = text.indexOf('@');
        if (at >= 0) {
            LocalDate asOf = KnownAt.Forms.day(text.substring(0, at));
            return new RequestedTimePoint(asOf, KnownAt.read(text.substring(at + 1)), false);
        }
        KnownAt knownAt = KnownAt.read(text);
        return switch (knownAt) {
            case KnownAt.OnDay on -> new RequestedTimePoint(on.day(), on, false);
            case KnownAt.AtPosition _ -> new RequestedTimePoint(null, knownAt, false);
            default -> throw new DateTimeException("a point is a date, asOf@knownAt, or position:N");
        };
    }

    private static Problem unreadable(String parameter, String detail) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The parameter " + parameter + " cannot be read",
                List.of(Problem.At.parameter(parameter, detail)));
    }
}
