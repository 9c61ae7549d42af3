package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.journey.Caller.Reply;

/** Who is refused is told with which facts the command collides, and on which days. */
class CollisionJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static long first;
    private static long second;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        sent("/registers", Bodies.register("ACME"));
        sent("/portfolios", Bodies.portfolio("PF", "ACME"));
        sent("/initiatives", Bodies.initiative("PG", "Homes", "PF"));
        first = sent("/initiatives/PG/appointments", Bodies.sro("SRO-1", "p-sro1", "2020-01-06"));
        second = sent("/initiatives/PG/appointments", replacing("SRO-1", "SRO-2", "p-sro2", "2020-06-01"));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void an_appointment_that_overlaps_names_the_one_that_holds_the_role_and_from_when() {
        Reply refused = appointed(Bodies.sro("SRO-3", "p-secretary", "2020-06-02"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("overlapping-appointment");
        assertThat(refused.json().get("rule").asInt()).isEqualTo(4);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/replaces");
        assertThat(collision(refused)).isEqualTo("""
                [{"rule":"overlapping-appointment","facts":[%s],"from":"2020-06-02"}]""".formatted(second));
    }

    @Test
    void one_that_is_back_dated_before_another_collides_from_where_that_one_begins() {
        Reply refused = appointed(Bodies.sro("SRO-3", "p-secretary", "2020-01-05"));
        assertThat(refused.problem()).isEqualTo("overlapping-appointment");
        assertThat(collision(refused)).isEqualTo("""
                [{"rule":"overlapping-appointment","facts":[%s],"from":"2020-01-06"}]""".formatted(first));
    }

    @Test
    void one_that_comes_between_two_without_saying_whom_it_replaces_collides_with_both() {
        Reply refused = appointed(Bodies.sro("SRO-3", "p-secretary", "2020-03-02"));
        assertThat(refused.problem()).isEqualTo("overlapping-appointment");
        assertThat(collision(refused)).isEqualTo("""
                [{"rule":"overlapping-appointment","facts":[%s],"from":"2020-03-02"},\
                {"rule":"overlapping-appointment","facts":[%s],"from":"2020-06-01"}]""".formatted(first, second));
    }

    private static String collision(Reply refused) {
        return refused.json().get("collidesWith").toString();
    }

    private static Reply appointed(String body) {
        return command.post("office", "/initiatives/PG/appointments", body);
    }

    private static String replacing(String old, String id, String person, String on) {
        return Bodies.sro(id, person, on)
                .replace("\"appointmentLetter\"", "\"replaces\": \"" + old + "\", \"appointmentLetter\"");
    }

    private static long sent(String path, String body) {
        Reply reply = command.post("office", path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.position();
    }
}
