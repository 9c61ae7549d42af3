package org.portfolioledger.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Closable;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** What families ask and check in the same way of everything that is on record of one entity. */
public final class EntryChecks {

    private EntryChecks() {}

    /** The facts of one type, in their order. */
    public static <F> Stream<F> facts(List<EffectiveEntry<RecordedFact>> entries, Class<F> type) {
        return entries.stream()
                .map(entry -> entry.content().fact())
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The same without further openings, each of which is refused as such. */
    public static List<EffectiveEntry<RecordedFact>> openedOnce(List<EffectiveEntry<RecordedFact>> entries) {
        Optional<EffectiveEntry<RecordedFact>> opening =
                entries.stream().filter(entry -> Kind.opens(entry.content())).findFirst();
        return entries.stream()
                .filter(entry -> opening.filter(entry::equals).isPresent() || !Kind.opens(entry.content()))
                .toList();
    }

    /** A name in the spelling in which it was stated first; as it is where it was never stated. */
    public static String firstSpelling(String name, Stream<String> stated) {
        return stated.filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    /**
     * The version that somebody asks for who names none: what is on record in the same words is the same version.
     *
     * @param before all versions on record
     * @param asked the fact that would be recorded under a number
     */
    public static <F> int nextVersion(List<F> before, ToIntFunction<F> version, IntFunction<F> asked) {
        return before.stream()
                .filter(known -> known.equals(asked.apply(version.applyAsInt(known))))
                .mapToInt(version)
                .findFirst()
                .orElseGet(() -> 1 + before.stream().mapToInt(version).max().orElse(0));
    }

    /**
     * That nothing comes after an end.
     *
     * @param ends whether a fact is the end
     * @param changes whether a fact may not come after it
     * @param ended what is so from the end on, as "closed"
     */
    public static List<Finding> nothingAfter(
            List<EffectiveEntry<RecordedFact>> entries,
            Predicate<GovernanceFact> ends,
            Predicate<GovernanceFact> changes,
            Rule rule,
            String ended) {
        List<Finding> findings = new ArrayList<>();
        EffectiveEntry<RecordedFact> end = null;
        for (EffectiveEntry<RecordedFact> entry : entries) {
            GovernanceFact fact = entry.content().fact();
            if (end != null && changes.test(fact)) {
                String detail = end.position() == History.UNRECORDED
                        ? "It would be %s from %s, but something else is on record for %s"
                        : "It is %s from %s, and nothing else may take effect on %s";
                findings.add(Finding.contradiction(
                                rule,
                                detail.formatted(ended, end.effectiveOn(), entry.effectiveOn()),
                                entry,
                                List.of(end))
                        .at("/effectiveOn"));
            }
            if (end == null && ends.test(fact)) end = entry;
        }
        return findings;
    }

    /**
     * That something closed no earlier than it began.
     *
     * @param beginning with the grounds of the opening
     */
    public static List<Finding> closedAfterItBegan(Closable state, Grounded<?> beginning, Rule rule) {
        Grounded<?> closure = state.closure();
        if (closure == null || !closure.since().isBefore(beginning.since())) return List.of();
        return List.of(Finding.of(
                        rule,
                        "It would close on %s, before it began on %s".formatted(closure.since(), beginning.since()))
                .against(beginning));
    }

    /**
     * That facts do not share what belongs to one of them.
     *
     * @param key what belongs to one; null: the fact has none
     * @param shared the finding for a key that is shared
     */
    public static <K> List<Finding> takenOnce(
            List<EffectiveEntry<RecordedFact>> entries,
            Function<GovernanceFact, @Nullable K> key,
            Function<K, Finding> shared) {
        List<Finding> findings = new ArrayList<>();
        Map<Object, EffectiveEntry<RecordedFact>> taken = new HashMap<>();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            K own = key.apply(entry.content().fact());
            EffectiveEntry<RecordedFact> first = own == null ? null : taken.putIfAbsent(oneCase(own), entry);
            if (own == null || first == null) continue;
            Finding finding = shared.apply(own);
            Finding contradiction = Finding.contradiction(finding.rule(), finding.detail(), entry, List.of(first));
            findings.add(finding.pointer() == null ? contradiction : contradiction.at(finding.pointer()));
        }
        return findings;
    }

    /** Ids are one whatever their case. */
    private static Object oneCase(Object key) {
        return key instanceof String id ? id.toLowerCase(Locale.ROOT) : key;
    }
}
