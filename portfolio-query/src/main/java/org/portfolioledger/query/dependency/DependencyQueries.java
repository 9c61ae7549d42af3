package org.portfolioledger.query.dependency;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.portfolioledger.query.answer.Alert;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.graph.DependencyEdges;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.DependencyStatus;
import org.portfolioledger.vocabulary.DependencyType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads of dependencies. */
@RestController
@RequestMapping("/api/v1/dependencies")
final class DependencyQueries {

    private final Responses responses;
    private final DependencyEdges needs;

    DependencyQueries(Responses responses, DependencyEdges needs) {
        this.responses = responses;
        this.needs = needs;
    }

    @GetMapping
    @Operation(summary = "List dependencies; an initiative is found as giver and as receiver")
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative"},
            choices = {
                @Choice(filter = "type", of = DependencyType.class),
                @Choice(filter = "status", of = DependencyStatus.class)
            },
            sorts = {"since", "status", "importance"})
    ResponseEntity<byte[]> dependencies(ReadRequest request) {
        return responses.rows(
                request,
                Kinds.DEPENDENCY,
                Map.of(
                        "initiative",
                        ":initiative in (r.state #>> '{giver,value,initiative}', r.state #>> '{receiver,value,initiative}')",
                        "type",
                        "r.state #>> '{type,value}' = :type",
                        "status",
                        "r.state #>> '{status,value}' = :status"));
    }

    @GetMapping("/{dependency}")
    @Operation(summary = "Get one dependency; one that is promised later than needed names every initiative downstream")
    @ReadParameters(Form.ITEM)
    ResponseEntity<byte[]> dependency(@PathVariable("dependency") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.DEPENDENCY, id);
        return responses.item(request, point, Kinds.DEPENDENCY, id, shown -> withDownstream(point, shown));
    }

    private ObjectNode withDownstream(TimePoint point, ObjectNode dependency) {
        if (Alert.in(dependency).contains(Alert.DEPENDENCY_CONFLICT)) {
            ArrayNode downstream = dependency.putArray("downstream");
            needs.downstreamOf(point, dependency.path("id").asString("")).forEach(downstream::add);
        }
        return dependency;
    }
}
