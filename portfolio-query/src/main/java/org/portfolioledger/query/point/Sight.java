package org.portfolioledger.query.point;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portfolioledger.vocabulary.Marking;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What a viewer may see, decided as of the time of reading whatever point is asked about: which entities, by their streams.
 * Rows and facts of others are not there for the viewer. It stands between every statement and what is stored, so that
 * nothing that is counted, summed, sorted, named or refused depends on them.
 */
public final class Sight {

    /** All there is, which costs no statement anything. */
    public static final Sight EVERYTHING = new Sight(false, Set.of(), Map.of(), Set.of());

    /** Nothing at all. */
    static final Sight NOTHING = new Sight(true, Set.of(), Map.of(), EnumSet.allOf(Marking.class));

    private static final String STREAMS = "inSight";

    private final boolean confined;
    private final Set<String> streams;
    private final Map<String, Marking> withheld;
    private final Set<Marking> unreadable;
    private final String[] bound;

    /** @param streams those that are seen if it is confined, and otherwise those that are not */
    private Sight(boolean confined, Set<String> streams, Map<String, Marking> withheld, Set<Marking> unreadable) {
        this.confined = confined;
        this.streams = Set.copyOf(streams);
        this.withheld = Map.copyOf(withheld);
        this.unreadable = Set.copyOf(unreadable);
        this.bound = this.streams.toArray(String[]::new);
    }

    /**
     * Everything but what is withheld.
     *
     * @param withheld by stream with its marking
     * @param unreadable the markings that the viewer may not read
     */
    static Sight allBut(Map<String, Marking> withheld, Set<Marking> unreadable) {
        return new Sight(false, withheld.keySet(), withheld, unreadable);
    }

    /**
     * Some entities alone.
     *
     * @param withheld those that would be seen but for their marking
     * @param unreadable the markings that the viewer may not read
     */
    static Sight only(Set<String> streams, Map<String, Marking> withheld, Set<Marking> unreadable) {
        return new Sight(true, streams, withheld, unreadable);
    }

    /** Whether the viewer sees every entity. */
    public boolean isWhole() {
        return !confined && streams.isEmpty();
    }

    /** Whether the viewer sees every entity, and may read every marking. */
    public boolean isEverything() {
        return isWhole() && unreadable.isEmpty();
    }

    /** Whether the viewer may read what bears a marking. */
    public boolean reads(Marking marking) {
        return !unreadable.contains(marking);
    }

    /** Whether the viewer sees some places alone, and not all there is but what is marked. */
    public boolean isConfined() {
        return confined;
    }

    /** Whether the viewer sees an entity. */
    public boolean sees(String stream) {
        return streams.contains(stream) == confined;
    }

    /** The marking because of which an entity is withheld from a viewer who would see it otherwise. */
    public Optional<Marking> withholds(String stream) {
        return Optional.ofNullable(withheld.get(stream));
    }

    /** A table of rows, as a statement reads it after {@code from} or {@code join}: without those that are not seen. */
    String rows(String table) {
        return isWhole()
                ? table
                : "(select s.ctid, s.* from %s s where %s)"
                        .formatted(table, condition("query.stream(s.kind, s.id, s.refs)"));
    }

    /** The facts of the ledger, in the same way. */
    public String facts() {
        return isWhole()
                ? "ledger.event"
                : "(select s.* from ledger.event s where %s)".formatted(condition("s.stream"));
    }

    /** The condition that the entity of a stream is seen, which an expression names. */
    private String condition(String stream) {
        // In a truth value it is not joined but hashed, however many there are.
        return "(%s in (select unnest(:%s::text[]))) is %s".formatted(stream, STREAMS, confined ? "true" : "not true");
    }

    /** Gives a statement the value of its conditions. */
    public StatementSpec bind(StatementSpec statement) {
        return isWhole() ? statement : statement.param(STREAMS, bound);
    }
}
