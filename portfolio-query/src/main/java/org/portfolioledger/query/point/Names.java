package org.portfolioledger.query.point;

import java.util.Optional;
import java.util.regex.Pattern;
import org.portfolioledger.state.Kinds;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which names are on record at all: what must be known before a question has a time point. */
public final class Names {

    private static final Pattern STREAM = Pattern.compile("[A-Za-z]+(?:-[A-Za-z]+)*-[A-Za-z0-9._-]{1,64}");

    /** Goes from actor to actor by the index: there are few, and many commands of each. */
    private static final String ACTORS = """
            with recursive each (actor) as (
                (select actor from ledger.command order by actor limit 1)
                union all
                select (select c.actor from ledger.command c where c.actor > e.actor order by c.actor limit 1)
                from each e where e.actor is not null)
            select actor from each where lower(actor) = lower(?)""";

    private final JdbcClient jdbc;

    public Names(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The register to which a stream belongs; empty if there is no such stream and never was, to all that the viewer sees. */
    public Optional<String> registerOf(String stream, Sight sight) {
        if (!STREAM.matcher(stream).matches() || !sight.sees(stream)) return Optional.empty();
        return jdbc.sql("select register from ledger.event where stream = ? and sequence = 0")
                .param(stream)
                .query(String.class)
                .optional();
    }

    /**
     * The name of a register, an actor, a stream, or an entity of a kind, whatever the case of its letters, as it was
     * written first; empty if there is none to all that the viewer sees.
     */
    public Optional<String> spelling(String what, String name, Sight sight) {
        return switch (what) {
            case "register" -> first("select name from ledger.register where lower(name) = lower(?)", name);
            case "actor" -> first(ACTORS, name).filter(actor -> sight.isWhole() || hasRecorded(actor, sight));
            case "stream" -> spelling(name, sight);
            default -> spelling(Kinds.named(what).stream(name), sight).map(Kinds.named(what)::idIn);
        };
    }

    private Optional<String> spelling(String stream, Sight sight) {
        if (!STREAM.matcher(stream).matches()) return Optional.empty();
        return first(
                        "select stream from ledger.event where lower(stream) = lower(?) and sequence = 0 order by position",
                        stream)
                .filter(found -> sight.sees(found) || sight.withholds(found).isPresent());
    }

    private Optional<String> first(String select, String name) {
        // Without a limit, for which all facts may be gone through in the order of their positions.
        return jdbc.sql(select).param(name).query(String.class).list().stream().findFirst();
    }

    /** Whether a register, an actor, a stream, or an entity of a kind is on record, at whatever position, for a viewer. */
    public boolean isOnRecord(String what, String name, Sight sight) {
        return switch (what) {
            case "register" -> exists("ledger.register where name = ?", name);
            case "actor" -> sight.isWhole() ? exists("ledger.command where actor = ?", name) : hasRecorded(name, sight);
            case "stream" -> registerOf(name, sight).isPresent();
            default -> registerOf(Kinds.named(what).stream(name), sight).isPresent();
        };
    }

    /** Whether an actor has recorded anything that the viewer sees. */
    private boolean hasRecorded(String actor, Sight sight) {
        return sight.bind(jdbc.sql("select exists (select from %s e where e.actor = :actor)".formatted(sight.facts())))
                .param("actor", actor)
                .query(Boolean.class)
                .single();
    }

    private boolean exists(String where, String name) {
        return jdbc.sql("select exists (select from " + where + ")")
                .param(name)
                .query(Boolean.class)
                .single();
    }
}
