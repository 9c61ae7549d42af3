package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.RecordedDecision;
import org.portfolioledger.state.Sro;
import org.portfolioledger.vocabulary.Paper;

/**
 * Judges decisions of boards again, by what is known at a point of the day of each. What it takes is read for all of them at
 * once, in one statement for each kind of entity.
 */
final class Contradictions {

    private final OnDays<AppointmentsState> appointments;
    private final OnDays<PostState> posts;
    private final OnDays<MeetingState> meetings;
    private final List<Known<DocumentState>> documents;

    private Contradictions(Rows rows, TimePoint point, List<RecordedDecision> decisions) {
        appointments =
                OnDays.of(rows, point, Kinds.APPOINTMENTS, named(decisions.stream(), RecordedDecision::initiative));
        posts = OnDays.of(rows, point, Kinds.POST, postsOf(appointments));
        meetings = OnDays.of(rows, point, Kinds.MEETING, named(decisions.stream(), RecordedDecision::meeting));
        documents = new Segments(rows)
                .ofDocuments(
                        point,
                        decisions.stream()
                                .flatMap(decision -> decision.papers().stream())
                                .map(Paper::sha256)
                                .collect(Collectors.toSet()));
    }

    /** By position of a decision what contradicts it; those that nothing does are left out. */
    static Map<Long, NavigableMap<Alert, NavigableSet<Long>>> of(
            Rows rows, TimePoint point, List<RecordedDecision> decisions) {
        if (decisions.isEmpty()) return Map.of();
        Contradictions known = new Contradictions(rows, point, decisions);
        Map<Long, NavigableMap<Alert, NavigableSet<Long>>> all = new HashMap<>();
        for (RecordedDecision decision : decisions) {
            NavigableMap<Alert, NavigableSet<Long>> found = known.of(decision);
            if (!found.isEmpty()) all.put(decision.fact(), found);
        }
        return all;
    }

    private NavigableMap<Alert, NavigableSet<Long>> of(RecordedDecision decision) {
        LocalDate day = decision.on();
        Sro sro = appointments
                .on(decision.initiative(), day)
                .flatMap(held -> Sro.of(held, post -> posts.on(post, day).orElse(null)))
                .orElse(null);
        MeetingState held = meetings.on(decision.meeting(), day)
                .or(() -> meetings.first(decision.meeting()))
                .orElse(null);
        List<DocumentState> then = documents.stream()
                .filter(segment -> segment.days().holdsOn(day))
                .map(Known::state)
                .toList();
        return decision.contradictions(sro, held, then);
    }

    private static Set<String> postsOf(OnDays<AppointmentsState> appointments) {
        Set<String> posts = new TreeSet<>();
        for (List<Known<AppointmentsState>> segments : appointments.segments().values())
            for (Known<AppointmentsState> segment : segments)
                posts.addAll(segment.state().posts());
        return posts;
    }

    private static Set<String> named(
            Stream<RecordedDecision> decisions, Function<RecordedDecision, @Nullable String> name) {
        return decisions
                .flatMap(decision -> Stream.ofNullable(name.apply(decision)))
                .collect(Collectors.toSet());
    }

    /**
     * What is known of some entities of all days.
     *
     * @param segments by id, by first day
     */
    private record OnDays<S>(Map<String, List<Known<S>>> segments) {

        static <T> OnDays<T> of(Rows rows, TimePoint point, Kind<?, T> kind, Set<String> ids) {
            return new OnDays<>(new Segments(rows).of(point, kind, ids));
        }

        Optional<S> on(@Nullable String id, LocalDate day) {
            return of(id).filter(segment -> segment.days().holdsOn(day))
                    .findFirst()
                    .map(Known::state);
        }

        Optional<S> first(@Nullable String id) {
            return of(id).findFirst().map(Known::state);
        }

        private Stream<Known<S>> of(@Nullable String id) {
            return id == null ? Stream.empty() : segments.getOrDefault(id, List.of()).stream();
        }
    }
}
