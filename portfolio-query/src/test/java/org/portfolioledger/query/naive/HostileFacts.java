package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentDeparted;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingSummaryPublished;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionHandedOn;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.ActionFact.ActionProgressed;
import org.portfolioledger.events.ActionFact.ActionRescheduled;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BoardFact.BoardAuthorityDelegated;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardDelegationRevoked;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.BoardFact.BoardMembershipChanged;
import org.portfolioledger.events.BoardFact.BoardParentChanged;
import org.portfolioledger.events.BoardFact.BoardRemitChanged;
import org.portfolioledger.events.BoardFact.BoardStandingOrdersChanged;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.events.BudgetFact.BudgetOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseChallenged;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseWithdrawn;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractExtensionOptionAgreed;
import org.portfolioledger.events.ContractFact.ContractLotAwarded;
import org.portfolioledger.events.ContractFact.ContractLotDefined;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.events.ContractFact.ContractSupplierChanged;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanClosed;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanOpened;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanStarted;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAssigned;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyAgreementWithdrawn;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyNeedChanged;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyReviewed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.events.DocumentFact.DocumentAuthorStated;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentPublicationDecided;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentReviewed;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.events.DocumentFact.Gap;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentReviewed;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentTied;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentVersionRecorded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAnswered;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAssigned;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestMade;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestPromised;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestReopened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestRescheduled;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestWithdrawn;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.CaseMeasure;
import org.portfolioledger.events.InitiativeFact.ExitOutcome;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasEnded;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasGiven;
import org.portfolioledger.events.InitiativeFact.InitiativeAttributesChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeExited;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeMerged;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.InitiativeSplit;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.events.MappingFact.ImportMappingDefined;
import org.portfolioledger.events.MeasureFact.MeasureDefined;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MeetingFact.InterestDeclared;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.MeetingFact.MeetingCalled;
import org.portfolioledger.events.MeetingFact.MeetingCancelled;
import org.portfolioledger.events.MeetingFact.MeetingHeld;
import org.portfolioledger.events.MeetingFact.MeetingMinuted;
import org.portfolioledger.events.MeetingFact.MeetingPaperCirculated;
import org.portfolioledger.events.MeetingFact.MeetingRescheduled;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.ForecastCause;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.events.PortfolioFact.RiskGovernanceDescribed;
import org.portfolioledger.events.PortfolioFact.RiskSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RoleDescribed;
import org.portfolioledger.events.PortfolioFact.WaiverAuthority;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.events.PostFact.PostVacated;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionGround;
import org.portfolioledger.events.ReportingCycleFact.ExceptionRaised;
import org.portfolioledger.events.ReportingCycleFact.ReportCoverage;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleClosed;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.events.ReportingCycleFact.SubmissionsRescheduled;
import org.portfolioledger.events.ReviewFact.FindingMade;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationProgressed;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.events.ReviewFact.ReviewCancelled;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewReported;
import org.portfolioledger.events.ReviewFact.ReviewRescheduled;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.events.RiskFact.RiskAdmission;
import org.portfolioledger.events.RiskFact.RiskAdmissionDecided;
import org.portfolioledger.events.RiskFact.RiskClosed;
import org.portfolioledger.events.RiskFact.RiskDeescalated;
import org.portfolioledger.events.RiskFact.RiskEscalated;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskLinkKind;
import org.portfolioledger.events.RiskFact.RiskLinked;
import org.portfolioledger.events.RiskFact.RiskMaterialised;
import org.portfolioledger.events.RiskFact.RiskOwnerChanged;
import org.portfolioledger.events.RiskFact.RiskProximity;
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskReopened;
import org.portfolioledger.events.RiskFact.RiskResponseChosen;
import org.portfolioledger.events.RiskFact.RiskResponseKind;
import org.portfolioledger.events.RiskFact.RiskReviewed;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.events.RiskFact.RiskScored;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.events.RiskFact.RiskUnlinked;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlOpened;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlRescheduled;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PaperPurpose;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.RecommendationRef;
import org.portfolioledger.vocabulary.Role;
import org.portfolioledger.vocabulary.StatedDate;

/** Makes facts of every type about the few entities of a register, for days in no order. */
final class HostileFacts {

    static final LocalDate FIRST_DAY = LocalDate.of(2011, 6, 1);
    static final int DAYS = 20;

    /** Kinds of which a register has some entities. */
    static final List<Some> SOME = List.of(
            new Some("portfolio", "PF", 2, PortfolioOpened.class),
            new Some("initiative", "PG", 4, InitiativeOpened.class),
            new Some("post", "PO", 2, PostEstablished.class),
            new Some("board", "BD", 2, BoardEstablished.class),
            new Some("business-case", "BC", 2, BusinessCaseOpened.class),
            new Some("dependency", "DP", 4, DependencyProposed.class),
            new Some("document", "DOC", 2, DocumentRegistered.class),
            new Some("action", "ACT", 2, ActionOpened.class),
            new Some("review", "RV", 3, ReviewOpened.class),
            new Some("meeting", "M", 2, MeetingCalled.class),
            new Some("equality-assessment", "EIA", 2, EqualityAssessmentOpened.class),
            new Some("accounting-assessment", "AOA", 2, AccountingAssessmentMade.class),
            new Some("vacancy-request", "VAC", 2, VacancyRequested.class),
            new Some("delivery-plan", "PLAN", 2, DeliveryPlanOpened.class),
            new Some("external-request", "REQ", 2, ExternalRequestMade.class),
            new Some("reporting-cycle", "RC", 2, ReportingCycleOpened.class),
            new Some("contract", "CON", 2, ContractRegistered.class),
            new Some("outside-decision", "OD", 2, OutsideDecisionRecorded.class),
            new Some("workforce-control", "WC", 2, WorkforceControlOpened.class),
            new Some("benefit", "BEN", 4, BenefitOpened.class),
            new Some("risk", "R", 4, RiskRaised.class),
            new Some("measure", "ME", 3, MeasureDefined.class),
            new Some("budget", "BU", 4, BudgetOpened.class),
            new Some("mapping", "MAP", 2, ImportMappingDefined.class));

    /** Kinds whose entities have the ids of initiatives. */
    private static final Set<String> OF_INITIATIVE = Set.of("appointments", "rag", "milestones");

    /**
     * Some entities of a kind.
     *
     * @param prefix of their ids
     * @param opening the type of the facts that open them
     */
    record Some(String kind, String prefix, int count, Class<? extends GovernanceFact> opening) {

        String id(String register, int n) {
            return prefix + "-" + register + "-" + n;
        }

