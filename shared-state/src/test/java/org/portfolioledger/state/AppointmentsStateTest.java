package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;
import static org.portfolioledger.vocabulary.Role.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.Role.SRO;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.AppointmentsState.Ended;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.AppointmentsState.Vacancy;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.json.JsonMapper;

class AppointmentsStateTest {

    private static final Money LIMIT =
            new Money(new BigDecimal("50000"), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROVED);

    private final Story<AppointmentFact, AppointmentsState> story = Story.of(Kinds.APPOINTMENTS);

    @Test
    void before_the_first_appointment_nothing_holds_and_after_it_other_roles_are_absent() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01"));

        assertThat(told.isNothing("2010-12-31")).isTrue();
        assertThat(told.state("2011-01-01").roles()).containsOnlyKeys(SRO);
    }

    @Test
    void an_appointment_keeps_all_that_its_fact_states() {
        RoleAppointed appointed = new RoleAppointed(
                "PG-DRM",
                "A",
                SRO,
                AppointmentKind.ACTING,
                new Holder("PN-014", "Director of Resources"),
                null,
                "SRO/2011/07",
                LocalDate.parse("2012-03-31"),
                40,
                "May change the scope",
                LIMIT,
                "HN/2011/3",
                null,
                on("2011-01-01"));

        assertThat(sro(story.then(appointed), "2011-01-01"))
                .isEqualTo(new Incumbent(
                        "A",
                        AppointmentKind.ACTING,
                        new Holder("PN-014", "Director of Resources"),
                        null,
                        "SRO/2011/07",
                        LocalDate.parse("2012-03-31"),
                        40,
                        "May change the scope",
                        LIMIT,
                        "HN/2011/3",
                        null));
    }

    @Test
    void an_appointment_that_replaces_the_running_one_ends_it() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01")).then(appointed("B", SRO, "A", "2012-01-01"));

        assertThat(sro(told, "2011-12-31").appointment()).isEqualTo("A");
        assertThat(sro(told, "2012-01-01").appointment()).isEqualTo("B");
        assertThat(((Incumbent) sro(told, "2012-01-01")).replaces()).isEqualTo("A");
    }

    @Test
    void once_it_has_ended_nobody_holds_the_role_and_who_held_it_last_is_on_record() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01")).then(ended("A", "2012-01-01"));

        assertThat(sro(told, "2011-12-31")).isInstanceOf(Incumbent.class);
        assertThat(sro(told, "2012-01-01")).isEqualTo(new Ended("A", "HN/2012/1"));
        assertThat(grounded(told, SRO, "2012-01-01").since()).isEqualTo("2012-01-01");
        assertThat(grounded(told, SRO, "2012-01-01").fact()).isEqualTo(2);
    }

    @Test
    void an_appointment_may_follow_an_ended_one() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01"))
                .then(ended("A", "2012-01-01"))
                .then(appointed("B", SRO, null, "2012-01-02"));

        assertThat(sro(told, "2012-01-02")).isInstanceOf(Incumbent.class);
    }

    @Test
    void the_end_of_an_appointment_that_was_replaced_before_changes_nothing() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01")).then(appointed("B", SRO, "A", "2012-01-01"));

        assertThat(told.then(ended("A", "2013-01-01")).state("2013-01-01")).isEqualTo(told.state("2013-01-01"));
    }

    @Test
    void the_end_of_an_appointment_that_nobody_made_or_that_was_retracted_leaves_no_state() {
        var ended = story.then(appointed("A", SRO, null, "2011-01-01")).then(ended("A", "2012-01-01"));

        assertThat(story.then(ended("A", "2012-01-01")).isNothing("2012-01-01")).isTrue();
        assertThat(ended.retracted(1).isNothing("2012-01-01")).isTrue();
    }

    @Test
    void a_role_on_record_as_vacant_is_not_held_and_may_be_filled() {
        var told = story.then(vacant("V", null, "2011-01-01")).then(appointed("A", SRO, null, "2012-01-01"));

        assertThat(sro(told, "2011-01-01")).isEqualTo(new Vacancy("V", null, null, null));
        assertThat(sro(told, "2012-01-01")).isInstanceOf(Incumbent.class);
    }

    @Test
    void what_ended_does_not_run() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01"))
                .then(appointed("M", PROGRAMME_MANAGER, null, "2011-06-01"))
                .then(ended("M", "2012-01-01"));

        assertThat(told.state("2012-01-01").running()).containsOnlyKeys(SRO);
        assertThat(told.state("2012-01-01").incumbent(SRO)).isNotNull();
        assertThat(told.state("2012-01-01").incumbent(PROGRAMME_MANAGER)).isNull();
    }

    @Test
    void every_way_in_which_a_role_is_held_is_read_back_as_it_was_written() {
        JsonMapper json = FactSerializer.mapper();
        var told = story.then(vacant("V", null, "2011-01-01"))
                .then(appointed("A", SRO, "V", "2012-01-01"))
                .then(ended("A", "2013-01-01"));
        for (String day : List.of("2011-01-01", "2012-01-01", "2013-01-01")) {
            AppointmentsState state = told.state(day);
            assertThat(json.readValue(json.writeValueAsBytes(state), AppointmentsState.class))
                    .as(day)
                    .isEqualTo(state);
        }
        assertThat(json.valueToTree(sro(told, "2011-01-01")).path("kind").asString())
                .isEqualTo("VACANT");
        assertThat(json.valueToTree(sro(told, "2013-01-01")).path("kind").asString())
                .isEqualTo("ENDED");
    }

    @Test
    void a_role_that_a_post_holds_is_held_by_whoever_holds_the_post() {
        AppointmentsState roles = story.then(
                        heldByPost("A", "PO", AppointmentKind.SUBSTANTIVE, "2014-01-01", "2011-01-01"))
                .state("2011-01-01");
        var post = PostStateTest.established()
                .then(PostStateTest.filled("PN-1", AppointmentKind.SUBSTANTIVE, null, "2011-01-01"))
                .then(PostStateTest.filled("PN-2", AppointmentKind.ACTING, "2012-09-01", "2012-06-01"));

        assertThat(roles.posts()).containsExactly("PO");
        assertThat(incumbent(roles, post.state("2011-01-01")))
                .returns(new Holder("PN-1", "Director of Resources"), Incumbent::holder)
                .returns(LocalDate.parse("2014-01-01"), Incumbent::expectedEnd)
                .returns(AppointmentKind.SUBSTANTIVE, Incumbent::kind);
        Incumbent acting = incumbent(roles, post.state("2012-06-01"));
        assertThat(acting.isHeldBy("PN-2")).isTrue();
        assertThat(acting.alerts(LocalDate.parse("2012-08-31"))).isEmpty();
        assertThat(acting.alerts(LocalDate.parse("2012-09-01"))).containsExactly(Alert.ACTING_BEYOND_TERM);
    }

    @Test
    void what_is_held_for_the_time_being_keeps_its_own_term_whoever_holds_the_post() {
        AppointmentsState roles = story.then(heldByPost("A", "PO", AppointmentKind.INTERIM, "2011-03-01", "2011-01-01"))
                .state("2011-01-01");
        var post = PostStateTest.established()
                .then(PostStateTest.filled("PN-1", AppointmentKind.ACTING, "2011-02-01", "2011-01-01"));

        assertThat(incumbent(roles, post.state("2011-01-01")))
                .returns(AppointmentKind.INTERIM, Incumbent::kind)
                .returns(LocalDate.parse("2011-03-01"), Incumbent::expectedEnd);
    }

    @Test
    void a_role_whose_post_nobody_holds_is_vacant() {
        AppointmentsState roles = story.then(heldByPost("A", "PO", AppointmentKind.SUBSTANTIVE, null, "2011-01-01"))
                .state("2011-01-01");
        var post = PostStateTest.established()
                .then(PostStateTest.filled("PN-1", AppointmentKind.SUBSTANTIVE, null, "2011-01-01"))
                .then(PostStateTest.vacated("2012-01-01"));

        assertThat(roles.heldBy(_ -> post.state("2012-01-01")).roles().get(SRO))
                .returns(LocalDate.parse("2012-01-01"), Grounded::since)
                .returns(3L, Grounded::fact)
                .extracting(Grounded::value)
                .isEqualTo(new Vacancy("A", grounded(roles).as("PO"), null, null));
        assertThat(roles.heldBy(_ -> null).incumbent(SRO)).isNull();
        for (AppointmentsState shown : List.of(roles, roles.heldBy(_ -> null)))
            assertThat(shown.references())
                    .extracting(Referring.Reference::stream)
                    .containsExactly("initiative-PG-DRM", "post-PO");
    }

    @Test
    void it_is_held_since_the_later_of_the_appointment_and_of_who_holds_the_post() {
        AppointmentsState roles = story.then(heldByPost("A", "PO", AppointmentKind.SUBSTANTIVE, null, "2011-06-01"))
                .state("2011-06-01");
        var post = PostStateTest.established()
                .then(PostStateTest.filled("PN-1", AppointmentKind.SUBSTANTIVE, null, "2011-01-01"))
                .then(PostStateTest.filled("PN-2", AppointmentKind.SUBSTANTIVE, null, "2012-06-01"));

        Grounded<Incumbent> first = Objects.requireNonNull(
                roles.heldBy(_ -> post.state("2011-06-01")).incumbent(SRO));
        assertThat(first.since()).isEqualTo("2011-06-01");
        assertThat(first.fact()).isEqualTo(grounded(roles).fact());
        Grounded<Incumbent> second = Objects.requireNonNull(
                roles.heldBy(_ -> post.state("2012-06-01")).incumbent(SRO));
        assertThat(second.since()).isEqualTo("2012-06-01");
        assertThat(second.fact()).isEqualTo(3);
        assertThat(Objects.requireNonNull(second.value().heldByPost()).since()).isEqualTo("2011-06-01");
    }

    @Test
    void what_rests_on_two_facts_leaves_unmet_and_rests_on_what_either_does() {
        Grounded<String> one = resting("one", "2012-01-01", 5, List.of("A", "C"), List.of(1L, 4L));
        Grounded<String> other = resting("other", "2011-01-01", 7, List.of("B", "C"), List.of(1L, 2L));

        assertThat(one.with(other))
                .isEqualTo(resting("one", "2012-01-01", 5, List.of("A", "B", "C"), List.of(1L, 2L, 4L)));
        assertThat(other.with(one))
                .isEqualTo(resting("other", "2012-01-01", 5, List.of("A", "B", "C"), List.of(1L, 2L, 4L)));
    }

    private static Grounded<String> resting(
            String value, String since, long fact, List<String> unmetRules, List<Long> restsOn) {
        return new Grounded<>(value, LocalDate.parse(since), fact, null, null, null, null, unmetRules, restsOn);
    }

    private static Grounded<Incumbent> grounded(AppointmentsState roles) {
        return Objects.requireNonNull(roles.incumbent(SRO));
    }

    private static Incumbent incumbent(AppointmentsState roles, PostState post) {
        return Objects.requireNonNull(roles.heldBy(_ -> post).incumbent(SRO)).value();
    }

    @Test
    void one_role_does_not_touch_another() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01"))
                .then(appointed("M", PROGRAMME_MANAGER, null, "2011-06-01"))
                .then(ended("M", "2012-01-01"));

        assertThat(sro(told, "2012-01-01")).isInstanceOf(Incumbent.class);
        assertThat(grounded(told, PROGRAMME_MANAGER, "2012-01-01").value()).isInstanceOf(Ended.class);
    }

    @Test
    void when_the_replacing_appointment_was_entered_in_error_the_old_one_runs_on() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01"))
                .then(appointed("B", SRO, "A", "2012-01-01"))
                .retracted(2);

        assertThat(sro(told, "2012-01-01").appointment()).isEqualTo("A");
        assertThat(sro(told, "2012-01-01")).isInstanceOf(Incumbent.class);
    }

    private static Holding sro(Story<AppointmentFact, AppointmentsState> told, String day) {
        return grounded(told, SRO, day).value();
    }

    private static Grounded<Holding> grounded(Story<AppointmentFact, AppointmentsState> told, Role role, String day) {
        return Objects.requireNonNull(told.state(day).roles().get(role));
    }

    static RoleAppointed appointed(String appointment, Role role, @Nullable String replaces, String day) {
        return new RoleAppointed(
                "PG-DRM",
                appointment,
                role,
                AppointmentKind.SUBSTANTIVE,
                new Holder("PN-" + appointment, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                replaces,
                on(day));
    }

    static RoleAppointed vacant(String appointment, @Nullable String replaces, String day) {
        return new RoleAppointed(
                "PG-DRM",
                appointment,
                SRO,
                AppointmentKind.VACANT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                replaces,
                on(day));
    }

    static AppointmentEnded ended(String appointment, String day) {
        return new AppointmentEnded("PG-DRM", appointment, "left", "HN/2012/1", on(day));
    }

    /** The role of SRO, held by whoever holds a post. */
    static RoleAppointed heldByPost(
            String appointment, String post, AppointmentKind kind, @Nullable String expectedEnd, String day) {
        return new RoleAppointed(
                "PG-DRM",
                appointment,
                SRO,
                kind,
                null,
                post,
                "SRO/2011/08",
                expectedEnd == null ? null : LocalDate.parse(expectedEnd),
                40,
                null,
                null,
                null,
                null,
                on(day));
    }
}
