package org.portfolioledger.command.axon;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.MetaDataCommandTargetResolver;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.People;
import org.portfolioledger.command.Shell;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.axon.LedgerEventStorageEngine;
import org.portfolioledger.ledger.axon.PendingUnit;
import org.portfolioledger.state.Kinds;

/**
 * Axon, wired by hand over one ledger.
 *
 * <p>The command bus runs without a transaction on purpose: the append is the only write, and it is a transaction of its
 * own. Nothing subscribes to the event store; rows follow the ledger by position.
 */
public final class CommandProcessor {

    private static final String STREAM = "stream";
    private static final String CONTEXT = "context";

    private final LedgerReader ledger;
    private final FactReader reader;
    private final People people;
    private final SimpleCommandBus bus;

    /**
     * @param shells every family's shell
     * @throws org.portfolioledger.http.RefusedToStart if a family has none
     */
    public CommandProcessor(
            LedgerReader ledger,
            GroupAppender appender,
            FactReader reader,
            People people,
            List<Class<? extends Shell>> shells) {
        this.ledger = ledger;
        this.reader = reader;
        this.people = people;
        this.bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        LedgerEventStorageEngine engine =
                new LedgerEventStorageEngine(ledger, appender, reader, CommandProcessor::effectiveOn);
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                new CommandContextResolver(), ClasspathParameterResolverFactory.forClass(CommandProcessor.class));
        WiringCheck.requireNoTransaction(bus);
        WiringCheck.requireEveryFamily(shells.stream()
                .flatMap(shell -> subscribed(shell, store, parameters).stream())
                .toList());
        bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            Travelling travelling = travelling(unitOfWork.getMessage());
            travelling.unit().travelWith(unitOfWork);
            unitOfWork.root().resources().put(CommandContextResolver.RESOURCE, travelling.context());
            return chain.proceed();
        });
    }

    private static Travelling travelling(CommandMessage<?> message) {
        if (message.getMetaData().get(CONTEXT) instanceof Travelling travelling) return travelling;
        throw new IllegalStateException("a command came without its context");
    }

    private record Travelling(PendingUnit unit, CommandContext context) {}

    /** The names of the commands that the shell handles now. */
    private <T extends Shell> Set<String> subscribed(
            Class<T> shell, EmbeddedEventStore store, ParameterResolverFactory parameters) {
        EventSourcingRepository<T> repository = EventSourcingRepository.builder(shell)
                .eventStore(store)
                .parameterResolverFactory(parameters)
                .build();
        AggregateAnnotationCommandHandler<T> handler = AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(shell)
                .repository(repository)
                .parameterResolverFactory(parameters)
                .commandTargetResolver(new MetaDataCommandTargetResolver(STREAM))
                .build();
        handler.subscribe(bus);
        return handler.supportedCommandNames();
    }

    private static LocalDate effectiveOn(EventMessage<?> message) {
        return ((GovernanceFact) message.getPayload()).provenance().effectiveOn();
    }

    /**
     * Decides a command and appends its fact.
     *
     * @param unit command key, fingerprint, register and knownAt of the unit that it becomes
     * @param migrating whether rules of governance may stay unmet
     * @param ifMatch version of the stream on which the sender decided, or null
     * @return what became of it; empty if it would change nothing
     * @throws org.portfolioledger.command.Refused if it breaks a rule
     * @throws org.portfolioledger.command.StaleVersion if the stream has another version than {@code ifMatch}
     */
    public Optional<Outcome> process(Command command, PendingUnit unit, boolean migrating, @Nullable Long ifMatch) {
        LedgerEvidence evidence = new LedgerEvidence(ledger, reader, people, unit);
        CommandContext context = new CommandContext(unit, evidence, migrating, ifMatch);
        String family = Kinds.ofStream(command.stream()).orElseThrow().name();
        CommandMessage<Command> message = new GenericCommandMessage<>(
                new GenericMessage<>(
                        command, MetaData.with(STREAM, command.stream()).and(CONTEXT, new Travelling(unit, context))),
                family);
        FutureCallback<Command, Object> callback = new FutureCallback<>();
        bus.dispatch(message, callback);
        var result = callback.getResult();
        if (result.isExceptional()) throw unchecked(result.exceptionResult());
        return unit.outcome();
    }

    private static RuntimeException unchecked(Throwable fault) {
        if (fault instanceof Error error) throw error;
        return fault instanceof RuntimeException known ? known : new IllegalStateException(fault);
    }
}
