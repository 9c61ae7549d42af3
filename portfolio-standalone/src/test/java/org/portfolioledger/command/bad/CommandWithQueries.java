package org.portfolioledger.command.bad;

import org.portfolioledger.query.database.QueryDatabase;

/** A decider that asks the rows. */
public record CommandWithQueries(QueryDatabase rows) {}
