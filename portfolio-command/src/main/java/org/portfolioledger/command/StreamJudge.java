package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portfolioledger.command.Rights.Claim;
import org.portfolioledger.events.BoardDecision;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.Opening;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.Entry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Lineages;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.timeline.Timeline;
import org.portfolioledger.vocabulary.ActorKind;

/**
 * Judges what would hold in one stream: the family's invariants, in every segment from the earliest date that is touched.
 */
final class StreamJudge<C extends Command, F extends GovernanceFact, S> {

    private final Family<C, F, S> family;

    StreamJudge(Family<C, F, S> family) {
        this.family = family;
    }

    /** The family's decision on the stream as recorded, but for the lineages that are to be corrected. */
    Decision<F> decide(
            Command command, String stream, RecordedStream recorded, Set<Long> withoutOrigins, Evidence evidence) {
        History<RecordedFact, S> history = without(family.kind().history(recorded), withoutOrigins);
        Decision<F> decision = family.decide(family.commands().cast(command), history, evidence);
        return decision.own().stream().anyMatch(Opening.class::isInstance)
                ? decision.unless(taken(stream, history))
                : decision;
    }

    /** That something was opened under the id already. */
    private List<Finding> taken(String stream, History<RecordedFact, S> history) {
        return history.entries().stream()
                .filter(entry -> Kind.opens(entry.content()))
                .limit(1)
                .map(opening ->
                        ReferenceRule.taken(named(), family.kind().idIn(stream)).against(List.of(opening.position())))
                .toList();
    }

    private String named() {
        return family.kind().name().replace('-', ' ');
    }

    /** What it takes to record or correct a fact of this stream. */
    Claim claim(StreamFact claimed, RecordedStream recorded, LocalDate today) {
        F fact = family.kind().facts().cast(claimed.fact());
        LocalDate day = fact.provenance().effectiveOn();
        Timeline<S> before = family.kind().history(recorded).timeline();
        Timeline<S> after = adding(List.of(fact), recorded, Set.of()).timeline();
        Optional<S> last = after.last();
        return new Claim(
                claimed.stream(),
                day,
                fact instanceof RegisterOpened,
                last.map(state -> family.initiatives(fact, state)).orElse(List.of()),
                last.map(state -> family.managed(fact, state)).orElse(List.of()),
                fact instanceof BoardDecision decision
                        ? List.of(
                                decision.board() == null
                                        ? Set.<String>of()
                                        : Set.of(Kinds.BOARD.stream(decision.board())))
                        : concerns(
                                on(before, day, today).map(state -> family.concerns(fact, state)),
                                on(after, day).map(state -> family.concerns(fact, state))));
    }

    /** As it was then and is today, and as it would be where that is more; an entity that is not there concerns itself. */
    private static List<Set<String>> concerns(Stream<Set<String>> before, Stream<Set<String>> after) {
        List<Set<String>> earlier = before.distinct().toList();
        List<Set<String>> all = new ArrayList<>(earlier);
        Set<String> later = after.findFirst().orElse(Set.of());
        if (earlier.stream().noneMatch(concerned -> concerned.containsAll(later))) all.add(later);
        return List.copyOf(all);
    }

    /** Where nothing is known of that day, as it was first. */
    private static <S> Stream<S> on(Timeline<S> timeline, LocalDate... days) {
        List<S> known =
                Stream.of(days).flatMap(day -> timeline.on(day).stream()).toList();
        return known.isEmpty() ? timeline.segments().stream().limit(1).map(Segment::state) : known.stream();
    }

    /**
     * What it takes to record some fact of an entity that is there, whatever it says.
     *
     * @param on day on which the fact would be in effect
     * @return empty if the entity is not there
     */
    Optional<Claim> claim(String stream, LocalDate on, RecordedStream recorded, LocalDate today) {
        List<Set<String>> concerned = on(family.kind().history(recorded).timeline(), on, today)
                .map(family::concerns)
                .distinct()
                .toList();
        if (concerned.isEmpty()) return Optional.empty();
        String prefix = Kinds.INITIATIVE.stream("");
        List<String> initiatives = (stream.startsWith(prefix) ? Set.of(stream) : concerned.getLast())
                .stream()
                        .filter(each -> each.startsWith(prefix))
                        .map(Kinds.INITIATIVE::idIn)
                        .sorted()
                        .toList();
        return Optional.of(new Claim(stream, on, false, initiatives, initiatives, concerned));
    }

    /** That the entity would not exist although these facts were added. */
    Optional<Finding> absent(String stream, List<GovernanceFact> facts, RecordedStream recorded) {
        if (adding(facts, recorded, Set.of()).timeline().last().isPresent()) return Optional.empty();
        return Optional.of(ReferenceRule.absent(named(), family.kind().idIn(stream)));
    }

    /** What would be broken if these facts were added. */
    List<Finding> brokenBy(List<GovernanceFact> facts, RecordedStream recorded, Set<String> recorders) {
        LocalDate touched = facts.stream()
                .map(fact -> fact instanceof Opening
                        ? LocalDate.MIN
                        : fact.provenance().effectiveOn())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        return newlyBroken(
                family.kind().history(recorded),
                adding(facts, recorded, recorders),
                touched,
                bindsHistory(recorded, facts.stream()));
    }

