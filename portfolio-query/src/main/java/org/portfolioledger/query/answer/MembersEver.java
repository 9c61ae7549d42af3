package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The initiatives that ever belonged to a portfolio, and where each lay from day to day: what is dated belongs to the
 * portfolio in which its initiative lay on that day, also where the initiative left it since.
 */
public final class MembersEver {

    private static final Comparator<Stay> LATEST_KNOWN =
            Comparator.comparingLong(Stay::learnt).reversed();

    private final String portfolio;
    private final Map<String, List<Stay>> stays;

    /**
     * Where an initiative lay through a range of days.
     *
     * @param from first day; null: no beginning
     * @param to first day after it; null: without end
     * @param learnt position from which it is known
     * @param forgotten first position at which it is not known any more; null: it is known at the point asked about
     * @param portfolio portfolio in which it was placed directly; null: none
     * @param parent above it; null: none
     */
    record Stay(
            String id,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long learnt,
            @Nullable Long forgotten,
            @Nullable String portfolio,
            @Nullable String parent) {

        private boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }

        private LocalDate first() {
            return from == null ? LocalDate.MIN : from;
        }

        private long last() {
            return forgotten == null ? Long.MAX_VALUE : forgotten;
        }
    }

    MembersEver(String portfolio, List<Stay> stays) {
        this.portfolio = portfolio;
        this.stays = stays.stream().sorted(LATEST_KNOWN).collect(Collectors.groupingBy(Stay::id));
    }

    /** Ids of those that belonged to it on any day. */
    public NavigableSet<String> initiatives() {
        return Collections.unmodifiableNavigableSet(new TreeSet<>(stays.keySet()));
    }

    /**
     * Whether an initiative belonged to the portfolio on a day, by itself or through those above it. Before its first day it
     * belongs where it lay first; one whose opening was retracted, where it last was.
     */
    public boolean contain(String initiative, LocalDate day) {
        List<Stay> way = way(initiative, day);
        return !way.isEmpty() && portfolio.equals(way.getLast().portfolio());
    }

    /** Whether an initiative is another, or lay below it on a day. */
    public boolean isBelow(String initiative, String above, LocalDate day) {
        return initiative.equals(above) || way(initiative, day).stream().anyMatch(stay -> above.equals(stay.parent()));
    }

    /** Where an initiative lay on a day, and those above it, up to the first that lay in a portfolio by itself. */
    private List<Stay> way(String initiative, LocalDate day) {
        List<Stay> way = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        String at = initiative;
        while (at != null && passed.add(at)) {
            Stay stay = stay(stays.getOrDefault(at, List.of()), day);
            if (stay == null) break;
            way.add(stay);
            at = stay.portfolio() == null ? stay.parent() : null;
        }
        return way;
    }

    private static @Nullable Stay stay(List<Stay> stays, LocalDate day) {
        Stay holding =
                stays.stream().filter(stay -> stay.holds(day)).findFirst().orElse(null);
        return holding == null ? first(stays) : holding;
    }

    /** The first of those that were known last; null: there is none. */
    private static @Nullable Stay first(List<Stay> stays) {
        return stays.stream()
                .min(Comparator.comparingLong(Stay::last).reversed().thenComparing(Stay::first))
                .orElse(null);
    }
}
