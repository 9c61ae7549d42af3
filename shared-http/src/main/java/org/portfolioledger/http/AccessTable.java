package org.portfolioledger.http;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of accesses, to which can only be added. */
class AccessTable {

    private static final int PATIENCE_SECONDS = 10;

    private static final String INSERT =
            "insert into ops.access (batch, item, at, times, kind, account, person, address, method, path, status, marking)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    AccessTable(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout(PATIENCE_SECONDS);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** How often the same was recorded, and when first. */
    record Counted(AccessRecord what, Instant at, long times) {}

    /** Records that are written together; written again, they are there once. */
    record Batch(UUID id, List<Counted> records) {}

    /** Writes all records of a batch, or none. */
    void write(Batch batch) {
        transaction.executeWithoutResult(_ -> jdbc.batchUpdate(INSERT, setter(batch)));
    }

    /** Deletes what has been kept for long enough. */
    void forgetOld() {
        jdbc.queryForObject("select ops.forget_old_access()", Long.class);
    }

    private static BatchPreparedStatementSetter setter(Batch batch) {
        return new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement row, int item) throws SQLException {
                Counted counted = batch.records().get(item);
                AccessRecord what = counted.what();
                row.setObject(1, batch.id());
                row.setInt(2, item);
                row.setObject(3, counted.at().atOffset(ZoneOffset.UTC));
                row.setLong(4, counted.times());
                row.setString(5, what.kind().name());
                row.setString(6, what.account());
                row.setString(7, what.person());
                row.setString(8, what.address());
                row.setString(9, what.method());
                row.setString(10, what.path());
                row.setObject(11, what.status(), java.sql.Types.INTEGER);
                row.setString(12, what.marking());
            }

            @Override
            public int getBatchSize() {
                return batch.records().size();
            }
        };
    }
}
