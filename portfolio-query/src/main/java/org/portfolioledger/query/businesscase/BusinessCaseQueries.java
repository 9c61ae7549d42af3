package org.portfolioledger.query.businesscase;

import io.swagger.v3.oas.annotations.Operation;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.state.BusinessCaseState.ApprovalCondition;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of the parts of business cases. */
@RestController
@RequestMapping("/api/v1/business-cases")
final class BusinessCaseQueries {

    private final Responses responses;
    private final SubResources parts;

    BusinessCaseQueries(Responses responses, SubResources parts) {
        this.responses = responses;
        this.parts = parts;
    }

    @GetMapping("/{businessCase}/versions")
    @Operation(summary = "List the versions of a business case")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"since"})
    Answer<PageView<PartView<Version>>> versions(@PathVariable("businessCase") String id, ReadRequest request) {
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
    Answer<PartView<Version>> version(
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
    Answer<PageView<PartView<Submission>>> submissions(@PathVariable("businessCase") String id, ReadRequest request) {
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
    Answer<PageView<PartView<Outcome>>> decisions(@PathVariable("businessCase") String id, ReadRequest request) {
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
    Answer<PartView<Outcome>> decision(
            @PathVariable("businessCase") String id, @PathVariable String decision, ReadRequest request) {
        return responses.item(
                request,
                Kinds.BUSINESS_CASE,
                id,
                (found, seen) -> PartView.one(PartView.numbered(found.decided(), seen), decision));
    }

    @GetMapping("/{businessCase}/conditions")
    @Operation(summary = "List the conditions of approvals of a business case, and what became of each")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"since", "board"})
    Answer<PageView<PartView<ApprovalCondition>>> conditions(
            @PathVariable("businessCase") String id, ReadRequest request) {
        return parts.list(
                request,
                Kinds.BUSINESS_CASE,
                id,
                Kinds.BUSINESS_CASE,
                (found, seen) -> PartView.keyed(found.conditions(), seen));
    }

    @GetMapping("/{businessCase}/conditions/{condition}")
    @Operation(summary = "Get one condition of an approval of a business case")
    @ReadParameters(Form.ITEM)
    Answer<PartView<ApprovalCondition>> condition(
            @PathVariable("businessCase") String id, @PathVariable String condition, ReadRequest request) {
        return responses.item(
                request,
                Kinds.BUSINESS_CASE,
                id,
                (found, seen) -> PartView.one(PartView.keyed(found.conditions(), seen), condition));
    }
}
