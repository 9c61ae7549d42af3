package org.portfolioledger.query.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Structure;

/** What is different between two states, or two histories, of an entity. */
public final class Difference {

    private Difference() {}

    /**
     * What held through a range of days.
     *
     * @param to first day on which it no longer held; null: without end
     */
    public record Held(LocalDate from, @Nullable LocalDate to, Object state) {
        boolean endsBy(LocalDate day) {
            return to != null && !to.isAfter(day);
        }

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /**
     * One value before and after.
     *
     * @param path JSON pointer into the state
     * @param before null: it was not there
     * @param after null: it is not there
     */
    public record Change(
            String path,
            @JsonInclude @Nullable Object before,
            @JsonInclude @Nullable Object after) {}

    /**
     * One value before and after, through a range of days.
     *
     * @param path JSON pointer into the state
     * @param from first day
     * @param to first day on which it is no longer so; null: without end
     * @param before null: it was not there
     * @param after null: it is not there
     */
    public record ChangeOverTime(
            String path,
            LocalDate from,
            @JsonInclude @Nullable LocalDate to,
            @JsonInclude @Nullable Object before,
            @JsonInclude @Nullable Object after) {

        /** Whether the day is in the range. */
        public boolean isOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }

        private ChangeOverTime until(@Nullable LocalDate end) {
            return new ChangeOverTime(path, from, end, before, after);
        }
    }

    /**
     * The changes from one list of segments to another; the same change of neighbouring ranges is shown once.
     *
     * @param before in order of time, as is {@code after}
     */
    public static List<ChangeOverTime> between(List<Held> before, List<Held> after) {
        List<LocalDate> days = boundaries(before, after);
        List<ChangeOverTime> all = new ArrayList<>();
        Map<Change, Integer> running = new LinkedHashMap<>();
        Walk held = new Walk(before);
        Walk holding = new Walk(after);
        for (int n = 0; n < days.size(); n++) {
            LocalDate day = days.get(n);
            LocalDate end = n + 1 < days.size() ? days.get(n + 1) : null;
            Map<Change, Integer> now = new LinkedHashMap<>();
            for (Change change : between(held.on(day), holding.on(day))) {
                Integer known = running.get(change);
                if (known == null)
                    all.add(new ChangeOverTime(change.path(), day, end, change.before(), change.after()));
                else all.set(known, all.get(known).until(end));
                now.put(change, known == null ? all.size() - 1 : known);
            }
            running = now;
        }
        return all;
    }

    /** Goes through segments from day to later day. */
    private static final class Walk {

        private final List<Held> segments;
        private int at;

        Walk(List<Held> segments) {
            this.segments = segments;
        }

        @Nullable
        Object on(LocalDate day) {
            while (at < segments.size() && segments.get(at).endsBy(day)) at++;
            return at < segments.size() && segments.get(at).holdsOn(day)
                    ? segments.get(at).state()
                    : null;
        }
    }

    /** The changes from one state to another, whatever the days; null is a state that is not there. */
    public static List<Change> between(@Nullable Object before, @Nullable Object after) {
        List<Change> changes = new ArrayList<>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(String path, @Nullable Object before, @Nullable Object after, List<Change> changes) {
        if (Objects.equals(before, after)) return;
        Map<String, ?> earlier = parts(before);
        Map<String, ?> later = parts(after);
        boolean alike = before instanceof List == after instanceof List;
        if (earlier == null || later == null || !alike) {
            changes.add(new Change(path.isEmpty() ? "/" : path, before, after));
            return;
        }
        Set<String> names =
                before instanceof List ? new LinkedHashSet<>(earlier.keySet()) : new TreeSet<>(earlier.keySet());
        names.addAll(later.keySet());
        for (String name : names) compare(path + "/" + name, earlier.get(name), later.get(name), changes);
    }

    /** What a value consists of; null for what is one thing, as a value with its grounds is. */
    private static @Nullable Map<String, ?> parts(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Grounded<?> _ -> null;
            case Record record -> Structure.members(record);
            case Map<?, ?> map -> {
                Map<String, Object> members = new TreeMap<>();
                map.forEach((key, member) -> members.put(String.valueOf(key), member));
                yield members;
            }
            case List<?> list -> {
                Map<String, Object> elements = new LinkedHashMap<>();
                for (Object element : list) elements.put(String.valueOf(elements.size()), element);
                yield elements;
            }
            default -> null;
        };
    }

    /** The state that held on a day; null: there was none. */
    public static @Nullable Object on(List<Held> segments, LocalDate day) {
        return segments.stream()
                .filter(held -> held.holdsOn(day))
                .findFirst()
                .map(Held::state)
                .orElse(null);
    }

    private static List<LocalDate> boundaries(List<Held> before, List<Held> after) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (List<Held> segments : List.of(before, after)) {
            segments.forEach(held -> days.add(held.from()));
            segments.stream().map(Held::to).filter(Objects::nonNull).forEach(days::add);
        }
        return List.copyOf(days);
    }
}
