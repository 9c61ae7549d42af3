package org.portfolioledger.query.businesscase;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.portfolioledger.query.answer.Answers;
import org.portfolioledger.query.answer.Asked;
import org.portfolioledger.query.answer.Asks;
import org.portfolioledger.query.answer.Asks.Choice;
import org.portfolioledger.query.answer.Asks.Form;
import org.portfolioledger.query.answer.Parts;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.CaseStage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Reads of business cases. */
@RestController
@RequestMapping("/api/v1/business-cases")
final class BusinessCaseQueries {

    private final Answers answers;
    private final Parts parts;

    BusinessCaseQueries(Answers answers, Parts parts) {
        this.answers = answers;
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "The business cases that there were")
    @Asks(
            value = Form.LIST,
            filters = {"register", "initiative"},
            choices = @Choice(filter = "stage", of = CaseStage.class),
            sorts = {"since", "title", "stage"})
    ResponseEntity<byte[]> cases(Asked asked) {
        return answers.rows(
                asked,
                Kinds.BUSINESS_CASE,
                Map.of("initiative", "r.initiative = :initiative", "stage", "r.state #>> '{stage,value}' = :stage"));
    }

    @GetMapping("/{businessCase}")
    @Operation(summary = "One business case")
    @Asks(Form.ITEM)
    ResponseEntity<byte[]> businessCase(@PathVariable("businessCase") String id, Asked asked) {
        return answers.item(asked, Kinds.BUSINESS_CASE, id);
    }

    @GetMapping("/{businessCase}/versions")
    @Operation(summary = "Its versions")
    @Asks(
            value = Form.LIST,
            sorts = {"since"})
    ResponseEntity<byte[]> versions(@PathVariable("businessCase") String id, Asked asked) {
        return parts.list(asked, Kinds.BUSINESS_CASE, id, Kinds.BUSINESS_CASE, BusinessCaseQueries::versions);
    }

    @GetMapping("/{businessCase}/versions/{version}")
    @Operation(summary = "One version")
    @Asks(Form.ITEM)
    ResponseEntity<byte[]> version(@PathVariable("businessCase") String id, @PathVariable String version, Asked asked) {
        return answers.item(asked, Kinds.BUSINESS_CASE, id, found -> Parts.one(versions(found), version));
    }

    @GetMapping("/{businessCase}/submissions")
    @Operation(summary = "When which version was put to the boards")
    @Asks(
            value = Form.LIST,
            sorts = {"since"})
    ResponseEntity<byte[]> submissions(@PathVariable("businessCase") String id, Asked asked) {
        return parts.list(
                asked,
                Kinds.BUSINESS_CASE,
                id,
                Kinds.BUSINESS_CASE,
                found -> Parts.numbered(found.path("submissions")));
    }

    @GetMapping("/{businessCase}/decisions")
    @Operation(summary = "What boards decided on it, in order")
    @Asks(
            value = Form.LIST,
            sorts = {"since"})
    ResponseEntity<byte[]> decisions(@PathVariable("businessCase") String id, Asked asked) {
        return parts.list(asked, Kinds.BUSINESS_CASE, id, Kinds.BUSINESS_CASE, BusinessCaseQueries::decisions);
    }

    @GetMapping("/{businessCase}/decisions/{decision}")
    @Operation(summary = "One decision on it, by the position of the fact that first said it")
    @Asks(Form.ITEM)
    ResponseEntity<byte[]> decision(
            @PathVariable("businessCase") String id, @PathVariable String decision, Asked asked) {
        return answers.item(asked, Kinds.BUSINESS_CASE, id, found -> Parts.one(decisions(found), decision));
    }

    private static List<ObjectNode> versions(ObjectNode businessCase) {
        return Parts.keyed(businessCase.path("versions"));
    }

    private static List<ObjectNode> decisions(ObjectNode businessCase) {
        return Parts.numbered(businessCase.path("outcomes"));
    }
}
