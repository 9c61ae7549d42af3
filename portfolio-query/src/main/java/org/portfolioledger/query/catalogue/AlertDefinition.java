package org.portfolioledger.query.catalogue;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/**
 * The rule by which an alert is given.
 *
 * @param alert as items and lists show it
 * @param meaning when it is given; the glossary has the same words
 * @param kinds kinds of the entities whose facts give it; empty: those of any kind
 * @param rule number of the rule of the product to which it belongs; null: to none
 */
record AlertDefinition(
        String alert,
        String meaning,
        List<String> kinds,
        @Nullable Integer rule) {

    /** All, in the order in which they are shown. */
    static List<AlertDefinition> all() {
        return Arrays.stream(Alert.values())
                .map(alert -> define(alert).named(alert))
                .toList();
    }

    private static AlertDefinition define(Alert alert) {
        return switch (alert) {
            case NO_SRO ->
                ofRule(4, "nobody is accountable for an open initiative", Kinds.INITIATIVE, Kinds.APPOINTMENTS);
            case ACTING_BEYOND_TERM ->
                ofRule(
                        4,
                        "an acting or interim holder of a role or a post is beyond the expected end",
                        Kinds.APPOINTMENTS,
                        Kinds.POST);
            case RESTS_ON_CORRECTED_FACT -> ofRule(19, "a fact on which the decision rested was corrected later");
            case REFERENCE_RETRACTED -> ofRule(23, "it refers to something whose opening was retracted");
            case RESTS_ON_SUPERSEDED_FACT ->
                ofRule(
                        19,
                        "a fact recorded later shows that a fact on which the decision rested did not hold on that day; restsOnSuperseded names it");
            case DECIDED_BY_SRO ->
                ofRule(
                        5,
                        "as is known now, the initiative's SRO on that day took part in the decision or waived a stage in it; contradictedBy names the appointment, and the holder of its post",
                        Kinds.BOARD,
                        Kinds.BUSINESS_CASE,
                        Kinds.APPOINTMENTS,
                        Kinds.POST);
            case DECIDED_DESPITE_INTEREST ->
                ofRule(
                        5,
                        "somebody who took part in the decision had withdrawn because of an interest in it; contradictedBy names the declaration",
                        Kinds.BOARD,
                        Kinds.BUSINESS_CASE,
                        Kinds.MEETING);
            case DECIDED_WITHOUT_ATTENDING ->
                ofRule(
                        7,
                        "somebody who took part in the decision is not among those named as present at the meeting; contradictedBy names the list",
                        Kinds.BOARD,
                        Kinds.BUSINESS_CASE,
                        Kinds.MEETING);
            case DECIDED_ON_REPLACED_PAPER ->
                ofRule(
                        8,
                        "a paper of the decision had already been replaced, at the meeting or by a later version of its document; contradictedBy names what replaced it",
                        Kinds.BOARD,
                        Kinds.BUSINESS_CASE,
                        Kinds.MEETING,
                        Kinds.DOCUMENT);
            case AFTER_CLOSURE ->
                ofRule(23, "it began or was decided after the initiative or board that it concerns had closed");
            case OWNER_UNKNOWN ->
                of(
                        "a business group that owns the initiative is not named by any portfolio that contains it",
                        Kinds.INITIATIVE,
                        Kinds.PORTFOLIO);
            case RATING_OVERDUE -> of("a rating is older than its portfolio allows", Kinds.RAG, Kinds.PORTFOLIO);
            case RATED_IN_REPLACED_SCHEME ->
                ofRule(
                        20,
                        "a rating was given under a scheme that its portfolio had already replaced",
                        Kinds.RAG,
                        Kinds.PORTFOLIO);
            case UNMET_RULES -> ofRule(18, "a migrated paper could not satisfy a rule");
            case DECISION_RETRACTED ->
                ofRule(
                        5,
                        "the decision was retracted; it is shown but has no effect",
                        Kinds.BOARD,
                        Kinds.BUSINESS_CASE);
            case ULTRA_VIRES ->
                ofRule(7, "decided knowingly outside the board's powers", Kinds.BOARD, Kinds.BUSINESS_CASE);
            case WAIVED ->
                ofRule(
                        6,
                        "approved without the approval of the stage before, by a recorded waiver",
                        Kinds.BUSINESS_CASE);
            case DEPENDENCY_CONFLICT ->
                ofRule(
                        11,
                        "something is promised for later than it is needed; the item names every initiative downstream",
                        Kinds.DEPENDENCY);
            case DOWNSTREAM_OF_CONFLICT ->
                ofRule(11, "an initiative further downstream depends on such a promise", Kinds.DEPENDENCY);
            case DOCUMENT_REVIEW_OVERDUE -> of("the last day for the review of a document has passed", Kinds.DOCUMENT);
            case DOCUMENT_REPLACED -> ofRule(8, "another document replaced it", Kinds.DOCUMENT);
            case ACTION_OVERDUE -> of("the last day for an action has passed", Kinds.ACTION);
            case MEETING_NOT_HELD ->
                of("the planned day of a meeting has passed, and it was neither held nor cancelled", Kinds.MEETING);
            case REVIEW_NOT_HELD ->
                of("the planned day of a review has passed, and it was neither held nor cancelled", Kinds.REVIEW);
            case ACTION_PLAN_NOT_ASSURED ->
                ofRule(13, "a gate was reported as red, and no assurance of its action plan is planned", Kinds.REVIEW);
            case RECOMMENDATION_OVERDUE ->
                ofRule(
                        13,
                        "the last day for completing a recommendation has passed, and its owner has not claimed completion",
                        Kinds.REVIEW);
            case RECOMMENDATION_RECURS -> of("a recommendation repeats an earlier one", Kinds.REVIEW);
            case EQUALITY_REVIEW_OVERDUE ->
                ofRule(
                        9,
                        "the last day for the review of an equality impact assessment has passed",
                        Kinds.EQUALITY_ASSESSMENT);
            case EQUALITY_ASSESSMENT_MISSING ->
                ofRule(
                        9,
                        "a case was finally approved, and no equality impact assessment of it, its initiative or a whole programme above was open on that day",
                        Kinds.BUSINESS_CASE,
                        Kinds.EQUALITY_ASSESSMENT);
            case FULL_EQUALITY_ASSESSMENT_MISSING ->
                ofRule(
                        9,
                        "a final approval let delivery start on only an initial one",
                        Kinds.BUSINESS_CASE,
                        Kinds.EQUALITY_ASSESSMENT);
            case STANDARD_NOT_MET ->
                of(
                        "an Accounting Officer found that a case does not meet one of the four standards",
                        Kinds.ACCOUNTING_ASSESSMENT);
            case REASSESSMENT_DUE ->
                of(
                        "a case departed from the plan that an Accounting Officer assessed, and was not assessed again",
                        Kinds.ACCOUNTING_ASSESSMENT);
            case REASSESSMENT_OVERDUE ->
                of("the last day for that new assessment has passed", Kinds.ACCOUNTING_ASSESSMENT);
            case VACANCY_PERIOD_OVER ->
                of(
                        "the last day for which a post may be filled has passed, and the request was not closed",
                        Kinds.VACANCY_REQUEST);
            case PLAN_OVERDUE -> of("the last day of a plan has passed, and it was not closed", Kinds.DELIVERY_PLAN);
            case PLAN_ITEM_OVERDUE ->
                of(
                        "the last day for something in a plan has passed, and it was neither achieved nor dropped",
                        Kinds.DELIVERY_PLAN);
            case MILESTONE_OVERDUE ->
                of(
                        "the last day on which a milestone was expected has passed, and it was neither achieved nor dropped",
                        Kinds.MILESTONES);
            case MILESTONE_SLIPPED ->
                ofRule(
                        10,
                        "a milestone is expected later than in the baseline, however its stated dates are read",
                        Kinds.MILESTONES);
            case REQUEST_OVERDUE ->
                of("the last day for the answer to an overseeing body has passed", Kinds.EXTERNAL_REQUEST);
            case REQUEST_PROMISE_MISSED ->
                of("the day of a promise to an overseeing body has passed", Kinds.EXTERNAL_REQUEST);
            case REQUEST_PROMISED_LATE ->
                of("an overseeing body was promised something for a day after it is due", Kinds.EXTERNAL_REQUEST);
            case SUBMISSION_MISSING ->
                of(
                        "the day by which an initiative was to submit for a reporting cycle has passed, and nothing came",
                        Kinds.REPORTING_CYCLE,
                        Kinds.INITIATIVE);
            case REPORT_OVERDUE ->
                of(
                        "the last day for a board's report has passed, and its reporting cycle is not closed",
                        Kinds.REPORTING_CYCLE);
            case RISK_REVIEW_OVERDUE -> of("the last day for the review of a risk has passed", Kinds.RISK);
            case RISK_ACTION_OVERDUE ->
                of("the last day for an action in response to a risk has passed", Kinds.RISK, Kinds.ACTION);
            case RISK_PROXIMITY_PASSED ->
                of(
                        "the day on which a risk was expected to happen has passed, and it neither materialised nor was closed",
                        Kinds.RISK);
            case RISK_WAITS_FOR_GATEKEEPER ->
                ofRule(12, "a risk waits for its gatekeeper to admit it to a level", Kinds.RISK);
            case CRITICAL_RISK_WITHOUT_OWNER -> of("a critical risk is open, and nobody owns it", Kinds.RISK);
            case CONTRACT_LAST_DAY_PASSED ->
                of(
                        "the last day of a contract has passed, and neither its end nor an extension is on record",
                        Kinds.CONTRACT);
            case DEPENDENCY_SIDES_DISAGREE ->
                ofRule(11, "giver and receiver reported a different outlook of a dependency", Kinds.DEPENDENCY);
            case DEPENDENCY_REVIEW_OVERDUE ->
                of("the last day for a side's next review of a dependency has passed", Kinds.DEPENDENCY);
            case EXTENSION_OPTION_LAPSED ->
                of(
                        "the last day for using an option to extend a contract has passed, and it was not used",
                        Kinds.CONTRACT);
            case CONTRACT_ENDS_BEFORE_INITIATIVE ->
                of(
                        "an initiative is expected to end after the last day of a contract that serves it",
                        Kinds.CONTRACT,
                        Kinds.MILESTONES);
            case BENEFIT_SOURCES_CONTRADICT ->
                of("sources contradict each other on the figures of a benefit, and none is preferred", Kinds.BENEFIT);
            case BENEFIT_OVERDUE ->
                of(
                        "the last day by which a benefit was to be achieved has passed, and nobody has assessed it",
                        Kinds.BENEFIT);
            case MEASURE_TARGET_MISSED ->
                of(
                        "the last day for the target of a measure has passed, and no value on record reaches it or leaves that open",
                        Kinds.MEASURE);
            case MEASURE_SOURCES_CONTRADICT ->
                of("documents contradict each other on the value of a measure, and none is preferred", Kinds.MEASURE);
            case BUDGET_SOURCES_CONTRADICT ->
                of("sources contradict each other on a figure of a budget line, and none is preferred", Kinds.BUDGET);
            case FORECAST_ABOVE_BUDGET ->
                of("more is expected to be spent in a year than the budget of that year", Kinds.BUDGET);
            case ACTUAL_ABOVE_BUDGET -> of("more was spent in a year than the budget of that year", Kinds.BUDGET);
            case BUDGETS_ABOVE_ENVELOPE ->
                of("the budgets of the years of an envelope add up to more than the envelope", Kinds.BUDGET);
            case OVERCOMMITTED ->
                ofRule(
                        4,
                        "the stated shares of somebody's working time add up to more than 100 percent",
                        Kinds.APPOINTMENTS);
        };
    }

    private static AlertDefinition of(String meaning, Kind<?, ?>... kinds) {
        return new AlertDefinition(
                "", meaning, Arrays.stream(kinds).map(Kind::name).toList(), null);
    }

    private static AlertDefinition ofRule(int rule, String meaning, Kind<?, ?>... kinds) {
        return new AlertDefinition(
                "", meaning, Arrays.stream(kinds).map(Kind::name).toList(), rule);
    }

    private AlertDefinition named(Alert given) {
        return new AlertDefinition(given.name(), meaning, kinds, rule);
    }
}
