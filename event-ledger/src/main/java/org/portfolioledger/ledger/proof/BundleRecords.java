package org.portfolioledger.ledger.proof;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.LedgerScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bundles that were ever made: only to be added to. */
public final class BundleRecords {

    private final JdbcClient reader;
    private final JdbcClient writer;

    /** @param writer connections of the role {@code ledger_sealer} */
    public BundleRecords(DataSource reader, DataSource writer) {
        this.reader = JdbcClient.create(reader);
        this.writer = JdbcClient.create(writer);
    }

    /**
     * Puts on record that one is made; it is on disk when this returns.
     *
     * @param asked what was asked for, as JSON
     */
    public BundleRecord add(String madeBy, String purpose, String asked, AuditBundle bundle) {
        return writer.sql("""
                        insert into proof.bundle (made_by, purpose, asked, registers, streams, from_position, to_position,
                            note, policy, verifier)
                        values (:madeBy, :purpose, :asked::jsonb, :registers, :streams, :from, :to, :note, :policy, :verifier)
                        returning *""")
                .param("madeBy", madeBy)
                .param("purpose", purpose)
                .param("asked", asked)
                .param(
                        "registers",
                        bundle.scope() instanceof LedgerScope.Registers some
                                ? some.names().toArray(String[]::new)
                                : null)
                .param(
                        "streams",
                        bundle.scope() instanceof LedgerScope.Streams some
                                ? some.names().toArray(String[]::new)
                                : null)
                .param("from", bundle.from())
                .param("to", bundle.to())
                .param("note", bundle.checkpoint().whole())
                .param("policy", bundle.policy())
                .param("verifier", bundle.key().text())
                .query((row, _) -> read(row))
                .single();
    }

    public Optional<BundleRecord> find(long number) {
        return reader.sql("select * from proof.bundle where number = ?")
                .param(number)
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * The latest first.
     *
     * @param before only those with a lower number; 0: all
     */
    public List<BundleRecord> latest(long before, int limit) {
        return reader.sql("select * from proof.bundle where number < ? or ? = 0 order by number desc limit ?")
                .params(before, before, limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** Notes what became of it as a file. */
    void written(long number, BundleRecord.File file) {
        writer.sql("update proof.bundle set bytes = ?, sha256 = ?, catalogue = ? where number = ?")
                .params(file.bytes(), file.sha256(), file.catalogue(), number)
                .update();
    }

    private static BundleRecord read(ResultSet row) throws SQLException {
        AuditBundle bundle = new AuditBundle(
                SignedNote.parse(row.getString("note")),
                row.getString("policy"),
                NoteKey.parse(row.getString("verifier")),
                scope(row.getArray("registers"), row.getArray("streams")),
                row.getLong("from_position"),
                row.getLong("to_position"));
        String sha256 = row.getString("sha256");
        return new BundleRecord(
                row.getLong("number"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getString("purpose"),
                row.getString("asked"),
                bundle,
                sha256 == null
                        ? null
                        : new BundleRecord.File(row.getLong("bytes"), sha256, row.getString("catalogue")));
    }

    private static LedgerScope scope(@Nullable Array registers, @Nullable Array streams) throws SQLException {
        if (registers != null) return new LedgerScope.Registers(List.of((String[]) registers.getArray()));
        if (streams != null) return new LedgerScope.Streams(List.of((String[]) streams.getArray()));
        return new LedgerScope.Everything();
    }
}
