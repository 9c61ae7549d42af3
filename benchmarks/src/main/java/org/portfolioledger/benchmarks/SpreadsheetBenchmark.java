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
 * The monthly returns of a portfolio as CSV, each row a rating, by a mapping; until their rows are caught up. Against a dry
 * run of the first. {@code -Drows=10000 -Drounds=5}.
 */
public final class SpreadsheetBenchmark {

    private static final int ROWS = Integer.getInteger("rows", 10_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final LocalDate FIRST = LocalDate.of(2012, 1, 31);
    private static final String MAPPING = """
            {"id": "MP", "register": "BENCH", "name": "Monthly return", "portfolio": "PF", "effectiveOn": "2011-01-01",
             "columns": [{"name": "project", "kind": "TEXT"}, {"name": "rating", "kind": "TEXT", "values": {"G": "GREEN", "A": "AMBER"}},
                         {"name": "why", "kind": "TEXT"}],
             "recognition": {"called": "project", "oneRowEach": true},
             "commands": [
               {"step": "opened", "when": ["NEW"], "post": "/initiatives",
                "body": [{"at": "/id", "value": "{@initiative}"}, {"at": "/register", "value": "{@register}"}, {"at": "/level", "value": "PROJECT"},
                         {"at": "/name", "value": "{project}"}, {"at": "/placement/portfolio", "value": "{@portfolio}"}]},
               {"step": "rating", "stated": ["rating"], "post": "/initiatives/{@initiative}/rag-assessments",
                "body": [{"at": "/scheme", "value": "MPS_2011"}, {"at": "/criterion", "value": "RISKS_AND_MITIGATION"},
                         {"at": "/assessor", "value": "PORTFOLIO_OFFICE"}, {"at": "/rating", "value": "{rating}"}, {"at": "/rationale", "value": "{why}"}]}]}""";

    private SpreadsheetBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            office.startReads(server);
            Ledger ledger = new Ledger(pool);
            office.post("/mappings", MAPPING, UUID.randomUUID());
            System.out.printf("rows a second until they are in the rows; %s rows a file%n", ROWS);
            List<Double> rates = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                double dry = sent(office, ledger, round, "&dryRun=true");
                double rate = sent(office, ledger, round, "");
                if (round > 0) rates.add(rate);
                System.out.printf(
                        Locale.ROOT,
                        "%10.0f recorded %10.0f in a dry run%s%n",
                        rate,
                        dry,
                        round == 0 ? ", and opened" : "");
            }
            System.out.printf(
                    Locale.ROOT,
                    "median %.0f%n",
                    rates.stream().sorted().toList().get(ROUNDS / 2));
        }
    }

    private static double sent(Office office, Ledger ledger, int round, String how)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("return", ".csv");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("project,rating,why\r\n");
                for (int row = 0; row < ROWS; row++)
                    out.write("\"Project %s, stage 2\",%s,Ground works are %s weeks late\r\n"
                            .formatted(row, (row + round) % 3 == 0 ? "A" : "G", row % 9));
            }
            long begun = System.nanoTime();
            office.spreadsheet(BodyPublishers.ofFile(file), "?mapping=MP&snapshot=" + FIRST.plusMonths(round) + how);
            office.awaitRows(ledger);
            return ROWS * 1e9 / (System.nanoTime() - begun);
        } finally {
            Files.delete(file);
        }
    }
}
