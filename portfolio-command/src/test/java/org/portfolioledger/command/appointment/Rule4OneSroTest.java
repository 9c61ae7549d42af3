package org.portfolioledger.command.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.AppointmentFacts.ended;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.AppointmentFacts.sroReplacing;
import static org.portfolioledger.command.AppointmentFacts.vacancy;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Facts;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.PortfolioFacts;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.terms.TermsRule;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Role;

/** Rule 4: from opening to closure an initiative has at most one SRO at any effective moment. */
class Rule4OneSroTest {

    /** SRO-1 from February, replaced by SRO-2 in June, who is replaced by SRO-3 in October. */
    private final Given chain = Given.persons("p-a", "p-b", "p-c", "p-d")
            .facts(
                    initiative("PG", "2020-01-01"),
                    sro("PG", "SRO-1", "p-a", "2020-02-01"),
                    sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-06-01"),
                    sroReplacing("PG", "SRO-3", "p-c", "SRO-2", "2020-10-01"));

    private final Given one = Given.persons("p-a", "p-b")
            .facts(
                    initiative("PG", "2020-01-01"),
                    sro("PG", "SRO-1", "p-a", "2020-02-01"),
                    ended("PG", "SRO-1", "2020-06-01"));

    @Test
    void a_second_sro_begins_on_the_day_on_which_the_first_has_gone() {
        one.when(sro("PG", "SRO-2", "p-b", "2020-06-01")).isRecorded();
    }

    @Test
    void a_second_sro_one_day_earlier_overlaps() {
        one.when(sro("PG", "SRO-2", "p-b", "2020-05-31"))
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(2L)
                .at("/replaces")
                .entry("SRO-2", "SRO-1", "2020-05-31");
    }

    @Test
    void a_gap_may_arise_and_a_new_sro_begins_after_it() {
        one.and(sro("PG", "SRO-2", "p-b", "2020-06-03"));
        assertThat(holding(one, "2020-06-02")).isNotInstanceOf(Incumbent.class);
        assertThat(holding(one, "2020-06-03")).isInstanceOf(Incumbent.class);
    }

    @Test
    void an_overlap_in_the_future_is_refused_like_one_in_the_past() {
        chain.when(sro("PG", "SRO-4", "p-d", "2040-01-01"))
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(4L)
                .entry("SRO-3", "2040-01-01");
    }

    @Test
    void one_who_names_whom_they_replace_ends_the_old_and_begins_the_new_in_one_fact() {
        chain.and(sroReplacing("PG", "SRO-4", "p-d", "SRO-3", "2040-01-01"));
        assertThat(holding(chain, "2039-12-31").appointment()).isEqualTo("SRO-3");
        assertThat(holding(chain, "2040-01-01").appointment()).isEqualTo("SRO-4");
    }

    @Test
    void one_who_names_another_than_whom_they_displace_is_refused() {
        chain.when(sroReplacing("PG", "SRO-4", "p-d", "SRO-2", "2021-01-01")).refuses(AppointmentRule.REPLACES_NOBODY);
    }

    @Test
    void a_change_that_is_recorded_late_comes_between_two_who_knew_nothing_of_it() {
        chain.and(sroReplacing("PG", "SRO-1B", "p-d", "SRO-1", "2020-03-01"));
        chain.and(sroReplacing("PG", "SRO-1C", "p-d", "SRO-1B", "2020-04-01"));
        assertThat(holding(chain, "2020-02-29").appointment()).isEqualTo("SRO-1");
        assertThat(holding(chain, "2020-03-01").appointment()).isEqualTo("SRO-1B");
        assertThat(holding(chain, "2020-05-31").appointment()).isEqualTo("SRO-1C");
        assertThat(holding(chain, "2020-06-01").appointment()).isEqualTo("SRO-2");
    }

    @Test
    void who_was_replaced_by_another_is_not_replaced_once_more() {
        chain.and(sroReplacing("PG", "SRO-1B", "p-d", "SRO-1", "2020-03-01"));
        chain.when(sroReplacing("PG", "SRO-1C", "p-d", "SRO-1", "2020-04-01")).refuses(AppointmentRule.REPLACES_NOBODY);
    }

    @Test
    void back_dated_into_a_chain_without_saying_whom_one_overlaps_twice() {
        chain.when(sro("PG", "SRO-4", "p-d", "2020-04-01"))
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(2L, 3L);
    }

    @Test
    void back_dated_before_a_chain_one_overlaps_its_first() {
        chain.when(sro("PG", "SRO-0", "p-d", "2020-01-31"))
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(2L);
    }

    @Test
    void a_vacancy_while_one_holds_the_role_overlaps_unless_it_names_whom_it_replaces() {
        chain.when(vacancy("PG", "V-1", null, "2021-01-01"))
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(4L);
        chain.when(vacancy("PG", "V-1", "SRO-3", "2021-01-01")).isRecorded();
    }

    @Test
    void the_middle_of_a_chain_is_not_struck_since_the_neighbours_would_overlap() {
        chain.whenStruck(3)
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(2L, 4L)
                .entry("SRO-3", "SRO-1");
    }

