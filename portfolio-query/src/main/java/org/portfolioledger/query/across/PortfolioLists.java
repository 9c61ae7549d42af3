package org.portfolioledger.query.across;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.RecommendationState;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.query.across.AcrossInitiatives.EventSource;
import org.portfolioledger.query.across.AcrossInitiatives.Members;
import org.portfolioledger.query.across.AcrossInitiatives.Source;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.EntityView;
import org.portfolioledger.query.answer.MembersEver;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Range;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.query.businesscase.BusinessCaseView;
import org.portfolioledger.query.measure.MeasureView;
import org.portfolioledger.query.milestone.MilestoneView;
import org.portfolioledger.query.overview.InitiativeOverviews;
import org.portfolioledger.query.overview.PostHolders;
import org.portfolioledger.query.overview.RatingPortfolios;
import org.portfolioledger.query.overview.ShownRating;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.review.RecommendationView;
import org.portfolioledger.query.review.ReviewViews;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.ActionState.ActionStatus;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Running;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeasureState;
import org.portfolioledger.state.RagState;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What concerns the initiatives of a portfolio, asked across them. */
@RestController
@RequestMapping("/api/v1/portfolios/{portfolio}")
final class PortfolioLists {

    private final AcrossInitiatives across;
    private final ReviewViews reviews;
    private final PostHolders posts;

    PortfolioLists(AcrossInitiatives across, ReviewViews reviews, PostHolders posts) {
        this.posts = posts;
        this.across = across;
        this.reviews = reviews;
    }

    @GetMapping("/rag-assessments")
    @Operation(summary = "List the latest assessment of each criterion by each assessor, of every open initiative")
    @ReadParameters(
            value = Form.LIST,
            stated = @Stated(filter = "criterion", condition = InitiativeOverviews.KNOWS_CRITERION),
            texts = "scheme",
            counts =
                    @Count(name = "schemeVersion", least = 1, most = 1_000_000, meaning = "The version of the scheme."),
            choices = {
                @Choice(filter = "rating", of = RagRating.class),
                @Choice(filter = "assessor", of = Assessor.class, or = SubResources.NOT_STATED),
                @Choice(filter = "inForce", of = Whether.class)
            },
            sorts = {"since", "initiative", "rating", "criterion"})
    Answer<PageView<PartView<RatingOfInitiative>>> ratings(@PathVariable("portfolio") String id, ReadRequest request) {
        return across.list(
                request,
                id,
                InitiativeState::isOpen,
                _ -> List.of(new Source<>(Kinds.RAG, PortfolioLists::ratingsIn)),
                part -> SubResources.is(
                                request.filter("inForce"), part.value().rating().isInForce())
                        && AcrossInitiatives.matches(part, without(request, "inForce")));
    }

    private static Map<String, String> without(ReadRequest request, String filter) {
        Map<String, String> others = new HashMap<>(request.filters());
        others.remove(filter);
        return others;
    }

