package org.portfolioledger.command;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.RagRating;

/**
 * One entity of a family, and what it might be asked for.
 *
 * @param beginning what is on record when its life begins
 * @param law what holds of it besides the invariants, told without the rules
 */
record Life<S>(Kind<?, S> kind, String id, Supplier<Given> beginning, Maker maker, Consumer<Given> law) {

    /** Position of the decision after what an office has. */
    private static final Long REBASELINED = 8L;

    private static final DependencyEnd PG = new DependencyEnd("PG", null);
    private static final DependencyEnd PX = new DependencyEnd("PX", null);

    /** One of every family. */
    static final List<Life<?>> ALL = List.of(
            new Life<>(
                    Kinds.REGISTER,
                    "R",
                    Given::persons,
                    Life::register,
                    OwnLaws::eachVersionOfADataStandardIsDefinedOnce),
            new Life<>(
                    Kinds.PORTFOLIO, "PF", Life::office, Life::portfolio, OwnLaws::eachVersionOfASchemeIsDefinedOnce),
            new Life<>(Kinds.INITIATIVE, "PG", Life::office, Life::initiative, OwnLaws::nothingFollowsAClosure),
            new Life<>(Kinds.APPOINTMENTS, "PG", Life::office, Life::appointments, OwnLaws::onlyOneSroAtAnyMoment),
            new Life<>(Kinds.POST, "PO", Life::posts, Life::post, OwnLaws::nobodyHoldsAClosedPost),
            new Life<>(Kinds.RAG, "PG", Life::rated, Life::rating, OwnLaws::everyRatingIsOneOfItsScheme),
            new Life<>(
                    Kinds.MILESTONES,
                    "PG",
                    Life::rebaselined,
                    Life::milestone,
                    OwnLaws::aMilestoneIsAchievedOrDroppedAndBaselinesFollowEachOther),
            new Life<>(Kinds.BOARD, "B0", Life::office, Life::board, OwnLaws::onlyDecisionsFollowADissolution),
            new Life<>(
                    Kinds.BUSINESS_CASE,
                    "BC",
                    Life::submitted,
                    Life::businessCase,
                    OwnLaws::nothingComesAfterTheFinalApproval),
            new Life<>(Kinds.DEPENDENCY, "DP", Life::proposed, Life::dependency, OwnLaws::nothingFollowsAWithdrawal),
            new Life<>(Kinds.DOCUMENT, "DOC", Life::documents, Life::document, OwnLaws::noVersionFollowsAReplacement),
            new Life<>(Kinds.ACTION, "ACT", Life::actions, Life::action, OwnLaws::nothingFollowsTheEndOfAnAction),
            new Life<>(
                    Kinds.REVIEW,
                    "RV",
                    Life::reviews,
                    Life::review,
                    OwnLaws::recommendationsAreFollowedByOthersThanTheirOwners),
            new Life<>(Kinds.MEETING, "M", Life::called, Life::meeting, OwnLaws::aMeetingIsHeldOnceOrCancelled),
            new Life<>(
                    Kinds.EQUALITY_ASSESSMENT,
                    "EIA",
                    Life::equalities,
                    Life::equality,
                    OwnLaws::nothingFollowsTheEndOfAnEqualityAssessment),
            new Life<>(
                    Kinds.ACCOUNTING_ASSESSMENT,
                    "AOA",
                    Life::accountings,
                    Life::accounting,
                    OwnLaws::whoOwnsACaseDoesNotAssessIt),
            new Life<>(
                    Kinds.VACANCY_REQUEST,
                    "VAC",
                    Life::vacancies,
                    Life::vacancy,
                    OwnLaws::eachRequestIsCheckedAndDecidedOnceByOthers),
            new Life<>(Kinds.DELIVERY_PLAN, "PLAN", Life::plans, Life::plan, OwnLaws::nothingIsLeftInAClosedPlan),
            new Life<>(
                    Kinds.EXTERNAL_REQUEST,
                    "REQ",
                    Life::externalRequests,
                    Life::externalRequest,
                    OwnLaws::onlyWhatIsReopenedIsAnsweredAgain),
            new Life<>(
                    Kinds.REPORTING_CYCLE,
                    "RC",
                    Life::reportingCycles,
                    Life::reportingCycle,
                    OwnLaws::nothingComesInAfterACycleIsClosed),
            new Life<>(
                    Kinds.CONTRACT, "CON", Life::contracts, Life::contract, OwnLaws::aContractRunsFromItsAwardToItsEnd),
            new Life<>(
                    Kinds.OUTSIDE_DECISION,
                    "OD",
                    Life::outsideDecisions,
                    Life::outsideDecision,
                    OwnLaws::onlyWhatWasTakenIsSuperseded),
            new Life<>(
                    Kinds.WORKFORCE_CONTROL,
                    "WC",
                    Life::workforceControls,
                    Life::workforceControl,
                    OwnLaws::noMoreOffersAreAcceptedThanMade),
            new Life<>(Kinds.MAPPING, "MAP", Life::mappings, Life::mapping, OwnLaws::versionsOfAMappingFollowEachOther),
            new Life<>(
                    Kinds.BENEFIT,
                    "BEN",
                    Life::benefits,
                    BenefitFacts::some,
                    OwnLaws::aBenefitIsAssessedByOthersAndPrefersOnlyWhatIsStated),
            new Life<>(
                    Kinds.RISK,
                    "R",
                    Life::risks,
                    Life::risk,
                    OwnLaws::aRiskComesToHigherLevelsOnlyThroughItsGatekeeper),
            new Life<>(Kinds.MEASURE, "ME", Life::measures, Life::measure, OwnLaws::noMeasureIsCountedAfterItsEnd),
            new Life<>(Kinds.BUDGET, "BU", Life::budgets, Life::budget, OwnLaws::onlyWhatASourceStatesIsPreferred));

