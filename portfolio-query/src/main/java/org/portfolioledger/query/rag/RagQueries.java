package org.portfolioledger.query.rag;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.overview.InitiativeOverviews;
import org.portfolioledger.query.overview.RatingPortfolios;
import org.portfolioledger.query.overview.ShownRating;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RagState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of RAG assessments. */
@RestController
@RequestMapping("/api/v1/initiatives/{initiative}/rag-assessments")
final class RagQueries {

    private final Responses responses;
    private final SubResources parts;
    private final RatingPortfolios portfolios;

    RagQueries(Responses responses, SubResources parts, RatingPortfolios portfolios) {
        this.portfolios = portfolios;
        this.responses = responses;
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "List the latest assessment of each criterion by each assessor")
    @ReadParameters(
            value = Form.LIST,
            stated = @Stated(filter = "criterion", condition = InitiativeOverviews.KNOWS_CRITERION),
            choices = @Choice(filter = "assessor", of = Assessor.class, or = SubResources.NOT_STATED),
            sorts = {"since", "criterion"})
    Answer<PageView<PartView<ShownRating>>> ratings(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        PortfolioState portfolio = portfolio(point, id);
        return parts.list(
                request,
                point,
                id,
                Kinds.RAG,
                besides(portfolio),
                (ratings, seen) -> shown(ratings, portfolio, seen).stream()
                        .filter(part -> SubResources.is(
                                request.filter("criterion"),
                                part.value().rating().criterion()))
                        .filter(part -> SubResources.is(
                                request.filter("assessor"),
                                part.value().rating().assessor()))
                        .toList());
    }

    @GetMapping("/{rating}")
    @Operation(summary = "Get the latest assessment of one criterion by one assessor, such as OVERALL:SRO")
    @ReadParameters(Form.ITEM)
    Answer<PartView<ShownRating>> rating(
            @PathVariable("initiative") String id, @PathVariable String rating, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.RAG, id);
        PortfolioState portfolio = portfolio(point, id);
        return responses.item(
                request,
                point,
                Kinds.RAG,
                id,
                besides(portfolio),
                (ratings, seen) -> PartView.one(shown(ratings, portfolio, seen), rating));
    }

    private @Nullable PortfolioState portfolio(TimePoint point, String initiative) {
        return portfolios.of(point, initiative).orElse(null);
    }

    /** A rating shows what its portfolio made of its scheme. */
    private static List<PortfolioState> besides(@Nullable PortfolioState portfolio) {
        return portfolio == null ? List.of() : List.of(portfolio);
    }

    private static List<PartView<ShownRating>> shown(
            RagState ratings, @Nullable PortfolioState portfolio, Viewpoint seen) {
        return PartView.keyed(RatingPortfolios.shown(ratings, portfolio), seen);
    }
}
