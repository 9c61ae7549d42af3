package org.portfolioledger.query.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.ComparedPoints;
import org.portfolioledger.query.answer.ComparedPoints.ComparedPoint;
import org.portfolioledger.query.answer.EntityViews.Viewed;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.risk.CountedRisks.Counted;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.RiskState.RiskStatus;
import org.portfolioledger.vocabulary.Holder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The risks and issues of a portfolio and of its initiatives. */
@RestController
@RequestMapping("/api/v1/portfolios/{portfolio}")
final class RiskQueries {

    private static final String IS_OF_OWNER = "r.kind = 'risk' and lower(:owner) in"
            + " (lower(r.state #>> '{owner,value,person}'), lower(r.state #>> '{owner,value,post}'))";
    private static final String RESIDUAL = "RESIDUAL";

    private final PortfolioRisks portfolioRisks;
    private final Responses responses;
    private final RiskViews views;
    private final Rows rows;

    RiskQueries(PortfolioRisks portfolioRisks, Responses responses, RiskViews views, Rows rows) {
        this.portfolioRisks = portfolioRisks;
        this.responses = responses;
        this.views = views;
        this.rows = rows;
    }

    @GetMapping("/risks")
    @Operation(summary = "List the risks and issues of a portfolio and of its initiatives")
    @ReadParameters(
            value = Form.LIST,
            stated = @Stated(filter = "owner", condition = IS_OF_OWNER),
            choices = {
                @Choice(filter = "kind", of = RiskKind.class),
                @Choice(filter = "level", of = RiskLevel.class),
                @Choice(filter = "status", of = RiskStatus.class),
                @Choice(filter = "open", of = Whether.class)
            },
            counts =
                    @Count(
                            name = "scoreAtLeast",
                            least = 0,
                            most = 25,
                            otherwise = 0,
                            meaning =
                                    "least present score, the product of probability and impact; 0: also those not scored"),
            sorts = {"since", "title", "level", "status", "score"})
    Answer<PageView<RiskView>> risks(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        Viewed<List<RiskView>> viewed = views.list(point, portfolioRisks.of(point, id));
        List<RiskView> wanted = viewed.shown().stream()
                .filter(risk -> isAskedFor(risk, request))
                .toList();
        return responses.list(request, point, viewed.seen(), wanted);
    }

    @GetMapping("/risk-heat-map")
    @Operation(
            summary = "Count the risks of a portfolio by probability and impact",
            description =
                    "Counts what is in a register: what was neither proposed only nor closed. Risks that are linked as"
                            + " the same count once, on their highest level. `initiative` asks for the risks of one"
                            + " initiative and of those below it, such as a programme. From the day on which a risk scheme is"
                            + " replaced, the one that replaced it is counted alone; scores by the earlier one are in `history`.")
    @ReadParameters(
            value = Form.ITEM,
            filters = "initiative",
            choices = {
                @Choice(filter = "score", of = RiskScoreKind.class),
                @Choice(filter = "kind", of = RiskKind.class),
                @Choice(filter = "level", of = RiskLevel.class)
            })
    Answer<RiskHeatMap> heatMap(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        RiskScoreKind score = RiskScoreKind.valueOf(request.filter("score").orElse(RESIDUAL));
        CountedRisks all = request.filter("initiative")
                .map(initiative -> portfolioRisks.counted(point, id, initiative, score))
                .orElseGet(() -> portfolioRisks.counted(point, id, score));
        List<Counted> counted = all.counted().values().stream()
                .filter(one -> SubResources.is(
                        request.filter("kind"), one.risk().kind().value()))
                .filter(one -> SubResources.is(
                        request.filter("level"), one.risk().level().value()))
                .toList();
        List<RiskState> shown = counted.stream().map(Counted::risk).toList();
        return responses.answer(request, point, rows.viewpoint(point, shown), RiskHeatMap.of(score, counted));
    }

    @GetMapping("/risk-movements")
    @Operation(
            summary = "List how the risks of a portfolio moved between two time points",
            description = ComparedPoints.DESCRIPTION)
    @ReadParameters(
            value = Form.COMPARISON,
            choices = @Choice(filter = "score", of = RiskScoreKind.class),
            texts = {"from", "to"})
    Answer<RiskMovements> movements(@PathVariable("portfolio") String id, ReadRequest request) {
        ComparedPoints points =
                ComparedPoints.of(responses, request, responses.registerOf(request, Kinds.PORTFOLIO, id), 1);
        if (rows.changed(points.from(), points.to()).isReversed()) throw ReadRequest.reversed("from", "lies after to");
        RiskScoreKind score = RiskScoreKind.valueOf(request.filter("score").orElse(RESIDUAL));
        List<RiskMovement> moved = RiskMovement.between(
                portfolioRisks.counted(points.from(), id, score), portfolioRisks.counted(points.to(), id, score));
        List<String> after = request.page().after();
        List<RiskMovement> rest = after == null
                ? moved
                : moved.stream()
                        .filter(one -> one.risk().compareTo(after.getFirst()) > 0)
                        .toList();
        List<RiskMovement> shown = rest.subList(0, Math.min(request.page().limit(), rest.size()));
        List<String> next =
                rest.size() > shown.size() ? points.cursor(shown.getLast().risk()) : null;
        PageView<RiskMovement> page = Pages.page(request, points.to(), shown, next);
        return responses.answer(
                request,
                points.to(),
                null,
                new RiskMovements(
                        ComparedPoint.of(points.from()),
                        ComparedPoint.of(points.to()),
                        score,
                        page.items(),
                        page.next()));
    }

    /**
     * How risks moved between two points.
     *
     * @param score which score is compared
     * @param next cursor of the page after it; null: it is the last
     */
    record RiskMovements(
            ComparedPoint from,
            ComparedPoint to,
            RiskScoreKind score,
            List<RiskMovement> items,
            @JsonInclude @Nullable String next) {}

    private static boolean isAskedFor(RiskView risk, ReadRequest request) {
        int least = request.count("scoreAtLeast");
        return SubResources.is(request.filter("kind"), risk.state().kind().value())
                && SubResources.is(request.filter("level"), risk.state().level().value())
                && SubResources.is(
                        request.filter("status"), risk.state().status().value())
                && SubResources.is(request.filter("open"), risk.open())
                && (least == 0 || (risk.score() != null && risk.score() >= least))
                && request.filter("owner").stream().allMatch(owner -> isOwnedBy(risk.state(), owner));
    }

    private static boolean isOwnedBy(RiskState risk, String owner) {
        Holder holder = risk.owner() == null ? null : risk.owner().value();
        return holder != null && (owner.equalsIgnoreCase(holder.person()) || owner.equalsIgnoreCase(holder.post()));
    }
}
