package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Found;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** Reads the rows of entities through all their days, as known at a point: each is a segment of what was so. */
public final class Segments {

    private final Rows rows;

    public Segments(Rows rows) {
        this.rows = rows;
    }

    /**
     * Which segments of an initiative come next: by first day, kind and id.
     *
     * @param day first day of the last that was read
     */
    public record Next(LocalDate day, String kind, String id) {
        public static final Next FIRST = new Next(LocalDate.of(1, 1, 1), "", "");

        /** The first day on which a segment of an entity may come next. */
        public LocalDate dayOf(Kind<?, ?> of, String entity) {
            int order =
                    of.name().equals(kind) ? entity.compareTo(id) : of.name().compareTo(kind);
            return order > 0 ? day : day.plusDays(1);
        }
    }

    /** A segment of an entity of some kind. */
    public record OfKind(String kind, Known<?> segment) {}

    /**
     * An entity that is read while it belongs to another.
     *
     * @param through it belongs while it refers to one of these streams; empty: always
     */
    public record Belonging(EntityName entity, Set<String> through) {}

    /** The segments of one entity as known at a point, by first day. */
    public <S> List<Known<S>> of(TimePoint point, Kind<?, S> kind, String id) {
        List<Found> segments = point.bind(rows.planned()
                        .sql("select %s from %s r where r.kind = :kind and r.id = :id and %s order by starts"
                                .formatted(Rows.COLUMNS, Rows.table(point), point.known("r"))))
                .param("kind", kind.name())
                .param("id", id)
                .query((row, _) -> rows.found(row, List.of()))
                .list();
        return rows.known(kind, segments);
    }

    /** The segments of some entities as known at a point, each by its id, by first day. */
    public <S> Map<String, List<Known<S>>> of(TimePoint point, Kind<?, S> kind, Collection<String> ids) {
        if (ids.isEmpty()) return Map.of();
        Among among = Among.ofIds(ids);
        return rows
                .known(
                        kind,
                        rows.matching(
                                point,
                                kind.name(),
                                "%s and %s".formatted(point.known("r"), among.condition()),
                                among.values()))
                .stream()
                .sorted(Comparator.comparing(Known::from, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
                .collect(Collectors.groupingBy(Known::id));
    }

    /** The segments, as known at a point, of the documents of which a version ever had one of some contents. */
    List<Known<DocumentState>> ofDocuments(TimePoint point, Set<String> hashes) {
        if (hashes.isEmpty()) return List.of();
        return rows.known(
                Kinds.DOCUMENT,
                rows.matching(
                        point,
                        Kinds.DOCUMENT.name(),
                        point.known("r") + " and query.document_hashes(r.state) && :hashes::text[]",
                        Map.of("hashes", hashes.toArray(String[]::new))));
    }

    /** The first segments of one entity that begin on a day or after it, by first day; with no day, from the first on. */
    public <S> List<Known<S>> from(TimePoint point, Kind<?, S> kind, String id, @Nullable LocalDate day, int most) {
        List<Found> segments = point.bind(rows.planned()
                        .sql(
                                "select %s from %s r where r.kind = :kind and r.id = :id and lower(r.valid) >= :day::date and %s order by lower(r.valid) limit :most"
                                        .formatted(Rows.COLUMNS, Rows.table(point), point.known("r"))))
                .param("kind", kind.name())
                .param("id", id)
                .param("day", day == null ? "-infinity" : day.toString())
                .param("most", most)
                .query((row, _) -> rows.found(row, List.of()))
                .list();
        return rows.known(kind, segments);
    }

    /** The segments of one entity that hold on any day of a range, by first day. */
    public <S> List<Known<S>> within(TimePoint point, Kind<?, S> kind, String id, Days days) {
        List<Found> segments = point.bind(rows.planned()
                        .sql(
                                "select %s from %s r where %s and r.valid && daterange(:from::date, :to::date) and %s order by starts"
                                        .formatted(
                                                Rows.COLUMNS,
                                                Rows.table(point),
                                                Rows.isOne("r", ":kind", ":id"),
                                                point.known("r"))))
                .param("kind", kind.name())
                .param("id", id)
                .params(days.values())
                .query((row, _) -> rows.found(row, List.of()))
                .list();
        return rows.known(kind, segments);
    }

    /** The next segments of some entities, by first day, kind and id. */
    public List<OfKind> next(TimePoint point, Collection<Belonging> entities, Next after, int most) {
        String order = "lower(r.valid), r.kind collate \"C\", r.id collate \"C\"";
        return point.bind(rows.planned().sql("""
                        select %1$s from unnest(:kinds::text[], :ids::text[], :throughs::text[]) as s (kind, id, through) cross join lateral (
                            select r.* from %2$s r
                            where r.kind = s.kind and r.id = s.id and (s.through = '[]' or r.refs && array(select jsonb_array_elements_text(s.through::jsonb)))
                              and lower(r.valid) >= :day::date and %3$s and (%4$s) > (:day::date, :kind, :after)
                            order by lower(r.valid) limit :most) r
                        order by %4$s limit :most""".formatted(Rows.COLUMNS, Rows.table(point), point.known("r"), order)))
                .param(
                        "kinds",
                        entities.stream().map(each -> each.entity().kind()).toArray(String[]::new))
                .param("ids", entities.stream().map(each -> each.entity().id()).toArray(String[]::new))
                .param(
                        "throughs",
                        entities.stream()
                                .map(each -> rows.json().writeValueAsString(each.through()))
                                .toArray(String[]::new))
                .param("day", after.day().toString())
                .param("kind", after.kind())
                .param("after", after.id())
                .param("most", most)
                .query((row, _) -> new OfKind(row.getString("kind"), rows.known(row)))
                .list();
    }

    /** The segments of one entity that were known by a point, whether or not they still were. */
    public <S> List<Known<S>> begun(TimePoint point, Kind<?, S> kind, String id) {
        List<Found> segments = point.bind(rows.planned()
                        .sql("select %s from %s r where r.kind = :kind and r.id = :id and %s order by lower(r.known)"
                                .formatted(Rows.COLUMNS, Rows.table(point), point.begun("r"))))
                .param("kind", kind.name())
                .param("id", id)
                .query((row, _) -> rows.found(row, List.of()))
                .list();
        return rows.known(kind, segments);
    }

    /** The segments of one entity, whenever they were known. */
    <S> List<Known<S>> ever(TimePoint point, Kind<?, S> kind, String id) {
        List<Found> segments = point.bind(rows.planned()
                        .sql("select %s from %s r where r.kind = :kind and r.id = :id"
                                .formatted(Rows.COLUMNS, Rows.table(point))))
                .param("kind", kind.name())
                .param("id", id)
                .query((row, _) -> rows.found(row, List.of()))
                .list();
        return rows.known(kind, segments);
    }
}
