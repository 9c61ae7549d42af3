package org.portfolioledger.query.history;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import org.portfolioledger.query.answer.StoredFacts;
import org.portfolioledger.query.answer.StoredFacts.Reading;
import org.portfolioledger.query.answer.StreamPages;
import org.portfolioledger.query.overview.RatingPortfolios;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.FactDecoder;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of an initiative, over all days. */
@RestController
@RequestMapping("/api/v1/initiatives/{initiative}")
final class HistoryQueries {

    private static final List<Kind<?, ?>> OWN = List.of(Kinds.INITIATIVE, Kinds.APPOINTMENTS, Kinds.RAG);

    private static final List<String> SEGMENTS = Stream.concat(OWN.stream(), Stream.of(Kinds.BUSINESS_CASE))
            .map(Kind::name)
            .toList();

    private static final String REPLACED =
            FactType.of(RatingSchemeReplaced.class).typeName();

    private final PortfolioMembers portfolioMembers;
    private final FactDecoder reading = new FactDecoder();
    private final Responses responses;
    private final Rows rows;
    private final StoredFacts facts;
    private final FactHistory history;
    private final InitiativeTimeline timeline;

    HistoryQueries(
            Responses responses,
            Rows rows,
            StoredFacts facts,
            RatingPortfolios portfolios,
            PortfolioMembers portfolioMembers) {
        this.portfolioMembers = portfolioMembers;
        this.responses = responses;
        this.rows = rows;
        this.facts = facts;
        this.history = new FactHistory(rows, facts);
        this.timeline = new InitiativeTimeline(rows, portfolios);
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
                    "List the segments of an initiative, its roles, its ratings and its business cases: what held when,"
                            + " by first day, kind and id")
    @ReadParameters(value = Form.HISTORY, texts = "kind")
    Answer<PageView<SegmentView>> timeline(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        Optional<String> kind = request.word("kind", SEGMENTS);
        InitiativeTimeline.Page page =
                timeline.page(point, id, kind.map(Set::of).orElse(Set.copyOf(SEGMENTS)), request.page());
        return responses.answer(request, point, null, Pages.page(request, point, page.segments(), page.after()));
    }
}
