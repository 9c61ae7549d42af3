package org.portfolioledger.benchmarks;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Ratings recorded in a second over HTTP, against event stores of others that append to the same PostgreSQL in process. */
public final class PeersBenchmark {

    private static final int WRITERS = 16;
    private static final int INITIATIVES = 2_000;

    private PeersBenchmark() {}

    public static void main(String... arguments) throws Exception {
        Npm.install();
        try (Server server = Server.start();
                Office office = Office.open(server);
                MessageDb messageDb = MessageDb.install(server);
                Emmett emmett = Emmett.start(server)) {
            office.openInitiatives(INITIATIVES);
            AtomicInteger next = new AtomicInteger();
            Rounds.Here overHttp = () -> {
                String initiative = Office.initiative(next.getAndIncrement() % INITIATIVES);
                return number -> office.post(
                        "/initiatives/" + initiative + "/rag-assessments",
                        CommandBenchmark.rating(number, CommandBenchmark.day(number)),
                        UUID.randomUUID());
            };
            Rounds.warmUp(overHttp, messageDb, emmett);
            Rounds.head("command over HTTP", "message-db in process");
            Rounds.compare(WRITERS, overHttp, messageDb);
            Rounds.head("command over HTTP", "emmett in process");
            Rounds.compare(WRITERS, overHttp, emmett);
        }
    }
}
