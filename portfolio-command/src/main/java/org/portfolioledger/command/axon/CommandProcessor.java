package org.portfolioledger.command.axon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRight;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Decider;
import org.portfolioledger.command.ExpectedVersion;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.People;
import org.portfolioledger.command.Sender;
import org.portfolioledger.command.StreamFact;
import org.portfolioledger.command.axon.RecordedStreams.Recorded;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.ledger.Appender;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerFork;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.axon.LedgerEventStorageEngine;
import org.portfolioledger.ledger.axon.LedgerEventStorageEngine.Aggregate;
import org.portfolioledger.ledger.axon.PendingUnit;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.vocabulary.ActorRole;

/**
 * Axon, wired by hand over one ledger.
 *
 * <p>The command bus runs without a transaction on purpose: the append is the only write, and it is a transaction of its
 * own. Nothing subscribes to the event store; rows follow the ledger by position.
 */
public final class CommandProcessor {

    private final LedgerReader ledger;
    private final boolean writesAlone;
    private final FactReader reader;
    private final RecordedStreams streams;
    private final People people;
    private final List<? extends Family<?, ?, ?>> families;
    private final Decider decider;
    private final LedgerEventStorageEngine engine;
    private final EmbeddedEventStore store;
    private final SimpleCommandBus bus;

    /**
     * @param families one for each kind of entity
     * @param rememberedFacts how many facts are held ready for the next command at most
     * @throws org.portfolioledger.http.RefusedToStart if a kind has none
     */
    public CommandProcessor(
            LedgerReader ledger,
            Appender appender,
            FactReader reader,
            People people,
            List<? extends Family<?, ?, ?>> families,
            int rememberedFacts) {
        this(ledger, appender, reader, people, families, new RecordedStreams(ledger, reader, rememberedFacts), false);
    }

    private CommandProcessor(
            LedgerReader ledger,
            Appender appender,
            FactReader reader,
            People people,
            List<? extends Family<?, ?, ?>> families,
            RecordedStreams streams,
            boolean writesAlone) {
        this.writesAlone = writesAlone;
        this.ledger = ledger;
        this.reader = reader;
        this.streams = streams;
        this.people = people;
        this.families = families;
        this.decider = new Decider(families);
        this.bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        this.engine = new LedgerEventStorageEngine(ledger, appender, reader, CommandProcessor::effectiveOn, this::held);
        this.store = EmbeddedEventStore.builder().storageEngine(engine).build();
        WiringCheck.requireNoTransaction(bus);
        WiringCheck.requireEveryKind(
                families.stream().map(family -> family.kind().name()).toList());
        families.forEach(family -> subscribe(family.kind().name()));
    }

    /**
     * Begins a fork, on which is decided as here. What is held ready here need not be read for it.
     *
     * @param forked the ledger of this processor
     */
    public Fork fork(Ledger forked, People asked) {
        LedgerFork fork = new LedgerFork(
                forked, (stream, position) -> streams.recorded(stream, position).size() - 1L);
        RecordedStreams own = new RecordedStreams(fork, streams);
        streams.catchUp();
        CommandProcessor processor = new CommandProcessor(fork, fork, reader, asked, families, own, true);
        return new Fork(
                fork,
                processor,
                () -> {
                    streams.catchUp();
                    own.beginAnew();
                },
                streams::expect);
    }

    /** One repository a kind; all hold the same aggregate. */
    private void subscribe(String kind) {
        Repository<FactsAggregate> repository = EventSourcingRepository.builder(FactsAggregate.class)
                .eventStore(store)
                .aggregateFactory(new Factory())
                .build();
        bus.subscribe(kind, message -> handle(context(message), repository));
    }

    private record Factory() implements AggregateFactory<FactsAggregate> {

        @Override
        public FactsAggregate createAggregateRoot(String stream, DomainEventMessage<?> first) {
            if (first.getPayload() instanceof FactsAggregate held) return held;
            throw new IllegalStateException("an aggregate is to be made of its events");
        }

        @Override
        public Class<FactsAggregate> getAggregateType() {
            return FactsAggregate.class;
        }
    }

    /** Asked for when the aggregate is locked, so what the command before it recorded is counted in. */
    private Optional<Aggregate> held(String stream) {
        streams.catchUp();
        Recorded recorded = streams.recorded(stream);
        return recorded.size() == 0
                ? Optional.empty()
                : Optional.of(
                        new Aggregate(new FactsAggregate(decider, stream, recorded.stream()), recorded.size() - 1L));
    }

    /** The register to which a stream belongs; empty if it holds nothing. */
    public Optional<String> registerOf(String stream) {
        return streams.registerOf(stream);
    }

    /** The stream of a name, whatever the case of its letters, as it was written first; empty if it holds nothing. */
    public Optional<String> spelling(String stream) {
        return streams.spelling(stream);
    }

    private static CommandContext context(CommandMessage<?> message) {
        if (message.getPayload() instanceof CommandContext context) return context;
        throw new IllegalStateException("a command came without its context");
    }

