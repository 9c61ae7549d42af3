package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.people.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Names of people are in the directory and nowhere else, so that a person can be erased without touching a fact. */
class NamesJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static long last;

    /** Parts of the names and contacts of those who own, submit, decide and agree. */
    private static final List<String> TELLING = List.of(
            "Wilhelmina", "Featherstonehaugh", "wf@council.example", "Bartholomew", "Cholmondeley", "07700 900123");

    @BeforeAll
    static void settle() {
        command = HALVES.command();
        query = HALVES.query();
        JdbcClient.create(HALVES.database().owner()).sql("""
                        with changes as (
                            delete from directory.change where person in ('p-sro1', 'p-secretary') returning person)
                        delete from directory.person where id in (select person from changes)""").update();
        for (String person : List.of(
                "{\"id\": \"p-sro1\", \"name\": \"Wilhelmina Featherstonehaugh\", \"contact\": \"wf@council.example\"}",
                "{\"id\": \"p-secretary\", \"name\": \"Bartholomew Cholmondeley\", \"contact\": \"07700 900123\"}"))
            assertThat(command.post("office", "/people", person).status()).isEqualTo(201);
        last = Council.settle(command);
        MetRegister met = MetRegister.load(HALVES);
        assertThat(query.getAfter(met.last(), "/initiatives").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void all_that_a_person_cannot_have_is_told_at_once() {
        Caller.Reply nothing = command.post("office", "/people", "{}");
        assertThat(nothing.problem()).isEqualTo("malformed-request");
        assertThat(nothing.json().at("/errors/0/pointer").asString()).isEqualTo("/name");
        assertThat(nothing.json().at("/errors/0/detail").asString()).isEqualTo("is missing");
        Caller.Reply wrong = command.post(
                "office",
                "/people",
                "{\"id\": \"..\", \"name\": \"%1$s\", \"contact\": \"%1$s\"}".formatted("x".repeat(501)));
        assertThat(wrong.problem()).isEqualTo("malformed-request");
        assertThat(wrong.json().path("errors").findValuesAsString("pointer"))
                .containsExactly("/id", "/name", "/contact");
        assertThat(wrong.text()).contains("has 501 characters, and may have 500");
    }

    @Test
    void no_fact_and_no_row_holds_a_name_or_a_contact() {
        List<String> kept = Stream.of(
                        "select concat_ws('|', e::text, convert_from(payload, 'UTF8'), convert_from(metadata, 'UTF8'),"
                                + " convert_from(basis, 'UTF8')) from ledger.event e",
                        "select c::text from ledger.command c",
                        "select r::text from ledger.register r",
                        "select r::text from query.row r")
                .flatMap(sql -> JdbcClient.create(HALVES.database().owner()).sql(sql).query(String.class).stream())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
        assertThat(kept).hasSizeGreaterThan(50).anyMatch(text -> text.contains("p-sro1"));
        for (String telling : TELLING)
            assertThat(kept).noneMatch(text -> text.contains(telling.toLowerCase(Locale.ROOT)));
        for (Pattern name : surnames()) assertThat(kept).noneMatch(name.asPredicate());
    }

    /** Of the people of the Met's papers. */
    private static List<Pattern> surnames() {
        List<String> names = JdbcClient.create(HALVES.database().owner())
                .sql("select name from directory.person where id like 'p-mps%'")
                .query(String.class)
                .list();
        assertThat(names).isNotEmpty();
        return names.stream()
                .map(name -> name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
                .map(surname -> Pattern.compile("\\b" + surname + "\\b"))
                .toList();
    }

    @Test
    void who_is_erased_is_erased_and_every_other_answer_stays_byte_for_byte() {
        Map<String, String> before = answers();
        assertThat(query.get("reader", "/people/p-sro1").text()).contains("Wilhelmina Featherstonehaugh");
        Directory.Person bystander =
                new Directory(HALVES.database().owner()).find("p-secretary").orElseThrow();

        assertThat(command.post("office", "/people/p-sro1/erasures", "").status())
                .isEqualTo(200);

        JsonNode erased = query.get("reader", "/people/p-sro1").json();
        assertThat(erased.propertyNames()).containsExactly("id", "erased", "changes");
        assertThat(erased.path("changes")
                        .valueStream()
                        .map(change -> change.path("what").asString() + " by "
                                + change.path("actor").asString()))
                .containsExactly("ADDED by p-office", "ERASED by p-office");
        String everybody = query.get("reader", "/people").text();
        assertThat(everybody).contains(String.valueOf(bystander.name()));
        TELLING.subList(0, 3).forEach(telling -> assertThat(everybody).doesNotContain(telling));
        assertThat(answers()).isEqualTo(before).hasSizeGreaterThan(25);
    }

    @Test
    void the_same_key_puts_a_person_in_once_and_names_whoever_has_no_id() {
        String person = "{\"name\": \"Zebulon Quartermain\"}";
        Caller.Reply first = command.post("office", "/people", person, "Idempotency-Key", "person-1");
        Caller.Reply again = command.post("office", "/people", person, "Idempotency-Key", "person-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("id").asString("")).matches("[0-9a-f-]{36}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(command.post("office", "/people", "{\"name\": \"Another\"}", "Idempotency-Key", "person-1")
                        .problem())
                .isEqualTo("key-reused");
    }

    @Test
    void only_the_portfolio_office_erases_and_nobody_who_is_unknown() {
        assertThat(command.post("sro1", "/people/p-secretary/erasures", "").problem())
                .isEqualTo("not-allowed");
        assertThat(command.post("office", "/people/nobody/erasures", "").problem())
                .isEqualTo("not-found");
        assertThat(query.get("reader", "/people/p-secretary").text()).contains("Cholmondeley");
    }

    @Test
    void an_id_that_nobody_had_is_found_in_any_case_once_somebody_has_it() {
        assertThat(command.post("office", "/people/P-LATE/erasures", "").problem())
                .isEqualTo("not-found");
        assertThat(command.post("office", "/people", "{\"id\": \"p-late\", \"name\": \"Alex Moore\"}")
                        .status())
                .isEqualTo(201);
        for (int n = 0; n < 2; n++)
            assertThat(command.post("office", "/people/P-LATE/erasures", "")
                            .json()
                            .at("/id")
                            .asString())
                    .isEqualTo("p-late");
    }

    /** Of every documented read but those of people, at one point and, where the path takes one, as of one day. */
    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (ApiDocument.Operation get : ApiDocument.of(query).all("GET")) {
            // A verification is work of one process, and answers at no time point.
            if (get.path().startsWith("/people") || get.path().startsWith("/audit/row-verifications")) continue;
            // Who asked what grows with each question.
            if (get.path().startsWith("/access-audit")) continue;
            String asOf = get.parameters().contains("asOf") ? "&asOf=2026-10-01" : "";
            String joined = get.question().contains("?") ? "&" : "?";
            String point = get.parameters().contains("knownAt") ? joined + "knownAt=position:" + last + asOf : "";
            Caller.Reply reply = query.get("reader", get.question() + point);
            assertThat(reply.status()).as("%s %s", get.concrete(), reply.text()).isEqualTo(200);
            answers.put(get.concrete(), reply.text());
        }
        return answers;
    }
}
