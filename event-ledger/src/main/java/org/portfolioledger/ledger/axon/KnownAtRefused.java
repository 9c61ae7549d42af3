package org.portfolioledger.ledger.axon;

import org.portfolioledger.ledger.Outcome;

/** Refuses a command because its register does not take its knownAt, or needs one. */
public final class KnownAtRefused extends RuntimeException {

    private final transient Outcome.KnownAtRefused refusal;

    KnownAtRefused(Outcome.KnownAtRefused refusal) {
        super(
                switch (refusal.reason()) {
                    case REGISTER_IS_LIVE ->
                        "The register is live: leave knownAt out, since facts are known from when they are recorded";
                    case REGISTER_MIGRATES ->
                        "The register migrates: a migrator states knownAt, and whoever does not waits until the register"
                                + " goes live";
                    case GOES_BACK ->
                        "The register has facts that were known at %s: state a knownAt that is not earlier"
                                .formatted(refusal.lastKnownAt());
                    case IN_THE_FUTURE -> "The knownAt is not in the past: state an earlier one";
                });
        this.refusal = refusal;
    }

    public Outcome.KnownAtRefused refusal() {
        return refusal;
    }
}
