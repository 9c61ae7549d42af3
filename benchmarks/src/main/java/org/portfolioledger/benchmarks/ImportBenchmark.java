package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.portfolioledger.ledger.Ledger;

/**
 * The past of a portfolio, taken as one file: initiatives, and their ratings month by month; until its rows are caught up.
 * Against the same ratings sent one after the other. {@code -Dlines=100000 -Dinitiatives=1000 -Drounds=5}.
 */
public final class ImportBenchmark {

    private static final int LINES = Integer.getInteger("lines", 100_000);
    private static final int INITIATIVES = Integer.getInteger("initiatives", 1_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int ALONE = Integer.getInteger("alone", 2_000);
    private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);

    private ImportBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            office.startReads(server);
            Ledger ledger = new Ledger(pool);
            imported(office, ledger, "W", Math.min(LINES, 20_000), INITIATIVES);
            alone(office, ledger, "W", ALONE);
            System.out.printf(
                    "facts a second until they are in the rows; one file of %s lines, or one by one%n", LINES);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double file = imported(office, ledger, "R" + round, LINES, INITIATIVES);
                double alone = alone(office, ledger, "R" + round, ALONE);
                ratios.add(file / alone);
                System.out.printf(
                        Locale.ROOT,
                        "%10.0f of a file %10.0f one by one %8.1f times; heap %d MB%n",
                        file,
                        alone,
                        file / alone,
                        heapInUse() >> 20);
            }
            System.out.printf(
                    Locale.ROOT,
                    "median %.1f times%n",
                    ratios.stream().sorted().toList().get(ROUNDS / 2));
        }
    }

    static double imported(Office office, Ledger ledger, String prefix, int lines, int most)
            throws IOException, InterruptedException {
        long before = ledger.head().position();
        double recorded = send(office, prefix, lines, most);
        long sent = System.nanoTime();
        long facts = office.awaitRows(ledger) - before;
        double whole = recorded + (System.nanoTime() - sent) / 1e9;
        System.out.printf(
                Locale.ROOT, "%10d facts recorded after %.1f s, in the rows after %.1f s%n", facts, recorded, whole);
        return facts / whole;
    }

    /**
     * Sends a file of so many lines: initiatives, and their ratings month by month.
     *
     * @return how many seconds it took
     */
    static double send(Office office, String prefix, int lines, int most) throws IOException, InterruptedException {
        Path file = Files.createTempFile("import", ".ndjson");
        try {
            write(file, prefix, lines, most);
            long begun = System.nanoTime();
            office.imports(BodyPublishers.ofFile(file));
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, String prefix, int lines, int most) throws IOException {
        int initiatives = Math.min(most, lines / 2);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int number = 0; number < initiatives; number++)
                out.write("""
                        {"key": "open-%1$s", "post": "/api/v1/initiatives", "body": {"id": "%1$s", "register": "%2$s", "level": "PROGRAMME", "name": "Homes", "owners": ["HR"], "placement": {"portfolio": "PF"}, "effectiveOn": "2011-01-05"}}
                        """.formatted(initiative(prefix, number), Office.REGISTER));
            for (int number = 0; number < lines - initiatives; number++)
                out.write("""
                        {"key": "%s-%s", "post": "/api/v1/initiatives/%s/rag-assessments", "body": %s}
                        """.formatted(
                                prefix,
                                number,
                                initiative(prefix, number % initiatives),
                                CommandBenchmark.rating(number / initiatives, FIRST.plusMonths(number / initiatives))));
        }
    }

    private static double alone(Office office, Ledger ledger, String prefix, int many)
            throws IOException, InterruptedException {
        long before = ledger.head().position();
        long begun = System.nanoTime();
        for (int number = 0; number < many; number++)
            office.post(
                    "/initiatives/" + initiative(prefix, number % INITIATIVES) + "/rag-assessments",
                    CommandBenchmark.rating(number, FIRST.minusMonths(1 + number / INITIATIVES)),
                    UUID.randomUUID());
        long facts = office.awaitRows(ledger) - before;
        return facts * 1e9 / (System.nanoTime() - begun);
    }

    static String initiative(String prefix, int number) {
        return "PG-" + prefix + "-" + number;
    }

    private static long heapInUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
