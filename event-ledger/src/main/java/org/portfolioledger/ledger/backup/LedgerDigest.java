package org.portfolioledger.ledger.backup;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import org.portfolioledger.ledger.LeafHash;
import org.portfolioledger.ledger.StoredEvent;

/**
 * The digest of a sound ledger. Two ledgers with one digest hold the same facts in the same order.
 *
 * @param position of the head, which is also the count of the facts
 * @param recordedAt of the head
 * @param leaves SHA-256 over all leaf hashes in their order, in hexadecimal
 */
public record LedgerDigest(long position, Instant recordedAt, String leaves) {

    private static final int AT_ONCE = 1_000;

    private static final String COMMANDS_THAT_DO_NOT_FIT = """
            select coalesce(c.actor, f.actor) || ' ' || coalesce(c.key, f.command)
            from ledger.command c
            full join (select actor, command, min(position) as first, max(position) as last, count(*) as facts,
                              min(register) as register, max(register) as other from ledger.event group by 1, 2) f
                on f.actor = c.actor and f.command = c.key
            where (c.first_position, c.last_position, c.register, c.register)
                      is distinct from (f.first, f.last, f.register, f.other)
               and (c.first_position is not null or f.first is not null)
               or f.facts <> f.last - f.first + 1
            limit 1""";

    /** A register is live since its first fact that was known when it was recorded: a stated knownAt is earlier. */
    private static final String REGISTERS_THAT_DO_NOT_FIT = """
            select coalesce(r.name, f.register)
            from ledger.register r
            full join (select register, max(known_at) as known, max(position) as last,
                              min(position) filter (where known_at = recorded_at) as live
                       from ledger.event group by 1) f on f.register = r.name
            where (r.last_known_at, r.last_position, r.live_position) is distinct from (f.known, f.last, f.live)
            limit 1""";

    public LedgerDigest {
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(leaves, "leaves");
    }

    /**
     * Reads every fact once, within the transaction of the connection.
     *
     * @throws BackupRefused if head, facts, commands and registers do not fit together
     */
    static LedgerDigest of(Connection connection) throws SQLException {
        LedgerDigest facts = ofFacts(connection);
        LedgerDigest head = head(connection, facts.leaves);
        if (!head.equals(facts))
            throw notWhole("its head is at position %s, recorded at %s, but its last fact is at %s, recorded at %s"
                    .formatted(head.position, head.recordedAt, facts.position, facts.recordedAt));
        requireNone(connection, COMMANDS_THAT_DO_NOT_FIT, "the command %s does not fit its facts");
        requireNone(connection, REGISTERS_THAT_DO_NOT_FIT, "the register %s does not fit its facts");
        return facts;
    }

    private static LedgerDigest ofFacts(Connection connection) throws SQLException {
        MessageDigest digest = Digests.sha256();
        long position = 0;
        Instant recordedAt = Instant.EPOCH;
        try (Statement query = connection.createStatement()) {
            query.setFetchSize(AT_ONCE);
            try (ResultSet rows = query.executeQuery("select * from ledger.event order by position")) {
                while (rows.next()) {
                    StoredEvent fact = StoredEvent.of(rows);
                    position++;
                    if (fact.position() != position) throw notWhole("it has no fact %s".formatted(position));
                    if (!Arrays.equals(LeafHash.of(fact), fact.leafHash()))
                        throw notWhole("the fact %s does not match its leaf hash".formatted(position));
                    digest.update(fact.leafHash());
                    recordedAt = fact.recordedAt();
                }
            }
        }
        return new LedgerDigest(position, recordedAt, Digests.text(digest));
    }

    private static LedgerDigest head(Connection connection, String leaves) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select position, recorded_at from ledger.head")) {
            row.next();
            return new LedgerDigest(
                    row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), leaves);
        }
    }

    private static void requireNone(Connection connection, String sql, String sentence) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery(sql)) {
            if (found.next()) throw notWhole(sentence.formatted(found.getString(1)));
        }
    }

    private static BackupRefused notWhole(String why) {
        return new BackupRefused("The ledger is not whole: %s.".formatted(why));
    }
}
