package org.portfolioledger.query.dependency;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.graph.DependencyEdges;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.DependencyStatus;
import org.portfolioledger.vocabulary.DependencyType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of dependencies. */
@RestController
@RequestMapping("/api/v1/dependencies")
final class DependencyQueries {

    private final Responses responses;
    private final DependencyEdges edges;

    DependencyQueries(Responses responses, DependencyEdges edges) {
        this.responses = responses;
        this.edges = edges;
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
                        "r.refs @> array['initiative-' || :initiative]",
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
        return responses.item(
                request,
                point,
                Kinds.DEPENDENCY,
                id,
                (dependency, seen) -> new DependencyView(
                        dependency,
                        Alert.of(dependency, seen),
                        dependency.isConflict() ? edges.downstreamOf(point, id) : null));
    }

    /**
     * A dependency.
     *
     * @param alerts what should not be overlooked
     * @param downstream ids of the initiatives that a slip hits, where it is promised for later than it is needed
     */
    record DependencyView(
            @JsonUnwrapped DependencyState state,
            SortedSet<Alert> alerts,
            @Nullable SortedSet<String> downstream) {}
}
