package org.portfolioledger.command.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.portfolioledger.command.AppointmentFacts.ended;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.AppointmentFacts.vacancy;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.LedgerRule;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.StreamFact;
import org.portfolioledger.command.Then;
import org.portfolioledger.command.appointment.AppointmentCommand.TransferAppointment;
import org.portfolioledger.command.terms.TermsRule;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Holder;

/** A transfer ends an appointment in one initiative and begins one in another: two streams, one act. */
class TransferTest {

    private final Given given = Given.persons("p0", "p1")
            .facts(
                    initiative("PG", "2020-01-01"),
                    initiative("RD", "2020-01-01"),
                    sro("PG", "SRO-1", "p0", "2020-01-01"));

    @Test
    void one_appointment_ends_and_another_of_the_same_person_begins() {
        assertThat(given.when(transfer("2021-01-01")).facts())
                .extracting(StreamFact::stream, StreamFact::fact)
                .containsExactly(
                        tuple(
                                "appointments-PG",
                                with(
                                        with(ended("PG", "SRO-1", "2021-01-01"), "reason", "Moved"),
                                        "handoverNote",
                                        "HO/30")),
                        tuple(
                                "appointments-RD",
                                with(
                                        with(
                                                sro("RD", "SRO-9", "p0", "2021-01-01"),
                                                "holder",
                                                new Holder("p0", "Director of Roads")),
                                        "appointmentLetter",
                                        "RD/1")));
    }

    @Test
    void both_are_guarded_and_recorded_together() {
        given.when(transfer("2021-01-01")).reads("appointments-RD", "initiative-RD");
        given.and(given.when(transfer("2021-01-01")));
        assertThat(holding("PG", "2020-12-31")).isInstanceOf(Incumbent.class);
        assertThat(holding("PG", "2021-01-01")).isNotInstanceOf(Incumbent.class);
        assertThat(holding("RD", "2021-01-01")).isInstanceOf(Incumbent.class);
    }

    @Test
    void who_leaves_must_run_on_that_day() {
        given.when(transfer("2019-12-31")).refuses(AppointmentRule.APPOINTMENT_NOT_RUNNING);
        given.facts(ended("PG", "SRO-1", "2020-06-01"))
                .when(transfer("2021-01-01"))
                .refuses(AppointmentRule.APPOINTMENT_NOT_RUNNING);
    }

    @Test
    void who_is_not_on_record_is_not_transferred() {
        given.when(with(transfer("2021-01-01"), "appointment", "SRO-7")).refuses(ReferenceRule.NOT_FOUND);
    }

    @Test
    void a_vacancy_is_not_transferred() {
        given.facts(vacancy("PG", "V-1", "SRO-1", "2020-06-01"))
                .when(with(transfer("2021-01-01"), "appointment", "V-1"))
                .refuses(AppointmentRule.NOBODY_TO_TRANSFER);
    }

