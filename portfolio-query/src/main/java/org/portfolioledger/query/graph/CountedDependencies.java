package org.portfolioledger.query.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Grounded;

/**
 * Dependencies that are counted together.
 *
 * @param byStatus how many have each status that one of them has
 * @param worst the worst status, with the fact by which one of them has it
 * @param conflicts those that are promised for later than they are needed, each with the fact of its promise
 * @param dependencies all of them by id, each with the fact of its status
 */
record CountedDependencies(
        int count,
        Map<DependencyStatus, Integer> byStatus,
        Grounded<DependencyStatus> worst,
        List<CountedDependency> conflicts,
        List<CountedDependency> dependencies) {

    /** From the worst on. */
    private static final List<DependencyStatus> WORST = List.of(
            DependencyStatus.MISSED,
            DependencyStatus.AT_RISK,
            DependencyStatus.PROPOSED,
            DependencyStatus.AGREED,
            DependencyStatus.MET,
            DependencyStatus.WITHDRAWN);

    /**
     * One of them.
     *
     * @param fact position of the fact by which it is counted
     */
    record CountedDependency(String dependency, long fact) {}

    /**
     * Counts some.
     *
     * @param some one at least, by id
     */
    static CountedDependencies of(Collection<DependencyState> some) {
        Map<DependencyStatus, Integer> byStatus = new EnumMap<>(DependencyStatus.class);
        some.forEach(one -> byStatus.merge(one.status().value(), 1, Integer::sum));
        return new CountedDependencies(
                some.size(),
                byStatus,
                some.stream()
                        .min(Comparator.comparingInt(
                                one -> WORST.indexOf(one.status().value())))
                        .orElseThrow()
                        .status(),
                some.stream()
                        .filter(DependencyState::isConflict)
                        .map(one -> new CountedDependency(
                                one.dependency(),
                                Objects.requireNonNull(one.promisedFor()).fact()))
                        .toList(),
                some.stream()
                        .map(one -> new CountedDependency(
                                one.dependency(), one.status().fact()))
                        .toList());
    }
}
