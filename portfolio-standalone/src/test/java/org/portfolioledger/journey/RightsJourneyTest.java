package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Caller.Reply;
import tools.jackson.databind.JsonNode;

/** Whether somebody may send a command, or might have, is answered as the command itself would be. */
class RightsJourneyTest {

    private static final String RATE = "/api/v1/initiatives/{initiative}/rag-assessments";
    private static final String DECIDE = "/api/v1/boards/{board}/decisions";
    private static final Halves HALVES = Halves.fresh();

    private static Caller command;
    private static long appointed;
    private static long replaced;
    private static long delegated;
    private static long revoked;
    private static long seated;

    @BeforeAll
    static void settle() {
        TestIssuer.shared().knows("within", "p-reader", "PORTFOLIO_OFFICE@portfolio-pf");
        TestIssuer.shared()
                .knows("of-two", "p-reader", "PORTFOLIO_OFFICE@portfolio-PF", "PORTFOLIO_OFFICE@portfolio-PF-2");
        TestIssuer.shared().knows("sits", "p-operator", "BOARD_MEMBER");
        command = HALVES.command();
        recorded("/registers", Bodies.register("ACME"));
        recorded("/portfolios", Bodies.portfolio("PF", "ACME"));
        recorded("/portfolios", Bodies.portfolio("PF-2", "ACME"));
        recorded("/portfolios/PF/rating-schemes", Bodies.scheme());
        recorded("/initiatives", Bodies.initiative("PG", "Homes", "PF"));
        recorded("/initiatives", Bodies.initiative("PX", "Roads", "PF-2"));
        recorded("/boards", Bodies.board("BD", 1_000));
        appointed = recorded("/initiatives/PG/appointments", Bodies.sro("SRO-1", "p-sro1", "2020-02-01"));
        replaced = recorded(
                "/initiatives/PG/appointments",
                Bodies.sro("SRO-2", "p-sro2", "2020-09-01")
                        .replace("\"appointmentLetter\"", "\"replaces\": \"SRO-1\", \"appointmentLetter\""));
        delegated = recorded("/boards/BD/delegations", """
                {"id": "DG", "delegate": {"person": "p-reader"}, "decisionTypes": ["SOC"], "effectiveOn": "2020-02-01"}""");
        revoked = recorded("/boards/BD/delegations/DG/revocations", "{\"effectiveOn\": \"2020-10-01\"}");
        seated = recorded("/boards/BD/memberships", """
                {"members": [{"person": "p-operator"}, {"post": "A"}, {"post": "B"}], "secretary": {"person": "p-assurance"},
                 "effectiveOn": "2020-02-01"}""");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    private static long recorded(String path, String body) {
        Reply reply = command.record(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.position();
    }

    private static Reply ask(String user, String path, String entity, String more) {
        return command.get(
                user,
                "/access/rights?command=%s&entity=%s%s"
                        .formatted(URLEncoder.encode(path, StandardCharsets.UTF_8), entity, more));
    }

    private static JsonNode asked(String user, String path, String entity, String more) {
        Reply reply = ask(user, path, entity, more);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> grants(JsonNode answer) {
        return answer.required("grants").valueStream().map(JsonNode::asString).toList();
    }

    private static String before(long position) {
        return "&knownAt=position:" + (position - 1);
    }

    @Test
    void an_sro_may_as_long_as_that_was_known_and_the_answer_rests_on_the_appointment() {
        JsonNode then = asked("sro1", RATE, "initiative-PG", "&asOf=2020-03-01" + before(replaced));
        assertThat(then.required("may").asBoolean()).as(then.toString()).isTrue();
        assertThat(grants(then)).containsExactly("SRO");
        assertThat(then.required("scope").asString()).isEqualTo("OWN_INITIATIVES");
        assertThat(then.required("restsOn").valueStream().map(JsonNode::asLong)).containsExactly(appointed);
        JsonNode now = asked("sro1", RATE, "initiative-PG", "&asOf=2020-03-01");
        assertThat(now.required("may").asBoolean()).isFalse();
        assertThat(now.at("/refusal/type").asString()).isEqualTo("/problems/not-own-initiative");
        assertThat(grants(now)).isEmpty();
    }

    @Test
    void it_is_what_the_command_itself_is_answered() {
        for (String user : List.of("sro1", "sro2", "office", "secretary", "reader", "assurance", "within", "manager"))
            for (String initiative : List.of("PG", "PX"))
                for (String day : List.of("2020-08-31", "2020-09-01")) {
                    JsonNode may = asked(user, RATE, "initiative-" + initiative, "&asOf=" + day);
                    Reply sent = command.post(
                            user,
                            "/initiatives/%s/rag-assessments".formatted(initiative),
                            Bodies.rating("GREEN", day).replace("As reported", "As seen by " + user));
                    assertThat(may.required("may").asBoolean())
                            .as("%s %s %s: %s, %s", user, initiative, day, may, sent.text())
                            .isEqualTo(sent.status() != 403);
                    if (sent.status() == 403)
                        assertThat(may.at("/refusal/type").asString())
                                .isEqualTo(sent.json().required("type").asString());
                }
    }

    @Test
    void one_to_whom_a_board_delegated_might_until_it_was_revoked() {
        String delegate = "&person=P-Reader&roles=BOARD_MEMBER&asOf=2020-03-01";
        JsonNode then = asked("assurance", DECIDE, "board-bd", delegate + before(revoked));
        assertThat(then.required("may").asBoolean()).as(then.toString()).isTrue();
        assertThat(then.required("person").asString()).isEqualTo("p-reader");
        assertThat(then.required("entity").asString()).isEqualTo("board-BD");
        assertThat(then.required("restsOn").valueStream().map(JsonNode::asLong)).containsExactly(delegated);
        for (String later : List.of("", before(delegated)))
            assertThat(asked("assurance", DECIDE, "board-BD", delegate + later)
                            .at("/refusal/type")
                            .asString())
                    .isEqualTo("/problems/not-own-board");
    }

    @Test
    void who_sits_on_a_board_decides_and_its_secretary_says_who_does() {
        assertThat(asked("sits", DECIDE, "board-BD", "&asOf=2020-03-01")
                        .required("restsOn")
                        .valueStream()
                        .map(JsonNode::asLong))
                .containsExactly(seated);
        String secretary = "&person=p-assurance&roles=BOARD_SECRETARY";
        String seats = "/api/v1/boards/{board}/memberships";
        assertThat(asked("office", seats, "board-BD", secretary).required("may").asBoolean())
                .isTrue();
        assertThat(asked("office", seats, "board-BD", secretary + "&asOf=2020-01-31")
                        .required("may")
                        .asBoolean())
                .isFalse();
        assertThat(grants(asked("office", seats, "board-BD", "&person=p-reader&roles=BOARD_SECRETARY@*")))
                .containsExactly("BOARD_SECRETARY@*");
    }

    @Test
    void a_grant_reaches_what_lies_within_it_over_http_too() {
        String rename = Bodies.rename("Later", "2021-01-01");
        assertThat(command.post("within", "/initiatives/PG/renames", rename).status())
                .isEqualTo(201);
        assertThat(command.post("within", "/initiatives/PX/renames", rename).problem())
                .isEqualTo("outside-grant");
        assertThat(command.post("within", "/people", "{\"name\": \"Somebody\"}").problem())
                .isEqualTo("not-allowed");
        assertThat(command.post("within", "/people/p-operator/erasures", "").problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void an_office_of_two_portfolios_moves_between_them_and_by_both_its_grants() {
        recorded("/initiatives", Bodies.initiative("PM", "Schools", "PF"));
        String move = "{\"to\": {\"portfolio\": \"PF-2\"}, \"effectiveOn\": \"2021-01-01\"}";
        assertThat(command.post("within", "/initiatives/PM/moves", move).problem())
                .isEqualTo("outside-grant");
        assertThat(command.post("of-two", "/initiatives/PM/moves", move).status())
                .isEqualTo(201);
        String rename = "/api/v1/initiatives/{initiative}/renames";
        assertThat(grants(asked("of-two", rename, "initiative-PM", "&asOf=2020-12-31")))
                .containsExactly("PORTFOLIO_OFFICE@portfolio-PF", "PORTFOLIO_OFFICE@portfolio-PF-2");
        assertThat(grants(asked("of-two", rename, "initiative-PM", "&asOf=2021-01-01")))
                .containsExactly("PORTFOLIO_OFFICE@portfolio-PF-2");
        assertThat(asked("within", rename, "initiative-PM", "&asOf=2020-12-31")
                        .at("/refusal/type")
                        .asString())
                .isEqualTo("/problems/outside-grant");
    }

    @Test
    void what_is_nowhere_is_named() {
        Reply nothing = ask("office", RATE, "initiative-NONE", "");
        assertThat(nothing.problem()).isEqualTo("not-found");
        assertThat(nothing.json().required("detail").asString()).contains("NONE");
        assertThat(ask("office", "/api/v1/initiatives", "portfolio-NONE", "").problem())
                .isEqualTo("not-found");
        Reply nobody = ask("office", RATE, "initiative-PG", "&person=p-nobody&roles=SRO");
        assertThat(nobody.problem()).isEqualTo("not-found");
        assertThat(nobody.json().required("detail").asString()).contains("p-nobody");
        JsonNode elsewhere = asked("office", RATE, "initiative-PG", "&roles=PORTFOLIO_OFFICE@portfolio-NONE");
        assertThat(elsewhere.required("may").asBoolean()).isFalse();
        assertThat(elsewhere.at("/refusal/detail").asString()).contains("portfolio-NONE");
        JsonNode before = asked("office", RATE, "initiative-PG", "&knownAt=position:1");
        assertThat(before.required("may").asBoolean()).isFalse();
        assertThat(before.at("/refusal/type").asString()).isEqualTo("/problems/not-found");
    }

    @Test
    void what_the_command_is_not_about_is_refused() {
        for (String entity : List.of("board-BD", "portfolio-PF", "register-ACME"))
            assertThat(ask("office", RATE, entity, "").problem()).as(entity).isEqualTo("malformed-request");
    }

    /** By the name of the kind in the path, whichever it is. */
    @Test
    void every_command_can_be_asked_about() {
        for (JsonNode line : command.get("office", "/access/matrix").json().required("commands")) {
            String path = line.required("path").asString();
            if (line.required("correctors").isEmpty()) continue;
            Reply reply = ask("office", path, entityOf(path), "");
            assertThat(reply.status()).as(path + " " + reply.text()).isIn(200, 404);
        }
    }

    private static String entityOf(String path) {
        if (path.endsWith("/decisions")) return "board-BD";
        if (path.indexOf('{') < 0) return "portfolio-PF";
        String variable = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
        String kind = variable.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return kind + "-"
                + Map.of("initiative", "PG", "board", "BD", "portfolio", "PF").getOrDefault(kind, "NONE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&person=%00",
                "&person=..",
                "&person=a%20b",
                "&entity=initiative-PG%00",
                "&roles=",
                "&roles=SRO@board-%00",
                "&roles=SRO,,",
                "&asOf=%00",
                "&asOf=-0001-01-01",
                "&asOf=10000-01-01",
                "&knownAt=0000-01-01",
                "&knownAt=-999999999-01-01T00:00:00Z",
                "&knownAt=%2B999999999-12-31T23:59:59Z",
                "&knownAt=position:0",
                "&knownAt=position:-1",
                "&knownAt=position:99999999999999999999",
                "&knownAt=%00"
            })
    void what_is_nothing_is_refused_with_the_name_of_its_parameter(String more) {
        boolean ofEntity = more.startsWith("&entity");
        Reply reply = ask(
                "office", RATE, ofEntity ? more.substring("&entity=".length()) : "initiative-PG", ofEntity ? "" : more);
        assertThat(reply.problem()).as(reply.text()).isEqualTo("malformed-request");
        assertThat(reply.text()).contains(more.substring(1, more.indexOf('=')));
    }

    @Test
    void a_grant_to_an_sro_within_a_portfolio_is_for_its_initiatives() {
        String within = "&person=p-reader&roles=SRO@portfolio-PF";
        JsonNode own = asked("office", RATE, "initiative-PG", within);
        assertThat(grants(own)).containsExactly("SRO@portfolio-PF");
        assertThat(own.required("restsOn").isEmpty()).isTrue();
        assertThat(own.has("scope")).isFalse();
        assertThat(asked("office", RATE, "initiative-PX", within)
                        .at("/refusal/type")
                        .asString())
                .isEqualTo("/problems/outside-grant");
    }

    @Test
    void others_are_for_the_office_assurance_and_administrators() {
        for (String more : List.of("&person=p-sro2", "&roles=PORTFOLIO_OFFICE")) {
            assertThat(ask("sro1", RATE, "initiative-PG", more).problem()).isEqualTo("not-allowed");
            for (String user : List.of("office", "assurance", "administrator"))
                assertThat(ask(user, RATE, "initiative-PG", more).status()).isEqualTo(200);
        }
        assertThat(ask("sro1", RATE, "initiative-PG", "&person=P-SRO1&roles=SRO")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_cannot_be_read_is_refused() {
        assertThat(command.get("office", "/access/rights").problem()).isEqualTo("malformed-request");
        assertThat(command.get("office", "/access/rights?command=" + URLEncoder.encode(RATE, StandardCharsets.UTF_8))
                        .problem())
                .isEqualTo("malformed-request");
        assertThat(ask("office", "/api/v1/nothing", "initiative-PG", "").problem())
                .isEqualTo("malformed-request");
        assertThat(ask("office", RATE, "nothing-PG", "").problem()).isEqualTo("malformed-request");
        assertThat(ask("office", RATE, "initiative-NONE", "").problem()).isEqualTo("not-found");
        assertThat(ask("office", DECIDE, "initiative-PG", "").problem()).isEqualTo("malformed-request");
        assertThat(ask("office", RATE, "initiative-PG", "&roles=ROOT").problem())
                .isEqualTo("malformed-request");
        assertThat(ask("office", RATE, "initiative-PG", "&roles=SRO@somewhere").problem())
                .isEqualTo("malformed-request");
        assertThat(ask("office", RATE, "initiative-PG", "&asOf=today").problem())
                .isEqualTo("malformed-request");
        assertThat(ask("office", RATE, "initiative-PG", "&knownAt=soon").problem())
                .isEqualTo("malformed-request");
        assertThat(ask("office", RATE, "initiative-PG", "&knownAt=2999-01-01").problem())
                .isEqualTo("point-in-the-future");
        assertThat(ask("office", RATE, "initiative-PG", "&knownAt=position:999999")
                        .problem())
                .isEqualTo("point-in-the-future");
        assertThat(ask("office", RATE, "initiative-PG", "&who=me").problem()).isEqualTo("unknown-parameter");
    }
}
