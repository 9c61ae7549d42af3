package org.portfolioledger.ledger.axon;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.HeadListener;
import org.portfolioledger.ledger.Ledger;

/**
 * Feeds Axon's pooled processors from the ledger: unlike an embedded event store's stream, this one calls them when a fact
 * arrives, so that they need not poll.
 */
public final class LedgerEventSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final Ledger ledger;
    private final LedgerEventStorageEngine engine;
    private final HeadListener listener;

    public LedgerEventSource(Ledger ledger, LedgerEventStorageEngine engine, HeadListener listener) {
        this.ledger = ledger;
        this.engine = engine;
        this.listener = listener;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new WokenStream(new FactWalk(ledger, Tokens.position(trackingToken)));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }

    private final class WokenStream implements BlockingStream<TrackedEventMessage<?>> {

        private final FactWalk facts;
        private final Semaphore wakes = new Semaphore(0);
        private final HeadListener.Registration registration;
        private volatile Runnable onAvailable = () -> {};
        private @Nullable TrackedEventMessage<?> peeked;

        WokenStream(FactWalk facts) {
            this.facts = facts;
            this.registration = listener.onMove(this::wake);
        }

        private void wake() {
            wakes.release();
            onAvailable.run();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (peeked == null && facts.hasNext()) {
                peeked = engine.tracked(facts.next());
            }
            return Optional.ofNullable(peeked);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long until = System.nanoTime() + unit.toNanos(timeout);
            do {
                // Before the look: a wake that comes after it is then not lost.
                wakes.drainPermits();
                if (peek().isPresent()) {
                    return true;
                }
            } while (wakes.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS));
            return false;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            boolean available;
            do {
                // A wake that was lost with its connection costs a second at most.
                available = hasNextAvailable(1, TimeUnit.SECONDS);
            } while (!available);
            TrackedEventMessage<?> next = peek().orElseThrow();
            peeked = null;
            return next;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            onAvailable = callback;
            return true;
        }

        @Override
        public void close() {
            registration.close();
        }
    }
}