    @GetMapping("/appointments")
    @Operation(summary = "List who holds which role, and which roles are vacant, of every open initiative")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "role", of = Role.class),
            sorts = {"since", "initiative", "role"})
    Answer<PageView<PartView<RoleOfInitiative>>> appointments(
            @PathVariable("portfolio") String id, ReadRequest request) {
        return across.list(
                request,
                id,
                InitiativeState::isOpen,
                point -> List.of(new Source<>(
                        Kinds.APPOINTMENTS, (roles, members, seen) -> appointmentsIn(point, roles, members, seen))));
    }

    @GetMapping("/decisions")
    @Operation(
            summary =
                    "List what boards decided on initiatives and on their business cases while these were in a portfolio")
    @ReadParameters(
            value = Form.LIST,
            filters = "board",
            choices = @Choice(filter = "outcome", of = BoardOutcome.class, or = SubResources.NOT_STATED),
            sorts = {"since", "initiative", "outcome"})
    Answer<PageView<DecisionOnInitiative>> decisions(@PathVariable("portfolio") String id, ReadRequest request) {
        return across.events(
                request,
                id,
                List.of(
                        new EventSource<>(Kinds.BUSINESS_CASE, PortfolioLists::decisionsOnCase),
                        new EventSource<>(Kinds.BOARD, PortfolioLists::decisionsBeside)));
    }

    @GetMapping("/business-cases")
    @Operation(summary = "List the business cases of the initiatives of a portfolio")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "stage", of = CaseStage.class, or = SubResources.NOT_STATED),
            sorts = {"initiative", "title", "stage"})
    Answer<PageView<BusinessCaseView>> businessCases(@PathVariable("portfolio") String id, ReadRequest request) {
        return across.list(request, id, _ -> true, List.of(new Source<>(Kinds.BUSINESS_CASE, PortfolioLists::cases)));
    }

    @GetMapping("/dependencies")
    @Operation(summary = "List the dependencies that an initiative of a portfolio gives or receives")
    @ReadParameters(
            value = Form.LIST,
            choices = {
                @Choice(filter = "type", of = DependencyType.class),
                @Choice(filter = "status", of = DependencyStatus.class),
                @Choice(filter = "conflict", of = Whether.class)
            },
            sorts = {"status", "importance"})
    Answer<PageView<EntityView<DependencyState>>> dependencies(
            @PathVariable("portfolio") String id, ReadRequest request) {
        return across.list(
                request,
                id,
                _ -> true,
                _ -> List.of(new Source<>(
                        Kinds.DEPENDENCY, (dependency, _, seen) -> List.of(EntityView.of(dependency, seen)))),
                dependency -> isAskedFor(dependency, request));
    }

    private static boolean isAskedFor(EntityView<DependencyState> dependency, ReadRequest request) {
        return SubResources.is(request.filter("conflict"), dependency.state().isConflict())
                && AcrossInitiatives.matches(dependency, without(request, "conflict"));
    }

    @GetMapping("/milestones")
    @Operation(
            summary = "List the milestones of every open initiative, and by how much they slip against a baseline",
            description =
                    "They are compared with the baseline in force of their initiative, unless `baseline` names another"
                            + " by its number: the first, for instance. With `against`, their dates in the baseline that it names"
                            + " take the place of the expected ones. What is in no such baseline has no `slippage`."
                            + " Where a date is not exact to the day, `slippage` has no `days`, but the least and the most that"
                            + " they can be; `slippedBy` asks for the least.")
    @ReadParameters(
            value = Form.LIST,
            stated = {
                @Stated(filter = "baseline", condition = MilestoneView.HAS_BASELINE),
                @Stated(filter = "against", condition = MilestoneView.HAS_OTHER_BASELINE)
            },
            choices = {
                @Choice(filter = "kind", of = MilestoneKind.class, or = SubResources.NOT_STATED),
                @Choice(filter = "status", of = MilestoneStatus.class),
                @Choice(filter = "overdue", of = Whether.class)
            },
            ranges = @Range(name = "due"),
            counts =
                    @Count(
                            name = "slippedBy",
                            least = 1,
                            most = 36_500,
                            meaning = "Only those that slip by so many days."),
            sorts = {"since", "initiative", "name", "kind", "status", "dueOn", "leastDays"})
    Answer<PageView<PartView<MilestoneView>>> milestones(@PathVariable("portfolio") String id, ReadRequest request) {
        return across.list(
                request,
                id,
                InitiativeState::isOpen,
                _ -> List.of(new Source<>(
                        Kinds.MILESTONES,
                        (state, members, seen) -> members.contain(state.initiative())
                                ? MilestoneView.askedFor(state, request, seen)
                                : List.of())),
                _ -> true);
    }

    @GetMapping("/measures")
    @Operation(
            summary =
                    "List the measures of a portfolio and of its initiatives, each with its values against its target")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "open", of = Whether.class),
            sorts = {"initiative", "name", "unit"})
    Answer<PageView<MeasureView>> measures(@PathVariable("portfolio") String id, ReadRequest request) {
        return across.list(
                request,
                id,
                _ -> true,
                List.of(new Source<>(
                        Kinds.MEASURE,
                        (measure, members, seen) ->
                                isOf(measure, members) ? List.of(MeasureView.of(measure, seen)) : List.of())));
    }

    private static boolean isOf(MeasureState measure, Members members) {
        return (measure.initiative() != null
                        && members.contain(measure.initiative().value()))
                || (measure.portfolio() != null
                        && members.id().equals(measure.portfolio().value()));
    }

    @GetMapping("/actions")
    @Operation(summary = "List the actions that concern an initiative of a portfolio")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "status", of = ActionStatus.class),
            sorts = {"initiative", "dueOn", "status"})
    Answer<PageView<EntityView<ActionState>>> actions(@PathVariable("portfolio") String id, ReadRequest request) {
        return across.list(
                request,
                id,
                _ -> true,
                List.of(new Source<>(Kinds.ACTION, (action, _, seen) -> List.of(EntityView.of(action, seen)))));
    }

    @GetMapping("/reviews")
    @Operation(summary = "List the reviews of a portfolio and of its initiatives")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "kind", of = ReviewKind.class),
            sorts = {"kind", "plannedFor"})
    Answer<PageView<EntityView<ReviewState>>> reviews(@PathVariable("portfolio") String id, ReadRequest request) {
        return across.list(
                request,
                id,
                _ -> true,
                point -> List.of(new Source<>(
                        Kinds.REVIEW,
                        (review, members, seen) ->
                                isOf(review, members) ? List.of(reviews.view(point, review, seen)) : List.of())));
    }

    @GetMapping("/recommendations")
    @Operation(summary = "List what reviews of a portfolio and of its initiatives recommended, and its progress")
    @ReadParameters(
            value = Form.LIST,
            choices = {
                @Choice(filter = "grade", of = RecommendationGrade.class, or = SubResources.NOT_STATED),
                @Choice(filter = "state", of = RecommendationState.class),
                @Choice(filter = "open", of = Whether.class),
                @Choice(filter = "overdue", of = Whether.class),
                @Choice(filter = "recurs", of = Whether.class)
            },
            sorts = {"since", "review", "grade", "dueOn", "state"})
    Answer<PageView<PartView<RecommendationView>>> recommendations(
            @PathVariable("portfolio") String id, ReadRequest request) {
        return across.list(
                request,
                id,
                _ -> true,
                List.of(new Source<>(
                        Kinds.REVIEW,
                        (review, members, seen) ->
                                isOf(review, members) ? RecommendationView.of(review, seen) : List.of())));
    }

    /** Whether the portfolio or one of the initiatives is what is reviewed. */
    private static boolean isOf(ReviewState review, Members members) {
        ReviewSubject subject = review.subject().value();
        return members.contain(subject.initiative()) || members.id().equals(subject.portfolio());
    }

    /** A decision that concerns an initiative. */
    sealed interface DecisionOnInitiative {}

    /** A decision on a business case of an initiative. */
    @SchemaName("DecisionOnInitiativesCase")
    record OnCase(@JsonUnwrapped PartView<DecisionOnCaseOfInitiative> part) implements DecisionOnInitiative {}

    /** A decision on an initiative that concerns no business case. */
    @SchemaName("DecisionOnInitiativeItself")
    record OnInitiative(@JsonUnwrapped PartView<DecisionBeside> part) implements DecisionOnInitiative {}

    /** A rating of an initiative. */
    record RatingOfInitiative(
            String initiative, @JsonUnwrapped ShownRating rating) {}

    /** How a role of an initiative is held. */
    record RoleOfInitiative(
            String initiative, Role role, @JsonUnwrapped Running holding) {}

    /** A decision on a business case of an initiative. */
    record DecisionOnCaseOfInitiative(
            String initiative,
            String businessCase,
            @JsonUnwrapped Outcome outcome) {}

    /**
     * A decision of a board that concerns an initiative and no business case.
     *
     * @param board that decided
     */
    record DecisionBeside(String board, @JsonUnwrapped BoardState.Decision decision) {}

    private static List<PartView<RatingOfInitiative>> ratingsIn(RagState rag, Members members, Viewpoint seen) {
        List<PartView<RatingOfInitiative>> ratings = new ArrayList<>();
        if (!members.contain(rag.initiative())) return ratings;
        RatingPortfolios.shown(rag, members.portfolio())
                .forEach((id, rating) -> ratings.add(
                        PartView.of(id, rating, new RatingOfInitiative(rag.initiative(), rating.value()), seen)));
        return ratings;
    }

    private List<PartView<RoleOfInitiative>> appointmentsIn(
            TimePoint point, AppointmentsState appointments, Members members, Viewpoint without) {
        String initiative = appointments.initiative();
        List<PartView<RoleOfInitiative>> roles = new ArrayList<>();
        if (!members.contain(initiative)) return roles;
        AppointmentsState held = posts.at(point, appointments);
        Viewpoint seen = posts.seen(point, appointments, held, without);
        held.running()
                .forEach((role, holding) -> roles.add(PartView.of(
                        holding.value().appointment(),
                        holding,
                        new RoleOfInitiative(initiative, role, holding.value()),
                        seen)));
        return roles;
    }

    private static List<DecisionOnInitiative> decisionsOnCase(
            BusinessCaseState businessCase, MembersEver members, Viewpoint seen) {
        List<DecisionOnInitiative> decisions = new ArrayList<>();
        for (Grounded<Outcome> outcome : businessCase.decided()) {
            if (!members.contain(businessCase.initiative(), outcome.since())) continue;
            decisions.add(new OnCase(PartView.of(
                    Long.toString(outcome.place()),
                    outcome,
                    new DecisionOnCaseOfInitiative(
                            businessCase.initiative(), businessCase.businessCase(), outcome.value()),
                    seen)));
        }
        return decisions;
    }

    /** A board's decisions on other matters that concern one of the initiatives. */
    private static List<DecisionOnInitiative> decisionsBeside(BoardState board, MembersEver members, Viewpoint seen) {
        List<Grounded<BoardState.Decision>> all =
                new ArrayList<>(board.decisions().values());
        all.addAll(board.retractedDecisions());
        List<DecisionOnInitiative> decisions = new ArrayList<>();
        for (Grounded<BoardState.Decision> decided : all) {
            String initiative = decided.value().initiative();
            if (initiative != null && members.contain(initiative, decided.since()))
                decisions.add(new OnInitiative(PartView.of(
                        decided.value().decision(),
                        decided,
                        new DecisionBeside(board.board(), decided.value()),
                        seen)));
        }
        return decisions;
    }

    private static List<BusinessCaseView> cases(BusinessCaseState businessCase, Members members, Viewpoint seen) {
        return members.contain(businessCase.initiative())
                ? List.of(BusinessCaseView.of(businessCase, seen))
                : List.of();
    }
}
