package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.point.TimePoint;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads where initiatives lie: below which others, and in which portfolio. */
public final class InitiativePlaces {

    private final Rows rows;

    public InitiativePlaces(Rows rows) {
        this.rows = rows;
    }

    /**
     * Where an initiative lay through a range of days.
     *
     * @param parent above it; null: none
     * @param portfolio in which it lay by itself; null: in none
     */
    public record Place(
            Days days, @Nullable String parent, @Nullable String portfolio) {}

    /** An initiative on a day. */
    public record OnDay(String initiative, LocalDate day) {}

    /**
     * Where an initiative lay on the days of a range, by first day; of one that is not any more where it last was, the
     * latest first.
     */
    public List<Place> of(TimePoint point, String initiative, Days days) {
        String of = "select lower(r.valid) as starts, upper(r.valid) as ends, r.parent, r.portfolio from "
                + Rows.table(point) + " r where " + Rows.isOne("r", "'initiative'", ":id")
                + " and r.valid && daterange(:from::date, :to::date) and %s order by %s";
        String known = of.formatted(point.known("r"), "starts");
        List<Place> places = places(point, known, initiative, days);
        if (!places.isEmpty() || isKnown(point, initiative)) return places;
        return places(point, of.formatted(point.begun("r"), "lower(r.known) desc"), initiative, days);
    }

    /** Ids of the initiatives above some of them, each on its day, up to the highest. */
    public Map<OnDay, Set<String>> above(TimePoint point, Collection<OnDay> of) {
        if (of.isEmpty()) return Map.of();
        String parent =
                "select i.parent from " + Rows.table(point) + " i where " + Rows.isOne("i", "'initiative'", "%1$s.%2$s")
                        + " and i.valid @> %1$s.day and " + point.known("i") + " and i.parent is not null";
        Map<OnDay, Set<String>> above = new HashMap<>();
        point.bind(rows.prepared().sql("""
                        with recursive above (start, day, id) as (
                            select n.start, n.day, p.parent
                            from unnest(:starts::text[], :days::date[]) as n (start, day) cross join lateral (%s) p
                            union
                            select a.start, a.day, p.parent from above a cross join lateral (%s) p)
                        select start, day, id from above""".formatted(parent.formatted("n", "start"), parent.formatted("a", "id"))))
                .param("starts", of.stream().map(OnDay::initiative).toArray(String[]::new))
                .param("days", of.stream().map(each -> each.day().toString()).toArray(String[]::new))
                .query((RowCallbackHandler) row -> above.computeIfAbsent(
                                new OnDay(row.getString("start"), row.getObject("day", LocalDate.class)),
                                _ -> new HashSet<>())
                        .add(row.getString("id")));
        return above;
    }

    private boolean isKnown(TimePoint point, String initiative) {
        return point.bind(rows.prepared()
                        .sql("select exists (select from %s r where r.kind = 'initiative' and r.id = :id and %s)"
                                .formatted(Rows.table(point), point.known("r"))))
                .param("id", initiative)
                .query(Boolean.class)
                .single();
    }

    private List<Place> places(TimePoint point, String select, String initiative, Days days) {
        return point.bind(rows.planned().sql(select))
                .param("id", initiative)
                .params(days.values())
                .query((row, _) -> new Place(
                        new Days(row.getObject("starts", LocalDate.class), row.getObject("ends", LocalDate.class)),
                        row.getString("parent"),
                        row.getString("portfolio")))
                .list();
    }
}
