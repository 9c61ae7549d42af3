package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.portfolioledger.command.axon.CommandProcessor;

/** Ratings recorded in a second by 64 writers of two command nodes on one database, against the same 64 on one node. */
public final class NodesBenchmark {

    private static final int WRITERS = 64;
    private static final int INITIATIVES = 2_000;

    private NodesBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource onePool = server.pool();
                HikariDataSource otherPool = server.pool();
                Office office = Office.open(server);
                Office other = Office.open(server)) {
            CommandProcessor one = CommandBenchmark.processor(office, onePool);
            CommandProcessor two = CommandBenchmark.processor(other, otherPool);
            office.openInitiatives(INITIATIVES);
            AtomicInteger next = new AtomicInteger();
            Rounds.Here onOne = () -> rating(one, next.getAndIncrement());
            Rounds.Here onTwo = () -> {
                int writer = next.getAndIncrement();
                return rating(writer % 2 == 0 ? one : two, writer);
            };
            Rounds.warmUp(onTwo, onOne);
            Rounds.head("two nodes", "one node");
            Rounds.compare(WRITERS, onTwo, onOne);
        }
    }

    private static Rounds.Work rating(CommandProcessor node, int writer) {
        String initiative = Office.initiative(writer % INITIATIVES);
        return number -> CommandBenchmark.assess(node, initiative, number);
    }
}
