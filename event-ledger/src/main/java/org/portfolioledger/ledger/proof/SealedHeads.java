package org.portfolioledger.ledger.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import javax.sql.DataSource;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what is signed in the database of the ledger. */
final class SealedHeads {

    private static final String WRITE = """
            insert into proof.head_to_sign as h (origin, size, root) values (?, ?, ?)
            on conflict (origin) do update set size = excluded.size, root = excluded.root
            returning set_config('synchronous_commit', 'on', true)""";

    private final DataSource writer;
    private final JdbcClient jdbc;

    SealedHeads(DataSource writer) {
        this.writer = writer;
        this.jdbc = JdbcClient.create(writer);
    }

    /** The last position of the ledger. */
    long ledgerHead() {
        return jdbc.sql("select position from ledger.head").query(Long.class).single();
    }

    /**
     * Writes a head, and returns when it is on disk, and on that of the synchronous standby where there is one: then so are
     * all facts below it, which were written before.
     *
     * @throws org.springframework.dao.DataAccessException if nobody can tell whether they are
     */
    void makeSafe(TreeHead head) {
        try (Connection connection = writer.getConnection();
                PreparedStatement written = connection.prepareStatement(WRITE)) {
            connection.setAutoCommit(true);
            written.setString(1, head.origin());
            written.setLong(2, head.size());
            written.setBytes(3, head.root().bytes());
            written.execute();
            // PostgreSQL gives up waiting for its standby with a warning alone.
            SQLWarning warning = written.getWarnings();
            if (warning != null)
                throw new TransientDataAccessResourceException(
                        "whether a head is safe is not known: " + warning.getMessage());
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("whether a head is safe is not known", e);
        }
    }

    /** Keeps a signed head; of one that was signed before, with the signatures that are new. */
    void keep(TreeHead head, SignedNote note) {
        jdbc.sql("""
                        insert into proof.checkpoint (origin, size, root, note) values (?, ?, ?, ?)
                        on conflict (origin, size) do update set note = excluded.note""")
                .params(head.origin(), head.size(), head.root().bytes(), note.whole())
                .update();
    }
}
