package org.portfolioledger.query.row;

import static org.portfolioledger.query.AccountingAssessmentHistory.assessed;
import static org.portfolioledger.query.AccountingAssessmentHistory.departed;
import static org.portfolioledger.query.AccountingAssessmentHistory.reassessed;
import static org.portfolioledger.query.ActionHistory.action;
import static org.portfolioledger.query.ActionHistory.done;
import static org.portfolioledger.query.ActionHistory.handedOn;
import static org.portfolioledger.query.AppointmentHistory.ended;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.BenefitHistory.benefit;
import static org.portfolioledger.query.BenefitHistory.preferred;
import static org.portfolioledger.query.BenefitHistory.stated;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BoardHistory.boardDecided;
import static org.portfolioledger.query.BudgetHistory.budget;
import static org.portfolioledger.query.BudgetHistory.budgetEnvelope;
import static org.portfolioledger.query.BudgetHistory.budgetFigures;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.BusinessCaseHistory.submitted;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.ContractHistory.contract;
import static org.portfolioledger.query.ContractHistory.contractChanged;
import static org.portfolioledger.query.ContractHistory.contractExtended;
import static org.portfolioledger.query.ContractHistory.supplierChanged;
import static org.portfolioledger.query.DeliveryPlanHistory.itemAchieved;
import static org.portfolioledger.query.DeliveryPlanHistory.itemAdded;
import static org.portfolioledger.query.DeliveryPlanHistory.plan;
import static org.portfolioledger.query.DeliveryPlanHistory.started;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.DependencyHistory.promised;
import static org.portfolioledger.query.DocumentHistory.document;
import static org.portfolioledger.query.DocumentHistory.documentVersion;
import static org.portfolioledger.query.DocumentHistory.replacedBy;
import static org.portfolioledger.query.EqualityAssessmentHistory.equality;
import static org.portfolioledger.query.EqualityAssessmentHistory.equalityVersion;
import static org.portfolioledger.query.EqualityAssessmentHistory.tied;
import static org.portfolioledger.query.ExternalRequestHistory.answered;
import static org.portfolioledger.query.ExternalRequestHistory.externalRequest;
import static org.portfolioledger.query.ExternalRequestHistory.requestPromised;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.MappingHistory.mapping;
import static org.portfolioledger.query.MappingHistory.mappingWithdrawn;
import static org.portfolioledger.query.MappingHistory.redefined;
import static org.portfolioledger.query.MeasureHistory.measure;
import static org.portfolioledger.query.MeasureHistory.measureTarget;
import static org.portfolioledger.query.MeasureHistory.measureValue;
import static org.portfolioledger.query.MeetingHistory.circulated;
import static org.portfolioledger.query.MeetingHistory.meeting;
import static org.portfolioledger.query.MeetingHistory.meetingHeld;
import static org.portfolioledger.query.MilestoneHistory.baseline;
import static org.portfolioledger.query.MilestoneHistory.date;
import static org.portfolioledger.query.MilestoneHistory.expected;
import static org.portfolioledger.query.MilestoneHistory.milestone;
import static org.portfolioledger.query.MilestoneHistory.milestoneAchieved;
import static org.portfolioledger.query.OutsideDecisionHistory.outsideDecision;
import static org.portfolioledger.query.OutsideDecisionHistory.outsideProgress;
import static org.portfolioledger.query.OutsideDecisionHistory.superseded;
import static org.portfolioledger.query.PortfolioHistory.group;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.PostHistory.filled;
import static org.portfolioledger.query.PostHistory.post;
import static org.portfolioledger.query.PostHistory.vacated;
import static org.portfolioledger.query.ProtectiveMarkingHistory.entityMarked;
import static org.portfolioledger.query.ProtectiveMarkingHistory.markingChanged;
import static org.portfolioledger.query.ProtectiveMarkingHistory.markingLifted;
import static org.portfolioledger.query.RagHistory.rated;
import static org.portfolioledger.query.RegisterHistory.registerNamed;
import static org.portfolioledger.query.ReportingCycleHistory.cycle;
import static org.portfolioledger.query.ReportingCycleHistory.raised;
import static org.portfolioledger.query.ReportingCycleHistory.received;
import static org.portfolioledger.query.ReviewHistory.claimed;
import static org.portfolioledger.query.ReviewHistory.recommended;
import static org.portfolioledger.query.ReviewHistory.reported;
import static org.portfolioledger.query.ReviewHistory.review;
import static org.portfolioledger.query.ReviewHistory.verified;
import static org.portfolioledger.query.RiskHistory.risk;
import static org.portfolioledger.query.RiskHistory.riskEscalated;
import static org.portfolioledger.query.RiskHistory.riskScored;
import static org.portfolioledger.query.VacancyRequestHistory.authorised;
import static org.portfolioledger.query.VacancyRequestHistory.checked;
import static org.portfolioledger.query.VacancyRequestHistory.extensionRequested;
import static org.portfolioledger.query.VacancyRequestHistory.vacancyRequested;
import static org.portfolioledger.query.WorkforceControlHistory.controlEnded;
import static org.portfolioledger.query.WorkforceControlHistory.figures;
import static org.portfolioledger.query.WorkforceControlHistory.workforceControl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.query.History;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.RagRating;

