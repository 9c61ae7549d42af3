package org.portfolioledger.benchmarks;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.row.FactDecoder;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Axon's own JDBC engine with its own Jackson serializer and its defaults.
 *
 * @param source its connections join the transaction that {@code transactions} began
 */
record AxonStore(
        JdbcEventStorageEngine engine,
        DataSource source,
        TransactionManager transactions,
        Jackson3Serializer serializer) {

    private static final int PAGE = 500;

    /** An empty one. */
    static AxonStore create(DataSource pool) {
        DataSource source = new TransactionAwareDataSourceProxy(pool);
        TransactionManager transactions = transactions(pool);
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(source::getConnection)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return new AxonStore(engine, source, transactions, serializer);
    }

    private static TransactionManager transactions(DataSource pool) {
        PlatformTransactionManager platform = new JdbcTransactionManager(pool);
        TransactionTemplate usual = new TransactionTemplate(platform);
        return () -> {
            TransactionStatus begun = platform.getTransaction(usual);
            return new Transaction() {
                @Override
                public void commit() {
                    if (!begun.isCompleted()) platform.commit(begun);
                }

                @Override
                public void rollback() {
                    if (!begun.isCompleted()) platform.rollback(begun);
                }
            };
        };
    }

    /** Appends the facts of a ledger in their order, each under its stream and sequence. */
    AxonStore filledFrom(Ledger ledger) {
        FactDecoder decoder = new FactDecoder();
        long position = 0;
        List<StoredEvent> page = ledger.after(position, PAGE);
        while (!page.isEmpty()) {
            List<? extends EventMessage<?>> messages =
                    page.stream().map(stored -> message(decoder, stored)).toList();
            transactions.executeInTransaction(() -> engine.appendEvents(messages));
            position = page.getLast().position();
            page = ledger.after(position, PAGE);
        }
        return this;
    }

    private static EventMessage<?> message(FactDecoder decoder, StoredEvent stored) {
        Map<String, String> sender = Map.of(
                "actor", stored.command().actor(), "command", stored.command().key());
        return new GenericDomainEventMessage<>(
                "facts",
                stored.stream(),
                stored.sequence(),
                new GenericMessage<>(decoder.recorded(stored).fact(), sender),
                stored.recordedAt());
    }
}
