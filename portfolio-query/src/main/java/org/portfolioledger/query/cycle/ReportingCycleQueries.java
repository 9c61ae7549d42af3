package org.portfolioledger.query.cycle;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReportingCycleFact.ReportCoverage;
import org.portfolioledger.events.ReportingCycleFact.SubmissionStatus;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.EntityView;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.overview.InitiativeOverview;
import org.portfolioledger.query.overview.InitiativeOverviews;
import org.portfolioledger.query.overview.InitiativeStatus;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.review.RecommendationView;
import org.portfolioledger.query.review.ReviewsOfInitiatives;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Recommendation;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.ReportingCycleState.CycleClosure;
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
    private final PortfolioMembers portfolioMembers;

    ReportingCycleQueries(
            Responses responses, Rows rows, InitiativeOverviews overviews, PortfolioMembers portfolioMembers) {
        this.responses = responses;
        this.rows = rows;
        this.overviews = overviews;
        this.portfolioMembers = portfolioMembers;
    }

    @GetMapping("/submissions")
    @Operation(
            summary = "List the initiatives that a reporting cycle reports on, and how the submission of each stands")
    @ReadParameters(value = Form.LIST, choices = @Choice(filter = "status", of = SubmissionStatus.class))
    Answer<PageView<SubmissionView>> submissions(@PathVariable("reportingCycle") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.REPORTING_CYCLE, id);
        ReportingCycleState cycle = responses.inEffect(request, point, Kinds.REPORTING_CYCLE, id);
        List<SubmissionView> submissions = submissions(cycle, reportedOn(point, cycle), point.asOf()).stream()
                .filter(submission -> SubResources.is(request.filter("status"), submission.status()))
                .toList();
        return responses.list(request, point, rows.viewpoint(point, List.of(cycle)), submissions);
    }

    @GetMapping("/pack")
    @Operation(
            summary =
                    "Get what a reporting cycle puts before its boards. Once the cycle is closed, it is what was known"
                            + " when it was closed, of that day: the same bytes for ever")
    @ReadParameters(Form.ITEM)
    Answer<CyclePack> pack(@PathVariable("reportingCycle") String id, ReadRequest request) {
        TimePoint asked = responses.point(request, Kinds.REPORTING_CYCLE, id);
        ReportingCycleState asAsked = responses.inEffect(request, asked, Kinds.REPORTING_CYCLE, id);
        TimePoint point = fixed(request, asked, asAsked);
        ReportingCycleState cycle = responses.inEffect(request, point, Kinds.REPORTING_CYCLE, id);
        NavigableSet<String> members = reportedOn(point, cycle);
        List<InitiativeOverview> found = overviews.at(point, initiatives(point, members));
        List<ReviewState> reviews = ReviewsOfInitiatives.at(rows, point, members);
        Viewpoint seen = rows.viewpoint(point, List.of(cycle, found, reviews));
        List<SubmissionView> submissions = submissions(cycle, members, point.asOf());
        List<InitiativeStatus> status =
                found.stream().map(overview -> overview.status(seen)).toList();
        Set<String> overdue = overdue(reviews, point.asOf());
        List<PackOfBoard> boards = cycle.reports().value().stream()
                .map(report -> new PackOfBoard(
                        report.board(),
                        report.coverage(),
                        report.dueOn(),
                        ExceptionView.of(cycle, report, submissions, status, overdue)))
                .toList();
        return responses.answer(
                request,
                point,
                seen,
                new CyclePack(
                        EntityView.of(cycle, seen),
                        submissions,
                        status,
                        boards,
                        ReviewsOfInitiatives.openRecommendations(reviews, seen)));
    }

    /**
     * What the boards get.
     *
     * @param submissions of the initiatives on which it reports
     * @param initiatives on which it reports
     * @param boards in the order in which the cycle names them
     * @param recommendations of reviews of those initiatives, as far as they are not followed to their end
     */
    record CyclePack(
            EntityView<ReportingCycleState> reportingCycle,
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

    /** The point of a pack: that of the closure, once the cycle is closed; the one that is asked for till then. */
    private TimePoint fixed(ReadRequest request, TimePoint asked, ReportingCycleState cycle) {
        Grounded<CycleClosure> closure = cycle.closure();
        return closure == null
                ? asked
                : responses.point(
                        request,
                        request.question().at("knownAt", closure.since(), new KnownAt.AtPosition(closure.fact())),
                        cycle.register());
    }

    /** The initiatives that are to submit, and any other that did or about which an exception was raised. */
    private NavigableSet<String> reportedOn(TimePoint point, ReportingCycleState cycle) {
        List<String> scope = cycle.scope().value();
        Stream<String> asked = scope.isEmpty()
                ? portfolioMembers.allOpenIn(point, cycle.portfolio().value()).stream()
                        .map(InitiativeState::initiative)
                : scope.stream();
        NavigableSet<String> initiatives = asked.collect(Collectors.toCollection(TreeSet::new));
        initiatives.addAll(cycle.submissions().keySet());
        cycle.exceptions()
                .forEach(exception -> initiatives.add(exception.value().initiative()));
        return initiatives;
    }

    private static List<SubmissionView> submissions(
            ReportingCycleState cycle, NavigableSet<String> initiatives, LocalDate asOf) {
        return initiatives.stream()
                .map(initiative -> SubmissionView.of(cycle, initiative, asOf))
                .toList();
    }

    private List<InitiativeState> initiatives(TimePoint point, NavigableSet<String> ids) {
        Among among = Among.ofIds(List.copyOf(ids));
        return rows.where(point, Kinds.INITIATIVE, among.condition(), among.values()).stream()
                .map(Known::state)
                .toList();
    }

    private static Set<String> overdue(List<ReviewState> reviews, LocalDate asOf) {
        Set<String> overdue = new TreeSet<>();
        for (ReviewState review : reviews)
            for (Recommendation recommendation : review.recommendations().values())
                if (recommendation.isOverdue(asOf))
                    overdue.add(review.subject().value().initiative());
        return overdue;
    }
}
