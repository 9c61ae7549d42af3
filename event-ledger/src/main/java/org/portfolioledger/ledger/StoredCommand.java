package org.portfolioledger.ledger;

/** A command that has been appended, and the positions of its facts. */
public record StoredCommand(CommandKey command, String fingerprint, String register, long first, long last) {}
