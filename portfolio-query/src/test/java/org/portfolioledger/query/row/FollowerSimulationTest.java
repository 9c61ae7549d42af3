package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Says the seed of what fails; {@code -Dsimulation.seed=N} runs it alone and prints each of its steps. */
class FollowerSimulationTest {

    private static final int SEEDS = "long".equals(System.getProperty("suite.size")) ? 100_000 : 300;

    @Test
    void whatever_crashes_or_is_lost_each_fact_is_kept_once_and_exactly_what_cannot_be_folded_stands_still() {
        Long chosen = Long.getLong("simulation.seed");
        if (chosen != null) {
            System.out.println(String.join("\n", trace(chosen)));
            run(chosen);
            return;
        }
        Set<FollowerSimulation.Met> met = new HashSet<>();
        long start = System.nanoTime();
        LongStream.range(0, SEEDS).forEach(seed -> met.addAll(run(seed)));
        System.out.printf(
                Locale.ROOT,
                "%,d simulated lives of followers in %s s%n",
                SEEDS,
                (System.nanoTime() - start) / 1_000_000_000);
        assertThat(met).as("what the seeds lead to").contains(FollowerSimulation.Met.values());
    }

    @Test
    void a_seed_replays_the_same_steps() {
        for (long seed = 0; seed < 20; seed++) assertThat(trace(seed)).isEqualTo(trace(seed));
        assertThat(trace(1)).isNotEqualTo(trace(2)).hasSizeGreaterThan(50);
    }

    private static Set<FollowerSimulation.Met> run(long seed) {
        try {
            return new FollowerSimulation(seed, null).run();
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private static List<String> trace(long seed) {
        List<String> trace = new ArrayList<>();
        try {
            new FollowerSimulation(seed, trace).run();
        } catch (AssertionError e) {
            trace.add(String.valueOf(e.getMessage()));
        }
        return trace;
    }
}
