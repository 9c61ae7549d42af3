package org.portfolioledger.serialization;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.BenefitFact;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.GovernanceFact;
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

/**
 * The name under which each kind of fact is stored, for ever. A class may be renamed, a name in this list may not.
 *
 * <p>A fact whose shape changes gets a higher revision here, an upcaster in {@link Upcasters}, and a sample and a
 * {@link FactSchema} of the new revision beside those of the old ones.
 */
public enum FactType {
    REGISTER_OPENED(RegisterFact.RegisterOpened.class, "register-opened"),
    REGISTER_WENT_LIVE(RegisterFact.RegisterWentLive.class, "register-went-live"),
    DATA_STANDARD_DEFINED(RegisterFact.DataStandardDefined.class, "data-standard-defined"),
    PORTFOLIO_OPENED(PortfolioFact.PortfolioOpened.class, "portfolio-opened"),
    BUSINESS_GROUP_NAMED(PortfolioFact.BusinessGroupNamed.class, "business-group-named"),
    RATING_SCHEME_DEFINED(PortfolioFact.RatingSchemeDefined.class, "rating-scheme-defined"),
    RATING_SCHEME_REPLACED(PortfolioFact.RatingSchemeReplaced.class, "rating-scheme-replaced"),
    RATING_VALIDITY_SET(PortfolioFact.RatingValiditySet.class, "rating-validity-set"),
    ROLE_DESCRIBED(PortfolioFact.RoleDescribed.class, "role-described"),
    RISK_SCHEME_DEFINED(PortfolioFact.RiskSchemeDefined.class, "risk-scheme-defined"),
    RISK_SCHEME_REPLACED(PortfolioFact.RiskSchemeReplaced.class, "risk-scheme-replaced"),
    RISK_GOVERNANCE_DESCRIBED(PortfolioFact.RiskGovernanceDescribed.class, "risk-governance-described"),
    SAVINGS_FIGURES_STATED(PortfolioFact.SavingsFiguresStated.class, "savings-figures-stated"),
    DELIVERY_CONFIDENCE_ASSESSED(PortfolioFact.DeliveryConfidenceAssessed.class, "delivery-confidence-assessed"),
    EQUALITY_REQUIREMENT_SET(PortfolioFact.EqualityRequirementSet.class, "equality-requirement-set"),
    CASE_POLICY_SET(PortfolioFact.CasePolicySet.class, "case-policy-set"),
    INITIATIVE_OPENED(InitiativeFact.InitiativeOpened.class, "initiative-opened"),
    INITIATIVE_RENAMED(InitiativeFact.InitiativeRenamed.class, "initiative-renamed"),
    INITIATIVE_MOVED(InitiativeFact.InitiativeMoved.class, "initiative-moved"),
    INITIATIVE_OWNERS_CHANGED(InitiativeFact.InitiativeOwnersChanged.class, "initiative-owners-changed"),
    INITIATIVE_CLOSED(InitiativeFact.InitiativeClosed.class, "initiative-closed"),
    INITIATIVE_EXITED(InitiativeFact.InitiativeExited.class, "initiative-exited"),
    INITIATIVE_SPLIT(InitiativeFact.InitiativeSplit.class, "initiative-split"),
    INITIATIVE_MERGED(InitiativeFact.InitiativeMerged.class, "initiative-merged"),
    INITIATIVE_ALIAS_GIVEN(InitiativeFact.InitiativeAliasGiven.class, "initiative-alias-given"),
    INITIATIVE_ALIAS_ENDED(InitiativeFact.InitiativeAliasEnded.class, "initiative-alias-ended"),
    INITIATIVE_ATTRIBUTES_CHANGED(InitiativeFact.InitiativeAttributesChanged.class, "initiative-attributes-changed"),
    ROLE_APPOINTED(AppointmentFact.RoleAppointed.class, "role-appointed"),
    APPOINTMENT_ENDED(AppointmentFact.AppointmentEnded.class, "appointment-ended"),
    POST_ESTABLISHED(PostFact.PostEstablished.class, "post-established"),
    POST_FILLED(PostFact.PostFilled.class, "post-filled"),
    POST_VACATED(PostFact.PostVacated.class, "post-vacated"),
    POST_CLOSED(PostFact.PostClosed.class, "post-closed"),
    RAG_ASSESSED(RagFact.RagAssessed.class, "rag-assessed"),
    RAG_ASSESSMENT_ENDED(RagFact.RagAssessmentEnded.class, "rag-assessment-ended"),
    MILESTONE_PLANNED(MilestoneFact.MilestonePlanned.class, "milestone-planned"),
    MILESTONE_FORECAST_CHANGED(MilestoneFact.MilestoneForecastChanged.class, "milestone-forecast-changed"),
    MILESTONE_ACHIEVED(MilestoneFact.MilestoneAchieved.class, "milestone-achieved"),
    MILESTONE_DROPPED(MilestoneFact.MilestoneDropped.class, "milestone-dropped"),
    MILESTONE_REINSTATED(MilestoneFact.MilestoneReinstated.class, "milestone-reinstated"),
    BASELINE_SET(MilestoneFact.BaselineSet.class, "baseline-set"),
    BOARD_ESTABLISHED(BoardFact.BoardEstablished.class, "board-established"),
    BOARD_LIMIT_SET(BoardFact.BoardLimitSet.class, "board-limit-set"),
    BOARD_REMIT_CHANGED(BoardFact.BoardRemitChanged.class, "board-remit-changed"),
    BOARD_PARENT_CHANGED(BoardFact.BoardParentChanged.class, "board-parent-changed"),
    BOARD_MEMBERSHIP_CHANGED(BoardFact.BoardMembershipChanged.class, "board-membership-changed"),
    BOARD_STANDING_ORDERS_CHANGED(BoardFact.BoardStandingOrdersChanged.class, "board-standing-orders-changed"),
    BOARD_AUTHORITY_DELEGATED(BoardFact.BoardAuthorityDelegated.class, "board-authority-delegated"),
    BOARD_DELEGATION_REVOKED(BoardFact.BoardDelegationRevoked.class, "board-delegation-revoked"),
    BOARD_CLOSED(BoardFact.BoardClosed.class, "board-closed"),
    BOARD_DECIDED(BoardFact.BoardDecided.class, "board-decided"),
    BUSINESS_CASE_OPENED(BusinessCaseFact.BusinessCaseOpened.class, "business-case-opened"),
    BUSINESS_CASE_VERSION_RECORDED(
            BusinessCaseFact.BusinessCaseVersionRecorded.class, "business-case-version-recorded"),
    BUSINESS_CASE_SUBMITTED(BusinessCaseFact.BusinessCaseSubmitted.class, "business-case-submitted"),
    BUSINESS_CASE_CHALLENGED(BusinessCaseFact.BusinessCaseChallenged.class, "business-case-challenged"),
    BUSINESS_CASE_DECIDED(BusinessCaseFact.BusinessCaseDecided.class, "business-case-decided"),
    CASE_CONDITION_DISCHARGED(BusinessCaseFact.CaseConditionDischarged.class, "case-condition-discharged"),
    BUSINESS_CASE_WITHDRAWN(BusinessCaseFact.BusinessCaseWithdrawn.class, "business-case-withdrawn"),
    BUSINESS_CASE_REEVALUATED(BusinessCaseFact.BusinessCaseReevaluated.class, "business-case-reevaluated"),
    DEPENDENCY_PROPOSED(DependencyFact.DependencyProposed.class, "dependency-proposed"),
    DEPENDENCY_AGREED(DependencyFact.DependencyAgreed.class, "dependency-agreed"),
    DEPENDENCY_PROMISED(DependencyFact.DependencyPromised.class, "dependency-promised"),
    DEPENDENCY_AGREEMENT_WITHDRAWN(DependencyFact.DependencyAgreementWithdrawn.class, "dependency-agreement-withdrawn"),
    DEPENDENCY_NEED_CHANGED(DependencyFact.DependencyNeedChanged.class, "dependency-need-changed"),
    DEPENDENCY_REVIEWED(DependencyFact.DependencyReviewed.class, "dependency-reviewed"),
    DEPENDENCY_STATUS_UPDATED(DependencyFact.DependencyStatusUpdated.class, "dependency-status-updated"),
    DOCUMENT_REGISTERED(DocumentFact.DocumentRegistered.class, "document-registered"),
    DOCUMENT_VERSION_RECORDED(DocumentFact.DocumentVersionRecorded.class, "document-version-recorded"),
    DOCUMENT_AUTHOR_STATED(DocumentFact.DocumentAuthorStated.class, "document-author-stated"),
    DOCUMENT_MARKED(DocumentFact.DocumentMarked.class, "document-marked"),
    DOCUMENT_PUBLICATION_DECIDED(DocumentFact.DocumentPublicationDecided.class, "document-publication-decided"),
    DOCUMENT_REVIEWED(DocumentFact.DocumentReviewed.class, "document-reviewed"),
    DOCUMENT_REPLACED(DocumentFact.DocumentReplaced.class, "document-replaced"),
    ACTION_OPENED(ActionFact.ActionOpened.class, "action-opened"),
    ACTION_PROGRESSED(ActionFact.ActionProgressed.class, "action-progressed"),
    ACTION_HANDED_ON(ActionFact.ActionHandedOn.class, "action-handed-on"),
    ACTION_RESCHEDULED(ActionFact.ActionRescheduled.class, "action-rescheduled"),
    ACTION_DONE(ActionFact.ActionDone.class, "action-done"),
    ACTION_DROPPED(ActionFact.ActionDropped.class, "action-dropped"),
    REVIEW_OPENED(ReviewFact.ReviewOpened.class, "review-opened"),
    REVIEW_RESCHEDULED(ReviewFact.ReviewRescheduled.class, "review-rescheduled"),
    REVIEW_HELD(ReviewFact.ReviewHeld.class, "review-held"),
    REVIEW_REPORTED(ReviewFact.ReviewReported.class, "review-reported"),
    REVIEW_CANCELLED(ReviewFact.ReviewCancelled.class, "review-cancelled"),
    FINDING_MADE(ReviewFact.FindingMade.class, "finding-made"),
    RECOMMENDATION_MADE(ReviewFact.RecommendationMade.class, "recommendation-made"),
    RECOMMENDATION_ASSIGNED(ReviewFact.RecommendationAssigned.class, "recommendation-assigned"),
    RECOMMENDATION_ANSWERED(ReviewFact.RecommendationAnswered.class, "recommendation-answered"),
    RECOMMENDATION_PROGRESSED(ReviewFact.RecommendationProgressed.class, "recommendation-progressed"),
    RECOMMENDATION_CLAIMED(ReviewFact.RecommendationClaimed.class, "recommendation-claimed"),
    RECOMMENDATION_VERIFIED(ReviewFact.RecommendationVerified.class, "recommendation-verified"),
    RECOMMENDATION_REOPENED(ReviewFact.RecommendationReopened.class, "recommendation-reopened"),
    RECOMMENDATION_CLOSED(ReviewFact.RecommendationClosed.class, "recommendation-closed"),
    MEETING_CALLED(MeetingFact.MeetingCalled.class, "meeting-called"),
    MEETING_RESCHEDULED(MeetingFact.MeetingRescheduled.class, "meeting-rescheduled"),
    MEETING_AGENDA_SET(MeetingFact.MeetingAgendaSet.class, "meeting-agenda-set"),
    MEETING_PAPER_CIRCULATED(MeetingFact.MeetingPaperCirculated.class, "meeting-paper-circulated"),
    INTEREST_DECLARED(MeetingFact.InterestDeclared.class, "interest-declared"),
    MEETING_HELD(MeetingFact.MeetingHeld.class, "meeting-held"),
    MEETING_MINUTED(MeetingFact.MeetingMinuted.class, "meeting-minuted"),
    MEETING_CANCELLED(MeetingFact.MeetingCancelled.class, "meeting-cancelled"),
    EQUALITY_ASSESSMENT_OPENED(EqualityAssessmentFact.EqualityAssessmentOpened.class, "equality-assessment-opened"),
    EQUALITY_ASSESSMENT_TIED(EqualityAssessmentFact.EqualityAssessmentTied.class, "equality-assessment-tied"),
    EQUALITY_ASSESSMENT_VERSION_RECORDED(
            EqualityAssessmentFact.EqualityAssessmentVersionRecorded.class, "equality-assessment-version-recorded"),
    EQUALITY_ASSESSMENT_REVIEWED(
            EqualityAssessmentFact.EqualityAssessmentReviewed.class, "equality-assessment-reviewed"),
    EQUALITY_ASSESSMENT_ENDED(EqualityAssessmentFact.EqualityAssessmentEnded.class, "equality-assessment-ended"),
    ACCOUNTING_ASSESSMENT_MADE(AccountingAssessmentFact.AccountingAssessmentMade.class, "accounting-assessment-made"),
    ACCOUNTING_SUMMARY_PUBLISHED(
            AccountingAssessmentFact.AccountingSummaryPublished.class, "accounting-summary-published"),
    ACCOUNTING_ASSESSMENT_DEPARTED(
            AccountingAssessmentFact.AccountingAssessmentDeparted.class, "accounting-assessment-departed"),
    ACCOUNTING_ASSESSMENT_REPEATED(
            AccountingAssessmentFact.AccountingAssessmentRepeated.class, "accounting-assessment-repeated"),
    VACANCY_REQUESTED(VacancyRequestFact.VacancyRequested.class, "vacancy-requested"),
    VACANCY_CHECKED(VacancyRequestFact.VacancyChecked.class, "vacancy-checked"),
    VACANCY_EXTENSION_REQUESTED(VacancyRequestFact.VacancyExtensionRequested.class, "vacancy-extension-requested"),
    VACANCY_DECIDED(VacancyRequestFact.VacancyDecided.class, "vacancy-decided"),
    VACANCY_REQUEST_CLOSED(VacancyRequestFact.VacancyRequestClosed.class, "vacancy-request-closed"),
    DELIVERY_PLAN_OPENED(DeliveryPlanFact.DeliveryPlanOpened.class, "delivery-plan-opened"),
    DELIVERY_PLAN_STARTED(DeliveryPlanFact.DeliveryPlanStarted.class, "delivery-plan-started"),
    PLAN_ITEM_ADDED(DeliveryPlanFact.PlanItemAdded.class, "plan-item-added"),
    PLAN_ITEM_ASSIGNED(DeliveryPlanFact.PlanItemAssigned.class, "plan-item-assigned"),
    PLAN_ITEM_PROGRESSED(DeliveryPlanFact.PlanItemProgressed.class, "plan-item-progressed"),
    PLAN_ITEM_ACHIEVED(DeliveryPlanFact.PlanItemAchieved.class, "plan-item-achieved"),
    PLAN_ITEM_DROPPED(DeliveryPlanFact.PlanItemDropped.class, "plan-item-dropped"),
    DELIVERY_PLAN_CLOSED(DeliveryPlanFact.DeliveryPlanClosed.class, "delivery-plan-closed"),
    EXTERNAL_REQUEST_MADE(ExternalRequestFact.ExternalRequestMade.class, "external-request-made"),
    EXTERNAL_REQUEST_ASSIGNED(ExternalRequestFact.ExternalRequestAssigned.class, "external-request-assigned"),
    EXTERNAL_REQUEST_RESCHEDULED(ExternalRequestFact.ExternalRequestRescheduled.class, "external-request-rescheduled"),
    EXTERNAL_REQUEST_PROMISED(ExternalRequestFact.ExternalRequestPromised.class, "external-request-promised"),
    EXTERNAL_REQUEST_ANSWERED(ExternalRequestFact.ExternalRequestAnswered.class, "external-request-answered"),
    EXTERNAL_REQUEST_REOPENED(ExternalRequestFact.ExternalRequestReopened.class, "external-request-reopened"),
    EXTERNAL_REQUEST_WITHDRAWN(ExternalRequestFact.ExternalRequestWithdrawn.class, "external-request-withdrawn"),
    REPORTING_CYCLE_OPENED(ReportingCycleFact.ReportingCycleOpened.class, "reporting-cycle-opened"),
    SUBMISSIONS_RESCHEDULED(ReportingCycleFact.SubmissionsRescheduled.class, "submissions-rescheduled"),
    SUBMISSION_RECEIVED(ReportingCycleFact.SubmissionReceived.class, "submission-received"),
    EXCEPTION_RAISED(ReportingCycleFact.ExceptionRaised.class, "exception-raised"),
    REPORTING_CYCLE_CLOSED(ReportingCycleFact.ReportingCycleClosed.class, "reporting-cycle-closed"),
    CONTRACT_REGISTERED(ContractFact.ContractRegistered.class, "contract-registered"),
    CONTRACT_SUPPLIER_AGREED(ContractFact.ContractSupplierAgreed.class, "contract-supplier-agreed"),
    CONTRACT_AWARDED(ContractFact.ContractAwarded.class, "contract-awarded"),
    CONTRACT_EXTENDED(ContractFact.ContractExtended.class, "contract-extended"),
    CONTRACT_LOT_DEFINED(ContractFact.ContractLotDefined.class, "contract-lot-defined"),
    CONTRACT_LOT_AWARDED(ContractFact.ContractLotAwarded.class, "contract-lot-awarded"),
    CONTRACT_EXTENSION_OPTION_AGREED(
            ContractFact.ContractExtensionOptionAgreed.class, "contract-extension-option-agreed"),
    CONTRACT_SUPPLIER_CHANGED(ContractFact.ContractSupplierChanged.class, "contract-supplier-changed"),
    CONTRACT_CHANGED(ContractFact.ContractChanged.class, "contract-changed"),
    CONTRACT_ENDED(ContractFact.ContractEnded.class, "contract-ended"),
    OUTSIDE_DECISION_RECORDED(OutsideDecisionFact.OutsideDecisionRecorded.class, "outside-decision-recorded"),
    OUTSIDE_DECISION_PROGRESSED(OutsideDecisionFact.OutsideDecisionProgressed.class, "outside-decision-progressed"),
    OUTSIDE_DECISION_SUPERSEDED(OutsideDecisionFact.OutsideDecisionSuperseded.class, "outside-decision-superseded"),
    WORKFORCE_CONTROL_OPENED(WorkforceControlFact.WorkforceControlOpened.class, "workforce-control-opened"),
    WORKFORCE_FIGURES_REPORTED(WorkforceControlFact.WorkforceFiguresReported.class, "workforce-figures-reported"),
    WORKFORCE_CONTROL_RESCHEDULED(
            WorkforceControlFact.WorkforceControlRescheduled.class, "workforce-control-rescheduled"),
    WORKFORCE_CONTROL_ENDED(WorkforceControlFact.WorkforceControlEnded.class, "workforce-control-ended"),
    RISK_RAISED(RiskFact.RiskRaised.class, "risk-raised"),
    RISK_SCORED(RiskFact.RiskScored.class, "risk-scored"),
    RISK_RESPONSE_CHOSEN(RiskFact.RiskResponseChosen.class, "risk-response-chosen"),
    RISK_OWNER_CHANGED(RiskFact.RiskOwnerChanged.class, "risk-owner-changed"),
    RISK_REVIEWED(RiskFact.RiskReviewed.class, "risk-reviewed"),
    RISK_ESCALATED(RiskFact.RiskEscalated.class, "risk-escalated"),
    RISK_DEESCALATED(RiskFact.RiskDeescalated.class, "risk-deescalated"),
    RISK_ADMISSION_DECIDED(RiskFact.RiskAdmissionDecided.class, "risk-admission-decided"),
    RISK_MATERIALISED(RiskFact.RiskMaterialised.class, "risk-materialised"),
    RISK_LINKED(RiskFact.RiskLinked.class, "risk-linked"),
    RISK_UNLINKED(RiskFact.RiskUnlinked.class, "risk-unlinked"),
    RISK_CLOSED(RiskFact.RiskClosed.class, "risk-closed"),
    RISK_REOPENED(RiskFact.RiskReopened.class, "risk-reopened"),
    BENEFIT_OPENED(BenefitFact.BenefitOpened.class, "benefit-opened"),
    BENEFIT_PLANNED(BenefitFact.BenefitPlanned.class, "benefit-planned"),
    BENEFIT_PROFILE_STATED(BenefitFact.BenefitProfileStated.class, "benefit-profile-stated"),
    BENEFIT_PROFILE_PREFERRED(BenefitFact.BenefitProfilePreferred.class, "benefit-profile-preferred"),
    BENEFIT_PROFILE_WITHDRAWN(BenefitFact.BenefitProfileWithdrawn.class, "benefit-profile-withdrawn"),
    BENEFIT_MEASURED(BenefitFact.BenefitMeasured.class, "benefit-measured"),
    BENEFIT_REALISATION_ASSESSED(BenefitFact.BenefitRealisationAssessed.class, "benefit-realisation-assessed"),
    BENEFIT_OWNER_CHANGED(BenefitFact.BenefitOwnerChanged.class, "benefit-owner-changed"),
    BENEFIT_WITHDRAWN(BenefitFact.BenefitWithdrawn.class, "benefit-withdrawn"),
    MEASURE_DEFINED(MeasureFact.MeasureDefined.class, "measure-defined"),
    MEASURE_TARGET_SET(MeasureFact.MeasureTargetSet.class, "measure-target-set"),
    MEASURE_VALUE_STATED(MeasureFact.MeasureValueStated.class, "measure-value-stated"),
    MEASURE_SOURCE_PREFERRED(MeasureFact.MeasureSourcePreferred.class, "measure-source-preferred"),
    MEASURE_ENDED(MeasureFact.MeasureEnded.class, "measure-ended"),
    BUDGET_OPENED(BudgetFact.BudgetOpened.class, "budget-opened"),
    BUDGET_FIGURES_STATED(BudgetFact.BudgetFiguresStated.class, "budget-figures-stated"),
    BUDGET_SOURCE_PREFERRED(BudgetFact.BudgetSourcePreferred.class, "budget-source-preferred"),
    BUDGET_FIGURES_WITHDRAWN(BudgetFact.BudgetFiguresWithdrawn.class, "budget-figures-withdrawn"),
    BUDGET_ENVELOPE_SET(BudgetFact.BudgetEnvelopeSet.class, "budget-envelope-set"),
    BUDGET_ENDED(BudgetFact.BudgetEnded.class, "budget-ended"),
    IMPORT_MAPPING_DEFINED(MappingFact.ImportMappingDefined.class, "import-mapping-defined"),
    IMPORT_MAPPING_REDEFINED(MappingFact.ImportMappingRedefined.class, "import-mapping-redefined"),
    IMPORT_MAPPING_WITHDRAWN(MappingFact.ImportMappingWithdrawn.class, "import-mapping-withdrawn"),
    ENTITY_MARKED(ProtectiveMarkingFact.EntityMarked.class, "entity-marked"),
    PROTECTIVE_MARKING_CHANGED(ProtectiveMarkingFact.ProtectiveMarkingChanged.class, "protective-marking-changed"),
    PROTECTIVE_MARKING_LIFTED(ProtectiveMarkingFact.ProtectiveMarkingLifted.class, "protective-marking-lifted"),
    CORRECTED(Corrected.class, "corrected");

    private static final Map<String, FactType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FactType::typeName, Function.identity()));

    private final Class<? extends GovernanceFact> factClass;
    private final String typeName;
    private final int revision;

    FactType(Class<? extends GovernanceFact> factClass, String typeName) {
        this.factClass = factClass;
        this.typeName = typeName;
        this.revision = 1;
    }

    /** The type under which facts of a class are stored. */
    public static FactType of(Class<?> factClass) {
        for (FactType type : values()) if (type.factClass.equals(factClass)) return type;
        throw new IllegalArgumentException(factClass + " has no stored name: add it to FactType");
    }

    /** The type with a stored name. */
    public static FactType named(String typeName) {
        FactType type = BY_NAME.get(typeName);
        if (type == null) throw new IllegalArgumentException("no fact is stored under the name " + typeName);
        return type;
    }

    /** The record that facts of this type are read into. */
    public Class<? extends GovernanceFact> factClass() {
        return factClass;
    }

    /** The stored name, in kebab-case. */
    public String typeName() {
        return typeName;
    }

    /** The revision that is written today: 1, 2, 3, … */
    public int revision() {
        return revision;
    }
}
