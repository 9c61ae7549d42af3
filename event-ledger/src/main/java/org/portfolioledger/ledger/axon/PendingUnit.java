package org.portfolioledger.ledger.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;

/**
 * What the ledger needs of a command besides its facts; travels in the unit of work from the edge to the append, and
 * carries the outcome back. For one thread.
 */
public final class PendingUnit {

    /** The resource of the unit of work under which it travels. */
    public static final String RESOURCE = PendingUnit.class.getName();

    private final CommandKey command;
    private final String fingerprint;
    private final String register;
    private final @Nullable Instant knownAt;
    private final List<Guard> guards = new ArrayList<>();
    private List<List<Long>> grounds = List.of();
    private List<NewEvent> events = List.of();
    private boolean goesLive;
    private boolean appended;
    private @Nullable Outcome outcome;

    /**
     * @param fingerprint of the request, the same whenever the same command is sent again
     * @param register the record to which all streams of the command belong
     * @param knownAt stated by an import into a register that migrates, else null
     */
    public PendingUnit(CommandKey command, String fingerprint, String register, @Nullable Instant knownAt) {
        this.command = command;
        this.fingerprint = fingerprint;
        this.register = register;
        this.knownAt = knownAt;
    }

    /** Puts it where the append finds it. */
    public void travelWith(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }

    /** The one that travels with a unit of work or its root. */
    public static Optional<PendingUnit> of(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(RESOURCE));
    }

    /** Lets its facts end the migration of the register, for ever. */
    public void goLive() {
        goesLive = true;
    }

    /** States a stream that was read for the decision; the append refuses the command's facts if it moves. */
    public void guard(Guard guard) {
        guards.add(guard);
    }

    /** States on what each of its facts rests, in the order in which they are published; without it they rest on nothing. */
    public void restEach(List<List<Long>> restsOn) {
        grounds = List.copyOf(restsOn);
    }

    public CommandKey command() {
        return command;
    }

    public String register() {
        return register;
    }

    /** What became of it; empty before the append. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Its facts as they were handed to the append, in their order; none before it. */
    public List<NewEvent> events() {
        return events;
    }

    AppendRequest with(List<NewEvent> facts) {
        // A command is all or nothing; what a commit hook publishes later would be a second request under the same key.
        if (appended) {
            throw new IllegalStateException(
                    "A second append in one unit of work: publish all facts of a command before it commits.");
        }
        appended = true;
        events = grounded(facts);
        return new AppendRequest(command, fingerprint, register, knownAt, goesLive, events, guards);
    }

    private List<NewEvent> grounded(List<NewEvent> facts) {
        if (grounds.isEmpty()) return List.copyOf(facts);
        if (grounds.size() != facts.size())
            throw new IllegalStateException("%s facts were published, and the grounds of %s were stated"
                    .formatted(facts.size(), grounds.size()));
        return IntStream.range(0, facts.size())
                .mapToObj(i -> facts.get(i).restingOn(grounds.get(i)))
                .toList();
    }

    void settle(Outcome settled) {
        outcome = settled;
    }
}