    /** Makes a fact that a family might be asked for. */
    interface Maker {
        GovernanceFact make(Sent sent, String day);
    }

    String stream() {
        return kind.stream(id);
    }

    private static Given office() {
        return Given.persons("p0", "p1", "p2", "p3", "p-owner", "p-submitter", "p-board")
                .facts(
                        Facts.initiative("PG", "2020-01-01"),
                        Facts.initiative("PX", "2020-01-01"),
                        Facts.portfolio("PF", "2020-01-01"),
                        Facts.group("PF", "G0", "Group", "2020-01-01"),
                        Facts.group("PF", "G1", "Group", "2020-01-01"),
                        Facts.board("B0", "2020-01-01"),
                        Facts.board("B1", "2020-01-01"));
    }

    /** A scheme from two days on. */
    private static Given rated() {
        return office().facts(
                        Facts.moved("PG", new Placement(null, "PF"), "2020-01-01"),
                        Facts.scheme("PF", "ACME_RAG", 1, "2020-01-02"),
                        Facts.scheme("PF", "ACME_RAG", 2, "2020-01-04"));
    }

    private static Given submitted() {
        return office().facts(
                        Facts.caseOpened("BC", "PG", CaseStage.SOC, List.of("B0", "B1"), "2020-01-01"),
                        Facts.version("BC", 1, "2020-01-02"),
                        Facts.submitted("BC", 1, "2020-01-03"));
    }

    private static Given proposed() {
        return office().facts(Facts.dependency("DP", PG, PX, "2020-01-01"));
    }

    private static GovernanceFact register(Sent sent, String day) {
        return switch (sent.kind() % 4) {
            case 0 -> Facts.live("R", day);
            case 1 -> DataStandardFacts.standard("R", 1 + sent.which() % 3, day);
            default -> Facts.register("R", day);
        };
    }

    private static GovernanceFact portfolio(Sent sent, String day) {
        return switch (sent.kind() % 7) {
            case 6 -> Facts.policy("PF", 1 + sent.which() % 3, List.of("B" + sent.other() % 2), day);
            case 4 -> Facts.replaced("PF", "RAG", "RAG", 1 + sent.which() % 3, day);
            case 5 ->
                sent.which() % 2 == 0
                        ? Facts.replaced("PF", "RAG", "RAG-2", 1, day)
                        : Facts.replaced("PF", "RAG-2", "RAG", 1 + sent.other() % 3, day);
            case 3 -> Facts.scheme("PF", "RAG-2", 1, day);
            case 0 -> Facts.portfolio("PF", day);
            case 1 -> Facts.group("PF", "G" + sent.which() % 2, "Group " + sent.other() % 3, day);
            default -> Facts.scheme("PF", "RAG", 1 + sent.which() % 3, day);
        };
    }

