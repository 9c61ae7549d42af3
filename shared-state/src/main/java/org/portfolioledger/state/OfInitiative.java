package org.portfolioledger.state;

/** A state that concerns one initiative, and is found by it. */
public interface OfInitiative {

    /** Id of the initiative. */
    String initiative();
}
