package org.portfolioledger.query.collection;

import java.util.Map;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Named;
import org.portfolioledger.query.answer.ReadParameters.Range;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.state.AccountingAssessmentState;
import org.portfolioledger.state.AccountingAssessmentState.AccountingStatus;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.ActionState.ActionStatus;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BenefitState.BenefitStatus;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.ContractState;
import org.portfolioledger.state.ContractState.ContractStatus;
import org.portfolioledger.state.DeliveryPlanState;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.EqualityAssessmentState;
import org.portfolioledger.state.ExternalRequestState;
import org.portfolioledger.state.ExternalRequestState.ExternalRequestStatus;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MappingState;
import org.portfolioledger.state.MeasureState;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.MeetingState.MeetingStatus;
import org.portfolioledger.state.OutsideDecisionState;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.ProtectiveMarkingState;
import org.portfolioledger.state.RegisterState;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.RiskState.RiskStatus;
import org.portfolioledger.state.VacancyRequestState;
import org.portfolioledger.state.VacancyRequestState.VacancyStatus;
import org.portfolioledger.state.WorkforceControlState;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Role;

/** The kinds that are read as a list and its items: a new family adds one entry here, and needs no class for them. */
final class EntityCollections {

    private static final String OWNED =
            "exists (select from jsonb_array_elements_text(r.state #> '{owners,value}') o where lower(o) = lower(:owner))";
    private static final String OWNS = "r.kind = 'portfolio' and exists"
            + " (select from jsonb_object_keys(r.state -> 'businessGroups') g where lower(g) = lower(:owner))"
            + " or r.kind = 'initiative' and "
            + OWNED;
    private static final String CALLED = "exists (select from jsonb_each(r.state -> 'aliases') a"
            + " where lower(a.value #>> '{value}') = lower(:alias))";
    private static final String IS_CALLED = "r.kind = 'initiative' and " + CALLED;
    private static final String ON_LEVEL = "r.state #>> '{level,value}' = :level collate query.alike";

