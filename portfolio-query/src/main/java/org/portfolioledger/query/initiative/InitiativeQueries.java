package org.portfolioledger.query.initiative;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.portfolioledger.query.answer.Answers;
import org.portfolioledger.query.answer.Asked;
import org.portfolioledger.query.answer.Asks;
import org.portfolioledger.query.answer.Asks.Choice;
import org.portfolioledger.query.answer.Asks.Form;
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

    private static final Map<String, String> FILTERS = Map.of(
            "portfolio", "r.portfolio = :portfolio",
            "parent", "r.parent = :parent",
            "level", "r.state #>> '{level,value}' = :level",
            "owner", "jsonb_exists(r.state #> '{owners,value}', :owner)",
            "name", "position(lower(:name) in lower(r.state #>> '{name,value}')) > 0");

    private final Answers answers;

    InitiativeQueries(Answers answers) {
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "The initiatives that there were")
    @Asks(
            value = Form.LIST,
            filters = {"register", "portfolio", "parent", "owner", "name"},
            choices = @Choice(filter = "level", of = InitiativeLevel.class),
            sorts = {"since", "name", "level"})
    ResponseEntity<byte[]> initiatives(Asked asked) {
        return answers.rows(asked, Kinds.INITIATIVE, FILTERS);
    }

    @GetMapping("/{initiative}")
    @Operation(summary = "One initiative")
    @Asks(Form.ITEM)
    ResponseEntity<byte[]> initiative(@PathVariable("initiative") String id, Asked asked) {
        return answers.item(asked, Kinds.INITIATIVE, id);
    }
}
