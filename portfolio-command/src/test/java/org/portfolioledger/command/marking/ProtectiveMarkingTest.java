package org.portfolioledger.command.marking;

import static org.portfolioledger.command.AccountingAssessmentFacts.assessed;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.MeetingFacts.meeting;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.ProtectiveMarkingFacts.entityMarked;
import static org.portfolioledger.command.ProtectiveMarkingFacts.markingChanged;
import static org.portfolioledger.command.ProtectiveMarkingFacts.markingLifted;
import static org.portfolioledger.command.ProtectiveMarkingFacts.publicationChanged;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.RegisterFacts.register;
import static org.portfolioledger.command.Shape.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.command.AccessRule;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.Mark;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.RiskFacts;
import org.portfolioledger.command.Sender;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.RagRating;

class ProtectiveMarkingTest {

    private static final String BEGIN = "2020-02-01";
    private static final String BEFORE = "2020-01-31";

    private final Given given = Given.persons("p-owner", "p-board")
            .facts(
                    register("ACME", "2019-01-01"),
                    portfolio("PF", "2020-01-01"),
                    initiativeIn("PG", "PF", BEGIN),
                    board("BD", "2020-01-01"),
                    document("DOC", 1, "2020-01-01"),
                    RiskFacts.risk("R-1", RiskLevel.PROJECT, "PG", null, "p-owner", BEGIN),
                    meeting("M", "BD", "2020-03-01", BEGIN),
                    rated("PG", RagRating.AMBER, BEGIN),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), BEGIN),
                    assessed("AOA", "BC", "p-board", BEGIN));

    private static EntityMarked marked(String id, String entity, String day) {
        return entityMarked(id, entity, Marking.RESTRICTED, day);
    }

    @Test
    void a_marking_is_put_on_record_once_and_found_by_what_bears_it() {
        EntityMarked risk = marked("PM", "risk-R-1", BEGIN);
        given.when(risk).records(risk);
        given.when(risk).isMarked(Mark.ofMarkingsOf("risk-R-1"));
        given.facts(risk).when(marked("PM", "board-BD", BEGIN)).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"portfolio-PF", "initiative-PG", "board-BD", "risk-R-1", "meeting-M", "rag-PG"})
    void an_entity_of_any_kind_is_marked_no_earlier_than_it_begins(String entity) {
        given.when(marked("PM", entity, BEGIN)).isRecorded();
        given.when(marked("PM", entity, "2035-01-01")).isRecorded();
        String early = entity.startsWith("portfolio") || entity.startsWith("board") ? "2019-12-31" : BEFORE;
        given.when(marked("PM", entity, early))
                .refuses(ProtectiveMarkingRule.MARKED_BEFORE_ENTITY_BEGAN)
                .at("/effectiveOn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"document-DOC", "register-ACME", "protective-marking-PM", "nothing-N", "risk", "PG"})
    void what_states_its_own_marking_and_what_is_no_entity_bears_none(String entity) {
        given.facts(marked("PM", "risk-R-1", BEGIN));
        given.when(marked("PM-2", entity, BEGIN))
                .refuses(ProtectiveMarkingRule.ENTITY_BEARS_NO_PROTECTIVE_MARKING)
                .at("/entity");
        given.whenMigrating(marked("PM-2", entity, BEGIN))
                .refuses(ProtectiveMarkingRule.ENTITY_BEARS_NO_PROTECTIVE_MARKING);
    }

    @Test
    void what_is_marked_is_on_record_and_may_have_ended() {
        given.when(marked("PM", "risk-R-9", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/entity");
        given.facts(closed("PG", "2020-06-01"));
        given.when(marked("PM", "initiative-PG", "2020-07-01")).isRecorded();
    }

    @Test
    void an_entity_bears_at_most_one_on_any_day() {
        given.facts(marked("PM", "risk-R-1", "2020-06-01"), markingLifted("PM", "2020-09-01"));
        given.when(marked("PM-2", "risk-R-1", "2020-09-01")).isRecorded();
        given.when(marked("PM-2", "meeting-M", "2020-06-01")).isRecorded();
        for (String day : List.of("2020-08-31", "2020-06-01", BEGIN))
            given.when(marked("PM-2", "risk-R-1", day))
                    .refuses(ProtectiveMarkingRule.ENTITY_MARKED_ALREADY)
                    .against(11L)
                    .entry("PM")
                    .at("/entity");
        given.facts(marked("PM-3", "risk-R-1", "2030-01-01"));
        given.when(marked("PM-2", "risk-R-1", "2029-12-31"))
                .refuses(ProtectiveMarkingRule.ENTITY_MARKED_ALREADY)
                .against(13L);
        given.whenMigrating(marked("PM-2", "risk-R-1", "2030-01-01"))
                .refuses(ProtectiveMarkingRule.ENTITY_MARKED_ALREADY);
    }

    @Test
    void a_correction_makes_no_two_hold_on_a_day() {
        given.facts(
                marked("PM", "risk-R-1", "2020-06-01"),
                markingLifted("PM", "2020-09-01"),
                marked("PM-2", "risk-R-1", "2020-09-01"));
        given.whenStruck(12L).refuses(ProtectiveMarkingRule.ENTITY_MARKED_ALREADY);
        given.whenReplaced(12L, markingLifted("PM", "2020-09-02")).refuses(ProtectiveMarkingRule.ENTITY_MARKED_ALREADY);
        given.whenReplaced(12L, markingLifted("PM", "2020-08-31")).isRecorded();
        given.whenReplaced(13L, marked("PM-2", "risk-R-1", "2020-08-31"))
                .refuses(ProtectiveMarkingRule.ENTITY_MARKED_ALREADY);
        given.whenReplaced(13L, marked("PM-2", "meeting-M", "2020-08-31")).isRecorded();
        given.whenStruck(13L).isRecorded();
    }

    @Test
    void a_correction_may_name_another_entity_which_is_free_then() {
        given.facts(marked("PM", "risk-R-1", "2020-06-01"));
        given.and(given.whenReplaced(11L, marked("PM", "meeting-M", "2020-06-01")));
        given.when(marked("PM-2", "risk-R-1", "2020-06-01")).isRecorded();
        given.when(marked("PM-2", "meeting-M", "2020-06-01")).refuses(ProtectiveMarkingRule.ENTITY_MARKED_ALREADY);
    }

    @Test
    void a_change_states_what_is_different_on_its_day() {
        given.facts(
                marked("PM", "risk-R-1", BEGIN),
                markingChanged("PM", Marking.OFFICIAL_SENSITIVE, "2020-06-01"),
                publicationChanged("PM", Publication.EXEMPT, "FOIA 43", "2020-06-01"));
        given.when(markingChanged("PM", Marking.RESTRICTED, "2020-06-01")).isRecorded();
        given.when(markingChanged("PM", Marking.RESTRICTED, "2020-05-31"))
                .refuses(ProtectiveMarkingRule.PROTECTIVE_MARKING_UNCHANGED)
                .against(11L);
        given.when(markingChanged("PM", Marking.OFFICIAL_SENSITIVE, "2035-01-01"))
                .refuses(ProtectiveMarkingRule.PROTECTIVE_MARKING_UNCHANGED)
                .against(12L);
        given.when(publicationChanged("PM", Publication.EXEMPT, "FOIA 43", "2035-01-01"))
                .refuses(ProtectiveMarkingRule.PROTECTIVE_MARKING_UNCHANGED);
        given.when(publicationChanged("PM", Publication.EXEMPT, "FOIA 31", "2020-06-02"))
                .isRecorded();
        given.when(publicationChanged("PM", Publication.EXEMPT, "FOIA 43", "2020-05-31"))
                .isRecorded();
        given.when(with(markingChanged("PM", Marking.OFFICIAL, "2020-07-01"), "marking", null))
                .refuses(ProtectiveMarkingRule.PROTECTIVE_MARKING_UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource(Publication.class)
    void what_is_not_published_in_full_names_the_section(Publication publication) {
        EntityMarked plain = with(marked("PM", "risk-R-1", BEGIN), "publication", publication);
        EntityMarked under = with(plain, "section", "FOIA 43");
        boolean needs = publication == Publication.WITHHELD || publication == Publication.EXEMPT;
        if (needs) {
            given.when(plain)
                    .refuses(ProtectiveMarkingRule.EXEMPTION_WITHOUT_SECTION)
                    .at("/section");
            given.whenMigrating(plain).unmet(ProtectiveMarkingRule.EXEMPTION_WITHOUT_SECTION);
        } else given.when(plain).isRecorded();
        if (publication == Publication.PUBLISH)
            given.when(under)
                    .refuses(ProtectiveMarkingRule.SECTION_WITHOUT_RESTRICTION)
                    .at("/section");
        else given.when(under).isRecorded();
        given.facts(marked("PM", "risk-R-1", BEGIN));
        if (needs)
            given.when(publicationChanged("PM", publication, null, "2020-03-01"))
                    .refuses(ProtectiveMarkingRule.EXEMPTION_WITHOUT_SECTION);
    }

    @Test
    void a_section_without_a_publication_means_nothing() {
        given.when(with(marked("PM", "risk-R-1", BEGIN), "section", "FOIA 43"))
                .refuses(ProtectiveMarkingRule.SECTION_WITHOUT_RESTRICTION);
    }

    @Test
    void nothing_changes_before_it_begins_or_after_it_is_lifted() {
        given.facts(marked("PM", "risk-R-1", "2020-06-01"));
        given.when(markingChanged("PM", Marking.OFFICIAL, "2020-06-01")).isRecorded();
        given.when(markingChanged("PM", Marking.OFFICIAL, "2020-05-31"))
                .refuses(ProtectiveMarkingRule.PROTECTIVE_MARKING_NOT_BEGUN)
                .against(11L);
        given.when(markingLifted("PM", "2020-06-01")).isRecorded();
        given.when(markingLifted("PM", "2020-05-31")).refuses(ProtectiveMarkingRule.PROTECTIVE_MARKING_NOT_BEGUN);
        given.facts(markingLifted("PM", "2020-09-01"));
        given.when(markingChanged("PM", Marking.OFFICIAL, "2020-08-31")).isRecorded();
        for (String day : List.of("2020-09-01", "2035-01-01"))
            given.when(markingChanged("PM", Marking.OFFICIAL, day))
                    .refuses(ProtectiveMarkingRule.PROTECTIVE_MARKING_LIFTED_ALREADY)
                    .against(12L);
        given.when(markingLifted("PM", "2020-10-01")).refuses(ProtectiveMarkingRule.PROTECTIVE_MARKING_LIFTED_ALREADY);
    }

    private Given as(String... grants) {
        Set<Grant> all = Stream.of(grants).map(Grant::of).collect(Collectors.toSet());
        return given.sentBy(new Sender("p-owner", all, LocalDate.of(2026, 1, 1), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk-R-1", "initiative-PG", "rag-PG", "business-case-BC", "accounting-assessment-AOA"})
    void a_role_within_a_place_marks_what_lies_in_it(String entity) {
        given.facts(portfolio("PF-2", "2020-01-01"));
        for (String grant :
                List.of("PORTFOLIO_OFFICE@portfolio-PF", "PUBLICATION_OFFICER@initiative-PG", "BOARD_SECRETARY@*"))
            as(grant).when(marked("PM", entity, BEGIN)).isRecorded();
        as("PORTFOLIO_OFFICE@portfolio-PF-2").when(marked("PM", entity, BEGIN)).refusesAll(AccessRule.OUTSIDE_GRANT);
        given.facts(marked("PM", entity, BEGIN));
        as("PORTFOLIO_OFFICE@portfolio-PF").when(markingLifted("PM", BEGIN)).isRecorded();
        as("PORTFOLIO_OFFICE@portfolio-PF-2").when(markingLifted("PM", BEGIN)).refusesAll(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void a_meeting_is_marked_for_its_board() {
        given.facts(board("BX", "2020-01-01"));
        as("BOARD_SECRETARY@board-BD").when(marked("PM", "meeting-M", BEGIN)).isRecorded();
        as("BOARD_SECRETARY@board-BX").when(marked("PM", "meeting-M", BEGIN)).refusesAll(AccessRule.OUTSIDE_GRANT);
    }
}
