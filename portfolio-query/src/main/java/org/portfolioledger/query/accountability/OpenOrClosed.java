package org.portfolioledger.query.accountability;

import org.portfolioledger.state.InitiativeState;

/** Whether an initiative has ended by a day, as a question asks for those that have or have not. */
enum OpenOrClosed {
    OPEN,
    CLOSED;

    /** As a filter asks for both. */
    static final String ANY = "ANY";

    static OpenOrClosed of(InitiativeState initiative) {
        return initiative.isOpen() ? OPEN : CLOSED;
    }
}
