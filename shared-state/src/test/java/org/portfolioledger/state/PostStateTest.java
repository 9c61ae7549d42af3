package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.events.PostFact.PostVacated;
import org.portfolioledger.state.PostState.PostHolder;
import org.portfolioledger.state.PostState.PostRole;
import org.portfolioledger.vocabulary.Role;

class PostStateTest {

    @Test
    void whoever_takes_a_post_takes_the_place_of_who_held_it() {
        var told = established()
                .then(filled("PN-1", AppointmentKind.SUBSTANTIVE, null, "2011-01-02"))
                .then(filled("PN-2", AppointmentKind.ACTING, "2012-09-01", "2012-06-01"));

        assertThat(told.state("2011-01-01").holder()).isNull();
        assertThat(person(told, "2012-05-31")).isEqualTo("PN-1");
        assertThat(person(told, "2012-06-01")).isEqualTo("PN-2");
    }

    @Test
    void who_left_it_holds_it_no_more_until_somebody_takes_it() {
        var told = established()
                .then(filled("PN-1", AppointmentKind.SUBSTANTIVE, null, "2011-01-02"))
                .then(vacated("2012-01-01"))
                .then(filled("PN-2", AppointmentKind.SUBSTANTIVE, null, "2012-02-01"));

        assertThat(told.state("2012-01-01").holder()).isNull();
        assertThat(Objects.requireNonNull(told.state("2012-01-01").vacancy())
                        .value()
                        .handoverNote())
                .isEqualTo("HN/2012/1");
        assertThat(told.state("2012-02-01").vacancy()).isNull();
        assertThat(person(told, "2012-02-01")).isEqualTo("PN-2");
    }

    @Test
    void nobody_holds_a_post_that_is_closed() {
        var told = established()
                .then(filled("PN-1", AppointmentKind.SUBSTANTIVE, null, "2011-01-02"))
                .then(new PostClosed("PO", "merged", "PO-2", on("2013-01-01")));

        assertThat(told.state("2012-12-31").isOpen()).isTrue();
        assertThat(told.state("2013-01-01").isOpen()).isFalse();
        assertThat(told.state("2013-01-01").holder()).isNull();
        assertThat(told.state("2013-01-01").references())
                .extracting(Referring.Reference::stream)
                .containsExactly("portfolio-PF", "post-PO-2");
    }

    @Test
    void a_post_held_for_the_time_being_is_over_from_its_expected_end_on() {
        var holder = Objects.requireNonNull(established()
                .then(filled("PN-1", AppointmentKind.INTERIM, "2011-06-01", "2011-01-02"))
                .state("2011-01-02")
                .holder());

        assertThat(holder.value().alerts(LocalDate.parse("2011-05-31"))).isEmpty();
        assertThat(holder.value().alerts(LocalDate.parse("2011-06-01"))).containsExactly(Alert.ACTING_BEYOND_TERM);
    }

    @Test
    void who_took_it_before_it_was_established_stays_its_holder() {
        var told = Story.<PostFact, PostState>of(Kinds.POST)
                .then(new PostEstablished("PO", "MPS", "Director", null, null, new TreeMap<>(), on("2011-06-01")))
                .then(filled("PN-1", AppointmentKind.SUBSTANTIVE, null, "2011-01-02"));

        assertThat(person(told, "2011-06-01")).isEqualTo("PN-1");
        assertThat(told.state("2011-06-01").role()).isNull();
        assertThat(Objects.requireNonNull(established().state("2011-01-01").role())
                        .value())
                .isEqualTo(new PostRole(Role.PORTFOLIO_DIRECTOR, "PF"));
    }

    private static String person(Story<PostFact, PostState> told, String day) {
        PostHolder holder = Objects.requireNonNull(told.state(day).holder()).value();
        return holder.person();
    }

    static Story<PostFact, PostState> established() {
        return Story.<PostFact, PostState>of(Kinds.POST)
                .then(new PostEstablished(
                        "PO",
                        "MPS",
                        "Director of Resources",
                        "PF",
                        Role.PORTFOLIO_DIRECTOR,
                        new TreeMap<>(),
                        on("2011-01-01")));
    }

    static PostFilled filled(String person, AppointmentKind kind, @Nullable String expectedEnd, String day) {
        return new PostFilled(
                "PO",
                person,
                kind,
                "HR/1",
                expectedEnd == null ? null : LocalDate.parse(expectedEnd),
                50,
                null,
                null,
                null,
                on(day));
    }

    static PostVacated vacated(String day) {
        return new PostVacated("PO", "left", "HN/2012/1", on(day));
    }
}
