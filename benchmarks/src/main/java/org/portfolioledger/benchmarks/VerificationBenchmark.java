package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.portfolioledger.ledger.Ledger;

/**
 * Verification of all rows against the facts, against a bare JDBC cursor that reads every column of the same facts.
 * {@code -Dlines=100000 -Dinitiatives=1000 -Drounds=5}; with {@code -Dfolder=} a second run finds the data of the first.
 */
public final class VerificationBenchmark {

    private static final int LINES = Integer.getInteger("lines", 100_000);
    private static final int INITIATIVES = Integer.getInteger("initiatives", 1_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private VerificationBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            office.startReads(server);
            Ledger ledger = new Ledger(pool);
            if (ledger.head().position() < LINES) ImportBenchmark.imported(office, ledger, "V", LINES, INITIATIVES);
            long facts = office.awaitRows(ledger);
            office.verify();
            readAll(pool, facts);
            System.out.printf("facts a second; %s facts of %s initiatives%n", facts, INITIATIVES);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double verified = rate(facts, office::verify);
                double read = rate(facts, () -> readAll(pool, facts));
                ratios.add(verified / read);
                System.out.printf(
                        Locale.ROOT,
                        "verified %8.0f   read by a bare cursor %8.0f   ratio %.3f%n",
                        verified,
                        read,
                        ratios.getLast());
            }
            System.out.printf(
                    Locale.ROOT,
                    "median ratio %.3f%n",
                    ratios.stream().sorted().toList().get(ROUNDS / 2));
        }
    }

    private interface Pass {
        void once() throws Exception;
    }

    private static double rate(long facts, Pass pass) throws Exception {
        long begun = System.nanoTime();
        pass.once();
        return facts * 1e9 / (System.nanoTime() - begun);
    }

    private static void readAll(DataSource pool, long facts) throws SQLException {
        long read = 0;
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select =
                    connection.prepareStatement("select * from ledger.event order by position")) {
                select.setFetchSize(1_000);
                try (ResultSet rows = select.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    for (; rows.next(); read++) for (int n = 1; n <= columns; n++) rows.getObject(n);
                }
            }
            connection.rollback();
        }
        if (read != facts) throw new IllegalStateException(read + " facts were read, of " + facts);
    }
}
