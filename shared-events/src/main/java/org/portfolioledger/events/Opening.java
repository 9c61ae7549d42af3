package org.portfolioledger.events;

/** A fact that opens an entity. */
public interface Opening {

    /** The register to which the entity belongs for ever. */
    String register();
}
