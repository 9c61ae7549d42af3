package org.portfolioledger.http;

import javax.sql.DataSource;

/**
 * Where a half keeps the record of accesses. A bean of each half.
 *
 * @param dataSource connections of a role that may add to it
 */
public record AccessAuditDatabase(DataSource dataSource) {}
