package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/**
 * That a command would break a rule.
 *
 * @param detail what is wrong and what to do next
 * @param pointer JSON pointer to the part of the body that is wrong, or null
 * @param from first day on which the rule would be broken, or null
 * @param to first day on which it would no longer be broken, or null
 * @param facts positions of the recorded facts with which the command collides
 */
public record Finding(
        Rule rule,
        String detail,
        @Nullable String pointer,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Long> facts) {

    /** What is not recorded yet is nothing to collide with. */
    public Finding {
        facts = facts.stream().filter(History::isRecorded).toList();
    }

    public static Finding of(Rule rule, String detail) {
        return new Finding(rule, detail, null, null, null, List.of());
    }

    /** That an entry contradicts others. */
    public static Finding contradiction(
            Rule rule, String detail, EffectiveEntry<RecordedFact> entry, List<EffectiveEntry<RecordedFact>> others) {
        List<Long> facts = Stream.concat(others.stream(), Stream.of(entry))
                .map(EffectiveEntry::position)
                .toList();
        return new Finding(rule, detail, null, entry.effectiveOn(), null, facts);
    }

    /** The same, pointing at a part of the body. */
    public Finding at(String part) {
        return new Finding(rule, detail, part, from, to, facts);
    }

    /** The same, with the fact it collides with. */
    public Finding against(Grounded<?> ground) {
        return new Finding(rule, detail, pointer, from == null ? ground.since() : from, to, List.of(ground.fact()));
    }

    /** The same, with the facts it collides with. */
    public Finding against(List<Long> positions) {
        return new Finding(rule, detail, pointer, from, to, positions);
    }

    /** The same, with the days on which the rule would be broken. */
    public Finding during(LocalDate first, @Nullable LocalDate end) {
        return new Finding(rule, detail, pointer, first, end, facts);
    }

    /** Whether both say that the same rule is broken by the same facts, at whatever time. */
    boolean isSameAs(Finding other) {
        return rule.equals(other.rule) && facts.equals(other.facts) && detail.equals(other.detail);
    }

    /** Both, without those of the others that name no fact which the same rule does not name already. */
    static List<Finding> merged(List<Finding> some, List<Finding> others) {
        List<Finding> all = new ArrayList<>(some);
        for (Finding other : others) {
            boolean said = some.stream()
                    .anyMatch(finding -> finding.rule().equals(other.rule())
                            && finding.facts().containsAll(other.facts()));
            if (!said) all.add(other);
        }
        return List.copyOf(all);
    }
}
