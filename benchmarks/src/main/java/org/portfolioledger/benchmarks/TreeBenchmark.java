package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerMigration;
import org.portfolioledger.ledger.proof.LedgerLog;
import org.portfolioledger.ledger.proof.ProofMigration;
import org.portfolioledger.ledger.proof.TreeRecord;

/**
 * Facts appended in a second while the tree grows right behind, in the same process, against the same without a tree; and how
 * long proofs take below what was appended. {@code -Dproofs=2000}.
 */
public final class TreeBenchmark {

    private static final int PROOFS = Integer.getInteger("proofs", 2_000);

    private TreeBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool()) {
            LedgerMigration.migrate(server.owner());
            ProofMigration.migrate(server.owner());
            Ledger ledger = new Ledger(pool);
            Rounds.Here alone = AppendBenchmark.appending(new GroupAppender(ledger));
            TreeRecord tree = new TreeRecord(pool);
            Rounds.Contender followed = (writers, seconds) -> {
                try (LedgerLog log = log(server, pool)) {
                    log.start();
                    awaitTree(tree, ledger);
                    Rounds.Reached reached = alone.reach(writers, seconds);
                    System.out.printf(
                            Locale.ROOT,
                            "%s facts behind at the end%n",
                            ledger.head().position() - tree.size());
                    awaitTree(tree, ledger);
                    return reached;
                }
            };
            Rounds.warmUp(alone, followed);
            Rounds.head("with its tree", "without");
            for (int writers : new int[] {1, 16, 64}) Rounds.compare(writers, followed, alone);
            try (LedgerLog log = log(server, pool)) {
                log.start();
                awaitTree(tree, ledger);
            }
            prove(tree);
        }
    }

    private static LedgerLog log(Server server, HikariDataSource pool) {
        return new LedgerLog(
                pool,
                pool,
                server.owner(),
                server.owner(),
                null,
                new LedgerLog.Pace(Duration.ofSeconds(5), 1, Duration.ofHours(1)));
    }

    private static void awaitTree(TreeRecord tree, Ledger ledger) throws InterruptedException {
        long head = ledger.head().position();
        while (tree.size() < head) Thread.sleep(20);
    }

    private static void prove(TreeRecord tree) {
        long size = tree.size();
        Random random = new Random(1);
        double[] inclusion = new double[PROOFS];
        double[] consistency = new double[PROOFS];
        for (int n = -PROOFS; n < PROOFS; n++) {
            long begun = System.nanoTime();
            tree.inclusion(1 + random.nextLong(size), size);
            long between = System.nanoTime();
            tree.consistency(1 + random.nextLong(size), size);
            if (n < 0) continue;
            inclusion[n] = (between - begun) / 1e6;
            consistency[n] = (System.nanoTime() - between) / 1e6;
        }
        Arrays.sort(inclusion);
        Arrays.sort(consistency);
        System.out.printf(
                Locale.ROOT,
                "proofs below %s facts, ms: inclusion p50 %.2f p99 %.2f, consistency p50 %.2f p99 %.2f%n",
                size,
                inclusion[PROOFS / 2],
                inclusion[PROOFS * 99 / 100],
                consistency[PROOFS / 2],
                consistency[PROOFS * 99 / 100]);
    }
}