    private static GovernanceFact rating(Sent sent, String day) {
        List<RagRating> ratings = List.of(RagRating.GREEN, RagRating.AMBER_RED, RagRating.RED, RagRating.RESET);
        RagAssessed rated = Facts.rated("PG", ratings.get(sent.which() % 4), day);
        return switch (sent.kind() % 5) {
            case 4 -> Facts.unrated("PG", day);
            case 0 -> Shape.with(rated, "schemeVersion", 1 + sent.other() % 3);
            case 1 -> Shape.with(rated, "criterion", sent.other() % 2 == 0 ? "COST" : "BENEFITS");
            default -> rated;
        };
    }

    private static GovernanceFact appointments(Sent sent, String day) {
        String id = "A" + sent.which() % 5;
        String other = "A" + sent.other() % 5;
        return switch (sent.kind() % 5) {
            case 0 -> Facts.sro("PG", id, "p" + sent.other() % 4, day);
            case 1, 2 -> Facts.sroReplacing("PG", id, "p" + sent.other() % 4, other, day);
            case 3 -> Facts.vacancy("PG", id, sent.other() % 2 == 0 ? other : null, day);
            default -> Facts.ended("PG", id, day);
        };
    }

    private static Given posts() {
        return office().facts(Facts.post("PO", "2020-01-01"), Facts.filled("PO", "p0", "2020-01-02"));
    }

    private static GovernanceFact post(Sent sent, String day) {
        return switch (sent.kind() % 5) {
            case 0, 1 -> Facts.filled("PO", "p" + sent.which() % 4, day);
            case 2 -> Facts.vacated("PO", day);
            case 3 -> Facts.postClosed("PO", day);
            default -> Facts.post("PO", day);
        };
    }

    private static GovernanceFact businessCase(Sent sent, String day) {
        int version = 1 + sent.other() % 2;
        BoardOutcome outcome = List.of(
                        BoardOutcome.APPROVED,
                        BoardOutcome.ENDORSED,
                        BoardOutcome.APPROVED_WITH_CONDITIONS,
                        BoardOutcome.REJECTED)
                .get(sent.which() % 4);
        return switch (sent.kind() % 9) {
            case 8 ->
                switch (sent.which() % 4) {
                    case 0 -> Facts.discharged("BC", sent.other() % 2 == 0 ? "C-B0" : "C-B1", day);
                    case 1 -> Facts.withdrawn("BC", day);
                    case 2 ->
                        Facts.reevaluated(
                                "BC",
                                sent.other() % 2 == 0 ? ReevaluationResult.UPHELD : ReevaluationResult.LAPSED,
                                day);
                    default -> Facts.challenged("BC", version, "p" + sent.other() % 4, day);
                };
            case 0 -> Facts.version("BC", version, day);
            case 1 -> Facts.submitted("BC", version, day);
            case 2, 3 -> Facts.decided("BC", "B1", version, outcome, day);
            case 4 ->
                Facts.caseOpened(
                        "BC",
                        "PG",
                        CaseStage.SOC,
                        List.of(sent.other() > 4 ? "B1" : "B0", "B" + sent.which() % 2),
                        day);
            case 5 ->
                Shape.with(
                        Facts.decided("BC", "B0", version, outcome, day), "decidedBy", List.of("p" + sent.which() % 4));
            default -> Facts.decided("BC", "B0", version, outcome, day);
        };
    }

    private static GovernanceFact initiative(Sent sent, String day) {
        return switch (sent.kind() % 12) {
            case 0 -> Facts.renamed("PG", "Name " + sent.which() % 3, day);
            case 1 -> Facts.moved("PG", new Placement("PX", null), day);
            case 2 -> Facts.owned("PG", List.of("G" + sent.which() % 3), day);
            case 3 -> Facts.closed("PG", day);
            case 4 -> Facts.moved("PG", new Placement(null, "PF"), day);
            case 5, 6 -> Facts.exited("PG", null, day);
            case 7 -> Facts.called("PG", "S" + sent.which() % 2, "A" + sent.other() % 3, day);
            case 8 -> Facts.calledNoMore("PG", "S" + sent.which() % 2, day);
            case 9 -> sent.other() % 3 == 0 ? Facts.merged("PG", "PX", day) : Facts.split("PG", "PX", day);
            case 10 -> Facts.attributed("PG", Map.of("key", "V" + sent.which() % 3), day);
            default -> Facts.initiative("PG", day);
        };
    }

