package org.portfolioledger.command;

import org.portfolioledger.command.people.Directory;

/** Deliberately bad: what all share knows one of those who share it. */
public record RootThatKnowsAPackage(Directory directory) {}
