package org.portfolioledger.command;

/** The directory of people, as far as rules need it. */
public interface People {

    /** Whether a person with the id was ever put into the directory, erased or not. */
    boolean knows(String id);
}
