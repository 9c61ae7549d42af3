package org.portfolioledger.command.axon;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.portfolioledger.timeline.History;

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
        return FactEnvelope.metadata(fact.unmetRules(), sender.kind(), sender.onBehalfOf());
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
     * Takes the decision over, with the grounds of each fact, and guards every stream that was read for it.
     *
     * @param recorded the stream that decides
     * @throws org.portfolioledger.command.Refused if it breaks a rule
     */
    void settle(Decided decision, RecordedStream recorded) {
        List<StreamFact> inOrder = decision.refuseOrRecordUnmet(migrating);
        // In the order in which they are published: first those of the aggregate.
        List<Integer> published = IntStream.range(0, inOrder.size())
                .boxed()
                .sorted(Comparator.comparing(
                        place -> !inOrder.get(place).stream().equals(stream)))
                .toList();
        decided = published.stream().map(inOrder::get).toList();
        unit.restEach(decided.stream().map(fact -> grounds(fact, published)).toList());
        evidence.guards().stream()
                .filter(guard -> !guard.stream().equals(stream))
                .forEach(unit::guard);
        // The sequence of an event guards the stream that grows; a guard of its own is due where it is rested on.
        boolean own = inOrder.stream()
                .flatMap(fact -> fact.restsOn().stream())
                .anyMatch(position -> History.isRecorded(position)
                        ? recorded.has(position)
                        : inOrder.get(placeInUnit(position)).stream().equals(stream));
        if (own || decided.isEmpty())
            unit.guard(new Guard(stream, recorded.facts().size() - 1L));
        if (decided.stream().anyMatch(fact -> fact.fact() instanceof RegisterWentLive)) unit.goLive();
    }

    /**
     * On what a fact rests, as the ledger takes it: others of its unit by their number, −1 being the first.
     *
     * @param published at which place each was decided that is published
     */
    private static List<Long> grounds(StreamFact fact, List<Integer> published) {
        return fact.restsOn().stream()
                .map(position ->
                        History.isRecorded(position) ? position : -1L - published.indexOf(placeInUnit(position)))
                .toList();
    }

    /** At which place among the facts of its unit, from 0, one was decided that is not on record yet. */
    private static int placeInUnit(long position) {
        return Math.toIntExact(position - History.FIRST_UNRECORDED);
    }
}
