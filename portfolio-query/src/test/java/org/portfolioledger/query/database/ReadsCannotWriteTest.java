package org.portfolioledger.query.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.query.Served;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The connections of reads cannot write, however a statement is sent: the database itself refuses. */
class ReadsCannotWriteTest {

    @Test
    void the_database_refuses_every_write_on_a_connection_of_reads() {
        LedgerDatabase database = Served.migrated();
        try (QueryDatabase used = Served.database(database)) {
            JdbcClient reads = JdbcClient.create(used.rows().reader());
            assertThat(reads.sql("select count(*) from query.row")
                            .query(Long.class)
                            .single())
                    .isZero();
            for (String write : List.of(
                    "delete from query.row_1",
                    "insert into query.subscription (name) values ('x') returning name",
                    "update query.generation set reason = 'x' returning reason",
                    "select query.create_rows(7)",
                    "create table query.mine (x text)"))
                assertThatThrownBy(() -> reads.sql(write).query((_, _) -> 1).list())
                        .as(write)
                        .rootCause()
                        .hasMessageContaining("in a read-only transaction");
            assertThat(JdbcClient.create(used.rows().writer())
                            .sql("update query.generation set reason = 'x' returning reason")
                            .query(String.class)
                            .single())
                    .as("it is the connection, not the statement")
                    .isEqualTo("x");
        }
    }
}
