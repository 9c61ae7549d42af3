package org.portfolioledger.query.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.database.Reads;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In which portfolios initiatives lie at a point, directly or through those above them. */
public final class PortfolioMembers {

    private final JdbcClient jdbc;
    private final JdbcClient prepared;
    private final Rows rows;
    private final JsonMapper json;

    public PortfolioMembers(DataSource reader, Rows rows, JsonMapper json) {
        this.jdbc = Reads.planned(reader);
        this.prepared = Reads.prepared(reader);
        this.rows = rows;
        this.json = json;
    }

    /**
     * The open initiatives of a portfolio. They lie in it directly, or through one that does. A closed one still leads to
     * those below it, and one whose opening was retracted leads to them from where it last was.
     *
     * @param counted their ratings, over all pages
     * @param onPage the rows of those that may be on a page, and of one more
     */
    public record Open(List<CountedRating> counted, Rows.Among onPage) {}

    /**
     * The open initiatives of a portfolio, with their ratings: if most initiatives are elsewhere, these are found one by one,
     * otherwise counted out of all that are rated at the point, from an index alone. Ratings that are too long for it are read
     * from their row.
     */
    public Open openIn(TimePoint point, String portfolio, ReadRequest.Page page) {
        String rated = "select r.id, r.counted from %s r where r.kind = 'rag' and %s and "
                .formatted(Rows.table(point), point.holds("r"));
        List<CountedRating> counted = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        onPage(point, portfolio, page, """
                        size as (select count(*) as size from one),
                        rated as (
                            select r.id, r.counted from one cross join lateral (%4$s) r
                            where (select size from size) <= (%6$s)
                            union all (%1$s (select size from size) > (%6$s))),
                        alike as (
                            select one.portfolio, rated.counted, count(*) as count,
                                   array_agg(rated.id) filter (where rated.counted is null) as long
                            from one join rated on rated.id = one.id group by one.portfolio, rated.counted),
                        counts as (
                            select a.portfolio, c.counted, sum(a.count) as count
                            from (select portfolio, counted, count from alike where counted is not null
                                  union all
                                  select alike.portfolio, r.counted, 1 from alike cross join unnest(alike.long) as l (id)
                                      cross join lateral (
                                          select query.counted(o.state) as counted from %2$s o
                                          where %5$s and %3$s offset 0) r) a,
                                unnest(a.counted) as c (counted)
                            group by a.portfolio, c.counted)
                        select null as id, portfolio, counted, count from counts
                        union all select id, null, null, null from (%%s) p""".formatted(
                                rated,
                                Rows.table(point),
                                point.holds("o"),
                                Rows.nearest(point, "rag", "one.id"),
                                Rows.isOne("o", "'rag'", "l.id"),
                                fewInitiatives(point)))
                .query(row -> {
                    String id = row.getString("id");
                    if (id == null) counted.add(counted(row));
                    else ids.add(id);
                });
        return new Open(counted, Rows.Among.ofIds(ids));
    }

    /**
     * For how many initiatives at most ratings are found one by one. Finding one takes as long as counting ten out of all, so
     * it is a tenth of the rows of initiatives, as PostgreSQL last estimated them, but never fewer than are always quick.
     */
    private static String fewInitiatives(TimePoint point) {
        return "select greatest(%s, reltuples / 10) from pg_class where oid = '%s_portfolio'::regclass"
                .formatted(Rows.Among.FEW, point.rows().table());
    }

    /** The ratings of the open initiatives of a portfolio, counted. */
    public List<CountedRating> countedIn(TimePoint point, String portfolio) {
        return openIn(point, portfolio, new ReadRequest.Page(1, false, List.of(), null, ""))
                .counted();
    }

    /** A rating of an initiative that was not ended. */
    public record RatedInitiative(String initiative, CountedRating rating) {}

    /** The ratings of the open initiatives of a portfolio, but for those that were ended. */
    public List<RatedInitiative> ratedIn(TimePoint point, String portfolio) {
        return point.bind(jdbc.sql("""
                        with recursive %s
                        select distinct m.id, m.portfolio, c.counted, 1 as count
                        from (select distinct id, portfolio from member where open) m
                            join (select r.id, coalesce(r.counted, query.counted(r.state)) as counted
                                  from %s r where r.kind = 'rag' and %s offset 0) r on r.id = m.id
                            cross join lateral unnest(r.counted) as c (counted)""".formatted(members(point), Rows.table(point), point.holds("r"))))
                .param("portfolio", portfolio)
                .query((row, _) -> new RatedInitiative(row.getString("id"), counted(row)))
                .list();
    }

    /** The rows of the open initiatives of a portfolio that may be on a page, and of one more. */
    public Rows.Among openOn(TimePoint point, String portfolio, ReadRequest.Page page) {
        return Rows.Among.ofIds(onPage(point, portfolio, page, "page as (%s) select id from page")
                .query(String.class)
                .list());
    }

