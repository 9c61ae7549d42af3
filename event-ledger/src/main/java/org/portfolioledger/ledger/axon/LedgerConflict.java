package org.portfolioledger.ledger.axon;

import org.axonframework.modelling.command.ConcurrencyException;
import org.portfolioledger.ledger.Outcome.Conflict;

/** Refuses a command because a stream that it continues, or on which it rests, has moved; deciding again may help. */
public final class LedgerConflict extends ConcurrencyException {

    private final transient Conflict conflict;

    LedgerConflict(Conflict conflict) {
        super("%s was read up to sequence %s and now ends at %s: read it and decide again"
                .formatted(conflict.stream(), conflict.expected(), conflict.actual()));
        this.conflict = conflict;
    }

    public Conflict conflict() {
        return conflict;
    }
}
