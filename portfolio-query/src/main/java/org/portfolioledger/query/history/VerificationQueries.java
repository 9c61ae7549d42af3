package org.portfolioledger.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.JsonNode;

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
            return responses.answer(request, point, null, VerificationView.of(verification.at(point, scope)));
        } finally {
            underWay.release();
        }
    }

    /**
     * Whether rows are what the facts come to.
     *
     * @param facts number of facts that were looked at
     * @param rows number of rows that hold then
     * @param overlapping pairs of rows of one entity that overlap
     * @param differing number of rows that differ
     * @param differences the first of them
     * @param unfolded streams whose facts could not be folded
     */
    record VerificationView(
            long facts,
            long rows,
            long overlapping,
            int differing,
            List<DifferentRow> differences,
            List<UnfoldedStream> unfolded) {

        static VerificationView of(Verification.Report report) {
            return new VerificationView(
                    report.facts(),
                    report.rows(),
                    report.overlapping(),
                    report.differences().size(),
                    report.differences().stream()
                            .limit(MOST_SHOWN)
                            .map(DifferentRow::of)
                            .toList(),
                    report.unfolded().stream()
                            .map(one -> new UnfoldedStream(one.stream(), one.reason()))
                            .toList());
        }
    }

    /**
     * A row that is not what the facts come to.
     *
     * @param folded null: by the facts nothing holds
     * @param stored null: no row is there
     */
    record DifferentRow(
            String kind,
            String id,
            @JsonInclude @Nullable JsonNode folded,
            @JsonInclude @Nullable JsonNode stored) {

        static DifferentRow of(Verification.Difference difference) {
            return new DifferentRow(difference.kind(), difference.id(), difference.folded(), difference.stored());
        }
    }

    /** A stream whose facts could not be folded. */
    record UnfoldedStream(String stream, String reason) {}
}
