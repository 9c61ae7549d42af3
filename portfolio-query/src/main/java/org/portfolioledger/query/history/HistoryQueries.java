package org.portfolioledger.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.Seen;
import org.portfolioledger.query.answer.StoredFacts;
import org.portfolioledger.query.answer.StoredFacts.Reading;
import org.portfolioledger.query.answer.StreamPages;
import org.portfolioledger.query.overview.RatingPortfolios;
import org.portfolioledger.query.overview.RatingPortfolios.RatingsThrough;
import org.portfolioledger.query.overview.ShownRating;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.FactDecoder;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of an initiative, over all days. */
@RestController
@RequestMapping("/api/v1/initiatives/{initiative}")
final class HistoryQueries {

    private static final List<Kind<?, ?>> OWN = List.of(Kinds.INITIATIVE, Kinds.APPOINTMENTS, Kinds.RAG);

    private static final String REPLACED =
            FactType.of(RatingSchemeReplaced.class).typeName();

    private final PortfolioMembers portfolioMembers;
    private final FactDecoder reading = new FactDecoder();
    private final Responses responses;
    private final Rows rows;
    private final StoredFacts facts;
    private final RatingPortfolios portfolios;
    private final FactHistory history;

    HistoryQueries(
            Responses responses,
            Rows rows,
            StoredFacts facts,
            RatingPortfolios portfolios,
            PortfolioMembers portfolioMembers) {
        this.portfolioMembers = portfolioMembers;
        this.portfolios = portfolios;
        this.responses = responses;
        this.rows = rows;
        this.facts = facts;
        this.history = new FactHistory(rows, facts);
    }

    @GetMapping("/history")
    @Operation(
            summary =
                    "List the facts about an initiative, its business cases and the replacement of schemes by which it was rated,"
                            + " with the difference that each made")
    @ReadParameters(Form.HISTORY)
    Answer<PageView<FactHistory.Entry>> history(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        StreamPages.Page page = StreamPages.page(facts, point, readings(point, id), request.page(), isShown(point, id));
        return responses.answer(
                request, point, null, Pages.page(request, point, history.of(point, page.facts()), page.after()));
    }

    /** The streams that are about an initiative, and of the portfolios in which it ever lay the replacements of schemes. */
    private List<Reading> readings(TimePoint point, String id) {
        List<Reading> readings = new ArrayList<>();
        for (Kind<?, ?> kind : OWN) readings.add(new Reading(kind.stream(id), 0, null));
        for (String businessCase : rows.idsOf(point, Kinds.BUSINESS_CASE.name(), id))
            readings.add(new Reading(Kinds.BUSINESS_CASE.stream(businessCase), 0, null));
        for (String portfolio : portfolioMembers.portfoliosEver(point, id))
            readings.add(new Reading(Kinds.PORTFOLIO.stream(portfolio), 0, REPLACED));
        return readings;
    }

    /** Of the replacements of schemes those of a scheme by which it was rated. */
    private Predicate<StoredEvent> isShown(TimePoint point, String initiative) {
        Map<String, Boolean> ratedBy = new HashMap<>();
        return fact -> !fact.type().equals(REPLACED)
                || (reading.recorded(fact).fact() instanceof RatingSchemeReplaced replaced
                        && ratedBy.computeIfAbsent(
                                replaced.scheme(), scheme -> rows.isRatedBy(point, initiative, scheme)));
    }

    @GetMapping("/timeline")
    @Operation(
            summary =
                    "Get the timeline of an initiative: segments of the initiative, its roles, its ratings and its business cases")
    @ReadParameters(Form.RECORD)
    Answer<TimelineView> timeline(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        SortedMap<String, List<SegmentView<BusinessCaseState>>> cases = new TreeMap<>();
        for (String businessCase : rows.idsOf(point, Kinds.BUSINESS_CASE.name(), id)) {
            List<SegmentView<BusinessCaseState>> segments = segments(
                    point,
                    // What it was once known to concern, it may concern no more.
                    rows.segments(point, Kinds.BUSINESS_CASE, businessCase).stream()
                            .filter(segment -> segment.state().initiative().equals(id))
                            .toList());
            if (!segments.isEmpty()) cases.put(businessCase, segments);
        }
        return responses.answer(
                request,
                point,
                null,
                new TimelineView(
                        id,
                        segments(point, rows.segments(point, Kinds.INITIATIVE, id)),
                        segments(point, rows.segments(point, Kinds.APPOINTMENTS, id)),
                        ratings(point, id),
                        cases));
    }

    /**
     * What held when.
     *
     * @param cases by id
     */
    record TimelineView(
            String id,
            List<SegmentView<InitiativeState>> initiative,
            List<SegmentView<AppointmentsState>> appointments,
            List<SegmentView<RatingsView>> rag,
            @JsonProperty("business-case") SortedMap<String, List<SegmentView<BusinessCaseState>>> cases) {}

    /**
     * How an initiative was rated.
     *
     * @param ratings by "criterion:assessor"
     */
    record RatingsView(String initiative, SortedMap<String, Grounded<ShownRating>> ratings) {}

    /**
     * What held through a range of days, as it was to be seen on the first.
     *
     * @param to first day on which it no longer held; null: without end
     */
    record SegmentView<S>(
            @Nullable LocalDate from, @JsonInclude @Nullable LocalDate to, Seen<S> state) {}

    private <S> List<SegmentView<S>> segments(TimePoint point, List<Known<S>> found) {
        Viewpoint seen = rows.viewpoint(point, found.stream().map(Known::state).toList());
        return found.stream()
                .map(row -> segment(row.from(), row.to(), row.state(), seen))
                .toList();
    }

    private static <S> SegmentView<S> segment(
            @Nullable LocalDate from, @Nullable LocalDate to, S state, Viewpoint seen) {
        return new SegmentView<>(from, to, new Seen<>(state, from == null ? seen : seen.on(from)));
    }

    private List<SegmentView<RatingsView>> ratings(TimePoint point, String id) {
        List<RatingsThrough> through = portfolios.through(point, id);
        Viewpoint seen = rows.viewpoint(point, through);
        return through.stream()
                .map(range ->
                        segment(range.from(), range.to(), new RatingsView(range.initiative(), range.ratings()), seen))
                .toList();
    }
}
