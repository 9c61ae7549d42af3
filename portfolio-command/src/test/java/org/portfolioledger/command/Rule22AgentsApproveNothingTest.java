package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.quorum;
import static org.portfolioledger.command.BoardFacts.sitting;
import static org.portfolioledger.command.BusinessCaseFacts.as;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.reevaluated;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.DependencyFacts.agreed;
import static org.portfolioledger.command.DependencyFacts.dependency;
import static org.portfolioledger.command.DependencyFacts.promised;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.pounds;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.PortfolioFacts.policy;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.ReviewFacts.claimed;
import static org.portfolioledger.command.ReviewFacts.recommended;
import static org.portfolioledger.command.ReviewFacts.reopened;
import static org.portfolioledger.command.ReviewFacts.review;
import static org.portfolioledger.command.ReviewFacts.verified;
import static org.portfolioledger.command.Shape.with;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.events.Approval;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.RagRating;

/** Rule 22: an agent may propose, and approves nothing. */
class Rule22AgentsApproveNothingTest {

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner", "p-sro", "p-verifier")
            .facts(
                    portfolio("PF", "2020-01-01"),
                    scheme("PF", "ACME_RAG", 1, "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-02-01"),
                    version("BC", 1, "2020-02-10"),
                    submitted("BC", 1, "2020-02-12"),
                    dependency("D", new DependencyEnd("PG", null), new DependencyEnd(null, "Finance"), "2020-02-01"),
                    review("RV", ReviewKind.GATE_2, "PG", "2020-01-01"),
                    recommended("RV", "R1", "p-owner", "2020-02-01"),
                    claimed("RV", "R1", "p-owner", "2020-03-01"));

    private static Sender sender(ActorKind kind, String onBehalfOf, ActorRole... roles) {
        Set<Grant> grants = Stream.of(roles)
                .map(role -> new Grant(role, role == ActorRole.BOARD_SECRETARY ? Grant.EVERYTHING : null))
                .collect(Collectors.toSet());
        return new Sender("a-1", grants, kind, onBehalfOf, day("2026-01-01"), false);
    }

    private static Sender everyRole(ActorKind kind) {
        return sender(kind, "p-office", ActorRole.PORTFOLIO_OFFICE, ActorRole.BOARD_SECRETARY, ActorRole.ASSURANCE);
    }

    private Given asAgent() {
        return given.sentBy(everyRole(ActorKind.AGENT));
    }

    private static GovernanceFact outcome(BoardOutcome outcome, String day) {
        return decided("BC", "BD", 1, outcome, day);
    }

    @Test
    void these_facts_are_approvals() {
        assertThat(Arrays.stream(FactType.values())
                        .filter(type -> Approval.class.isAssignableFrom(type.factClass()))
                        .map(FactType::typeName))
                .contains(
                        "accounting-assessment-made",
                        "accounting-assessment-repeated",
                        "baseline-set",
                        "board-authority-delegated",
                        "board-decided",
                        "business-case-decided",
                        "business-case-reevaluated",
                        "case-condition-discharged",
                        "dependency-agreed",
                        "vacancy-decided",
                        "document-publication-decided",
                        "board-established",
                        "board-limit-set",
                        "board-membership-changed",
                        "board-remit-changed",
                        "board-standing-orders-changed",
                        "case-policy-set",
                        "initiative-exited",
                        "role-appointed",
                        "recommendation-closed",
                        "recommendation-verified");
    }

    @ParameterizedTest
    @EnumSource(BoardOutcome.class)
    void an_agent_records_what_a_board_did_unless_it_approved(BoardOutcome outcome) {
        for (GovernanceFact decision : List.of(
                outcome(outcome, "2020-03-01"),
                outcome(outcome, "2040-03-01"),
                with(boardDecided("BD", "D-1", "POLICY", "2020-05-01"), "outcome", outcome)))
            if (outcome.approves()) asAgent().when(decision).refusesAll(AccessRule.AGENT_APPROVES);
            else assertThat(asAgent().when(decision).rules()).doesNotContain(AccessRule.AGENT_APPROVES);
    }

    @Test
    void an_agent_proposes() {
        asAgent().when(version("BC", 2, "2020-04-01")).isRecorded();
        asAgent().when(rated("PG", RagRating.AMBER, "2020-04-01")).isRecorded();
        asAgent().when(promised("D", "2021-01-01", "2020-04-01")).isRecorded();
        asAgent().when(outcome(BoardOutcome.DEFERRED, "2020-03-01")).isRecorded();
    }

    @Test
    void an_agent_neither_verifies_nor_agrees() {
        asAgent().when(verified("RV", "R1", "p-verifier", "2020-04-01")).refusesAll(AccessRule.AGENT_APPROVES);
        asAgent().when(agreed("D", DependencySide.GIVER, "2020-04-01")).refusesAll(AccessRule.AGENT_APPROVES);
    }

    @ParameterizedTest
    @EnumSource(value = ActorKind.class, names = "AGENT", mode = EnumSource.Mode.EXCLUDE)
    void a_service_passes_on_the_approval_of_people(ActorKind kind) {
        given.sentBy(everyRole(kind))
                .when(outcome(BoardOutcome.APPROVED, "2020-03-01"))
                .isRecorded();
    }

    @Test
    void an_agent_that_migrates_copies_no_approval() {
        given.sentBy(sender(ActorKind.AGENT, "p-office", ActorRole.MIGRATOR));
        given.whenMigrating(outcome(BoardOutcome.APPROVED, "2020-03-01")).refusesAll(AccessRule.AGENT_APPROVES);
        given.whenMigrating(outcome(BoardOutcome.REJECTED, "2020-03-01")).isRecorded();
    }

