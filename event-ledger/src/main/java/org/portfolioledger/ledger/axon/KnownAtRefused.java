package org.portfolioledger.ledger.axon;

import org.portfolioledger.ledger.Outcome;

/** Refuses a command because its register does not take the knownAt that it states. */
public final class KnownAtRefused extends RuntimeException {

    private final transient Outcome.KnownAtRefused refusal;

    KnownAtRefused(Outcome.KnownAtRefused refusal) {
        super(
                switch (refusal.reason()) {
                    case REGISTER_IS_LIVE ->
                        "The register is live: leave knownAt out, it is known from when it is recorded";
                    case GOES_BACK ->
                        "The register already knows something from %s: state a knownAt that is not earlier"
                                .formatted(refusal.lastKnownAt());
                    case IN_THE_FUTURE -> "A knownAt later than now cannot be stated";
                });
        this.refusal = refusal;
    }

    public Outcome.KnownAtRefused refusal() {
        return refusal;
    }
}
