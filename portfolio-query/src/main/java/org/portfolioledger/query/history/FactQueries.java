package org.portfolioledger.query.history;

import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Rendering;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.row.Corrections;
import org.portfolioledger.query.row.FactDecoder;
import org.portfolioledger.query.row.FoldFailed;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.Entry;
import org.portfolioledger.timeline.Lineages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Facts as they were recorded. */
@RestController
final class FactQueries {

    private static final List<String> TYPES =
            Arrays.stream(FactType.values()).map(FactType::typeName).toList();

    /** Filters on what a fact says of itself. From is included, to is not. */
    private static final Map<String, String> CONDITIONS = Map.of(
            "actor", "e.actor = :actor",
            "type", "e.type = :type",
            "stream", "e.stream = :stream",
            "recordedFrom", "e.recorded_at >= :recordedFrom::timestamptz",
            "recordedTo", "e.recorded_at < :recordedTo::timestamptz",
            "knownFrom", "e.known_at >= :knownFrom::timestamptz",
            "knownTo", "e.known_at < :knownTo::timestamptz",
            "effectiveFrom", "e.effective_on >= :effectiveFrom::date",
            "effectiveTo", "e.effective_on < :effectiveTo::date");

    private final Responses responses;
    private final Rows rows;
    private final StoredFacts facts;
    private final TimePointResolver points;
    private final FactDecoder reading = new FactDecoder();

    FactQueries(Responses responses, Rows rows, StoredFacts facts, TimePointResolver points) {
        this.responses = responses;
        this.rows = rows;
        this.facts = facts;
        this.points = points;
    }

    @GetMapping("/api/v1/audit/facts")
    @Operation(
            summary = "List facts by position: who recorded what, when, on which basis;"
                    + " a range takes dates or instants, from is included and to is not")
    @ReadParameters(
            value = Form.HISTORY,
            filters = {
                "actor",
                "type",
                "stream",
                "register",
                "recordedFrom",
                "recordedTo",
                "knownFrom",
                "knownTo",
                "effectiveFrom",
                "effectiveTo"
            })
    ResponseEntity<byte[]> audit(ReadRequest request) {
        request.word("type", TYPES);
        Map<String, Object> values = new HashMap<>();
        StringBuilder condition = new StringBuilder("true");
        request.filters().forEach((name, value) -> {
            if (!CONDITIONS.containsKey(name)) return;
            values.put(
                    name,
                    name.startsWith("recorded") || name.startsWith("known") ? instant(name, value) : day(name, value));
            condition.append(" and ").append(CONDITIONS.get(name));
        });
        values.put("after", request.page().afterNumber());
        TimePoint point = responses.point(request);
        int limit = request.page().limit();
        List<StoredEvent> found = facts.where(point, condition + " and e.position > :after", values, limit + 1);
        boolean more = found.size() > limit;
        List<StoredEvent> page = more ? found.subList(0, limit) : found;
        List<String> next = more ? List.of(Long.toString(page.getLast().position())) : null;
        return responses.answer(
                request,
                point,
                Pages.page(request, point, page.stream().map(FactView::of).toList(), next));
    }

    @GetMapping("/api/v1/facts/{position}")
    @Operation(
            summary =
                    "Get one fact: its basis, its corrections, the fact that replaces it, and the facts that rest on it")
    @ReadParameters(Form.RECORD)
    ResponseEntity<byte[]> fact(@PathVariable String position, ReadRequest request) {
        long wanted = position(position);
        StoredEvent fact = points.factAt(wanted).orElseThrow(() -> nothingAt(position));
        TimePoint point = points.resolve(request.question(), fact.register(), request.patience());
        if (!point.counts(fact))
            throw Problem.of(HttpProblem.NOT_KNOWN_THEN, "The fact was not known at " + point.knownAt());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("fact", FactView.of(fact));
        List<StoredEvent> stream = facts.of(point, List.of(fact.stream()));
        try {
            tellLineage(body, stream.stream().map(reading::recorded).toList(), wanted, point.position());
        } catch (RuntimeException | StackOverflowError e) {
            body.put("unfolded", FoldFailed.reason(e));
        }
        ArrayNode resting = body.putArray("restingOnIt");
        restingOn(point, wanted).forEach(resting::add);
        return responses.answer(request, point, body);
    }

    private static void tellLineage(ObjectNode body, List<RecordedFact> stream, long wanted, long knownAt) {
        Lineages<RecordedFact> lineages = Kind.lineages(stream);
        List<Long> members =
                lineages.lineageOf(wanted).stream().map(Entry::position).toList();
        ArrayNode lineage = body.putArray("lineage");
        members.forEach(lineage::add);
        body.putNull("corrected");
        for (Corrections.Correction correction : Corrections.in(stream)) {
            if (correction.fact() == wanted) body.set("corrected", FactView.json(correction));
        }
        body.putNull("stands");
        for (EffectiveEntry<RecordedFact> entry : lineages.asKnownAt(knownAt)) {
            if (!members.contains(entry.position())) continue;
            ObjectNode stands = body.putObject("stands");
            stands.put("position", entry.position());
            stands.put("effectiveOn", entry.effectiveOn().toString());
            stands.set("says", FactView.json(entry.content().fact()));
        }
    }

    /** Positions of the facts that were decided on the ground of it, as far as any row ever showed them. */
    private Set<Long> restingOn(TimePoint point, long wanted) {
        Set<Long> resting = new TreeSet<>();
        for (JsonNode state : rows.naming(point, wanted)) {
            Rendering.forEachGrounded(state, grounded -> {
                for (JsonNode position : grounded.path("restsOn")) {
                    if (position.asLong() == wanted)
                        resting.add(grounded.get("fact").asLong());
                }
            });
        }
        return resting;
    }

    private static long position(String text) {
        try {
            return KnownAt.Forms.position(text);
        } catch (DateTimeException e) {
            throw nothingAt(text);
        }
    }

    private static Problem nothingAt(String position) {
        return Problem.of(HttpProblem.NOT_FOUND, "The ledger holds no fact at position " + position);
    }

    private static String instant(String parameter, String text) {
        try {
            return switch (KnownAt.read(text)) {
                case KnownAt.At at -> at.instant().toString();
                case KnownAt.OnDay on -> startOf(on.day()).toString();
                default -> throw new DateTimeException("is a date or an instant");
            };
        } catch (DateTimeException e) {
            throw unreadable(parameter, e);
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(TimePointResolver.LONDON).toInstant();
    }

    private static String day(String parameter, String text) {
        if (!parameter.startsWith("effective")) return text;
        try {
            return KnownAt.Forms.day(text).toString();
        } catch (DateTimeException e) {
            throw unreadable(parameter, e);
        }
    }

    private static Problem unreadable(String parameter, DateTimeException fault) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The parameter " + parameter + " cannot be read",
                List.of(Problem.At.parameter(parameter, String.valueOf(fault.getMessage()))));
    }
}
