package org.portfolioledger.ledger.axon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.Appender;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.StoredEvent;

/**
 * Keeps Axon's events in the ledger.
 *
 * <p>An append is a transaction of its own: run the command bus without one. What it writes is what the unit of work
 * published together, with the attributes of its {@link PendingUnit}; an outcome other than appended is thrown.
 */
public final class LedgerEventStorageEngine implements EventStorageEngine {

    private final LedgerReader ledger;
    private final Appender appender;
    private final EventMessages messages;
    private final @Nullable StreamMemory memory;

    /** What is recorded in streams, held ready as aggregates, so that it need not be read and folded anew. */
    @FunctionalInterface
    public interface StreamMemory {

        /**
         * The aggregate with all that was committed before the call; empty if the stream holds nothing.
         *
         * @param stream its identifier
         */
        Optional<Aggregate> recorded(String stream);
    }

    /**
     * An aggregate that is held ready.
     *
     * @param lastSequence of its stream
     */
    public record Aggregate(Object root, long lastSequence) {}

    /**
     * @param ledger for reading
     * @param appender shared by all that append in this process
     * @param effectiveOn the day from which a fact holds in the world
     */
    public LedgerEventStorageEngine(
            LedgerReader ledger,
            Appender appender,
            EventCodec codec,
            Function<EventMessage<?>, LocalDate> effectiveOn) {
        this(ledger, appender, codec, effectiveOn, null);
    }

    /**
     * @param memory from which aggregates are taken; null: they are made of their events
     */
    public LedgerEventStorageEngine(
            LedgerReader ledger,
            Appender appender,
            EventCodec codec,
            Function<EventMessage<?>, LocalDate> effectiveOn,
            @Nullable StreamMemory memory) {
        this.memory = memory;
        this.ledger = ledger;
        this.appender = appender;
        this.messages = new EventMessages(codec, effectiveOn);
    }

    /**
     * Appends the events as one request.
     *
     * @throws LedgerConflict if a stream has moved
     * @throws CommandRepeated if the command was stored before
     * @throws CommandKeyReused if its key belongs to another command
     * @throws KnownAtRefused if the register does not take its knownAt, or needs one
     * @throws IllegalStateException without a {@link PendingUnit}, or on a second append in one unit of work
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        append(pending(), events.stream().<NewEvent>map(messages::write).toList());
    }

    /**
     * Stores a command that decided nothing, so that its repetition has no effect either, whatever happens in between.
     * Before, let the command rest on all streams from which it was decided. Throws as {@link #appendEvents(List)} does.
     */
    public void appendNoEvents(PendingUnit pending) {
        append(pending, List.of());
    }

    private void append(PendingUnit pending, List<NewEvent> events) {
        Outcome outcome = appender.append(pending.with(events));
        pending.settle(outcome);
        switch (outcome) {
            case Outcome.Appended appended -> {}
            case Outcome.NoEvents nothing -> {}
            case Outcome.Repeated repeated -> throw new CommandRepeated(pending.command());
            case Outcome.KeyReused reused -> throw new CommandKeyReused(pending.command());
            case Outcome.Conflict conflict -> throw new LedgerConflict(conflict);
            case Outcome.KnownAtRefused refused -> throw new KnownAtRefused(refused);
        }
    }

    private static PendingUnit pending() {
        return CurrentUnitOfWork.map(PendingUnit::of)
                .flatMap(Function.identity())
                .orElseThrow(() -> new IllegalStateException(
                        "Facts were published without a PendingUnit in the unit of work, so the ledger does not know"
                                + " whose command they are: put one there before the command is handled."));
    }

    /** A timeline is folded from all its facts, so a stored snapshot would never be read. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalStateException(
                "The ledger keeps facts only: configure no snapshot trigger for " + snapshot.getType());
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        // Not as a snapshot: where one cannot be read, Axon goes on without it.
        if (memory != null)
            return memory.recorded(aggregateIdentifier)
                    .map(held -> DomainEventStream.of(heldReady(aggregateIdentifier, held)))
                    .orElseGet(DomainEventStream::empty);
        return DomainEventStream.of(ledger.stream(aggregateIdentifier, firstSequenceNumber).stream()
                .map(messages::read)
                .toList());
    }

    private static DomainEventMessage<?> heldReady(String stream, Aggregate held) {
        return new GenericDomainEventMessage<>(
                held.root().getClass().getSimpleName(), stream, held.lastSequence(), held.root());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return Optional.of(ledger.lastSequence(aggregateIdentifier)).filter(last -> last != Guard.EMPTY);
    }

    /** Never blocks; read again after the last, it continues with what has been appended since. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        var facts = new FactWalk(ledger, Tokens.position(trackingToken));
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(facts, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .map(this::tracked);
    }

    TrackedEventMessage<?> tracked(StoredEvent event) {
        return messages.tracked(event);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return Tokens.at(0);
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return Tokens.at(ledger.head().position());
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return Tokens.at(ledger.positionRecordedBefore(dateTime));
    }
}
