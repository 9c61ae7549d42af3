package org.portfolioledger.query.point;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.query.row.Generation;
import org.portfolioledger.query.row.Progress.Snapshot;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Role;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds what viewers may see: of what is known now, what belongs to the places for which they have a grant. It remembers
 * the last, each for one position of the rows.
 */
public final class Sights {

    /** Of so many viewers. */
    private static final int MOST = 100;

    /** Portfolios, initiatives and boards: of these nothing belongs to another by only referring to it. */
    private static final Set<String> PLACES =
            Set.of(Kinds.PORTFOLIO.name(), Kinds.INITIATIVE.name(), Kinds.BOARD.name());

    private static final String PLACE = "'^(portfolio|initiative|board)-'";
    /** Of boards and portfolios: one initiative is only one of their items, and whoever sees it alone would see the others. */
    private static final String NOT_SHARED = " and r.kind not in ('meeting', 'reporting-cycle')";

    private static final String NO_MEMBER =
            "r.kind not in ('correction', 'portfolio', 'initiative', 'board', 'protective-marking')";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    private final Map<Viewed, Sight> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Viewed, Sight> eldest) {
            return size() > MOST;
        }
    };

    public Sights(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All on which it depends what a viewer sees. */
    private record Viewed(
            Set<Grant> grants,
            String person,
            Set<Marking> unreadable,
            int generation,
            long position,
            LocalDate today) {}

    /** What a viewer sees, whatever is on record; empty if it depends on that. */
    Optional<Sight> always(Actor viewer) {
        Reach reach = Reach.of(viewer.grants());
        if (reach.isNowhere()) return Optional.of(Sight.NOTHING);
        return reach.everything() && unreadable(viewer).isEmpty() ? Optional.of(Sight.EVERYTHING) : Optional.empty();
    }

    /** What a viewer may see, as ledger and rows are at a moment. */
    Sight of(Actor viewer, Snapshot now) {
        Viewed viewed = new Viewed(
                viewer.grants(),
                Objects.requireNonNullElse(viewer.onBehalfOf(), viewer.person()),
                unreadable(viewer),
                now.live().generation(),
                now.live().position(),
                LocalDate.ofInstant(now.now(), TimePointResolver.LONDON));
        // The rows of an entity that waits for an operator come later, for positions that have passed.
        if (now.hasBlocked()) return find(viewed);
        synchronized (last) {
            Sight known = last.get(viewed);
            if (known != null) return known;
        }
        Sight found = find(viewed);
        synchronized (last) {
            last.put(viewed, found);
        }
        return found;
    }

    /** The last position up to another at which there is a fact that is seen; null: of any register. 0: there is none. */
    long lastSeen(Sight sight, @Nullable String register, long position) {
        String ofRegister = register == null ? "" : " and e.register = :register";
        return sight.bind(jdbc.sql(
                        "select e.position from %s e where e.position <= :last%s order by e.position desc limit 1"
                                .formatted(sight.facts(), ofRegister)))
                .param("last", position)
                .param("register", register)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static Set<Marking> unreadable(Actor viewer) {
        EnumSet<Marking> unreadable = EnumSet.allOf(Marking.class);
        unreadable.removeAll(viewer.markings());
        return unreadable;
    }

    /** What a viewer sees. What is withheld is left out first, so that nothing is seen because of it. */
    private Sight find(Viewed viewed) {
        Reach reach = Reach.of(viewed.grants());
        Finding all = new Finding(viewed, reach, Sight.EVERYTHING);
        Map<String, Marking> withheld = all.withheld();
        Sight open = Sight.allBut(withheld, viewed.unreadable());
        if (reach.everything()) return open;
        Set<String> seen = new Finding(viewed, reach, open).seen();
        seen.removeAll(withheld.keySet());
        // Nothing is told of what would not be seen otherwise.
        if (!withheld.isEmpty()) withheld.keySet().retainAll(all.seen());
        return Sight.only(seen, withheld, viewed.unreadable());
    }

    /** One viewer's sight while it is being found. */
    private final class Finding {

        private final Viewed viewed;
        private final Reach reach;
        private final Sight among;
        private final String table;

        /** @param among what is looked at */
        Finding(Viewed viewed, Reach reach, Sight among) {
            this.viewed = viewed;
            this.reach = reach;
            this.among = among;
            this.table = among.rows(Generation.table(viewed.generation()));
        }

        private StatementSpec sql(String statement) {
            return among.bind(jdbc.sql(statement));
        }

        /** What belongs to the places of the grants. */
        Set<String> seen() {
            Set<String> places = new TreeSet<>(reach.places());
            if (reach.dependsOnAppointments()) places.addAll(appointments());
            Set<String> seen = namedBy(inside(places));
            seen.addAll(initiativesOfCases(seen));
            addReferring(seen);
            addReferredTo(seen);
            seen.addAll(markingsOf(seen));
            seen.addAll(registers());
            return seen;
        }

        /** What is withheld, with its marking or that of the place to which it belongs. */
        Map<String, Marking> withheld() {
            Map<String, Marking> marked = marked();
            Map<String, Marking> withheld = new HashMap<>(marked);
            for (Marking marking : new TreeSet<>(marked.values())) {
                Set<String> places = marked.keySet().stream()
                        .filter(stream -> marked.get(stream) == marking && isPlace(stream))
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!places.isEmpty())
                    for (String stream : belonging(inside(places))) withheld.putIfAbsent(stream, marking);
            }
            for (Marking marking : new TreeSet<>(marked.values())) {
                Set<String> bearing = withheld.keySet().stream()
                        .filter(stream -> withheld.get(stream) == marking)
                        .collect(Collectors.toSet());
                for (String stream : markingsOf(bearing)) withheld.putIfAbsent(stream, marking);
            }
            return withheld;
        }

        private static boolean isPlace(String stream) {
            return Kinds.ofStream(stream)
                    .filter(kind -> PLACES.contains(kind.name()))
                    .isPresent();
        }

        /**
         * What bears a marking today that the viewer may not read. A document that holds on other days alone bears any of
         * these.
         */
        private Map<String, Marking> marked() {
            if (viewed.unreadable().isEmpty()) return Map.of();
            Map<String, Marking> marked = new HashMap<>();
            sql("""
                            select m.stream, m.marking from (
                                select r.kind, r.id, r.state #>> '{marking,value}' as marking, %2$s as holds, r.closed,
                                    case r.kind when 'document' then 'document-' || r.id else r.state #>> '{entity,value}' end as stream
                                from %1$s r
                                where r.kind in ('document', 'protective-marking')
                                    and r.state #>> '{marking,value}' = any(:unreadable)) m
                            where case m.kind
                                when 'document' then m.holds or not exists (
                                    select from %1$s r where r.kind = 'document' and r.id = m.id and %2$s)
                                else m.holds and not m.closed end
                            order by m.stream, m.holds, m.marking""".formatted(table, holds("r")))
                    .param(
                            "unreadable",
                            viewed.unreadable().stream().map(Enum::name).toArray(String[]::new))
                    .param("today", viewed.today().toString())
                    .query((RowCallbackHandler)
                            row -> marked.put(row.getString("stream"), Marking.valueOf(row.getString("marking"))));
            return marked;
        }

        /** The protective markings of some entities: whoever sees these sees them. */
        private Set<String> markingsOf(Set<String> streams) {
            Set<String> markings = new HashSet<>();
            sql("""
                            select distinct r.id, t.stream from %s r cross join unnest(r.refs) as t (stream)
                            where r.kind = 'protective-marking' and %s""".formatted(table, known("r"))).query((RowCallbackHandler) row -> {
                if (streams.contains(row.getString("stream")))
                    markings.add(Kinds.PROTECTIVE_MARKING.stream(row.getString("id")));
            });
            return markings;
        }

        /** Streams of the initiatives in which the person holds a role today, and of the boards on which the person sits. */
        private Set<String> appointments() {
            String person = viewed.person();
            Set<String> posts = Set.copyOf(sql("""
                            select r.id from %s r where r.kind = 'post' and query.holders(r.state) && :holders::text[] and %s
                              and r.state #>> '{holder,value,person}' = :person""".formatted(table, holds("r")))
                    .param("holders", new String[] {"person:" + person})
                    .param("person", person)
                    .param("today", viewed.today().toString())
                    .query(String.class)
                    .list());
            Set<String> streams = new HashSet<>();
            sql("""
                            select r.kind, r.id, r.state::text as state from %s r
                            where r.kind in ('appointments', 'board') and query.holders(r.state) && :holders::text[] and %s
                              and (r.kind = 'appointments'
                                  or not r.closed and query.holders(r.state -> 'membership') && :holders::text[])""".formatted(table, holds("r")))
                    .param(
                            "holders",
                            Stream.concat(
                                            Stream.of("person:" + person),
                                            posts.stream().map(post -> "post:" + post))
                                    .toArray(String[]::new))
                    .param("today", viewed.today().toString())
                    .query((RowCallbackHandler) row -> {
                        String id = row.getString("id");
                        if (row.getString("kind").equals(Kinds.BOARD.name())) {
                            if (reach.boards()) streams.add(Kinds.BOARD.stream(id));
                            return;
                        }
                        AppointmentsState roles = json.readValue(row.getString("state"), AppointmentsState.class);
                        if (reach.roles().stream().anyMatch(role -> hasRole(roles, role, person, posts)))
                            streams.add(Kinds.INITIATIVE.stream(id));
                    });
            return streams;
        }

        /** Some places with those inside them: the initiatives that ever lay in a portfolio, or below an initiative. */
        private Set<String> inside(Set<String> places) {
            List<EntityName> named = places.stream().map(EntityName::ofStream).toList();
            return new TreeSet<>(sql("""
                            with recursive place (kind, id) as (
                                select p.kind, p.id from unnest(:kinds::text[], :ids::text[]) as p (kind, id)
                                union
                                select 'initiative', c.id from place p cross join lateral (
                                    select r.id from %1$s r
                                    where p.kind = 'portfolio' and r.kind = 'initiative' and r.portfolio = p.id and %2$s
                                    union all
                                    select r.id from %1$s r
                                    where p.kind = 'initiative' and r.kind = 'initiative' and r.parent = p.id and %2$s) c)
                            select kind || '-' || id from place""".formatted(table, known("r")))
                    .param("kinds", named.stream().map(EntityName::kind).toArray(String[]::new))
                    .param("ids", named.stream().map(EntityName::id).toArray(String[]::new))
                    .query(String.class)
                    .list());
        }

        /** Some places with what names them. */
        private Set<String> namedBy(Set<String> places) {
            Set<String> all = new HashSet<>(places);
            Set<String> initiatives = places.stream()
                    .filter(place -> place.startsWith(Kinds.INITIATIVE.stream("")))
                    .collect(Collectors.toUnmodifiableSet());
            all.addAll(referringTo(initiatives, NO_MEMBER + NOT_SHARED));
            all.addAll(referringTo(
                    places.stream()
                            .filter(place -> !initiatives.contains(place))
                            .toList(),
                    NO_MEMBER));
            return all;
        }

        /** All that belongs to some places, with these. */
        private Set<String> belonging(Set<String> places) {
            Set<String> all = namedBy(places);
            addReferring(all);
            return all;
        }

        private List<String> referringTo(Collection<String> streams, String condition) {
            if (streams.isEmpty()) return List.of();
            // Of an entity that is there now its present rows count, and only of others is it asked whether they are
            // not.
            return sql("""
                            select f.kind || '-' || f.id from (
                                select r.kind, r.id, bool_or(upper_inf(r.known)) as present from %1$s r
                                where r.refs && :streams::text[] and %2$s group by r.kind, r.id) f
                            where f.present or not exists (
                                select from %1$s k where k.kind = f.kind and k.id = f.id and upper_inf(k.known))""".formatted(table, condition))
                    .param("streams", streams.toArray(String[]::new))
                    .query(String.class)
                    .list();
        }

        /** Who decides on a case sees the initiative that it is about. */
        private List<String> initiativesOfCases(Set<String> places) {
            String[] boards = places.stream()
                    .filter(place -> place.startsWith(Kinds.BOARD.stream("")))
                    .toArray(String[]::new);
            if (boards.length == 0) return List.of();
            return sql("""
                            select distinct t.stream from %s r cross join unnest(r.refs) as t (stream)
                            where r.kind = 'business-case' and r.refs && :boards::text[]
                              and starts_with(t.stream, 'initiative-') and %s""".formatted(table, known("r")))
                    .param("boards", boards)
                    .query(String.class)
                    .list();
        }

        /**
         * What names no place belongs where that belongs to which it refers: the assessment of a business case, an action of
         * a meeting. Documents and posts are of none of those that they name.
         */
        private void addReferring(Set<String> seen) {
            String ofNoPlace = NO_MEMBER
                    + " and r.kind not in ('document', 'post') and not exists (select from unnest(r.refs) t where t ~ "
                    + PLACE + ")";
            Set<String> next = members(seen);
            while (!next.isEmpty()) {
                Set<String> found = new HashSet<>(referringTo(next, ofNoPlace));
                found.removeIf(stream -> !seen.add(stream));
                next = found;
            }
        }

        private static Set<String> members(Set<String> seen) {
            return seen.stream()
                    .filter(stream ->
                            !PLACES.contains(EntityName.ofStream(stream).kind()))
                    .collect(Collectors.toCollection(HashSet::new));
        }

        /** What names no place is seen where something is seen that refers to it, as documents and posts. */
        private void addReferredTo(Set<String> seen) {
            Set<String> next = new HashSet<>(seen);
            while (!next.isEmpty()) {
                Set<String> found = ofNoPlace(referredToBy(next).stream()
                        .filter(stream -> !seen.contains(stream))
                        .toList());
                seen.addAll(found);
                next = found;
            }
        }

        private List<String> referredToBy(Set<String> streams) {
            List<EntityName> named = streams.stream().map(EntityName::ofStream).toList();
            return sql("""
                            select distinct t.stream from unnest(:kinds::text[], :ids::text[]) as s (kind, id)
                            join %s r on r.kind = s.kind and r.id = s.id and upper_inf(r.known)
                            cross join unnest(r.refs) as t (stream) where t.stream !~ %s""".formatted(table, PLACE))
                    .param("kinds", named.stream().map(EntityName::kind).toArray(String[]::new))
                    .param("ids", named.stream().map(EntityName::id).toArray(String[]::new))
                    .query(String.class)
                    .list();
        }

        private Set<String> ofNoPlace(List<String> streams) {
            if (streams.isEmpty()) return Set.of();
            List<EntityName> named = streams.stream().map(EntityName::ofStream).toList();
            return new HashSet<>(sql("""
                            select s.kind || '-' || s.id from unnest(:kinds::text[], :ids::text[]) as s (kind, id)
                            where not exists (
                                select from %s r cross join unnest(r.refs) as t (stream)
                                where r.kind = s.kind and r.id = s.id and %s and t.stream ~ %s)""".formatted(table, known("r"), PLACE))
                    .param("kinds", named.stream().map(EntityName::kind).toArray(String[]::new))
                    .param("ids", named.stream().map(EntityName::id).toArray(String[]::new))
                    .query(String.class)
                    .list());
        }

        private List<String> registers() {
            return sql("select 'register-' || name from ledger.register")
                    .query(String.class)
                    .list();
        }

        /** The condition on a row that it is known now; of an entity that is not any more, that it was known. */
        private String known(String row) {
            return "(upper_inf(%1$s.known) or not exists (select from %2$s k where k.kind = %1$s.kind and k.id = %1$s.id and upper_inf(k.known)))"
                    .formatted(row, table);
        }

        /** The condition on a row that it holds today as known now. */
        private static String holds(String row) {
            return "upper_inf(%1$s.known) and %1$s.valid @> :today::date".formatted(row);
        }
    }

    /** Whether a person holds a role, also through a post. */
    private static boolean hasRole(AppointmentsState roles, Role role, String person, Set<String> posts) {
        Grounded<Incumbent> incumbent = roles.incumbent(role);
        if (incumbent == null) return false;
        Grounded<String> post = incumbent.value().heldByPost();
        return post == null ? incumbent.value().isHeldBy(person) : posts.contains(post.value());
    }
}
