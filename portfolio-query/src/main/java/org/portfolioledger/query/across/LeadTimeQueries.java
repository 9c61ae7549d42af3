package org.portfolioledger.query.across;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.MembersEver;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Range;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long the business cases of a portfolio took to their final approval. */
@RestController
@RequestMapping("/api/v1/portfolios/{portfolio}/lead-times")
final class LeadTimeQueries {

    private final AcrossInitiatives across;
    private final Responses responses;
    private final Rows rows;

    LeadTimeQueries(AcrossInitiatives across, Responses responses, Rows rows) {
        this.across = across;
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping
    @Operation(
            summary =
                    "Average days from submission to final approval of the business cases of initiatives that were in a portfolio on the"
                            + " day of the approval, by board, and the cases behind the number")
    @ReadParameters(
            value = Form.LIST,
            ranges = @Range(name = "approved"),
            sorts = {"board", "meanDays", "counted"})
    Answer<PageView<LeadTimes>> leadTimes(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        MembersEver members = across.ever(point, id);
        List<BusinessCaseState> cases = across.of(point, members, id, Kinds.BUSINESS_CASE);
        Viewpoint seen = rows.viewpoint(point, cases);
        List<LeadTimes> all = LeadTimes.byBoard(
                cases, (initiative, day) -> isWithin(request, day) && members.contain(initiative, day), seen);
        return responses.list(request, point, seen, all);
    }

    /** Whether an approval lies in the range that is asked for: from its first day on, before its last. */
    private static boolean isWithin(ReadRequest request, LocalDate day) {
        boolean begun = request.filter("approvedFrom")
                .map(LocalDate::parse)
                .filter(day::isBefore)
                .isEmpty();
        boolean ended = request.filter("approvedTo")
                .map(LocalDate::parse)
                .filter(to -> !day.isBefore(to))
                .isPresent();
        return begun && !ended;
    }
}
