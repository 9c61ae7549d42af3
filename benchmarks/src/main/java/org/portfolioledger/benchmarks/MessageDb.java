package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** message-db: one function of the database writes a message with its expected version. */
record MessageDb(HikariDataSource pool) implements Rounds.Here, AutoCloseable {

    private static final String PAYLOAD = new String(Payload.BYTES, StandardCharsets.UTF_8);
    private static final String METADATA = new String(Payload.METADATA, StandardCharsets.UTF_8);

    /** As its own script installs it, but for what only reads. */
    private static final List<String> PARTS = List.of(
            "roles/message-store",
            "schema/message-store",
            "extensions/pgcrypto",
            "tables/messages",
            "types/message",
            "functions/hash-64",
            "functions/acquire-lock",
            "functions/category",
            "functions/id",
            "functions/cardinal-id",
            "functions/stream-version",
            "functions/write-message",
            "indexes/messages-id",
            "indexes/messages-stream",
            "indexes/messages-category");

    static MessageDb install(Server server) throws IOException {
        JdbcClient.create(server.owner()).sql("create database message_db").update();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url("message_db"));
        config.setUsername("postgres");
        config.setMaximumPoolSize(64);
        config.setConnectionInitSql("set search_path = message_store, public");
        HikariDataSource pool = new HikariDataSource(config);
        Path database = Npm.PEERS.resolve("node_modules/@eventide/message-db/database");
        for (String part : PARTS)
            JdbcClient.create(pool)
                    .sql(Files.readString(database.resolve(part + ".sql")))
                    .update();
        return new MessageDb(pool);
    }

    @Override
    public Rounds.Work writer() {
        String stream = "rag-" + UUID.randomUUID().toString().replace("-", "");
        return sequence -> write(stream, sequence - 1);
    }

    private void write(String stream, long expected) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement write = connection.prepareStatement(
                        "select message_store.write_message(?, ?, 'rag-assessed', ?::jsonb, ?::jsonb, ?)")) {
            write.setString(1, UUID.randomUUID().toString());
            write.setString(2, stream);
            write.setString(3, PAYLOAD);
            write.setString(4, METADATA);
            write.setLong(5, expected);
            write.execute();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
