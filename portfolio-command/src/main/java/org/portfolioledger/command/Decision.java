package org.portfolioledger.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;

/**
 * What a command comes to: a fact, and the rules that it would break.
 *
 * @param fact null: the command would change nothing
 * @param restsOn positions of the facts on which the decision rests
 */
public record Decision<F extends GovernanceFact>(@Nullable F fact, List<Finding> findings, Set<Long> restsOn) {

    /** Everything asked for is on record already. */
    public static <F extends GovernanceFact> Decision<F> nothing() {
        return new Decision<>(null, List.of(), Set.of());
    }

    /** The fact, if no rule is in the way. */
    public static <F extends GovernanceFact> Decision<F> of(F fact, Findings findings) {
        return new Decision<>(fact, List.copyOf(findings.findings), Set.copyOf(findings.restsOn));
    }

    /** The same, which breaks these rules before all others. */
    Decision<F> unless(List<Finding> broken) {
        return broken.isEmpty()
                ? this
                : new Decision<>(
                        fact, Stream.concat(broken.stream(), findings.stream()).toList(), restsOn);
    }

    /** Nothing new: it is on record, with these rules unmet, and only a migration may leave them so. */
    Decision<F> storingNothing(List<String> unmetRules) {
        List<Finding> unmet = findings.stream()
                .filter(finding -> unmetRules.contains(finding.rule().name()))
                .toList();
        return new Decision<>(null, unmet, Set.of());
    }

    boolean breaks(Rule rule) {
        return findings.stream().anyMatch(finding -> finding.rule().equals(rule));
    }

    /** Collects, while a command is judged, what is wrong with it and on what the findings rests. */
    public static final class Findings {

        private final List<Finding> findings = new ArrayList<>();
        private final Set<Long> restsOn = new TreeSet<>();

        /** Notes a finding unless the condition holds. */
        public Findings require(boolean condition, Finding otherwise) {
            if (!condition) findings.add(otherwise);
            return this;
        }

        /** Notes that the id is taken where something was opened under it. */
        public Findings requireNew(History<RecordedFact, ?> history, Finding taken) {
            history.entries().stream()
                    .filter(entry -> Kind.opens(entry.content()))
                    .findFirst()
                    .ifPresent(opening -> findings.add(taken.against(List.of(opening.position()))));
            return this;
        }

        /** Notes that the directory does not know the person who is named. */
        public Findings requirePerson(@Nullable String person, String pointer, Evidence evidence) {
            return require(
                    person == null || evidence.knowsPerson(person), StructuralRule.unknown("person", person, pointer));
        }

        public Findings note(Finding finding) {
            findings.add(finding);
            return this;
        }

        /** Takes over what another findings rests on, and its findings unless they are set aside. */
        public Findings addUnless(boolean setAside, Findings other) {
            restsOn.addAll(other.restsOn);
            if (!setAside) findings.addAll(other.findings);
            return this;
        }

        /** Notes that the decision rests on a fact. */
        public Findings restOn(long position) {
            restsOn.add(position);
            return this;
        }

        /** The value, and that the decision rests on its fact. */
        public <T> T rest(Grounded<T> ground) {
            restsOn.add(ground.fact());
            return ground.value();
        }
    }
}
