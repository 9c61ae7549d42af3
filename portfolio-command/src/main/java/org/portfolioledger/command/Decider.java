package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.command.Correct.Target;
import org.portfolioledger.command.Rights.Claim;
import org.portfolioledger.command.Rights.Reach;
import org.portfolioledger.command.StreamJudge.Consequences;
import org.portfolioledger.command.Together.Addressed;
import org.portfolioledger.events.BoardDecision;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.JudgedAnew;
import org.portfolioledger.events.Opening;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.state.Structure;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.Entry;
import org.portfolioledger.timeline.Lineages;
import org.portfolioledger.vocabulary.ActorRole;

/**
 * Decides any command: asks the family to which it is addressed, and then judges every stream that would grow by what
 * would hold in it afterwards.
 */
public final class Decider {

    private final Map<String, StreamJudge<?, ?, ?>> judges;
    private final List<CommandRoute<?>> routes;
    private final Map<Class<?>, CommandRoute<?>> byCommand;

    public Decider(List<? extends Family<?, ?, ?>> families) {
        this.judges = families.stream()
                .collect(Collectors.toUnmodifiableMap(
                        family -> family.kind().name(), family -> new StreamJudge<>(family)));
        this.routes = families.stream()
                .<CommandRoute<?>>flatMap(family -> family.routes().stream())
                .toList();
        this.byCommand = routes.stream()
                .collect(Collectors.toUnmodifiableMap(CommandRoute::command, route -> route, (first, _) -> first));
    }

    /**
     * Decides a command.
     *
     * @param stream to which it is addressed
     * @param own what is recorded there so far
     */
    public Decided decide(Command command, String stream, RecordedStream own, Evidence evidence) {
        Streams streams = new Streams(stream, own, evidence);
        Decided decided = switch (command) {
            case Correct correct -> correct(correct, streams);
            case Together together -> together(together, streams);
            default -> record(command, streams);
        };
        return decided.isDenied() ? decided : decided.unless(crossRegisterReferences(evidence));
    }

    /**
     * Whether the sender may send a command about an entity that is there, for at least something that the command can say:
     * decided by the same rights as the command itself.
     *
     * @param on day on which what it states would be in effect
     */
    public CommandRight right(CommandRoute<?> route, String stream, LocalDate on, Evidence evidence) {
        Rights rights = new Rights(evidence);
        Optional<Finding> notAllowed = rights.refusedByRole(route.senders());
        if (notAllowed.isPresent()) return CommandRight.refused(notAllowed.get());
        Optional<Claim> claim = judge(stream)
                .claim(stream, on, evidence.stream(stream), evidence.sender().today());
        if (claim.isEmpty())
            return CommandRight.refused(
                    Finding.of(ReferenceRule.NOT_FOUND, "Nothing is on record of " + Kinds.words(stream)));
        return rights.reach(route.senders(), claim.get())
                .map(Decider::right)
                .orElseGet(() -> CommandRight.refused(rights.refusal(route.senders(), claim.get())));
    }

    /**
     * Whether a grant of the sender reaches an entity today; none reaches what is nowhere.
     *
     * @param allowed roles that count
     */
    public boolean reaches(String stream, Set<ActorRole> allowed, Evidence evidence) {
        LocalDate today = evidence.sender().today();
        return judge(stream)
                .claim(stream, today, evidence.stream(stream), today)
                .flatMap(claim -> new Rights(evidence).reach(allowed, claim))
                .isPresent();
    }

    /** Whether a grant of the sender, as one who corrects such facts, reaches today what a fact is about. */
    public boolean reaches(String stream, long position, Evidence evidence) {
        Class<?> said = words(evidence.stream(stream), position).getClass();
        Set<ActorRole> correctors = routes.stream()
                .filter(route -> route.facts().contains(said))
                .flatMap(route -> route.correctors().stream())
                .collect(Collectors.toUnmodifiableSet());
        return reaches(stream, correctors, evidence);
    }

