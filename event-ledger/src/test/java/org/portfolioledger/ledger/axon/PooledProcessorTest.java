package org.portfolioledger.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.HeadListener;

class PooledProcessorTest {

    private final Shop shop = new Shop();
    private final HeadListener listener = new HeadListener(shop.database.owner());
    private final ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1);
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(1);
    private final List<Long> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        shop.store.shutDown();
        listener.close();
        coordinator.shutdownNow();
        workers.shutdownNow();
    }

    @Test
    void a_processor_on_an_embedded_event_store_sees_every_fact_in_order() {
        seesEveryFactInOrder(shop.store);
    }

    @Test
    void a_processor_on_the_ledger_sees_every_fact_in_order() {
        seesEveryFactInOrder(new LedgerEventSource(shop.ledger, shop.engine, listener));
    }

    @Test
    void a_processor_on_the_ledger_is_woken_and_does_not_wait_for_its_poll() {
        var processor = processor(new LedgerEventSource(shop.ledger, shop.engine, listener));
        processor.start();
        publishUntilSeen(1);

        long slow = LongStream.rangeClosed(2, 11)
                .filter(position -> {
                    long began = System.nanoTime();
                    publishUntilSeen(position);
                    // An idle processor polls every 500 ms, and has just done so when the next fact is published.
                    return System.nanoTime() - began > Duration.ofMillis(300).toNanos();
                })
                .count();
        processor.shutDown();

        assertThat(slow).as("slow ones of 10, on a machine that may be busy").isLessThanOrEqualTo(5);
    }

    private void publishUntilSeen(long position) {
        shop.publish("case-1", position - 1, "n" + position);
        await().pollInterval(Duration.ofMillis(2)).until(() -> seen.contains(position));
    }

    private void seesEveryFactInOrder(StreamableMessageSource<TrackedEventMessage<?>> source) {
        shop.publish("case-0", 0, "before", "the", "start");
        var processor = processor(source);
        processor.start();
        for (long n = 0; n < 20; n++) {
            shop.publish("case-1", n * 2, "a" + n, "b" + n);
        }

        await().until(() -> seen.size() >= 43);
        processor.shutDown();
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 43).boxed().toList());
    }

    private PooledStreamingEventProcessor processor(StreamableMessageSource<TrackedEventMessage<?>> source) {
        return PooledStreamingEventProcessor.builder()
                .name("seen")
                .messageSource(source)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Seen(seen))
                        .build())
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .build();
    }

    /** Writes down the positions of the facts that it is given. */
    record Seen(List<Long> positions) {

        @EventHandler
        void on(EventMessage<?> message) {
            positions.add((Long) message.getMetaData().get(LedgerMetaData.POSITION));
        }
    }
}
