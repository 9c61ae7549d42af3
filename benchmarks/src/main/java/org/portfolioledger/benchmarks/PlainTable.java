package org.portfolioledger.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The yardstick: one-row INSERT and COMMIT over the columns and indexes of the ledger. Such rows carry no proof: no gapless
 * position, no guard, no idempotency, no hash.
 */
record PlainTable(DataSource pool) implements Rounds.Here {

    static PlainTable create(DataSource pool) {
        JdbcClient jdbc = JdbcClient.create(pool);
        jdbc.sql("create schema plain").update();
        jdbc.sql("create table plain.event (position bigint generated always as identity primary key,"
                        + " event_id uuid not null unique, register text not null, stream text not null,"
                        + " sequence bigint not null, type text not null, revision int not null, payload bytea not null,"
                        + " metadata bytea not null, effective_on date not null, known_at timestamptz not null,"
                        + " recorded_at timestamptz not null, actor text not null, command text not null,"
                        + " basis bytea not null, leaf_hash bytea not null, unique (stream, sequence))")
                .update();
        jdbc.sql("create index on plain.event (register, known_at, position)").update();
        return new PlainTable(pool);
    }

    @Override
    public Rounds.Work writer() {
        String stream = "rag-" + UUID.randomUUID();
        return sequence -> insert(stream, sequence);
    }

    private void insert(String stream, long sequence) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into plain.event (event_id, register, stream, sequence, type, revision, payload, metadata,"
                                + " effective_on, known_at, recorded_at, actor, command, basis, leaf_hash)"
                                + " values (?, 'BENCH', ?, ?, 'rag-assessed', 1, ?, ?, ?, ?, ?, 'bench', ?, '{}'::bytea, ?)")) {
            OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, stream);
            insert.setLong(3, sequence);
            insert.setBytes(4, Payload.BYTES);
            insert.setBytes(5, Payload.METADATA);
            insert.setObject(6, LocalDate.of(2011, 6, 13));
            insert.setObject(7, now);
            insert.setObject(8, now);
            insert.setString(9, UUID.randomUUID().toString());
            insert.setBytes(10, new byte[32]);
            insert.executeUpdate();
        }
    }
}
