package org.portfolioledger.query.accountability;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.PostState;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/**
 * That one holder held a role without a break, by one appointment or by several, until a day that is asked about.
 *
 * @param from first day
 * @param to first day on which the role was no longer held so; null: it still is on the day in question
 * @param held how, in order of time
 */
record Tenure(LocalDate from, @Nullable LocalDate to, List<Grounded<Incumbent>> held) {

    private static final String OVERLAPPING = "OVERLAPPING_APPOINTMENT";

    /**
     * The tenures of a role that began by a day, in order of time.
     *
     * @param segments of the roles of the initiative, by first day
     * @param posts by id the segments of the posts that hold roles: a role follows the holder of its post
     */
    static List<Tenure> of(
            Role role,
            List<Known<AppointmentsState>> segments,
            Map<String, List<Known<PostState>>> posts,
            LocalDate asOf) {
        List<Tenure> tenures = new ArrayList<>();
        segments.stream()
                .flatMap(segment -> stretches(role, segment, posts))
                .filter(stretch -> !stretch.from().isAfter(asOf))
                .forEach(stretch -> add(tenures, stretch, asOf));
        return List.copyOf(tenures);
    }

    /**
     * Days through which a role is held in one way.
     *
     * @param to first day after them; null: without end
     */
    private record Stretch(LocalDate from, @Nullable LocalDate to, Grounded<Incumbent> held) {

        /** The same days without those on which another segment does not hold; empty if none is left. */
        Stream<Stretch> within(Known<PostState> segment, Grounded<Incumbent> by) {
            LocalDate begins = first(segment);
            LocalDate first = begins.isAfter(from) ? begins : from;
            LocalDate ends = segment.to();
            LocalDate end = ends == null || (to != null && to.isBefore(ends)) ? to : ends;
            return end == null || first.isBefore(end) ? Stream.of(new Stretch(first, end, by)) : Stream.empty();
        }
    }

    private static Stream<Stretch> stretches(
            Role role, Known<AppointmentsState> segment, Map<String, List<Known<PostState>>> posts) {
        AppointmentsState roles = segment.state();
        Grounded<Incumbent> incumbent = roles.incumbent(role);
        if (incumbent == null) return Stream.empty();
        Stretch whole = new Stretch(first(segment), segment.to(), incumbent);
        Grounded<String> byPost = incumbent.value().heldByPost();
        if (byPost == null) return Stream.of(whole);
        String post = byPost.value();
        return posts.getOrDefault(post, List.of()).stream()
                .flatMap(held -> Stream.ofNullable(roles.heldBy(id -> id.equals(post) ? held.state() : null)
                                .incumbent(role))
                        .flatMap(by -> whole.within(held, by)));
    }

    private static LocalDate first(Known<?> segment) {
        return Objects.requireNonNull(segment.from());
    }

    private static void add(List<Tenure> tenures, Stretch next, LocalDate asOf) {
        LocalDate to = next.to() == null || next.to().isAfter(asOf) ? null : next.to();
        Tenure last = tenures.isEmpty() ? null : tenures.getLast();
        if (last == null || !next.from().equals(last.to) || !isSame(last.holder(), holder(next.held())))
            tenures.add(new Tenure(next.from(), to, List.of(next.held())));
        else tenures.set(tenures.size() - 1, last.until(to, next.held()));
    }

    private Tenure until(@Nullable LocalDate end, Grounded<Incumbent> next) {
        List<Grounded<Incumbent>> all = new ArrayList<>(held);
        if (!all.getLast().equals(next)) all.add(next);
        return new Tenure(from, end, List.copyOf(all));
    }

    /** Those of some, in order of time, in which another holder followed: not the first, nor of one who comes back. */
    static List<Tenure> changes(List<Tenure> tenures) {
        List<Tenure> changes = new ArrayList<>();
        for (int n = 1; n < tenures.size(); n++)
            if (!isSame(tenures.get(n - 1).holder(), tenures.get(n).holder())) changes.add(tenures.get(n));
        return changes;
    }

    /** A person is the same in whatever post; a post whose holder is not named is the same by its title. */
    private static boolean isSame(Holder one, Holder other) {
        boolean isNamed = one.person() != null || other.person() != null;
        return isNamed ? Objects.equals(one.person(), other.person()) : Objects.equals(one.post(), other.post());
    }

    private static Holder holder(Grounded<Incumbent> held) {
        return Objects.requireNonNull(held.value().holder());
    }

    /** Who held it; in which post, as it was last. */
    Holder holder() {
        return holder(held.getLast());
    }

    /** First day after it, and after the day that is asked about if it holds on it. */
    LocalDate end(LocalDate asOf) {
        return to == null ? asOf.plusDays(1) : to;
    }

    /** For how many days it held by a day, that day included. */
    long days(LocalDate asOf) {
        return ChronoUnit.DAYS.between(from, end(asOf));
    }

    /** Whether the source has another holder at the same time, which no rule could refuse. */
    boolean overlaps() {
        return held.stream()
                .anyMatch(each -> each.unmetRules() != null && each.unmetRules().contains(OVERLAPPING));
    }
}
