package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;
import static org.portfolioledger.vocabulary.Role.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.Role.SRO;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.vocabulary.AppointmentKind;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

class AppointmentsStateTest {

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
                "SRO/2011/07",
                LocalDate.parse("2012-03-31"),
                40,
                null,
                on("2011-01-01"));

        assertThat(sro(story.then(appointed), "2011-01-01"))
                .isEqualTo(new Holding(
                        "A",
                        AppointmentKind.ACTING,
                        new Holder("PN-014", "Director of Resources"),
                        "SRO/2011/07",
                        LocalDate.parse("2012-03-31"),
                        40,
                        null,
                        null));
    }

    @Test
    void an_appointment_that_replaces_the_running_one_ends_it() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01")).then(appointed("B", SRO, "A", "2012-01-01"));

        assertThat(sro(told, "2011-12-31").appointment()).isEqualTo("A");
        assertThat(sro(told, "2012-01-01").appointment()).isEqualTo("B");
        assertThat(sro(told, "2012-01-01").replaces()).isEqualTo("A");
    }

    @Test
    void once_it_has_ended_nobody_holds_the_role_and_who_held_it_last_is_on_record() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01")).then(ended("A", "2012-01-01"));

        assertThat(sro(told, "2011-12-31").isHeld()).isTrue();
        assertThat(sro(told, "2012-01-01").isHeld()).isFalse();
        assertThat(sro(told, "2012-01-01").ended()).isTrue();
        assertThat(sro(told, "2012-01-01").appointment()).isEqualTo("A");
        assertThat(grounded(told, SRO, "2012-01-01").since()).isEqualTo("2012-01-01");
        assertThat(grounded(told, SRO, "2012-01-01").fact()).isEqualTo(2);
    }

    @Test
    void an_appointment_may_follow_an_ended_one() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01"))
                .then(ended("A", "2012-01-01"))
                .then(appointed("B", SRO, null, "2012-01-02"));

        assertThat(sro(told, "2012-01-02").isHeld()).isTrue();
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

        assertThat(sro(told, "2011-01-01").isHeld()).isFalse();
        assertThat(sro(told, "2011-01-01").ended()).isNull();
        assertThat(sro(told, "2012-01-01").isHeld()).isTrue();
    }

    @Test
    void one_role_does_not_touch_another() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01"))
                .then(appointed("M", PROGRAMME_MANAGER, null, "2011-06-01"))
                .then(ended("M", "2012-01-01"));

        assertThat(sro(told, "2012-01-01").isHeld()).isTrue();
        assertThat(grounded(told, PROGRAMME_MANAGER, "2012-01-01").value().isHeld())
                .isFalse();
    }

    @Test
    void when_the_replacing_appointment_was_entered_in_error_the_old_one_runs_on() {
        var told = story.then(appointed("A", SRO, null, "2011-01-01"))
                .then(appointed("B", SRO, "A", "2012-01-01"))
                .retracted(2);

        assertThat(sro(told, "2012-01-01").appointment()).isEqualTo("A");
        assertThat(sro(told, "2012-01-01").isHeld()).isTrue();
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
                replaces,
                on(day));
    }

    static RoleAppointed vacant(String appointment, @Nullable String replaces, String day) {
        return new RoleAppointed(
                "PG-DRM", appointment, SRO, AppointmentKind.VACANT, null, null, null, null, replaces, on(day));
    }

    static AppointmentEnded ended(String appointment, String day) {
        return new AppointmentEnded("PG-DRM", appointment, "left", on(day));
    }
}
