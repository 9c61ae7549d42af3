package org.portfolioledger.query.rating;

import io.swagger.v3.oas.annotations.Operation;
import org.portfolioledger.query.answer.Answers;
import org.portfolioledger.query.answer.Asked;
import org.portfolioledger.query.answer.Asks;
import org.portfolioledger.query.answer.Asks.Choice;
import org.portfolioledger.query.answer.Asks.Form;
import org.portfolioledger.query.answer.Parts;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Assessor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of RAG assessments. */
@RestController
@RequestMapping("/api/v1/initiatives/{initiative}/rag-assessments")
final class RatingQueries {

    private final Answers answers;
    private final Parts parts;

    RatingQueries(Answers answers, Parts parts) {
        this.answers = answers;
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "The latest assessment of each criterion by each assessor")
    @Asks(
            value = Form.LIST,
            filters = "criterion",
            choices = @Choice(filter = "assessor", of = Assessor.class, or = Parts.NOT_STATED),
            sorts = {"since", "criterion"})
    ResponseEntity<byte[]> ratings(@PathVariable("initiative") String id, Asked asked) {
        return parts.list(
                asked,
                Kinds.INITIATIVE,
                id,
                Kinds.RATINGS,
                ratings -> Parts.keyed(ratings.path("ratings")).stream()
                        .filter(part -> Parts.has(part, "criterion", asked.filter("criterion")))
                        .filter(part -> Parts.has(part, "assessor", asked.filter("assessor")))
                        .toList());
    }

    @GetMapping("/{rating}")
    @Operation(summary = "The latest assessment of one criterion by one assessor, as OVERALL:SRO")
    @Asks(Form.ITEM)
    ResponseEntity<byte[]> rating(@PathVariable("initiative") String id, @PathVariable String rating, Asked asked) {
        return answers.item(
                asked, Kinds.RATINGS, id, ratings -> Parts.one(Parts.keyed(ratings.path("ratings")), rating));
    }
}
