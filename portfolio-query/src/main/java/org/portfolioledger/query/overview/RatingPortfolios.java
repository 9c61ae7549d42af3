package org.portfolioledger.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Days;
import org.portfolioledger.query.answer.InitiativePlaces;
import org.portfolioledger.query.answer.InitiativePlaces.Place;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.Segments;
import org.portfolioledger.query.answer.Segments.Next;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RagState;
import org.springframework.stereotype.Component;

/** In which portfolios initiatives lie, for what those decide of their ratings. */
@Component
public final class RatingPortfolios {

    private final Rows rows;
    private final Segments segments;
    private final PortfolioMembers portfolioMembers;

    RatingPortfolios(Rows rows, PortfolioMembers portfolioMembers) {
        this.rows = rows;
        this.segments = new Segments(rows);
        this.portfolioMembers = portfolioMembers;
    }

    /** By initiative the portfolio in which it lies at a point, directly or through those above it. */
    public Map<String, PortfolioState> at(TimePoint point, Collection<String> initiatives) {
        Map<String, String> portfolios = portfolioMembers.portfoliosOf(point, initiatives);
        Map<String, PortfolioState> states = rows
                .where(
                        point,
                        Kinds.PORTFOLIO,
                        "r.id = any(:ids)",
                        Map.of("ids", portfolios.values().stream().distinct().toArray(String[]::new)))
                .stream()
                .collect(Collectors.toMap(Known::id, Known::state));
        Map<String, PortfolioState> found = new HashMap<>();
        portfolios.forEach((initiative, portfolio) -> {
            PortfolioState state = states.get(portfolio);
            if (state != null) found.put(initiative, state);
        });
        return found;
    }

    /** The portfolio in which one initiative lies at a point; empty if it lies in none. */
    public Optional<PortfolioState> of(TimePoint point, String initiative) {
        return Optional.ofNullable(portfolioMembers
                        .portfoliosOf(point, List.of(initiative))
                        .get(initiative))
                .flatMap(portfolio -> rows.one(point, Kinds.PORTFOLIO, portfolio))
                .map(Known::state);
    }

    /** The ratings of an initiative as they are to be seen in its portfolio, by "criterion:assessor". */
    public static SortedMap<String, Grounded<ShownRating>> shown(RagState ratings, @Nullable PortfolioState portfolio) {
        SortedMap<String, Grounded<ShownRating>> shown = new TreeMap<>();
        ratings.ratings().forEach((key, rating) -> shown.put(key, ShownRating.of(rating, portfolio)));
        return shown;
    }

    /**
     * The ratings of an initiative through a range of days.
     *
     * @param from first day; null: no beginning
     * @param to first day on which they are different; null: without end
     */
    public record RatingsThrough(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String initiative,
            SortedMap<String, Grounded<ShownRating>> ratings) {}

    /**
     * The ratings of an initiative over days: they change where they are given or ended, and where its portfolio replaces
     * their scheme. The first of them that begin on a day or after it.
     */
    public List<RatingsThrough> from(TimePoint point, String initiative, LocalDate day, int most) {
        List<RatingsThrough> all = new ArrayList<>();
        List<Known<RagState>> next = new ArrayList<>();
        // What held on the day before may be the same.
        if (day.isAfter(Next.FIRST.day()))
            next.addAll(segments.within(point, Kinds.RAG, initiative, new Days(day.minusDays(1), day)));
        next.addAll(segments.from(point, Kinds.RAG, initiative, day, most));
        while (!next.isEmpty()) {
            OverTime above = new OverTime(
                    point,
                    initiative,
                    new Days(next.getFirst().from(), next.getLast().to()));
            for (Known<RagState> segment : next) above.split(segment).forEach(part -> add(all, part));
            LocalDate end = next.getLast().to();
            // The last goes on where the next is the same.
            if (end == null || all.size() > most + 1) break;
            next = segments.from(point, Kinds.RAG, initiative, end, most);
        }
        return all.stream()
                .filter(through -> through.from() != null && !through.from().isBefore(day))
                .limit(most)
                .toList();
    }

