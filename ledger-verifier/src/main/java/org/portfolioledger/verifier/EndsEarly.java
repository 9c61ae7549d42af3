package org.portfolioledger.verifier;

/** A file ends in the middle of what it holds. */
final class EndsEarly extends Malformed {

    private static final long serialVersionUID = 1;

    EndsEarly() {
        super("it ends too early");
    }
}
