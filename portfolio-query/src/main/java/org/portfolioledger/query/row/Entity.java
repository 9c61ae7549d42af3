package org.portfolioledger.query.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.Structure;
import org.portfolioledger.timeline.Segment;
import tools.jackson.databind.json.JsonMapper;

/** One stream while it is being followed: its facts so far, and the rows that they come to. */
final class Entity<S> {

    static final String CORRECTION = "correction";

    private final RowType<S> family;
    private final String id;
    private final String register;
    private final JsonMapper json;
    private final List<RecordedFact> facts;
    private Map<Row.Key, Row> rows;
    private Map<Segment<S>, Row> written = Map.of();

    /** The entity as its first facts make it. */
    Entity(RowType<S> family, String stream, String register, List<RecordedFact> facts, JsonMapper json) {
        this.family = family;
        this.id = family.kind().idIn(stream);
        this.register = register;
        this.json = json;
        this.facts = new ArrayList<>(facts);
        this.rows = fold();
    }

    int size() {
        return facts.size();
    }

    /** Adds a fact, closes the rows that no longer hold and opens those that do now. */
    void apply(RecordedFact fact, RowChanges changes) {
        Map<Row.Key, Row> before = rows;
        facts.add(fact);
        rows = fold();
        before.forEach((key, row) -> {
            if (!row.equals(rows.get(key))) changes.close(key, fact.position());
        });
        rows.forEach((key, row) -> {
            if (!row.equals(before.get(key))) changes.open(row, fact.position());
        });
    }

    private Map<Row.Key, Row> fold() {
        Map<Row.Key, Row> folded = new LinkedHashMap<>();
        Map<Segment<S>, Row> now = new HashMap<>();
        for (Segment<S> segment : family.kind().history(facts).timeline().segments()) {
            Row known = written.get(segment);
            Row row = known == null ? row(segment) : known;
            now.put(segment, row);
            folded.put(row.key(), row);
        }
        written = now;
        for (Corrections.Correction correction : Corrections.in(facts)) {
            Row row = row(correction);
            folded.put(row.key(), row);
        }
        return folded;
    }

    private Row row(Segment<S> segment) {
        return new Row(
                new Row.Key(family.kind().name(), id, segment.from()),
                family.columns(segment.state()),
                family.refs(segment.state()),
                register,
                segment.to(),
                json.writeValueAsString(segment.state()),
                named(segment.state()));
    }

    private Row row(Corrections.Correction correction) {
        return new Row(
                new Row.Key(CORRECTION, Long.toString(correction.fact()), null),
                LookupKeys.NONE,
                List.of(family.kind().stream(id)),
                register,
                null,
                json.writeValueAsString(correction),
                List.of(correction.fact(), correction.correctedBy()));
    }

    /** Positions of the facts that a state names, sorted. */
    private static List<Long> named(@Nullable Object state) {
        Set<Long> named = new TreeSet<>();
        for (Grounded<?> grounded : Structure.grounded(state)) {
            named.add(grounded.fact());
            if (grounded.restsOn() != null) named.addAll(grounded.restsOn());
        }
        return List.copyOf(named);
    }
}