        private static Some of(String kind) {
            String of = OF_INITIATIVE.contains(kind) ? "initiative" : kind;
            return SOME.stream()
                    .filter(some -> some.kind.equals(of))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final Random random;
    private final Map<Class<? extends GovernanceFact>, Function<String, GovernanceFact>> makers = new LinkedHashMap<>();

    HostileFacts(Random random) {
        this.random = random;
        registersAndPortfolios();
        initiatives();
        posts();
        boards();
        businessCases();
        dependencies();
        documents();
        actions();
        reviews();
        meetings();
        assessments();
        vacancyRequests();
        deliveryPlans();
        externalRequests();
        reportingCycles();
        contracts();
        outsideDecisions();
        workforceControls();
        risks();
        new HostileMappings(random, id -> near("portfolio", id), HostileFacts::register, this::name, this::on)
                .addTo(makers);
        milestones();
        makers.putAll(new HostileBenefits(random, this).makers());
        HostileFigures.add(this, random, makers);
    }

    /** The types of which it makes facts. */
    List<Class<? extends GovernanceFact>> types() {
        return List.copyOf(makers.keySet());
    }

    /** A fact of a type about an entity. */
    GovernanceFact of(Class<? extends GovernanceFact> type, String id) {
        return Objects.requireNonNull(makers.get(type)).apply(id);
    }

    /** An id of a kind in the register of another id. */
    private String near(String kind, String id) {
        return entity(kind, register(id));
    }

    /** Some entity of a kind in a register, the first of them more often. */
    String entity(String kind, String register) {
        if (kind.equals("register")) return register;
        Some some = Some.of(kind);
        return some.id(register, random.nextInt(1 + random.nextInt(some.count)));
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    private static String register(String id) {
        return id.split("-", -1)[1];
    }

    private void registersAndPortfolios() {
        makers.put(RegisterOpened.class, id -> new RegisterOpened(id, name(), on()));
        makers.put(RegisterWentLive.class, id -> new RegisterWentLive(id, on()));
        HostileTables.addTo(makers, random, this::on);
        makers.put(
                PortfolioOpened.class,
                id -> new PortfolioOpened(
                        id,
                        register(id),
                        name(),
                        maybe("Formerly"),
                        maybe("The office"),
                        texts("Big", "New"),
                        attributes(),
                        on()));
        makers.put(BusinessGroupNamed.class, id -> new BusinessGroupNamed(id, any("TP", "SCD"), name(), on()));
        makers.put(
                RatingSchemeDefined.class,
                id -> new RatingSchemeDefined(
                        id,
                        scheme(),
                        1 + random.nextInt(2),
                        List.of(
                                new RatingDefinition(RagRating.GREEN, name()),
                                new RatingDefinition(RagRating.RED, "off")),
                        List.of("OVERALL", "COST"),
                        on()));
        makers.put(
                RatingSchemeReplaced.class,
                id -> new RatingSchemeReplaced(id, scheme(), scheme(), 1 + random.nextInt(2), on()));
        makers.put(
                CasePolicySet.class,
                id -> new CasePolicySet(
                        id,
                        1 + random.nextInt(3),
                        List.of(new PolicyRoute(
                                List.of(CaseStage.OBC),
                                List.of(Tier.DMP),
                                maybe(money()),
                                texts(board(id, 0), board(id, 1)),
                                maybe("Panel"))),
                        random.nextBoolean()
                                ? List.of()
                                : List.of(new FastRoute("CONTRACT_EXTENSION", List.of(board(id, 1)), "Scheme")),
                        random.nextBoolean() ? null : 12,
                        random.nextBoolean()
                                ? List.of()
                                : List.of(
                                        new WaiverAuthority(board(id, 0), null, null),
                                        new WaiverAuthority(null, near("post", id), null),
                                        new WaiverAuthority(null, null, Role.ACCOUNTING_OFFICER)),
                        on()));
        makers.put(RatingValiditySet.class, id -> new RatingValiditySet(id, 1 + random.nextInt(DAYS), on()));
        makers.put(
                RoleDescribed.class,
                id -> new RoleDescribed(id, any(Role.SRO, Role.RISK_OWNER), name(), texts("Delivery", "Risks"), on()));
    }

    private void initiatives() {
        makers.put(
                InitiativeOpened.class,
                id -> new InitiativeOpened(
                        id,
                        register(id),
                        any(InitiativeLevel.values()),
                        name(),
                        maybe("Formerly"),
                        maybe(any(Tier.values())),
                        random.nextInt(8) == 0 ? null : placement(id),
                        texts("TP", "SCD"),
                        random.nextInt(4) == 0 ? List.of(near("initiative", id)) : List.of(),
                        attributes(),
                        on()));
        makers.put(InitiativeRenamed.class, id -> new InitiativeRenamed(id, name(), maybe("why"), on()));
        makers.put(
                InitiativeExited.class,
                id -> new InitiativeExited(
                        id,
                        "done",
                        random.nextInt(10) == 0 ? 3L : null,
                        maybe("the board"),
                        random.nextBoolean()
                                ? new ExitOutcome(
                                        random.nextBoolean() ? near("business-case", id) : null,
                                        any(CaseMeasure.values()),
                                        maybe("so so"))
                                : null,
                        maybe(holder()),
                        on()));
        makers.put(InitiativeSplit.class, id -> new InitiativeSplit(id, near("initiative", id), maybe("why"), on()));
        makers.put(InitiativeMerged.class, id -> new InitiativeMerged(id, near("initiative", id), "one team", on()));
        makers.put(
                InitiativeAliasGiven.class,
                id -> new InitiativeAliasGiven(id, any("GMPP", "IPA"), any("A-1", "A-2", "A-3"), on()));
        makers.put(
                InitiativeAliasEnded.class, id -> new InitiativeAliasEnded(id, any("GMPP", "IPA"), maybe("why"), on()));
        makers.put(
                InitiativeAttributesChanged.class,
                id -> new InitiativeAttributesChanged(
                        id,
                        random.nextBoolean() ? any(InitiativeLevel.values()) : null,
                        random.nextBoolean() ? any(Tier.values()) : null,
                        attributes(),
                        random.nextBoolean() ? List.copyOf(attributes().keySet()) : List.of(),
                        maybe("why"),
                        on()));
        makers.put(
                InitiativeMoved.class,
                id -> new InitiativeMoved(id, placement(id), maybe("the Board"), maybe("merged"), on()));
        makers.put(
                InitiativeOwnersChanged.class, id -> new InitiativeOwnersChanged(id, texts("TP", "SCD"), null, on()));
        makers.put(
                InitiativeClosed.class,
                id -> new InitiativeClosed(
                        id, "done", random.nextBoolean() ? List.of(near("initiative", id)) : List.of(), on()));
        makers.put(RoleAppointed.class, this::appointed);
        makers.put(AppointmentEnded.class, id -> new AppointmentEnded(id, appointment(), "left", maybe("Note"), on()));
        makers.put(
                RagAssessed.class,
                id -> new RagAssessed(
                        id,
                        scheme(),
                        1 + random.nextInt(2),
                        any("OVERALL", "COST"),
                        any(RagRating.GREEN, RagRating.AMBER, RagRating.RED),
                        assessor(),
                        maybe("because"),
                        random.nextInt(10) == 0 ? 3L : null,
                        on()));
        makers.put(
                RagAssessmentEnded.class,
                id -> new RagAssessmentEnded(id, any("OVERALL", "COST"), assessor(), "rates no more", on()));
    }

    private RoleAppointed appointed(String initiative) {
        AppointmentKind kind = any(AppointmentKind.values());
        boolean byPost = kind != AppointmentKind.VACANT && random.nextInt(3) == 0;
        return new RoleAppointed(
                initiative,
                appointment(),
                random.nextInt(3) == 0 ? any(Role.values()) : Role.SRO,
                kind,
                kind == AppointmentKind.VACANT || byPost ? null : roleHolder(),
                byPost ? near("post", initiative) : null,
                maybe("Letter"),
                random.nextBoolean() ? day() : null,
                random.nextBoolean() ? 1 + random.nextInt(100) : null,
                maybe("May change the scope"),
                maybe(money()),
                maybe("Note"),
                maybe(appointment()),
                on());
    }

    /** Now and then a post of which no holder is named. */
    private Holder roleHolder() {
        return random.nextInt(5) == 0 ? new Holder(null, any("Commander", "Director")) : holder();
    }

    private void posts() {
        makers.put(PostEstablished.class, id -> {
            boolean inPortfolio = random.nextBoolean();
            return new PostEstablished(
                    id,
                    register(id),
                    name(),
                    inPortfolio ? near("portfolio", id) : null,
                    inPortfolio ? any(Role.PORTFOLIO_DIRECTOR, Role.PORTFOLIO_MANAGER) : null,
                    attributes(),
                    on());
        });
        makers.put(
                PostFilled.class,
                id -> new PostFilled(
                        id,
                        "P-" + random.nextInt(4),
                        any(AppointmentKind.SUBSTANTIVE, AppointmentKind.ACTING, AppointmentKind.INTERIM),
                        maybe("Letter"),
                        random.nextBoolean() ? day() : null,
                        random.nextBoolean() ? 1 + random.nextInt(100) : null,
                        maybe("May change the scope"),
                        maybe(money()),
                        maybe("Note"),
                        on()));
        makers.put(PostVacated.class, id -> new PostVacated(id, maybe("left"), maybe("Note"), on()));
        makers.put(PostClosed.class, id -> new PostClosed(id, "merged", maybe(near("post", id)), on()));
    }

    private void boards() {
        makers.put(
                BoardEstablished.class,
                id -> new BoardEstablished(
                        id,
                        register(id),
                        name(),
                        any("CORPORATE", "LOCAL"),
                        texts("Decides", "Advises"),
                        texts("OBC", "POLICY"),
                        maybe(money()),
                        random.nextBoolean() ? 3 : null,
                        maybe("monthly"),
                        maybe(seat(id)),
                        List.of(seat(id), seat(id)),
                        parent(id),
                        random.nextInt(10) == 0 ? 3L : null,
                        attributes(),
                        on()));
        makers.put(BoardLimitSet.class, id -> new BoardLimitSet(id, money(), maybe(day()), null, on()));
        makers.put(
                BoardRemitChanged.class,
                id -> new BoardRemitChanged(
                        id,
                        texts("Decides", "Advises"),
                        texts("OBC", "POLICY"),
                        random.nextInt(10) == 0 ? 3L : null,
                        maybe("P-1"),
                        null,
                        on()));
        makers.put(
                BoardParentChanged.class,
                id -> new BoardParentChanged(id, parent(id), random.nextInt(10) == 0 ? 3L : null, null, on()));
        makers.put(
                BoardMembershipChanged.class,
                id -> new BoardMembershipChanged(id, maybe(seat(id)), List.of(seat(id)), null, on()));
        makers.put(
                BoardStandingOrdersChanged.class,
                id -> new BoardStandingOrdersChanged(
                        id, random.nextBoolean() ? 2 : null, maybe("quarterly"), null, on()));
        makers.put(
                BoardAuthorityDelegated.class,
                id -> new BoardAuthorityDelegated(
                        id,
                        "DG" + random.nextInt(2),
                        maybe(holder()),
                        maybe(near("post", id)),
                        texts("OBC", "POLICY"),
                        maybe(money()),
                        random.nextBoolean() ? day() : null,
                        maybe("why"),
                        on()));
        makers.put(
                BoardDelegationRevoked.class,
                id -> new BoardDelegationRevoked(id, "DG" + random.nextInt(2), maybe("why"), on()));
        makers.put(BoardClosed.class, id -> new BoardClosed(id, "dissolved", maybe(near("board", id)), on()));
        makers.put(
                BoardDecided.class,
                id -> new BoardDecided(
                        id,
                        "D" + random.nextInt(3),
                        "POLICY",
                        name(),
                        maybe(near("initiative", id)),
                        maybe(money()),
                        maybe(any(BoardOutcome.values())),
                        maybe("As stated"),
                        maybe(any(DecisionManner.values())),
                        maybe(near("meeting", id)),
                        maybe(any("1", "2")),
                        maybe("DG1"),
                        papers(),
                        random.nextBoolean() ? 3 : null,
                        texts("P-1", "P-2"),
                        dissent(),
                        texts("First", "Then"),
                        maybe("because"),
                        maybe("knowingly"),
                        attributes(),
                        on()));
    }

    private void businessCases() {
        makers.put(
                BusinessCaseOpened.class,
                id -> new BusinessCaseOpened(
                        id,
                        register(id),
                        number(id) == 0 ? Some.of("initiative").id(register(id), 0) : near("initiative", id),
                        maybe(any(CaseStage.SOC, CaseStage.OBC)),
                        name(),
                        texts(board(id, 0), board(id, 1)),
                        maybe(near("business-case", id)),
                        texts("P-1", "P-2"),
                        attributes(),
                        on()));
        makers.put(
                BusinessCaseVersionRecorded.class,
                id -> new BusinessCaseVersionRecorded(
                        id, 1 + random.nextInt(11), money(), paper(), List.of(), figures(), on()));
        makers.put(
                BusinessCaseSubmitted.class,
                id -> new BusinessCaseSubmitted(
                        id,
                        1 + random.nextInt(2),
                        any("P-1", "P-2"),
                        maybe("CONTRACT_EXTENSION"),
                        random.nextBoolean() ? null : route(id),
                        on()));
        makers.put(
                BusinessCaseChallenged.class,
                id -> new BusinessCaseChallenged(
                        id, 1 + random.nextInt(2), "Panel", texts("P-1", "P-2"), maybe("so"), on()));
        makers.put(
                CaseConditionDischarged.class,
                id -> new CaseConditionDischarged(id, "C" + random.nextInt(3), maybe("P-1"), evidence(id), on()));
        makers.put(BusinessCaseWithdrawn.class, id -> new BusinessCaseWithdrawn(id, maybe("P-1"), "sold", on()));
        makers.put(
                BusinessCaseReevaluated.class,
                id -> new BusinessCaseReevaluated(
                        id, any(ReevaluationResult.values()), texts("P-1", "P-2"), "costs rose", on()));
        makers.put(
                BusinessCaseDecided.class,
                id -> new BusinessCaseDecided(
                        id,
                        maybe(near("board", id)),
                        maybe(near("board", id)),
                        random.nextBoolean() ? 1 + random.nextInt(2) : null,
                        random.nextBoolean() ? BoardOutcome.APPROVED : maybe(any(BoardOutcome.values())),
                        maybe("As stated"),
                        maybe(any(DecisionManner.values())),
                        maybe(near("meeting", id)),
                        maybe("DG1"),
                        papers(),
                        random.nextBoolean() ? 3 : null,
                        texts("P-1", "P-2"),
                        dissent(),
                        conditions(),
                        random.nextInt(3) == 0 ? day() : null,
                        maybe(near("board", id)),
                        maybe("because"),
                        maybe(new Waiver("P-3", "in haste")),
                        maybe("knowingly"),
                        attributes(),
                        on()));
    }

    private void dependencies() {
        makers.put(
                DependencyProposed.class,
                id -> new DependencyProposed(
                        id,
                        register(id),
                        end(id),
                        end(id),
                        any(DependencyType.values()),
                        any(Importance.values()),
                        name(),
                        random.nextInt(4) == 0 ? null : day(),
                        maybe("monthly"),
                        on()));
        makers.put(
                DependencyAgreed.class,
                id -> new DependencyAgreed(id, any(DependencySide.values()), maybe("P-1"), on()));
        makers.put(
                DependencyAgreementWithdrawn.class,
                id -> new DependencyAgreementWithdrawn(id, any(DependencySide.values()), maybe("why"), on()));
        makers.put(DependencyNeedChanged.class, id -> new DependencyNeedChanged(id, day(), maybe("why"), on()));
        makers.put(
                DependencyReviewed.class,
                id -> new DependencyReviewed(
                        id,
                        any(DependencySide.values()),
                        any(DependencyOutlook.values()),
                        maybe("so so"),
                        maybe("P-1"),
                        maybe(day()),
                        on()));
        makers.put(DependencyPromised.class, id -> new DependencyPromised(id, day(), null, on()));
        makers.put(
                DependencyStatusUpdated.class,
                id -> new DependencyStatusUpdated(id, any(DependencyStatus.values()), null, on()));
    }

    private void documents() {
        makers.put(
                DocumentRegistered.class,
                id -> new DocumentRegistered(
                        id,
                        register(id),
                        any(DocumentKind.values()),
                        name(),
                        maybe(hash()),
                        maybe(any(Marking.values())),
                        maybe(any(PaperPurpose.values())),
                        maybe(holder()),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        List.of(citation(id)),
                        attributes(),
                        on()));
        makers.put(
                DocumentVersionRecorded.class,
                id -> new DocumentVersionRecorded(id, 1 + random.nextInt(11), maybe(hash()), maybe("Figures"), on()));
        makers.put(DocumentAuthorStated.class, id -> new DocumentAuthorStated(id, holder(), maybe(holder()), on()));
        makers.put(DocumentMarked.class, id -> new DocumentMarked(id, any(Marking.values()), maybe("why"), on()));
        makers.put(
                DocumentPublicationDecided.class,
                id -> new DocumentPublicationDecided(
                        id,
                        any(Publication.values()),
                        maybe("FOIA 43"),
                        random.nextBoolean() ? List.of() : List.of(new Gap("page 4", maybe("FOIA 43"))),
                        maybe("P-1"),
                        maybe("why"),
                        on()));
        makers.put(
                DocumentReviewed.class,
                id -> new DocumentReviewed(id, maybe("P-1"), random.nextBoolean() ? day() : null, on()));
        makers.put(DocumentReplaced.class, id -> new DocumentReplaced(id, near("document", id), maybe("why"), on()));
    }

    private void actions() {
        makers.put(
                ActionOpened.class,
                id -> new ActionOpened(
                        id,
                        register(id),
                        name(),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        number(id) == 0 ? near("initiative", id) : maybe(near("initiative", id)),
                        random.nextInt(10) == 0 ? 3L : null,
                        maybe(recommendation(id)),
                        maybe(near("meeting", id)),
                        maybe(near("risk", id)),
                        maybe("The auditors"),
                        attributes(),
                        on()));
        makers.put(ActionProgressed.class, id -> new ActionProgressed(id, name(), on()));
        makers.put(ActionHandedOn.class, id -> new ActionHandedOn(id, holder(), maybe("left"), on()));
        makers.put(ActionRescheduled.class, id -> new ActionRescheduled(id, day(), null, on()));
        makers.put(ActionDone.class, id -> new ActionDone(id, evidence(id), maybe("P-1"), on()));
        makers.put(ActionDropped.class, id -> new ActionDropped(id, "not needed", on()));
    }

    private void reviews() {
        makers.put(
                ReviewOpened.class,
                id -> new ReviewOpened(
                        id,
                        register(id),
                        number(id) == 0 ? ReviewKind.GATE_2 : any(ReviewKind.GATE_2, ReviewKind.AAP, ReviewKind.PAR),
                        number(id) == 0
                                ? new ReviewSubject(Some.of("initiative").id(register(id), 0), null, null)
                                : subject(id),
                        random.nextBoolean() ? day() : null,
                        maybe("Auditors"),
                        random.nextInt(3) == 0 ? near("review", id) : null,
                        attributes(),
                        on()));
        makers.put(ReviewRescheduled.class, id -> new ReviewRescheduled(id, day(), maybe("why"), on()));
        makers.put(ReviewHeld.class, id -> new ReviewHeld(id, random.nextBoolean() ? day() : null, on()));
        makers.put(
                ReviewReported.class,
                id -> new ReviewReported(
                        id,
                        random.nextInt(4) == 0 ? null : any(RagRating.RED, RagRating.RED, RagRating.GREEN),
                        maybe("so"),
                        maybe(near("document", id)),
                        on()));
        makers.put(ReviewCancelled.class, id -> new ReviewCancelled(id, "paused", on()));
        makers.put(FindingMade.class, id -> new FindingMade(id, "F" + random.nextInt(3), name(), on()));
        makers.put(
                RecommendationMade.class,
                id -> new RecommendationMade(
                        id,
                        recommended(),
                        name(),
                        maybe("Strategy"),
                        maybe(any(RecommendationGrade.values())),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        random.nextInt(3) == 0 ? recommendation(id) : null,
                        attributes(),
                        on()));
        makers.put(
                RecommendationAssigned.class,
                id -> new RecommendationAssigned(
                        id, recommended(), holder(), random.nextBoolean() ? day() : null, maybe("left"), on()));
        makers.put(
                RecommendationAnswered.class,
                id -> new RecommendationAnswered(
                        id, recommended(), any(RecommendationAnswer.values()), maybe("why"), on()));
        makers.put(RecommendationProgressed.class, id -> new RecommendationProgressed(id, recommended(), name(), on()));
        makers.put(
                RecommendationClaimed.class,
                id -> new RecommendationClaimed(id, recommended(), maybe("P-1"), evidence(id), on()));
        makers.put(
                RecommendationVerified.class,
                id -> new RecommendationVerified(id, recommended(), maybe("P-2"), evidence(id), on()));
        makers.put(RecommendationReopened.class, id -> new RecommendationReopened(id, recommended(), "lapsed", on()));
        makers.put(
                RecommendationClosed.class,
                id -> new RecommendationClosed(id, recommended(), "overtaken", evidence(id), on()));
    }

    /**
     * The way of a case within a day, from a fresh start to its final approval by one board, somebody who becomes SRO of its
     * initiative, and a gate for which the case is written anew: few come about by chance.
     */
    List<GovernanceFact> approval(String register) {
        String id = Some.of("business-case").id(register, 0);
        Provenance on = Provenance.on(day());
        List<RoleAppointed> sros = Stream.generate(
                        () -> appointed(Some.of("initiative").id(register, 0)))
                .filter(appointed -> appointed.role() == Role.SRO)
                .limit(2)
                .toList();
        return List.of(
                sros.getFirst(),
                sros.getLast(),
                new BusinessCaseVersionRecorded(id, 1, money(), paper(), List.of(), List.of(), on),
                new BusinessCaseVersionRecorded(id, 2, money(), paper(), List.of(), List.of(), on),
                new ReviewHeld(Some.of("review").id(register, 0), null, on),
                new BusinessCaseWithdrawn(id, null, "begun anew", on),
                new BusinessCaseSubmitted(
                        id, 1, "P-1", null, new CaseRoute(List.of(board(id, 0)), null, null, null), on),
                new BusinessCaseDecided(
                        id,
                        board(id, 0),
                        null,
                        1,
                        BoardOutcome.APPROVED,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of("P-2"),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        attributes(),
                        on));
    }

    private CaseRoute route(String id) {
        return new CaseRoute(
                texts(board(id, random.nextInt(2)), board(id, 2)),
                maybe("Panel"),
                random.nextBoolean() ? null : 1 + random.nextInt(12),
                maybe("Scheme"));
    }

    private List<CaseCondition> conditions() {
        return random.nextBoolean() ? List.of() : List.of(new CaseCondition("C" + random.nextInt(3), name()));
    }

    private List<CaseFigure> figures() {
        return random.nextBoolean() ? List.of() : List.of(new CaseFigure(any(FigureKind.values()), name(), money()));
    }

    private void meetings() {
        makers.put(
                MeetingCalled.class,
                id -> new MeetingCalled(
                        id, register(id), near("board", id), day(), maybe("Room 4"), attributes(), on()));
        makers.put(MeetingRescheduled.class, id -> new MeetingRescheduled(id, day(), maybe("why"), on()));
        makers.put(
                MeetingAgendaSet.class,
                id -> new MeetingAgendaSet(
                        id,
                        List.of(new AgendaItem(
                                "1",
                                name(),
                                maybe(PaperPurpose.FOR_DECISION),
                                maybe(near("business-case", id)),
                                maybe(near("initiative", id)))),
                        on()));
        makers.put(
                MeetingPaperCirculated.class,
                id -> new MeetingPaperCirculated(id, maybe("1"), paper(), maybe(hash()), on()));
        makers.put(
                InterestDeclared.class,
                id -> new InterestDeclared(
                        id, any("P-1", "P-2"), maybe(any("1", "2")), name(), random.nextBoolean(), on()));
        makers.put(
                MeetingHeld.class,
                id -> new MeetingHeld(
                        id,
                        random.nextBoolean() ? List.of() : texts("P-1", "P-2"),
                        random.nextBoolean() ? 3 : null,
                        List.of(),
                        List.of(holder()),
                        on()));
        makers.put(MeetingMinuted.class, id -> new MeetingMinuted(id, paper(), on()));
        makers.put(MeetingCancelled.class, id -> new MeetingCancelled(id, "snow", on()));
    }

    private List<Dissent> dissent() {
        return random.nextBoolean() ? List.of() : List.of(new Dissent("P-3", maybe("too dear")));
    }

    private void assessments() {
        makers.put(
                EqualityAssessmentOpened.class,
                id -> new EqualityAssessmentOpened(
                        id,
                        register(id),
                        any(EqualityAssessmentKind.values()),
                        List.of(assessed(id)),
                        maybe(hash()),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        attributes(),
                        on()));
        makers.put(
                EqualityAssessmentTied.class, id -> new EqualityAssessmentTied(id, assessed(id), maybe("why"), on()));
        makers.put(
                EqualityAssessmentVersionRecorded.class,
                id -> new EqualityAssessmentVersionRecorded(
                        id, 1 + random.nextInt(11), maybe(hash()), maybe("Staff"), on()));
        makers.put(
                EqualityAssessmentReviewed.class,
                id -> new EqualityAssessmentReviewed(id, maybe("P-1"), random.nextBoolean() ? day() : null, on()));
        makers.put(EqualityAssessmentEnded.class, id -> new EqualityAssessmentEnded(id, "merged", on()));
        makers.put(
                AccountingAssessmentMade.class,
                id -> new AccountingAssessmentMade(
                        id,
                        register(id),
                        near("business-case", id),
                        random.nextBoolean() ? 1 + random.nextInt(2) : null,
                        maybe(holder()),
                        standards(),
                        attributes(),
                        on()));
        makers.put(
                AccountingSummaryPublished.class, id -> new AccountingSummaryPublished(id, near("document", id), on()));
        makers.put(
                AccountingAssessmentDeparted.class,
                id -> new AccountingAssessmentDeparted(id, name(), random.nextBoolean() ? day() : null, on()));
        makers.put(
                AccountingAssessmentRepeated.class,
                id -> new AccountingAssessmentRepeated(
                        id, random.nextBoolean() ? 1 + random.nextInt(2) : null, maybe(holder()), standards(), on()));
    }

    private EqualitySubject assessed(String id) {
        return switch (random.nextInt(3)) {
            case 0 -> new EqualitySubject(near("initiative", id), null, null);
            case 1 -> new EqualitySubject(null, near("business-case", id), null);
            default -> new EqualitySubject(null, null, any("Projects", "Pilots"));
        };
    }

    private List<StandardFinding> standards() {
        List<StandardFinding> standards = new ArrayList<>();
        for (AccountingStandard standard : AccountingStandard.values())
            if (random.nextInt(4) != 0) standards.add(new StandardFinding(standard, random.nextInt(4) != 0, name()));
        return standards;
    }

    private void vacancyRequests() {
        makers.put(
                VacancyRequested.class,
                id -> new VacancyRequested(
                        id,
                        register(id),
                        name(),
                        any(VacancyTenure.values()),
                        maybe("TP"),
                        maybe("Budget"),
                        random.nextBoolean() ? day() : null,
                        maybe(holder()),
                        near("board", id),
                        maybe(near("initiative", id)),
                        maybe("two left"),
                        attributes(),
                        on()));
        makers.put(
                VacancyChecked.class,
                id -> new VacancyChecked(
                        id, any(VacancyCheck.values()), random.nextBoolean(), maybe("P-1"), maybe("so"), on()));
        makers.put(
                VacancyExtensionRequested.class,
                id -> new VacancyExtensionRequested(id, day(), maybe(holder()), maybe("late"), on()));
        makers.put(
                VacancyDecided.class,
                id -> new VacancyDecided(
                        id,
                        random.nextInt(3) == 0 ? VacancyOutcome.REFUSED : VacancyOutcome.AUTHORISED,
                        random.nextInt(3) == 0 ? null : day(),
                        maybe(near("board", id)),
                        maybe(any(DecisionManner.values())),
                        maybe(near("meeting", id)),
                        maybe(any("1", "2")),
                        maybe("DG1"),
                        random.nextBoolean() ? 3 : null,
                        texts("P-1", "P-2"),
                        maybe("because"),
                        random.nextInt(4) == 0 ? "knowingly" : null,
                        on()));
        makers.put(VacancyRequestClosed.class, id -> new VacancyRequestClosed(id, "left", on()));
    }

    private void deliveryPlans() {
        makers.put(
                DeliveryPlanOpened.class,
                id -> new DeliveryPlanOpened(
                        id,
                        register(id),
                        name(),
                        random.nextInt(4) == 0 ? null : 1 + random.nextInt(DAYS),
                        maybe(near("initiative", id)),
                        maybe(near("review", id)),
                        maybe(holder()),
                        attributes(),
                        on()));
        makers.put(DeliveryPlanStarted.class, id -> new DeliveryPlanStarted(id, on()));
        makers.put(
                PlanItemAdded.class,
                id -> new PlanItemAdded(
                        id,
                        item(),
                        any(PlanItemKind.values()),
                        name(),
                        maybe(item()),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        on()));
        makers.put(
                PlanItemAssigned.class,
                id -> new PlanItemAssigned(
                        id, item(), holder(), random.nextBoolean() ? day() : null, maybe("left"), on()));
        makers.put(PlanItemProgressed.class, id -> new PlanItemProgressed(id, item(), name(), on()));
        makers.put(PlanItemAchieved.class, id -> new PlanItemAchieved(id, item(), evidence(id), on()));
        makers.put(PlanItemDropped.class, id -> new PlanItemDropped(id, item(), "needless", on()));
        makers.put(DeliveryPlanClosed.class, id -> new DeliveryPlanClosed(id, "in use", on()));
    }

    private String item() {
        return "IT" + random.nextInt(3);
    }

    private void externalRequests() {
        makers.put(
                ExternalRequestMade.class,
                id -> new ExternalRequestMade(
                        id,
                        register(id),
                        near("board", id),
                        maybe("8"),
                        name(),
                        random.nextBoolean() ? day() : null,
                        maybe(holder()),
                        maybe(near("document", id)),
                        maybe(near("initiative", id)),
                        attributes(),
                        on()));
        makers.put(ExternalRequestAssigned.class, id -> new ExternalRequestAssigned(id, holder(), maybe("new"), on()));
        makers.put(
                ExternalRequestRescheduled.class,
                id -> new ExternalRequestRescheduled(id, day(), maybe("election"), on()));
        makers.put(
                ExternalRequestPromised.class,
                id -> new ExternalRequestPromised(id, name(), random.nextInt(4) == 0 ? null : day(), on()));
        makers.put(
                ExternalRequestAnswered.class,
                id -> new ExternalRequestAnswered(id, maybe(near("document", id)), maybe("412"), on()));
        makers.put(
                ExternalRequestReopened.class,
                id -> new ExternalRequestReopened(id, "no figures", random.nextBoolean() ? day() : null, on()));
        makers.put(ExternalRequestWithdrawn.class, id -> new ExternalRequestWithdrawn(id, "dissolved", on()));
    }

    private void risks() {
        makers.put(
                RiskSchemeDefined.class,
                id -> new RiskSchemeDefined(
                        id,
                        scheme(),
                        1 + random.nextInt(2),
                        List.of("rare", "unlikely", "possible", "likely", "certain"),
                        List.of("minimal", "minor", "moderate", "major", "extreme"),
                        10 + random.nextInt(10),
                        on()));
        makers.put(
                RiskGovernanceDescribed.class,
                id -> new RiskGovernanceDescribed(
                        id,
                        List.of(any(RiskLevel.values())),
                        maybe(gatekeeper(id)),
                        texts("monthly", "by exception"),
                        random.nextBoolean() ? List.of() : List.of(near("board", id)),
                        on()));
        makers.put(
                RiskRaised.class,
                id -> new RiskRaised(
                        id,
                        register(id),
                        any(RiskKind.RISK, RiskKind.RISK, RiskKind.ISSUE),
                        name(),
                        maybe("Interest rates rise"),
                        maybe("The lender withdraws"),
                        maybe("A year is lost"),
                        any(RiskLevel.values()),
                        riskSubject(id),
                        random.nextInt(3) == 0 ? gatekeeper(id) : null,
                        maybe(holder()),
                        maybe(day()),
                        attributes(),
                        on()));
        makers.put(
                RiskScored.class,
                id -> new RiskScored(
                        id,
                        any(RiskScoreKind.RESIDUAL, RiskScoreKind.RESIDUAL, RiskScoreKind.INHERENT),
                        1 + random.nextInt(5),
                        1 + random.nextInt(5),
                        maybe(scheme()),
                        maybe(1),
                        maybe(random.nextBoolean()),
                        random.nextBoolean() ? null : new RiskProximity(maybe(day()), maybe("soon")),
                        maybe("as the paper has it"),
                        on()));
        makers.put(
                RiskResponseChosen.class,
                id -> new RiskResponseChosen(id, maybe(any(RiskResponseKind.values())), name(), on()));
        makers.put(RiskOwnerChanged.class, id -> new RiskOwnerChanged(id, holder(), maybe("left"), on()));
        makers.put(RiskReviewed.class, id -> new RiskReviewed(id, maybe("no change"), maybe(day()), on()));
        makers.put(
                RiskEscalated.class,
                id -> new RiskEscalated(
                        id, any(RiskLevel.values()), "shared", maybe(gatekeeper(id)), maybe("P-1"), on()));
        makers.put(
                RiskDeescalated.class,
                id -> new RiskDeescalated(
                        id, any(RiskLevel.values()), "one is left", maybe(gatekeeper(id)), maybe("P-1"), on()));
        makers.put(
                RiskAdmissionDecided.class,
                id -> new RiskAdmissionDecided(
                        id, any(RiskAdmission.values()), texts("P-1", "P-2"), maybe("too small"), on()));
        makers.put(RiskMaterialised.class, id -> new RiskMaterialised(id, name(), on()));
        makers.put(
                RiskLinked.class,
                id -> random.nextInt(3) == 0
                        ? new RiskLinked(id, RiskLinkKind.CAUSES, null, near("dependency", id), maybe("why"), on())
                        : new RiskLinked(id, any(RiskLinkKind.values()), near("risk", id), null, maybe("why"), on()));
        makers.put(
                RiskUnlinked.class,
                id -> random.nextInt(3) == 0
                        ? new RiskUnlinked(id, RiskLinkKind.CAUSES, null, near("dependency", id), null, on())
                        : new RiskUnlinked(id, any(RiskLinkKind.values()), near("risk", id), null, null, on()));
        makers.put(RiskClosed.class, id -> new RiskClosed(id, "it passed", on()));
        makers.put(RiskReopened.class, id -> new RiskReopened(id, "it came back", on()));
    }

    private RiskSubject riskSubject(String id) {
        return switch (random.nextInt(6)) {
            case 0 -> new RiskSubject(null, near("portfolio", id), null, null);
            case 1 -> new RiskSubject(null, null, near("board", id), null);
            case 2 -> new RiskSubject(null, null, null, "the contract");
            default -> new RiskSubject(near("initiative", id), null, null, null);
        };
    }

    private RiskGatekeeper gatekeeper(String id) {
        return random.nextBoolean()
                ? new RiskGatekeeper(near("board", id), null, null)
                : new RiskGatekeeper(null, maybe("P-2"), "Director");
    }

    private void milestones() {
        makers.put(
                MilestonePlanned.class,
                id -> new MilestonePlanned(
                        id,
                        milestone(),
                        name(),
                        maybe(any(MilestoneKind.values())),
                        maybe(stated()),
                        attributes(),
                        on()));
        makers.put(
                MilestoneForecastChanged.class,
                id -> new MilestoneForecastChanged(
                        id, milestone(), stated(), maybe(any(ForecastCause.values())), maybe("late"), on()));
        makers.put(MilestoneAchieved.class, id -> new MilestoneAchieved(id, milestone(), on()));
        makers.put(MilestoneDropped.class, id -> new MilestoneDropped(id, milestone(), "needless", on()));
        makers.put(
                MilestoneReinstated.class,
                id -> new MilestoneReinstated(id, milestone(), maybe(stated()), "needed", on()));
        makers.put(
                BaselineSet.class,
                id -> new BaselineSet(
                        id,
                        1 + random.nextInt(3),
                        List.of(
                                BaselineDate.of("MS0", stated()),
                                BaselineDate.of("MS" + (1 + random.nextInt(2)), stated())),
                        random.nextInt(4) == 0 ? 3L : null,
                        maybe(near("business-case", id)),
                        maybe("because"),
                        on()));
    }

    private String milestone() {
        return "MS" + random.nextInt(3);
    }

    private StatedDate stated() {
        return new StatedDate(day(), random.nextInt(3) == 0 ? any(DatePrecision.values()) : null);
    }

    private void contracts() {
        makers.put(
                ContractRegistered.class,
                id -> new ContractRegistered(
                        id,
                        register(id),
                        name(),
                        maybe(supplier()),
                        maybe(near("initiative", id)),
                        maybe(near("business-case", id)),
                        maybe(day()),
                        attributes(),
                        on()));
        makers.put(ContractSupplierAgreed.class, id -> new ContractSupplierAgreed(id, supplier(), on()));
        makers.put(ContractAwarded.class, id -> new ContractAwarded(id, supplier(), maybe(day()), on()));
        makers.put(
                ContractExtended.class,
                id -> new ContractExtended(
                        id, day(), maybe(random.nextBoolean()), maybe(option()), maybe("late"), on()));
        makers.put(
                ContractChanged.class,
                id -> new ContractChanged(id, name(), maybe("a third site"), maybe(near("document", id)), on()));
        makers.put(ContractLotDefined.class, id -> new ContractLotDefined(id, lot(), name(), on()));
        makers.put(ContractLotAwarded.class, id -> new ContractLotAwarded(id, lot(), supplier(), maybe(day()), on()));
        makers.put(
                ContractExtensionOptionAgreed.class,
                id -> new ContractExtensionOptionAgreed(id, option(), day(), maybe(day()), on()));
        makers.put(
                ContractSupplierChanged.class,
                id -> new ContractSupplierChanged(
                        id, maybe(lot()), supplier(), maybe("sold"), maybe(near("document", id)), on()));
        makers.put(
                ContractEnded.class,
                id -> new ContractEnded(
                        id, any(ContractEnding.values()), maybe("failed"), maybe(near("contract", id)), on()));
    }

    private String lot() {
        return "LOT" + random.nextInt(2);
    }

    private String option() {
        return "OPT" + random.nextInt(2);
    }

    private void outsideDecisions() {
        makers.put(
                OutsideDecisionRecorded.class,
                id -> new OutsideDecisionRecorded(
                        id,
                        register(id),
                        name(),
                        maybe(any(OutsideDecisionKind.values())),
                        any(OutsideOutcome.values()),
                        name(),
                        maybe(holder()),
                        maybe("The Mayor"),
                        random.nextBoolean() ? List.of() : List.of(near("initiative", id)),
                        maybe(near("portfolio", id)),
                        cited(id),
                        attributes(),
                        on()));
        makers.put(
                OutsideDecisionProgressed.class,
                id -> new OutsideDecisionProgressed(
                        id,
                        any(OutsideOutcome.values()),
                        name(),
                        maybe(holder()),
                        maybe("The Mayor"),
                        cited(id),
                        on()));
        makers.put(
                OutsideDecisionSuperseded.class,
                id -> new OutsideDecisionSuperseded(
                        id, maybe(near("outside-decision", id)), maybe("a later one"), maybe("election"), on()));
    }

    private List<Citation> cited(String id) {
        return random.nextBoolean() ? List.of() : List.of(new Citation(near("document", id), null));
    }

    private void workforceControls() {
        makers.put(
                WorkforceControlOpened.class,
                id -> new WorkforceControlOpened(
                        id,
                        register(id),
                        any(WorkforceControlKind.values()),
                        name(),
                        maybe(1 + random.nextInt(3)),
                        texts("Wardens", "Catering"),
                        maybe(near("portfolio", id)),
                        maybe(day()),
                        attributes(),
                        on()));
        makers.put(
                WorkforceFiguresReported.class,
                id -> new WorkforceFiguresReported(
                        id,
                        maybe(random.nextInt(100)),
                        maybe(random.nextInt(100)),
                        maybe(random.nextInt(100)),
                        maybe(money()),
                        on()));
        makers.put(
                WorkforceControlRescheduled.class,
                id -> new WorkforceControlRescheduled(id, day(), maybe("talks"), on()));
        makers.put(WorkforceControlEnded.class, id -> new WorkforceControlEnded(id, maybe("answered"), on()));
    }

    private String supplier() {
        return any("Builders", "Movers");
    }

    private void reportingCycles() {
        makers.put(
                ReportingCycleOpened.class,
                id -> new ReportingCycleOpened(
                        id,
                        register(id),
                        near("portfolio", id),
                        name(),
                        random.nextBoolean() ? day() : null,
                        random.nextBoolean() ? day() : null,
                        random.nextInt(4) == 0 ? null : day(),
                        random.nextBoolean() ? List.of() : List.of(near("initiative", id)),
                        List.of("Highlights"),
                        List.of(
                                new BoardReport(
                                        board(id, 0),
                                        ReportCoverage.BY_EXCEPTION,
                                        random.nextBoolean() ? day() : null,
                                        List.of(ExceptionGround.values())),
                                new BoardReport(board(id, 1), maybe(any(ReportCoverage.values())), null, List.of())),
                        attributes(),
                        on()));
        makers.put(SubmissionsRescheduled.class, id -> new SubmissionsRescheduled(id, day(), maybe("accounts"), on()));
        makers.put(
                SubmissionReceived.class,
                id -> new SubmissionReceived(
                        id, near("initiative", id), texts("Highlights", "Forecast"), evidence(id), on()));
        makers.put(
                ExceptionRaised.class,
                id -> new ExceptionRaised(
                        id,
                        near("initiative", id),
                        near("board", id),
                        maybe(any(ExceptionGround.values())),
                        "costs",
                        on()));
        makers.put(ReportingCycleClosed.class, id -> new ReportingCycleClosed(id, maybe("sent"), on()));
    }

    private ReviewSubject subject(String id) {
        return switch (random.nextInt(4)) {
            case 0 -> new ReviewSubject(null, near("portfolio", id), null);
            case 1 -> new ReviewSubject(null, null, "The strategy");
            default -> new ReviewSubject(near("initiative", id), null, null);
        };
    }

    private RecommendationRef recommendation(String id) {
        return new RecommendationRef(near("review", id), recommended());
    }

    private String recommended() {
        return "R" + random.nextInt(3);
    }

    private List<Citation> evidence(String id) {
        return random.nextBoolean() ? List.of() : List.of(citation(id));
    }

    private Citation citation(String id) {
        return random.nextInt(3) == 0 ? new Citation(null, "Minutes") : new Citation(near("document", id), null);
    }

    private String hash() {
        return Integer.toString(random.nextInt(4)).repeat(64);
    }

    private DependencyEnd end(String id) {
        return random.nextInt(4) == 0
                ? new DependencyEnd(null, any("The Ombudsman", "Parliament"))
                : new DependencyEnd(near("initiative", id), null);
    }

    /** In a portfolio, under an initiative before it (so that none is above itself), or nowhere. */
    private Placement placement(String id) {
        int n = number(id);
        if (n > 0 && random.nextInt(3) == 0)
            return new Placement(Some.of("initiative").id(register(id), random.nextInt(n)), null);
        return new Placement(null, random.nextInt(6) == 0 ? null : near("portfolio", id));
    }

    private static String board(String near, int n) {
        return Some.of("board").id(register(near), n);
    }

    private @Nullable String parent(String board) {
        return number(board) == 0 ? null : maybe(board(board, 0));
    }

    /** Mostly exact days; now and then far away, or no more than a month or a year. */
    private Provenance on() {
        LocalDate day = day();
        return switch (random.nextInt(12)) {
            case 0 -> Provenance.on(day.plusYears(20));
            case 1 -> {
                DatePrecision precision = any(DatePrecision.values());
                yield new Provenance(precision.firstDay(day), precision, null, null, null, null);
            }
            case 2 -> new Provenance(day, null, true, "not in the paper", any(DateQualifier.values()), null);
            default -> Provenance.on(day);
        };
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private String name() {
        return "Name " + random.nextInt(5);
    }

    private String scheme() {
        return any("MPS_2011", "GMPP");
    }

    private String appointment() {
        return "A" + random.nextInt(4);
    }

    private @Nullable Assessor assessor() {
        return random.nextInt(6) == 0 ? null : any(Assessor.PORTFOLIO_OFFICE, Assessor.SRO);
    }

    private Seat seat(String board) {
        return random.nextInt(4) == 0
                ? new Seat(null, null, near("post", board), maybe("TP"))
                : new Seat("P-" + random.nextInt(4), maybe("Commander"), null, maybe("TP"));
    }

    private Holder holder() {
        return new Holder("P-" + random.nextInt(4), maybe("Commander"));
    }

    private Money money() {
        return new Money(
                BigDecimal.valueOf(1_000_000L * (1 + random.nextInt(9))),
                "GBP",
                PriceBasis.NOMINAL,
                null,
                Confidence.VALIDATED);
    }

    private Paper paper() {
        return new Paper(hash(), name(), null, null);
    }

    private List<Paper> papers() {
        return random.nextBoolean() ? List.of() : List.of(paper());
    }

    private SortedMap<String, String> attributes() {
        return random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Map.of("value", name(), "note", "x"));
    }

    /** One of them, or both. */
    private List<String> texts(String one, String other) {
        return random.nextBoolean() ? List.of(one) : List.of(one, other);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    private <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }
}
