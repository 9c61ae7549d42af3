package org.portfolioledger.query.across;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.review.ReviewsOfInitiatives;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.Paper;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which business cases were written anew in the last days before a gate. */
@RestController
@RequestMapping("/api/v1/portfolios/{portfolio}/papers-changed-before-gates")
final class GatePaperQueries {

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
                    "List the versions of business cases of a portfolio that were recorded in the last days before a gate"
                            + " of their initiative")
    @ReadParameters(
            value = Form.LIST,
            counts =
                    @Count(
                            name = "days",
                            least = 0,
                            most = 3650,
                            otherwise = 5,
                            meaning =
                                    "Versions are listed that are of the day of a gate, or of so many days before it."),
            sorts = {"since", "initiative", "gateOn"})
    Answer<PageView<PartView<PaperBeforeGate>>> papers(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        List<BusinessCaseState> cases = across.of(point, id, Kinds.BUSINESS_CASE);
        List<ReviewState> reviews = ReviewsOfInitiatives.at(
                rows,
                point,
                cases.stream().map(BusinessCaseState::initiative).collect(Collectors.toCollection(TreeSet::new)));
        Viewpoint seen = rows.viewpoint(point, List.of(cases, reviews));
        List<PartView<PaperBeforeGate>> papers = new ArrayList<>();
        for (ReviewState review : reviews)
            for (BusinessCaseState each : cases)
                if (each.initiative().equals(review.subject().value().initiative()))
                    papers.addAll(before(review, each, request.count("days"), seen));
        papers.sort(Comparator.<PartView<PaperBeforeGate>, LocalDate>comparing(
                        part -> part.value().gateOn())
                .thenComparing(PartView::id));
        return responses.list(request, point, seen, papers);
    }

    /**
     * A version of a business case that was recorded shortly before a gate.
     *
     * @param review id of the review
     * @param gateOn day on which it was held, or for which it is planned
     * @param daysBefore from the version to the gate; 0: both are of one day
     */
    record PaperBeforeGate(
            String initiative,
            String review,
            ReviewKind kind,
            LocalDate gateOn,
            String businessCase,
            int version,
            Paper paper,
            long daysBefore) {}

    private static List<PartView<PaperBeforeGate>> before(
            ReviewState review, BusinessCaseState written, int days, Viewpoint seen) {
        LocalDate gateOn = gateOn(review);
        List<PartView<PaperBeforeGate>> papers = new ArrayList<>();
        if (gateOn == null) return papers;
        for (Grounded<Version> version : written.versions().values()) {
            long before = ChronoUnit.DAYS.between(version.since(), gateOn);
            if (before < 0 || before > days) continue;
            PaperBeforeGate shown = new PaperBeforeGate(
                    written.initiative(),
                    review.review(),
                    review.kind().value(),
                    gateOn,
                    written.businessCase(),
                    version.value().version(),
                    version.value().paper(),
                    before);
            papers.add(PartView.of(
                    "%s:%s:%s".formatted(review.review(), written.businessCase(), shown.version()),
                    version,
                    shown,
                    seen));
        }
        return papers;
    }

    /** The day of a gate; null: it is none, will not be held, or nobody says when. */
    private static @Nullable LocalDate gateOn(ReviewState review) {
        if (!review.kind().value().isGate() || !review.isOpen()) return null;
        if (review.held() != null) return review.held().since();
        return review.plannedFor() == null ? null : review.plannedFor().value();
    }
}
