package org.portfolioledger.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.PortfolioEvent;
import org.portfolioledger.state.Grounded;

/**
 * What a command comes to: a fact, and the rules that it would break.
 *
 * @param fact null: the command would change nothing
 * @param restsOn positions of the facts on which the decision rests
 */
public record Decision<F extends PortfolioEvent>(@Nullable F fact, List<Finding> findings, Set<Long> restsOn) {

    /** Everything asked for is on record already. */
    public static <F extends PortfolioEvent> Decision<F> nothing() {
        return new Decision<>(null, List.of(), Set.of());
    }

    /** The fact, if no rule is in the way. */
    public static <F extends PortfolioEvent> Decision<F> of(F fact, Judgement judgement) {
        return new Decision<>(fact, List.copyOf(judgement.findings), Set.copyOf(judgement.restsOn));
    }

    /** Collects, while a command is judged, what is wrong with it and on what the judgement rests. */
    public static final class Judgement {

        private final List<Finding> findings = new ArrayList<>();
        private final Set<Long> restsOn = new TreeSet<>();

        /** Notes a finding unless the condition holds. */
        public Judgement require(boolean condition, Finding otherwise) {
            if (!condition) findings.add(otherwise);
            return this;
        }

        public Judgement note(Finding finding) {
            findings.add(finding);
            return this;
        }

        /** Takes over what another judgement rests on, and its findings unless they are set aside. */
        public Judgement addUnless(boolean setAside, Judgement other) {
            restsOn.addAll(other.restsOn);
            if (!setAside) findings.addAll(other.findings);
            return this;
        }

        /** Notes that the decision rests on a fact. */
        public Judgement restOn(long position) {
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
