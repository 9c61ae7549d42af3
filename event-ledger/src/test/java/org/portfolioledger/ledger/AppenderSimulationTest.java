package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.Outcome.KeyReused;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.portfolioledger.ledger.Outcome.NoEvents;
import org.portfolioledger.ledger.Outcome.Repeated;

/** Says the seed of what fails; {@code -Dsimulation.seed=N} runs it alone and prints each of its steps. */
class AppenderSimulationTest {

    private static final int SEEDS = "long".equals(System.getProperty("suite.size")) ? 100_000 : 1_000;

    private static final Class<?>[] ANSWERS = {
        Appended.class,
        NoEvents.class,
        Repeated.class,
        KeyReused.class,
        Conflict.class,
        KnownAtRefused.class,
        LedgerBusy.class,
        LedgerStopping.class,
        LedgerUnavailable.class,
        InvalidAppend.class,
        SimulatedNode.CRASHED.getClass()
    };

    @Test
    void whatever_crashes_or_is_lost_each_unit_is_appended_once_and_everybody_learns_what_is_true() {
        Long chosen = Long.getLong("simulation.seed");
        if (chosen != null) {
            System.out.println(String.join("\n", trace(chosen)));
            run(chosen);
            return;
        }
        var answers = new HashSet<Class<?>>();
        LongStream.range(0, SEEDS).forEach(seed -> answers.addAll(run(seed)));
        assertThat(answers).as("what the seeds lead to").contains(ANSWERS);
    }

    /** A call that was lost appends late, after another call of the same requests was refused for one of them. */
    @Test
    void what_failed_once_fails_no_more() {
        run(5636);
    }

    @Test
    void a_seed_replays_the_same_steps() {
        for (long seed = 0; seed < 20; seed++) assertThat(trace(seed)).isEqualTo(trace(seed));
        assertThat(trace(1)).isNotEqualTo(trace(2)).hasSizeGreaterThan(50);
    }

    private static Set<Class<?>> run(long seed) {
        try {
            return new AppenderSimulation(seed, null).run();
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private static List<String> trace(long seed) {
        var trace = new ArrayList<String>();
        try {
            new AppenderSimulation(seed, trace).run();
        } catch (AssertionError e) {
            trace.add(String.valueOf(e.getMessage()));
        }
        return trace;
    }
}
