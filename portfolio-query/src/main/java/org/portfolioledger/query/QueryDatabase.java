package org.portfolioledger.query;

import javax.sql.DataSource;

/**
 * The database of the read half. A bean of whoever starts it, because the other half may have another.
 *
 * @param rows connections of the role {@code query_writer}: it reads the ledger, and reads and writes the rows
 * @param listening where the follower keeps connections for ever: to hear that the ledger's head moved, and to be the only one
 */
public record QueryDatabase(DataSource rows, DataSource listening) {}
