package org.portfolioledger.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Seen;
import org.portfolioledger.query.overview.ShownRating;
import org.portfolioledger.state.AccountingAssessmentState;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.DeliveryPlanState;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.EqualityAssessmentState;
import org.portfolioledger.state.ExternalRequestState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.MeasureState;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.VacancyRequestState;

/**
 * What held through a range of days, as it was to be seen on the first. The state is the one member that is called as the
 * kind is.
 *
 * @param id of the entity
 * @param to first day on which it no longer held; null: without end
 * @param initiative what it was
 * @param appointments who had which role; a role that a post holds is held by whoever held the post
 * @param rag how it was rated
 * @param milestones what was planned, and the baselines
 */
record SegmentView(
        String kind,
        String id,
        LocalDate from,
        @JsonInclude @Nullable LocalDate to,
        @Nullable Seen<InitiativeState> initiative,
        @Nullable Seen<AppointmentsState> appointments,
        @Nullable Seen<RatingsView> rag,
        @Nullable Seen<MilestonesState> milestones,
        @JsonProperty("business-case") @Nullable Seen<BusinessCaseState> businessCase,
        @Nullable Seen<ReviewState> review,
        @Nullable Seen<DependencyState> dependency,
        @Nullable Seen<ActionState> action,
        @JsonProperty("delivery-plan") @Nullable Seen<DeliveryPlanState> deliveryPlan,
        @JsonProperty("equality-assessment") @Nullable Seen<EqualityAssessmentState> equalityAssessment,
        @JsonProperty("accounting-assessment") @Nullable Seen<AccountingAssessmentState> accountingAssessment,
        @JsonProperty("vacancy-request") @Nullable Seen<VacancyRequestState> vacancyRequest,
        @JsonProperty("external-request") @Nullable Seen<ExternalRequestState> externalRequest,
        @Nullable Seen<RiskState> risk,
        @Nullable Seen<BenefitState> benefit,
        @Nullable Seen<MeasureState> measure,
        @Nullable Seen<BudgetState> budget) {

    /**
     * How an initiative was rated.
     *
     * @param ratings by "criterion:assessor"
     */
    record RatingsView(String initiative, SortedMap<String, Grounded<ShownRating>> ratings) {}
}
