package org.portfolioledger.command;

/** The directory of people, as far as rules need it. */
@FunctionalInterface
public interface People {

    PersonStatus status(String id);
}
