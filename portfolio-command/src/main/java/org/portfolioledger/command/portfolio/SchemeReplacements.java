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
import org.portfolioledger.command.Finding;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/**
 * What rating schemes took the place of others, walked in the order in which they did. Another scheme replaces all of one,
 * for ever; a version of the same one replaces every earlier version.
 */
final class SchemeReplacements {

    private final Map<String, NavigableMap<Integer, EffectiveEntry<RecordedFact>>> defined = new HashMap<>();
    private final Map<String, EffectiveEntry<RecordedFact>> replaced = new HashMap<>();
    private final Map<String, EffectiveEntry<RecordedFact>> renewed = new HashMap<>();
    private final Set<String> everDefined = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private SchemeReplacements() {}

    /** What does not hold in all that is on record of a portfolio. */
    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        SchemeReplacements walk = new SchemeReplacements();
        for (EffectiveEntry<RecordedFact> entry : entries)
            if (entry.content().fact() instanceof RatingSchemeDefined fact)
                walk.everDefined.addAll(
                        List.of(fact.scheme(), PortfolioState.schemeKey(fact.scheme(), fact.version())));
        for (EffectiveEntry<RecordedFact> entry : entries) {
            if (entry.content().fact() instanceof RatingSchemeDefined fact) walk.define(fact, entry);
            if (entry.content().fact() instanceof RatingSchemeReplaced fact) walk.replace(fact, entry);
        }
        return walk.findings;
    }

    private void define(RatingSchemeDefined fact, EffectiveEntry<RecordedFact> entry) {
        EffectiveEntry<RecordedFact> before = replaced.get(fact.scheme());
        if (before != null) note(PortfolioRule.SCHEME_REPLACED_ALREADY, already(fact.scheme(), before), entry, before);
        versions(fact.scheme()).putIfAbsent(fact.version(), entry);
    }

    private void replace(RatingSchemeReplaced fact, EffectiveEntry<RecordedFact> entry) {
        if (isInForce(fact, entry)) {
            if (fact.scheme().equals(fact.by())) renew(fact, entry);
            else replaceByAnother(fact, entry);
        }
    }

    private boolean isInForce(RatingSchemeReplaced fact, EffectiveEntry<RecordedFact> entry) {
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

    private void renew(RatingSchemeReplaced fact, EffectiveEntry<RecordedFact> entry) {
        Optional<EffectiveEntry<RecordedFact>> before = Optional.ofNullable(replaced.get(fact.scheme()))
                .or(() -> Optional.ofNullable(renewed.get(fact.scheme())).filter(last -> reaches(last, fact)));
        if (before.isPresent())
            note(PortfolioRule.SCHEME_REPLACED_ALREADY, already(fact.scheme(), before.get()), entry, before.get());
        else if (versions(fact.scheme()).headMap(fact.version()).isEmpty())
            note(
                    PortfolioRule.SCHEME_REPLACED_BY_ITSELF,
                    "%s has no version before %s".formatted(fact.scheme(), fact.version()),
                    entry,
                    versions(fact.scheme()).firstEntry().getValue());
        else renewed.put(fact.scheme(), entry);
    }

    /** Whether it replaced those versions already. */
    private static boolean reaches(EffectiveEntry<RecordedFact> renewal, RatingSchemeReplaced fact) {
        return renewal.content().fact() instanceof RatingSchemeReplaced earlier && earlier.version() >= fact.version();
    }

    private void replaceByAnother(RatingSchemeReplaced fact, EffectiveEntry<RecordedFact> entry) {
        EffectiveEntry<RecordedFact> before = replaced.get(fact.scheme());
        EffectiveEntry<RecordedFact> gone = replaced.get(fact.by());
        if (before != null) note(PortfolioRule.SCHEME_REPLACED_ALREADY, already(fact.scheme(), before), entry, before);
        else if (gone != null && leadsTo(fact.by(), fact.scheme()))
            note(
                    PortfolioRule.SCHEME_REPLACEMENT_CIRCULAR,
                    "%s is replaced from %s, and the last replacement is %s"
                            .formatted(fact.by(), gone.effectiveOn(), fact.scheme()),
                    entry,
                    gone);
        else if (gone != null) note(PortfolioRule.SCHEME_REPLACED_ALREADY, already(fact.by(), gone), entry, gone);
        else replaced.put(fact.scheme(), entry);
    }

    /** Each is replaced once, and by what is not replaced itself, so there is an end. */
    private boolean leadsTo(String from, String to) {
        EffectiveEntry<RecordedFact> next = replaced.get(from);
        return from.equals(to)
                || (next != null
                        && next.content().fact() instanceof RatingSchemeReplaced fact
                        && leadsTo(fact.by(), to));
    }

    private static String already(String scheme, EffectiveEntry<RecordedFact> before) {
        return "%s is replaced from %s".formatted(scheme, before.effectiveOn());
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
