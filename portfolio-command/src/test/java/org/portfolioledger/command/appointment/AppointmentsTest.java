package org.portfolioledger.command.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.AppointmentFacts.ended;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.AppointmentFacts.sroByPost;
import static org.portfolioledger.command.AppointmentFacts.sroReplacing;
import static org.portfolioledger.command.AppointmentFacts.vacancy;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.PostFacts.postClosed;
import static org.portfolioledger.command.Shape.with;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.terms.TermsRule;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.state.AppointmentsState.Ended;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Role;

class AppointmentsTest {

    private final Given given = Given.persons("p-a", "p-b", "p-c").facts(initiative("PG", "2020-01-01"));

    @Test
    void a_role_is_given_to_a_holder() {
        given.when(sro("PG", "SRO-1", "p-a", "2020-02-01"))
                .records(sro("PG", "SRO-1", "p-a", "2020-02-01"))
                .reads("initiative-PG");
    }

    @Test
    void a_role_is_given_from_a_day_to_come_or_from_one_before_the_opening() {
        given.when(sro("PG", "SRO-1", "p-a", "2040-02-01")).isRecorded();
        given.when(sro("PG", "SRO-1", "p-a", "2010-02-01")).isRecorded();
    }

    @Test
    void an_appointment_ends_after_the_day_on_which_it_began() {
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"));
        given.when(ended("PG", "SRO-1", "2020-02-01"))
                .refuses(AppointmentRule.APPOINTMENT_NEVER_HELD)
                .against(2L)
                .at("/effectiveOn")
                .entry("2020-02-01");
        given.when(ended("PG", "SRO-1", "2020-02-02")).isRecorded();
        given.whenStruck(2).isRecorded();
    }

    @Test
    void nobody_is_appointed_to_what_is_not_on_record() {
        given.when(sro("PG-9", "SRO-1", "p-a", "2020-02-01"))
                .refuses(ReferenceRule.NOT_FOUND)
                .entry("PG-9");
        given.retracted(1)
                .when(sro("PG", "SRO-1", "p-a", "2020-02-01"))
                .refuses(ReferenceRule.NOT_FOUND)
                .entry("PG");
    }