    /**
     * What a command leads to in a stream, besides what its facts say.
     *
     * @param findings rules that would be broken by what newly holds, and on what that rests
     * @param approves whether it would approve something that was not approved before
     */
    record Consequences(Findings findings, boolean approves) {}

    /** What these facts would lead to if they were added. */
    Consequences consequences(List<GovernanceFact> facts, RecordedStream recorded, Evidence evidence) {
        return consequences(family.kind().history(recorded), adding(facts, recorded, evidence.recorders()), evidence);
    }

    /** The same of what would be said in the places of recorded facts. */
    Consequences consequences(
            Map<Long, Optional<EffectiveEntry<RecordedFact>>> afterwards, RecordedStream recorded, Evidence evidence) {
        return consequences(family.kind().history(recorded), replacing(afterwards, recorded), evidence);
    }

    private Consequences consequences(
            History<RecordedFact, S> before, History<RecordedFact, S> after, Evidence evidence) {
        Findings findings = new Findings();
        family.arising(before, after, evidence, findings);
        boolean approves = evidence.sender().kind() == ActorKind.AGENT
                && Stream.of(before, after)
                        .flatMap(history -> history.timeline().segments().stream())
                        .map(Segment::from)
                        .anyMatch(day -> !approved(before, day).containsAll(approved(after, day)));
        return new Consequences(findings, approves);
    }

    private Set<?> approved(History<RecordedFact, S> history, LocalDate day) {
        Optional<S> state = history.timeline().on(day);
        return state.isPresent() ? family.approved(state.get()) : Set.of();
    }

    private History<RecordedFact, S> adding(
            List<GovernanceFact> facts, RecordedStream recorded, Set<String> recorders) {
        History<RecordedFact, S> history = family.kind().history(recorded);
        for (GovernanceFact fact : facts)
            history = history.with(fact.provenance().effectiveOn(), unrecorded(fact, recorders));
        return history;
    }

    /**
     * What would be broken if something else were said in the places of recorded facts.
     *
     * @param afterwards by position of the corrected fact: what would be said in its place, or nothing
     */
    List<Finding> brokenBy(Map<Long, Optional<EffectiveEntry<RecordedFact>>> afterwards, RecordedStream recorded) {
        List<Long> origins = origins(afterwards.keySet(), recorded);
        History<RecordedFact, S> before = family.kind().history(recorded);
        History<RecordedFact, S> after = replacing(afterwards, recorded);
        Optional<Finding> opening = openedOnce(before, after, afterwards.keySet(), recorded);
        if (opening.isPresent()) return List.of(opening.get());
        // What stands again stands as it did: with the rules that its source could not satisfy.
        List<String> unmet = afterwards.values().stream()
                .flatMap(Optional::stream)
                .flatMap(said -> said.content().unmetRules().stream())
                .toList();
        boolean bound = bindsHistory(
                recorded,
                afterwards.values().stream()
                        .flatMap(Optional::stream)
                        .map(said -> said.content().fact()));
        return newlyBroken(before, after, touched(before, after, origins), bound).stream()
                .filter(finding -> !finding.rule().isGovernance()
                        || !unmet.contains(finding.rule().name()))
                .toList();
    }

    private History<RecordedFact, S> replacing(
            Map<Long, Optional<EffectiveEntry<RecordedFact>>> afterwards, RecordedStream recorded) {
        History<RecordedFact, S> after =
                without(family.kind().history(recorded), origins(afterwards.keySet(), recorded));
        for (Optional<EffectiveEntry<RecordedFact>> said : afterwards.values())
            if (said.isPresent()) after = after.with(said.get());
        return after;
    }

    private static List<Long> origins(Set<Long> corrected, RecordedStream recorded) {
        Lineages<RecordedFact> lineages = recorded.lineages();
        return corrected.stream()
                .map(position -> lineages.lineageOf(position).getFirst().position())
                .toList();
    }

    private static Optional<Finding> openedOnce(
            History<RecordedFact, ?> before,
            History<RecordedFact, ?> after,
            Set<Long> corrected,
            RecordedStream recorded) {
        // The streams of some kinds, as of appointments, are never opened.
        boolean wasOpened = recorded.facts().stream().anyMatch(Kind::opens);
        if (wasOpened
                && !before.isOpened()
                && !after.isOpened()
                && !after.entries().isEmpty())
            return Optional.of(Finding.of(
                            LedgerRule.OPENING_RETRACTED,
                            "The fact would stand again, and what opened its entity is retracted")
                    .against(List.copyOf(corrected))
                    .at("/fact"));
        if (before.isOpened() && !after.isOpened() && !after.entries().isEmpty()) {
            List<Long> resting =
                    after.entries().stream().map(EffectiveEntry::position).toList();
            return Optional.of(Finding.of(
                            LedgerRule.OPENING_STILL_NEEDED,
                            "The facts %s rest on fact %s, which opens the entity"
                                    .formatted(resting, corrected.iterator().next()))
                    .against(resting)
                    .at("/fact"));
        }
        List<EffectiveEntry<RecordedFact>> openings = after.entries().stream()
                .filter(entry -> Kind.opens(entry.content()))
                .toList();
        if (openings.size() < 2) return Optional.empty();
        return Optional.of(Finding.contradiction(
                        ReferenceRule.ALREADY_EXISTS,
                        "It would be opened twice",
                        openings.getLast(),
                        openings.subList(0, openings.size() - 1))
                .at("/fact"));
    }

