package org.portfolioledger.query.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * The databases of the read half, which may be one. A bean of whoever starts it.
 *
 * @param ledger connections that may read the ledger
 * @param directory connections that may read the names of people
 * @param wakeUp unpooled connections to the ledger's database, on which its head is listened to
 */
public record QueryDatabase(RowDatabase rows, DataSource ledger, DataSource directory, DataSource wakeUp)
        implements AutoCloseable {

    /**
     * A page that is in memory or on an SSD is read at random nearly as fast as in a row. PostgreSQL takes days and positions
     * for independent of each other, and expects so many rows at a point that it would rather read all that ever were: no
     * table is read as a whole that has an index. A statement ends soon after the reader that gave it up.
     */
    private static final String READS = "set session characteristics as transaction read only;"
            + " set random_page_cost = 1.1; set enable_seqscan = off; set jit = off;"
            // Not every system that PostgreSQL runs on can notice it.
            + " do $$ begin perform set_config('client_connection_check_interval', '500ms', false);"
            + " exception when invalid_parameter_value then null; end $$";

    /**
     * The database of the rows.
     *
     * @param writer connections of the role {@code query_writer}
     * @param reader connections on which the database refuses every write
     * @param sessions unpooled connections, which a leader keeps for ever
     */
    public record RowDatabase(DataSource writer, DataSource reader, DataSource sessions) {}

    /**
     * One database for everything.
     *
     * @param pool connections of the role {@code query_writer}, which may also read the ledger and the directory
     * @param sessions unpooled connections of the same user
     */
    public static QueryDatabase one(HikariDataSource pool, DataSource sessions) {
        HikariDataSource reader = readOnly(pool);
        return new QueryDatabase(new RowDatabase(pool, reader, sessions), pool, reader, sessions);
    }

    private static HikariDataSource readOnly(HikariDataSource pool) {
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        String before = pool.getConnectionInitSql();
        config.setConnectionInitSql(before == null ? READS : before + "; " + READS);
        config.setPoolName(pool.getPoolName() + "-reads");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        if (rows.reader() instanceof HikariDataSource pool) pool.close();
    }
}
