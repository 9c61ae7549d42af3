package org.portfolioledger.command;

import javax.sql.DataSource;

/**
 * The database of the command half. A bean of whoever starts it, because the other half may have another.
 *
 * @param dataSource connections of the roles {@code ledger_appender} and {@code directory_writer}
 */
public record CommandDatabase(DataSource dataSource) {}
