package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.events.MeetingFact;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MeetingFact.InterestDeclared;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.MeetingFact.MeetingCalled;
import org.portfolioledger.events.MeetingFact.MeetingHeld;
import org.portfolioledger.events.MeetingFact.MeetingPaperCirculated;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.Role;

/** What speaks against a decision of 20 May 2026, by what was so that day. */
class RecordedDecisionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-05-20");
    private static final String OLD = "a1".repeat(32);
    private static final String NEW = "b2".repeat(32);

    private final Story<MeetingFact, MeetingState> meeting = Story.of(Kinds.MEETING)
            .then(new MeetingCalled("M", "ACME", "BD", DAY, null, new TreeMap<>(), on("2026-05-01")))
            .then(new MeetingAgendaSet(
                    "M",
                    List.of(
                            new AgendaItem("1", "Case", null, "BC", null),
                            new AgendaItem("2", "Roads", null, null, "PG"),
                            new AgendaItem("3", "Policy", null, null, null)),
                    on("2026-05-02")));

    @Test
    void nothing_speaks_against_a_decision_of_which_nothing_else_is_known() {
        assertThat(decision("BC", null, null).contradictions(null, null, List.of()))
                .isEmpty();
        assertThat(against(meeting)).isEmpty();
    }

    @Test
    void the_sro_who_decides_or_waives_speaks_against_it_and_one_who_is_against_it_does_not() {
        for (String person : List.of("p-a", "p-w"))
            assertThat(decision("BC", null, null).contradictions(sro(person), null, List.of()))
                    .isEqualTo(Map.of(Alert.DECIDED_BY_SRO, Set.of(1L)));
        for (String person : List.of("p-d", "p-x"))
            assertThat(decision("BC", null, null).contradictions(sro(person), null, List.of()))
                    .isEmpty();
    }

    @Test
    void a_role_that_ended_by_then_is_held_by_nobody() {
        var roles = Story.of(Kinds.APPOINTMENTS)
                .then(appointed(new Holder("p-a", null), null, "2026-01-01"))
                .then(new AppointmentEnded("PG", "SRO", "Left", null, on("2026-05-20")));
        assertThat(sro(roles.state("2026-05-19"), null).isHeldBy("p-a")).isTrue();
        assertThat(sro(roles.state("2026-05-20"), null).isHeldBy("p-a")).isFalse();
    }

    @Test
    void of_a_post_that_holds_the_role_both_facts_speak_against_it() {
        var post = Story.of(Kinds.POST)
                .then(new PostEstablished("PO", "ACME", "Director", null, null, new TreeMap<>(), on("2026-01-01")))
                .then(new PostFilled(
                        "PO", "p-a", AppointmentKind.ACTING, null, null, null, null, null, null, on("2026-05-20")));
        AppointmentsState roles = Story.of(Kinds.APPOINTMENTS)
                .then(appointed(null, "PO", "2026-01-01"))
                .state("2026-05-20");
        assertThat(decision("BC", null, null).contradictions(sro(roles, post.state("2026-05-20")), null, List.of()))
                .isEqualTo(Map.of(Alert.DECIDED_BY_SRO, Set.of(1L, 2L)));
        assertThat(decision("BC", null, null).contradictions(sro(roles, post.state("2026-05-19")), null, List.of()))
                .isEmpty();
    }

    @Test
    void an_interest_speaks_against_who_withdrew_from_the_case_the_initiative_the_item_or_the_whole_meeting() {
        assertThat(against(withdrawn("p-a", "1"))).containsOnlyKeys(Alert.DECIDED_DESPITE_INTEREST);
        assertThat(against(withdrawn("p-d", "2")))
                .as("who was against it")
                .containsOnlyKeys(Alert.DECIDED_DESPITE_INTEREST);
        assertThat(against(withdrawn("p-a", null))).isEqualTo(Map.of(Alert.DECIDED_DESPITE_INTEREST, Set.of(3L)));
        assertThat(against(withdrawn("p-a", "3"))).as("another item").isEmpty();
        assertThat(decision(null, "3", null)
                        .contradictions(null, withdrawn("p-a", "3").state("2026-05-20"), List.of()))
                .containsOnlyKeys(Alert.DECIDED_DESPITE_INTEREST);
        assertThat(against(withdrawn("p-w", "1"))).as("who took no part").isEmpty();
    }

    @Test
    void an_interest_for_which_nobody_withdrew_speaks_against_nothing() {
        assertThat(against(meeting.then(new InterestDeclared("M", "p-a", "1", "Lives there", false, on("2026-05-20")))))
                .isEmpty();
    }

    @Test
    void a_list_of_those_present_speaks_against_whom_it_leaves_out_and_a_number_against_nobody() {
        assertThat(against(held(List.of("p-a", "p-d")))).isEmpty();
        assertThat(against(held(List.of("p-a", "p-x"))))
                .as("who was against it took part")
                .isEqualTo(Map.of(Alert.DECIDED_WITHOUT_ATTENDING, Set.of(3L)));
        assertThat(against(held(List.of()))).isEmpty();
    }

    @Test
    void a_paper_that_another_replaced_in_the_meeting_speaks_against_it() {
        var circulated = meeting.then(
                new MeetingPaperCirculated("M", "1", new Paper(NEW, "Case", null, null), OLD, on("2026-05-20")));
        assertThat(against(circulated)).isEqualTo(Map.of(Alert.DECIDED_ON_REPLACED_PAPER, Set.of(3L)));
        assertThat(decision("BC", null, null).contradictions(null, circulated.state("2026-05-19"), List.of()))
                .isEmpty();
    }

    @Test
    void a_paper_that_is_not_the_last_version_of_its_document_or_whose_document_was_replaced_speaks_against_it() {
        var document = Story.of(Kinds.DOCUMENT)
                .then(new DocumentRegistered(
                        "DOC",
                        "ACME",
                        DocumentKind.REPORT,
                        "Case",
                        OLD,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        new TreeMap<>(),
                        on("2026-01-01")));
        assertThat(against(document.state("2026-05-20"))).isEmpty();
        assertThat(against(document.then(new DocumentVersionRecorded("DOC", 2, NEW, null, on("2026-05-20")))
                        .state("2026-05-20")))
                .isEqualTo(Map.of(Alert.DECIDED_ON_REPLACED_PAPER, Set.of(2L)));
        assertThat(against(document.then(new DocumentVersionRecorded("DOC", 2, OLD, null, on("2026-05-20")))
                        .state("2026-05-20")))
                .as("the same content")
                .isEmpty();
        assertThat(against(document.then(new DocumentReplaced("DOC", "DOC-2", null, on("2026-05-20")))
                        .state("2026-05-20")))
                .isEqualTo(Map.of(Alert.DECIDED_ON_REPLACED_PAPER, Set.of(2L)));
    }

    @Test
    void what_is_decided_outside_a_meeting_names_none() {
        assertThat(RecordedDecision.meeting(null, "M")).isEqualTo("M");
        assertThat(RecordedDecision.meeting(DecisionManner.IN_MEETING, "M")).isEqualTo("M");
        for (DecisionManner manner :
                List.of(DecisionManner.BY_WRITTEN_PROCEDURE, DecisionManner.BY_DELEGATION, DecisionManner.ALONE))
            assertThat(RecordedDecision.meeting(manner, "M")).isNull();
    }

    private static RecordedDecision decision(
            @Nullable String businessCase, @Nullable String item, @Nullable String meeting) {
        return new RecordedDecision(
                9,
                DAY,
                businessCase,
                item == null ? "PG" : null,
                meeting,
                item,
                List.of(new Paper(OLD, "Case", null, null)),
                List.of("p-a"),
                List.of("p-d"),
                "p-w");
    }

    private static NavigableMap<Alert, NavigableSet<Long>> against(Story<MeetingFact, MeetingState> held) {
        return decision("BC", null, "M").contradictions(null, held.state("2026-05-20"), List.of());
    }

    private static NavigableMap<Alert, NavigableSet<Long>> against(DocumentState document) {
        return decision("BC", null, null).contradictions(null, null, List.of(document));
    }

    private Story<MeetingFact, MeetingState> withdrawn(String person, @Nullable String item) {
        return meeting.then(new InterestDeclared("M", person, item, "Lives there", true, on("2026-05-20")));
    }

    private Story<MeetingFact, MeetingState> held(List<String> present) {
        return meeting.then(new MeetingHeld("M", present, 4, List.of(), List.of(), on("2026-05-20")));
    }

    private static Sro sro(String person) {
        return sro(
                Story.of(Kinds.APPOINTMENTS)
                        .then(appointed(new Holder(person, null), null, "2026-01-01"))
                        .state("2026-05-20"),
                null);
    }

    private static Sro sro(AppointmentsState roles, @Nullable PostState post) {
        return Sro.of(roles, _ -> post).orElseThrow();
    }

    private static RoleAppointed appointed(@Nullable Holder holder, @Nullable String post, String day) {
        return new RoleAppointed(
                "PG",
                "SRO",
                Role.SRO,
                AppointmentKind.SUBSTANTIVE,
                holder,
                post,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                on(day));
    }
}
