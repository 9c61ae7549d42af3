package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How far an import is, and which lines it refuses, is known on every node, also after its own was killed. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ImportProgressJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final Ledger LEDGER = new Ledger(HALVES.database().owner());
    private static final JdbcClient OWNER = JdbcClient.create(HALVES.database().owner());
    private static Caller one;
    private static Caller other;

    @BeforeAll
    static void settle() {
        one = HALVES.command();
        other = HALVES.command();
        assertThat(one.post("office", "/registers", Bodies.register("ACME")).status())
                .isEqualTo(201);
        assertThat(one.post("office", "/portfolios", Bodies.portfolio("PF", "ACME"))
                        .status())
                .isEqualTo(201);
        assertThat(one.post("office", "/mappings", """
                        {"id": "MP", "register": "ACME", "name": "A return", "portfolio": "PF", "effectiveOn": "2026-02-01",
                         "columns": [{"name": "project", "kind": "TEXT"}, {"name": "start", "kind": "DATE"}],
                         "recognition": {"called": "project", "oneRowEach": true, "ids": "IP-"},
                         "commands": [{"step": "opened", "when": ["NEW"], "post": "/initiatives",
                           "body": [{"at": "/id", "value": "{@initiative}"}, {"at": "/register", "value": "{@register}"},
                                    {"at": "/level", "value": "PROJECT"}, {"at": "/name", "value": "{project}"},
                                    {"at": "/placement/portfolio", "value": "{@portfolio}"}]}]}""").status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void the_progress_of_an_import_is_known_on_every_node_to_whoever_sent_it() {
        Reply reply = one.imports("office", openings("known", 3), "?id=IMP-1");
        assertThat(reply.header("Location")).isEqualTo("/api/v1/imports/IMP-1");
        for (Caller node : List.of(one, other)) {
            JsonNode progress = node.get("office", "/imports/IMP-1").json();
            assertThat(progress.get("state").asString()).isEqualTo("ENDED");
            assertThat(progress.get("recorded").asInt()).isEqualTo(3);
            assertThat(progress.get("line").asInt()).isEqualTo(3);
            assertThat(progress.get("position").asLong())
                    .isEqualTo(reply.json().get("position").asLong());
            assertThat(progress.has("refusals")).isFalse();
            assertThat(node.get("office", "/imports/IMP-1/refusals").json().get("items"))
                    .isEmpty();
            assertThat(node.get("secretary", "/imports/IMP-1").status()).isEqualTo(404);
            assertThat(node.get("secretary", "/imports/IMP-1/refusals").status())
                    .isEqualTo(404);
            assertThat(node.get("office", "/imports/IMP-9").status()).isEqualTo(404);
        }
        assertThat(one.imports("office", "\n", "?id=templates").status()).isEqualTo(400);
    }

    @Test
    void refused_lines_are_listed_whole_page_by_page_each_by_line_column_and_rule() {
        String rows = IntStream.rangeClosed(1, 1_250)
                .mapToObj(n -> "Canal %s,%s".formatted(n, n % 5 == 0 ? "2026-03-01" : "soon"))
                .collect(Collectors.joining("\n", "project,start\n", "\n"));
        Reply reply = one.csv("office", rows, "?mapping=MP&snapshot=2026-03-01&dryRun=true&onError=skip&id=IMP-2");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode report = reply.json();
        assertThat(report.get("refused").asInt()).isEqualTo(1_000);
        assertThat(report.get("recorded").asInt()).isEqualTo(250);
        assertThat(report.get("refusals")).hasSize(100);
        String more = report.get("moreRefusals").asString();
        assertThat(more).isEqualTo("/api/v1/imports/IMP-2/refusals");
        List<JsonNode> all = new ArrayList<>();
        String path = "/imports/IMP-2/refusals?limit=300";
        JsonNode page = other.get("office", path).json();
        while (true) {
            assertThat(page.get("items").size()).isBetween(1, 300);
            page.get("items").forEach(all::add);
            if (!page.hasNonNull("next")) break;
            page = other.get("office", path + "&cursor=" + page.get("next").asString())
                    .json();
        }
        assertThat(all).hasSize(1_000);
        assertThat(all.subList(0, 100))
                .isEqualTo(report.get("refusals").valueStream().toList());
        assertThat(all.stream().map(refusal -> refusal.get("line").asLong()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(all).allSatisfy(refusal -> {
            assertThat(refusal.get("columns").toString()).isEqualTo("[\"start\"]");
            assertThat(refusal.at("/problem/type").asString()).isEqualTo("/problems/cell-unreadable");
        });
        assertThat(other.get("office", "/imports/IMP-2").json().get("refusals").asString())
                .isEqualTo(more);
        for (String wrong : List.of("limit=0", "limit=1001", "limit=x", "cursor=x", "cursor=-1"))
            assertThat(other.get("office", "/imports/IMP-2/refusals?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
    }

    @Test
    void an_import_that_fails_says_why_and_one_whose_node_is_silent_has_broken_off() {
        assertThat(one.csv("office", "project,start\n\"x,\n", "?mapping=MP&snapshot=2026-03-01&id=IMP-3")
                        .status())
                .isEqualTo(400);
        JsonNode failed = other.get("office", "/imports/IMP-3").json();
        assertThat(failed.get("state").asString()).isEqualTo("FAILED");
        assertThat(failed.get("failure").asString()).contains("cannot be read");
        heard("IMP-3", 9);
        assertThat(other.get("office", "/imports/IMP-3").json().get("state").asString())
                .isEqualTo("RUNNING");
        heard("IMP-3", 11);
        assertThat(other.get("office", "/imports/IMP-3").json().get("state").asString())
                .isEqualTo("BROKEN_OFF");
        other.imports("office", openings("again", 1), "?id=IMP-3");
        JsonNode ended = one.get("office", "/imports/IMP-3").json();
        assertThat(ended.get("state").asString()).isEqualTo("ENDED");
        assertThat(ended.has("failure")).isFalse();
    }

    private static void heard(String id, int secondsAgo) {
        OWNER.sql(
                        "update imports.import set state = 'RUNNING', heard_at = now() - make_interval(secs => :ago) where id = :id")
                .param("ago", secondsAgo)
                .param("id", id)
                .update();
    }

    @Test
    void an_import_that_was_killed_is_seen_by_others_and_sent_again_to_any_of_them() throws Exception {
        Caller killed =
                HALVES.apart(Halves.Half.COMMAND, List.of(), "logging.level.org.springframework.boot.tomcat=info");
        int many = 4_000;
        String file = openings("killed", many);
        long before = LEDGER.head().position();
        try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
            Future<?> sent = sender.submit(() -> killed.imports("office", file, "?id=IMP-4"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> other.get("office", "/imports/IMP-4").status() == 200
                            && other.get("office", "/imports/IMP-4")
                                            .json()
                                            .get("recorded")
                                            .asInt()
                                    > 0);
            HALVES.killApart();
            assertThat(sent).failsWithin(Duration.ofSeconds(30));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> other.get("office", "/imports/IMP-4")
                        .json()
                        .get("state")
                        .asString()
                        .equals("BROKEN_OFF"));
        JsonNode report = other.imports("office", file, "?id=IMP-4").json();
        assertThat(report.get("replayed").asInt()).isPositive();
        assertThat(report.get("recorded").asInt() + report.get("replayed").asInt())
                .isEqualTo(many);
        assertThat(LEDGER.head().position()).isEqualTo(before + many);
        assertThat(one.get("office", "/imports/IMP-4").json().get("state").asString())
                .isEqualTo("ENDED");
    }

    private static String openings(String key, int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(n -> Bodies.line(
                        key + n, "/initiatives", Bodies.initiative("PG-%s-%s".formatted(key, n), "Line " + n, "PF")))
                .collect(Collectors.joining());
    }
}
