package org.portfolioledger.query.answer;

import java.util.Collection;
import java.util.List;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.Kind;

/** Reads which entities refer to others, or ever did. */
public final class References {

    private final Rows rows;

    public References(Rows rows) {
        this.rows = rows;
    }

    /** The entities of some kinds that were ever known to refer to one of some streams, up to a point. */
    public List<EntityName> to(TimePoint point, Collection<Kind<?, ?>> kinds, Collection<String> streams) {
        if (streams.isEmpty()) return List.of();
        return point.bind(rows.planned()
                        .sql(
                                "select distinct r.kind, r.id from %s r where r.kind = any(:kinds) and r.refs && :streams::text[] and %s"
                                        .formatted(Rows.table(point), point.begun("r"))))
                .param("kinds", names(kinds))
                .param("streams", streams.toArray(String[]::new))
                .query((row, _) -> new EntityName(row.getString("kind"), row.getString("id")))
                .list();
    }

    /** The entities of some kinds to which one of some entities was ever known to refer, up to a point. */
    public List<EntityName> of(TimePoint point, Collection<EntityName> entities, Collection<Kind<?, ?>> kinds) {
        return point.bind(rows.planned().sql("""
                        select distinct t.stream from unnest(:kinds::text[], :ids::text[]) as s (kind, id)
                        join %s r on r.kind = s.kind and r.id = s.id and %s
                        cross join unnest(r.refs) as t (stream)
                        where exists (select from unnest(:wanted::text[]) w where starts_with(t.stream, w || '-'))""".formatted(Rows.table(point), point.begun("r"))))
                .param("kinds", entities.stream().map(EntityName::kind).toArray(String[]::new))
                .param("ids", entities.stream().map(EntityName::id).toArray(String[]::new))
                .param("wanted", names(kinds))
                .query((row, _) -> EntityName.ofStream(row.getString("stream")))
                .list();
    }

    /** Whether an initiative was ever rated by a scheme, as known at a point. */
    public boolean isRatedBy(TimePoint point, String initiative, String scheme) {
        return point.bind(rows.planned()
                        .sql(
                                "select exists (select from %s r where r.kind = 'rag' and r.initiative = :initiative and %s and jsonb_path_exists(r.state, '$.ratings.*.value.scheme ? (@ == $scheme)', jsonb_build_object('scheme', :scheme::text)))"
                                        .formatted(Rows.table(point), point.known("r"))))
                .param("initiative", initiative)
                .param("scheme", scheme)
                .query(Boolean.class)
                .single();
    }

    private static String[] names(Collection<Kind<?, ?>> kinds) {
        return kinds.stream().map(Kind::name).toArray(String[]::new);
    }
}