    /**
     * That no grant of a sender reaches something, in words that do not depend on whether anything is on record of it.
     *
     * @param allowed roles that may record it
     * @param named what it is called by the sender
     */
    public static Finding outOfReach(Sender sender, Set<ActorRole> allowed, String named) {
        return Rights.outOfReach(sender, allowed, named);
    }

    private static CommandRight right(Reach reach) {
        return new CommandRight(
                reach.grants(),
                reach.grounds().stream().map(Grounded::fact).distinct().sorted().toList(),
                null);
    }

    /** The stream that decides, and the others that a decision touches. */
    private record Streams(String own, RecordedStream ownFacts, Evidence evidence) {

        RecordedStream of(String stream) {
            return stream.equals(own) ? ownFacts : evidence.stream(stream);
        }

        Set<String> recorders() {
            return evidence.recorders();
        }
    }

    private StreamJudge<?, ?, ?> judge(String stream) {
        StreamJudge<?, ?, ?> judge =
                judges.get(Kinds.ofStream(stream).orElseThrow().name());
        if (judge == null) throw new IllegalStateException("no family decides " + stream);
        return judge;
    }

    /** An answer is given from one register as known then, so what is of another would be lost from it. */
    private static List<Finding> crossRegisterReferences(Evidence evidence) {
        return evidence.read().stream()
                .filter(read -> !read.register().equals(evidence.register()))
                .map(read -> Finding.of(
                                LedgerRule.ANOTHER_REGISTER,
                                "%s is in the register %s, and the fact that names it in the register %s"
                                        .formatted(Kinds.words(read.stream()), read.register(), evidence.register()))
                        .against(List.of(read.first())))
                .toList();
    }

    /** Each is judged for itself; their facts are one unit. */
    private Decided together(Together together, Streams streams) {
        EvidenceSoFar soFar = new EvidenceSoFar(streams.evidence());
        soFar.hold(streams.own(), streams.ownFacts());
        List<Decided> all = new ArrayList<>();
        for (int i = 0; i < together.parts().size(); i++) {
            Addressed part = together.parts().get(i);
            Decided decided = decide(part.command(), part.stream(), soFar);
            soFar.add(decided.facts());
            all.add(decided.unless(inAnotherRegister(decided.facts(), soFar)).within("/records/%s/body".formatted(i)));
        }
        all.add(decide(together.whole(), streams.own(), soFar));
        return Decided.together(all);
    }

    private Decided decide(Command command, String stream, EvidenceSoFar soFar) {
        return record(command, new Streams(stream, soFar.stream(stream), soFar));
    }

    private static List<Finding> inAnotherRegister(List<StreamFact> facts, Evidence evidence) {
        return facts.stream()
                .filter(fact -> fact.fact() instanceof Opening opening
                        && !opening.register().equals(evidence.register()))
                .map(fact -> Finding.of(
                                LedgerRule.ANOTHER_REGISTER,
                                "Facts recorded together are in one register, here %s".formatted(evidence.register()))
                        .at("/register"))
                .toList();
    }