    private static GovernanceFact board(Sent sent, String day) {
        return switch (sent.kind() % 9) {
            case 0 -> Facts.limit("B0", Integer.toString(sent.which() - 1), day);
            case 1 -> Facts.remit("B0", List.of(sent.other() % 2 == 0 ? "POLICY" : "SOC"), day);
            case 2 -> Facts.dissolved("B0", day);
            case 3 -> Facts.board("B0", day);
            case 4 -> Facts.sitting("B0", List.of("p-board", "p" + sent.which() % 4, "p-owner"), day);
            case 5 -> Facts.quorum("B0", sent.which() % 4 == 0 ? null : sent.which() % 4, day);
            case 6 -> Facts.delegated("B0", "DG" + sent.which() % 2, "p-board", day);
            case 7 -> Facts.revoked("B0", "DG" + sent.which() % 2, day);
            default -> Facts.boardDecided("B0", "D" + sent.which() % 3, "POLICY", day);
        };
    }

    private static GovernanceFact dependency(Sent sent, String day) {
        List<DependencyStatus> all = List.of(DependencyStatus.values());
        DependencySide side = sent.which() % 2 == 0 ? DependencySide.GIVER : DependencySide.RECEIVER;
        return switch (sent.kind() % 7) {
            case 0 -> Facts.agreed("DP", side, day);
            case 1 -> Facts.promised("DP", day, day);
            case 2 -> Facts.status("DP", all.get(sent.other() % all.size()), day);
            case 3 -> Facts.noLongerAgreed("DP", side, day);
            case 4 -> Facts.needed("DP", day, day);
            case 5 -> Facts.seen("DP", side, List.of(DependencyOutlook.values()).get(sent.other() % 3), day, day);
            default -> Facts.dependency("DP", PG, PX, day);
        };
    }

    private static Given documents() {
        return office().facts(Facts.document("DOC", 0, "2020-01-01"), Facts.document("DOC-2", 0, "2020-01-01"));
    }

    private static GovernanceFact document(Sent sent, String day) {
        int version = 1 + sent.which() % 4;
        return switch (sent.kind() % 8) {
            case 7 -> Facts.written("DOC", "Director " + sent.which(), day);
            case 0, 1 -> Facts.documentVersion("DOC", version, sent.other() % 4, day);
            case 2 -> Facts.marked("DOC", sent.other() % 2 == 0 ? Marking.RESTRICTED : Marking.OFFICIAL, day);
            case 3 -> Facts.publication("DOC", Publication.PUBLISH, sent.other() % 3 == 0 ? "FOIA 31" : null, day);
            case 4 -> Facts.reviewed("DOC", sent.other() % 3 == 0 ? "2020-01-03" : null, day);
            case 5 -> Facts.replacedBy("DOC", sent.other() % 3 == 0 ? "DOC" : "DOC-2", day);
            default -> Facts.document("DOC", sent.other() % 4, day);
        };
    }

    private static Given actions() {
        return office().facts(Facts.action("ACT", "p0", null, "2020-01-01"));
    }

    private static GovernanceFact action(Sent sent, String day) {
        return switch (sent.kind() % 6) {
            case 0 -> Facts.actionProgress("ACT", "Half " + sent.which() % 3, day);
            case 1 -> Facts.handedOn("ACT", "p" + sent.other() % 5, day);
            case 2 -> Facts.actionDue("ACT", day, day);
            case 3 -> Facts.done("ACT", day);
            case 4 -> Facts.dropped("ACT", day);
            default -> Facts.action("ACT", "p" + sent.which() % 3, null, day);
        };
    }

