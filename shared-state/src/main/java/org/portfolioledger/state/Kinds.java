package org.portfolioledger.state;

import java.util.List;
import java.util.Optional;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.BenefitFact;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.MappingFact;
import org.portfolioledger.events.MeasureFact;
import org.portfolioledger.events.MeetingFact;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.events.ProtectiveMarkingFact;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.ReportingCycleFact;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.WorkforceControlFact;

/** Every kind of entity there is: a new family adds one line here. */
public final class Kinds {

    public static final Kind<RegisterFact, RegisterState> REGISTER = Kind.of(
            "register",
            RegisterFact.class,
            RegisterState.class,
            RegisterFact.RegisterOpened.class,
            RegisterState::opened,
            RegisterState::evolve,
            2);

    public static final Kind<PortfolioFact, PortfolioState> PORTFOLIO = Kind.of(
            "portfolio",
            PortfolioFact.class,
            PortfolioState.class,
            PortfolioFact.PortfolioOpened.class,
            PortfolioState::opened,
            PortfolioState::evolve,
            5);

    public static final Kind<InitiativeFact, InitiativeState> INITIATIVE = Kind.of(
            "initiative",
            InitiativeFact.class,
            InitiativeState.class,
            InitiativeFact.InitiativeOpened.class,
            InitiativeState::opened,
            InitiativeState::evolve,
            5);

    public static final Kind<AppointmentFact, AppointmentsState> APPOINTMENTS = Kind.of(
                    "appointments",
                    AppointmentFact.class,
                    AppointmentsState.class,
                    AppointmentFact.RoleAppointed.class,
                    AppointmentsState::appointed,
                    AppointmentsState::evolve,
                    5)
            .called("appointments of initiative");

    public static final Kind<PostFact, PostState> POST = Kind.of(
            "post",
            PostFact.class,
            PostState.class,
            PostFact.PostEstablished.class,
            PostState::established,
            PostState::evolve,
            1);

    public static final Kind<RagFact, RagState> RAG = Kind.of(
                    "rag",
                    RagFact.class,
                    RagState.class,
                    RagFact.RagAssessed.class,
                    RagState::assessed,
                    RagState::evolve,
                    3)
            .called("ratings of initiative");

    public static final Kind<MilestoneFact, MilestonesState> MILESTONES = Kind.of(
                    "milestones",
                    MilestoneFact.class,
                    MilestonesState.class,
                    MilestoneFact.MilestonePlanned.class,
                    MilestonesState::planned,
                    MilestonesState::evolve,
                    1)
            .called("milestones of initiative");

    public static final Kind<BoardFact, BoardState> BOARD = Kind.of(
            "board",
            BoardFact.class,
            BoardState.class,
            BoardFact.BoardEstablished.class,
            BoardState::established,
            BoardState::evolve,
            7);

    public static final Kind<BusinessCaseFact, BusinessCaseState> BUSINESS_CASE = Kind.of(
            "business-case",
            BusinessCaseFact.class,
            BusinessCaseState.class,
            BusinessCaseFact.BusinessCaseOpened.class,
            BusinessCaseState::opened,
            BusinessCaseState::evolve,
            4);

    public static final Kind<DependencyFact, DependencyState> DEPENDENCY = Kind.of(
            "dependency",
            DependencyFact.class,
            DependencyState.class,
            DependencyFact.DependencyProposed.class,
            DependencyState::proposed,
            DependencyState::evolve,
            3);

    public static final Kind<DocumentFact, DocumentState> DOCUMENT = Kind.of(
            "document",
            DocumentFact.class,
            DocumentState.class,
            DocumentFact.DocumentRegistered.class,
            DocumentState::registered,
            DocumentState::evolve,
            1);

    public static final Kind<ActionFact, ActionState> ACTION = Kind.of(
            "action",
            ActionFact.class,
            ActionState.class,
            ActionFact.ActionOpened.class,
            ActionState::opened,
            ActionState::evolve,
            3);

    public static final Kind<ReviewFact, ReviewState> REVIEW = Kind.of(
            "review",
            ReviewFact.class,
            ReviewState.class,
            ReviewFact.ReviewOpened.class,
            ReviewState::opened,
            ReviewState::evolve,
            1);

    public static final Kind<MeetingFact, MeetingState> MEETING = Kind.of(
            "meeting",
            MeetingFact.class,
            MeetingState.class,
            MeetingFact.MeetingCalled.class,
            MeetingState::called,
            MeetingState::evolve,
            1);

    public static final Kind<EqualityAssessmentFact, EqualityAssessmentState> EQUALITY_ASSESSMENT = Kind.of(
            "equality-assessment",
            EqualityAssessmentFact.class,
            EqualityAssessmentState.class,
            EqualityAssessmentFact.EqualityAssessmentOpened.class,
            EqualityAssessmentState::opened,
            EqualityAssessmentState::evolve,
            1);

    public static final Kind<AccountingAssessmentFact, AccountingAssessmentState> ACCOUNTING_ASSESSMENT = Kind.of(
            "accounting-assessment",
            AccountingAssessmentFact.class,
            AccountingAssessmentState.class,
            AccountingAssessmentFact.AccountingAssessmentMade.class,
            AccountingAssessmentState::made,
            AccountingAssessmentState::evolve,
            1);