    /** The open initiatives of a portfolio, by id. */
    public List<InitiativeState> allOpenIn(TimePoint point, String portfolio) {
        return thoseIn(point, portfolio, "select id from member where open");
    }

    /** The initiatives of a portfolio that are there, by id: also those that are closed. */
    public List<InitiativeState> allIn(TimePoint point, String portfolio) {
        return thoseIn(point, portfolio, "select id from member");
    }

    private List<InitiativeState> thoseIn(TimePoint point, String portfolio, String select) {
        String those = "r.id = any(array(with recursive %s %s))".formatted(members(point), select);
        return rows.where(point, Kinds.INITIATIVE, those, Map.of("portfolio", portfolio)).stream()
                .map(Known::state)
                .toList();
    }

    /** Ids of the open initiatives of a portfolio. */
    public List<String> openIds(TimePoint point, String portfolio) {
        return point.bind(jdbc.sql(
                        "with recursive %s select distinct id from member where open".formatted(members(point))))
                .param("portfolio", portfolio)
                .query(String.class)
                .list();
    }

    /** A select after the table {@code one} of the open initiatives, which has the select of those on a page in it. */
    private StatementSpec onPage(TimePoint point, String portfolio, ReadRequest.Page page, String select) {
        boolean byId = page.order().isEmpty();
        List<String> after = page.after() == null ? List.of("") : page.after();
        if (byId && after.size() != 1) throw Cursor.unreadable();
        String ids = byId
                ? "select id from one where id collate \"C\" > :after order by id collate \"C\" limit :most"
                : "select id from one";
        return point.bind(jdbc.sql(
                        "with recursive %s, one as materialized (select id, portfolio from member where open), %s"
                                .formatted(members(point), select.formatted(ids))))
                .param("portfolio", portfolio)
                .param("after", after.getFirst())
                .param("most", page.limit() + 1);
    }

    /**
     * All initiatives of a portfolio, with those whose opening was retracted, each as it was last known: what refers to
     * them stays listed where they lay.
     */
    public List<Known<InitiativeState>> everBelongingTo(TimePoint point, String portfolio) {
        String belongs = "(%s or %s) and r.id = any(array(with recursive %s select id from member))"
                .formatted(point.holds("r"), gone(point, "r"), members(point));
        return rows.known(
                Kinds.INITIATIVE,
                rows.matching(point, Kinds.INITIATIVE.name(), belongs, Map.of("portfolio", portfolio)));
    }

    /** An initiative; if its opening was retracted, as it was last known. */
    public Optional<Known<InitiativeState>> everKnown(TimePoint point, String initiative) {
        String is = "(%s or %s) and %s"
                .formatted(point.holds("r"), gone(point, "r"), Rows.isOne("r", "'initiative'", ":one"));
        return rows
                .known(Kinds.INITIATIVE, rows.matching(point, Kinds.INITIATIVE.name(), is, Map.of("one", initiative)))
                .stream()
                .findFirst();
    }

    /** All initiatives that ever belonged to a portfolio as known at a point, and on which days. */
    public MembersEver ever(TimePoint point, String portfolio) {
        String table = Rows.table(point);
        String counts = """
                (%1$s or %2$s and not exists (select from %3$s o where %4$s and %5$s))""".formatted(
                point.known("r"), point.begun("r"), table, Rows.isOne("o", "'initiative'", "r.id"), point.known("o"));
        List<MembersEver.Stay> stays = point.bind(jdbc.sql(
                        """
                        with recursive ever (id) as (
                            select r.id from %1$s r where r.kind = 'initiative' and r.portfolio = :portfolio and %2$s
                            union
                            select r.id from ever e join %1$s r on r.parent = e.id
                            where r.parent is not null and r.kind = 'initiative' and %2$s)
                        select r.id, lower(r.valid) as starts, upper(r.valid) as ends, lower(r.known) as learnt,
                               case when not (%4$s) then upper(r.known) end as forgotten, r.portfolio, r.parent
                        from ever e cross join lateral (select r.* from %1$s r where %3$s and %2$s) r""".formatted(table, counts, Rows.isOne("r", "'initiative'", "e.id"), point.known("r"))))
                .param("portfolio", portfolio)
                .query((row, _) -> new MembersEver.Stay(
                        row.getString("id"),
                        row.getObject("starts", LocalDate.class),
                        row.getObject("ends", LocalDate.class),
                        row.getLong("learnt"),
                        row.getObject("forgotten", Long.class),
                        row.getString("portfolio"),
                        row.getString("parent")))
                .list();
        return new MembersEver(portfolio, stays);
    }

