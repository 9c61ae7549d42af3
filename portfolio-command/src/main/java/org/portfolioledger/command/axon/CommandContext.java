package org.portfolioledger.command.axon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Decided;
import org.portfolioledger.command.ExpectedVersion;
import org.portfolioledger.command.Sender;
import org.portfolioledger.command.StaleVersion;
import org.portfolioledger.command.StreamFact;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.axon.PendingUnit;
import org.portfolioledger.serialization.FactEnvelope;
import org.portfolioledger.state.RecordedStream;

/** One command on its one way into Axon and back: what was sent, what it rests on, and what was decided. For one thread. */
public final class CommandContext {

    private final String stream;
    private final Command command;
    private final PendingUnit unit;
    private final boolean migrating;
    private final @Nullable ExpectedVersion ifMatch;
    private final LedgerEvidence evidence;
    private List<StreamFact> decided = List.of();

    CommandContext(
            String stream,
            Command command,
            PendingUnit unit,
            boolean migrating,
            @Nullable ExpectedVersion ifMatch,
            LedgerEvidence evidence) {
        this.stream = stream;
        this.command = command;
        this.unit = unit;
        this.migrating = migrating;
        this.ifMatch = ifMatch;
        this.evidence = evidence;
    }

    /** The stream to which the command is addressed. */
    String stream() {
        return stream;
    }

    Command command() {
        return command;
    }

    PendingUnit unit() {
        return unit;
    }

    LedgerEvidence evidence() {
        return evidence;
    }

    /** What is stored beside a fact. */
    Map<String, Object> metadata(StreamFact fact) {
        Sender sender = evidence.sender();
        List<String> unmet = fact.unmetRules();
        return FactEnvelope.metadata(unmet == null ? List.of() : unmet, sender.kind(), sender.onBehalfOf());
    }

    /** What became of it. */
    public Outcome outcome() {
        return unit.outcome().orElseThrow();
    }

    /** The events that were appended, in their order. */
    public List<NewEvent> events() {
        return unit.events();
    }

    /** What was decided, each fact with its stream, in the order in which it is recorded. */
    public List<StreamFact> decided() {
        return decided;
    }

    /**
     * Holds the version of the stream that decides against the one on which the sender did.
     *
     * @throws StaleVersion if they differ
     */
    void requireVersion(long present) {
        if (ifMatch != null && !ifMatch.isMet(present)) throw new StaleVersion(present);
    }

    /**
     * Takes the decision over, and guards every stream on which it rests.
     *
     * @param recorded the stream that decides
     * @throws org.portfolioledger.command.Refused if it breaks a rule
     */
    void settle(Decided decision, RecordedStream recorded) {
        // In the order in which they are published: first those of the aggregate.
        decided = decision.refuseOrRecordUnmet(migrating).stream()
                .sorted(Comparator.comparing(fact -> !fact.stream().equals(stream)))
                .toList();
        Set<Long> restsOn = decision.restsOn();
        List<Guard> guards = new ArrayList<>(evidence.guards(restsOn));
        guards.removeIf(guard -> guard.stream().equals(stream));
        List<Long> own = recorded.among(restsOn);
        // The sequence of an event guards the stream that grows; a guard of its own is due where it is rested on.
        if (!own.isEmpty() || decided.isEmpty())
            guards.add(new Guard(stream, recorded.facts().size() - 1L, own));
        guards.forEach(unit::rest);
        if (decided.stream().anyMatch(fact -> fact.fact() instanceof RegisterWentLive)) unit.goLive();
    }
}
