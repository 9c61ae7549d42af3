package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the number of stored facts costs: portfolios of 1,000 initiatives with up to 100 ratings each, ever more of them, in
 * turns with one number of facts. {@code -Dfacts=10000,1000000} names the numbers, {@code -Dagainst=100000} the one,
 * {@code -Dpicture=FILE} draws the curves as SVG; with {@code -Dfolder=} a second run finds the data of the first.
 */
public final class GrowthBenchmark {

    private static final int INITIATIVES = 1_000;
    private static final int AGAINST = Integer.getInteger("against", 100_000);
    private static final int WRITERS = 16;

    private static final int MOST_RATINGS = 100;

    private GrowthBenchmark() {}

    public static void main(String... arguments) throws Exception {
        List<Integer> sizes = Stream.of(
                        System.getProperty("facts", "10000,1000000").split(","))
                .map(Integer::valueOf)
                .toList();
        List<Growth.Point> points = new ArrayList<>();
        points.add(new Growth.Point(AGAINST, 1, 1, 1, 1, 1));
        for (int size : sizes) points.add(compared(size));
        points.sort(Comparator.comparingInt(Growth.Point::facts));
        String picture = System.getProperty("picture");
        if (picture != null) Files.writeString(Path.of(picture), Growth.drawn(points));
    }

    private static Growth.Point compared(int size) throws Exception {
        try (Stored many = Stored.open("with-" + size)) {
            many.fill(size);
            try (Stored few = Stored.open("against-" + size)) {
                few.fill(AGAINST);
                double status = compare(size, many, few, "/portfolios/%3$s/status?limit=100&asOf=%2$s");
                double item = compare(size, many, few, "/initiatives/%1$s?asOf=%2$s");
                double history = compare(size, many, few, "/initiatives/%1$s/history?limit=10");
                double timeline = compare(size, many, few, "/initiatives/%1$s/timeline?limit=10");
                // Last and hardly warmed up, as it leaves more facts than were asked for.
                for (Stored each : List.of(many, few)) each.append().reach(WRITERS, 2);
                double append = compare(size, "append", WRITERS, many.append(), few.append());
                return new Growth.Point(size, 1 / append, 1 / status, 1 / item, 1 / history, 1 / timeline);
            }
        }
    }

    private static double compare(int size, Stored many, Stored few, String path) throws Exception {
        Rounds.Here asksMany = many.asking(path, size);
        Rounds.Here asksFew = few.asking(path, AGAINST);
        Rounds.warmUp(asksMany, asksFew);
        return compare(size, path, 1, asksMany, asksFew);
    }

    private static double compare(int size, String what, int writers, Rounds.Here many, Rounds.Here few)
            throws Exception {
        System.out.println(what);
        Rounds.head(size + " facts", AGAINST + " facts");
        return Rounds.compare(writers, many, few);
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
            return new Stored(server, pool, office, ledger, new GroupAppender(ledger));
        }

        /** Until so many ratings are on record and in the rows. */
        void fill(int facts) throws IOException, InterruptedException {
            int ratings = Math.min(facts / INITIATIVES, MOST_RATINGS);
            long before = ledger.head().position();
            for (int number = 0; number < facts / INITIATIVES / ratings; number++) {
                int first = number * INITIATIVES;
                if (rated(first + INITIATIVES - 1) > 0) continue;
                if (ledger.lastSequence("portfolio-" + portfolio(number)) < 0) office.openPortfolio(portfolio(number));
                if (ledger.lastSequence("initiative-" + Office.initiative(first)) < 0)
                    office.openInitiatives(portfolio(number), first, first + INITIATIVES);
                for (int initiative = first; initiative < first + INITIATIVES; initiative++)
                    if (rated(initiative) == 0) Past.rate(ledger, Office.initiative(initiative), ratings);
                office.awaitRows(ledger);
            }
            // As PostgreSQL does by itself within a minute.
            if (ledger.head().position() > before)
                JdbcClient.create(pool).sql("vacuum analyze").update();
        }

        private static String portfolio(int number) {
            return "PF-" + number;
        }

        private int rated(int initiative) {
            return Math.toIntExact(ledger.lastSequence("rag-" + Office.initiative(initiative)) + 1);
        }

        Rounds.Here append() {
            return AppendBenchmark.appending(appender);
        }

        /** The path of an initiative, a day and a portfolio, each of them at random. */
        Rounds.Here asking(String path, int facts) {
            int days = rated(0);
            int portfolios = Math.max(1, facts / INITIATIVES / MOST_RATINGS);
            return () -> {
                Random random = new Random(1);
                return _ -> {
                    String asked = path.formatted(
                            Office.initiative(random.nextInt(portfolios * INITIATIVES)),
                            CommandBenchmark.day(random.nextInt(days)),
                            portfolio(random.nextInt(portfolios)));
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
}
