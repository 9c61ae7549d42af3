package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.journey.EveryRead.Line;
import tools.jackson.databind.JsonNode;

/** What an answer may be used for later: to keep it, to ask again, to ask whether it still holds, to decide on it. */
class ConditionalReadsJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final Turns SOME = new Turns();
    private static final String FOR_EVER = "private, immutable, max-age=31536000";
    private static final String ASK_AGAIN = "private, no-cache";

    private static Caller command;
    private static Caller query;
    private static TravelledRegister register;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        query = HALVES.query();
        register = TravelledRegister.whole(command);
        assertThat(query.getAfter(register.last(), "/registers").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    static Stream<Line> lines() {
        return EveryRead.LINES.stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void only_an_answer_whose_whole_point_was_named_is_kept_for_ever(Line line) {
        for (String point : SOME.of(line.points())) {
            Caller.Reply named = get(line.asked(point));
            if (named.status() != 200) {
                assertThat(named.header("Cache-Control")).as(line.asked(point)).doesNotContain("immutable");
            } else if (line.takesKnownAt()) {
                boolean ofOneRegister =
                        !line.path().startsWith("/registers?") || line.path().contains("register=");
                assertThat(named.header("Cache-Control")).isEqualTo(ofOneRegister ? FOR_EVER : ASK_AGAIN);
            }
        }
        if (!line.takesKnownAt()) return;
        assertThat(get(line.path()).header("Cache-Control")).doesNotContain("immutable");
        if (!line.takesAsOf()) return;
        assertThat(get(line.asked("asOf=2020-09-01")).header("Cache-Control")).doesNotContain("immutable");
        assertThat(get(line.asked("knownAt=2021-03-01")).header("Cache-Control"))
                .doesNotContain("immutable");
    }

    @Test
    void an_answer_that_may_still_change_is_not_kept() {
        String migrating = "{\"id\": \"MIGRATING\", \"name\": \"Late Council\", \"effectiveOn\": \"2020-01-01\","
                + " \"knownAt\": \"2020-01-10\"}";
        long position = command.post("migrator", "/registers", migrating).position();
        String point = "?asOf=2020-09-01&knownAt=2020-10-01";

        Caller.Reply provisional = query.getAfter(position, "/registers/MIGRATING" + point);
        assertThat(provisional.json().path("provisional").asBoolean(false)).isTrue();
        assertThat(provisional.header("Cache-Control")).isEqualTo(ASK_AGAIN);
        assertThat(get("/registers/MIGRATING?asOf=2020-09-01&knownAt=position:" + position)
                        .header("Cache-Control"))
                .isEqualTo(FOR_EVER);
        assertThat(get("/initiatives" + point).header("Cache-Control"))
                .as("of all registers, those that do not exist yet included")
                .isEqualTo(ASK_AGAIN);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void who_holds_an_answer_is_told_that_it_still_holds(Line line) {
        if (!line.hasAPoint()) return;
        for (String question : SOME.of(line.questions(register))) {
            Caller.Reply first = get(question);
            if (first.status() != 200) continue;
            String tag = first.header("ETag");
            // A version does not tell whether what it rests on, or refers to, still stands.
            if (!tag.startsWith("\"d-") && (first.text().contains("\"restsOn\"") || refers(question))) continue;
            Caller.Reply again = query.get("reader", question, "If-None-Match", "\"other\", " + tag);
            assertThat(again.status()).as(question).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.text()).isEmpty();
            assertThat(query.get("reader", question, "If-None-Match", "\"other\"")
                            .text())
                    .isEqualTo(first.text());
        }
    }

    /** An entity that refers to others, and each part of it, shows what became of them. */
    private static boolean refers(String question) {
        return question.matches(
                "/(initiatives|boards|business-cases|dependencies|documents|actions|reviews|posts|meetings|equality-assessments"
                        + "|accounting-assessments|vacancy-requests|delivery-plans|external-requests|reporting-cycles|contracts"
                        + "|outside-decisions|workforce-controls|risks|benefits|measures|budgets|mappings|protective-markings)/[^?]+(\\?.*)?");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void the_point_that_an_answer_names_gives_the_same_bytes(Line line) {
        if (!line.hasAPoint()) return;
        for (String question : SOME.of(line.questions(register))) {
            Caller.Reply first = get(question);
            if (first.status() != 200) continue;
            assertThat(get(echoed(line, question, first.json())).text())
                    .as(question)
                    .isEqualTo(first.text());
        }
    }

    @Test
    void what_is_no_longer_so_is_answered_anew() {
        Caller.Reply before = get("/initiatives/PJ-U");
        long position = rename("PJ-U", "Highways", before.header("ETag")).position();
        Caller.Reply after = query.get(
                "reader",
                "/initiatives/PJ-U",
                "If-None-Match",
                before.header("ETag"),
                "Sync-Token",
                Long.toString(position),
                "Prefer",
                "wait=10");
        assertThat(after.status()).isEqualTo(200);
        assertThat(EveryRead.at(after.json(), "/name/value")).isEqualTo("Highways");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @Test
    void an_answer_whose_grounds_were_corrected_meanwhile_is_answered_anew() {
        String question = "/business-cases/BC-T";
        Caller.Reply before = get(question);
        assertThat(before.text()).contains("\"restsOn\"");
        long ground = before.json().findValue("restsOn").get(0).asLong();
        JsonNode fact = get("/facts/" + ground).json();
        boolean ofBoard = fact.at("/fact/stream").asString("").startsWith("board-");
        Caller.Reply corrected = command.post(ofBoard ? "secretary" : "office", "/corrections", """
                {"fact": %s, "reason": "Read again", "replacement": {"note": "Seen in the original"}}""".formatted(
                        fact.at("/inForce/position").asLong()));
        assertThat(corrected.status()).as(fact + corrected.text()).isEqualTo(201);
        Caller.Reply after = query.get(
                "reader",
                question,
                "If-None-Match",
                before.header("ETag"),
                "Sync-Token",
                Long.toString(corrected.position()),
                "Prefer",
                "wait=10");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text()).contains("\"restsOnCorrected\"");
    }

    @Test
    void the_tag_of_a_present_item_is_the_version_on_which_one_may_decide() {
        String tag = get("/initiatives/PG-T").header("ETag");
        assertThat(rename("PG-T", "Homes for all", tag).status()).isEqualTo(201);
        assertThat(rename("PG-T", "Homes for some", tag).problem()).isEqualTo("stale-version");
    }

    @Test
    void the_tag_of_a_present_list_that_one_stream_feeds_is_a_version_too_even_before_it_begins() {
        String appointments = "/initiatives/PJ-U/appointments";
        Caller.Reply before = get(appointments);
        assertThat(before.json().path("items")).isEmpty();
        assertThat(before.header("ETag")).isEqualTo("\"0\"");
        String body = """
                {"id": "PM-1", "role": "PROJECT_MANAGER", "kind": "VACANT"}""";
        assertThat(command.post("office", appointments, body, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(201);
        assertThat(command.post("office", appointments, body.replace("PM-1", "PM-2"), "If-Match", "\"0\"")
                        .problem())
                .isEqualTo("stale-version");
    }

    @Test
    void a_list_of_tags_is_met_by_any_of_them_in_one_line_or_several() {
        String tag = get("/initiatives/PJ-U").header("ETag");
        for (String other : List.of("\"98\", \"99\"", "W/" + tag + ", \"99\"", "\"a,b\",,\"99\""))
            assertThat(rename("PJ-U", "Nothing", other).problem()).as(other).isEqualTo("stale-version");
        Caller.Reply oneLine = rename("PJ-U", "One line", "\"99\" , " + tag + ",");
        assertThat(oneLine.status()).as(oneLine.text()).isEqualTo(201);
        String next = oneLine.header("ETag");
        assertThat(command.post(
                                "office",
                                "/initiatives/PJ-U/renames",
                                "{\"name\": \"Two lines\"}",
                                "If-Match",
                                "\"99\"",
                                "If-Match",
                                next)
                        .status())
                .isEqualTo(201);
        for (String wrong : List.of("\"1\" \"2\"", "1", "\"1\", *", "W/\"1\""))
            assertThat(rename("PJ-U", "Nothing", wrong).problem()).as(wrong).isEqualTo("malformed-request");
    }

    @Test
    void a_star_is_met_by_whatever_there_is() {
        Caller.Reply starred = rename("PJ-U", "Starred", "*");
        assertThat(starred.status()).as(starred.text()).isEqualTo(201);
        assertThat(command.post(
                                "office",
                                "/initiatives",
                                Bodies.initiative("PG-STAR", "Star", "PF-T", "TRAVEL"),
                                "If-Match",
                                "*")
                        .problem())
                .isEqualTo("stale-version");
        assertThat(query.get("reader", "/initiatives/PJ-U", "If-None-Match", "*")
                        .status())
                .isEqualTo(304);
        assertThat(query.get("reader", "/initiatives/PJ-NONE", "If-None-Match", "*")
                        .status())
                .isEqualTo(404);
        String tag = query.getAfter(starred.position(), "/initiatives/PJ-U").header("ETag");
        assertThat(query.get(
                                "reader",
                                "/initiatives/PJ-U",
                                "If-None-Match",
                                "\"x\"",
                                "If-None-Match",
                                "\"y\", W/" + tag)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void a_request_has_one_idempotency_key() {
        for (String path : List.of("/initiatives/PJ-U/renames", "/people")) {
            Caller.Reply refused = command.post(
                    "office", path, "{\"name\": \"Twice\"}", "Idempotency-Key", "k1", "Idempotency-Key", "k2");
            assertThat(refused.problem()).as(path).isEqualTo("malformed-request");
            assertThat(refused.json().at("/errors/0/parameter").asString()).isEqualTo("Idempotency-Key");
        }
    }

    @Test
    void the_tag_of_a_past_read_or_of_a_list_is_no_version() {
        for (String question : List.of(
                "/initiatives/PG-T?asOf=2020-09-01&knownAt=2020-10-01",
                "/initiatives",
                "/initiatives/PG-T/history",
                "/meetings/M-T/history")) {
            Caller.Reply refused = rename("PG-T", "Homes", get(question).header("ETag"));
            assertThat(refused.status()).as(question).isEqualTo(400);
            assertThat(refused.problem()).isEqualTo("malformed-request");
            assertThat(refused.json().at("/errors/0/parameter").asString()).isEqualTo("If-Match");
        }
    }

    /** The question with the point of its answer in place of its own. */
    private static String echoed(Line line, String question, JsonNode answer) {
        Map<String, String> parameters = Stream.of(
                        question.replaceFirst("^[^?]*\\??", "").split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.toMap(
                        parameter -> parameter.replaceFirst("=.*", ""),
                        parameter -> parameter.replaceFirst("[^=]*=", "")));
        if (line.takesAsOf()) parameters.put("asOf", answer.required("asOf").asString());
        if (line.takesKnownAt())
            parameters.put("knownAt", answer.required("knownAt").asString());
        for (String end : List.of("from", "to")) {
            if (line.takesKnownAt()) continue;
            parameters.put(
                    end,
                    answer.at("/" + end + "/asOf").asString() + "@"
                            + answer.at("/" + end + "/knownAt").asString());
        }
        return question.replaceFirst("\\?.*", "?")
                + (question.contains("?") ? "" : "?")
                + parameters.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("&"));
    }

    private static Caller.Reply rename(String initiative, String name, String ifMatch) {
        return command.post(
                "office",
                "/initiatives/" + initiative + "/renames",
                "{\"name\": \"" + name + "\"}",
                "If-Match",
                ifMatch);
    }

    private static Caller.Reply get(String path) {
        return query.get("reader", register.path(path));
    }
}