    /** A review in the midst of which it is told: one recommendation was made, another may be. */
    private static Given reviews() {
        return office().facts(
                        Facts.review("RV", ReviewKind.GATE_2, "PG", "2020-01-01"),
                        Facts.recommended("RV", "R0", "p0", "2020-01-01"));
    }

    private static GovernanceFact review(Sent sent, String day) {
        String id = "R" + sent.which() % 2;
        String person = "p" + sent.other() % 4;
        return switch (sent.kind() % 13) {
            case 0 -> Facts.recommended("RV", id, person, day);
            case 1 -> Facts.assigned("RV", id, person, day);
            case 2 -> Facts.answered("RV", id, RecommendationAnswer.ACCEPTED, day);
            case 3 -> Facts.progressed("RV", id, day);
            case 4, 5 -> Facts.claimed("RV", id, person, day);
            case 6, 7 -> Facts.verified("RV", id, person, day);
            case 8 -> Facts.reopened("RV", id, day);
            case 9 -> Facts.closedNotDone("RV", id, day);
            case 10 -> sent.other() % 2 == 0 ? Facts.held("RV", day) : Facts.reported("RV", RagRating.RED, day);
            case 11 -> Facts.reviewCancelled("RV", day);
            default -> Facts.review("RV", ReviewKind.GATE_2, "PG", day);
        };
    }

    private static Given called() {
        return office().facts(Facts.meeting("M", "B0", "2020-01-10", "2020-01-01"));
    }

    private static GovernanceFact meeting(Sent sent, String day) {
        return switch (sent.kind() % 8) {
            case 0 -> Facts.meeting("M", "B" + sent.which() % 2, day, day);
            case 1 -> Facts.rescheduled("M", "2020-01-0" + (1 + sent.which() % 9), day);
            case 2 -> Facts.agenda("M", null, day);
            case 3 -> Facts.circulated("M", sent.which() % 5, day);
            case 4 -> Facts.interest("M", "p0", sent.which() % 2 == 0 ? null : "1", day);
            case 5 -> Facts.meetingHeld("M", List.of("p-board"), day);
            case 6 -> Facts.minuted("M", day);
            default -> Facts.meetingCancelled("M", day);
        };
    }

    private static Given equalities() {
        return submitted().facts(OversightFacts.equality("EIA", "PG", 8, "2020-01-01"));
    }

    private static GovernanceFact equality(Sent sent, String day) {
        return switch (sent.kind() % 5) {
            case 0, 1 -> OversightFacts.equalityVersion("EIA", 1 + sent.which() % 4, sent.other() % 4, day);
            case 2 -> OversightFacts.tied("EIA", "BC", day);
            case 3 ->
                sent.other() % 3 == 0
                        ? OversightFacts.equalityEnded("EIA", day)
                        : OversightFacts.equalityReviewed("EIA", sent.other() % 2 == 0 ? "2020-01-03" : null, day);
            default -> OversightFacts.equality("EIA", "PG", sent.which() % 4, day);
        };
    }

    private static Given accountings() {
        return submitted()
                .facts(
                        Facts.document("DOC", 1, "2020-01-01"),
                        OversightFacts.assessed("AOA", "BC", "p0", "2020-01-02"));
    }

    private static GovernanceFact accounting(Sent sent, String day) {
        String officer = sent.which() % 3 == 0 ? "p-owner" : "p" + sent.which() % 4;
        return switch (sent.kind() % 4) {
            case 0 -> OversightFacts.summarised("AOA", "DOC", day);
            case 1 -> OversightFacts.departed("AOA", sent.other() % 2 == 0 ? "2020-01-04" : null, day);
            case 2 -> OversightFacts.reassessed("AOA", officer, day);
            default -> OversightFacts.assessed("AOA", "BC", officer, day);
        };
    }

    /** A request that waits, and was checked. */
    private static Given vacancies() {
        return office().facts(
                        OversightFacts.starChamber("B2", "2020-01-01"),
                        OversightFacts.vacancyRequested("VAC", "p0", "B2", "2020-06-30", "2020-01-01"),
                        OversightFacts.checked("VAC", VacancyCheck.FUNDING, true, "2020-01-01"),
                        OversightFacts.checked("VAC", VacancyCheck.DISPLACED_STAFF, true, "2020-01-01"));
    }

