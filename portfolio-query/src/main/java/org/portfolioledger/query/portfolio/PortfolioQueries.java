package org.portfolioledger.query.portfolio;

import io.swagger.v3.oas.annotations.Operation;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState.RoleDescription;
import org.portfolioledger.state.PortfolioState.Scheme;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of the rating schemes and the role descriptions of portfolios. */
@RestController
@RequestMapping("/api/v1/portfolios")
final class PortfolioQueries {

    private final Responses responses;
    private final SubResources parts;

    PortfolioQueries(Responses responses, SubResources parts) {
        this.responses = responses;
        this.parts = parts;
    }

    @GetMapping("/{portfolio}/rating-schemes")
    @Operation(summary = "List the rating schemes of a portfolio, every version with its written definitions")
    @ReadParameters(Form.LIST)
    Answer<PageView<PartView<Scheme>>> schemes(@PathVariable("portfolio") String id, ReadRequest request) {
        return parts.list(
                request,
                Kinds.PORTFOLIO,
                id,
                Kinds.PORTFOLIO,
                (portfolio, seen) -> PartView.keyed(portfolio.schemes(), seen));
    }

    @GetMapping("/{portfolio}/rating-schemes/{scheme}")
    @Operation(summary = "Get one version of a rating scheme, such as MPS_2011:1")
    @ReadParameters(Form.ITEM)
    Answer<PartView<Scheme>> scheme(
            @PathVariable("portfolio") String id, @PathVariable String scheme, ReadRequest request) {
        return responses.item(
                request,
                Kinds.PORTFOLIO,
                id,
                (portfolio, seen) -> PartView.one(PartView.keyed(portfolio.schemes(), seen), scheme));
    }

    @GetMapping("/{portfolio}/role-descriptions")
    @Operation(summary = "List what each role means in a portfolio")
    @ReadParameters(
            value = Form.LIST,
            sorts = {"since", "role"})
    Answer<PageView<PartView<RoleDescription>>> roles(@PathVariable("portfolio") String id, ReadRequest request) {
        return parts.list(
                request,
                Kinds.PORTFOLIO,
                id,
                Kinds.PORTFOLIO,
                (portfolio, seen) -> PartView.keyed(portfolio.roles(), seen));
    }

    @GetMapping("/{portfolio}/role-descriptions/{role}")
    @Operation(summary = "Get what one role means in a portfolio")
    @ReadParameters(Form.ITEM)
    Answer<PartView<RoleDescription>> role(
            @PathVariable("portfolio") String id, @PathVariable String role, ReadRequest request) {
        return responses.item(
                request,
                Kinds.PORTFOLIO,
                id,
                (portfolio, seen) -> PartView.one(PartView.keyed(portfolio.roles(), seen), role));
    }
}
