package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerMigration;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;

/** Facts appended in a second through the ledger, against plain one-row INSERT and COMMIT, at 1, 16 and 64 writers. */
public final class AppendBenchmark {

    private AppendBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool()) {
            LedgerMigration.migrate(server.owner());
            PlainTable plain = PlainTable.create(pool);
            GroupAppender appender = new GroupAppender(new Ledger(pool));
            Rounds.Here ledger = appending(appender);
            Rounds.warmUp(ledger, plain);
            Rounds.head("ledger", "plain INSERT+COMMIT");
            for (int writers : new int[] {1, 16, 64}) Rounds.compare(writers, ledger, plain);
        }
    }

    /** Each writer to a stream of its own. */
    static Rounds.Here appending(GroupAppender appender) {
        return () -> {
            String stream = "rag-" + UUID.randomUUID();
            return sequence -> append(appender, stream, sequence);
        };
    }

    private static void append(GroupAppender appender, String stream, long sequence) {
        NewEvent event = new NewEvent(
                UUID.randomUUID(),
                stream,
                sequence,
                "rag-assessed",
                1,
                Payload.BYTES,
                Payload.METADATA,
                LocalDate.of(2011, 6, 13));
        AppendRequest request = new AppendRequest(
                new CommandKey("bench", UUID.randomUUID().toString()), "f", "BENCH", null, List.of(event), List.of());
        if (!(appender.append(request) instanceof Outcome.Appended))
            throw new IllegalStateException("a request was not appended");
    }
}