    private static GovernanceFact vacancy(Sent sent, String day) {
        String person = "p" + sent.which() % 4;
        return switch (sent.kind() % 9) {
            case 0, 1 ->
                OversightFacts.checked(
                        "VAC",
                        sent.other() % 2 == 0 ? VacancyCheck.FUNDING : VacancyCheck.DISPLACED_STAFF,
                        sent.which() != 0,
                        day);
            case 2, 3 ->
                OversightFacts.extensionRequested("VAC", person, "202%s-06-30".formatted(sent.other() % 4), day);
            case 4, 5, 6 ->
                Shape.with(
                        OversightFacts.authorised("VAC", "B2", "202%s-06-30".formatted(sent.other() % 4), day),
                        "decidedBy",
                        List.of(person));
            case 7 ->
                sent.other() == 0
                        ? OversightFacts.vacancyClosed("VAC", day)
                        : OversightFacts.vacancyRefused("VAC", "B2", day);
            default -> OversightFacts.vacancyRequested("VAC", person, "B2", "2020-06-30", day);
        };
    }

    private static Given plans() {
        return office().facts(
                        OversightFacts.plan("PLAN", "PG", "2020-01-01"),
                        OversightFacts.itemAdded("PLAN", "I0", "2020-01-01"));
    }

    private static GovernanceFact plan(Sent sent, String day) {
        String item = "I" + sent.which() % 2;
        return switch (sent.kind() % 9) {
            case 0 -> OversightFacts.itemAdded("PLAN", item, day);
            case 1 -> OversightFacts.itemAssigned("PLAN", item, "p0", day);
            case 2 -> OversightFacts.itemProgressed("PLAN", item, day);
            case 3, 4 -> OversightFacts.itemAchieved("PLAN", item, day);
            case 5 -> OversightFacts.itemDropped("PLAN", item, day);
            case 6 -> OversightFacts.started("PLAN", day);
            case 7 -> OversightFacts.planClosed("PLAN", day);
            default -> OversightFacts.plan("PLAN", "PG", day);
        };
    }

    private static Given externalRequests() {
        return office().facts(
                        Facts.document("DOC", 1, "2020-01-01"),
                        OversightFacts.externalRequest("REQ", "B0", null, "2020-01-01"));
    }

    private static GovernanceFact externalRequest(Sent sent, String day) {
        return switch (sent.kind() % 8) {
            case 0 -> OversightFacts.requestAssigned("REQ", "p" + sent.which() % 4, day);
            case 1 -> OversightFacts.requestDue("REQ", "2020-01-0" + (1 + sent.other() % 9), day);
            case 2 -> OversightFacts.requestPromised("REQ", day, day);
            case 3, 4 -> OversightFacts.requestAnswered("REQ", "DOC", day);
            case 5 -> OversightFacts.requestReopened("REQ", null, day);
            case 6 ->
                sent.other() % 3 == 0
                        ? OversightFacts.requestWithdrawn("REQ", day)
                        : OversightFacts.requestReopened("REQ", "2020-02-01", day);
            default -> OversightFacts.externalRequest("REQ", "B0", null, day);
        };
    }

    private static Given reportingCycles() {
        return office().facts(
                        Facts.moved("PG", new Placement(null, "PF"), "2020-01-01"),
                        OversightFacts.cycle("RC", List.of(), "B0", "2020-01-01"));
    }

    private static GovernanceFact reportingCycle(Sent sent, String day) {
        return switch (sent.kind() % 8) {
            case 0 -> OversightFacts.submissionsDue("RC", "2020-06-0" + (1 + sent.other() % 9), day);
            case 1, 2, 3 ->
                OversightFacts.received("RC", "PG", sent.other() % 2 == 0 ? List.of() : List.of("Forecast"), day);
            case 4, 5 -> OversightFacts.raised("RC", "PG", "B" + sent.which() % 2, day);
            case 6 -> OversightFacts.cycleClosed("RC", sent.other() % 3 == 0 ? "2020-07-10" : day);
            default -> OversightFacts.cycle("RC", List.of("PG"), "B0", day);
        };
    }

    private static Given benefits() {
        return office().facts(BenefitFacts.benefit("BEN", "PG", "p0", "2020-01-01"));
    }

