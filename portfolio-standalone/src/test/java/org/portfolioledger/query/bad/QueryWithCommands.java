package org.portfolioledger.query.bad;

import org.portfolioledger.command.Command;

/** A view that knows commands. */
public record QueryWithCommands(Command command) {}
