package org.portfolioledger.query.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Days;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.Segments;
import org.portfolioledger.query.answer.Segments.Next;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.springframework.stereotype.Component;

/** The roles of an initiative over days: who holds one changes where it is given, and where the post that holds it is. */
@Component
final class RolesOverTime {

    private final Segments segments;

    RolesOverTime(Rows rows) {
        this.segments = new Segments(rows);
    }

    /**
     * The roles through a range of days, each held by a person or a post of which nobody is on record as the holder.
     *
     * @param to first day on which they are held differently; null: without end
     */
    record RolesThrough(LocalDate from, @Nullable LocalDate to, AppointmentsState roles) {}

    /** The first of them that begin on a day or after it. */
    List<RolesThrough> from(TimePoint point, String initiative, LocalDate day, int most) {
        List<RolesThrough> all = new ArrayList<>();
        List<Known<AppointmentsState>> next = new ArrayList<>();
        // What held on the day before may be the same.
        if (day.isAfter(Next.FIRST.day()))
            next.addAll(segments.within(point, Kinds.APPOINTMENTS, initiative, new Days(day.minusDays(1), day)));
        next.addAll(segments.from(point, Kinds.APPOINTMENTS, initiative, day, most));
        while (!next.isEmpty()) {
            Map<String, List<Known<PostState>>> posts = posts(point, next);
            for (Known<AppointmentsState> segment : next) split(segment, posts).forEach(part -> add(all, part));
            LocalDate end = next.getLast().to();
            // The last goes on where the next is the same.
            if (end == null || all.size() > most + 1) break;
            next = segments.from(point, Kinds.APPOINTMENTS, initiative, end, most);
        }
        return all.stream()
                .filter(through -> !through.from().isBefore(day))
                .limit(most)
                .toList();
    }

    private Map<String, List<Known<PostState>>> posts(TimePoint point, List<Known<AppointmentsState>> roles) {
        Set<String> ids = new TreeSet<>();
        roles.forEach(segment -> ids.addAll(segment.state().posts()));
        return segments.of(point, Kinds.POST, ids);
    }

    private static List<RolesThrough> split(
            Known<AppointmentsState> segment, Map<String, List<Known<PostState>>> posts) {
        LocalDate from = Objects.requireNonNull(segment.from());
        Set<LocalDate> starts = new TreeSet<>();
        starts.add(from);
        segment.state().posts().stream()
                .flatMap(post -> posts.getOrDefault(post, List.of()).stream())
                .flatMap(held -> Stream.of(held.from(), held.to()))
                .filter(Objects::nonNull)
                .filter(segment.days()::holdsOn)
                .forEach(starts::add);
        List<LocalDate> days = List.copyOf(starts);
        List<RolesThrough> parts = new ArrayList<>();
        for (int n = 0; n < days.size(); n++) {
            LocalDate day = days.get(n);
            AppointmentsState held = segment.state().heldBy(post -> on(day, posts.getOrDefault(post, List.of())));
            parts.add(new RolesThrough(day, n + 1 < days.size() ? days.get(n + 1) : segment.to(), held));
        }
        return parts;
    }

    private static @Nullable PostState on(LocalDate day, List<Known<PostState>> segments) {
        return segments.stream()
                .filter(segment -> segment.days().holdsOn(day))
                .findFirst()
                .map(Known::state)
                .orElse(null);
    }

    private static void add(List<RolesThrough> all, RolesThrough next) {
        RolesThrough last = all.isEmpty() ? null : all.getLast();
        if (last == null || !next.from().equals(last.to()) || !next.roles().equals(last.roles())) all.add(next);
        else all.set(all.size() - 1, new RolesThrough(last.from(), next.to(), last.roles()));
    }
}