    /**
     * The table of those that belong to {@code :portfolio}, each with the portfolio in which it lies, the nearest, and
     * whether it is open.
     */
    private static String members(TimePoint point) {
        String direct =
                "select m.id, m.portfolio, %s as open from %s m where m.portfolio = :portfolio and m.kind = 'initiative' and %s";
        String below = """
                select c.id, coalesce(c.portfolio, p.portfolio), not c.closed and %1$s from %2$s p join %3$s c on c.parent = p.id
                where c.parent is not null and c.kind = 'initiative' and c.portfolio is distinct from :portfolio and (%1$s or %4$s)""";
        String table = Rows.table(point);
        String gone = gone(point, "c");
        return """
                direct as materialized (%s union all %s),
                below (id, portfolio, open) as (%s union %s),
                member as (select * from direct union all select * from below)""".formatted(
                        direct.formatted("not m.closed", table, point.holds("m")),
                        direct.formatted("false", table, gone(point, "m")),
                        below.formatted(point.holds("c"), "direct", table, gone),
                        below.formatted(point.holds("c"), "below", table, gone));
    }

    /**
     * How many ratings of some initiatives are alike, but for those that were ended.
     *
     * @param portfolio portfolio that contains the initiatives: their own, or the nearest above them
     * @param assessor null: the source does not name one
     */
    public record CountedRating(
            String portfolio,
            String scheme,
            int version,
            String criterion,
            @Nullable String assessor,
            String rating,
            int count) {}

    private CountedRating counted(ResultSet row) throws SQLException {
        JsonNode counted = json.readTree(row.getString("counted"));
        return new CountedRating(
                row.getString("portfolio"),
                counted.get(0).asString(),
                counted.get(1).asInt(),
                counted.get(2).asString(),
                counted.get(3).isNull() ? null : counted.get(3).asString(),
                counted.get(4).asString(),
                row.getInt("count"));
    }

    /** The condition on a row that it is the last which held that day of an entity that is not any more. */
    private static String gone(TimePoint point, String row) {
        return """
                %1$s.valid @> :asOf::date and not upper_inf(%1$s.known) and %2$s and not exists (
                    select from %3$s o where %6$s
                      and (%4$s or lower(o.known) > lower(%1$s.known) and o.valid @> :asOf::date and %5$s))""".formatted(
                        row,
                        point.begun(row),
                        Rows.table(point),
                        point.known("o"),
                        point.begun("o"),
                        Rows.isOne("o", "'initiative'", row + ".id"));
    }

    /** By initiative the id of the portfolio to which it belongs: its own, or that of the nearest above it. */
    public Map<String, String> portfoliosOf(TimePoint point, Collection<String> initiatives) {
        Map<String, String> portfolios = new HashMap<>();
        point.bind(prepared.sql("""
                        with recursive above (start, parent, portfolio) as (
                            select n.id, i.parent, i.portfolio from unnest(:initiatives::text[]) as n (id) cross join lateral (%1$s) i
                            union
                            select a.start, i.parent, i.portfolio from above a cross join lateral (%2$s) i
                            where a.portfolio is null and a.parent is not null)
                        select start, portfolio from above where portfolio is not null""".formatted(lying(point, "n.id"), lying(point, "a.parent"))))
                .param("initiatives", initiatives.toArray(String[]::new))
                .query((RowCallbackHandler) row -> portfolios.put(row.getString("start"), row.getString("portfolio")));
        return portfolios;
    }

    /** Where an initiative lies: its row, or the last that held that day if it is not any more, which is looked at only then. */
    private static String lying(TimePoint point, String id) {
        String of = "select i.parent, i.portfolio from %s i where %s and "
                .formatted(Rows.table(point), Rows.isOne("i", "'initiative'", id));
        String known = "select from %s o where %s and %s"
                .formatted(Rows.table(point), Rows.isOne("o", "'initiative'", id), point.known("o"));
        return of + point.holds("i") + " union all (" + of + "i.valid @> :asOf::date and " + point.begun("i")
                + " and (select not exists (" + known + ")) order by lower(i.known) desc limit 1)";
    }

    /** Ids of the portfolios in which an initiative ever lay, itself or with those above it, as known at a point. */
    public List<String> portfoliosEver(TimePoint point, String initiative) {
        // One whose opening was retracted lies where it last was.
        String counts =
                "(%s or %s and (select not exists (select from %s k where k.kind = 'initiative' and k.id = a.id and %s)))"
                        .formatted(point.known("r"), point.begun("r"), Rows.table(point), point.known("k"));
        // From one place to the next, so that what it went through in each is passed over.
        return point.bind(prepared.sql("""
                        with recursive above (id, portfolio, parent) as (
                            select :initiative::text, '', ''
                            union
                            select n.id, n.portfolio, n.parent from above a cross join lateral (
                                (select r.id, coalesce(r.portfolio, '') as portfolio, coalesce(r.parent, '') as parent from %s r
                                where r.kind = 'initiative' and r.id = a.id
                                  and (coalesce(r.portfolio, ''), coalesce(r.parent, '')) > (a.portfolio, a.parent) and %s
                                order by coalesce(r.portfolio, ''), coalesce(r.parent, ''), upper(r.known) desc limit 1)
                                union all
                                select a.parent, '', '' where a.parent <> '') n)
                        select distinct portfolio from above where portfolio <> '' order by portfolio""".formatted(Rows.table(point), counts)))
                .param("initiative", initiative)
                .query(String.class)
                .list();
    }
}
