package org.portfolioledger.command;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a command results in once everything that would result was judged.
 *
 * @param facts what it records, each in its stream, with the unmet rules and the grounds of its own decision; empty:
 *     everything that it states was stated in the same words
 * @param findings the rules that it would break
 * @param unmetBefore rules that what it corrects or repeats left unmet already
 */
public record Decided(List<StreamFact> facts, List<Finding> findings, Set<String> unmetBefore) {

    /**
     * One decision.
     *
     * @param facts what it states
     * @param restsOn positions of the facts on which it rests
     */
    static Decided of(
            List<StreamFact> facts, List<Finding> findings, Collection<Long> restsOn, Set<String> unmetBefore) {
        return new Decided(facts, List.of(), unmetBefore).unless(findings).restingAlsoOn(restsOn);
    }

    /** That nothing is recorded. */
    static Decided nothing(List<Finding> findings) {
        return new Decided(List.of(), findings, Set.of());
    }

    /**
     * The facts as they are recorded.
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
        return facts;
    }

    /** The same, which breaks these rules before all others. */
    Decided unless(List<Finding> broken) {
        List<String> unmet =
                broken.stream().map(finding -> finding.rule().name()).toList();
        return new Decided(
                facts.stream().map(fact -> fact.leavingAlso(unmet)).toList(),
                Stream.concat(broken.stream(), findings.stream()).toList(),
                unmetBefore);
    }

    /** The same, each of whose facts rests on these as well. */
    Decided restingAlsoOn(Collection<Long> others) {
        return new Decided(
                facts.stream().map(fact -> fact.restingAlsoOn(others)).toList(), findings, unmetBefore);
    }

    /** All as one unit: the facts of each decision in order, as it left them. */
    static Decided together(List<Decided> all) {
        return new Decided(
                all.stream().flatMap(decided -> decided.facts().stream()).toList(),
                all.stream().flatMap(decided -> decided.findings().stream()).toList(),
                Set.of());
    }

    /** The same, as part of a larger body: every pointer begins there. */
    Decided within(String part) {
        List<Finding> there = findings.stream()
                .map(finding -> finding.at(part + (finding.pointer() == null ? "" : finding.pointer())))
                .toList();
        return new Decided(facts, there, unmetBefore);
    }

    /** Whether the sender may not do that. */
    boolean isDenied() {
        return findings.stream().anyMatch(finding -> finding.rule() instanceof AccessRule);
    }

    boolean breaks(Rule rule) {
        return findings.stream().anyMatch(finding -> finding.rule().equals(rule));
    }
}
