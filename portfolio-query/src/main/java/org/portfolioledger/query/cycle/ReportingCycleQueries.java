package org.portfolioledger.query.cycle;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReportingCycleFact.ReportCoverage;
import org.portfolioledger.events.ReportingCycleFact.SubmissionStatus;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.cycle.CycleSubmissions.Reported;
import org.portfolioledger.query.cycle.ExceptionView.Members;
import org.portfolioledger.query.overview.InitiativeOverview;
import org.portfolioledger.query.overview.InitiativeOverviews;
import org.portfolioledger.query.overview.InitiativeStatus;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.review.RecommendationView;
import org.portfolioledger.query.review.ReviewsOfInitiatives;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of a round of reporting: what came in, and what its boards get. */
@RestController
@RequestMapping("/api/v1/reporting-cycles/{reportingCycle}")
final class ReportingCycleQueries {

    private final Responses responses;
    private final Rows rows;
    private final InitiativeOverviews overviews;
    private final CycleSubmissions cycles;

    ReportingCycleQueries(Responses responses, Rows rows, InitiativeOverviews overviews, CycleSubmissions cycles) {
        this.responses = responses;
        this.rows = rows;
        this.overviews = overviews;
        this.cycles = cycles;
    }

    @GetMapping("/submissions")
    @Operation(
            summary = "List the initiatives that a reporting cycle reports on, with the state of each submission. Once"
                    + " the cycle is closed, the list shows what was known when it was closed, as of that day")
    @ReadParameters(value = Form.LIST, choices = @Choice(filter = "status", of = SubmissionStatus.class))
    Answer<PageView<SubmissionView>> submissions(@PathVariable("reportingCycle") String id, ReadRequest request) {
        Reported reported = reported(request, id);
        List<SubmissionView> submissions = reported.submissions().stream()
                .filter(submission -> SubResources.is(request.filter("status"), submission.status()))
                .toList();
        return responses.list(
                request, reported.point(), rows.viewpoint(reported.point(), List.of(reported.cycle())), submissions);
    }

    @GetMapping("/pack")
    @Operation(
            summary =
                    "Get what a reporting cycle puts before its boards. Once the cycle is closed, the pack shows what was known"
                            + " when it was closed, as of that day: always the same bytes")
    @ReadParameters(Form.ITEM)
    Answer<CyclePack> pack(@PathVariable("reportingCycle") String id, ReadRequest request) {
        Reported reported = reported(request, id);
        TimePoint point = reported.point();
        ReportingCycleState cycle = reported.cycle();
        NavigableSet<String> members = reported.initiatives();
        List<InitiativeOverview> found = overviews.at(point, initiatives(point, members));
        List<ReviewState> reviews = ReviewsOfInitiatives.at(
                rows, point, members, Set.of(cycle.portfolio().value()));
        Viewpoint seen = rows.viewpoint(point, List.of(cycle, found, reviews));
        List<InitiativeStatus> status =
                found.stream().map(overview -> overview.status(seen)).toList();
        Members before = new Members(reported.submissions(), status, overdue(reviews, point.asOf()));
        List<PackOfBoard> boards = cycle.reports().value().stream()
                .map(report -> new PackOfBoard(
                        report.board(), report.coverage(), report.dueOn(), ExceptionView.of(cycle, report, before)))
                .toList();
        return responses.answer(
                request,
                point,
                seen,
                new CyclePack(
                        ReportingCycleView.of(cycle, reported.isAnyMissing(), seen),
                        reported.submissions(),
                        status,
                        boards,
                        ReviewsOfInitiatives.openRecommendations(reviews, seen)));
    }

    private Reported reported(ReadRequest request, String id) {
        TimePoint asked = responses.point(request, Kinds.REPORTING_CYCLE, id);
        TimePoint point = CycleSubmissions.fixed(asked, responses.inEffect(request, asked, Kinds.REPORTING_CYCLE, id));
        return cycles.at(point, responses.inEffect(request, point, Kinds.REPORTING_CYCLE, id));
    }

    /**
     * What the boards get.
     *
     * @param submissions submissions of the initiatives on which it reports
     * @param initiatives on which it reports
     * @param boards in the order in which the cycle names them
     * @param recommendations open recommendations from reviews of those initiatives and of the portfolio
     */
    record CyclePack(
            ReportingCycleView reportingCycle,
            List<SubmissionView> submissions,
            List<InitiativeStatus> initiatives,
            List<PackOfBoard> boards,
            List<PartView<RecommendationView>> recommendations) {}

    /**
     * What one board gets.
     *
     * @param coverage all of the pack, a summary of it, or the exceptions; null: not stated
     * @param dueOn last day on which it is to have it; null: not stated
     * @param exceptions empty unless it gets exceptions only
     */
    record PackOfBoard(
            String board,
            @Nullable ReportCoverage coverage,
            @Nullable LocalDate dueOn,
            List<ExceptionView> exceptions) {}

    private List<InitiativeState> initiatives(TimePoint point, NavigableSet<String> ids) {
        Among among = Among.ofIds(List.copyOf(ids));
        return rows.where(point, Kinds.INITIATIVE, among.condition(), among.values()).stream()
                .map(Known::state)
                .toList();
    }

    private static Set<String> overdue(List<ReviewState> reviews, LocalDate asOf) {
        Set<String> overdue = new TreeSet<>();
        for (ReviewState review : reviews) {
            String initiative = review.subject().value().initiative();
            if (initiative != null && review.recommendations().values().stream().anyMatch(one -> one.isOverdue(asOf)))
                overdue.add(initiative);
        }
        return overdue;
    }
}
