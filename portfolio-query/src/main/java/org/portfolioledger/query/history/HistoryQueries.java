package org.portfolioledger.query.history;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Found;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What became of an initiative, over all days. */
@RestController
@RequestMapping("/api/v1/initiatives/{initiative}")
final class HistoryQueries {

    private static final List<Kind<?, ?>> OWN = List.of(Kinds.INITIATIVE, Kinds.APPOINTMENTS, Kinds.RAG);

    private final Responses responses;
    private final Rows rows;
    private final StoredFacts facts;

    HistoryQueries(Responses responses, Rows rows, StoredFacts facts) {
        this.responses = responses;
        this.rows = rows;
        this.facts = facts;
    }

    @GetMapping("/history")
    @Operation(
            summary = "List the facts about an initiative and its business cases, with the difference that each made")
    @ReadParameters(Form.HISTORY)
    ResponseEntity<byte[]> history(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        List<String> streams = Stream.concat(
                        OWN.stream().map(kind -> kind.stream(id)),
                        rows.idsOf(point, Kinds.BUSINESS_CASE.name(), id).stream()
                                .map(Kinds.BUSINESS_CASE::stream))
                .toList();
        return responses.list(request, point, FactHistory.of(facts.of(point, streams)));
    }

    @GetMapping("/timeline")
    @Operation(
            summary =
                    "Get the timeline of an initiative: segments of the initiative, its roles, its ratings and its business cases")
    @ReadParameters(Form.RECORD)
    ResponseEntity<byte[]> timeline(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", id);
        for (Kind<?, ?> kind : OWN) body.set(kind.name(), segments(point, kind, id));
        ObjectNode cases = body.putObject(Kinds.BUSINESS_CASE.name());
        for (String businessCase : rows.idsOf(point, Kinds.BUSINESS_CASE.name(), id)) {
            ArrayNode segments = segments(point, Kinds.BUSINESS_CASE, businessCase);
            if (!segments.isEmpty()) cases.set(businessCase, segments);
        }
        return responses.answer(request, point, body);
    }

    private ArrayNode segments(TimePoint point, Kind<?, ?> kind, String id) {
        ArrayNode segments = JsonNodeFactory.instance.arrayNode();
        List<Found> found = rows.segments(point, kind.name(), id);
        List<JsonNode> states = rows.renderedSegments(point, found);
        for (int n = 0; n < found.size(); n++) {
            ObjectNode segment = segments.addObject();
            segment.put("from", String.valueOf(found.get(n).from()));
            segment.put(
                    "to",
                    found.get(n).to() == null
                            ? null
                            : String.valueOf(found.get(n).to()));
            segment.set("state", states.get(n));
        }
        return segments;
    }
}
