package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The status of a portfolio at any (asOf, knownAt): counts and first page of 100, against DISTINCT ON over an indexed table
 * of the same facts; then the whole list, streamed. {@code -Dlines=1000000 -Dinitiatives=10000 -Drounds=5 -Dasks=20}; with
 * {@code -Dimported=100000} later facts are appended without being decided upon, and with {@code -Dfolder=} a second run
 * finds the data of the first.
 */
public final class StatusBenchmark {

    private static final int LINES = Integer.getInteger("lines", 1_000_000);
    private static final int INITIATIVES = Integer.getInteger("initiatives", 10_000);
    private static final int IMPORTED = Integer.getInteger("imported", LINES);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int ASKS = Integer.getInteger("asks", 20);
    private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);

    private StatusBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            office.startReads(server);
            Ledger ledger = new Ledger(pool);
            load(office, ledger);
            JdbcClient jdbc = JdbcClient.create(pool);
            plainTable(jdbc);
            long head = ledger.head().position();
            Random random = new Random(1);
            Supplier<LocalDate> day = () -> FIRST.plusDays(random.nextInt(LINES / INITIATIVES * 30));
            LongSupplier past = () -> head / 2 + random.nextLong(head / 2);
            IntFunction<String> asked =
                    n -> "asOf=" + day.get() + (n % 2 == 0 ? "" : "&knownAt=position:" + past.getAsLong());
            for (int n = 0; n < 10; n++) office.get("/portfolios/PF/status?limit=100&" + asked.apply(n));
            System.out.printf("milliseconds of %s questions each; %s initiatives, %s facts%n", ASKS, INITIATIVES, head);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double[] status = times(n -> office.get("/portfolios/PF/status?limit=100&" + asked.apply(n)));
                double[] distinct = times(n -> distinctOn(jdbc, day.get(), n % 2 == 0 ? head : past.getAsLong()));
                ratios.add(distinct[ASKS / 2] / status[ASKS / 2]);
                System.out.printf(
                        Locale.ROOT,
                        "status p50 %.1f p99 %.1f   DISTINCT ON p50 %.1f p99 %.1f   %.2f times faster%n",
                        status[ASKS / 2],
                        status[ASKS - 1],
                        distinct[ASKS / 2],
                        distinct[ASKS - 1],
                        ratios.getLast());
            }
            System.out.printf(Locale.ROOT, "median %.2f times faster%n", median(ratios));
            double[] totals = times(n -> office.get("/portfolios/PF/status?limit=1&include=TOTALS&" + asked.apply(n)));
            System.out.printf(Locale.ROOT, "with its totals p50 %.1f p99 %.1f%n", totals[ASKS / 2], totals[ASKS - 1]);
            whole(office, asked);
        }
    }

    /** The whole list at any point, against the present one. */
    private static void whole(Office office, IntFunction<String> asked) throws Exception {
        String path = "/portfolios/PF/status?limit=all&";
        for (int n = 0; n < 3; n++) office.stream(path + asked.apply(n));
        List<Double> first = new ArrayList<>();
        List<Double> anyPoint = new ArrayList<>();
        List<Double> present = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS * 2; round++) {
            Office.Streamed any = office.stream(path + asked.apply(round));
            Office.Streamed now = office.stream(path + "asOf=" + FIRST.plusDays(LINES / INITIATIVES * 30L));
            first.add(any.first());
            anyPoint.add(any.whole());
            present.add(now.whole());
            ratios.add(any.whole() / now.whole());
        }
        System.out.printf(
                Locale.ROOT,
                "all, streamed: %.0f ms at any point, %.0f ms at the present one, %.2f times; first byte p50 %.0f, last %.0f ms%n",
                median(anyPoint),
                median(present),
                median(ratios),
                median(first),
                first.stream().max(Double::compare).orElseThrow());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** The first facts are imported, the rest appended on the same grounds without being decided upon. */
    private static void load(Office office, Ledger ledger) throws Exception {
        if (ledger.head().position() < Math.min(LINES, IMPORTED))
            ImportBenchmark.imported(office, ledger, "S", Math.min(LINES, IMPORTED), INITIATIVES);
        List<String> initiatives = IntStream.range(0, INITIATIVES)
                .mapToObj(number -> ImportBenchmark.initiative("S", number))
                .toList();
        int from = (int) ledger.lastSequence("rag-" + initiatives.getFirst()) + 1;
        Past.rateMonthly(ledger, initiatives, FIRST, from, LINES / INITIATIVES - 1);
        office.awaitRows(ledger);
    }

    private interface Question {
        int ask(int number) throws Exception;
    }

    private static double[] times(Question question) throws Exception {
        double[] times = new double[ASKS];
        for (int n = 0; n < ASKS; n++) {
            long begun = System.nanoTime();
            question.ask(n);
            times[n] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    /** The ratings of the same facts with a typed column each. */
    private static void plainTable(JdbcClient jdbc) {
        jdbc.sql("drop table if exists public.rated").update();
        jdbc.sql("""
                        create table public.rated as
                        select convert_from(payload, 'UTF8')::jsonb ->> 'initiative' as initiative, effective_on, position,
                               convert_from(payload, 'UTF8')::jsonb ->> 'rating' as rating,
                               convert_from(payload, 'UTF8')::jsonb as fact
                        from ledger.event where type = 'rag-assessed'""").update();
        jdbc.sql("create index rated_latest on public.rated (initiative, effective_on desc, position desc)")
                .update();
        jdbc.sql("analyze public.rated").update();
    }

    /** Counts by rating and the first hundred of the latest ratings. */
    private static int distinctOn(JdbcClient jdbc, LocalDate asOf, long position) {
        return jdbc.sql("""
                        with latest as (
                            select distinct on (initiative) initiative, rating, fact from public.rated
                            where effective_on <= :asOf and position <= :position
                            order by initiative, effective_on desc, position desc)
                        select (select jsonb_object_agg(rating, n) from (select rating, count(*) as n from latest group by rating) c)::text,
                               (select jsonb_agg(fact) from (select fact from latest order by initiative limit 100) p)::text""")
                .param("asOf", asOf)
                .param("position", position)
                .query((row, _) -> row.getString(1).length() + row.getString(2).length())
                .single();
    }
}
