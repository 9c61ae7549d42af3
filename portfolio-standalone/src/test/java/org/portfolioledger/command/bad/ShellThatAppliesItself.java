package org.portfolioledger.command.bad;

import org.axonframework.modelling.command.AggregateLifecycle;

/** Applies a fact past the one shell. */
public record ShellThatAppliesItself(String fact) {
    void decide() {
        AggregateLifecycle.apply(fact);
    }
}