    /** The fact on record in the same words that would say the same if it stood where these would. */
    Optional<RecordedFact> stated(GovernanceFact fact, RecordedStream recorded) {
        History<RecordedFact, S> history = family.kind().history(recorded);
        return history.entriesOn(fact.provenance().effectiveOn()).stream()
                .filter(entry -> entry.content().counts())
                .filter(entry -> entry.content().fact().equals(fact))
                .filter(entry -> moved(entry, History.UNRECORDED, history)
                        .timeline()
                        .equals(moved(entry, entry.origin(), history).timeline()))
                .map(EffectiveEntry::content)
                .findFirst();
    }

    /** With an entry in another place, as if it had corrected nothing. */
    private History<RecordedFact, S> moved(
            EffectiveEntry<RecordedFact> entry, long place, History<RecordedFact, S> history) {
        return history.without(entry.origin())
                .with(new EffectiveEntry<>(place, entry.origin(), entry.effectiveOn(), entry.content()));
    }

    /** What would be said in the place of what a correction corrects, if anything. */
    static Optional<EffectiveEntry<RecordedFact>> saidAfter(
            Corrected correction, RecordedStream recorded, Set<String> recorders) {
        RecordedFact last = unrecorded(correction, recorders);
        Lineages<RecordedFact> lineages = recorded.with(last).lineages();
        return lineages.whatIsSaidBy(lineages.lineageOf(last.position()).getLast());
    }

    /** Whether the recorded fact at a position says the same now. */
    static boolean says(GovernanceFact fact, RecordedStream recorded, long position) {
        Lineages<RecordedFact> lineages = recorded.lineages();
        return lineages.whatIsSaidBy(lineages.lineageOf(position).getLast())
                .filter(said -> said.content().counts() && said.content().fact().equals(fact))
                .isPresent();
    }

    /** What the family holds against a correction of one of its facts, whatever would hold afterwards. */
    List<Finding> correcting(long origin, RecordedStream stream, Evidence evidence) {
        History<RecordedFact, S> history = family.kind().history(stream);
        return stream.lineages().lineageOf(origin).stream().findFirst().stream()
                .flatMap(first -> first instanceof Entry.Fact<RecordedFact> fact
                        ? Stream.of(fact.content().fact())
                        : Stream.empty())
                .flatMap(fact -> family.correcting(family.kind().facts().cast(fact), history, evidence).stream())
                .toList();
    }

    /** Rules that were broken before, for instance by migrated history, are not this command's doing. */
    private List<Finding> newlyBroken(
            History<RecordedFact, S> before, History<RecordedFact, S> after, LocalDate touched, boolean bound) {
        List<Finding> afterwards = broken(after, touched, bound);
        if (afterwards.isEmpty()) return afterwards;
        List<Finding> known = broken(before, touched, bound);
        return afterwards.stream()
                .filter(finding -> known.stream().noneMatch(finding::isSameAs))
                .toList();
    }

    private boolean bindsHistory(RecordedStream recorded, Stream<GovernanceFact> added) {
        return Stream.concat(recorded.types().stream(), added.map(GovernanceFact::getClass))
                .anyMatch(family::bindsHistory);
    }

    private List<Finding> broken(History<RecordedFact, S> history, LocalDate touched, boolean bound) {
        List<Finding> findings = new ArrayList<>();
        for (Segment<S> segment : history.timeline().endingAfter(touched)) {
            for (Finding finding : family.invariants(segment.state())) {
                if (findings.stream().noneMatch(finding::isSameAs))
                    findings.add(finding.during(segment.from(), segment.to()));
            }
        }
        return bound ? Finding.merged(family.historyInvariants(Kind.counting(history)), findings) : findings;
    }

    private static LocalDate touched(
            History<RecordedFact, ?> before, History<RecordedFact, ?> after, List<Long> origins) {
        return Stream.of(before, after)
                .flatMap(history -> history.entries().stream())
                .filter(entry -> origins.contains(entry.origin()))
                .map(entry -> Kind.opens(entry.content()) ? LocalDate.MIN : entry.effectiveOn())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private History<RecordedFact, S> without(History<RecordedFact, S> history, Iterable<Long> origins) {
        History<RecordedFact, S> left = history;
        for (long origin : origins) left = left.without(origin);
        return left;
    }

    private static RecordedFact unrecorded(GovernanceFact fact, Set<String> recorders) {
        return new RecordedFact(History.UNRECORDED, fact, recorders, List.of(), List.of());
    }
}