    private Decided record(Command command, Streams streams) {
        Set<ActorRole> senders =
                Objects.requireNonNull(byCommand.get(command.getClass())).senders();
        Rights rights = new Rights(streams.evidence());
        Optional<Finding> notAllowed = rights.refusedByRole(senders);
        if (notAllowed.isPresent()) return refused(List.of(notAllowed.get()));
        Decision<?> decision =
                judge(streams.own()).decide(command, streams.own(), streams.ownFacts(), Set.of(), streams.evidence());
        List<StreamFact> facts = decision.facts(streams.own());
        Optional<Finding> approving = rights.refusedApproval(facts);
        if (approving.isPresent()) return refused(List.of(approving.get()));
        List<Finding> findings = Finding.merged(NamedTwice.in(command), decision.findings());
        Set<Long> restsOn = new TreeSet<>(decision.restsOn());
        for (var grown : byStream(facts).entrySet()) {
            String stream = grown.getKey();
            Optional<Finding> absent = judge(stream).absent(stream, grown.getValue(), streams.of(stream));
            if (absent.isPresent()) return Decided.of(facts, absent(absent.get(), findings), Set.of(), Set.of());
            findings = Finding.merged(
                    findings, judge(stream).brokenBy(grown.getValue(), streams.of(stream), streams.recorders()));
            Consequences led = judge(stream).consequences(grown.getValue(), streams.of(stream), streams.evidence());
            Optional<Finding> effect = rights.refusedEffect(led.approves());
            if (effect.isPresent()) return refused(List.of(effect.get()));
            findings = Finding.merged(findings, led.findings().all());
            restsOn.addAll(led.findings().restsOn());
        }
        Decided decided = Decided.of(facts, findings, restsOn, Set.of());
        // What is nowhere is nobody's.
        if (decided.breaks(ReferenceRule.NOT_FOUND)) return decided;
        Findings reach = rights.within(senders, () -> claims(facts, streams));
        if (!reach.all().isEmpty()) return refused(reach.all());
        return unlessTakenOrStated(decided.restingAlsoOn(reach.restsOn()), streams);
    }

    private CommandRoute<?> route(Predicate<CommandRoute<?>> wanted) {
        return routes.stream().filter(wanted).findFirst().orElseThrow();
    }

    private List<Claim> claims(List<StreamFact> facts, Streams streams) {
        return facts.stream()
                .map(fact -> judge(fact.stream())
                        .claim(
                                fact,
                                streams.of(fact.stream()),
                                streams.evidence().sender().today()))
                .toList();
    }

    private Decided unlessTakenOrStated(Decided decided, Streams streams) {
        // Who begins something under an id that is taken is told so, even in the words of who began it first.
        return decided.breaks(ReferenceRule.ALREADY_EXISTS) ? decided : unlessStated(decided, streams);
    }

    /** What the family finds missing is nearer to what was asked for than that nothing is there. */
    private static List<Finding> absent(Finding entity, List<Finding> findings) {
        List<Finding> missing = findings.stream()
                .filter(finding -> finding.rule() == ReferenceRule.NOT_FOUND)
                .toList();
        return missing.isEmpty() ? List.of(entity) : missing;
    }

    private static Map<String, List<GovernanceFact>> byStream(List<StreamFact> facts) {
        return facts.stream()
                .collect(Collectors.groupingBy(
                        StreamFact::stream,
                        LinkedHashMap::new,
                        Collectors.mapping(StreamFact::fact, Collectors.toList())));
    }

    /** Nothing where all of it is on record in the same words, and would say the same in its place. */
    private Decided unlessStated(Decided decided, Streams streams) {
        Set<String> unmetBefore = new TreeSet<>();
        for (StreamFact fact : decided.facts()) {
            Optional<RecordedFact> stated = judge(fact.stream()).stated(fact.fact(), streams.of(fact.stream()));
            if (stated.isEmpty()) return decided;
            unmetBefore.addAll(stated.get().unmetRules());
        }
        List<Finding> unmet = decided.findings().stream()
                .filter(finding -> unmetBefore.contains(finding.rule().name()))
                .toList();
        return Decided.nothing(unmet);
    }