    public static final Kind<VacancyRequestFact, VacancyRequestState> VACANCY_REQUEST = Kind.of(
            "vacancy-request",
            VacancyRequestFact.class,
            VacancyRequestState.class,
            VacancyRequestFact.VacancyRequested.class,
            VacancyRequestState::requested,
            VacancyRequestState::evolve,
            2);

    public static final Kind<DeliveryPlanFact, DeliveryPlanState> DELIVERY_PLAN = Kind.of(
            "delivery-plan",
            DeliveryPlanFact.class,
            DeliveryPlanState.class,
            DeliveryPlanFact.DeliveryPlanOpened.class,
            DeliveryPlanState::opened,
            DeliveryPlanState::evolve,
            1);

    public static final Kind<ExternalRequestFact, ExternalRequestState> EXTERNAL_REQUEST = Kind.of(
            "external-request",
            ExternalRequestFact.class,
            ExternalRequestState.class,
            ExternalRequestFact.ExternalRequestMade.class,
            ExternalRequestState::made,
            ExternalRequestState::evolve,
            1);

    public static final Kind<ReportingCycleFact, ReportingCycleState> REPORTING_CYCLE = Kind.of(
            "reporting-cycle",
            ReportingCycleFact.class,
            ReportingCycleState.class,
            ReportingCycleFact.ReportingCycleOpened.class,
            ReportingCycleState::opened,
            ReportingCycleState::evolve,
            2);

    public static final Kind<ContractFact, ContractState> CONTRACT = Kind.of(
            "contract",
            ContractFact.class,
            ContractState.class,
            ContractFact.ContractRegistered.class,
            ContractState::registered,
            ContractState::evolve,
            2);

    public static final Kind<OutsideDecisionFact, OutsideDecisionState> OUTSIDE_DECISION = Kind.of(
            "outside-decision",
            OutsideDecisionFact.class,
            OutsideDecisionState.class,
            OutsideDecisionFact.OutsideDecisionRecorded.class,
            OutsideDecisionState::recorded,
            OutsideDecisionState::evolve,
            1);

    public static final Kind<WorkforceControlFact, WorkforceControlState> WORKFORCE_CONTROL = Kind.of(
            "workforce-control",
            WorkforceControlFact.class,
            WorkforceControlState.class,
            WorkforceControlFact.WorkforceControlOpened.class,
            WorkforceControlState::opened,
            WorkforceControlState::evolve,
            1);

    public static final Kind<RiskFact, RiskState> RISK = Kind.of(
            "risk",
            RiskFact.class,
            RiskState.class,
            RiskFact.RiskRaised.class,
            RiskState::raised,
            RiskState::evolve,
            2);

    public static final Kind<BenefitFact, BenefitState> BENEFIT = Kind.of(
            "benefit",
            BenefitFact.class,
            BenefitState.class,
            BenefitFact.BenefitOpened.class,
            BenefitState::opened,
            BenefitState::evolve,
            2);

    public static final Kind<MeasureFact, MeasureState> MEASURE = Kind.of(
            "measure",
            MeasureFact.class,
            MeasureState.class,
            MeasureFact.MeasureDefined.class,
            MeasureState::defined,
            MeasureState::evolve,
            2);

    public static final Kind<BudgetFact, BudgetState> BUDGET = Kind.of(
            "budget",
            BudgetFact.class,
            BudgetState.class,
            BudgetFact.BudgetOpened.class,
            BudgetState::opened,
            BudgetState::evolve,
            2);

    public static final Kind<MappingFact, MappingState> MAPPING = Kind.of(
            "mapping",
            MappingFact.class,
            MappingState.class,
            MappingFact.ImportMappingDefined.class,
            MappingState::defined,
            MappingState::evolve,
            1);

    public static final Kind<ProtectiveMarkingFact, ProtectiveMarkingState> PROTECTIVE_MARKING = Kind.of(
            "protective-marking",
            ProtectiveMarkingFact.class,
            ProtectiveMarkingState.class,
            ProtectiveMarkingFact.EntityMarked.class,
            ProtectiveMarkingState::marked,
            ProtectiveMarkingState::evolve,
            1);

    public static final List<Kind<?, ?>> ALL = List.of(
            REGISTER,
            PORTFOLIO,
            INITIATIVE,
            APPOINTMENTS,
            POST,
            RAG,
            MILESTONES,
            BOARD,
            BUSINESS_CASE,
            DEPENDENCY,
            DOCUMENT,
            ACTION,
            REVIEW,
            MEETING,
            EQUALITY_ASSESSMENT,
            ACCOUNTING_ASSESSMENT,
            VACANCY_REQUEST,
            DELIVERY_PLAN,
            EXTERNAL_REQUEST,
            REPORTING_CYCLE,
            CONTRACT,
            OUTSIDE_DECISION,
            WORKFORCE_CONTROL,
            RISK,
            BENEFIT,
            MEASURE,
            BUDGET,
            MAPPING,
            PROTECTIVE_MARKING);

    private Kinds() {}

    /**
     * The kind of a name.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static Kind<?, ?> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    }

    /** The entity whose stream this is in words, as {@code business case BC-1}. */
    public static String words(String stream) {
        return ofStream(stream).map(kind -> kind.words(kind.idIn(stream))).orElse(stream);
    }

    /** The kind of entity whose stream this is. */
    public static Optional<Kind<?, ?>> ofStream(String stream) {
        return ALL.stream().filter(kind -> stream.startsWith(kind.stream(""))).findFirst();
    }
}
