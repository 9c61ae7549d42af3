package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentDeparted;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingSummaryPublished;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanClosed;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanOpened;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanStarted;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAssigned;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
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
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionGround;
import org.portfolioledger.events.ReportingCycleFact.ExceptionRaised;
import org.portfolioledger.events.ReportingCycleFact.ReportCoverage;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleClosed;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.events.ReportingCycleFact.SubmissionsRescheduled;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Holder;

/** What tests record of assessments, requests to fill a post, plans, and requests of overseeing bodies. */
public final class OversightFacts {

    private OversightFacts() {}

    /** An initial assessment of an initiative; no content is known of number 0. */
    public static EqualityAssessmentOpened equality(String id, String initiative, int content, String day) {
        return new EqualityAssessmentOpened(
                id,
                "ACME",
                EqualityAssessmentKind.INITIAL,
                List.of(new EqualitySubject(initiative, null, null)),
                hash(content),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static EqualityAssessmentTied tied(String id, String businessCase, String day) {
        return new EqualityAssessmentTied(id, new EqualitySubject(null, businessCase, null), null, on(day));
    }

    public static EqualityAssessmentVersionRecorded equalityVersion(String id, int version, int content, String day) {
        return new EqualityAssessmentVersionRecorded(id, version, hash(content), null, on(day));
    }

    public static EqualityAssessmentReviewed equalityReviewed(String id, @Nullable String reviewBy, String day) {
        return new EqualityAssessmentReviewed(id, null, reviewBy == null ? null : day(reviewBy), on(day));
    }

    public static EqualityAssessmentEnded equalityEnded(String id, String day) {
        return new EqualityAssessmentEnded(id, "Merged", on(day));
    }

    private static @Nullable String hash(int content) {
        return content == 0 ? null : Integer.toString(content).repeat(64);
    }

    /** An assessment of a case that meets each standard. */
    public static AccountingAssessmentMade assessed(
            String id, String businessCase, @Nullable String officer, String day) {
        return new AccountingAssessmentMade(
                id, "ACME", businessCase, null, holder(officer), allMet(), new TreeMap<>(), on(day));
    }

    public static List<StandardFinding> allMet() {
        return Arrays.stream(AccountingStandard.values())
                .map(standard -> new StandardFinding(standard, true, "Looked at"))
                .toList();
    }

    public static AccountingSummaryPublished summarised(String id, String document, String day) {
        return new AccountingSummaryPublished(id, document, on(day));
    }

    public static AccountingAssessmentDeparted departed(String id, @Nullable String reassessBy, String day) {
        return new AccountingAssessmentDeparted(
                id, "The cost rose", reassessBy == null ? null : day(reassessBy), on(day));
    }

    public static AccountingAssessmentRepeated reassessed(String id, @Nullable String officer, String day) {
        return new AccountingAssessmentRepeated(id, null, holder(officer), allMet(), on(day));
    }

    private static @Nullable Holder holder(@Nullable String person) {
        return person == null ? null : new Holder(person, null);
    }

    /** A board that decides on vacancies, of which three members make a quorum. */
    public static BoardEstablished starChamber(String id, String day) {
        return Shape.with(Facts.board(id, day), "decisionTypes", List.of("VACANCY"));
    }

    /** A request for a temporary post. */
    public static VacancyRequested vacancyRequested(
            String id, @Nullable String person, String board, @Nullable String until, String day) {
        return new VacancyRequested(
                id,
                "ACME",
                "Planner",
                until == null ? VacancyTenure.PERMANENT : VacancyTenure.TEMPORARY,
                null,
                "Budget of New homes",
                until == null ? null : day(until),
                holder(person),
                board,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static VacancyChecked checked(String id, VacancyCheck check, boolean met, String day) {
        return new VacancyChecked(id, check, met, null, null, on(day));
    }

    public static VacancyExtensionRequested extensionRequested(
            String id, @Nullable String person, String until, String day) {
        return new VacancyExtensionRequested(id, day(until), holder(person), null, on(day));
    }

    /** An authorisation by one who may, with a quorum. */
    public static VacancyDecided authorised(String id, String board, @Nullable String until, String day) {
        return new VacancyDecided(
                id,
                VacancyOutcome.AUTHORISED,
                until == null ? null : day(until),
                board,
                DecisionManner.BY_WRITTEN_PROCEDURE,
                null,
                null,
                null,
                3,
                List.of("p-board"),
                null,
                null,
                on(day));
    }

    public static VacancyDecided vacancyRefused(String id, String board, String day) {
        return new VacancyDecided(
                id,
                VacancyOutcome.REFUSED,
                null,
                board,
                DecisionManner.BY_WRITTEN_PROCEDURE,
                null,
                null,
                null,
                3,
                List.of("p-board"),
                "Not now",
                null,
                on(day));
    }

    public static VacancyRequestClosed vacancyClosed(String id, String day) {
        return new VacancyRequestClosed(id, "The planner left", on(day));
    }

    /** A plan of ten days. */
    public static DeliveryPlanOpened plan(String id, @Nullable String initiative, String day) {
        return new DeliveryPlanOpened(id, "ACME", "Ten Day Plan", 10, initiative, null, null, new TreeMap<>(), on(day));
    }

    public static DeliveryPlanStarted started(String id, String day) {
        return new DeliveryPlanStarted(id, on(day));
    }

    public static PlanItemAdded itemAdded(String plan, String item, String day) {
        return new PlanItemAdded(plan, item, PlanItemKind.PRODUCT, "Strategy", null, null, null, on(day));
    }

    public static PlanItemAssigned itemAssigned(String plan, String item, String person, String day) {
        return new PlanItemAssigned(plan, item, new Holder(person, null), null, null, on(day));
    }

    public static PlanItemProgressed itemProgressed(String plan, String item, String day) {
        return new PlanItemProgressed(plan, item, "Half", on(day));
    }

    public static PlanItemAchieved itemAchieved(String plan, String item, String day) {
        return new PlanItemAchieved(plan, item, List.of(new Citation(null, "Minutes")), on(day));
    }

    public static PlanItemDropped itemDropped(String plan, String item, String day) {
        return new PlanItemDropped(plan, item, "Needless", on(day));
    }

    public static DeliveryPlanClosed planClosed(String id, String day) {
        return new DeliveryPlanClosed(id, "In use", on(day));
    }

    public static ExternalRequestMade externalRequest(String id, String board, @Nullable String dueOn, String day) {
        return new ExternalRequestMade(
                id,
                "ACME",
                board,
                "8",
                "Report",
                dueOn == null ? null : day(dueOn),
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static ExternalRequestAssigned requestAssigned(String id, String person, String day) {
        return new ExternalRequestAssigned(id, new Holder(person, null), null, on(day));
    }

    public static ExternalRequestRescheduled requestDue(String id, String dueOn, String day) {
        return new ExternalRequestRescheduled(id, day(dueOn), null, on(day));
    }

    public static ExternalRequestPromised requestPromised(String id, @Nullable String promisedFor, String day) {
        return new ExternalRequestPromised(id, "A table", promisedFor == null ? null : day(promisedFor), on(day));
    }

    public static ExternalRequestAnswered requestAnswered(String id, @Nullable String document, String day) {
        return new ExternalRequestAnswered(id, document, null, on(day));
    }

    public static ExternalRequestReopened requestReopened(String id, @Nullable String dueOn, String day) {
        return new ExternalRequestReopened(id, "No figures", dueOn == null ? null : day(dueOn), on(day));
    }

    public static ExternalRequestWithdrawn requestWithdrawn(String id, String day) {
        return new ExternalRequestWithdrawn(id, "Dissolved", on(day));
    }

    /** Of June, due on 10 July, by exception to a board on 20 July. */
    public static ReportingCycleOpened cycle(String id, List<String> scope, String board, String day) {
        return new ReportingCycleOpened(
                id,
                "ACME",
                "PF",
                "June",
                day("2020-06-01"),
                day("2020-06-30"),
                day("2020-07-10"),
                scope,
                List.of("Highlights", "Forecast"),
                List.of(new BoardReport(
                        board,
                        ReportCoverage.BY_EXCEPTION,
                        day("2020-07-20"),
                        List.of(ExceptionGround.SUBMISSION_LATE))),
                new TreeMap<>(),
                on(day));
    }

    public static SubmissionsRescheduled submissionsDue(String id, String dueOn, String day) {
        return new SubmissionsRescheduled(id, day(dueOn), null, on(day));
    }

    public static SubmissionReceived received(String cycle, String initiative, List<String> missing, String day) {
        return new SubmissionReceived(cycle, initiative, missing, List.of(), on(day));
    }

    public static ExceptionRaised raised(String cycle, String initiative, String board, String day) {
        return new ExceptionRaised(cycle, initiative, board, null, "Costs rose", on(day));
    }

    public static ReportingCycleClosed cycleClosed(String id, String day) {
        return new ReportingCycleClosed(id, null, on(day));
    }
}
