package org.portfolioledger.ledger.axon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;

/** An Axon application in its smallest form: an event store on the ledger, and commands that publish to it. */
final class Shop {

    final LedgerDatabase database = LedgerDatabase.fresh();
    final Ledger ledger = new Ledger(database.appender());
    final LedgerEventStorageEngine engine = new LedgerEventStorageEngine(
            ledger, new GroupAppender(ledger), Noted.CODEC, event -> LocalDate.of(2026, 4, 1));
    final EmbeddedEventStore store =
            EmbeddedEventStore.builder().storageEngine(engine).build();

    /** Handles a command as a command bus without a transaction does. */
    static void command(@Nullable PendingUnit unit, Runnable handler) {
        var work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command"));
        if (unit != null) {
            unit.travelWith(work);
        }
        work.execute(handler);
    }

    PendingUnit publish(String stream, long sequence, String... texts) {
        PendingUnit unit = pending();
        command(unit, () -> publishAll(stream, sequence, texts));
        return unit;
    }

    void publishAll(String stream, long sequence, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            store.publish(event(stream, sequence + i, texts[i]));
        }
    }

    static PendingUnit pending() {
        return pending(UUID.randomUUID().toString(), "f1", null);
    }

    static PendingUnit pending(String key, String fingerprint, @Nullable Instant knownAt) {
        return new PendingUnit(new CommandKey("a.clerk", key), fingerprint, "MPS", knownAt);
    }

    static EventMessage<Noted> event(String stream, long sequence, String text) {
        return new GenericDomainEventMessage<>(
                "case", stream, sequence, new Noted(text), Map.of("role", "clerk", "age", 7));
    }
}
