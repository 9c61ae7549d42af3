package org.portfolioledger.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.vocabulary.Provenance;

/**
 * The same ratings by a plain Axon application: an event sourced aggregate over its own JDBC engine, a command bus with a
 * transaction a command. It knows no rule but one, reads no evidence, and keeps no proof.
 */
record AxonRatings(SimpleCommandBus bus, AtomicInteger next) implements Rounds.Here {

    static AxonRatings over(AxonStore axon) {
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(axon.engine()).build();
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(axon.transactions())
                .build();
        AggregateAnnotationCommandHandler.<Rated>builder()
                .aggregateType(Rated.class)
                .repository(EventSourcingRepository.builder(Rated.class)
                        .eventStore(store)
                        .build())
                .build()
                .subscribe(bus);
        return new AxonRatings(bus, new AtomicInteger());
    }

    /** Asks for a rating. */
    record Assess(@TargetAggregateIdentifier String stream, RagAssessed fact) {}

    @Override
    public Rounds.Work writer() {
        String initiative = Office.initiative(next.getAndIncrement());
        return number -> {
            FutureCallback<Assess, Object> callback = new FutureCallback<>();
            bus.dispatch(
                    new GenericCommandMessage<>(new Assess("rag-" + initiative, fact(initiative, number))), callback);
            if (callback.getResult().isExceptional())
                throw new IllegalStateException(callback.getResult().exceptionResult());
        };
    }

    private static RagAssessed fact(String initiative, long number) {
        return new RagAssessed(
                initiative,
                Office.SCHEME,
                1,
                "RISKS_AND_MITIGATION",
                CommandBenchmark.RATINGS.get((int) (number % CommandBenchmark.RATINGS.size())),
                Assessor.PORTFOLIO_OFFICE,
                Payload.RATIONALE,
                null,
                Provenance.on(CommandBenchmark.day(number)));
    }

    /** How one initiative is rated. */
    static final class Rated {

        private @Nullable RagAssessed latest;

        @AggregateIdentifier
        @Nullable
        String stream() {
            return latest == null ? null : "rag-" + latest.initiative();
        }

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Assess command) {
            if (command.fact().equals(latest)) throw new IllegalStateException("it is rated so");
            AggregateLifecycle.apply(command.fact());
        }

        @EventSourcingHandler
        void on(RagAssessed fact) {
            latest = fact;
        }
    }
}
