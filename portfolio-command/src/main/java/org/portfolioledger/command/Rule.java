package org.portfolioledger.command;

import org.portfolioledger.edge.ProblemType;

/** A rule that a command can break. Implemented by one enum for each family. */
public interface Rule extends ProblemType {

    /**
     * Whether it is a rule of governance: one that a migrated source may leave unmet, and that is then written on the
     * fact. The others are structural: refused always.
     */
    boolean isGovernance();

    @Override
    default int status() {
        return 409;
    }
}
