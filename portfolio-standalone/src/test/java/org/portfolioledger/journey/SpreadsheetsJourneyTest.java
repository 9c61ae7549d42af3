package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The returns of an office, as spreadsheets, by mappings alone. */
class SpreadsheetsJourneyTest {

    private static final JsonMapper JSON = FactSerializer.mapper();
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Halves HALVES = Halves.fresh();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Caller command;
    private static Caller query;
    private static long last;

    @BeforeAll
    static void found() {
        command = HALVES.command();
        last = Council.settle(command);
        query = HALVES.query();
        post("/initiatives/PG-2/renames", "{\"name\": \"Homes for all\", \"effectiveOn\": \"2026-02-01\"}");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void every_template_can_be_posted_as_it_is_for_a_portfolio() {
        for (JsonNode template :
                command.get("reader", "/imports/templates").json().get("items")) {
            ObjectNode mapping = ((ObjectNode) template.get("mapping")).deepCopy();
            mapping.put("id", "T-" + template.get("id").asString())
                    .put("register", "ACME")
                    .put("portfolio", "PF");
            mapping.put("effectiveOn", "2026-02-01");
            Caller.Reply reply = command.post("office", "/mappings", mapping.toString());
            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
            assertThat(template.get("header").asString()).contains(",");
        }
    }

    @Test
    void a_monthly_return_rates_what_it_recognises_and_leaves_out_what_is_not_stated() {
        String mapping = mapped("monthly-rag");
        String file = "Reported on,Project,RAG,Commentary,Ignored\r\n"
                + "31/05/2026,%s,R,\"Ground works, late\",x\r\n"
                        .formatted(name("PG-1").toUpperCase(Locale.ROOT))
                + "31/05/2026,%s,n/a,,\r\n".formatted(name("PG-2"));
        JsonNode report = taken(command.csv("office", file, "?mapping=" + mapping));
        assertThat(report.get("recorded").asInt()).isEqualTo(1);
        last = report.get("position").asLong();
        assertThat(ask("/initiatives/PG-1/rag-assessments/OVERALL:PORTFOLIO_OFFICE?asOf=2026-05-31")
                        .toString())
                .contains("RED", "Ground works, late");
        JsonNode again = taken(command.csv("office", file, "?mapping=" + mapping));
        assertThat(again.get("replayed").asInt()).isEqualTo(1);
        assertThat(again.get("recorded").asInt()).isZero();
    }

    @Test
    void a_dry_run_names_every_problem_by_line_column_and_rule_with_what_would_be_recorded() {
        String mapping = mapped("monthly-rag");
        String file = "Reported on,Project,RAG,Commentary\n"
                + "2026-05-29,%s,Purple,why\n".formatted(name("PG-1"))
                + "2026-05-29,Nobody's project,G,why\n"
                + "2026-05-29,%s,A/G,why\n".formatted(name("PG-2"))
                + "2026-05-29,%s,G,why\n".formatted(name("PG-2"))
                + "29/05/26,%s,G,why\n".formatted(name("PG-2"));
        long head = head();
        for (String onError : List.of("stop", "skip")) {
            Caller.Reply reply = command.csv("office", file, "?mapping=" + mapping + "&dryRun=true&onError=" + onError);
            assertThat(reply.status()).isEqualTo(409);
            JsonNode refusals = reply.json().at("/report/refusals");
            assertThat(refusals.valueStream().map(one -> one.get("line").asInt()))
                    .as(reply.text())
                    .containsExactly(2, 3, 4, 5, 6);
            assertThat(refusals.valueStream().map(one -> one.at("/problem/type").asString()))
                    .containsExactly(
                            "/problems/cell-unreadable",
                            "/problems/row-not-recognised",
                            "/problems/rating-not-in-scheme",
                            "/problems/row-twice",
                            "/problems/cell-unreadable");
            assertThat(refusals.at("/0/columns").toString()).isEqualTo("[\"RAG\"]");
            assertThat(refusals.at("/1/columns").toString()).isEqualTo("[\"Project\"]");
            assertThat(refusals.at("/2/columns").toString()).isEqualTo("[\"RAG\"]");
            assertThat(refusals.at("/2/body/rating").asString()).isEqualTo("AMBER_GREEN");
            assertThat(refusals.at("/2/post").asString()).isEqualTo("/api/v1/initiatives/PG-2/rag-assessments");
        }
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void refused_rows_are_skipped_whole_and_the_others_recorded() {
        String mapping = define("""
                "columns": [{"name": "project", "kind": "TEXT"}, {"name": "title", "kind": "TEXT"}, {"name": "rating", "kind": "TEXT"}],
                "recognition": {"called": "project", "oneRowEach": true, "ids": "NEW-"},
                "commands": [
                  {"step": "opened", "when": ["NEW"], "post": "/initiatives",
                   "body": [{"at": "/id", "value": "{@initiative}"}, {"at": "/register", "value": "{@register}"}, {"at": "/level", "value": "PROJECT"},
                            {"at": "/name", "value": "{project}"}, {"at": "/placement/portfolio", "value": "{@portfolio}"}]},
                  {"step": "rating", "post": "/initiatives/{@initiative}/rag-assessments",
                   "body": [{"at": "/scheme", "value": "RAG"}, {"at": "/criterion", "value": "OVERALL"}, {"at": "/assessor", "value": "PORTFOLIO_OFFICE"},
                            {"at": "/rating", "value": "{rating}"}, {"at": "/rationale", "value": "{title}"}]}]""");
        String file = "project,title,rating\nBridges,fine,GREEN\nTunnels,bad,BLUE\nCanals,fine,RED\n";
        String query1 = "?mapping=" + mapping + "&snapshot=2026-04-30";
        Caller.Reply stopped = command.csv("office", file, query1 + "&onError=stop");
        assertThat(stopped.status()).isEqualTo(409);
        assertThat(stopped.json().at("/report/recorded").asInt()).isEqualTo(2);
        assertThat(stopped.json().at("/report/notRecorded").asInt()).isEqualTo(3);
        JsonNode report = taken(command.csv("office", file, query1 + "&onError=skip"));
        assertThat(report.get("replayed").asInt()).isEqualTo(2);
        assertThat(report.get("recorded").asInt()).isEqualTo(2);
        assertThat(report.get("refused").asInt()).isEqualTo(1);
        last = report.get("position").asLong();
        assertThat(query.getAfter(last, "/initiatives/NEW-Tunnels?asOf=2026-04-30")
                        .status())
                .isEqualTo(404);
        assertThat(ask("/initiatives/NEW-Canals/rag-assessments/OVERALL:PORTFOLIO_OFFICE?asOf=2026-04-30")
                        .toString())
                .contains("RED");
        JsonNode whole = taken(command.csv("office", file.replace("BLUE", "GREEN"), query1));
        assertThat(whole.get("recorded").asInt()).isEqualTo(2);
        assertThat(whole.get("replayed").asInt()).isEqualTo(4);
    }

    @Test
    void milestones_are_planned_first_then_moved_where_the_date_changes_and_achieved() {
        String mapping = mapped("milestones");
        String header = "Reported on,Project,Milestone id,Milestone,Forecast,Actual,Cause of change,Commentary\n";
        String project = name("PG-2");
        taken(command.csv(
                "office",
                header
                        + "2026-03-31,%s,M1,First homes,30/06/2027,,,\n2026-03-31,%s,M2,Last homes,TBC,,,\n"
                                .formatted(project, project),
                "?mapping=" + mapping));
        taken(command.csv(
                "office",
                header + "2026-04-30,%s,M1,First homes,30/06/2027,,,\n".formatted(project),
                "?mapping=" + mapping));
        JsonNode report = taken(command.csv(
                "office",
                header
                        + "2026-05-31,%s,M1,First homes,30/09/2027,,Supplier,Frames are late\n2026-05-31,%s,M2,Last homes,,2026-05-04,,\n"
                                .formatted(project, project),
                "?mapping=" + mapping));
        assertThat(report.get("recorded").asInt()).isEqualTo(2);
        last = report.get("position").asLong();
        assertThat(ask("/initiatives/PG-2/milestones/M1?asOf=2026-05-31").toString())
                .contains("2027-09-30", "SUPPLIER");
        assertThat(ask("/initiatives/PG-2/milestones/M2?asOf=2026-05-31").toString())
                .contains("ACHIEVED", "2026-05-04");
        assertThat(ask("/initiatives/PG-2/history?kind=milestones")
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("type").asString()))
                .contains("milestone-forecast-changed", "milestone-achieved");
    }

    @Test
    void risks_are_raised_first_and_scored_anew() {
        String mapping = mapped("risks");
        String header = "Reported on,Project,Risk id,Risk,Level,Owner,Probability,Impact,Commentary\n";
        String row = "%s,%s,RK/7,Costs may rise,Project,Head of Finance,%s,4,as before\n";
        taken(command.csv("office", header + row.formatted("2026-03-31", name("PG-1"), 3), "?mapping=" + mapping));
        JsonNode same = taken(
                command.csv("office", header + row.formatted("2026-04-30", name("PG-1"), 3), "?mapping=" + mapping));
        assertThat(same.get("recorded").asInt()).isZero();
        JsonNode report = taken(
                command.csv("office", header + row.formatted("2026-05-31", name("PG-1"), 5), "?mapping=" + mapping));
        assertThat(report.get("recorded").asInt()).isEqualTo(1);
        last = report.get("position").asLong();
        assertThat(ask("/risks/RK-7?asOf=2026-05-31").toString()).contains("\"probability\":5");
    }

    @Test
    void a_workbook_and_windows_1252_say_the_same_as_utf_8() throws IOException {
        String mapping = mapped("monthly-rag");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Office", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Return");
            List<String> headers = List.of("Reported on", "Project", "RAG", "Commentary");
            for (int i = 0; i < headers.size(); i++) sheet.value(0, i, headers.get(i));
            sheet.value(1, 0, LocalDate.of(2026, 2, 28));
            sheet.value(1, 1, name("PG-1"));
            sheet.value(1, 2, "G");
            sheet.value(1, 3, "£5 saved – “well done”");
        }
        JsonNode report = taken(command.sheet("office", "xlsx", XLSX, bytes.toByteArray(), "?mapping=" + mapping));
        assertThat(report.get("recorded").asInt()).isEqualTo(1);
        String file = "Reported on,Project,RAG,Commentary\n28 February 2026,%s,G,£5 saved – “well done”\n"
                .formatted(name("PG-1"));
        JsonNode again = taken(command.sheet(
                "office",
                "csv",
                "text/csv; charset=windows-1252",
                file.getBytes(Charset.forName("windows-1252")),
                "?mapping=" + mapping));
        assertThat(again.get("replayed").asInt()).isEqualTo(1);
        JsonNode marked = taken(command.sheet(
                "office",
                "csv",
                "text/csv",
                ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
                "?mapping=" + mapping));
        assertThat(marked.get("replayed").asInt()).isEqualTo(1);
    }

    @Test
    void texts_of_cells_are_kept_in_one_form_and_without_invisible_characters() {
        String mapping = mapped("monthly-rag");
        String header = "Reported on,Project,RAG,Commentary\n";
        String row = "2026-02-27,%s,G,\"%s\"\n";
        JsonNode report = taken(command.csv(
                "office", header + row.formatted(name("PG-1"), "Cafe\u0301 is open"), "?mapping=" + mapping));
        assertThat(report.get("recorded").asInt()).isEqualTo(1);
        assertThat(ask("/initiatives/PG-1/rag-assessments/OVERALL:PORTFOLIO_OFFICE?asOf=2026-02-27")
                        .toString())
                .contains("Caf\u00e9 is open");
        for (String text : List.of("in\u200Bvisible", "turned \u202E round", "x".repeat(20_001))) {
            JsonNode refused = command.csv("office", header + row.formatted(name("PG-2"), text), "?mapping=" + mapping)
                    .json()
                    .at("/report/refusals/0");
            assertThat(refused.at("/problem/type").asString()).isEqualTo("/problems/malformed-request");
            assertThat(refused.at("/problem/errors/0/pointer").asString()).isEqualTo("/rationale");
            assertThat(refused.get("columns").toString()).isEqualTo("[\"Commentary\"]");
        }
    }

    @Test
    void absurd_requests_are_clear_problems_and_nothing_is_kept() {
        String mapping = mapped("monthly-rag");
        long head = head();
        String file = "Reported on,Project,RAG,Commentary\n2026-02-28,%s,G,fine\n".formatted(name("PG-1"));
        assertThat(command.csv("office", file, "").problem()).isEqualTo("malformed-request");
        Caller.Reply unknown = command.csv("office", file, "?mapping=NONE");
        assertThat(unknown.problem()).isEqualTo("unknown-name");
        assertThat(unknown.json().get("detail").asString())
                .isEqualTo(
                        "No mapping NONE is on record today. Define it at /api/v1/mappings first. Check the spelling.");
        assertThat(command.csv("office", file, "?mapping=" + mapping + "&dryrun=true")
                        .problem())
                .isEqualTo("unknown-parameter");
        assertThat(command.csv("office", file, "?mapping=" + mapping + "&snapshot=2026-02-30")
                        .problem())
                .isEqualTo("malformed-request");
        assertThat(command.csv("office", file, "?mapping=" + mapping + "&snapshot=9999-01-01")
                        .problem())
                .isEqualTo("malformed-request");
        assertThat(command.csv("office", "Project\nx\n", "?mapping=" + mapping).problem())
                .isEqualTo("column-missing");
        assertThat(command.csv("office", "Reported on,Project,RAG,Commentary\n", "?mapping=" + mapping)
                        .problem())
                .isEqualTo("sheet-unreadable");
        assertThat(command.csv("office", file + "2026-02-28,\"x,G,fine\n", "?mapping=" + mapping)
                        .problem())
                .isEqualTo("sheet-unreadable");
        assertThat(command.sheet(
                                "office",
                                "csv",
                                "application/json",
                                file.getBytes(StandardCharsets.UTF_8),
                                "?mapping=" + mapping)
                        .status())
                .isEqualTo(415);
        assertThat(command.sheet(
                                "office",
                                "csv",
                                "text/csv; charset=utf-16",
                                file.getBytes(StandardCharsets.UTF_16),
                                "?mapping=" + mapping)
                        .status())
                .isEqualTo(415);
        assertThat(command.sheet(
                                "office",
                                "xlsx",
                                "text/csv",
                                file.getBytes(StandardCharsets.UTF_8),
                                "?mapping=" + mapping)
                        .status())
                .isEqualTo(415);
        assertThat(command.sheet("office", "xlsx", XLSX, file.getBytes(StandardCharsets.UTF_8), "?mapping=" + mapping)
                        .problem())
                .isEqualTo("sheet-unreadable");
        assertThat(command.csv("reader", file, "?mapping=" + mapping).status()).isEqualTo(403);
        assertThat(head()).isEqualTo(head);
        post("/mappings/" + mapping + "/withdrawals", "{\"reason\": \"Wrong\", \"effectiveOn\": \"2026-02-02\"}");
        assertThat(command.csv("office", file, "?mapping=" + mapping).problem()).isEqualTo("mapping-not-in-use");
    }

    @Test
    void who_is_missing_leaves_and_who_is_back_returns_and_an_unreadable_name_takes_nobody_out() {
        post("/portfolios", """
                {"id": "PF-X", "register": "ACME", "name": "Roads", "effectiveOn": "2026-01-01"}""");
        String mapping = define("""
                "portfolio": "PF-X", "columns": [{"name": "project", "kind": "TEXT"}],
                "recognition": {"called": "project", "oneRowEach": true, "ids": "X-"},
                "commands": [
                  {"step": "opened", "when": ["NEW"], "post": "/initiatives",
                   "body": [{"at": "/id", "value": "{@initiative}"}, {"at": "/register", "value": "{@register}"}, {"at": "/level", "value": "PROJECT"},
                            {"at": "/name", "value": "{project}"}, {"at": "/placement/portfolio", "value": "{@portfolio}"}]},
                  {"step": "returned", "when": ["RETURNED"], "post": "/initiatives/{@initiative}/moves",
                   "body": [{"at": "/to/portfolio", "value": "{@portfolio}"}]},
                  {"step": "away", "when": ["ABSENT"], "post": "/initiatives/{@initiative}/moves",
                   "body": [{"at": "/to/portfolio", "value": "PF"}, {"at": "/reason", "value": "Not in the return of {@snapshot}"}]}]""");
        taken(command.csv("office", "project\nRing road\nBypass\n", "?mapping=" + mapping + "&snapshot=2026-03-31"));
        JsonNode left =
                taken(command.csv("office", "project\nring  ROAD!\n", "?mapping=" + mapping + "&snapshot=2026-04-30"));
        assertThat(left.get("recorded").asInt()).isEqualTo(1);
        last = left.get("position").asLong();
        assertThat(ask("/initiatives/X-Bypass?asOf=2026-04-29")
                        .at("/placement/value/portfolio")
                        .asString())
                .isEqualTo("PF-X");
        assertThat(ask("/initiatives/X-Bypass?asOf=2026-04-30")
                        .at("/placement/value/portfolio")
                        .asString())
                .isEqualTo("PF");
        assertThat(taken(command.csv(
                                "office", "project\nring  ROAD!\n", "?mapping=" + mapping + "&snapshot=2026-04-30"))
                        .get("replayed")
                        .asInt())
                .isEqualTo(1);
        JsonNode back = taken(
                command.csv("office", "project\nRing road\nBypass\n", "?mapping=" + mapping + "&snapshot=2026-05-31"));
        assertThat(back.get("recorded").asInt()).isEqualTo(1);
        assertThat(taken(command.csv(
                                "office",
                                "project\nRing road\nBypass\n",
                                "?mapping=" + mapping + "&snapshot=2026-05-31"))
                        .get("replayed")
                        .asInt())
                .isEqualTo(1);
        // The second row has no name.
        Caller.Reply unsure = command.csv(
                "office",
                "other,project\n1,Ring road\n2,\n",
                "?mapping=" + mapping + "&snapshot=2026-06-30&onError=skip");
        assertThat(unsure.json()
                        .at("/report/refusals")
                        .valueStream()
                        .map(one -> one.at("/problem/type").asString()))
                .containsExactly("/problems/row-not-recognised", "/problems/absence-uncertain");
    }

    private static String name(String initiative) {
        return ask("/initiatives/" + initiative + "?asOf=2026-03-01")
                .at("/name/value")
                .asString();
    }

    /** A template as a mapping of its own. */
    private static String mapped(String template) {
        String id = "MP-" + NUMBER.incrementAndGet();
        ObjectNode mapping = (ObjectNode) command.get("office", "/imports/templates")
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(template))
                .findFirst()
                .orElseThrow()
                .get("mapping");
        mapping.put("id", id).put("register", "ACME").put("portfolio", "PF").put("effectiveOn", "2026-02-01");
        post("/mappings", mapping.toString().replace("\"SCHEME\"", "\"RAG\""));
        return id;
    }

    private static String define(String members) {
        String id = "MP-" + NUMBER.incrementAndGet();
        String portfolio = members.contains("\"portfolio\":") ? "" : "\"portfolio\": \"PF\", ";
        post(
                "/mappings",
                "{\"id\": \"%s\", \"register\": \"ACME\", \"name\": \"A return\", \"effectiveOn\": \"2026-02-01\", %s%s}"
                        .formatted(id, portfolio, members));
        return id;
    }

    private static void post(String path, String body) {
        JSON.readTree(body);
        Caller.Reply reply = command.post("office", path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(201);
        last = reply.position();
    }

    private static JsonNode taken(Caller.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        if (reply.json().hasNonNull("position"))
            last = Math.max(last, reply.json().get("position").asLong());
        return reply.json();
    }

    private static long head() {
        return ask("/registers").get("position").asLong();
    }

    private static JsonNode ask(String path) {
        Caller.Reply reply = query.getAfter(last, path);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(200);
        return reply.json();
    }
}
