package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.ActionFacts.action;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.parent;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.DependencyFacts.dependency;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.DocumentFacts.replacedBy;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.InitiativeFacts.initiativeUnder;
import static org.portfolioledger.command.InitiativeFacts.moved;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.RegisterFacts.live;
import static org.portfolioledger.command.RegisterFacts.register;
import static org.portfolioledger.command.ReviewFacts.held;
import static org.portfolioledger.command.ReviewFacts.recommended;
import static org.portfolioledger.command.ReviewFacts.reported;
import static org.portfolioledger.command.ReviewFacts.review;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.RecommendationRef;
import org.portfolioledger.vocabulary.Role;

/** What one fact names is of one register: answers are given from a register as known then. */
class OneRegisterTest {

    private final Given given = Given.persons("p0", "p-board", "p-owner", "p-submitter")
            .facts(
                    register("ACME", "2020-01-01"),
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    register("RV", "2020-01-01"),
                    ofRv(portfolio("RV-PF", "2020-01-01")),
                    scheme("RV-PF", "ACME_RAG", 1, "2020-01-01"),
                    ofRv(initiativeIn("RV-PG", "RV-PF", "2020-01-01")),
                    ofRv(board("RV-BD", "2020-01-01")),
                    ofRv(caseOpened("RV-BC", "RV-PG", CaseStage.SOC, List.of("RV-BD"), "2020-01-01")),
                    boardDecided("RV-BD", "D-1", "REBASELINE", "2020-02-01"),
                    document("DOC", 1, "2020-01-01"),
                    ofRv(document("RV-DOC", 2, "2020-01-01")),
                    ofRv(review("RV-RV", ReviewKind.GATE_2, "RV-PG", "2020-01-01")),
                    recommended("RV-RV", "R", null, "2020-01-01"),
                    review("REV", ReviewKind.GATE_2, "PG", "2020-01-01"),
                    held("REV", "2020-01-01"));

    static Stream<Arguments> named() {
        return Stream.of(
                Arguments.of(initiativeUnder("PJ", "RV-PG", "2020-02-01"), List.of(7L, 5L)),
                Arguments.of(initiativeIn("PJ", "RV-PF", "2020-02-01"), List.of(5L)),
                Arguments.of(with(initiative("PJ", "2020-02-01"), "continues", List.of("RV-PG")), List.of(7L)),
                Arguments.of(moved("PG", new Placement("RV-PG", null), "2010-01-01"), List.of(7L)),
                Arguments.of(moved("PG", new Placement(null, "RV-PF"), "2040-01-01"), List.of(5L)),
                Arguments.of(with(closed("PG", "2021-01-01"), "continuedBy", List.of("RV-PG")), List.of(7L)),
                Arguments.of(
                        with(with(post("PO", "2020-02-01"), "portfolio", "RV-PF"), "role", Role.PORTFOLIO_DIRECTOR),
                        List.of(5L)),
                Arguments.of(with(parent("BD", "RV-BD", "2020-02-01"), "decision", 10L), List.of(8L)),
                Arguments.of(with(with(board("BD-2", "2020-02-01"), "parent", "RV-BD"), "decision", 10L), List.of(8L)),
                Arguments.of(
                        with(boardDecided("BD", "D-2", "POLICY", "2020-02-01"), "initiative", "RV-PG"), List.of(7L)),
                Arguments.of(caseOpened("BC", "RV-PG", CaseStage.SOC, List.of("BD"), "2020-02-01"), List.of(7L, 5L)),
                Arguments.of(caseOpened("BC", "PG", CaseStage.SOC, List.of("BD", "RV-BD"), "2020-02-01"), List.of(8L)),
                Arguments.of(
                        with(
                                caseOpened("BC", "PG", CaseStage.OBC, List.of("BD"), "2020-02-01"),
                                "precedingCase",
                                "RV-BC"),
                        List.of(9L)),
                Arguments.of(
                        dependency("DP", new DependencyEnd("PG", null), new DependencyEnd("RV-PG", null), "2020-02-01"),
                        List.of(7L)),
                Arguments.of(replacedBy("DOC", "RV-DOC", "2020-02-01"), List.of(12L)),
                Arguments.of(with(action("ACT", "p0", null, "2020-02-01"), "initiative", "RV-PG"), List.of(7L)),
                Arguments.of(with(action("ACT", "p0", null, "2020-02-01"), "decision", 10L), List.of(8L)),
                Arguments.of(
                        with(
                                action("ACT", "p0", null, "2020-02-01"),
                                "recommendation",
                                new RecommendationRef("RV-RV", "R")),
                        List.of(13L)),
                Arguments.of(review("REV-2", ReviewKind.GATE_2, "RV-PG", "2020-02-01"), List.of(7L)),
                Arguments.of(
                        with(review("REV-2", ReviewKind.AAP, "PG", "2020-02-01"), "actionPlanOf", "RV-RV"),
                        List.of(13L)),
                Arguments.of(
                        with(
                                recommended("REV", "R", null, "2020-02-01"),
                                "repeats",
                                new RecommendationRef("RV-RV", "R")),
                        List.of(13L)),
                Arguments.of(with(reported("REV", null, "2020-02-01"), "report", "RV-DOC"), List.of(12L)),
                Arguments.of(
                        with(
                                document("DOC-2", 3, "2020-02-01"),
                                "backgroundPapers",
                                List.of(new Citation("RV-DOC", null))),
                        List.of(12L)));
    }