    @Test
    void a_holder_is_in_the_directory_or_a_post() {
        var appointment = sro("PG", "SRO-1", "p-a", "2020-02-01");
        given.when(with(appointment, "holder", new Holder(null, "Director of Housing")))
                .isRecorded();
        given.when(with(appointment, "holder", new Holder("p-nobody", null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/holder/person")
                .entry("p-nobody");
    }

    @Test
    void a_held_role_has_a_holder_and_a_vacant_one_has_none() {
        var appointment = sro("PG", "SRO-1", "p-a", "2020-02-01");
        given.when(with(appointment, "holder", null)).refuses(TermsRule.HOLDER_DOES_NOT_FIT);
        given.when(with(appointment, "holder", new Holder(null, null))).refuses(TermsRule.HOLDER_DOES_NOT_FIT);
        given.when(vacancy("PG", "V-1", null, "2020-02-01")).isRecorded();
        given.when(with(vacancy("PG", "V-1", null, "2020-02-01"), "holder", new Holder("p-a", null)))
                .refuses(TermsRule.HOLDER_DOES_NOT_FIT)
                .entry("VACANT");
        given.when(with(vacancy("PG", "V-1", null, "2020-02-01"), "appointmentLetter", "HO/14"))
                .refuses(TermsRule.HOLDER_DOES_NOT_FIT)
                .at("/appointmentLetter");
        given.when(with(vacancy("PG", "V-1", null, "2020-02-01"), "timeCommitment", 50))
                .refuses(TermsRule.HOLDER_DOES_NOT_FIT)
                .at("/timeCommitment");
    }

    @Test
    void a_role_is_held_by_a_post_that_exists_on_that_day_and_then_names_nobody_else() {
        given.facts(post("PO", "2020-01-01"), postClosed("PO", "2020-06-01"));
        var appointment = sroByPost("PG", "SRO-1", "PO", "2020-05-31");
        given.when(appointment).records(appointment).reads("initiative-PG", "post-PO");
        given.when(sroByPost("PG", "SRO-1", "PO", "2010-01-01")).isRecorded();
        for (String day : List.of("2020-06-01", "2040-01-01"))
            given.when(sroByPost("PG", "SRO-1", "PO", day))
                    .refuses(TermsRule.POST_IS_CLOSED)
                    .against(3L)
                    .at("/heldByPost");
        given.when(sroByPost("PG", "SRO-1", "NONE", "2020-02-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/heldByPost");
        given.when(with(appointment, "holder", new Holder("p-a", null)))
                .refuses(TermsRule.HOLDER_DOES_NOT_FIT)
                .at("/holder");
        given.when(with(vacancy("PG", "V-1", null, "2020-02-01"), "heldByPost", "PO"))
                .refuses(TermsRule.HOLDER_DOES_NOT_FIT)
                .at("/heldByPost");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void an_initiative_has_no_role_of_portfolios(Role role) {
        var then = given.when(with(sro("PG", "R-1", "p-a", "2020-02-01"), "role", role));
        if (role.isOfInitiative()) then.isRecorded();
        else then.refuses(TermsRule.ROLE_DOES_NOT_FIT).at("/role").entry(role.name());
    }

    @Test
    void what_the_holder_may_approve_alone_is_an_exact_amount() {
        var appointment = with(sro("PG", "SRO-1", "p-a", "2020-02-01"), "delegatedAuthority", "May change the scope");
        given.when(with(appointment, "delegatedLimit", limit("50000"))).isRecorded();
        assertThat(given.when(with(appointment, "delegatedLimit", limit("-0.01")))
                        .rules())
                .extracting(Rule::code)
                .containsExactly("amount-below-zero");
        for (String term : List.of("delegatedAuthority", "delegatedLimit"))
            given.when(with(
                            vacancy("PG", "V-1", null, "2020-02-01"),
                            term,
                            term.equals("delegatedLimit") ? limit("1") : "May change the scope"))
                    .refuses(TermsRule.HOLDER_DOES_NOT_FIT)
                    .at("/" + term);
    }

    private static Money limit(String amount) {
        return new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROVED);
    }

    @Test
    void an_appointment_is_expected_to_hold_for_a_day_at_least() {
        var appointment = sro("PG", "SRO-1", "p-a", "2020-02-01");
        given.when(with(appointment, "expectedEnd", day("2020-02-02"))).isRecorded();
        given.when(with(appointment, "expectedEnd", day("2020-02-01")))
                .refuses(TermsRule.IMPOSSIBLE_TERM)
                .at("/expectedEnd")
                .entry("2020-02-01");
    }

    @Test
    void a_share_of_time_is_from_1_to_100_percent() {
        var appointment = sro("PG", "SRO-1", "p-a", "2020-02-01");
        given.when(with(appointment, "timeCommitment", 1)).isRecorded();
        given.when(with(appointment, "timeCommitment", 100)).isRecorded();
        for (int share : new int[] {0, 101})
            given.when(with(appointment, "timeCommitment", share))
                    .refuses(TermsRule.IMPOSSIBLE_TIME_COMMITMENT)
                    .at("/timeCommitment")
                    .entry(share + " percent");
    }

    @Test
    void an_id_is_given_once() {
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"), ended("PG", "SRO-1", "2020-03-01"))
                .when(sro("PG", "SRO-1", "p-b", "2020-04-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(2L)
                .entry("SRO-1");
    }

    @Test
    void one_who_is_replaced_holds_the_role_on_that_day() {
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"));
        given.when(sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-02-02")).isRecorded();
        given.when(sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-01-31"))
                .refusesAll(AppointmentRule.REPLACES_NOBODY, AppointmentRule.OVERLAPPING_APPOINTMENT);
        given.when(sroReplacing("PG", "SRO-2", "p-b", "SRO-9", "2020-03-01"))
                .refusesAll(ReferenceRule.UNKNOWN_REFERENCE, AppointmentRule.OVERLAPPING_APPOINTMENT);
        given.when(with(sroReplacing("PG", "PM-1", "p-b", "SRO-1", "2020-03-01"), "role", Role.PROGRAMME_MANAGER))
                .refuses(AppointmentRule.REPLACES_NOBODY)
                .entry("PROGRAMME_MANAGER");
    }

    @Test
    void one_may_be_replaced_on_the_first_day_and_then_held_none() {
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"))
                .and(sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-02-01"));
        assertThat(holding("2020-02-01").appointment()).isEqualTo("SRO-2");
    }

    @Test
    void one_who_has_left_cannot_be_replaced() {
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"), ended("PG", "SRO-1", "2020-06-01"));
        given.when(sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-05-31"))
                .refuses(AppointmentRule.APPOINTMENT_NOT_RUNNING)
                .against(2L, 3L);
        given.when(sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-06-01")).refuses(AppointmentRule.REPLACES_NOBODY);
    }

    @Test
    void a_vacancy_is_replaced_like_a_holder_or_passes_in_silence() {
        given.facts(vacancy("PG", "V-1", null, "2020-02-01"));
        given.when(sroReplacing("PG", "SRO-1", "p-a", "V-1", "2020-03-01")).isRecorded();
        given.when(sro("PG", "SRO-1", "p-a", "2020-03-01")).isRecorded();
    }

    @Test
    void an_appointment_ends_on_a_day_on_which_it_runs() {
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"));
        given.when(ended("PG", "SRO-1", "2020-02-02")).records(ended("PG", "SRO-1", "2020-02-02"));
        given.when(ended("PG", "SRO-1", "2040-02-02")).isRecorded();
        given.when(ended("PG", "SRO-1", "2020-01-31"))
                .refuses(AppointmentRule.APPOINTMENT_NOT_RUNNING)
                .against(2L)
                .at("/effectiveOn")
                .entry("SRO-1", "2020-01-31");
        given.when(ended("PG", "SRO-9", "2020-02-02"))
                .refuses(ReferenceRule.NOT_FOUND)
                .entry("SRO-9");
    }

    @Test
    void an_appointment_ends_once() {
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"), ended("PG", "SRO-1", "2020-06-01"));
        given.when(ended("PG", "SRO-1", "2020-07-01"))
                .refuses(AppointmentRule.APPOINTMENT_NOT_RUNNING)
                .against(2L);
        given.when(ended("PG", "SRO-1", "2020-05-01"))
                .refuses(AppointmentRule.APPOINTMENT_NOT_RUNNING)
                .against(2L, 3L);
    }

    @Test
    void one_who_was_replaced_may_have_left_before_but_not_after() {
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"), sroReplacing("PG", "SRO-2", "p-b", "SRO-1", "2020-06-01"));
        given.when(ended("PG", "SRO-1", "2020-06-01"))
                .refuses(AppointmentRule.APPOINTMENT_NOT_RUNNING)
                .against(2L);
        given.and(ended("PG", "SRO-1", "2020-05-01"));
        assertThat(holding("2020-05-31")).isEqualTo(new Ended("SRO-1", null));
        assertThat(holding("2020-06-01").appointment()).isEqualTo("SRO-2");
    }

    @Test
    void an_appointment_is_not_moved_past_its_own_end() {
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"), ended("PG", "SRO-1", "2020-06-01"));
        given.whenReplaced(2, sro("PG", "SRO-1", "p-a", "2020-05-31")).isRecorded();
        given.whenReplaced(2, sro("PG", "SRO-1", "p-a", "2020-06-01"))
                .refuses(AppointmentRule.APPOINTMENT_NEVER_HELD)
                .against(3L);
        given.whenReplaced(2, sro("PG", "SRO-1", "p-a", "2020-06-02"))
                .refuses(AppointmentRule.APPOINTMENT_NOT_RUNNING)
                .against(3L);
    }

    @Test
    void a_struck_appointment_does_not_come_back_beside_one_that_took_its_id() {
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01"))
                .retracted(2)
                .facts(sro("PG", "SRO-1", "p-b", "2020-03-01"));
        given.whenStruck(3).refuses(ReferenceRule.ALREADY_EXISTS).against(2L, 4L);
    }

    @Test
    void an_appointment_that_was_entered_in_error_goes_whatever_became_of_it() {
        given.facts(
                sro("PG", "SRO-1", "p-a", "2020-02-01"),
                ended("PG", "SRO-1", "2020-03-01"),
                sro("PG", "SRO-2", "p-b", "2020-04-01"));
        given.whenStruck(2).isRecorded();
    }

    @Test
    void other_roles_run_beside_one_another() {
        var manager = with(sro("PG", "PM-1", "p-a", "2020-02-01"), "role", Role.PROGRAMME_MANAGER);
        given.facts(sro("PG", "SRO-1", "p-a", "2020-02-01")).when(manager).isRecorded();
        given.when(with(with(manager, "appointmentLetter", null), "kind", AppointmentKind.INTERIM))
                .isRecorded();
    }

    private Holding holding(String on) {
        return java.util.Objects.requireNonNull(given.history(Kinds.APPOINTMENTS, "PG")
                        .timeline()
                        .on(day(on))
                        .orElseThrow()
                        .roles()
                        .get(Role.SRO))
                .value();
    }
}
