package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.query.row.Generation;
import org.portfolioledger.query.row.RowProjection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rebuild of all rows of a ledger, until they are compared and live, against Axon's pooled processor with its defaults over
 * the same events in its own JDBC engine, which writes one upsert an event. {@code -Dfacts=50000 -Drounds=5}.
 */
public final class RebuildBenchmark {

    private static final int FACTS = Integer.getInteger("facts", 50_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private RebuildBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            office.startReads(server);
            Ledger ledger = new Ledger(pool);
            ImportBenchmark.imported(office, ledger, "F", FACTS, FACTS / 50);
            AxonStore axon = AxonStore.create(pool).filledFrom(ledger);
            JdbcClient jdbc = JdbcClient.create(pool);
            jdbc.sql("create table public.entity"
                            + " (stream text primary key, sequence bigint not null, fact text not null)")
                    .update();
            JdbcTokenStore tokens = JdbcTokenStore.builder()
                    .connectionProvider(axon.source()::getConnection)
                    .serializer(axon.serializer())
                    .build();
            tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
            long facts = ledger.head().position();
            rebuilt(office.projection());
            System.out.printf("facts a second, of %s%n", facts);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double ours = facts / rebuilt(office.projection());
                double theirs = facts / processed(axon, tokens, "rows-" + round, new Upsert(jdbc, facts));
                ratios.add(ours / theirs);
                System.out.printf(
                        Locale.ROOT,
                        "%10.0f rebuilt %10.0f by Axon's processor %8.1f times%n",
                        ours,
                        theirs,
                        ours / theirs);
            }
            System.out.printf(
                    Locale.ROOT,
                    "median %.1f times%n",
                    ratios.stream().sorted().toList().get(ROUNDS / 2));
        }
    }

    /** Seconds. */
    private static double rebuilt(RowProjection projection) {
        long begun = System.nanoTime();
        int number = projection
                .rebuild()
                .ask("p-office", "measured", false)
                .orElseThrow()
                .number();
        while (true) {
            Generation.State state =
                    projection.generations().find(number).orElseThrow().state();
            if (state == Generation.State.LIVE) return (System.nanoTime() - begun) / 1e9;
            if (state == Generation.State.FAILED) throw new IllegalStateException("the rebuild failed");
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Seconds. */
    private static double processed(AxonStore axon, JdbcTokenStore tokens, String name, Upsert upsert)
            throws InterruptedException {
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(axon.engine()).build();
        // So many threads, as Axon's configuration gives a processor.
        ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1);
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(4);
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(upsert)
                        .build())
                .messageSource(store)
                // Its own Jackson serializer cannot read back the token of a replay, which is the default.
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenStore(tokens)
                .transactionManager(axon.transactions())
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .build();
        long begun = System.nanoTime();
        processor.start();
        upsert.left.await();
        double took = (System.nanoTime() - begun) / 1e9;
        processor.shutDown();
        coordinator.shutdown();
        workers.shutdown();
        store.shutDown();
        return took;
    }

    /** What a handler of events does as a rule: it keeps the latest of each entity. */
    static final class Upsert {

        private final JdbcClient jdbc;
        private final CountDownLatch left;

        Upsert(JdbcClient jdbc, long facts) {
            this.jdbc = jdbc;
            this.left = new CountDownLatch(Math.toIntExact(facts));
        }

        @EventHandler
        void on(GovernanceFact fact, DomainEventMessage<?> message) {
            jdbc.sql("insert into public.entity (stream, sequence, fact) values (?, ?, ?) on conflict (stream)"
                            + " do update set sequence = excluded.sequence, fact = excluded.fact")
                    .params(message.getAggregateIdentifier(), message.getSequenceNumber(), fact.toString())
                    .update();
            left.countDown();
        }
    }
}
