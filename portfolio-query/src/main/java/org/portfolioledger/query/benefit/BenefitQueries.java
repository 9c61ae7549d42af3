package org.portfolioledger.query.benefit;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.EntityViews.Viewed;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Named;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.query.figures.FiguresList;
import org.portfolioledger.query.figures.FiguresScope;
import org.portfolioledger.query.figures.FiguresScopes;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BenefitState.BenefitStatus;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.vocabulary.Holder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The benefits of a register, of a portfolio and of an initiative, listed and added up. */
@RestController
@RequestMapping("/api/v1")
final class BenefitQueries {

    private static final String IS_OF_OWNER = "r.kind = 'benefit' and lower(:owner) in"
            + " (lower(r.state #>> '{owner,value,person}'), lower(r.state #>> '{owner,value,post}'))";
    private static final String IS_STATED_IN = "r.kind = 'benefit' and exists"
            + " (select from jsonb_object_keys(r.state -> 'profiles') p where lower(p) = lower(:statedIn))";
    private static final String LISTING =
            "Of each source: its figures, the paper that states them and the board to which it was put. `counts` asks for what"
                    + " counts in the totals; `initiative` for what is expected in one initiative, without those below it;"
                    + " `through` for what counts in the totals through one; `businessGroups` for what exactly these codes, with"
                    + " commas between them, own together.";
    private static final String COUNTING =
            "Each benefit counts once; one that has parts counts through them, and one that is withdrawn does not count."
                    + " Where sources contradict each other and none is preferred, no figure counts, and all are in"
                    + " `contradictions`; `statedIn` counts what one source states. Figures keep their sign: a reduction is"
                    + " below zero. `measured` has what was measured beside what is planned: of measurements of a benefit that"
                    + " have a day in common the last counts, as it does of those that state no period; a period that lies in no"
                    + " one financial year is of no year. `facts` are the positions of the facts behind a sum, at most the first"
                    + " 100; `href` is the list of all that was added.";

    private final BenefitCounts counts;
    private final FiguresScopes scopes;
    private final BenefitViews views;
    private final Responses responses;
    private final Rows rows;

    BenefitQueries(BenefitCounts counts, FiguresScopes scopes, BenefitViews views, Responses responses, Rows rows) {
        this.counts = counts;
        this.scopes = scopes;
        this.views = views;
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping("/portfolios/{portfolio}/benefits")
    @Operation(
            summary = "List the benefits of a portfolio and of its initiatives, with what each source states",
            description = LISTING)
    @ReadParameters(
            value = Form.LIST,
            filters = "initiative",
            named = @Named(filter = FiguresList.THROUGH, kind = "initiative"),
            stated = {
                @Stated(filter = "owner", condition = IS_OF_OWNER),
                @Stated(filter = "statedIn", condition = IS_STATED_IN),
                @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP)
            },
            texts = FiguresList.BUSINESS_GROUPS,
            choices = {
                @Choice(filter = "benefitClass", of = BenefitClass.class, or = SubResources.NOT_STATED),
                @Choice(filter = "status", of = BenefitStatus.class),
                @Choice(filter = "contradictory", of = Whether.class),
                @Choice(filter = FiguresList.COUNTS, of = Whether.class)
            },
            sorts = {"since", "title", "benefitClass", "status"})
    Answer<PageView<BenefitView>> ofPortfolio(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        return list(request, point, scopes.ofPortfolio(point, id));
    }

