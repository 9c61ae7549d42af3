package org.portfolioledger.ledger.axon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.portfolioledger.ledger.LedgerDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Axon's own JDBC engine, as it comes but for the time-out of its gaps. */
final class StockStore implements Store {

    private final LedgerDatabase database = LedgerDatabase.bare();
    private final JdbcEventStorageEngine engine;
    private volatile Duration off = Duration.ZERO;

    StockStore(Duration gapTimeout) {
        var serializer = Jackson3Serializer.builder().build();
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(database.owner()::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .gapTimeout(Math.toIntExact(gapTimeout.toMillis()))
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public LedgerDatabase database() {
        return database;
    }

    @Override
    public Table table() {
        return new Table("DomainEventEntry", "aggregateIdentifier");
    }

    @Override
    public void step(Duration off) {
        this.off = off;
    }

    @Override
    public String append(String stream, long sequence) {
        var event = new GenericDomainEventMessage<>(
                "case",
                stream,
                sequence,
                new GenericMessage<>(new Noted(stream)),
                Instant.now().plus(off));
        engine.appendEvents(event);
        return event.getIdentifier();
    }

    @Override
    public int queued() {
        return 0;
    }

    @Override
    public List<String> committed() {
        return JdbcClient.create(database.owner())
                .sql("select eventIdentifier from DomainEventEntry order by globalIndex")
                .query(String.class)
                .list();
    }
}
