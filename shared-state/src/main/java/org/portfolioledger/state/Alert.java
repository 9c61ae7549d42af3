package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;

/** What a reader should not overlook. */
public enum Alert {
    /** An open initiative has nobody who is accountable for it. */
    NO_SRO,
    /** A role or a post is held for the time being, and that time is over. */
    ACTING_BEYOND_TERM,
    /** A fact on which it was decided was corrected later. */
    RESTS_ON_CORRECTED_FACT,
    /** The opening of something that it refers to was retracted. */
    REFERENCE_RETRACTED,
    /** A fact on which it was decided no longer held on the day of the decision, by a fact that was recorded later. */
    RESTS_ON_SUPERSEDED_FACT,
    /** The SRO of the initiative decided, or waived a rule in a decision, by an appointment that is known now. */
    DECIDED_BY_SRO,
    /** Somebody took part in a decision of a meeting who withdrew from it for an interest. */
    DECIDED_DESPITE_INTEREST,
    /** Somebody took part in a decision of a meeting who is not among those who were present. */
    DECIDED_WITHOUT_ATTENDING,
    /** A paper of a decision had been replaced by then, in the meeting or as a document. */
    DECIDED_ON_REPLACED_PAPER,
    /** It began, or was decided, when what it concerns was closed. */
    AFTER_CLOSURE,
    /** A business group that owns it is named by no portfolio in which it lies. */
    OWNER_UNKNOWN,
    /** A rating is older than its portfolio lets one be. */
    RATING_OVERDUE,
    /** A rating was given by a scheme that its portfolio had replaced by then. */
    RATED_IN_REPLACED_SCHEME,
    /** The source leaves a rule of governance unmet. */
    UNMET_RULES,
    /** The decision was retracted; it is shown but has no effect. */
    DECISION_RETRACTED,
    /** A board knowingly decided outside its powers. */
    ULTRA_VIRES,
    /** A board approved without the stage before, because somebody waived it. */
    WAIVED,
    /** A dependency is promised for later than it is needed. */
    DEPENDENCY_CONFLICT,
    /** The two sides of a dependency see it otherwise. */
    DEPENDENCY_SIDES_DISAGREE,
    /** The last day on which a side was to review a dependency has passed. */
    DEPENDENCY_REVIEW_OVERDUE,
    /** A dependency further up the way is promised for later than it is needed. */
    DOWNSTREAM_OF_CONFLICT,
    /** The day by which a document was to be reviewed has passed. */
    DOCUMENT_REVIEW_OVERDUE,
    /** Another document took the place of a document. */
    DOCUMENT_REPLACED,
    /** The last day on which an action was to be done has passed. */
    ACTION_OVERDUE,
    /** The day for which a meeting was called has passed, and it was neither held nor cancelled. */
    MEETING_NOT_HELD,
    /** The day for which a review was planned has passed, and it was neither held nor cancelled. */
    REVIEW_NOT_HELD,
    /** A gate was reported as red, and no assurance of its action plan is planned. */
    ACTION_PLAN_NOT_ASSURED,
    /** The last day on which a recommendation was to be complete has passed. */
    RECOMMENDATION_OVERDUE,
    /** A recommendation repeats an earlier one. */
    RECOMMENDATION_RECURS,
    /** The day by which an equality impact assessment was to be reviewed has passed. */
    EQUALITY_REVIEW_OVERDUE,
    /** A business case was finally approved without an equality impact assessment of it, its initiative or its programme. */
    EQUALITY_ASSESSMENT_MISSING,
    /** A final approval let delivery start on no more than an initial equality impact assessment. */
    FULL_EQUALITY_ASSESSMENT_MISSING,
    /** An Accounting Officer found that a case does not meet one of the four standards. */
    STANDARD_NOT_MET,
    /** A case departed from the plan that an Accounting Officer assessed, and was not assessed again. */
    REASSESSMENT_DUE,
    /** The last day by which an Accounting Officer was to assess a case again has passed. */
    REASSESSMENT_OVERDUE,
    /** The last day on which a post may be filled has passed, and the request was not closed. */
    VACANCY_PERIOD_OVER,
    /** The last day of a plan has passed, and it was not closed. */
    PLAN_OVERDUE,
    /** The last day for something in a plan has passed, and it was neither achieved nor dropped. */
    PLAN_ITEM_OVERDUE,
    /** The last day on which a milestone was expected has passed, and it was neither achieved nor dropped. */
    MILESTONE_OVERDUE,
    /** A milestone is expected later than in the baseline, whichever of the days are meant that were stated. */
    MILESTONE_SLIPPED,
    /** The last day for the answer to a request of an overseeing body has passed. */
    REQUEST_OVERDUE,
    /** The day for which an overseeing body was promised something has passed. */
    REQUEST_PROMISE_MISSED,
    /** An overseeing body was promised something for later than it is due. */
    REQUEST_PROMISED_LATE,
    /** The day by which an initiative was to submit for a reporting cycle has passed, and nothing came. */
    SUBMISSION_MISSING,
    /** The last day on which a board was to have the report of a reporting cycle has passed, and the cycle is not closed. */
    REPORT_OVERDUE,
    /** The last day of a contract has passed, and neither its end nor an extension is on record. */
    CONTRACT_LAST_DAY_PASSED,
    /** The last day on which a contract could be extended by an option has passed, and it was not. */
    EXTENSION_OPTION_LAPSED,
    /** An initiative is expected to end after the last day of a contract that serves it. */
    CONTRACT_ENDS_BEFORE_INITIATIVE,
    /** The last day on which a risk was to be reviewed has passed. */
    RISK_REVIEW_OVERDUE,
    /** A critical risk is open, and nobody owns it. */
    CRITICAL_RISK_WITHOUT_OWNER,
    /** The day on which a risk was expected to happen has passed, and it neither materialised nor was closed. */
    RISK_PROXIMITY_PASSED,
    /** A risk waits for a gatekeeper to admit it. */
    RISK_WAITS_FOR_GATEKEEPER,
    /** The last day on which an action in response to a risk was to be done has passed. */
    RISK_ACTION_OVERDUE,
    /** Sources contradict each other on the figures of a benefit, and none is preferred. */
    BENEFIT_SOURCES_CONTRADICT,
    /** The last day by which a benefit was to be achieved has passed, and nobody assessed whether it was. */
    BENEFIT_OVERDUE,
    /** The last day for the target of a measure has passed, and no value reaches it, as far as the sources say. */
    MEASURE_TARGET_MISSED,
    /** Documents contradict each other on the value of a measure, and none is preferred. */
    MEASURE_SOURCES_CONTRADICT,
    /** Sources contradict each other on a figure of a budget line, and none is preferred. */
    BUDGET_SOURCES_CONTRADICT,
    /** More is expected to be spent in a year than the budget of that year. */
    FORECAST_ABOVE_BUDGET,
    /** More was spent in a year than the budget of that year. */
    ACTUAL_ABOVE_BUDGET,
    /** The budgets of the years of an envelope add up to more than it. */
    BUDGETS_ABOVE_ENVELOPE,
    /** The stated shares of somebody's working time add up to more than all of it. */
    OVERCOMMITTED;

