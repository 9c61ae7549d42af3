package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the number of stored facts costs: the same 1,000 initiatives with ever more ratings; then the last size against the
 * same initiatives with fewer. {@code -Dfacts=10000,100000} names the sizes, {@code -Dagainst=100000} the smaller one,
 * {@code -Dpicture=FILE} draws the curves as SVG; with {@code -Dfolder=} a second run finds the data of the first.
 */
public final class GrowthBenchmark {

    private static final int INITIATIVES = 1_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int ASKS = Integer.getInteger("asks", 200);
    private static final int SECONDS = Integer.getInteger("seconds", 4);
    private static final int AGAINST = Integer.getInteger("against", 100_000);
    private static final int WRITERS = 16;

    /** A thousand ratings of each initiative at once, so that a run that was ended goes on where it was. */
    private static final int STRIDE = 1_000;

    private GrowthBenchmark() {}

    public static void main(String... arguments) throws Exception {
        List<Integer> sizes = Stream.of(
                        System.getProperty("facts", "10000,100000,1000000").split(","))
                .map(Integer::valueOf)
                .toList();
        try (Stored growing = Stored.open("growing")) {
            List<Growth.Point> points = curve(growing, sizes);
            String picture = System.getProperty("picture");
            if (picture != null) Files.writeString(Path.of(picture), Growth.drawn(points));
            try (Stored few = Stored.open("few")) {
                few.fill(AGAINST);
                compare(growing, sizes.getLast(), few);
            }
        }
    }

    private static List<Growth.Point> curve(Stored stored, List<Integer> sizes) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%10s %12s %14s %16s %16s %16s%n",
                "facts",
                "appends a s",
                "status p50 ms",
                "item p50, p99",
                "history p50, p99",
                "timeline p50, p99");
        List<Growth.Point> points = new ArrayList<>();
        for (int size : sizes) {
            stored.fill(size);
            Rounds.warmUp(stored.append());
            double[] status = times(stored.asking("/portfolios/PF/status?limit=100&asOf=%2$s"));
            double[] item = times(stored.asking("/initiatives/%1$s?asOf=%2$s"));
            double[] history = times(stored.asking("/initiatives/%1$s/history?limit=10"));
            double[] timeline = times(stored.asking("/initiatives/%1$s/timeline?limit=10"));
            double appends = rate(stored.append());
            points.add(new Growth.Point(size, appends, p50(status), p50(item), p50(history)));
            System.out.printf(
                    Locale.ROOT,
                    "%10d %12.0f %14.1f %9.1f %6.1f %9.1f %6.1f %9.1f %6.1f%n",
                    size,
                    appends,
                    p50(status),
                    p50(item),
                    p99(item),
                    p50(history),
                    p99(history),
                    p50(timeline),
                    p99(timeline));
        }
        return points;
    }

    private static void compare(Stored many, int facts, Stored few) throws Exception {
        Rounds.warmUp(many.append(), few.append());
        System.out.println("append");
        Rounds.head(facts + " facts", AGAINST + " facts");
        Rounds.compare(WRITERS, many.append(), few.append());
        for (String path : List.of(
                "/portfolios/PF/status?limit=100&asOf=%2$s",
                "/initiatives/%1$s?asOf=%2$s",
                "/initiatives/%1$s/history?limit=10",
                "/initiatives/%1$s/timeline?limit=10")) {
            System.out.println(path);
            Rounds.warmUp(many.asking(path), few.asking(path));
            Rounds.compare(1, many.asking(path), few.asking(path));
        }
    }

    /** A system with facts of the initiatives on record. */
    private record Stored(Server server, HikariDataSource pool, Office office, Ledger ledger, GroupAppender appender)
            implements AutoCloseable {

        static Stored open(String name) throws IOException, InterruptedException {
            Server server = Server.start(name);
            HikariDataSource pool = server.pool();
            Office office = Office.open(server);
            office.startReads(server);
            Ledger ledger = new Ledger(pool);
            if (ledger.lastSequence("initiative-" + Office.initiative(0)) < 0) office.openInitiatives(INITIATIVES);
            return new Stored(server, pool, office, ledger, new GroupAppender(ledger));
        }

        /** Until so many ratings are on record and in the rows. */
        void fill(int facts) throws IOException, InterruptedException {
            for (int rated = rated(); rated < facts / INITIATIVES; rated = rated()) {
                Past.rateAll(ledger, INITIATIVES, rated, Math.min(rated + STRIDE, facts / INITIATIVES));
                office.awaitRows(ledger);
            }
            // As PostgreSQL does by itself within a minute.
            JdbcClient.create(pool).sql("analyze").update();
        }

        private int rated() {
            return Math.toIntExact(ledger.lastSequence("rag-" + Office.initiative(INITIATIVES - 1)) + 1);
        }

        Rounds.Here append() {
            return AppendBenchmark.appending(appender);
        }

        /** The path of an initiative on a day, each of them at random. */
        Rounds.Here asking(String path) {
            int days = rated();
            return () -> {
                Random random = new Random(1);
                return _ -> {
                    LocalDate day = CommandBenchmark.day(random.nextInt(days));
                    String asked = path.formatted(Office.initiative(random.nextInt(INITIATIVES)), day);
                    if (office.get(asked) == 0) throw new IllegalStateException("no answer");
                };
            };
        }

        @Override
        public void close() throws IOException {
            office.close();
            pool.close();
            server.close();
        }
    }

    private static double[] times(Rounds.Here asking) throws Exception {
        Rounds.Work question = asking.writer();
        for (int n = 0; n < ASKS / 2; n++) question.once(n);
        double[] times = new double[ASKS];
        for (int n = 0; n < ASKS; n++) {
            long begun = System.nanoTime();
            question.once(n);
            times[n] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static double p50(double... times) {
        return times[times.length / 2];
    }

    private static double p99(double... times) {
        return times[(int) (times.length * 0.99)];
    }

    private static double rate(Rounds.Here append) throws Exception {
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++)
            rates[round] = append.reach(WRITERS, SECONDS).rate();
        Arrays.sort(rates);
        return p50(rates);
    }
}
