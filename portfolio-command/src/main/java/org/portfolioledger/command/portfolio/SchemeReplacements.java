package org.portfolioledger.command.portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Finding;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RiskSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RiskSchemeReplaced;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/**
 * What schemes of one sort, of ratings or of risks, took the place of others, walked in the order in which they did. Another
 * scheme replaces all of one, for ever; a version of the same one replaces every earlier version.
 */
final class SchemeReplacements {

    private final Map<String, NavigableMap<Integer, EffectiveEntry<RecordedFact>>> defined = new HashMap<>();
    private final Map<String, Replaced> replaced = new HashMap<>();
    private final Map<String, Replaced> renewed = new HashMap<>();
    private final Set<String> everDefined = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private SchemeReplacements() {}

    /** A step of the walk; null stands for a fact of another sort. */
    private sealed interface Step {}

    /** A version was defined. */
    private record Defined(String scheme, int version) implements Step {}

    /**
     * A scheme was replaced.
     *
     * @param version of the scheme that replaces it
     */
    private record Replaced(String scheme, String by, int version, EffectiveEntry<RecordedFact> entry)
            implements Step {}

    /** What does not hold of the rating schemes in all that is on record of a portfolio. */
    static List<Finding> ofRatings(List<EffectiveEntry<RecordedFact>> entries) {
        return findings(entries, entry -> switch (entry.content().fact()) {
            case RatingSchemeDefined fact -> new Defined(fact.scheme(), fact.version());
            case RatingSchemeReplaced fact -> new Replaced(fact.scheme(), fact.by(), fact.version(), entry);
            case GovernanceFact _ -> null;
        });
    }

    /** What does not hold of the risk schemes. */
    static List<Finding> ofRisks(List<EffectiveEntry<RecordedFact>> entries) {
        return findings(entries, entry -> switch (entry.content().fact()) {
            case RiskSchemeDefined fact -> new Defined(fact.scheme(), fact.version());
            case RiskSchemeReplaced fact -> new Replaced(fact.scheme(), fact.by(), fact.version(), entry);
            case GovernanceFact _ -> null;
        });
    }

    private static List<Finding> findings(
            List<EffectiveEntry<RecordedFact>> entries, Function<EffectiveEntry<RecordedFact>, @Nullable Step> stepOf) {
        SchemeReplacements walk = new SchemeReplacements();
        for (EffectiveEntry<RecordedFact> entry : entries)
            if (stepOf.apply(entry) instanceof Defined fact)
                walk.everDefined.addAll(
                        List.of(fact.scheme(), PortfolioState.schemeKey(fact.scheme(), fact.version())));
        for (EffectiveEntry<RecordedFact> entry : entries)
            switch (stepOf.apply(entry)) {
                case Defined fact -> walk.define(fact, entry);
                case Replaced fact -> walk.replace(fact);
                case null -> {}
            }
        return walk.findings;
    }

    private void define(Defined fact, EffectiveEntry<RecordedFact> entry) {
        Replaced before = replaced.get(fact.scheme());
        if (before != null)
            note(PortfolioRule.SCHEME_REPLACED_ALREADY, already(fact.scheme(), before), entry, before.entry());
        versions(fact.scheme()).putIfAbsent(fact.version(), entry);
    }

    private void replace(Replaced fact) {
        if (isInForce(fact)) {
            if (fact.scheme().equals(fact.by())) renew(fact);
            else replaceByAnother(fact);
        }
    }

    private boolean isInForce(Replaced fact) {
        EffectiveEntry<RecordedFact> entry = fact.entry();
        boolean old = !versions(fact.scheme()).isEmpty();
        String successor = PortfolioState.schemeKey(fact.by(), fact.version());
        if (old && versions(fact.by()).containsKey(fact.version())) return true;
        String missing = old ? successor : fact.scheme();
        // What is nowhere on record the command itself is refused for.
        if (entry.position() == History.UNRECORDED && !everDefined.contains(missing)) return false;
        findings.add(Finding.contradiction(
                        PortfolioRule.SCHEME_NOT_IN_FORCE,
                        "%s is not defined on %s".formatted(missing, entry.effectiveOn()),
                        entry,
                        List.of())
                .at("/effectiveOn"));
        return false;
    }

    private void renew(Replaced fact) {
        Optional<Replaced> before = Optional.ofNullable(replaced.get(fact.scheme()))
                .or(() -> Optional.ofNullable(renewed.get(fact.scheme()))
                        .filter(last -> last.version() >= fact.version()));
        if (before.isPresent())
            note(
                    PortfolioRule.SCHEME_REPLACED_ALREADY,
                    already(fact.scheme(), before.get()),
                    fact.entry(),
                    before.get().entry());
        else if (versions(fact.scheme()).headMap(fact.version()).isEmpty())
            note(
                    PortfolioRule.SCHEME_REPLACED_BY_ITSELF,
                    "%s has no version before %s".formatted(fact.scheme(), fact.version()),
                    fact.entry(),
                    versions(fact.scheme()).firstEntry().getValue());
        else renewed.put(fact.scheme(), fact);
    }

    private void replaceByAnother(Replaced fact) {
        Replaced before = replaced.get(fact.scheme());
        Replaced gone = replaced.get(fact.by());
        if (before != null)
            note(PortfolioRule.SCHEME_REPLACED_ALREADY, already(fact.scheme(), before), fact.entry(), before.entry());
        else if (gone != null && leadsTo(fact.by(), fact.scheme()))
            note(
                    PortfolioRule.SCHEME_REPLACEMENT_CIRCULAR,
                    "%s is replaced from %s, and the last replacement is %s"
                            .formatted(fact.by(), gone.entry().effectiveOn(), fact.scheme()),
                    fact.entry(),
                    gone.entry());
        else if (gone != null)
            note(PortfolioRule.SCHEME_REPLACED_ALREADY, already(fact.by(), gone), fact.entry(), gone.entry());
        else replaced.put(fact.scheme(), fact);
    }

    /** Each is replaced once, and by what is not replaced itself, so there is an end. */
    private boolean leadsTo(String from, String to) {
        Replaced next = replaced.get(from);
        return from.equals(to) || (next != null && leadsTo(next.by(), to));
    }

    private static String already(String scheme, Replaced before) {
        return "%s is replaced from %s".formatted(scheme, before.entry().effectiveOn());
    }

    private void note(
            PortfolioRule rule,
            String detail,
            EffectiveEntry<RecordedFact> entry,
            EffectiveEntry<RecordedFact> against) {
        findings.add(Finding.contradiction(rule, detail, entry, List.of(against)));
    }

    private NavigableMap<Integer, EffectiveEntry<RecordedFact>> versions(String scheme) {
        return defined.computeIfAbsent(scheme, _ -> new TreeMap<>());
    }
}