    private static Given risks() {
        return office().facts(
                        RiskFacts.risk("R", RiskLevel.PROGRAMME, "PG", RiskFacts.board("B0"), "p0", "2020-01-01"),
                        RiskFacts.risk("R-2", RiskLevel.PROJECT, "PX", null, "p1", "2020-01-01"));
    }

    private static GovernanceFact risk(Sent sent, String day) {
        RiskLevel level = List.of(RiskLevel.values()).get(sent.which() % 5);
        RiskGatekeeper gatekeeper = level.hasGatekeeper() ? RiskFacts.board("B" + sent.other() % 2) : null;
        String person = "p" + sent.other() % 4;
        return switch (sent.kind() % 16) {
            case 0, 1, 2 -> RiskFacts.escalated("R", level, gatekeeper, person, day);
            case 3, 4 -> RiskFacts.deescalated("R", level, gatekeeper, day);
            case 5, 6, 7 -> RiskFacts.admitted("R", person, day);
            case 8 -> RiskFacts.notAdmitted("R", person, day);
            case 9 -> RiskFacts.riskClosed("R", day);
            case 10 -> RiskFacts.riskReopened("R", day);
            case 11 -> RiskFacts.same("R", "R-2", day);
            case 12 -> RiskFacts.notSame("R", "R-2", day);
            case 13 -> RiskFacts.materialised("R", day);
            case 14 -> RiskFacts.scored("R", 1 + sent.which() % 5, 1 + sent.other() % 5, day);
            default -> RiskFacts.owner("R", person, day);
        };
    }

    private static Given rebaselined() {
        return office().facts(
                        Shape.with(Facts.boardDecided("B0", "D-0", "REBASELINE", "2020-01-03"), "initiative", "PG"));
    }

    private static GovernanceFact milestone(Sent sent, String day) {
        String id = "M" + sent.which() % 3;
        return switch (sent.kind() % 9) {
            case 0, 1 -> MilestoneFacts.milestone("PG", id, "2021-01-01", day);
            case 2 -> MilestoneFacts.expected("PG", id, "2021-02-0" + (1 + sent.other() % 9), day);
            case 3 -> MilestoneFacts.milestoneAchieved("PG", id, day);
            case 4 -> MilestoneFacts.milestoneDropped("PG", id, day);
            case 5 -> MilestoneFacts.reinstated("PG", id, day);
            default ->
                MilestoneFacts.baseline(
                        "PG",
                        1 + sent.other() % 3,
                        "2021-03-01",
                        List.of(id),
                        sent.kind() % 2 == 0 ? null : REBASELINED,
                        day);
        };
    }

    private static Given contracts() {
        return office().facts(
                        ContractFacts.contract("CON", null, "2020-01-01"),
                        ContractFacts.contract("CON-2", null, "2020-01-01"));
    }

    private static GovernanceFact contract(Sent sent, String day) {
        String lastDay = "2020-01-1" + sent.other() % 9;
        String lot = "LOT-" + sent.which() % 2;
        String option = "OPT-" + sent.which() % 2;
        return switch (sent.kind() % 13) {
            case 8 -> ContractFacts.lot("CON", lot, day);
            case 9 -> ContractFacts.lotAwarded("CON", lot, sent.other() % 3 == 0 ? null : lastDay, day);
            case 10 -> ContractFacts.option("CON", option, lastDay, sent.other() % 2 == 0 ? null : day, day);
            case 11 -> ContractFacts.extendedBy("CON", option, lastDay, day);
            case 12 ->
                ContractFacts.supplierChanged(
                        "CON", sent.which() % 3 == 0 ? null : lot, "Supplier " + sent.other() % 3, day);
            case 0 -> ContractFacts.supplierAgreed("CON", "Supplier " + sent.which() % 3, day);
            case 1, 2 -> ContractFacts.awarded("CON", lastDay, day);
            case 3, 4 -> ContractFacts.extended("CON", lastDay, sent.which() % 3 == 0, day);
            case 5 -> ContractFacts.contractChanged("CON", "Notice " + sent.which() % 3, day);
            case 6 ->
                ContractFacts.contractEnded(
                        "CON",
                        List.of(ContractEnding.values()).get(sent.which() % 3),
                        sent.other() % 2 == 0 ? "2020-01-20" : day);
            default -> ContractFacts.contract("CON", lastDay, day);
        };
    }

