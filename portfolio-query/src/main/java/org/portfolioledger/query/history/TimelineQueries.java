package org.portfolioledger.query.history;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What held when of an initiative, over all days. */
@RestController
final class TimelineQueries {

    private final Responses responses;
    private final InitiativeTimeline timeline;

    TimelineQueries(Responses responses, InitiativeTimeline timeline) {
        this.responses = responses;
        this.timeline = timeline;
    }

    @GetMapping("/api/v1/initiatives/{initiative}/timeline")
    @Operation(
            summary =
                    "List the segments of an initiative, of its roles with those who held them, of its ratings and of what belongs to it:"
                            + " what held when, by first day, kind and id")
    @ReadParameters(value = Form.HISTORY, texts = "kind")
    Answer<PageView<SegmentView>> timeline(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        List<String> all = InitiativeTimeline.KINDS;
        Optional<String> kind = request.word("kind", all);
        InitiativeTimeline.Page page =
                timeline.page(point, id, kind.map(Set::of).orElse(Set.copyOf(all)), request.page());
        return responses.answer(request, point, null, Pages.page(request, point, page.segments(), page.after()));
    }
}
