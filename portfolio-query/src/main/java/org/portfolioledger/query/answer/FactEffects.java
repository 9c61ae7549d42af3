package org.portfolioledger.query.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;

/** Reads what facts made of their entities. */
final class FactEffects {

    private final Rows rows;

    FactEffects(Rows rows) {
        this.rows = rows;
    }

    /**
     * What one fact made of its entity.
     *
     * @param ended the segments that were known until then, by first day
     * @param begun those that are known since
     */
    record Effect(List<Known<?>> ended, List<Known<?>> begun) {}

    /** By position what some facts made of their entities; whether or not more was known later. */
    Map<Long, Effect> of(TimePoint point, List<StoredEvent> facts) {
        Map<Long, Effect> made = new HashMap<>();
        facts.forEach(fact -> made.put(fact.position(), new Effect(new ArrayList<>(), new ArrayList<>())));
        String of = """
                select f.position, %1$s as begun, %2$s from unnest(:positions::bigint[], :kinds::text[], :ids::text[]) as f (position, kind, id)
                join %3$s r on r.kind = f.kind and r.id = f.id and %4$s""";
        List<EntityName> entities =
                facts.stream().map(fact -> EntityName.ofStream(fact.stream())).toList();
        point.bind(rows.planned()
                        .sql(of.formatted(true, Rows.COLUMNS, Rows.table(point), "lower(r.known) = f.position")
                                + " union all "
                                + of.formatted(
                                        false,
                                        Rows.COLUMNS,
                                        Rows.table(point),
                                        "upper(r.known) = f.position and not upper_inf(r.known)")
                                + " order by starts"))
                .param("positions", facts.stream().map(StoredEvent::position).toArray(Long[]::new))
                .param("kinds", entities.stream().map(EntityName::kind).toArray(String[]::new))
                .param("ids", entities.stream().map(EntityName::id).toArray(String[]::new))
                .query(row -> {
                    Effect one = Objects.requireNonNull(made.get(row.getLong("position")));
                    (row.getBoolean("begun") ? one.begun() : one.ended()).add(rows.known(row));
                });
        return made;
    }
}
