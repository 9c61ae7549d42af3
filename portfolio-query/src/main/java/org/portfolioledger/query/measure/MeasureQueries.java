package org.portfolioledger.query.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.EntityViews.Viewed;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.Seen;
import org.portfolioledger.query.answer.SegmentPages;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeasureState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of what is counted, beside its list and its items. */
@RestController
@RequestMapping("/api/v1")
final class MeasureQueries {

    private final Responses responses;
    private final Rows rows;
    private final MeasureViews views;
    private final SegmentPages segments;

    MeasureQueries(Responses responses, Rows rows, MeasureViews views, SegmentPages segments) {
        this.responses = responses;
        this.rows = rows;
        this.views = views;
        this.segments = segments;
    }

    @GetMapping("/initiatives/{initiative}/measures")
    @Operation(summary = "List the measures of an initiative, each with its values against its target")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "open", of = Whether.class),
            sorts = {"since", "name"})
    Answer<PageView<MeasureView>> measures(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        List<MeasureState> measures = rows
                .where(
                        point,
                        Kinds.MEASURE,
                        "r.refs @> array[:stream::text]",
                        Map.of("stream", Kinds.INITIATIVE.stream(id)))
                .stream()
                .map(Known::state)
                .filter(measure -> SubResources.is(request.filter("open"), measure.isOpen()))
                .toList();
        Viewed<List<MeasureView>> viewed = views.list(point, measures);
        return responses.list(request, point, viewed.seen(), viewed.shown());
    }

    @GetMapping("/measures/{measure}/timeline")
    @Operation(
            summary =
                    "List the segments of a measure by first day: which values and which target held when, and how far"
                            + " one was from the other")
    @ReadParameters(Form.HISTORY)
    Answer<PageView<MeasureSegment>> timeline(@PathVariable("measure") String id, ReadRequest request) {
        return segments.list(
                request,
                Kinds.MEASURE,
                id,
                (from, to, measure, first) ->
                        new MeasureSegment(from, to, new Seen<>(MeasureView.of(measure, first), first)));
    }

    /**
     * What a measure was through a range of days, as it was to be seen on the first.
     *
     * @param to first day on which it no longer held; null: without end
     */
    record MeasureSegment(
            LocalDate from, @JsonInclude @Nullable LocalDate to, Seen<MeasureView> measure) {}
}
