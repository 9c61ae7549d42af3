package org.portfolioledger.query.history;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether what is answered from rows is what the facts come to. */
@RestController
final class VerificationQueries {

    private static final List<String> KINDS = Kinds.ALL.stream().map(Kind::name).toList();
    private static final int MOST_SHOWN = 100;

    private final Responses responses;
    private final Verification verification;
    private final Semaphore underWay = new Semaphore(1);

    VerificationQueries(Responses responses, Verification verification) {
        this.responses = responses;
        this.verification = verification;
    }

    @GetMapping("/api/v1/audit/rows")
    @Operation(
            summary = "Compare the rows with the fold of the facts at a time point:"
                    + " of all entities, of a kind, or of one; shows the first 100 differences")
    @ReadParameters(
            value = Form.ITEM,
            filters = {"kind", "id", "register"})
    ResponseEntity<byte[]> rows(ReadRequest request) {
        Verification.Scope scope = Verification.scope(request.word("kind", KINDS), request.filter("id"));
        TimePoint point = responses.point(request);
        if (!underWay.tryAcquire()) throw Problem.of(HttpProblem.BUSY, "Another verification is under way");
        try {
            return responses.answer(request, point, page(verification.at(point, scope)));
        } finally {
            underWay.release();
        }
    }

    private static ObjectNode page(Verification.Report report) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("facts", report.facts());
        page.put("rows", report.rows());
        page.put("overlapping", report.overlapping());
        page.put("differing", report.differences().size());
        ArrayNode differences = page.putArray("differences");
        report.differences().stream().limit(MOST_SHOWN).forEach(difference -> {
            ObjectNode shown = differences.addObject();
            shown.put("kind", difference.kind());
            shown.put("id", difference.id());
            shown.set("folded", difference.folded());
            shown.set("stored", difference.stored());
        });
        ArrayNode unfolded = page.putArray("unfolded");
        report.unfolded()
                .forEach(one -> unfolded.addObject().put("stream", one.stream()).put("reason", one.reason()));
        return page;
    }
}
