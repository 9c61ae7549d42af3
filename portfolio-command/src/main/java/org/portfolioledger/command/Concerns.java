package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.OfInitiative;
import org.portfolioledger.state.Referring;
import org.portfolioledger.state.Referring.Reference;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.timeline.Timeline;

/** Finds the portfolios, initiatives and boards that something concerns: within them, a role may have been granted. */
final class Concerns {

    /** Of these it is known where they lead, whatever else they refer to. */
    private static final Set<Kind<?, ?>> SAY_THEMSELVES =
            Set.of(Kinds.PORTFOLIO, Kinds.INITIATIVE, Kinds.BOARD, Kinds.MEETING);

    private Concerns() {}

    /** The streams to which a state refers. */
    static Set<String> referred(Object state) {
        Set<String> streams = new TreeSet<>();
        if (state instanceof OfInitiative of) streams.add(Kinds.INITIATIVE.stream(of.initiative()));
        if (state instanceof Referring referring)
            referring.references().stream().map(Reference::stream).forEach(streams::add);
        return streams;
    }

    /**
     * The streams of portfolios, initiatives and boards to which others lead on a day. An initiative leads to those above it
     * and to the portfolio in which it lies, a meeting to its board. A business case and a review lead to whose they are where
     * nothing else does.
     *
     * @param own stream of what they concern, which is one of them if it is of such a kind; where it lies, they say
     *     themselves; empty: not asked for
     */
    static Set<String> of(Collection<String> streams, String own, LocalDate day, Evidence evidence) {
        if (is(Kinds.PROTECTIVE_MARKING, own)) return of(ofMarked(streams, day, evidence), "", day, evidence);
        Set<String> all = new TreeSet<>();
        for (String stream : streams) {
            if (stream.equals(own)) continue;
            if (is(Kinds.PORTFOLIO, stream) || is(Kinds.BOARD, stream)) all.add(stream);
            else if (is(Kinds.INITIATIVE, stream)) addInitiative(Kinds.INITIATIVE.idIn(stream), day, evidence, all);
        }
        if (all.isEmpty()) for (String stream : streams) addOwners(stream, day, evidence, all);
        for (String stream : streams) if (is(Kinds.MEETING, stream)) add(Kinds.BOARD, board(stream, evidence), all);
        if (is(Kinds.PORTFOLIO, own) || is(Kinds.INITIATIVE, own) || is(Kinds.BOARD, own)) all.add(own);
        return all;
    }

    /** With what the entity concerns that bears a protective marking, so that whoever looks after it marks it. */
    private static Set<String> ofMarked(Collection<String> streams, LocalDate day, Evidence evidence) {
        Set<String> all = new TreeSet<>(streams);
        for (String stream : streams)
            Kinds.ofStream(stream)
                    .filter(kind -> !SAY_THEMSELVES.contains(kind))
                    .ifPresent(kind -> all.addAll(referred(kind, stream, day, evidence)));
        return all;
    }

    private static <S> Set<String> referred(Kind<?, S> kind, String stream, LocalDate day, Evidence evidence) {
        Timeline<S> known = evidence.history(kind, kind.idIn(stream)).timeline();
        Set<String> referred = new TreeSet<>(
                known.on(day).or(known::last).map(Concerns::referred).orElse(Set.of()));
        // One of its items is not whose it is.
        if (is(Kinds.REPORTING_CYCLE, stream)) referred.removeIf(each -> is(Kinds.INITIATIVE, each));
        return referred;
    }

    private static void addInitiative(String initiative, LocalDate day, Evidence evidence, Set<String> all) {
        Placements.upwards(initiative, day, evidence).stream()
                .map(Kinds.INITIATIVE::stream)
                .forEach(all::add);
        add(Kinds.PORTFOLIO, Placements.portfolio(initiative, day, evidence), all);
    }

    private static void addOwners(String stream, LocalDate day, Evidence evidence, Set<String> all) {
        if (is(Kinds.BUSINESS_CASE, stream))
            states(Kinds.BUSINESS_CASE, stream, evidence)
                    .map(BusinessCaseState::initiative)
                    .forEach(initiative -> addInitiative(initiative, day, evidence, all));
        if (is(Kinds.REVIEW, stream))
            states(Kinds.REVIEW, stream, evidence).map(ReviewState::subject).forEach(subject -> {
                if (subject.value().initiative() != null)
                    addInitiative(subject.value().initiative(), day, evidence, all);
                add(Kinds.PORTFOLIO, subject.value().portfolio(), all);
            });
    }

    private static @Nullable String board(String meeting, Evidence evidence) {
        return states(Kinds.MEETING, meeting, evidence)
                .map(MeetingState::board)
                .findFirst()
                .orElse(null);
    }

    private static <S> Stream<S> states(Kind<?, S> kind, String stream, Evidence evidence) {
        return evidence.history(kind, kind.idIn(stream)).timeline().last().stream();
    }

    private static void add(Kind<?, ?> kind, @Nullable String id, Set<String> all) {
        if (id != null) all.add(kind.stream(id));
    }

    private static boolean is(Kind<?, ?> kind, String stream) {
        return stream.startsWith(kind.stream(""));
    }
}
