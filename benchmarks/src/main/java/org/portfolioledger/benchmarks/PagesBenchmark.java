package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** First pages of ten of what is on record of an initiative with many ratings and names, against one with 10 ratings. */
public final class PagesBenchmark {

    private static final int SHORT = 10;
    private static final List<Integer> LONG = List.of(1_000, 10_000);

    private static final List<String> PATHS = List.of(
            "/initiatives/%s/history?limit=10",
            "/audit/facts?stream=rag-%s&limit=10",
            "/initiatives/%s/rag-assessments?limit=10",
            "/initiatives/%s",
            "/initiatives?limit=10&parent=%s",
            "/changes?from=position:20&limit=10&kind=initiative");

    private PagesBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            office.startReads(server);
            office.openInitiatives(1 + LONG.size());
            Ledger ledger = new Ledger(pool);
            Past.rate(ledger, Office.initiative(0), SHORT);
            for (int n = 0; n < LONG.size(); n++) {
                Past.rate(ledger, Office.initiative(n + 1), LONG.get(n));
                Past.rename(ledger, Office.initiative(n + 1), LONG.get(n) / 5);
            }
            office.awaitRows(ledger);
            // As PostgreSQL does by itself within a minute: what was planned for an empty table walks all of a full
            // one.
            JdbcClient.create(pool).sql("analyze").update();
            for (String path : PATHS) {
                Rounds.Here onShort = asking(office, path, 0);
                for (int n = 0; n < LONG.size(); n++) {
                    Rounds.Here onLong = asking(office, path, n + 1);
                    Rounds.warmUp(onLong, onShort);
                    System.out.println(path);
                    Rounds.head(LONG.get(n) + " ratings", "10 ratings");
                    Rounds.compare(1, onLong, onShort);
                }
            }
        }
    }

    private static Rounds.Here asking(Office office, String path, int initiative) {
        return () -> _ -> {
            if (office.get(path.formatted(Office.initiative(initiative))) == 0)
                throw new IllegalStateException("no answer");
        };
    }
}
