package org.portfolioledger.serialization;

/** A stored fact is not what this release knows: nothing can rest on it here. */
public final class UnreadableFact extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnreadableFact(String typeName, int revision, Throwable cause) {
        super(typeName + " in revision " + revision + " is not what this release knows", cause);
    }
}