    @Test
    void what_only_the_source_has_a_word_for_may_be_an_approval() {
        given.sentBy(sender(ActorKind.AGENT, "p-office", ActorRole.MIGRATOR));
        GovernanceFact stated = with(
                with(decided("BC", "BD", 1, BoardOutcome.NOTED, "2020-03-01"), "outcome", null),
                "outcomeAsStated",
                "Supported");
        given.whenMigrating(stated).refusesAll(AccessRule.AGENT_APPROVES);
    }

    @Test
    void an_agent_corrects_no_approval_and_makes_none_by_a_correction() {
        given.facts(outcome(BoardOutcome.DEFERRED, "2020-03-01"));
        long deferred = given.head();
        asAgent()
                .whenReplaced(deferred, outcome(BoardOutcome.APPROVED, "2020-03-01"))
                .refusesAll(AccessRule.AGENT_APPROVES);
        asAgent()
                .whenReplaced(deferred, outcome(BoardOutcome.APPROVED_IN_PRINCIPLE, "2020-03-01"))
                .refusesAll(AccessRule.AGENT_APPROVES);
        asAgent()
                .whenReplaced(deferred, outcome(BoardOutcome.REJECTED, "2020-03-01"))
                .isRecorded();
        asAgent().whenStruck(deferred).isRecorded();
        given.replaced(deferred, outcome(BoardOutcome.APPROVED, "2020-03-01"));
        long approved = given.head();
        asAgent()
                .whenReplaced(approved, outcome(BoardOutcome.DEFERRED, "2020-03-01"))
                .refusesAll(AccessRule.AGENT_APPROVES);
        asAgent().whenStruck(approved).refusesAll(AccessRule.AGENT_APPROVES);
        given.retracted(approved);
        asAgent().whenStruck(given.head()).refusesAll(AccessRule.AGENT_APPROVES);
    }

    @Test
    void an_agent_lets_no_approval_stand_again() {
        given.facts(
                outcome(BoardOutcome.APPROVED, "2020-03-01"),
                reevaluated("BC", ReevaluationResult.LAPSED, "2020-09-01"));
        long lapsed = given.head();
        asAgent().whenStruck(lapsed).refusesAll(AccessRule.AGENT_APPROVES);
        given.sentBy(everyRole(ActorKind.SERVICE)).whenStruck(lapsed).isRecorded();
        given.facts(verified("RV", "R1", "p-verifier", "2020-04-01"), reopened("RV", "R1", "2020-05-01"));
        long reopened = given.head();
        asAgent().whenStruck(reopened).refusesAll(AccessRule.AGENT_APPROVES);
        given.sentBy(everyRole(ActorKind.SERVICE)).whenStruck(reopened).isRecorded();
    }

    @Test
    void an_agent_makes_no_approval_final_by_another_fact() {
        given.facts(
                board("TOP", "2020-01-01"),
                as(BoardOutcome.REFERRED_UP, decided("BC", "BD", 1, BoardOutcome.NOTED, "2020-03-01")));
        long referral = given.head();
        asAgent().whenStruck(referral).isRecorded();
        given.facts(outcome(BoardOutcome.APPROVED, "2020-03-02"));
        asAgent().whenStruck(referral).refusesAll(AccessRule.AGENT_APPROVES);
        given.sentBy(everyRole(ActorKind.SERVICE)).whenStruck(referral).isRecorded();
    }

    @Test
    void an_agent_gives_nobody_authority() {
        for (GovernanceFact authority : List.of(
                board("B2", "2020-01-01"),
                new BoardLimitSet("BD", pounds("9000000.00"), null, null, on("2020-05-01")),
                sitting("BD", List.of("p-board", "p-sro", "p-owner"), "2020-05-01"),
                quorum("BD", 1, "2020-05-01"),
                policy("PF", 1, List.of("BD"), "2020-05-01"),
                sro("PG", "SRO-1", "p-sro", "2020-05-01"))) {
            asAgent().when(authority).refusesAll(AccessRule.AGENT_APPROVES);
            given.sentBy(everyRole(ActorKind.SERVICE)).when(authority).isRecorded();
        }
    }

    @Test
    void what_an_agent_submits_is_submitted_by_the_person_for_whom_it_acts() {
        given.sentBy(everyRole(ActorKind.AGENT)).and(version("BC", 2, "2020-04-01"));
        given.and(submitted("BC", 2, "2020-04-02"));
        assertThat(given.recordedBy("p-office")
                        .when(decided("BC", "BD", 2, BoardOutcome.APPROVED, "2020-05-01"))
                        .rules())
                .extracting(Rule::name)
                .containsExactly("SELF_APPROVAL");
        given.recordedBy("p-another")
                .when(decided("BC", "BD", 2, BoardOutcome.APPROVED, "2020-05-01"))
                .isRecorded();
    }

    @Test
    void an_agent_of_an_sro_acts_for_the_initiatives_of_that_sro_and_for_no_other() {
        given.facts(sro("PG", "SRO-1", "p-sro", "2020-02-01"));
        GovernanceFact rating = with(rated("PG", RagRating.AMBER, "2021-03-01"), "assessor", Assessor.SRO);
        given.sentBy(sender(ActorKind.AGENT, "p-sro", ActorRole.SRO))
                .when(rating)
                .isRecorded();
        given.sentBy(sender(ActorKind.AGENT, "p-other", ActorRole.SRO))
                .when(rating)
                .refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }
}
