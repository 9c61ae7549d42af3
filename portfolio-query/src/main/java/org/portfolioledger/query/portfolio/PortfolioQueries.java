package org.portfolioledger.query.portfolio;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.portfolioledger.query.answer.Answers;
import org.portfolioledger.query.answer.Asked;
import org.portfolioledger.query.answer.Asks;
import org.portfolioledger.query.answer.Asks.Form;
import org.portfolioledger.query.answer.Parts;
import org.portfolioledger.state.Kinds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of portfolios and their rating schemes. */
@RestController
@RequestMapping("/api/v1/portfolios")
final class PortfolioQueries {

    private final Answers answers;
    private final Parts parts;

    PortfolioQueries(Answers answers, Parts parts) {
        this.answers = answers;
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "The portfolios that there were")
    @Asks(
            value = Form.LIST,
            filters = "register",
            sorts = {"since", "name"})
    ResponseEntity<byte[]> portfolios(Asked asked) {
        return answers.rows(asked, Kinds.PORTFOLIO, Map.of());
    }

    @GetMapping("/{portfolio}")
    @Operation(summary = "One portfolio")
    @Asks(Form.ITEM)
    ResponseEntity<byte[]> portfolio(@PathVariable("portfolio") String id, Asked asked) {
        return answers.item(asked, Kinds.PORTFOLIO, id);
    }

    @GetMapping("/{portfolio}/rating-schemes")
    @Operation(summary = "Its rating schemes, every version with its written definitions")
    @Asks(Form.LIST)
    ResponseEntity<byte[]> schemes(@PathVariable("portfolio") String id, Asked asked) {
        return parts.list(
                asked, Kinds.PORTFOLIO, id, Kinds.PORTFOLIO, portfolio -> Parts.keyed(portfolio.path("schemes")));
    }

    @GetMapping("/{portfolio}/rating-schemes/{scheme}")
    @Operation(summary = "One version of a rating scheme, as MPS_2011:1")
    @Asks(Form.ITEM)
    ResponseEntity<byte[]> scheme(@PathVariable("portfolio") String id, @PathVariable String scheme, Asked asked) {
        return answers.item(
                asked, Kinds.PORTFOLIO, id, portfolio -> Parts.one(Parts.keyed(portfolio.path("schemes")), scheme));
    }
}
