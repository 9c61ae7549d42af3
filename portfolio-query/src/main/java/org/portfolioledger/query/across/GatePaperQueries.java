package org.portfolioledger.query.across;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.MembersEver;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.review.ReviewsOfInitiatives;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which papers changed in the last days before a gate. */
@RestController
@RequestMapping("/api/v1/portfolios/{portfolio}/papers-changed-before-gates")
final class GatePaperQueries {

    private static final String HAS_CONTENT = "exists (select from jsonb_each(r.state -> 'versions') v"
            + " where v.value #>> '{value,sha256}' = any(:hashes))";

    private final AcrossInitiatives across;
    private final Responses responses;
    private final Rows rows;

    GatePaperQueries(AcrossInitiatives across, Responses responses, Rows rows) {
        this.across = across;
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping
    @Operation(
            summary =
                    "List the papers that changed in the last days before a gate of an initiative that was in a portfolio:"
                            + " later versions of business cases and documents, and papers of meetings that replaced"
                            + " others, of the initiative and of those below it")
    @ReadParameters(
            value = Form.LIST,
            counts =
                    @Count(
                            name = "days",
                            least = 0,
                            most = 3650,
                            otherwise = 5,
                            meaning =
                                    "Lists papers that changed on the day of a gate, or within this number of days before it."),
            sorts = {"since", "initiative", "gateOn"})
    Answer<PageView<PartView<PaperBeforeGate>>> papers(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        MembersEver members = across.ever(point, id);
        List<Gate> gates = ReviewsOfInitiatives.at(rows, point, members.initiatives()).stream()
                .flatMap(review -> Stream.ofNullable(Gate.of(review, point.asOf())))
                .filter(gate -> members.contain(gate.initiative(), gate.countsOn()))
                .toList();
        GatePapers papers = papers(point, members, id, gates);
        Viewpoint seen = rows.viewpoint(
                point, List.of(papers.states(), gates.stream().map(Gate::review).toList()));
        List<PartView<PaperBeforeGate>> listed = gates.stream()
                .flatMap(gate -> papers.before(gate, members, request.count("days"), seen).stream())
                .sorted(Comparator.<PartView<PaperBeforeGate>, LocalDate>comparing(
                                part -> part.value().gateOn())
                        .thenComparing(PartView::id))
                .toList();
        return responses.list(request, point, seen, listed);
    }

    /**
     * A gate of an initiative.
     *
     * @param on day on which it was held, or for which it is planned
     * @param countsOn the same, or the day in question if that is earlier
     */
    record Gate(ReviewState review, String initiative, LocalDate on, LocalDate countsOn) {

        /** Null: it is no gate of an initiative, will not be held, or nobody says when. */
        static @Nullable Gate of(ReviewState review, LocalDate asOf) {
            String initiative = review.subject().value().initiative();
            LocalDate on = on(review);
            boolean counts = review.kind().value().isGate() && review.isOpen();
            if (!counts || initiative == null || on == null) return null;
            return new Gate(review, initiative, on, on.isAfter(asOf) ? asOf : on);
        }

        private static @Nullable LocalDate on(ReviewState review) {
            if (review.held() != null) return review.held().since();
            return review.plannedFor() == null ? null : review.plannedFor().value();
        }
    }

    /** What may be a paper of the gates. */
    private GatePapers papers(TimePoint point, MembersEver members, String portfolio, List<Gate> gates) {
        if (gates.isEmpty()) return new GatePapers(List.of(), List.of(), List.of());
        List<BusinessCaseState> cases = across.of(point, members, portfolio, Kinds.BUSINESS_CASE);
        List<String> streams = new ArrayList<>();
        members.initiatives().forEach(initiative -> streams.add(Kinds.INITIATIVE.stream(initiative)));
        cases.forEach(each -> streams.add(Kinds.BUSINESS_CASE.stream(each.businessCase())));
        List<MeetingState> meetings = states(
                point, Kinds.MEETING, "r.refs && :streams::text[]", Map.of("streams", streams.toArray(String[]::new)));
        NavigableSet<String> hashes = new TreeSet<>();
        cases.forEach(each -> each.versions()
                .values()
                .forEach(version -> hashes.add(version.value().paper().sha256())));
        meetings.forEach(each ->
                each.papers().forEach(paper -> hashes.add(paper.value().paper().sha256())));
        List<DocumentState> documents =
                states(point, Kinds.DOCUMENT, HAS_CONTENT, Map.of("hashes", hashes.toArray(String[]::new)));
        return new GatePapers(cases, meetings, documents);
    }

    private <S> List<S> states(TimePoint point, Kind<?, S> kind, String condition, Map<String, ?> values) {
        return rows.where(point, kind, condition, values).stream()
                .map(Known::state)
                .toList();
    }
}
