package org.portfolioledger.query.businesscase;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.CaseStage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of business cases. */
@RestController
@RequestMapping("/api/v1/business-cases")
final class BusinessCaseQueries {

    private final Responses responses;
    private final SubResources parts;

    BusinessCaseQueries(Responses responses, SubResources parts) {
        this.responses = responses;
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "List business cases")
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative"},
            choices = @Choice(filter = "stage", of = CaseStage.class),
            sorts = {"since", "title", "stage"})
    ResponseEntity<byte[]> cases(ReadRequest request) {
        return responses.rows(
                request,
                Kinds.BUSINESS_CASE,
                Map.of("initiative", "r.initiative = :initiative", "stage", "r.state #>> '{stage,value}' = :stage"));
    }

    @GetMapping("/{businessCase}")
    @Operation(summary = "Get one business case")
    @ReadParameters(Form.ITEM)
    ResponseEntity<byte[]> businessCase(@PathVariable("businessCase") String id, ReadRequest request) {
        return responses.item(request, Kinds.BUSINESS_CASE, id);
    }

    @GetMapping("/{businessCase}/versions")
    @Operation(summary = "List the versions of a business case")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"since"})
    ResponseEntity<byte[]> versions(@PathVariable("businessCase") String id, ReadRequest request) {
        return parts.list(
                request,
                Kinds.BUSINESS_CASE,
                id,
                Kinds.BUSINESS_CASE,
                (found, seen) -> PartView.keyed(found.versions(), seen));
    }

    @GetMapping("/{businessCase}/versions/{version}")
    @Operation(summary = "Get one version of a business case")
    @ReadParameters(Form.ITEM)
    ResponseEntity<byte[]> version(
            @PathVariable("businessCase") String id, @PathVariable String version, ReadRequest request) {
        return responses.item(
                request,
                Kinds.BUSINESS_CASE,
                id,
                (found, seen) -> PartView.one(PartView.keyed(found.versions(), seen), version));
    }

    @GetMapping("/{businessCase}/submissions")
    @Operation(summary = "List the submissions of a business case")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"since"})
    ResponseEntity<byte[]> submissions(@PathVariable("businessCase") String id, ReadRequest request) {
        return parts.list(
                request,
                Kinds.BUSINESS_CASE,
                id,
                Kinds.BUSINESS_CASE,
                (found, seen) -> PartView.numbered(found.submissions(), seen));
    }

    @GetMapping("/{businessCase}/decisions")
    @Operation(summary = "List the decisions on a business case, in order")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"since"})
    ResponseEntity<byte[]> decisions(@PathVariable("businessCase") String id, ReadRequest request) {
        return parts.list(
                request,
                Kinds.BUSINESS_CASE,
                id,
                Kinds.BUSINESS_CASE,
                (found, seen) -> PartView.numbered(found.decided(), seen));
    }

    @GetMapping("/{businessCase}/decisions/{decision}")
    @Operation(summary = "Get one decision on a business case, by the position of its first fact")
    @ReadParameters(Form.ITEM)
    ResponseEntity<byte[]> decision(
            @PathVariable("businessCase") String id, @PathVariable String decision, ReadRequest request) {
        return responses.item(
                request,
                Kinds.BUSINESS_CASE,
                id,
                (found, seen) -> PartView.one(PartView.numbered(found.decided(), seen), decision));
    }
}