    private static final String REFERS_TO_INITIATIVE = "r.refs @> array['initiative-' || :initiative]";
    private static final String REFERS_TO_PORTFOLIO = "r.refs @> array['portfolio-' || :portfolio]";
    private static final String IS_OF_OWNER = "lower(:owner) in"
            + " (lower(r.state #>> '{owner,value,person}'), lower(r.state #>> '{owner,value,post}'))";
    private static final String IS_OF_SUPPLIER = "(lower(r.state #>> '{supplier,value}') = lower(:supplier)"
            + " or exists (select from jsonb_each(r.state -> 'lots') l"
            + " where lower(l.value #>> '{value,supplier,value}') = lower(:supplier)))";
    private static final String IS_STATED_IN =
            "exists (select from jsonb_object_keys(r.state -> 'profiles') p where lower(p) = lower(:statedIn))";
    private static final String IS_OPEN = "r.state #>> '{closure,since}' is null";
    private static final String IS_IN_UNIT = "lower(r.state #>> '{unit,value}') = lower(:unit)";
    private static final String HAS_PASSED = "coalesce((r.state #>> '{%s}')::date < :asOf::date, false)";
    private static final String HAS_LATE_ITEM = "exists (select from jsonb_each(r.state -> 'items') i"
            + " where i.value #>> '{state,value}' in ('OPEN', 'IN_PROGRESS')"
            + " and coalesce(i.value #>> '{dueOn,value}', r.state #>> '{period,value,lastDay}')::date < :asOf::date)";
    private static final String HOLDS_POST = "lower(r.state #>> '{holder,value,person}') = lower(:person)";
    private static final String HAS_HASH = "exists (select from jsonb_each(r.state -> 'versions') v"
            + " where v.value #>> '{value,sha256}' = lower(:sha256))";

    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            sorts = {"since", "name"})
    static final EntityCollection<RegisterState> REGISTERS = new EntityCollection<>(Kinds.REGISTER, "registers");

    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            sorts = {"since", "name"})
    static final EntityCollection<PortfolioState> PORTFOLIOS = new EntityCollection<>(Kinds.PORTFOLIO, "portfolios");

    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "portfolio"},
            named = @Named(filter = "parent", kind = "initiative"),
            stated = {@Stated(filter = "owner", condition = OWNS), @Stated(filter = "alias", condition = IS_CALLED)},
            texts = "name",
            choices = @Choice(filter = "level", of = InitiativeLevel.class),
            sorts = {"since", "name", "level"})
    static final EntityCollection<InitiativeState> INITIATIVES = new EntityCollection<>(
            Kinds.INITIATIVE,
            "initiatives",
            Map.of(
                    "owner",
                    OWNED,
                    "alias",
                    CALLED,
                    "name",
                    "strpos(r.state #>> '{name,value}', :name collate query.alike) > 0"));

    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            named = @Named(filter = "parent", kind = "board"),
            stated = @Stated(filter = "level", condition = "r.kind = 'board' and " + ON_LEVEL),
            sorts = {"since", "name", "level"})
    static final EntityCollection<BoardState> BOARDS =
            new EntityCollection<>(Kinds.BOARD, "boards", Map.of("level", ON_LEVEL));

    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative"},
            choices = @Choice(filter = "stage", of = CaseStage.class),
            sorts = {"since", "title", "stage"})
    static final EntityCollection<BusinessCaseState> BUSINESS_CASES =
            new EntityCollection<>(Kinds.BUSINESS_CASE, "business-cases");

    /** An initiative is found as giver and as receiver. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative"},
            choices = {
                @Choice(filter = "type", of = DependencyType.class),
                @Choice(filter = "status", of = DependencyStatus.class)
            },
            sorts = {"since", "status", "importance"})
    static final EntityCollection<DependencyState> DEPENDENCIES =
            new EntityCollection<>(Kinds.DEPENDENCY, "dependencies", Map.of("initiative", REFERS_TO_INITIATIVE));

    /** A document is found by the hash of any of its versions. */
    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            named = @Named(filter = "replacedBy", kind = "document"),
            stated = @Stated(filter = "sha256", condition = "r.kind = 'document' and " + HAS_HASH),
            choices = {
                @Choice(filter = "kind", of = DocumentKind.class),
                @Choice(filter = "marking", of = Marking.class),
                @Choice(filter = "publication", of = Publication.class)
            },
            sorts = {"since", "title", "reviewBy"})
    static final EntityCollection<DocumentState> DOCUMENTS = new EntityCollection<>(
            Kinds.DOCUMENT,
            "documents",
            Map.of(
                    "replacedBy",
                    "r.state #>> '{closure,value,by}' = :replacedBy",
                    "sha256",
                    HAS_HASH,
                    "publication",
                    "r.state #>> '{publication,value,decision}' = :publication"));

    /** An action is found by the person or the post that owns it, and by the risk to which it responds. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "risk"},
            stated = @Stated(filter = "owner", condition = "r.kind = 'action' and " + IS_OF_OWNER),
            choices = @Choice(filter = "status", of = ActionStatus.class),
            sorts = {"since", "dueOn", "status"})
    static final EntityCollection<ActionState> ACTIONS = new EntityCollection<>(
            Kinds.ACTION,
            "actions",
            Map.of(
                    "owner",
                    IS_OF_OWNER,
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "risk",
                    "r.refs @> array['risk-' || :risk]"));

    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "portfolio"},
            choices = @Choice(filter = "kind", of = ReviewKind.class),
            sorts = {"since", "kind", "plannedFor"})
    static final EntityCollection<ReviewState> REVIEWS = new EntityCollection<>(
            Kinds.REVIEW, "reviews", Map.of("initiative", REFERS_TO_INITIATIVE, "portfolio", REFERS_TO_PORTFOLIO));

    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "board"},
            choices = @Choice(filter = "status", of = MeetingStatus.class),
            sorts = {"since", "plannedFor", "status"})
    static final EntityCollection<MeetingState> MEETINGS =
            new EntityCollection<>(Kinds.MEETING, "meetings", Map.of("board", "r.refs @> array['board-' || :board]"));
    /** An assessment is found by each initiative and each business case that it is of. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative"},
            named = @Named(filter = "businessCase", kind = "business-case"),
            choices = {
                @Choice(filter = "kind", of = EqualityAssessmentKind.class),
                @Choice(filter = "overdue", of = Whether.class)
            },
            sorts = {"since", "kind", "reviewBy"})
    static final EntityCollection<EqualityAssessmentState> EQUALITY_ASSESSMENTS = new EntityCollection<>(
            Kinds.EQUALITY_ASSESSMENT,
            "equality-assessments",
            Map.of(
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "businessCase",
                    "r.refs @> array['business-case-' || :businessCase]",
                    "overdue",
                    late(IS_OPEN + " and " + HAS_PASSED.formatted("reviewBy,value"))));

    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            named = @Named(filter = "businessCase", kind = "business-case"),
            choices = {
                @Choice(filter = "status", of = AccountingStatus.class),
                @Choice(filter = "notMet", of = AccountingStandard.class),
                @Choice(filter = "overdue", of = Whether.class)
            },
            sorts = {"since", "status"})
    static final EntityCollection<AccountingAssessmentState> ACCOUNTING_ASSESSMENTS = new EntityCollection<>(
            Kinds.ACCOUNTING_ASSESSMENT,
            "accounting-assessments",
            Map.of(
                    "notMet",
                    "r.state #>> array['standards', :notMet, 'value', 'met'] = 'false'",
                    "overdue",
                    late(HAS_PASSED.formatted("departure,value,reassessBy"))));

    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "board"},
            choices = {
                @Choice(filter = "status", of = VacancyStatus.class),
                @Choice(filter = "tenure", of = VacancyTenure.class),
                @Choice(filter = "overdue", of = Whether.class)
            },
            sorts = {"since", "post", "status", "until"})
    static final EntityCollection<VacancyRequestState> VACANCY_REQUESTS = new EntityCollection<>(
            Kinds.VACANCY_REQUEST,
            "vacancy-requests",
            Map.of(
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "overdue",
                    late(IS_OPEN + " and " + HAS_PASSED.formatted("until,value"))));

    /** A plan is late when its last day or that of something in it has passed. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "review"},
            choices = @Choice(filter = "overdue", of = Whether.class),
            sorts = {"since", "name"})
    static final EntityCollection<DeliveryPlanState> DELIVERY_PLANS = new EntityCollection<>(
            Kinds.DELIVERY_PLAN,
            "delivery-plans",
            Map.of(
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "overdue",
                    late(IS_OPEN + " and (" + HAS_PASSED.formatted("period,value,lastDay") + " or " + HAS_LATE_ITEM
                            + ")")));

    /** A request is late when it waits for its answer, and the day for that or for what was promised has passed. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "board"},
            stated = @Stated(filter = "owner", condition = "r.kind = 'external-request' and " + IS_OF_OWNER),
            choices = {
                @Choice(filter = "status", of = ExternalRequestStatus.class),
                @Choice(filter = "overdue", of = Whether.class)
            },
            sorts = {"since", "dueOn", "status"})
    static final EntityCollection<ExternalRequestState> EXTERNAL_REQUESTS = new EntityCollection<>(
            Kinds.EXTERNAL_REQUEST,
            "external-requests",
            Map.of(
                    "owner",
                    IS_OF_OWNER,
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "overdue",
                    late("r.state #>> '{status,value}' in ('OPEN', 'PROMISED') and ("
                            + HAS_PASSED.formatted("dueOn,value") + " or "
                            + HAS_PASSED.formatted("promise,value,promisedFor") + ")")));

    /** Whether something is late as the filter asks for it; what has no day is not. */
    private static String late(String condition) {
        return "(" + condition + ") = (:overdue = 'TRUE')";
    }
    /** A cycle is found by each board to which it reports. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "portfolio", "board"},
            sorts = {"since", "name", "dueOn"})
    static final EntityCollection<ReportingCycleState> REPORTING_CYCLES = new EntityCollection<>(
            Kinds.REPORTING_CYCLE,
            "reporting-cycles",
            Map.of("portfolio", REFERS_TO_PORTFOLIO, "board", "r.refs @> array['board-' || :board]"));

    /** A contract is found by its supplier, or that of a lot, and by the day on which it ends: its last day, or that on which it was ended. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative"},
            named = @Named(filter = "businessCase", kind = "business-case"),
            stated = @Stated(filter = "supplier", condition = "r.kind = 'contract' and " + IS_OF_SUPPLIER),
            choices = {
                @Choice(filter = "status", of = ContractStatus.class),
                @Choice(filter = "overdue", of = Whether.class)
            },
            ranges = @Range(name = "ends"),
            sorts = {"since", "lastDay", "status"})
    static final EntityCollection<ContractState> CONTRACTS = new EntityCollection<>(
            Kinds.CONTRACT,
            "contracts",
            Map.of(
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "supplier",
                    IS_OF_SUPPLIER,
                    "endsFrom",
                    "(r.state #>> '{lastDay,value}')::date >= :endsFrom::date",
                    "endsTo",
                    "(r.state #>> '{lastDay,value}')::date < :endsTo::date",
                    "overdue",
                    late(IS_OPEN + " and " + HAS_PASSED.formatted("lastDay,value"))));

    /** A decision outside boards is found by each initiative that it concerns. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "portfolio"},
            choices = {
                @Choice(filter = "kind", of = OutsideDecisionKind.class),
                @Choice(filter = "outcome", of = OutsideOutcome.class)
            },
            sorts = {"since", "subject", "kind"})
    static final EntityCollection<OutsideDecisionState> OUTSIDE_DECISIONS = new EntityCollection<>(
            Kinds.OUTSIDE_DECISION,
            "outside-decisions",
            Map.of(
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "portfolio",
                    REFERS_TO_PORTFOLIO,
                    "outcome",
                    "r.state #>> '{outcome,value,outcome}' = :outcome"));

    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "portfolio"},
            choices = @Choice(filter = "kind", of = WorkforceControlKind.class),
            sorts = {"since", "name", "kind"})
    static final EntityCollection<WorkforceControlState> WORKFORCE_CONTROLS = new EntityCollection<>(
            Kinds.WORKFORCE_CONTROL, "workforce-controls", Map.of("portfolio", REFERS_TO_PORTFOLIO));

    /** A risk is found by what it concerns, by who or which post owns it, and by when it should have been reviewed. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "portfolio", "board", "post"},
            stated = @Stated(filter = "owner", condition = "r.kind = 'risk' and " + IS_OF_OWNER),
            choices = {
                @Choice(filter = "kind", of = RiskKind.class),
                @Choice(filter = "level", of = RiskLevel.class),
                @Choice(filter = "status", of = RiskStatus.class),
                @Choice(filter = "overdue", of = Whether.class)
            },
            sorts = {"since", "title", "level", "status", "reviewBy"})
    static final EntityCollection<RiskState> RISKS = new EntityCollection<>(
            Kinds.RISK,
            "risks",
            Map.of(
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "portfolio",
                    REFERS_TO_PORTFOLIO,
                    "board",
                    "r.state #>> '{subject,value,board}' = :board",
                    "post",
                    "r.state #>> '{heldByPost,value}' = :post",
                    "owner",
                    IS_OF_OWNER,
                    "overdue",
                    late(IS_OPEN + " and " + HAS_PASSED.formatted("reviewBy,value"))));

    /** A benefit is found by where it is expected, by who owns it, by a source that states it, and by the whole of which it is a part. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "portfolio"},
            named = {
                @Named(filter = "businessCase", kind = "business-case"),
                @Named(filter = "partOf", kind = "benefit")
            },
            stated = {
                @Stated(filter = "owner", condition = "r.kind = 'benefit' and " + IS_OF_OWNER),
                @Stated(filter = "statedIn", condition = "r.kind = 'benefit' and " + IS_STATED_IN)
            },
            choices = {
                @Choice(filter = "benefitClass", of = BenefitClass.class),
                @Choice(filter = "status", of = BenefitStatus.class)
            },
            sorts = {"since", "title", "benefitClass", "status"})
    static final EntityCollection<BenefitState> BENEFITS = new EntityCollection<>(
            Kinds.BENEFIT,
            "benefits",
            Map.of(
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "portfolio",
                    REFERS_TO_PORTFOLIO,
                    "owner",
                    IS_OF_OWNER,
                    "statedIn",
                    IS_STATED_IN));

    /** A measure is found by what it is of, and by its unit. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "portfolio"},
            stated = @Stated(filter = "unit", condition = "r.kind = 'measure' and " + IS_IN_UNIT),
            choices = @Choice(filter = "open", of = Whether.class),
            sorts = {"since", "name", "unit"})
    static final EntityCollection<MeasureState> MEASURES = new EntityCollection<>(
            Kinds.MEASURE,
            "measures",
            Map.of(
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "portfolio",
                    REFERS_TO_PORTFOLIO,
                    "unit",
                    IS_IN_UNIT,
                    "open",
                    "(" + IS_OPEN + ") = (:open = 'TRUE')"));

    /** A budget line is found by what it is of, and by the line under which it is managed. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "portfolio"},
            named = @Named(filter = "managedUnder", kind = "budget"),
            choices = {@Choice(filter = "kind", of = BudgetKind.class), @Choice(filter = "open", of = Whether.class)},
            sorts = {"since", "name", "kind"})
    static final EntityCollection<BudgetState> BUDGETS = new EntityCollection<>(
            Kinds.BUDGET,
            "budgets",
            Map.of(
                    "initiative",
                    REFERS_TO_INITIATIVE,
                    "portfolio",
                    REFERS_TO_PORTFOLIO,
                    "open",
                    "(" + IS_OPEN + ") = (:open = 'TRUE')"));

    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "portfolio"},
            sorts = {"since", "name"})
    static final EntityCollection<MappingState> MAPPINGS =
            new EntityCollection<>(Kinds.MAPPING, "mappings", Map.of("portfolio", REFERS_TO_PORTFOLIO));

    /** A protective marking is found by the entity that bears it. */
    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            named = @Named(filter = "entity", kind = "stream"),
            choices = {
                @Choice(filter = "marking", of = Marking.class),
                @Choice(filter = "publication", of = Publication.class),
                @Choice(filter = "open", of = Whether.class)
            },
            sorts = {"since", "entity", "marking"})
    static final EntityCollection<ProtectiveMarkingState> PROTECTIVE_MARKINGS = new EntityCollection<>(
            Kinds.PROTECTIVE_MARKING,
            "protective-markings",
            Map.of(
                    "publication",
                    "r.state #>> '{publication,value,decision}' = :publication",
                    "open",
                    "(" + IS_OPEN + ") = (:open = 'TRUE')"));

    /** A post is found by the person who holds it, and by the portfolio in which its holder has a role. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "portfolio"},
            stated = @Stated(filter = "person", condition = "r.kind = 'post' and " + HOLDS_POST),
            choices = @Choice(filter = "role", of = Role.class),
            sorts = {"since", "title"})
    static final EntityCollection<PostState> POSTS = new EntityCollection<>(
            Kinds.POST,
            "posts",
            Map.of(
                    "person",
                    HOLDS_POST,
                    "portfolio",
                    "r.state #>> '{role,value,portfolio}' = :portfolio",
                    "role",
                    "r.state #>> '{role,value,role}' = :role"));

    private EntityCollections() {}
}
