package org.portfolioledger.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RagState;
import org.springframework.stereotype.Component;

/** In which portfolios initiatives lie, for what those decide of their ratings. */
@Component
public final class RatingPortfolios {

    private final Rows rows;
    private final PortfolioMembers portfolioMembers;

    RatingPortfolios(Rows rows, PortfolioMembers portfolioMembers) {
        this.rows = rows;
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
     * @param from first day; null: since ever
     * @param to first day on which they are others; null: without end
     */
    public record RatingsThrough(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String initiative,
            SortedMap<String, Grounded<ShownRating>> ratings) {}

    /** The ratings of an initiative over all days: they change where they are given or ended, and where its portfolio replaces their scheme. */
    public List<RatingsThrough> through(TimePoint point, String initiative) {
        OverTime above = new OverTime(point, initiative);
        List<RatingsThrough> all = new ArrayList<>();
        for (Known<RagState> segment : rows.segments(point, Kinds.RAG, initiative)) {
            LocalDate from = segment.from();
            TreeSet<LocalDate> cuts = new TreeSet<>(above.days);
            cuts.removeIf(day ->
                    (from != null && !day.isAfter(from)) || (segment.to() != null && !day.isBefore(segment.to())));
            List<@Nullable LocalDate> starts = new ArrayList<>();
            starts.add(from);
            starts.addAll(cuts);
            for (int n = 0; n < starts.size(); n++) {
                LocalDate start = starts.get(n);
                LocalDate end = n + 1 < starts.size() ? starts.get(n + 1) : segment.to();
                PortfolioState portfolio = above.portfolio(start == null ? LocalDate.MIN : start);
                add(all, new RatingsThrough(start, end, initiative, shown(segment.state(), portfolio)));
            }
        }
        return all;
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

    /** An initiative, those above it and their portfolios, each over all days. */
    private final class OverTime {

        private final TimePoint point;
        private final String initiative;
        private final Map<String, List<Known<InitiativeState>>> initiatives = new HashMap<>();
        private final Map<String, List<Known<PortfolioState>>> portfolios = new TreeMap<>();
        private final TreeSet<LocalDate> days = new TreeSet<>();

        OverTime(TimePoint point, String initiative) {
            this.point = point;
            this.initiative = initiative;
            load(initiative);
        }

        private void load(String id) {
            if (initiatives.containsKey(id)) return;
            List<Known<InitiativeState>> segments = lastKnown(id);
            initiatives.put(id, segments);
            for (Known<InitiativeState> segment : segments) {
                Placement placement = segment.state().placement().value();
                String portfolio = placement.portfolio();
                if (portfolio != null) portfolios.computeIfAbsent(portfolio, above -> segments(Kinds.PORTFOLIO, above));
                if (placement.parent() != null) load(placement.parent());
            }
        }

        /** An initiative whose opening was retracted lies where it last was: of its rows the latest come first. */
        private List<Known<InitiativeState>> lastKnown(String id) {
            List<Known<InitiativeState>> segments = rows.segments(point, Kinds.INITIATIVE, id);
            return bounded(
                    segments.isEmpty() ? rows.begun(point, Kinds.INITIATIVE, id).reversed() : segments);
        }

        private <S> List<Known<S>> segments(Kind<?, S> kind, String id) {
            return bounded(rows.segments(point, kind, id));
        }

        private <S> List<Known<S>> bounded(List<Known<S>> segments) {
            for (Known<S> segment : segments) {
                if (segment.from() != null) days.add(segment.from());
                if (segment.to() != null) days.add(segment.to());
            }
            return segments;
        }

        @Nullable
        PortfolioState portfolio(LocalDate day) {
            HashSet<String> seen = new HashSet<>();
            String at = initiative;
            while (at != null && seen.add(at)) {
                InitiativeState state = on(day, initiatives.getOrDefault(at, List.of()));
                if (state == null) return null;
                Placement placement = state.placement().value();
                String portfolio = placement.portfolio();
                if (portfolio != null) return on(day, portfolios.getOrDefault(portfolio, List.of()));
                at = placement.parent();
            }
            return null;
        }

        private static <S> @Nullable S on(LocalDate day, List<Known<S>> segments) {
            return segments.stream()
                    .filter(segment ->
                            (segment.from() == null || !segment.from().isAfter(day))
                                    && (segment.to() == null || segment.to().isAfter(day)))
                    .findFirst()
                    .map(Known::state)
                    .orElse(null);
        }
    }
}
