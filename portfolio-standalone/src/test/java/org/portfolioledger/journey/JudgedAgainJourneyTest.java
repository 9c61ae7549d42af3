package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What becomes known later against a decision of a board is taken, although nothing was on record before, and shown on the
 * decision. All were made on 6 February 2020.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class JudgedAgainJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String BY_SRO = "DECIDED_BY_SRO";
    private static final String INTEREST = "DECIDED_DESPITE_INTEREST";
    private static final String ABSENT = "DECIDED_WITHOUT_ATTENDING";
    private static final String PAPER = "DECIDED_ON_REPLACED_PAPER";
    private static final List<String> ALL = List.of(BY_SRO, INTEREST, ABSENT, PAPER);
    private static Caller command;
    private static Caller query;
    private static long last;
    private static int hashes;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        query = HALVES.query();
        office("/registers", Bodies.register("ACME"));
        office("/portfolios", Bodies.portfolio("PF", "ACME"));
        office("/portfolios/PF/rating-schemes", Bodies.scheme());
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    /**
     * What was decided of an initiative, in a meeting or in writing.
     *
     * @param decision position of the fact
     */
    private record Decided(String name, String paper, long decision) {

        String initiative() {
            return "PG-" + name;
        }

        String meeting() {
            return "/meetings/M-" + name;
        }
    }

    @Test
    void who_is_known_later_to_have_been_the_sro_alerts_on_what_they_decided() {
        Decided decided = onCase("SRO", false);
        long before = last;
        appoint(decided, "LATE", "2020-02-07");
        assertUnharmed(decided, last);
        retract(last);
        appoint(decided, "SRO", "2020-02-06");
        long appointed = last;
        assertContradicted(decided, BY_SRO, appointed);
        assertUnharmed(decided, before);
        assertUnharmed(decided, appointed - 1);
        office("/initiatives/PG-SRO/appointments/SRO/endings", """
                {"reason": "Left", "effectiveOn": "2020-02-07"}""");
        assertThat(alerts(decided, last)).as("the day after").contains(BY_SRO);
        retract(last);
        retract(appointed);
        assertUnharmed(decided, last);
        assertThat(alerts(decided, appointed)).as("as known then").contains(BY_SRO);
    }

    @Test
    void who_is_known_later_to_have_held_the_post_of_the_sro_alerts_on_what_they_decided() {
        Decided decided = onCase("POST", false);
        office("/posts", """
                {"id": "PO-1", "register": "ACME", "title": "Director of Homes", "effectiveOn": "2020-01-06"}""");
        office("/initiatives/PG-POST/appointments", """
                {"id": "SRO", "role": "SRO", "kind": "SUBSTANTIVE", "heldByPost": "PO-1", "appointmentLetter": "L/1",
                 "expectedEnd": "2030-01-01", "timeCommitment": 50, "effectiveOn": "2020-01-06"}""");
        long appointed = last;
        assertUnharmed(decided, last);
        fill("2020-02-07");
        assertUnharmed(decided, last);
        retract(last);
        fill("2020-02-06");
        assertContradicted(decided, BY_SRO, appointed, last);
        retract(last);
        assertUnharmed(decided, last);
    }

    @Test
    void an_interest_that_becomes_known_later_alerts_on_what_its_holder_decided() {
        Decided decided = onCase("INTEREST", true);
        long before = last;
        interest(decided, "p-assurance", "1", "2020-02-06");
        interest(decided, "p-secretary", "2", "2020-02-06");
        interest(decided, "p-secretary", "1", "2020-02-07");
        assertUnharmed(decided, last);
        interest(decided, "p-secretary", "1", "2020-02-06");
        assertContradicted(decided, INTEREST, last);
        assertUnharmed(decided, before);
        retract(last);
        assertUnharmed(decided, last);
        interest(decided, "p-secretary", null, "2020-02-06");
        assertContradicted(decided, INTEREST, last);
    }

    @Test
    void a_list_of_those_present_that_leaves_out_who_decided_alerts_on_the_decision() {
        Decided decided = onCase("ABSENT", true);
        present(decided, "\"p-secretary\", \"p-assurance\", \"p-sro2\"");
        assertUnharmed(decided, last);
        retract(last);
        long before = last;
        present(decided, "\"p-reader\", \"p-assurance\", \"p-sro2\"");
        long held = last;
        assertContradicted(decided, ABSENT, held);
        assertUnharmed(decided, before);
        retract(held);
        assertUnharmed(decided, last);
    }

    @Test
    void a_paper_that_was_replaced_in_the_meeting_before_alerts_on_the_decision() {
        Decided decided = onCase("PAPER", true);
        long before = last;
        replace(decided, "2020-02-07");
        assertUnharmed(decided, last);
        retract(last);
        replace(decided, "2020-02-06");
        assertContradicted(decided, PAPER, last);
        assertUnharmed(decided, before);
        retract(last);
        assertUnharmed(decided, last);
    }

    @Test
    void a_document_of_which_a_later_version_is_known_to_have_been_there_alerts_on_the_decision() {
        Decided decided = onCase("DOCUMENT", false);
        office("/documents", """
                {"id": "DOC", "register": "ACME", "kind": "REPORT", "title": "Case", "sha256": "%s",
                 "effectiveOn": "2020-01-06"}""".formatted(decided.paper()));
        assertUnharmed(decided, last);
        version("2020-02-07");
        assertUnharmed(decided, last);
        retract(last);
        version("2020-02-06");
        long replaced = last;
        assertContradicted(decided, PAPER, replaced);
        retract(replaced);
        assertUnharmed(decided, last);
    }

    @Test
    void a_withdrawal_is_no_decision_and_what_is_deferred_is_one() {
        Decided withdrawn = onCase("WITHDRAWN", false, "\"WITHDRAWN\"");
        appoint(withdrawn, "SRO", "2020-02-01");
        assertUnharmed(withdrawn, last);
        Decided deferred = onCase("DEFERRED", false, "\"DEFERRED\", \"deferredUntil\": \"2020-04-01\"");
        appoint(deferred, "SRO", "2020-02-01");
        assertContradicted(deferred, BY_SRO, last);
    }

    @Test
    void who_waived_the_stage_before_is_held_against_the_sro_too() {
        board("WAIVED");
        initiative("WAIVED");
        String paper = put("WAIVED", "OBC");
        long decision = secretary("/business-cases/BC-WAIVED/decisions", """
                {"board": "BD-WAIVED", "version": 1, "outcome": "APPROVED", "manner": "BY_WRITTEN_PROCEDURE", "attendance": 4,
                 "papers": [{"sha256": "%s", "title": "Version 1"}], "decidedBy": ["p-secretary"],
                 "waiver": {"waivedBy": "p-assurance", "reason": "Small"}, "effectiveOn": "2020-02-06"}""".formatted(paper));
        Decided decided = new Decided("WAIVED", paper, decision);
        office("/initiatives/PG-WAIVED/appointments", Bodies.sro("SRO", "p-assurance", "2020-02-06"));
        assertContradicted(decided, BY_SRO, last);
    }

    @Test
    void a_decision_beside_cases_and_one_on_a_post_are_judged_again_as_well() {
        board("BESIDE");
        initiative("BESIDE");
        call("BESIDE", "");
        long beside = secretary("/boards/BD-BESIDE/decisions", """
                {"id": "D-1", "matter": "POLICY", "subject": "Later start", "initiative": "PG-BESIDE", "outcome": "APPROVED",
                 "meeting": "M-BESIDE", "item": "2", "attendance": 3, "decidedBy": ["p-secretary"],
                 "papers": [{"sha256": "%s", "title": "Start"}], "effectiveOn": "2020-02-06"}""".formatted(hash()));
        office("/vacancy-requests", """
                {"id": "VAC", "register": "ACME", "post": "Planner", "tenure": "PERMANENT", "funding": "Budget",
                 "requestedBy": {"person": "p-sro1"}, "board": "BD-BESIDE", "initiative": "PG-BESIDE", "effectiveOn": "2020-02-01"}""");
        for (String check : List.of("FUNDING", "DISPLACED_STAFF"))
            office("/vacancy-requests/VAC/checks", """
                    {"check": "%s", "met": true, "effectiveOn": "2020-02-02"}""".formatted(check));
        long onPost = secretary("/vacancy-requests/VAC/decisions", """
                {"outcome": "AUTHORISED", "board": "BD-BESIDE", "meeting": "M-BESIDE", "item": "3", "attendance": 3,
                 "decidedBy": ["p-secretary"], "effectiveOn": "2020-02-06"}""");
        List<String> besides = List.of("/boards/BD-BESIDE/decisions/D-1", "/boards/BD-BESIDE", "/decisions/" + beside);
        List<String> posts = List.of("/vacancy-requests/VAC", "/decisions/" + onPost);
        Map<String, String> held = tags("/boards/BD-BESIDE/decisions/D-1", "/vacancy-requests/VAC");
        Decided decided = new Decided("BESIDE", "", beside);
        interest(decided, "p-secretary", "2", "2020-02-06");
        for (String path : besides) assertThat(shown(path, last)).as(path).contains(INTEREST);
        for (String path : posts) assertThat(shown(path, last)).as(path).doesNotContain(INTEREST);
        interest(decided, "p-secretary", "3", "2020-02-06");
        for (String path : posts) assertThat(shown(path, last)).as(path).contains(INTEREST);
        assertAnsweredAnew(held, INTEREST);
        appoint(decided, "SRO", "2020-02-06");
        for (String path : besides) assertThat(shown(path, last)).as(path).contains(BY_SRO);
        for (String path : posts) assertThat(shown(path, last)).as(path).contains(BY_SRO);
        assertThat(shown("/initiatives/PG-BESIDE", last)).contains(INTEREST, BY_SRO);
        assertThat(shown("/portfolios/PF/status", last)).contains(INTEREST, BY_SRO);
    }

    @Test
    void the_alert_is_wherever_the_decision_is() {
        Decided decided = onCase("SHOWN", true);
        List<String> paths = List.of(
                "/business-cases/BC-SHOWN",
                "/business-cases/BC-SHOWN/decisions",
                "/business-cases/BC-SHOWN/decisions/" + decided.decision(),
                "/boards/BD-SHOWN/decisions",
                "/decisions/" + decided.decision(),
                "/initiatives/PG-SHOWN",
                "/initiatives?name=SHOWN",
                "/business-cases?initiative=PG-SHOWN",
                "/boards/BD-SHOWN/pack?asOf=2020-02-06");
        interest(decided, "p-secretary", "1", "2020-02-06");
        for (String path : paths) {
            assertThat(shown(path, last - 1)).as(path).doesNotContain(INTEREST);
            assertThat(shown(path, last)).as(path).contains(INTEREST);
        }
        assertThat(shown("/initiatives/PG-SHOWN?asOf=2020-02-05", last)).doesNotContain(INTEREST);
        assertThat(shown("/initiatives/PG-SHOWN/timeline?kind=business-case", last))
                .contains("contradictedBy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-secretary", "p-assurance"})
    void what_is_on_record_when_a_board_decides_is_refused_as_it_is_alerted_later(String decider) {
        String name = "BEFORE-" + decider.substring(2).toUpperCase(Locale.ROOT);
        board(name);
        initiative(name);
        String paper = put(name, "SOC");
        call(name, paper);
        Decided decided = new Decided(name, paper, 0);
        appoint(decided, "SRO", "2020-02-06");
        interest(decided, "p-assurance", "1", "2020-02-06");
        replace(decided, "2020-02-06");
        present(decided, "\"p-reader\", \"p-sro2\", \"p-migrator\"");
        Caller.Reply refused = command.post(
                "secretary",
                "/business-cases/BC-%s/decisions".formatted(name),
                decision(name, true, "\"APPROVED\"", paper)
                        .replace("[\"p-secretary\"]", "[\"%s\"]".formatted(decider)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("self-approval", "not-present", "superseded-paper")
                .contains(decider.equals("p-assurance") ? "interest-declared" : "is the SRO");
    }

    @Test
    void who_holds_an_answer_is_told_what_became_known_since() {
        Decided decided = onCase("HELD", true);
        Map<String, String> held = tags(
                "/business-cases/BC-HELD",
                "/business-cases/BC-HELD/decisions",
                "/business-cases/BC-HELD/decisions/" + decided.decision(),
                "/business-cases?initiative=PG-HELD",
                "/boards/BD-HELD/decisions",
                "/decisions/" + decided.decision(),
                "/initiatives/PG-HELD",
                "/portfolios/PF/status");
        interest(decided, "p-secretary", "1", "2020-02-06");
        assertAnsweredAnew(held, INTEREST);
        Map<String, String> again = tags("/business-cases/BC-HELD", "/boards/BD-HELD/decisions");
        appoint(decided, "SRO", "2020-02-06");
        assertAnsweredAnew(again, BY_SRO);
    }

    private static Map<String, String> tags(String... paths) {
        Map<String, String> tags = new TreeMap<>();
        for (String path : paths) {
            Caller.Reply reply = query.getAfter(last, path);
            assertThat(reply.status()).as(path).isEqualTo(200);
            tags.put(path, reply.header("ETag"));
        }
        return tags;
    }

    private static void assertAnsweredAnew(Map<String, String> tags, String alert) {
        tags.forEach((path, tag) -> {
            Caller.Reply reply = query.get(
                    "reader", path, "If-None-Match", tag, "Sync-Token", Long.toString(last), "Prefer", "wait=10");
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(reply.text()).as(path).contains(alert);
        });
    }

    /** That all places which show the decision have the alert, and it alone, and name the facts. */
    private static void assertContradicted(Decided decided, String alert, long... facts) {
        JsonNode shown = item(decided, last);
        assertThat(texts(shown.get("alerts"))).contains(alert);
        assertThat(shown.get("contradictedBy").valueStream().map(JsonNode::asLong))
                .containsExactly(Arrays.stream(facts).boxed().toArray(Long[]::new));
        for (String other : ALL)
            if (!other.equals(alert)) assertThat(texts(shown.get("alerts"))).doesNotContain(other);
    }

    private static void assertUnharmed(Decided decided, long knownAt) {
        JsonNode shown = item(decided, knownAt);
        assertThat(texts(shown.get("alerts"))).doesNotContainAnyElementsOf(ALL);
        assertThat(shown.has("contradictedBy")).isFalse();
    }

    private static List<String> alerts(Decided decided, long knownAt) {
        return texts(item(decided, knownAt).get("alerts"));
    }

    private static JsonNode item(Decided decided, long knownAt) {
        Caller.Reply reply = query.getAfter(
                last,
                "/business-cases/BC-%s/decisions?asOf=2020-12-31&knownAt=position:%s"
                        .formatted(decided.name(), knownAt));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().required("items").get(0);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** An answer as of the end of the year, or of the day that the question names. */
    private static String shown(String path, long knownAt) {
        String point = (path.contains("?") ? "&" : "?") + "knownAt=position:" + knownAt;
        boolean ofItself = path.contains("asOf=") || path.startsWith("/decisions/") || path.contains("/timeline");
        Caller.Reply reply = query.getAfter(last, path + point + (ofItself ? "" : "&asOf=2020-12-31"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.text();
    }

    private static Decided onCase(String name, boolean inMeeting) {
        return onCase(name, inMeeting, "\"APPROVED\"");
    }

    private static Decided onCase(String name, boolean inMeeting, String outcome) {
        board(name);
        initiative(name);
        String paper = put(name, "SOC");
        if (inMeeting) call(name, paper);
        long decision =
                secretary("/business-cases/BC-%s/decisions".formatted(name), decision(name, inMeeting, outcome, paper));
        return new Decided(name, paper, decision);
    }

    private static void board(String name) {
        secretary(
                "/boards",
                Bodies.board("BD-" + name, 5_000_000).replace("\"FBC\"", "\"FBC\", \"POLICY\", \"VACANCY\""));
    }

    private static void initiative(String name) {
        office("/initiatives", Bodies.initiative("PG-" + name, name, "PF"));
    }

    /** A case put to the board; answers the hash of its paper. */
    private static String put(String name, String stage) {
        String paper = hash();
        office("/business-cases", Bodies.businessCase("BC-" + name, "PG-" + name, stage, "BD-" + name, ""));
        office(
                "/business-cases/BC-%s/versions".formatted(name),
                Bodies.version(4_000_000).replaceFirst("\"sha256\": \"[0-9a-f]*\"", "\"sha256\": \"" + paper + "\""));
        office("/business-cases/BC-%s/submissions".formatted(name), Bodies.submission());
        return paper;
    }

    private static void call(String name, String paper) {
        secretary("/meetings", """
                {"id": "M-%1$s", "register": "ACME", "board": "BD-%1$s", "plannedFor": "2020-02-06", "effectiveOn": "2020-01-20"}""".formatted(name));
        secretary("/meetings/M-%s/agendas".formatted(name), """
                {"items": [{"item": "1", "subject": "Homes"%s}, {"item": "2", "subject": "Start"}, {"item": "3", "subject": "Planner"}],
                 "effectiveOn": "2020-02-05"}""".formatted(
                        name.equals("BESIDE") ? "" : ", \"businessCase\": \"BC-" + name + "\""));
        if (!paper.isEmpty()) secretary("/meetings/M-%s/papers".formatted(name), """
                    {"item": "1", "paper": {"sha256": "%s", "title": "Case"}, "effectiveOn": "2020-02-05"}""".formatted(paper));
    }

    private static String decision(String name, boolean inMeeting, String outcome, String paper) {
        return """
                {"board": "BD-%1$s", "version": 1, "outcome": %2$s, %3$s, "attendance": 3, "decidedBy": ["p-secretary"],
                 "papers": [{"sha256": "%4$s", "title": "Version 1"}], "effectiveOn": "2020-02-06"}""".formatted(
                        name,
                        outcome,
                        inMeeting ? "\"meeting\": \"M-%s\"".formatted(name) : "\"manner\": \"BY_WRITTEN_PROCEDURE\"",
                        paper);
    }

    private static void appoint(Decided decided, String appointment, String day) {
        office(
                "/initiatives/%s/appointments".formatted(decided.initiative()),
                Bodies.sro(appointment, "p-secretary", day));
    }

    private static void fill(String day) {
        office("/posts/PO-1/holders", """
                {"person": "p-secretary", "kind": "SUBSTANTIVE", "timeCommitment": 60, "effectiveOn": "%s"}""".formatted(day));
    }

    private static void interest(Decided decided, String person, @Nullable String item, String day) {
        secretary(decided.meeting() + "/interests", """
                {"person": "%s", %s"interest": "Owns the land", "withdrew": true, "effectiveOn": "%s"}""".formatted(
                        person, item == null ? "" : "\"item\": \"%s\", ".formatted(item), day));
    }

    private static void present(Decided decided, String present) {
        secretary(decided.meeting() + "/attendances", """
                {"present": [%s], "effectiveOn": "2020-02-06"}""".formatted(present));
    }

    private static void replace(Decided decided, String day) {
        secretary(decided.meeting() + "/papers", """
                {"item": "1", "paper": {"sha256": "%s", "title": "Case"}, "replaces": "%s", "effectiveOn": "%s"}""".formatted(hash(), decided.paper(), day));
    }

    private static void version(String day) {
        office("/documents/DOC/versions", """
                {"version": 2, "sha256": "%s", "effectiveOn": "%s"}""".formatted(hash(), day));
    }

    /** One that no paper has. */
    private static String hash() {
        return String.format(Locale.ROOT, "%064x", ++hashes);
    }

    private static void retract(long fact) {
        String body = """
                {"fact": %s, "reason": "Entered in error"}""".formatted(fact);
        Caller.Reply reply = command.post("secretary", "/corrections", body);
        if (reply.status() == 201) last = Math.max(last, reply.position());
        else take("office", "/corrections", body);
    }

    private static void office(String path, String body) {
        take("office", path, body);
    }

    private static long secretary(String path, String body) {
        return take("secretary", path, body);
    }

    private static long take(String user, String path, String body) {
        Caller.Reply reply = command.post(user, path, body);
        assertThat(reply.status()).as("%s %s: %s", path, body, reply.text()).isEqualTo(201);
        last = Math.max(last, reply.json().path("position").asLong(0));
        return last;
    }
}
