package org.portfolioledger.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.axon.CommandContext;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.ledger.axon.LedgerMetaData;
import org.portfolioledger.serialization.FactEnvelope;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;

/**
 * Joins a family's rules to Axon: keeps the stream's facts, decides nothing itself. Each family has one subclass, whose
 * only handler is named after the family.
 */
public abstract class Shell {

    private final Decider<?, ?, ?> judge;
    private final List<RecordedFact> facts = new ArrayList<>();

    @AggregateIdentifier
    private @Nullable String stream;

    protected Shell(Rules<?, ?, ?> rules) {
        this.judge = new Decider<>(rules);
    }

    /** Decides a command and hands its fact over to the ledger; refuses it if it breaks a rule. */
    protected final void decide(Command command, CommandContext context) {
        stream = command.stream();
        context.requireVersion(facts.size());
        Decision<GovernanceFact> decision = judge.decide(command, List.copyOf(facts), context.evidence());
        List<String> unmet = refuseOrRecordUnmet(decision.findings(), context, unmetBefore(command));
        GovernanceFact fact = decision.fact();
        if (fact == null) return;
        context.rest(stream, facts.size() - 1L, own(decision.restsOn()), decision.restsOn());
        AggregateLifecycle.apply(fact, MetaData.from(FactEnvelope.metadata(unmet)));
    }

    /** Refuses, or says which rules are recorded as unmet. */
    private static List<String> refuseOrRecordUnmet(
            List<Finding> findings, CommandContext context, List<String> unmetBefore) {
        List<Finding> refusing = findings.stream()
                .filter(finding -> !finding.rule().isGovernance()
                        || !(context.migrating()
                                || unmetBefore.contains(finding.rule().name())))
                .toList();
        if (!refusing.isEmpty()) throw new Refused(refusing);
        return findings.stream()
                .map(finding -> finding.rule().name())
                .distinct()
                .sorted()
                .toList();
    }

    /** A correction need not satisfy what the fact that it corrects could not: it invents nothing either. */
    private List<String> unmetBefore(Command command) {
        return command instanceof Correct correct
                ? facts.stream()
                        .filter(recorded -> recorded.position() == correct.fact())
                        .findFirst()
                        .map(RecordedFact::unmetRules)
                        .orElse(List.of())
                : List.of();
    }

    private List<Long> own(Set<Long> restsOn) {
        return facts.stream()
                .map(RecordedFact::position)
                .filter(restsOn::contains)
                .toList();
    }

    @EventSourcingHandler
    final void on(GovernanceFact fact, @SourceId String source, MetaData metaData) {
        stream = source;
        Object position = metaData.get(LedgerMetaData.POSITION);
        facts.add(new RecordedFact(
                position instanceof Long recorded ? recorded : History.UNRECORDED,
                fact,
                FactEnvelope.unmetRules(metaData),
                List.of()));
    }
}
