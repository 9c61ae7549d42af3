package org.portfolioledger.query.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.database.Reads;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In which portfolios initiatives lie at a point, directly or through those above them. */
public final class PortfolioMembers {

    /** So many initiatives are looked for one by one. */
    private static final int FEW = 500;

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
     * An open initiative of a portfolio.
     *
     * @param portfolio in which it lies: the one that was asked for, or the nearest above it
     */
    public record Member(String id, String portfolio) {}

    /**
     * The open initiatives of a portfolio: directly, or through one that is. A closed one still leads to those below it,
     * and one whose opening was retracted leads to them from where it last was.
     */
    public List<Member> openIn(TimePoint point, String portfolio) {
        return point.bind(jdbc.sql(
                        "with recursive %s select id, portfolio from member where open".formatted(members(point))))
                .param("portfolio", portfolio)
                .query(Member.class)
                .list();
    }

    /** The rows of some initiatives: of a few one by one, of many out of all that hold at the point. */
    public static Rows.Among among(List<Member> members) {
        // In a truth value it is not joined but hashed: an array would be gone through for each row.
        String many = "(r.id in (select unnest(:members::text[]))) is true";
        return new Rows.Among(members.size() <= FEW ? "r.id = any(:members)" : many, Map.of("members", ids(members)));
    }

    private static String[] ids(List<Member> members) {
        return members.stream().map(Member::id).toArray(String[]::new);
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

    /**
     * The table of those that belong to {@code :portfolio}, each with the portfolio in which it lies, the nearest, and
     * whether it is open.
     */
    private static String members(TimePoint point) {
        String branch = "%1$s.kind = 'initiative' and (%2$s or %3$s)";
        return """
                member (id, portfolio, open) as (
                    select m.id, m.portfolio, %2$s from %1$s m where m.portfolio = :portfolio and %3$s
                    union
                    select c.id, coalesce(c.portfolio, p.portfolio), %4$s
                    from member p join %1$s c on c.parent = p.id where %5$s)""".formatted(
                        Rows.table(point),
                        open(point, "m"),
                        branch.formatted("m", point.holds("m"), gone(point, "m")),
                        open(point, "c"),
                        branch.formatted("c", point.holds("c"), gone(point, "c")));
    }

    private static String open(TimePoint point, String row) {
        return "%s.state #>> '{closure,since}' is null and %s".formatted(row, point.holds(row));
    }

    /**
     * How many ratings of some initiatives are alike, but for those that were ended.
     *
     * @param portfolio in which the initiatives lie: it, or the nearest above them
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

    /** Counts the ratings of some initiatives: of a few one by one, of many out of all that are rated at the point. */
    public List<CountedRating> ratingsOf(TimePoint point, List<Member> members) {
        String found = members.size() <= FEW ? "r.initiative = any(:members)" : "true";
        return point.bind(jdbc.sql("""
                        with rated as materialized (
                            select r.initiative, r.counted from %s r where r.kind = 'rag' and %s and %s)
                        select m.portfolio, c.counted, count(*) as count
                        from rated r join unnest(:members::text[], :portfolios::text[]) as m (id, portfolio) on m.id = r.initiative,
                            unnest(r.counted) as c (counted)
                        group by m.portfolio, c.counted""".formatted(Rows.table(point), point.holds("r"), found)))
                .param("members", ids(members))
                .param("portfolios", members.stream().map(Member::portfolio).toArray(String[]::new))
                .query((row, _) -> counted(row))
                .list();
    }

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
                    select from %3$s o where o.kind = %1$s.kind and o.id = %1$s.id
                      and (%4$s or lower(o.known) > lower(%1$s.known) and o.valid @> :asOf::date and %5$s))""".formatted(row, point.begun(row), Rows.table(point), point.known("o"), point.begun("o"));
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
        String of = "select i.parent, i.portfolio from %s i where i.kind = 'initiative' and i.id = %s and "
                .formatted(Rows.table(point), id);
        String known = "select from %s o where o.kind = 'initiative' and o.id = %s and %s"
                .formatted(Rows.table(point), id, point.known("o"));
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