    @Test
    void the_middle_of_a_chain_moves_up_to_the_next_and_no_further() {
        chain.whenReplaced(3, sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-09-30"))
                .isRecorded();
        chain.whenReplaced(3, sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-10-01"))
                .refuses(AppointmentRule.REPLACES_NOBODY)
                .entry("SRO-1", "2020-10-01");
        chain.whenReplaced(3, sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-10-02"))
                .refusesAll(AppointmentRule.OVERLAPPING_APPOINTMENT, AppointmentRule.REPLACES_NOBODY);
    }

    @Test
    void the_middle_of_a_chain_moves_down_to_the_one_before_and_no_further() {
        chain.whenReplaced(3, sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-02-02"))
                .isRecorded();
        chain.whenReplaced(3, sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-01-31"))
                .refusesAll(AppointmentRule.OVERLAPPING_APPOINTMENT, AppointmentRule.REPLACES_NOBODY);
    }

    @Test
    void the_middle_of_a_chain_corrected_to_replace_nobody_overlaps() {
        chain.whenReplaced(3, sro("PG", "SRO-2", "p-b", "2020-06-01"))
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(2L);
    }

    @Test
    void who_is_corrected_to_replace_another_is_not_displaced_by_that_one_on_the_same_day() {
        Given told = Given.persons("p-a", "p-b")
                .facts(
                        initiative("PG", "2020-01-01"),
                        vacancy("PG", "SRO-0", null, "2020-01-01"),
                        sro("PG", "SRO-1", "p-a", "2020-01-01"));
        told.and(told.whenStruck(3)).and(sroReplacing("PG", "SRO-2", "p-b", "SRO-0", "2020-01-03"));
        told.whenReplaced(4, sroReplacing("PG", "SRO-1", "p-a", "SRO-2", "2020-01-03"))
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(5L)
                .entry("SRO-2", "SRO-1");
    }

    @Test
    void a_gap_may_arise_by_a_correction() {
        one.and(sro("PG", "SRO-2", "p-b", "2020-06-01"));
        one.and(one.whenReplaced(3, ended("PG", "SRO-1", "2020-05-01")));
        assertThat(holding(one, "2020-05-31")).isNotInstanceOf(Incumbent.class);
    }

    @Test
    void an_ending_is_not_struck_or_put_off_while_the_next_sro_stands() {
        one.and(sro("PG", "SRO-2", "p-b", "2020-06-01"));
        one.whenStruck(3).refuses(AppointmentRule.OVERLAPPING_APPOINTMENT).against(2L, 4L);
        one.whenReplaced(3, ended("PG", "SRO-1", "2020-06-02"))
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(2L, 4L);
    }

    @Test
    void an_appointment_states_letter_expected_end_and_share_of_time() {
        var sro = sro("PG", "SRO-2", "p-b", "2020-07-01");
        for (String component : new String[] {"appointmentLetter", "expectedEnd", "timeCommitment"}) {
            one.when(with(sro, component, null))
                    .refuses(AppointmentRule.SRO_APPOINTMENT_INCOMPLETE)
                    .at("/" + component);
            one.when(on("2040-01-01", with(sro, component, null)))
                    .refusesAll(
                            component.equals("expectedEnd")
                                    ? new Rule[] {AppointmentRule.SRO_APPOINTMENT_INCOMPLETE}
                                    : new Rule[] {AppointmentRule.SRO_APPOINTMENT_INCOMPLETE, TermsRule.IMPOSSIBLE_TERM
                                    });
            one.when(with(with(sro, component, null), "kind", AppointmentKind.ACTING))
                    .refuses(AppointmentRule.SRO_APPOINTMENT_INCOMPLETE);
            one.when(with(with(sro, component, null), "role", Role.RISK_OWNER)).isRecorded();
        }
    }

    @Test
    void one_is_appointed_until_the_day_before_the_closure() {
        one.facts(closed("PG", "2021-01-01"));
        one.when(sro("PG", "SRO-2", "p-b", "2020-12-31")).isRecorded();
        one.when(sro("PG", "SRO-2", "p-b", "2021-01-01"))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .against(4L)
                .at("/effectiveOn")
                .entry("2021-01-01");
        one.when(sro("PG", "SRO-2", "p-b", "2040-01-01")).refuses(ReferenceRule.INITIATIVE_CLOSED);
        one.when(sro("PG", "SRO-2", "p-b", "2010-01-01"))
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(2L);
    }

    @Test
    void a_closure_that_was_entered_in_error_is_in_nobodys_way() {
        one.facts(closed("PG", "2021-01-01")).retracted(4);
        one.when(sro("PG", "SRO-2", "p-b", "2021-01-01")).isRecorded();
    }

    @Test
    void a_portfolio_has_no_sro() {
        one.facts(PortfolioFacts.portfolio("PF", "2020-01-01"))
                .when(sro("PF", "SRO-2", "p-b", "2020-12-31"))
                .refuses(ReferenceRule.NOT_FOUND)
                .entry("initiative PF");
    }

    private static Holding holding(Given given, String on) {
        return Objects.requireNonNull(given.history(Kinds.APPOINTMENTS, "PG")
                        .timeline()
                        .on(Facts.day(on))
                        .orElseThrow()
                        .roles()
                        .get(Role.SRO))
                .value();
    }
}
