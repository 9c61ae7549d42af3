package org.portfolioledger.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;

/**
 * A fact that is decided and not yet recorded.
 *
 * @param stream to which it will belong
 * @param unmetRules rules that its own command leaves unmet; null: those of the whole decision
 */
public record StreamFact(
        String stream, GovernanceFact fact, @Nullable List<String> unmetRules) {

    /** A fact of a command that is decided by itself. */
    public StreamFact(String stream, GovernanceFact fact) {
        this(stream, fact, null);
    }

    /** The same with these rules unmet, unless its own command has said which. */
    StreamFact leaving(List<String> unmet) {
        return unmetRules == null ? new StreamFact(stream, fact, unmet) : this;
    }
}