/**
 * What may be told of one entity of a kind.
 *
 * @param beginning its opening fact
 * @param going a fact that may follow
 */
record Life(Kind<?, ?> kind, String id, Fact beginning, Fact going) {

    private static final LocalDate BEGIN = LocalDate.of(2011, 6, 1);

    /** One of every kind. */
    static final List<Life> ALL = List.of(
            new Life(Kinds.REGISTER, "OTHER", Life::register, Life::register),
            new Life(
                    Kinds.PORTFOLIO,
                    "PF",
                    (_, day) -> portfolio("PF", day),
                    (number, day) -> group("PF", "G" + number % 3, "Group " + number, day)),
            new Life(
                    Kinds.INITIATIVE,
                    "PG",
                    (number, day) -> initiative("PG", "Name " + number, "PF", day),
                    (number, day) -> renamed("PG", "Name " + number, day)),
            new Life(
                    Kinds.APPOINTMENTS,
                    "PG",
                    (_, day) -> sro("PG", "A0", AppointmentKind.SUBSTANTIVE, day),
                    (number, day) -> number % 2 == 0
                            ? ended("PG", "A" + number % 3, day)
                            : sro("PG", "A" + number % 3, AppointmentKind.ACTING, day)),
            new Life(Kinds.RAG, "PG", Life::rating, Life::rating),
            new Life(
                    Kinds.MILESTONES,
                    "PG",
                    (_, day) -> milestone("PG", "M0", date("2012-03-31"), day),
                    (number, day) -> switch (number % 4) {
                        case 0 -> milestone("PG", "M" + number % 3, null, day);
                        case 1 -> expected("PG", "M0", date(day), day);
                        case 2 -> baseline("PG", 1 + number % 3, date(day), List.of("M0"), day);
                        default -> milestoneAchieved("PG", "M" + number % 3, day);
                    }),
            new Life(
                    Kinds.BOARD,
                    "BD",
                    (_, day) -> board("BD", day),
                    (number, day) -> boardDecided("BD", "D" + number, day)),
            new Life(
                    Kinds.BUSINESS_CASE,
                    "BC",
                    (_, day) -> businessCase("BC", "PG", "BD", day),
                    (number, day) -> switch (number % 3) {
                        case 0 -> submitted("BC", 1, day);
                        case 1 -> decided("BC", "BD", day);
                        default -> versioned("BC", number, number + ".50", day);
                    }),
            new Life(
                    Kinds.DEPENDENCY,
                    "DP",
                    (_, day) -> dependency("DP", "PG", "PJ", "2012-03-31", day),
                    (_, day) -> promised("DP", day, day)),
            new Life(
                    Kinds.DOCUMENT,
                    "DOC",
                    (_, day) -> document("DOC", "Progress", "0".repeat(64), day),
                    (number, day) -> number % 3 == 0
                            ? replacedBy("DOC", "DOC-" + number % 2, day)
                            : documentVersion(
                                    "DOC",
                                    2 + number % 9,
                                    Integer.toString(number % 10).repeat(64),
                                    day)),
            new Life(
                    Kinds.ACTION,
                    "ACT",
                    (_, day) -> action("ACT", "PG", day, day),
                    (number, day) -> number % 4 == 0 ? done("ACT", day) : handedOn("ACT", "Post " + number % 3, day)),
            new Life(
                    Kinds.REVIEW,
                    "RV",
                    (_, day) -> review("RV", ReviewKind.GATE_2, new ReviewSubject("PG", null, null), day),
                    Life::followedUp),
            new Life(
                    Kinds.MEETING,
                    "M",
                    (_, day) -> meeting("M", "BD", day),
                    (number, day) -> number % 4 == 0 ? meetingHeld("M", 3, day) : circulated("M", number, day)),
            new Life(
                    Kinds.EQUALITY_ASSESSMENT,
                    "EIA",
                    (_, day) -> equality("EIA", "PG", "2012-05-31", day),
                    (number, day) -> number % 3 == 0
                            ? tied("EIA", "BC-" + number % 2, day)
                            : equalityVersion("EIA", 2 + number % 9, number % 10, day)),
            new Life(
                    Kinds.ACCOUNTING_ASSESSMENT,
                    "AOA",
                    (_, day) -> assessed("AOA", "BC", day),
                    (number, day) -> number % 2 == 0 ? departed("AOA", day, day) : reassessed("AOA", day)),
            new Life(
                    Kinds.VACANCY_REQUEST,
                    "VAC",
                    (_, day) -> vacancyRequested("VAC", "BD", "PG", "2012-05-31", day),
                    (number, day) -> switch (number % 3) {
                        case 0 -> checked("VAC", day);
                        case 1 -> authorised("VAC", "BD", "2012-05-31", day);
                        default -> extensionRequested("VAC", "2012-06-30", day);
                    }),
            new Life(
                    Kinds.DELIVERY_PLAN,
                    "PLAN",
                    (_, day) -> plan("PLAN", "PG", 10, day),
                    (number, day) -> switch (number % 3) {
                        case 0 -> started("PLAN", day);
                        case 1 -> itemAdded("PLAN", "IT" + number % 2, null, day);
                        default -> itemAchieved("PLAN", "IT" + number % 2, day);
                    }),
            new Life(
                    Kinds.EXTERNAL_REQUEST,
                    "REQ",
                    (_, day) -> externalRequest("REQ", "BD", "2012-05-31", day),
                    (number, day) -> number % 2 == 0
                            ? requestPromised("REQ", "Promise " + number, day, day)
                            : answered("REQ", "DOC", day)),
            new Life(
                    Kinds.REPORTING_CYCLE,
                    "RC",
                    (_, day) -> cycle("RC", "PF", List.of("PG"), "BD", "2012-05-31", day),
                    (number, day) -> number % 2 == 0
                            ? received("RC", "PG", number % 3 == 0 ? List.of() : List.of("Forecast"), day)
                            : raised("RC", "PG", "BD", "Costs " + number, day)),
            new Life(
                    Kinds.POST,
                    "PO",
                    (_, day) -> post("PO", "PF", day),
                    (number, day) -> number % 3 == 0
                            ? vacated("PO", day)
                            : filled("PO", "P-" + number % 4, AppointmentKind.ACTING, day)),
            new Life(
                    Kinds.CONTRACT,
                    "CON",
                    (_, day) -> contract("CON", "PG", null, "2012-05-31", day),
                    (number, day) -> number % 3 == 0
                            ? supplierChanged("CON", null, "Supplier " + number % 4, day)
                            : number % 2 == 0
                                    ? contractExtended(
                                            "CON",
                                            LocalDate.parse(day)
                                                    .plusDays(number)
                                                    .toString(),
                                            day)
                                    : contractChanged("CON", "Notice " + number, day)),
            new Life(
                    Kinds.OUTSIDE_DECISION,
                    "OD",
                    (_, day) -> outsideDecision("OD", OutsideOutcome.SUBMITTED, List.of("PG"), "PF", day),
                    (number, day) -> number % 3 == 0
                            ? superseded("OD", "OD-2", day)
                            : outsideProgress("OD", OutsideOutcome.TAKEN, "Words " + number, day)),
            new Life(
                    Kinds.WORKFORCE_CONTROL,
                    "WC",
                    (_, day) -> workforceControl("WC", "PF", day),
                    (number, day) -> number % 3 == 0
                            ? controlEnded("WC", day)
                            : figures("WC", number % 2 == 0 ? null : number, number, day)),
            new Life(
                    Kinds.BENEFIT,
                    "BEN",
                    (_, day) -> benefit("BEN", "PG", day),
                    (number, day) -> number % 5 == 0
                            ? preferred("BEN", number % 2 == 0 ? "Plan" : "Text", day)
                            : stated("BEN", number % 2 == 0 ? "Plan" : "Text", Map.of("2011/12", "-" + number), day)),
            new Life(
                    Kinds.MAPPING,
                    "MAP",
                    (_, day) -> mapping("MAP", "PF", day),
                    (number, day) -> number % 4 == 0
                            ? mappingWithdrawn("MAP", day)
                            : redefined("MAP", 2 + number % 3, number % 2 == 0 ? "PF" : null, day)),
            new Life(
                    Kinds.RISK,
                    "R",
                    (_, day) -> risk("R", RiskLevel.PROJECT, "PG", day),
                    (number, day) -> number % 3 == 0
                            ? riskEscalated("R", number % 2 == 0 ? RiskLevel.PROGRAMME : RiskLevel.STRATEGIC, day)
                            : riskScored("R", 1 + number % 5, 3, day)),
            new Life(
                    Kinds.MEASURE,
                    "ME",
                    (_, day) -> measure("ME", "homes", "PG", null, day),
                    (number, day) -> number % 3 == 0
                            ? measureTarget("ME", String.valueOf(number), "2012-05-31", day)
                            : measureValue("ME", String.valueOf(number), "Report " + number % 2, day)),
            new Life(
                    Kinds.BUDGET,
                    "BU",
                    (_, day) -> budget("BU", BudgetKind.CAPITAL, "PG", null, day),
                    (number, day) -> number % 3 == 0
                            ? budgetEnvelope("BU", String.valueOf(number), "2011/12", 2, day)
                            : budgetFigures(
                                    "BU",
                                    BudgetFigure.BUDGET,
                                    "Plan " + number % 2,
                                    "2011/12",
                                    "9." + number % 9,
                                    day)),
            new Life(
                    Kinds.PROTECTIVE_MARKING,
                    "PM",
                    (_, day) -> entityMarked("PM", "portfolio-PF", Marking.RESTRICTED, day),
                    (number, day) -> number % 3 == 0
                            ? markingLifted("PM", day)
                            : markingChanged(
                                    "PM",
                                    number % 2 == 0 ? Marking.OFFICIAL : null,
                                    number % 2 == 0 ? null : Publication.PUBLISH,
                                    day)));