    @GetMapping("/initiatives/{initiative}/benefits")
    @Operation(
            summary = "List the benefits of an initiative and of those below it, with what each source states",
            description = LISTING)
    @ReadParameters(
            value = Form.LIST,
            named = @Named(filter = FiguresList.THROUGH, kind = "initiative"),
            stated = {
                @Stated(filter = "owner", condition = IS_OF_OWNER),
                @Stated(filter = "statedIn", condition = IS_STATED_IN),
                @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP)
            },
            texts = FiguresList.BUSINESS_GROUPS,
            choices = {
                @Choice(filter = "benefitClass", of = BenefitClass.class, or = SubResources.NOT_STATED),
                @Choice(filter = "status", of = BenefitStatus.class),
                @Choice(filter = "contradictory", of = Whether.class),
                @Choice(filter = FiguresList.COUNTS, of = Whether.class)
            },
            sorts = {"since", "title", "benefitClass", "status"})
    Answer<PageView<BenefitView>> ofInitiative(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        return list(request, point, scopes.ofInitiative(point, id));
    }

    @GetMapping("/registers/{register}/benefits")
    @Operation(summary = "List the benefits of a register, with what each source states", description = LISTING)
    @ReadParameters(
            value = Form.LIST,
            filters = "initiative",
            named = @Named(filter = FiguresList.THROUGH, kind = "initiative"),
            stated = {
                @Stated(filter = "owner", condition = IS_OF_OWNER),
                @Stated(filter = "statedIn", condition = IS_STATED_IN),
                @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP)
            },
            texts = FiguresList.BUSINESS_GROUPS,
            choices = {
                @Choice(filter = "benefitClass", of = BenefitClass.class, or = SubResources.NOT_STATED),
                @Choice(filter = "status", of = BenefitStatus.class),
                @Choice(filter = "contradictory", of = Whether.class),
                @Choice(filter = FiguresList.COUNTS, of = Whether.class)
            },
            sorts = {"since", "title", "benefitClass", "status"})
    Answer<PageView<BenefitView>> ofRegister(@PathVariable("register") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.REGISTER, id);
        return list(request, point, scopes.ofRegister(point, id));
    }

    @GetMapping("/portfolios/{portfolio}/benefit-totals")
    @Operation(summary = "Add up the benefits of a portfolio, beside its targets", description = COUNTING)
    @ReadParameters(
            value = Form.LIST,
            stated = {
                @Stated(filter = "statedIn", condition = IS_STATED_IN),
                @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP)
            },
            choices = {
                @Choice(filter = "benefitClass", of = BenefitClass.class, or = SubResources.NOT_STATED),
                @Choice(filter = "status", of = BenefitStatus.class)
            })
    Answer<BenefitTotals> totalsOfPortfolio(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        PortfolioState portfolio =
                rows.one(point, Kinds.PORTFOLIO, id).map(Rows.Known::state).orElse(null);
        return counts.totals(request, point, scopes.ofPortfolio(point, id), portfolio);
    }

    @GetMapping("/initiatives/{initiative}/benefit-totals")
    @Operation(summary = "Add up the benefits of an initiative and of those below it", description = COUNTING)
    @ReadParameters(
            value = Form.LIST,
            stated = {
                @Stated(filter = "statedIn", condition = IS_STATED_IN),
                @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP)
            },
            choices = {
                @Choice(filter = "benefitClass", of = BenefitClass.class, or = SubResources.NOT_STATED),
                @Choice(filter = "status", of = BenefitStatus.class)
            })
    Answer<BenefitTotals> totalsOfInitiative(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        return counts.totals(request, point, scopes.ofInitiative(point, id), null);
    }

    @GetMapping("/registers/{register}/benefit-totals")
    @Operation(summary = "Add up the benefits of a register", description = COUNTING)
    @ReadParameters(
            value = Form.LIST,
            stated = {
                @Stated(filter = "statedIn", condition = IS_STATED_IN),
                @Stated(filter = "businessGroup", condition = FiguresList.KNOWS_GROUP)
            },
            choices = {
                @Choice(filter = "benefitClass", of = BenefitClass.class, or = SubResources.NOT_STATED),
                @Choice(filter = "status", of = BenefitStatus.class)
            })
    Answer<BenefitTotals> totalsOfRegister(@PathVariable("register") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.REGISTER, id);
        return counts.totals(request, point, scopes.ofRegister(point, id), null);
    }

    private Answer<PageView<BenefitView>> list(ReadRequest request, TimePoint point, FiguresScope scope) {
        List<BenefitState> wanted = scope.all(rows, point, Kinds.BENEFIT).stream()
                .filter(benefit -> isAskedFor(benefit, scope, request))
                .toList();
        Set<String> counting = request.filter(FiguresList.COUNTS).isEmpty()
                ? Set.of()
                : counts.counting(point, wanted).stream()
                        .map(BenefitState::benefit)
                        .collect(Collectors.toSet());
        Viewed<List<BenefitView>> viewed = views.list(
                point,
                wanted.stream()
                        .filter(benefit -> SubResources.is(
                                request.filter(FiguresList.COUNTS), counting.contains(benefit.benefit())))
                        .toList());
        return responses.list(
                request,
                point,
                viewed.seen(),
                viewed.shown().stream()
                        .filter(benefit -> SubResources.is(
                                request.filter("contradictory"),
                                !benefit.contradictions().isEmpty()))
                        .toList());
    }

    /** Whether a benefit is what a question names by its class, status, owner, source, initiative or business group. */
    static boolean isAskedFor(BenefitState benefit, FiguresScope scope, ReadRequest request) {
        Grounded<BenefitClass> of = benefit.benefitClass();
        return SubResources.is(request.filter("benefitClass"), of == null ? null : of.value())
                && SubResources.is(request.filter("status"), benefit.status().value())
                && request.filter("statedIn").stream()
                        .allMatch(source -> benefit.profiles().keySet().stream().anyMatch(source::equalsIgnoreCase))
                && request.filter("owner").stream().allMatch(owner -> isOwnedBy(benefit, owner))
                && FiguresList.isAskedFor(scope, benefit, request);
    }

    private static boolean isOwnedBy(BenefitState benefit, String owner) {
        Holder holder = benefit.owner() == null ? null : benefit.owner().value();
        return holder != null && (owner.equalsIgnoreCase(holder.person()) || owner.equalsIgnoreCase(holder.post()));
    }
}