    @ParameterizedTest
    @MethodSource("named")
    void what_is_of_another_register_is_not_named_in_history_either(GovernanceFact fact, List<Long> strangers) {
        for (Then then : List.of(given.when(fact), given.whenMigrating(fact))) {
            then.refuses(LedgerRule.ANOTHER_REGISTER)
                    .against(strangers.toArray(Long[]::new))
                    .entry("RV-", "is in the register RV", "in the register ACME");
        }
    }

    @Test
    void a_dependency_between_two_of_another_register_is_recorded_there_or_nowhere() {
        var between =
                dependency("DP", new DependencyEnd("RV-PG", null), new DependencyEnd("RV-PJ", null), "2020-02-01");
        given.facts(ofRv(initiative("RV-PJ", "2020-01-01")));
        given.when(between).refuses(LedgerRule.ANOTHER_REGISTER).against(7L, 17L);
        given.when(ofRv(between)).isRecorded();
    }

    @Test
    void what_is_of_another_register_is_described_in_words() {
        given.when(dependency(
                        "DP", new DependencyEnd("PG", null), new DependencyEnd(null, "New homes of RV"), "2020-02-01"))
                .isRecorded();
    }

    @Test
    void a_board_of_another_register_decides_no_case() {
        given.facts(
                caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"),
                version("BC", 1, "2020-01-01"),
                submitted("BC", 1, "2020-01-01"));
        assertThat(given.when(BusinessCaseFacts.decided("BC", "RV-BD", 1, BoardOutcome.REJECTED, "2020-02-01"))
                        .rules())
                .extracting(Rule::name)
                .containsExactlyInAnyOrder("ANOTHER_REGISTER", "BOARD_NOT_ON_ROUTE");
        given.when(BusinessCaseFacts.decided("BC", "BD", 1, BoardOutcome.REJECTED, "2020-02-01"))
                .isRecorded();
    }

    @Test
    void a_reset_rests_on_no_decision_of_another_register() {
        given.facts(
                portfolio("PF", "2020-01-01"),
                scheme("PF", "ACME_RAG", 1, "2020-01-01"),
                initiativeIn("PJ", "PF", "2020-01-01"));
        var reset = with(rated("PJ", RagRating.RESET, "2020-03-01"), "rebaselineDecision", 10L);
        given.when(reset).refuses(LedgerRule.ANOTHER_REGISTER).against(8L);
    }

    @Test
    void a_correction_names_nothing_of_another_register() {
        given.and(dependency("DP", new DependencyEnd("PG", null), new DependencyEnd(null, "HR"), "2020-02-01"));
        given.whenReplaced(
                        17,
                        dependency("DP", new DependencyEnd("PG", null), new DependencyEnd("RV-PG", null), "2020-02-01"))
                .refuses(LedgerRule.ANOTHER_REGISTER)
                .against(7L);
    }

    @Test
    void within_a_register_all_that_stands_above_is_read_and_nothing_refused() {
        given.and(ofRv(initiativeUnder("RV-PJ", "RV-PG", "2020-02-01")))
                .and(ofRv(initiativeUnder("RV-WS", "RV-PJ", "2020-02-01")))
                .and(moved("RV-WS", new Placement("RV-PG", null), "2021-02-01"))
                .and(rated("RV-WS", RagRating.GREEN, "2020-03-01"))
                .and(with(rated("RV-WS", RagRating.RESET, "2020-03-02"), "rebaselineDecision", 10L))
                .and(sro("RV-WS", "A-1", "p0", "2020-03-01"))
                .and(ofRv(with(with(board("RV-BD-2", "2020-03-01"), "parent", "RV-BD"), "decision", 10L)))
                .and(ofRv(with(
                        caseOpened("RV-OBC", "RV-WS", CaseStage.OBC, List.of("RV-BD-2", "RV-BD"), "2020-03-01"),
                        "precedingCase",
                        "RV-BC")));
    }

    @Test
    void a_register_goes_live_whatever_others_do() {
        given.and(live("RV", "2021-01-01")).and(live("ACME", "2021-01-01"));
        given.when(register("NEW", "2021-01-01")).isRecorded();
    }

    private static <R extends Record> R ofRv(R opening) {
        return with(opening, "register", "RV");
    }
}
