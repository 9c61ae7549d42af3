package org.portfolioledger.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portfolioledger.timeline.History;

/**
 * What a command results in once everything that would result was judged.
 *
 * @param facts what it records, each in its stream; empty: everything that it states was stated in the same words
 * @param findings the rules that it would break
 * @param restsOn positions of the facts on which it rests
 * @param unmetBefore rules that what it corrects or repeats left unmet already
 */
public record Decided(List<StreamFact> facts, List<Finding> findings, Set<Long> restsOn, Set<String> unmetBefore) {

    /**
     * The facts as they are recorded: each with the rules that its own command leaves unmet.
     *
     * @param migrating whether history is being migrated, which may leave rules of governance unmet
     * @throws Refused if a rule is broken that may not stay unmet
     */
    public List<StreamFact> refuseOrRecordUnmet(boolean migrating) {
        List<Finding> refusing = findings.stream()
                .filter(finding -> !finding.rule().isGovernance()
                        || !(migrating || unmetBefore.contains(finding.rule().name())))
                .toList();
        if (!refusing.isEmpty()) throw new Refused(refusing);
        return leavingUnmet();
    }

    private List<StreamFact> leavingUnmet() {
        List<String> unmet = broken();
        return facts.stream().map(fact -> fact.leaving(unmet)).toList();
    }

    /** The names of the rules that would be broken, each once. */
    List<String> broken() {
        return findings.stream()
                .map(finding -> finding.rule().name())
                .distinct()
                .sorted()
                .toList();
    }

    /** The same, which breaks these rules before all others. */
    Decided unless(List<Finding> broken) {
        List<Finding> all = new ArrayList<>(broken);
        all.addAll(findings);
        return new Decided(facts, List.copyOf(all), restsOn, unmetBefore);
    }

    /** The same, resting on these facts as well. */
    Decided restingAlsoOn(Set<Long> others) {
        Set<Long> all = new TreeSet<>(restsOn);
        all.addAll(others);
        return new Decided(facts, findings, Set.copyOf(all), unmetBefore);
    }

    /** All as one: their facts in order, and what is on record of that on which they rest. */
    static Decided together(List<Decided> all) {
        return new Decided(
                all.stream().flatMap(decided -> decided.leavingUnmet().stream()).toList(),
                all.stream().flatMap(decided -> decided.findings().stream()).toList(),
                all.stream()
                        .flatMap(decided -> decided.restsOn().stream())
                        .filter(History::isRecorded)
                        .collect(Collectors.toUnmodifiableSet()),
                Set.of());
    }

    /** The same, as part of a larger body: every pointer begins there. */
    Decided within(String part) {
        List<Finding> there = findings.stream()
                .map(finding -> finding.at(part + (finding.pointer() == null ? "" : finding.pointer())))
                .toList();
        return new Decided(facts, there, restsOn, unmetBefore);
    }

    /** Whether the sender may not do that. */
    boolean isDenied() {
        return findings.stream().anyMatch(finding -> finding.rule() instanceof AccessRule);
    }

    boolean breaks(Rule rule) {
        return findings.stream().anyMatch(finding -> finding.rule().equals(rule));
    }
}
