package org.portfolioledger.query.initiative;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Named;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.overview.InitiativeOverviews;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.InitiativeLevel;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of initiatives. */
@RestController
@RequestMapping("/api/v1/initiatives")
final class InitiativeQueries {

    private static final String OWNS = "r.kind = 'portfolio' and jsonb_exists(r.state -> 'businessGroups', :owner)"
            + " or r.kind = 'initiative' and jsonb_exists(r.state #> '{owners,value}', :owner)";

    private static final Map<String, String> FILTERS = Map.of(
            "portfolio", "r.portfolio = :portfolio",
            "parent", "r.parent = :parent",
            "level", "r.state #>> '{level,value}' = :level",
            "owner", "jsonb_exists(r.state #> '{owners,value}', :owner)",
            "name", "strpos(r.state #>> '{name,value}', :name collate query.alike) > 0");

    private final Responses responses;
    private final InitiativeOverviews overviews;

    InitiativeQueries(Responses responses, InitiativeOverviews overviews) {
        this.responses = responses;
        this.overviews = overviews;
    }

    @GetMapping
    @Operation(summary = "List initiatives")
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "portfolio"},
            named = @Named(filter = "parent", kind = "initiative"),
            stated = @Stated(filter = "owner", condition = OWNS),
            texts = "name",
            choices = @Choice(filter = "level", of = InitiativeLevel.class),
            sorts = {"since", "name", "level"})
    ResponseEntity<byte[]> initiatives(ReadRequest request) {
        TimePoint point = responses.point(request);
        return responses.rows(request, point, Kinds.INITIATIVE, FILTERS, (found, _) -> overviews.of(point, found));
    }

    @GetMapping("/{initiative}")
    @Operation(summary = "Get one initiative")
    @ReadParameters(Form.ITEM)
    ResponseEntity<byte[]> initiative(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        return responses.item(request, point, Kinds.INITIATIVE, id, (initiative, _) -> overviews.of(point, initiative));
    }
}