    private static Given measures() {
        return office().facts(MeasureFacts.measure("ME", "%", "PG", "2020-01-01"));
    }

    private static GovernanceFact measure(Sent sent, String day) {
        String number = String.valueOf(200 * sent.which());
        return switch (sent.kind() % 8) {
            case 0, 1, 2 -> MeasureFacts.value("ME", number, day);
            case 3, 4 ->
                MeasureFacts.target(
                        "ME", number, "2020-01-1" + sent.other() % 9, sent.other() % 2 == 0 ? null : "late", day);
            case 5 -> MeasureFacts.measureEnded("ME", sent.other() % 2 == 0 ? "2020-01-20" : day);
            default -> MeasureFacts.measure("ME", "%", "PG", day);
        };
    }

    private static Given budgets() {
        return office().facts(BudgetFacts.budget("BU", "PG", "2020-01-01"));
    }

    private static GovernanceFact budget(Sent sent, String day) {
        BudgetFigure figure = List.of(BudgetFigure.values()).get(sent.which() % BudgetFigure.values().length);
        String source = "Source " + sent.other() % 3;
        return switch (sent.kind() % 8) {
            case 0, 1, 2 ->
                BudgetFacts.figures(
                        "BU",
                        figure,
                        source,
                        sent.which() % 3 == 0 ? "2020/21" : "2019/20",
                        "9." + sent.other() % 9,
                        day);
            case 3, 4 -> BudgetFacts.preferredSource("BU", figure, source, day);
            case 5 ->
                BudgetFacts.envelope(
                        "BU", "9", "2020/21", sent.which() % 4, sent.other() % 2 == 0 ? null : "settled", day);
            case 6 -> BudgetFacts.budgetEnded("BU", sent.other() % 2 == 0 ? "2020-01-20" : day);
            default -> BudgetFacts.budget("BU", "PG", day);
        };
    }

    private static Given outsideDecisions() {
        return office().facts(
                        OutsideFacts.outsideDecision("OD", OutsideOutcome.SUBMITTED, "2020-01-01"),
                        OutsideFacts.outsideDecision("OD-2", OutsideOutcome.TAKEN, "2020-01-01"));
    }

    private static GovernanceFact outsideDecision(Sent sent, String day) {
        OutsideOutcome outcome = List.of(OutsideOutcome.values()).get(sent.which() % 4);
        return switch (sent.kind() % 4) {
            case 0, 1 -> OutsideFacts.outsideProgress("OD", outcome, day);
            case 2 -> OutsideFacts.superseded("OD", sent.other() % 2 == 0 ? "OD-2" : null, day);
            default -> OutsideFacts.outsideDecision("OD", outcome, day);
        };
    }

    private static Given mappings() {
        return office().facts(MappingFacts.mapping("MAP", null, "2020-01-01"));
    }

    private static GovernanceFact mapping(Sent sent, String day) {
        return switch (sent.kind() % 6) {
            case 0, 1, 2 -> MappingFacts.redefined("MAP", 2 + sent.which() % 4, day);
            case 3 -> MappingFacts.mappingWithdrawn("MAP", sent.other() % 3 == 0 ? "2020-02-01" : day);
            default -> MappingFacts.mapping("MAP", null, day);
        };
    }

    private static Given workforceControls() {
        return office().facts(OutsideFacts.workforceControl("WC", null, "2020-01-01"));
    }

    private static GovernanceFact workforceControl(Sent sent, String day) {
        return switch (sent.kind() % 6) {
            case 0, 1 -> OutsideFacts.figures("WC", sent.which() % 5, sent.other() % 5, day);
            case 2 -> OutsideFacts.figures("WC", null, sent.other() % 5, day);
            case 3 -> OutsideFacts.controlUntil("WC", "2020-02-0" + (1 + sent.other() % 9), day);
            case 4 -> OutsideFacts.controlEnded("WC", sent.other() % 3 == 0 ? "2020-02-01" : day);
            default -> OutsideFacts.workforceControl("WC", null, day);
        };
    }
}
