package org.portfolioledger.command.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.portfolioledger.ledger.axon.LedgerMetaData;
import org.portfolioledger.serialization.FactEnvelope;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;

/** The aggregate of every kind of entity: keeps the facts of one stream, and decides nothing itself. */
final class FactsAggregate {

    private final Decider decider;
    private final List<RecordedFact> facts = new ArrayList<>();

    @AggregateIdentifier
    private @Nullable String stream;

    FactsAggregate(Decider decider) {
        this.decider = decider;
    }

    /** Decides a command and applies the facts of this stream; the others are the processor's to publish. */
    void handle(CommandContext context) {
        stream = context.stream();
        context.requireVersion(facts.size());
        Decided decided = decider.decide(context.command(), context.stream(), List.copyOf(facts), context.evidence());
        context.settle(
                decided,
                facts.size() - 1L,
                facts.stream().map(RecordedFact::position).toList());
        MetaData metaData = MetaData.from(FactEnvelope.metadata(context.unmetRules()));
        for (StreamFact fact : context.decided())
            if (fact.stream().equals(stream)) AggregateLifecycle.apply(fact.fact(), metaData);
    }

    @EventSourcingHandler
    void on(GovernanceFact fact, @SourceId String source, MetaData metaData) {
        stream = source;
        Object position = metaData.get(LedgerMetaData.POSITION);
        facts.add(new RecordedFact(
                position instanceof Long recorded ? recorded : History.UNRECORDED,
                fact,
                recorders(metaData),
                FactEnvelope.unmetRules(metaData),
                List.of()));
    }

    /** Nobody yet, of what is only decided. */
    private static Set<String> recorders(MetaData metaData) {
        return metaData.get(LedgerMetaData.ACTOR) instanceof String actor
                        && metaData.get(LedgerMetaData.KNOWN_AT) instanceof Instant knownAt
                        && metaData.get(LedgerMetaData.RECORDED_AT) instanceof Instant recordedAt
                ? RecordedFact.recorders(actor, knownAt, recordedAt)
                : Set.of();
    }
}