    private @Nullable Object handle(CommandContext context, Repository<FactsAggregate> repository) throws Exception {
        context.unit().travelWith(CurrentUnitOfWork.get());
        repository
                .loadOrCreate(context.stream(), () -> new FactsAggregate(decider, null, RecordedStream.EMPTY))
                .execute(facts -> facts.handle(context));
        if (context.decided().isEmpty()) engine.appendNoEvents(context.unit());
        else publishElsewhere(context);
        return null;
    }

    /** Facts of other streams join the same unit of work, so one append keeps them all or none. */
    private void publishElsewhere(CommandContext context) {
        Map<String, Long> next = new HashMap<>();
        for (StreamFact fact : context.decided()) {
            if (fact.stream().equals(context.stream())) continue;
            long sequence = next.merge(
                    fact.stream(), context.evidence().lastSequence(fact.stream()) + 1, (last, _) -> last + 1);
            MetaData metaData = MetaData.from(context.metadata(fact));
            store.publish(new GenericDomainEventMessage<>(
                    FactsAggregate.class.getSimpleName(), fact.stream(), sequence, fact.fact(), metaData));
        }
    }

    private static LocalDate effectiveOn(EventMessage<?> message) {
        return ((GovernanceFact) message.getPayload()).provenance().effectiveOn();
    }

    /**
     * Decides a command and appends its facts, all or none.
     *
     * @param stream to which it is addressed
     * @param sender of the key's person
     * @param register to which all that it records belongs
     * @param knownAt stated by an import of history, which may leave rules of governance unmet, else null
     * @param ifMatch versions of the stream on one of which the sender decided, or null
     * @return with what was decided, and the outcome of the append; its key is kept also where nothing was
     * @throws org.portfolioledger.command.Refused if it breaks a rule
     * @throws org.portfolioledger.command.StaleVersion if the stream has another version than {@code ifMatch}
     */
    public CommandContext process(
            String stream,
            Command command,
            Sender sender,
            CommandKey key,
            String fingerprint,
            String register,
            @Nullable Instant knownAt,
            @Nullable ExpectedVersion ifMatch) {
        PendingUnit unit = new PendingUnit(key, fingerprint, register, knownAt);
        LedgerEvidence evidence = new LedgerEvidence(ledger, reader, streams, people, unit, sender);
        CommandContext context = new CommandContext(stream, command, unit, knownAt != null, ifMatch, evidence);
        String kind = Kinds.ofStream(stream).orElseThrow().name();
        FutureCallback<CommandContext, Object> callback = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(new GenericMessage<>(context), kind), callback);
        var result = callback.getResult();
        if (result.isExceptional()) throw unchecked(result.exceptionResult());
        if (writesAlone && context.outcome() instanceof Outcome.Appended appended) remember(context, appended);
        return context;
    }

    /**
     * So that the next command need not read what this one has just written. Of the ledger itself it may be another's: after
     * a lost answer, what is found under the key.
     */
    private void remember(CommandContext context, Outcome.Appended appended) {
        PendingUnit unit = context.unit();
        Set<String> recorders = RecordedFact.recorders(
                unit.command().actor(),
                context.evidence().sender().onBehalfOf(),
                appended.knownAt(),
                appended.recordedAt());
        long position = appended.first();
        for (NewEvent event : context.events()) {
            StreamFact fact = context.decided().get((int) (position - appended.first()));
            RecordedFact recorded = new RecordedFact(
                    position, fact.fact(), recorders, fact.unmetRules(), event.restsOn(appended.first()));
            streams.remember(event.stream(), unit.register(), event.sequence(), recorded);
            position++;
        }
    }

    /**
     * Whether somebody may send a command about an entity.
     *
     * @param on day on which what it states would be in effect
     * @param position up to which the register of the entity counts
     */
    public CommandRight right(
            CommandRoute<?> route, String stream, LocalDate on, Sender sender, String register, long position) {
        return decider.right(route, stream, on, new EvidenceKnownAt(ledger, reader, sender, register, position));
    }

    /**
     * Whether a grant of the sender reaches an entity today; none reaches what is nowhere.
     *
     * @param allowed roles that count
     */
    public boolean reaches(String stream, Set<ActorRole> allowed, Sender sender) {
        return registerOf(stream)
                .filter(register -> decider.reaches(stream, allowed, present(register, sender)))
                .isPresent();
    }

    /** Whether a grant of the sender, as one who corrects such facts, reaches today what a fact is about. */
    public boolean reaches(StoredEvent fact, Sender sender) {
        return decider.reaches(fact.stream(), fact.position(), present(fact.register(), sender));
    }

    private EvidenceKnownAt present(String register, Sender sender) {
        return new EvidenceKnownAt(ledger, reader, sender, register, Long.MAX_VALUE);
    }

    /** What is held ready of streams. */
    RecordedStreams streams() {
        return streams;
    }

    private static RuntimeException unchecked(Throwable fault) {
        if (fault instanceof Error error) throw error;
        return fault instanceof RuntimeException known ? known : new IllegalStateException(fault);
    }
}
