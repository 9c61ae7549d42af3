package org.portfolioledger.ledger.axon;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** A streaming processor in its smallest form: reads on from its token again and again, and notes what it has seen. */
final class TailingReader implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final EventStorageEngine engine;
    private final Queue<String> inOrder = new ConcurrentLinkedQueue<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looks = new AtomicInteger();
    private final CompletableFuture<Void> reading;
    private volatile boolean ending;
    private @Nullable TrackingToken token;

    TailingReader(EventStorageEngine engine) {
        this.engine = engine;
        this.reading = CompletableFuture.runAsync(this::readOn, Thread::startVirtualThread);
    }

    private void readOn() {
        while (!ending) {
            look();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        look();
    }

    private void look() {
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(token, false)) {
            Iterator<? extends TrackedEventMessage<?>> each = events.iterator();
            while (each.hasNext()) {
                TrackedEventMessage<?> event = each.next();
                token = event.trackingToken();
                inOrder.add(event.getIdentifier());
                seen.add(event.getIdentifier());
            }
        }
        looks.incrementAndGet();
    }

    boolean hasSeen(Collection<String> events) {
        return seen.containsAll(events);
    }

    List<String> seen() {
        return List.copyOf(inOrder);
    }

    /** How often it has read to the end. */
    int looks() {
        return looks.get();
    }

    /** Looks once more and ends; throws what it failed with. */
    @Override
    public void close() {
        ending = true;
        reading.join();
    }
}