    private static void add(List<RatingsThrough> all, RatingsThrough next) {
        RatingsThrough last = all.isEmpty() ? null : all.getLast();
        if (last == null
                || last.to() == null
                || !last.to().equals(next.from())
                || !last.ratings().equals(next.ratings())) {
            all.add(next);
            return;
        }
        all.set(all.size() - 1, new RatingsThrough(last.from(), next.to(), next.initiative(), next.ratings()));
    }

    /** An initiative, those above it and their portfolios, each over the days of a range. */
    private final class OverTime {

        private final TimePoint point;
        private final String initiative;
        private final Days range;
        private final Map<String, List<Place>> places = new HashMap<>();
        private final Map<String, List<Known<PortfolioState>>> portfolios = new HashMap<>();
        private final TreeSet<LocalDate> days = new TreeSet<>();

        OverTime(TimePoint point, String initiative, Days range) {
            this.point = point;
            this.initiative = initiative;
            this.range = range;
            load(initiative);
        }

        private void load(String id) {
            if (places.containsKey(id)) return;
            List<Place> lay = together(new InitiativePlaces(rows).of(point, id, range));
            places.put(id, lay);
            for (Place place : lay) {
                bound(place.days());
                if (place.portfolio() != null)
                    portfolios.computeIfAbsent(
                            place.portfolio(), of -> segments.within(point, Kinds.PORTFOLIO, of, range));
                if (place.parent() != null) load(place.parent());
            }
            portfolios.values().forEach(segments -> segments.forEach(segment -> bound(days(segment))));
        }

        private void bound(Days between) {
            if (between.from() != null) days.add(between.from());
            if (between.to() != null) days.add(between.to());
        }

        /** Whatever else became of it, it lay there. */
        private static List<Place> together(List<Place> places) {
            List<Place> together = new ArrayList<>();
            for (Place next : places) {
                Place last = together.isEmpty() ? null : together.getLast();
                if (last != null
                        && last.days().to() != null
                        && last.days().to().equals(next.days().from())
                        && Objects.equals(last.parent(), next.parent())
                        && Objects.equals(last.portfolio(), next.portfolio()))
                    together.set(
                            together.size() - 1,
                            new Place(new Days(last.days().from(), next.days().to()), last.parent(), last.portfolio()));
                else together.add(next);
            }
            return together;
        }

        /** What a segment is to be seen as, where that changes with the portfolio. */
        List<RatingsThrough> split(Known<RagState> segment) {
            List<@Nullable LocalDate> starts = new ArrayList<>();
            starts.add(segment.from());
            SortedSet<LocalDate> cuts = segment.from() == null ? days : days.tailSet(segment.from(), false);
            starts.addAll(segment.to() == null ? cuts : cuts.headSet(segment.to()));
            List<RatingsThrough> parts = new ArrayList<>();
            for (int n = 0; n < starts.size(); n++) {
                LocalDate start = starts.get(n);
                LocalDate end = n + 1 < starts.size() ? starts.get(n + 1) : segment.to();
                PortfolioState portfolio = portfolio(start == null ? LocalDate.MIN : start);
                parts.add(new RatingsThrough(start, end, initiative, shown(segment.state(), portfolio)));
            }
            return parts;
        }

        private @Nullable PortfolioState portfolio(LocalDate day) {
            HashSet<String> seen = new HashSet<>();
            String at = initiative;
            while (at != null && seen.add(at)) {
                Place place = on(day, places.getOrDefault(at, List.of()), Place::days);
                if (place == null) return null;
                if (place.portfolio() != null) {
                    Known<PortfolioState> portfolio =
                            on(day, portfolios.getOrDefault(place.portfolio(), List.of()), OverTime::days);
                    return portfolio == null ? null : portfolio.state();
                }
                at = place.parent();
            }
            return null;
        }

        private static Days days(Known<?> segment) {
            return new Days(segment.from(), segment.to());
        }

        private static <T> @Nullable T on(LocalDate day, List<T> segments, Function<T, Days> days) {
            return segments.stream()
                    .filter(segment -> holds(days.apply(segment), day))
                    .findFirst()
                    .orElse(null);
        }

        private static boolean holds(Days days, LocalDate day) {
            return (days.from() == null || !days.from().isAfter(day))
                    && (days.to() == null || days.to().isAfter(day));
        }
    }
}
