package org.portfolioledger.command.axon;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decided;
import org.portfolioledger.command.Decider;
import org.portfolioledger.command.StreamFact;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.RecordedStream;

/** The aggregate of every kind of entity: holds what is recorded in one stream, and decides nothing itself. */
final class FactsAggregate {

    private final Decider decider;
    private final RecordedStream recorded;

    @AggregateIdentifier
    private @Nullable String stream;

    /**
     * @param stream null until something is decided, where the stream holds nothing
     */
    FactsAggregate(Decider decider, @Nullable String stream, RecordedStream recorded) {
        this.stream = stream;
        this.decider = decider;
        this.recorded = recorded;
    }

    /** Decides a command and applies the facts of this stream; the others are the processor's to publish. */
    void handle(CommandContext context) {
        stream = context.stream();
        context.requireVersion(recorded.facts().size());
        Decided decided = decider.decide(context.command(), context.stream(), recorded, context.evidence());
        context.settle(decided, recorded);
        for (StreamFact fact : context.decided())
            if (fact.stream().equals(stream))
                AggregateLifecycle.apply(fact.fact(), MetaData.from(context.metadata(fact)));
    }

    @EventSourcingHandler
    void on(GovernanceFact decided, @SourceId String source) {
        stream = source;
    }
}
