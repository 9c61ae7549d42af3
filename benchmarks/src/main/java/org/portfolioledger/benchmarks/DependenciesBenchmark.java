package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.portfolioledger.ledger.Ledger;

/**
 * What a slip moves, the cycles and the graph, of 10,000 initiatives and 50,000 dependencies of one register: asked about the
 * present, while promises move, and about the past. Nearly all dependencies go from one initiative to one of the next two
 * hundred, and one in a thousand back. {@code -Dinitiatives=10000 -Ddependencies=50000 -Dasks=200}; with {@code -Dfolder=} a
 * second run finds the data of the first.
 */
public final class DependenciesBenchmark {

    private static final int INITIATIVES = Integer.getInteger("initiatives", 10_000);
    private static final int DEPENDENCIES = Integer.getInteger("dependencies", 50_000);
    private static final int ASKS = Integer.getInteger("asks", 200);
    private static final int LINES = 5_000;
    private static final int REACH = 200;
    private static final int BACK = 1_000;
    private static final LocalDate FIRST = LocalDate.of(2012, 6, 1);
    private static final String NOW = "asOf=2012-06-01";

    private DependenciesBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            office.startReads(server);
            Ledger ledger = new Ledger(pool);
            long begun = ledger.head().position();
            if (begun < INITIATIVES + DEPENDENCIES) load(office);
            office.awaitRows(ledger);
            long head = ledger.head().position();
            System.out.printf("%s initiatives, %s dependencies, %s facts%n", INITIATIVES, DEPENDENCIES, head);
            Random random = new Random(head);
            Question impact = n -> office.get(
                    "/initiatives/" + Office.initiative(random.nextInt(INITIATIVES)) + "/impact?slipDays=90&" + NOW);
            Question cycles = n -> office.get("/dependencies/cycles?register=BENCH&" + NOW);
            print("impact, the first question", 1, impact);
            print("impact, warming up", ASKS, impact);
            print("impact", ASKS, impact);
            print("cycles, the first question", 1, cycles);
            print("cycles", ASKS, cycles);
            Told promised = () -> {
                promise(office, random);
                office.awaitRows(ledger);
            };
            print("impact, each after a promise moved", ASKS, promised, impact);
            print("cycles, each after a promise moved", ASKS, promised, cycles);
            print(
                    "impact, as known at any position",
                    20,
                    n -> office.get("/initiatives/" + Office.initiative(random.nextInt(INITIATIVES / 2))
                            + "/impact?slipDays=90&" + NOW + "&knownAt=position:"
                            + (head / 2 + random.nextLong(head / 2))));
            print(
                    "graph, two steps round an initiative",
                    ASKS,
                    n -> office.get("/dependencies/graph?depth=2&" + NOW + "&initiative="
                            + Office.initiative(random.nextInt(INITIATIVES))));
            for (int n = 0; n < 3; n++) {
                Office.Streamed whole = office.stream("/dependencies/graph?limit=all&register=BENCH&" + NOW);
                System.out.printf(
                        Locale.ROOT,
                        "graph as a whole, streamed: first byte %.0f ms, last %.0f ms%n",
                        whole.first(),
                        whole.whole());
            }
        }
    }

    private interface Question {
        int ask(int number) throws Exception;
    }

    private interface Told {
        void tell() throws Exception;
    }

    private static void load(Office office) throws Exception {
        office.openInitiatives(INITIATIVES);
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int n = 0; n < DEPENDENCIES; n++) {
            int giver = random.nextInt(INITIATIVES - REACH - 1);
            int receiver = giver + 1 + random.nextInt(REACH);
            boolean back = n % BACK == 0;
            LocalDate needed = FIRST.plusDays(random.nextInt(1000));
            lines.add("""
                    {"key": "d-%1$s", "post": "/api/v1/dependencies", "body": {"id": "DEP-%1$s", "register": "%2$s", "giver": {"initiative": "%3$s"}, "receiver": {"initiative": "%4$s"}, "type": "INTER_PROGRAMME", "importance": "HIGH", "nature": "Cleared sites and approved drawings", "neededBy": "%5$s", "effectiveOn": "2012-01-05"}}""".formatted(
                            n,
                            Office.REGISTER,
                            Office.initiative(back ? receiver : giver),
                            Office.initiative(back ? giver : receiver),
                            needed));
            lines.add("""
                    {"key": "p-%1$s", "post": "/api/v1/dependencies/DEP-%1$s/promises", "body": {"promisedFor": "%2$s", "effectiveOn": "2012-01-06"}}""".formatted(n, needed.minusDays(random.nextInt(40) - 10L)));
            if (lines.size() >= LINES || n == DEPENDENCIES - 1) {
                office.imports(BodyPublishers.ofString(String.join("\n", lines)));
                lines.clear();
            }
        }
    }

    private static void promise(Office office, Random random) throws IOException, InterruptedException {
        office.post(
                "/dependencies/DEP-" + random.nextInt(DEPENDENCIES) + "/promises",
                "{\"promisedFor\": \"%s\", \"effectiveOn\": \"2012-02-01\"}"
                        .formatted(FIRST.plusDays(random.nextInt(1000))),
                UUID.randomUUID());
    }

    private static void print(String what, int asks, Question question) throws Exception {
        print(what, asks, () -> {}, question);
    }

    /** Times the questions, and not what is told before each. */
    private static void print(String what, int asks, Told before, Question question) throws Exception {
        double[] times = new double[asks];
        for (int n = 0; n < asks; n++) {
            before.tell();
            long begun = System.nanoTime();
            question.ask(n);
            times[n] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-40s p50 %7.1f   p99 %7.1f   slowest %7.1f ms of %d%n",
                what,
                times[asks / 2],
                times[Math.min(asks - 1, asks * 99 / 100)],
                times[asks - 1],
                asks);
    }
}