    /** The alerts of a value and of everything in it: the one function that gives them, wherever they are shown. */
    public static SortedSet<Alert> of(@Nullable Object value, Viewpoint seen) {
        SortedSet<Alert> alerts = new TreeSet<>();
        Structure.forEach(value, part -> {
            if (part instanceof Grounded<?> grounded) {
                if (grounded.unmetRules() != null) alerts.add(UNMET_RULES);
                if (!grounded.restsOnCorrected(seen.corrected()).isEmpty()) alerts.add(RESTS_ON_CORRECTED_FACT);
                if (seen.referringToRetracted().contains(grounded.fact())) alerts.add(REFERENCE_RETRACTED);
                if (!grounded.restsOnSuperseded(seen).isEmpty()) alerts.add(RESTS_ON_SUPERSEDED_FACT);
                alerts.addAll(seen.contradictions(grounded.fact()).keySet());
                if (seen.afterClosure().contains(grounded.fact())) alerts.add(AFTER_CLOSURE);
            }
            if (part instanceof Alerting alerting) alerts.addAll(alerting.alerts(seen.asOf()));
        });
        return Collections.unmodifiableSortedSet(alerts);
    }

    /**
     * The alert on what is held for the time being.
     *
     * @param expectedEnd first day on which it should no longer be held; null: not stated
     */
    static Set<Alert> ofTerm(AppointmentKind kind, @Nullable LocalDate expectedEnd, LocalDate asOf) {
        boolean temporary = kind == AppointmentKind.ACTING || kind == AppointmentKind.INTERIM;
        boolean over = expectedEnd != null && !expectedEnd.isAfter(asOf);
        return temporary && over ? Set.of(ACTING_BEYOND_TERM) : Set.of();
    }
}
