package org.portfolioledger.query.point;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A day, and how much of each register counts.
 *
 * @param asOf the day on which it holds
 * @param knownAt asked again together with asOf, it gives the same answer
 * @param position the last position that counts
 * @param prefixes what counts of the registers in question
 * @param provisional whether more may still be migrated under this knownAt
 * @param settled whether the same answer will be given for ever
 */
public record Point(
        LocalDate asOf, String knownAt, long position, List<Prefix> prefixes, boolean provisional, boolean settled) {

    /**
     * What counts of one register.
     *
     * @param register null: of every register
     * @param position the last position that counts
     */
    public record Prefix(@Nullable String register, long position) {}

    public Point {
        prefixes = List.copyOf(prefixes);
    }

    /** The condition on a row's columns that it is known then. */
    public String known(String row) {
        List<String> alternatives = new ArrayList<>();
        for (int n = 0; n < prefixes.size(); n++) {
            String known = "%s.known @> :position%d::bigint".formatted(row, n);
            String register = "%s.register = :register%d and ".formatted(row, n);
            alternatives.add(prefixes.get(n).register() == null ? known : register + known);
        }
        return alternatives.isEmpty() ? "false" : "(" + String.join(" or ", alternatives) + ")";
    }

    /** The condition on a fact's columns that it counts then. */
    public String counts(String fact) {
        return known(fact).replace(".known @> :position", ".position <= :position");
    }

    /** Whether a fact counts then. */
    public boolean counts(StoredEvent fact) {
        return prefixes.stream()
                .anyMatch(prefix -> fact.position() <= prefix.position()
                        && (prefix.register() == null || prefix.register().equals(fact.register())));
    }

    /** The condition on a row's columns that it is known and in effect then. */
    public String holds(String row) {
        return "%s.valid @> :asOf::date and %s".formatted(row, known(row));
    }

    /** Gives a statement the values of the conditions. */
    public StatementSpec bind(StatementSpec statement) {
        StatementSpec bound = statement.param("asOf", asOf.toString());
        for (int n = 0; n < prefixes.size(); n++) {
            Prefix prefix = prefixes.get(n);
            bound = bound.param("position" + n, prefix.position());
            if (prefix.register() != null) bound = bound.param("register" + n, prefix.register());
        }
        return bound;
    }
}
