package org.portfolioledger.ledger.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import javax.sql.DataSource;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what is signed in the database of the ledger. */
final class SealedHeads {

    private static final String WRITE = """
            insert into proof.head_to_sign as h (origin, size, root)
            select ?, s.position, ? from (select ?::bigint as position) s
            where pg_postmaster_start_time() = ?::timestamptz
                and s.position <= (select t.position from proof.subscription t where t.name = 'tree')
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

    /** When the server started, which must not have happened again between a look at the ledger and its confirmation. */
    String serverStart() {
        return jdbc.sql("select pg_postmaster_start_time()::text")
                .query(String.class)
                .single();
    }

    /** Whether facts may be appended. */
    boolean isConfirmed() {
        return jdbc.sql("select ledger.is_confirmed() and exists (select from ledger.confirmation)")
                .query(Boolean.class)
                .single();
    }

    /** Says that the ledger holds what was signed last; false if another server answers. */
    boolean confirm(String serverStart) {
        return jdbc.sql("select ledger.confirm(?::timestamptz)")
                .param(serverStart)
                .query(Boolean.class)
                .single();
    }

    /** Says that it does not: nothing is appended until it is confirmed again. */
    void doubt() {
        jdbc.sql("select 1 from ledger.doubt()").query(Integer.class).single();
    }

    /** Whether it is on record that the log of a head has forked, so that another continues. */
    boolean isRecordedAsForked(TreeHead head) {
        return jdbc.sql("""
                        select exists (
                            select from ledger.event e
                            where e.type = 'ledger-forked'
                                and ledger.shown(e.payload) ->> 'origin' = :origin
                                and (ledger.shown(e.payload) ->> 'size')::bigint = :size
                                and ledger.shown(e.payload) ->> 'root' = :root)""")
                .param("origin", head.origin())
                .param("size", head.size())
                .param("root", head.root().base64())
                .query(Boolean.class)
                .single();
    }

    /**
     * Writes a head, and returns when it is on disk, and on that of the synchronous standby where there is one: then so are
     * all facts below it, which were written before.
     *
     * @param serverStart of the server on which the tree was read
     * @return false if another server answers
     * @throws org.springframework.dao.DataAccessException if nobody can tell whether they are
     */
    boolean makeSafe(TreeHead head, String serverStart) {
        try (Connection connection = writer.getConnection();
                PreparedStatement written = connection.prepareStatement(WRITE)) {
            connection.setAutoCommit(true);
            written.setString(1, head.origin());
            written.setBytes(2, head.root().bytes());
            written.setLong(3, head.size());
            written.setString(4, serverStart);
            boolean isWritten;
            try (ResultSet row = written.executeQuery()) {
                isWritten = row.next();
            }
            // PostgreSQL gives up waiting for its standby with a warning alone.
            SQLWarning warning = written.getWarnings();
            if (warning != null)
                throw new TransientDataAccessResourceException(
                        "whether a head is safe is not known: " + warning.getMessage());
            return isWritten;
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("whether a head is safe is not known", e);
        }
    }

    /** Notes a key before the first head that it signs. */
    void note(NoteKey key, long size) {
        jdbc.sql("insert into proof.log_key (origin, verifier, first_size) values (?, ?, ?) on conflict do nothing")
                .params(key.name(), key.text(), size)
                .update();
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
