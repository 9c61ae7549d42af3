package org.portfolioledger.query.point;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A day, how much of each register counts, and for whom. No read of rows or of facts goes without it.
 *
 * @param asOf the day on which it holds
 * @param knownAt requested again together with asOf, it gives the same answer
 * @param sight what of it the viewer may see: to every statement the rest is not there
 * @param position the last position that counts
 * @param prefixes the facts that count in the registers in question
 * @param provisional whether more may still be migrated under this knownAt
 * @param settled whether the same answer will always be given
 * @param rows rows from which it is answered; none while it is not known whether they have reached that position
 */
public record TimePoint(
        LocalDate asOf,
        String knownAt,
        Sight sight,
        long position,
        List<Prefix> prefixes,
        boolean provisional,
        boolean settled,
        Rows rows) {

    /**
     * The rows from which one answer is given from beginning to end, whatever takes their place meanwhile.
     *
     * @param table of their generation, with what the viewer may not see: statements read {@link TimePoint#table()}
     * @param blocked entities whose rows do not hold everything that counts
     */
    public record Rows(String table, List<BlockedEntity> blocked) {
        static final Rows NONE = new Rows("", List.of());
    }

    /**
     * What counts of one register.
     *
     * @param register null: of every register
     * @param position the last position that counts
     */
    public record Prefix(@Nullable String register, long position) {}

    public TimePoint {
        prefixes = List.copyOf(prefixes);
    }

    /** The same of another day. */
    public TimePoint on(LocalDate day) {
        return new TimePoint(day, knownAt, sight, position, prefixes, provisional, settled, rows);
    }

    /** An earlier one of one register, for the same viewer and answered from the same rows: of a day, as known at a position. */
    public TimePoint back(String register, LocalDate day, long then) {
        return new TimePoint(
                        day,
                        KnownAt.POSITION + then,
                        sight,
                        then,
                        List.of(new Prefix(register, then)),
                        false,
                        true,
                        Rows.NONE)
                .from(rows.table(), rows.blocked());
    }

    /** The same, answered from rows of which some may stand still. */
    TimePoint from(String table, List<BlockedEntity> blocked) {
        List<BlockedEntity> missed = blocked.stream()
                .filter(entity -> counts(entity.register(), entity.fact()) && sight.sees(entity.stream()))
                .toList();
        return new TimePoint(
                asOf,
                knownAt,
                sight,
                position,
                prefixes,
                provisional,
                settled && missed.isEmpty(),
                new Rows(table, missed));
    }

    /** The rows from which it is answered, as a statement reads them after {@code from} or {@code join}: what the viewer sees. */
    public String table() {
        return sight.rows(rows.table());
    }

    /** The facts of the ledger, in the same way. */
    public String facts() {
        return sight.facts();
    }

    /** The condition on a row's columns that it is known then. */
    public String known(String row) {
        return known(row, "");
    }

    /** The same with parameters whose names begin with a prefix, where a statement asks at two points. */
    public String known(String row, String begin) {
        return ofAll(row, begin, "%s.known @> :%sposition%s::bigint");
    }

    /** The condition on a row's columns that it was known by then, whether or not it still was. */
    public String begun(String row) {
        return ofAll(row, "", "%s.known && int8range(null, :%sposition%s, '[]')");
    }

    /** The condition on a fact's columns that it counts then. */
    public String counts(String fact) {
        return counts(fact, "");
    }

    /** The same with parameters whose names begin with a prefix, where a statement asks at two points. */
    public String counts(String fact, String begin) {
        return ofAll(fact, begin, "%s.position <= :%sposition%s");
    }

    private String ofAll(String row, String begin, String condition) {
        List<String> alternatives = new ArrayList<>();
        for (int n = 0; n < prefixes.size(); n++) {
            String counts = condition.formatted(row, begin, n);
            boolean every = prefixes.get(n).register() == null;
            alternatives.add(every ? counts : "%s.register = :%sregister%s and %s".formatted(row, begin, n, counts));
        }
        return alternatives.isEmpty() ? "false" : "(" + String.join(" or ", alternatives) + ")";
    }

    /**
     * The last position that counts then of a register, as an expression on a column with its name; 0 if nothing does. Its
     * parameters have names that begin with a prefix.
     */
    public String positionIn(String register, String begin) {
        StringBuilder position = new StringBuilder("case");
        for (int n = 0; n < prefixes.size(); n++) {
            String known =
                    prefixes.get(n).register() == null ? "true" : "%s = :%sregister%s".formatted(register, begin, n);
            position.append(" when %s then :%sposition%s::bigint".formatted(known, begin, n));
        }
        return prefixes.isEmpty() ? "0" : position + " else 0 end";
    }

    /** Whether a fact counts then. */
    public boolean counts(StoredEvent fact) {
        return counts(fact.register(), fact.position());
    }

    private boolean counts(String register, long fact) {
        return prefixes.stream()
                .anyMatch(prefix -> fact <= prefix.position()
                        && (prefix.register() == null || prefix.register().equals(register)));
    }

    /** The condition on a row's columns that it is known and in effect then. */
    public String holds(String row) {
        return holds(row, "");
    }

    /** The same with parameters whose names begin with a prefix, where a statement asks at two points. */
    public String holds(String row, String begin) {
        return "%s.valid @> :%sasOf::date and %s".formatted(row, begin, known(row, begin));
    }

    /** Gives a statement the values of the conditions. */
    public StatementSpec bind(StatementSpec statement) {
        return bind("", statement);
    }

    /** Gives a statement the values of conditions whose parameters begin with a prefix. */
    public StatementSpec bind(String begin, StatementSpec statement) {
        StatementSpec bound = sight.bind(statement).param(begin + "asOf", asOf.toString());
        for (int n = 0; n < prefixes.size(); n++) {
            Prefix prefix = prefixes.get(n);
            bound = bound.param(begin + "position" + n, prefix.position());
            if (prefix.register() != null) bound = bound.param(begin + "register" + n, prefix.register());
        }
        return bound;
    }
}