    @Test
    void the_other_initiative_is_open_on_that_day_and_another() {
        given.when(with(transfer("2021-01-01"), "to", "PX"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/to");
        given.facts(closed("RD", "2021-01-01"));
        given.when(transfer("2021-01-01"))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .at("/to")
                .against(4L);
        given.when(transfer("2020-12-31")).isRecorded();
        given.when(with(transfer("2020-12-31"), "to", "PG")).refuses(AppointmentRule.TRANSFER_TO_ITSELF);
    }

    @Test
    void whoever_holds_the_role_there_is_replaced_by_name_or_in_the_way() {
        given.facts(sro("RD", "SRO-5", "p1", "2020-01-01"));
        given.when(transfer("2021-01-01"))
                .refuses(AppointmentRule.OVERLAPPING_APPOINTMENT)
                .against(4L);
        given.when(with(transfer("2021-01-01"), "replaces", "SRO-5")).isRecorded();
        given.when(with(transfer("2021-01-01"), "replaces", "SRO-6"))
                .rules()
                .forEach(rule -> assertThat(List.of("UNKNOWN_REFERENCE", "OVERLAPPING_APPOINTMENT"))
                        .contains(rule.name()));
    }

    @Test
    void an_sro_is_appointed_there_with_letter_term_and_share() {
        given.when(with(transfer("2021-01-01"), "appointmentLetter", null))
                .refuses(AppointmentRule.SRO_APPOINTMENT_INCOMPLETE);
        given.when(with(transfer("2021-01-01"), "expectedEnd", day("2021-01-01")))
                .refuses(TermsRule.IMPOSSIBLE_TERM);
        given.when(with(transfer("2021-01-01"), "begins", "SRO-9")).isRecorded();
        given.facts(sro("RD", "SRO-9", "p1", "2020-01-01"), ended("RD", "SRO-9", "2020-02-01"))
                .when(transfer("2021-01-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void a_correction_of_either_fact_covers_both() {
        given.and(given.when(transfer("2021-01-01")));
        for (long position : List.of(4L, 5L)) {
            Then corrected = given.whenReplaced(position, transfer("2021-03-01"));
            assertThat(corrected.facts())
                    .extracting(StreamFact::stream)
                    .containsExactly("appointments-PG", "appointments-RD");
            assertThat(corrected.facts())
                    .extracting(fact -> ((Corrected) fact.fact()).fact())
                    .containsExactly(4L, 5L);
        }
        given.and(given.whenReplaced(5, transfer("2021-03-01")));
        assertThat(holding("PG", "2021-02-28")).isInstanceOf(Incumbent.class);
        assertThat(holding("RD", "2021-03-01")).isInstanceOf(Incumbent.class);
        assertThat(held("RD", "2021-02-28")).isEmpty();
    }

    @Test
    void a_retraction_of_either_fact_covers_both_and_so_does_its_own() {
        given.and(given.when(transfer("2021-01-01")));
        given.and(given.whenStruck(5));
        assertThat(holding("PG", "2021-01-01")).isInstanceOf(Incumbent.class);
        assertThat(held("RD", "2021-01-01")).isEmpty();
        given.and(given.whenStruck(6));
        assertThat(holding("PG", "2021-01-01")).isNotInstanceOf(Incumbent.class);
        assertThat(holding("RD", "2021-01-01")).isInstanceOf(Incumbent.class);
    }

    @Test
    void a_correction_that_one_of_the_streams_cannot_take_is_refused_whole() {
        given.and(given.when(transfer("2021-01-01"))).facts(ended("RD", "SRO-9", "2021-06-01"));
        given.whenReplaced(4, transfer("2021-07-01")).refuses(AppointmentRule.APPOINTMENT_NOT_RUNNING);
    }

    @Test
    void a_correction_leads_to_no_other_initiative() {
        given.facts(initiative("PX", "2020-01-01"));
        given.and(given.when(transfer("2021-01-01")));
        given.whenReplaced(5, with(transfer("2021-01-01"), "to", "PX"))
                .refuses(LedgerRule.CORRECTS_ANOTHER_ENTITY)
                .entry("appointments-RD");
    }

    @Test
    void the_same_transfer_again_finds_its_id_taken() {
        given.and(given.when(transfer("2021-01-01")));
        given.when(transfer("2021-01-01"))
                .refusesAll(ReferenceRule.ALREADY_EXISTS, AppointmentRule.APPOINTMENT_NOT_RUNNING);
    }

    private static TransferAppointment transfer(String day) {
        return new TransferAppointment(
                "PG",
                "SRO-1",
                "SRO-9",
                "RD",
                null,
                AppointmentKind.SUBSTANTIVE,
                "Director of Roads",
                "RD/1",
                day(day).plusYears(2),
                50,
                null,
                null,
                null,
                "Moved",
                "HO/30",
                on(day));
    }

    private List<Grounded<Holding>> held(String initiative, String day) {
        return given.history(Kinds.APPOINTMENTS, initiative).timeline().on(day(day)).stream()
                .flatMap(state -> state.roles().values().stream())
                .toList();
    }

    private Holding holding(String initiative, String day) {
        return held(initiative, day).getFirst().value();
    }
}