    private Decided correct(Correct correct, Streams streams) {
        List<Finding> beyond = correct.facts().stream()
                .flatMap(target -> beyondCorrection(target, streams.of(target.stream())).stream())
                .toList();
        if (beyond.stream().anyMatch(finding -> finding.rule() == LedgerRule.NOTHING_TO_CORRECT))
            return refused(beyond);
        List<StreamFact> corrected = correct.facts().stream()
                .map(target -> new StreamFact(target.stream(), words(streams.of(target.stream()), target.position())))
                .toList();
        Set<ActorRole> correctors = correctors(corrected);
        Rights rights = new Rights(streams.evidence());
        Optional<Finding> notAllowed = rights.refusedByRole(correctors);
        if (notAllowed.isPresent()) return refused(List.of(notAllowed.get()));
        Optional<Finding> approving = rights.refusedApproval(corrected);
        if (approving.isPresent()) return refused(List.of(approving.get()));
        Findings reach = rights.within(correctors, () -> claims(corrected, streams));
        if (!reach.all().isEmpty()) return refused(reach.all());
        if (!beyond.isEmpty()) return refused(beyond);
        Set<String> unmetBefore = correct.facts().stream()
                .flatMap(target -> at(streams.of(target.stream()), target.position()).unmetRules().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Command replacement = correct.replacement();
        Decided decided = replacement == null
                ? retract(correct, streams, unmetBefore)
                : replace(correct, replacement, streams, unmetBefore);
        Optional<Finding> approvingAnew = rights.refusedApproval(saidAfter(decided, streams));
        if (approvingAnew.isPresent()) return refused(List.of(approvingAnew.get()));
        Findings reachAnew = rights.within(correctors, () -> claims(replacements(decided), streams));
        if (!reachAnew.all().isEmpty()) return refused(reachAnew.all());
        return decided.restingAlsoOn(reach.restsOn())
                .restingAlsoOn(reachAnew.restsOn())
                .unless(correcting(correct, streams));
    }

    /** Those who may correct what one command recorded. */
    private Set<ActorRole> correctors(List<StreamFact> recorded) {
        List<Class<?>> kinds =
                recorded.stream().<Class<?>>map(fact -> fact.fact().getClass()).toList();
        return route(route -> route.facts().equals(kinds)).correctors();
    }

    /** What would be said instead. */
    private static List<StreamFact> replacements(Decided decided) {
        return decided.facts().stream()
                .flatMap(fact -> fact.fact() instanceof Corrected corrected && corrected.replacement() != null
                        ? Stream.of(new StreamFact(fact.stream(), corrected.replacement()))
                        : Stream.empty())
                .toList();
    }

    /** What would count after a correction: its replacement, or what stands again where a retraction is retracted. */
    private static List<StreamFact> saidAfter(Decided decided, Streams streams) {
        return decided.facts().stream()
                .flatMap(fact -> fact.fact() instanceof Corrected corrected
                        ? StreamJudge.saidAfter(corrected, streams.of(fact.stream()), Set.of()).stream()
                                .filter(said -> said.content().counts())
                                .map(said -> new StreamFact(
                                        fact.stream(), said.content().fact()))
                        : Stream.empty())
                .toList();
    }

    /** What families hold against the correction itself, whatever would hold afterwards. */
    private List<Finding> correcting(Correct correct, Streams streams) {
        return correct.facts().stream()
                .flatMap(target -> judge(target.stream())
                        .correcting(origin(target, streams), streams.of(target.stream()), streams.evidence())
                        .stream())
                .toList();
    }

    /** That the fact is not there, or was corrected already. */
    private static Optional<Finding> beyondCorrection(Target target, RecordedStream stream) {
        List<Entry<RecordedFact>> lineage = stream.lineages().lineageOf(target.position());
        if (lineage.isEmpty())
            return Optional.of(Finding.of(
                            LedgerRule.NOTHING_TO_CORRECT,
                            "%s holds no fact %s".formatted(target.stream(), target.position()))
                    .at("/fact"));
        long last = lineage.getLast().position();
        if (last == target.position()) return Optional.empty();
        return Optional.of(Finding.of(
                        LedgerRule.ALREADY_CORRECTED,
                        "Fact %s was corrected by fact %s: correct fact %s instead"
                                .formatted(target.position(), last, last))
                .at("/fact"));
    }

    private Decided retract(Correct correct, Streams streams, Set<String> unmetBefore) {
        List<StreamFact> facts = new ArrayList<>();
        Map<Target, Optional<EffectiveEntry<RecordedFact>>> afterwards = new LinkedHashMap<>();
        for (Target target : correct.facts()) {
            RecordedStream stream = streams.of(target.stream());
            GovernanceFact words = words(stream, target.position());
            Corrected retraction = new Corrected(target.position(), correct.reason(), null, null, words.provenance());
            facts.add(new StreamFact(target.stream(), retraction));
            afterwards.put(target, StreamJudge.saidAfter(retraction, stream, streams.recorders()));
        }
        return judged(facts, List.of(), Set.of(), unmetBefore, afterwards, streams);
    }

    private Decided replace(Correct correct, Command replacement, Streams streams, Set<String> unmetBefore) {
        Set<Long> ownOrigins = origins(correct, streams, true);
        Evidence others =
                new EvidenceWithout(streams.evidence(), origins(correct, streams, false), texts(correct, streams));
        Decision<?> decision =
                judge(streams.own()).decide(replacement, streams.own(), streams.ownFacts(), ownOrigins, others);
        List<StreamFact> words = new ArrayList<>(decision.facts(streams.own()));
        List<StreamFact> facts = new ArrayList<>();
        Map<Target, Optional<EffectiveEntry<RecordedFact>>> afterwards = new LinkedHashMap<>();
        boolean same = true;
        Set<String> tolerated = unmetBefore;
        for (Target target : correct.facts()) {
            RecordedStream stream = streams.of(target.stream());
            GovernanceFact before = at(stream, origin(target, streams)).fact();
            Optional<StreamFact> found = words.stream()
                    .filter(word -> word.stream().equals(target.stream())
                            && word.fact().getClass().equals(before.getClass()))
                    .findFirst();
            if (found.isEmpty()) return refused(List.of(elsewhere(target, target.stream(), "of another entity")));
            words.remove(found.get());
            GovernanceFact fact = found.get().fact();
            if (before instanceof Opening opening
                    && fact instanceof Opening anew
                    && !opening.register().equals(anew.register()))
                return refused(List.of(
                        elsewhere(target, "the register " + opening.register(), "of the register " + anew.register())));
            same = same && StreamJudge.says(fact, stream, target.position());
            if (before instanceof JudgedAnew judged && !judged.saysSame(fact)) tolerated = Set.of();
            int revision = FactType.of(fact.getClass()).revision();
            Corrected corrected = new Corrected(target.position(), correct.reason(), revision, fact, fact.provenance());
            facts.add(new StreamFact(target.stream(), corrected));
            afterwards.put(target, StreamJudge.saidAfter(corrected, stream, streams.recorders()));
        }
        if (!words.isEmpty()) {
            Target first = correct.facts().getFirst();
            return refused(List.of(elsewhere(first, first.stream(), "of more entities")));
        }
        if (same) return Decided.nothing(List.of());
        List<Finding> findings = Finding.merged(NamedTwice.in(replacement), decision.findings());
        return judged(facts, findings, decision.restsOn(), tolerated, afterwards, streams);
    }

    private static Set<String> texts(Correct correct, Streams streams) {
        Set<String> texts = new HashSet<>();
        for (Target target : correct.facts())
            Structure.forEach(words(streams.of(target.stream()), target.position()), part -> {
                if (part instanceof String text) texts.add(text);
            });
        return texts;
    }

    private static Set<Long> origins(Correct correct, Streams streams, boolean own) {
        return correct.facts().stream()
                .filter(target -> target.stream().equals(streams.own()) == own)
                .map(target -> origin(target, streams))
                .collect(Collectors.toSet());
    }

    private static long origin(Target target, Streams streams) {
        return streams.of(target.stream())
                .lineages()
                .lineageOf(target.position())
                .getFirst()
                .position();
    }

    private static Finding elsewhere(Target target, String owner, String replacement) {
        return Finding.of(
                        LedgerRule.CORRECTS_ANOTHER_ENTITY,
                        "Fact %s stays a fact of %s, and its replacement would be %s"
                                .formatted(target.position(), owner, replacement))
                .at("/replacement");
    }

    /**
     * A correction, with what would be broken in every stream if this were said in the places of what is corrected.
     *
     * @param before what it breaks whatever is said there
     * @param grounds positions of the facts on which its replacement rests
     */
    private Decided judged(
            List<StreamFact> facts,
            List<Finding> before,
            Set<Long> grounds,
            Set<String> unmetBefore,
            Map<Target, Optional<EffectiveEntry<RecordedFact>>> afterwards,
            Streams streams) {
        Map<String, Map<Long, Optional<EffectiveEntry<RecordedFact>>>> byStream = new LinkedHashMap<>();
        afterwards.forEach((target, said) -> byStream.computeIfAbsent(target.stream(), _ -> new LinkedHashMap<>())
                .put(target.position(), said));
        List<Finding> findings = Finding.merged(
                before,
                afterwards.entrySet().stream()
                        .flatMap(after -> after.getValue().stream()
                                .flatMap(said -> ultraViresNoMore(after.getKey(), said, streams).stream()))
                        .toList());
        Set<Long> restsOn = new TreeSet<>(grounds);
        for (var corrected : byStream.entrySet()) {
            RecordedStream stream = streams.of(corrected.getKey());
            StreamJudge<?, ?, ?> judge = judge(corrected.getKey());
            findings = Finding.merged(findings, judge.brokenBy(corrected.getValue(), stream));
            Consequences led = judge.consequences(corrected.getValue(), stream, streams.evidence());
            Optional<Finding> effect = new Rights(streams.evidence()).refusedEffect(led.approves());
            if (effect.isPresent()) return refused(List.of(effect.get()));
            findings = Finding.merged(findings, led.findings().all());
            restsOn.addAll(led.findings().restsOn());
        }
        return Decided.of(facts, findings, restsOn, unmetBefore);
    }

    /** That what was ultra vires once in the place of a fact would not be so any more. */
    private static Optional<Finding> ultraViresNoMore(
            Target target, EffectiveEntry<RecordedFact> said, Streams streams) {
        if (!said.content().counts() || isUltraVires(said)) return Optional.empty();
        Lineages<RecordedFact> lineages = streams.of(target.stream()).lineages();
        List<Long> marked = lineages.lineageOf(target.position()).stream()
                .flatMap(entry -> lineages.whatIsSaidBy(entry).stream())
                .filter(Decider::isUltraVires)
                .map(EffectiveEntry::position)
                .distinct()
                .toList();
        return marked.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                                LedgerRule.ULTRA_VIRES_FOR_EVER,
                                "The decision was recorded as ultra vires with fact " + marked.getFirst())
                        .against(marked));
    }

    private static boolean isUltraVires(EffectiveEntry<RecordedFact> said) {
        return said.content().fact() instanceof BoardDecision decision && decision.ultraVires() != null;
    }

    private static Decided refused(List<Finding> findings) {
        return Decided.nothing(findings);
    }

    private static RecordedFact at(RecordedStream stream, long position) {
        return stream.facts().stream()
                .filter(recorded -> recorded.position() == position)
                .findFirst()
                .orElseThrow();
    }

    /**
     * What a recorded fact says; of a retraction, what it retracted, since that is what may be said anew.
     *
     * @param stream to which it belongs
     */
    public static GovernanceFact words(RecordedStream stream, long position) {
        Lineages<RecordedFact> lineages = stream.lineages();
        return lineages.lineageOf(position).stream()
                .filter(entry -> entry.position() <= position)
                .flatMap(entry -> lineages.whatIsSaidBy(entry).stream())
                .reduce((_, later) -> later)
                .orElseThrow()
                .content()
                .fact();
    }
}