    /** Makes a fact of a day; the number makes it another than those before. */
    interface Fact {
        GovernanceFact of(int number, String day);
    }

    /** A fact on record, and what may be said in its place. */
    record Told(long position, Fact fact, boolean opens) {

        /** An opening is never retracted, for the rules let nothing rest on no opening. */
        Told corrected(History history, int number, String day, boolean retracted) {
            GovernanceFact instead = retracted && !opens ? null : fact.of(number, day);
            return new Told(history.correct(position, "mended", instead), fact, opens);
        }
    }

    /** Lives in any order: begun, told on of any date, corrected, corrected again and retracted out. */
    static void tell(History history, List<Life> lives, Random chance, int facts) {
        Map<Life, List<Told>> told = new LinkedHashMap<>();
        for (int number = 1; number <= facts; number++) {
            Life life = number <= lives.size() ? lives.get(number - 1) : lives.get(chance.nextInt(lives.size()));
            List<Told> before = told.computeIfAbsent(life, _ -> new ArrayList<>());
            String day = BEGIN.plusDays(chance.nextInt(20) - 5).toString();
            before.add(
                    before.isEmpty()
                            ? life.begins(history, day)
                            : chance.nextInt(3) > 0
                                    ? life.goesOn(history, number, day)
                                    : before.get(chance.nextInt(before.size()))
                                            .corrected(history, number, day, chance.nextBoolean()));
        }
    }

    Told begins(History history, String day) {
        return new Told(history.append(beginning.of(0, day)), beginning, true);
    }

    Told goesOn(History history, int number, String day) {
        return new Told(history.append(going.of(number, day)), going, false);
    }

    String stream() {
        return kind.stream(id);
    }

    private static GovernanceFact register(int number, String day) {
        return registerNamed("OTHER", "Register " + number, day);
    }

    private static GovernanceFact followedUp(int number, String day) {
        String id = "R" + number % 3;
        return switch (number % 4) {
            case 0 ->
                recommended(
                        "RV",
                        id,
                        number % 3 == 0 ? RecommendationGrade.CRITICAL_DO_NOW : RecommendationGrade.RECOMMENDED,
                        day);
            case 1 -> claimed("RV", id, day);
            case 2 -> verified("RV", id, day);
            default -> reported("RV", RagRating.RED, day);
        };
    }

    private static GovernanceFact rating(int number, String day) {
        return rated(
                "PG",
                "MPS_2011",
                List.of(RagRating.GREEN, RagRating.AMBER, RagRating.RED).get(number % 3),
                day);
    }
}
