package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ReportingCycleFact;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;

/** What tests tell of assessments, requests to fill a post, plans, and requests of overseeing bodies. */
public final class OversightHistory {

    private OversightHistory() {}

    public static GovernanceFact equality(String id, String initiative, @Nullable String reviewBy, String day) {
        return new EqualityAssessmentFact.EqualityAssessmentOpened(
                id,
                "MPS",
                EqualityAssessmentKind.INITIAL,
                List.of(new EqualitySubject(initiative, null, null)),
                "0".repeat(64),
                null,
                date(reviewBy),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact tied(String id, String businessCase, String day) {
        return new EqualityAssessmentFact.EqualityAssessmentTied(
                id, new EqualitySubject(null, businessCase, null), null, on(day));
    }

    public static GovernanceFact equalityVersion(String id, int version, int content, String day) {
        return new EqualityAssessmentFact.EqualityAssessmentVersionRecorded(
                id, version, Integer.toString(content).repeat(64), null, on(day));
    }

    /** It is to be reviewed by a day; null: it is not. */
    public static GovernanceFact equalityReviewed(String id, @Nullable String reviewBy, String day) {
        return new EqualityAssessmentFact.EqualityAssessmentReviewed(id, null, date(reviewBy), on(day));
    }

    /** An assessment that finds the case not feasible. */
    public static GovernanceFact assessed(String id, String businessCase, String day) {
        return new AccountingAssessmentFact.AccountingAssessmentMade(
                id,
                "MPS",
                businessCase,
                null,
                new Holder(null, "Commissioner"),
                findings(AccountingStandard.FEASIBILITY),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact departed(String id, @Nullable String reassessBy, String day) {
        return new AccountingAssessmentFact.AccountingAssessmentDeparted(id, "dearer", date(reassessBy), on(day));
    }

    /** An assessment that finds each standard met. */
    public static GovernanceFact reassessed(String id, String day) {
        return new AccountingAssessmentFact.AccountingAssessmentRepeated(
                id, null, new Holder(null, "Commissioner"), findings(null), on(day));
    }

    private static List<StandardFinding> findings(@Nullable AccountingStandard notMet) {
        return Arrays.stream(AccountingStandard.values())
                .map(standard -> new StandardFinding(standard, standard != notMet, "so"))
                .toList();
    }

    public static GovernanceFact vacancyRequested(
            String id, String board, @Nullable String initiative, String until, String day) {
        return new VacancyRequestFact.VacancyRequested(
                id,
                "MPS",
                "Planner",
                VacancyTenure.TEMPORARY,
                null,
                "the budget",
                date(until),
                new Holder("p-1", null),
                board,
                initiative,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact checked(String id, String day) {
        return new VacancyRequestFact.VacancyChecked(id, VacancyCheck.FUNDING, true, null, null, on(day));
    }

    public static GovernanceFact extensionRequested(String id, String until, String day) {
        return new VacancyRequestFact.VacancyExtensionRequested(
                id, LocalDate.parse(until), new Holder("p-1", null), null, on(day));
    }

    public static GovernanceFact authorised(String id, String board, String until, String day) {
        return new VacancyRequestFact.VacancyDecided(
                id,
                VacancyOutcome.AUTHORISED,
                date(until),
                board,
                null,
                null,
                null,
                null,
                3,
                List.of("p-2"),
                null,
                null,
                on(day));
    }

    public static GovernanceFact vacancyClosed(String id, String day) {
        return new VacancyRequestFact.VacancyRequestClosed(id, "left", on(day));
    }

    public static GovernanceFact plan(String id, @Nullable String initiative, int days, String day) {
        return new DeliveryPlanFact.DeliveryPlanOpened(
                id, "MPS", "Plan", days, initiative, null, null, new TreeMap<>(), on(day));
    }

    public static GovernanceFact started(String id, String day) {
        return new DeliveryPlanFact.DeliveryPlanStarted(id, on(day));
    }

    public static GovernanceFact itemAdded(String plan, String item, @Nullable String dueOn, String day) {
        return new DeliveryPlanFact.PlanItemAdded(
                plan, item, PlanItemKind.PRODUCT, "Strategy", null, null, date(dueOn), on(day));
    }

    public static GovernanceFact itemAchieved(String plan, String item, String day) {
        return new DeliveryPlanFact.PlanItemAchieved(plan, item, List.of(new Citation(null, "Minutes")), on(day));
    }

    public static GovernanceFact externalRequest(String id, String board, @Nullable String dueOn, String day) {
        return new ExternalRequestFact.ExternalRequestMade(
                id, "MPS", board, "8", "Report", date(dueOn), null, null, null, new TreeMap<>(), on(day));
    }

    public static GovernanceFact requestAssigned(String id, String post, String day) {
        return new ExternalRequestFact.ExternalRequestAssigned(id, new Holder(null, post), null, on(day));
    }

    public static GovernanceFact requestPromised(String id, String promise, String promisedFor, String day) {
        return new ExternalRequestFact.ExternalRequestPromised(id, promise, date(promisedFor), on(day));
    }

    public static GovernanceFact answered(String id, String document, String day) {
        return new ExternalRequestFact.ExternalRequestAnswered(id, document, null, on(day));
    }

    /** Due on a day, by exception to a board ten days later. */
    public static GovernanceFact cycle(
            String id, String portfolio, List<String> scope, String board, String dueOn, String day) {
        return new ReportingCycleFact.ReportingCycleOpened(
                id,
                "MPS",
                portfolio,
                "Cycle",
                date(day),
                date(dueOn),
                date(dueOn),
                scope,
                List.of("Highlights", "Forecast"),
                List.of(new ReportingCycleFact.BoardReport(
                        board,
                        ReportingCycleFact.ReportCoverage.BY_EXCEPTION,
                        LocalDate.parse(dueOn).plusDays(10),
                        List.of(ReportingCycleFact.ExceptionGround.values()))),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact received(String cycle, String initiative, List<String> missing, String day) {
        return new ReportingCycleFact.SubmissionReceived(cycle, initiative, missing, List.of(), on(day));
    }

    public static GovernanceFact raised(String cycle, String initiative, String board, String reason, String day) {
        return new ReportingCycleFact.ExceptionRaised(cycle, initiative, board, null, reason, on(day));
    }

    public static GovernanceFact cycleClosed(String id, String day) {
        return new ReportingCycleFact.ReportingCycleClosed(id, null, on(day));
    }

    private static @Nullable LocalDate date(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
