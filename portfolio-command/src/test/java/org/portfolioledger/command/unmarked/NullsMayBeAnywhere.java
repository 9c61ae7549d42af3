package org.portfolioledger.command.unmarked;

/** Deliberately bad: its package does not say what may be null. */
public final class NullsMayBeAnywhere {}
