package org.portfolioledger.command.axon;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.StaleVersion;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.axon.PendingUnit;

/** What travels with one command while it is decided: evidence, and the unit that it will become. */
public final class CommandContext {

    private final PendingUnit unit;
    private final LedgerEvidence evidence;
    private final boolean migrating;
    private final @Nullable Long ifMatch;

    CommandContext(PendingUnit unit, LedgerEvidence evidence, boolean migrating, @Nullable Long ifMatch) {
        this.unit = unit;
        this.evidence = evidence;
        this.migrating = migrating;
        this.ifMatch = ifMatch;
    }

    public Evidence evidence() {
        return evidence;
    }

    /**
     * Holds the version of the stream that decides against the one on which the sender did.
     *
     * @throws StaleVersion if they differ
     */
    public void requireVersion(long present) {
        if (ifMatch != null && ifMatch != present) throw new StaleVersion(present);
    }

    /** Whether it imports history into a register that still migrates. */
    public boolean migrating() {
        return migrating;
    }

    /**
     * Guards everything that was read.
     *
     * @param own the stream that decides
     * @param lastSequence last sequence of it
     * @param ownFacts positions of its own facts on which the decision rests
     * @param restsOn positions of all facts on which it rests
     */
    public void rest(String own, long lastSequence, List<Long> ownFacts, Set<Long> restsOn) {
        if (!ownFacts.isEmpty()) unit.rest(new Guard(own, lastSequence, ownFacts));
        evidence.guards(restsOn).stream()
                .filter(guard -> !guard.stream().equals(own))
                .forEach(unit::rest);
    }
}
