package org.portfolioledger.command;

/** What the directory of people holds of somebody. */
public enum PersonStatus {
    UNKNOWN,
    KNOWN,
    /** Name and contact were taken away for ever. Facts keep the id, and no further one names it. */
    ERASED
}
