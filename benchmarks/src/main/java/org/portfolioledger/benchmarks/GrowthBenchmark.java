package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;

/**
 * What the number of stored facts costs: the same 1,000 initiatives with ever more ratings. {@code -Dfacts=10000,100000}
 * names the sizes, {@code -Dpicture=FILE} draws the curves as SVG.
 */
public final class GrowthBenchmark {

    private static final int INITIATIVES = 1_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int ASKS = Integer.getInteger("asks", 50);
    private static final int SECONDS = Integer.getInteger("seconds", 4);

    private GrowthBenchmark() {}

    public static void main(String... arguments) throws Exception {
        List<Integer> sizes = Stream.of(
                        System.getProperty("facts", "10000,100000,1000000").split(","))
                .map(Integer::valueOf)
                .toList();
        List<Growth.Point> points = new ArrayList<>();
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            office.startReads(server);
            office.openInitiatives(INITIATIVES);
            Ledger ledger = new Ledger(pool);
            GroupAppender appender = new GroupAppender(ledger);
            Rounds.Here append = AppendBenchmark.appending(appender);
            System.out.printf(
                    Locale.ROOT,
                    "%10s %14s %14s %14s %14s%n",
                    "facts",
                    "appends a s",
                    "status p50 ms",
                    "item p50 ms",
                    "history p50 ms");
            int rated = 0;
            for (int size : sizes) {
                int ratings = size / INITIATIVES;
                Past.rateAll(ledger, INITIATIVES, rated, ratings);
                rated = ratings;
                office.awaitRows(ledger);
                Rounds.warmUp(append);
                Random random = new Random(1);
                int last = ratings;
                double status = median(() -> office.get(
                        "/portfolios/PF/status?limit=100&asOf=" + CommandBenchmark.day(random.nextInt(last))));
                double item = median(() -> office.get(
                        "/initiatives/" + any(random) + "?asOf=" + CommandBenchmark.day(random.nextInt(last))));
                double history = median(() -> office.get("/initiatives/" + any(random) + "/history?limit=10"));
                double appends = rate(append);
                Growth.Point point = new Growth.Point(size, appends, status, item, history);
                points.add(point);
                System.out.printf(
                        Locale.ROOT, "%10d %14.0f %14.1f %14.1f %14.1f%n", size, appends, status, item, history);
            }
        }
        String picture = System.getProperty("picture");
        if (picture != null) Files.writeString(Path.of(picture), Growth.drawn(points));
    }

    private static String any(Random random) {
        return Office.initiative(random.nextInt(INITIATIVES));
    }

    @FunctionalInterface
    private interface Question {
        int ask() throws Exception;
    }

    private static double median(Question question) throws Exception {
        for (int n = 0; n < ASKS / 2; n++) question.ask();
        double[] times = new double[ASKS];
        for (int n = 0; n < ASKS; n++) {
            long begun = System.nanoTime();
            question.ask();
            times[n] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[ASKS / 2];
    }

    private static double rate(Rounds.Here append) throws Exception {
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++)
            rates[round] = append.reach(16, SECONDS).rate();
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }
}
