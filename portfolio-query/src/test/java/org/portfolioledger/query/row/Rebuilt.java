package org.portfolioledger.query.row;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Supplier;
import org.portfolioledger.query.row.Generation.State;

/** Rebuilds, and tells what came of it. */
final class Rebuilt {

    private Rebuilt() {}

    /** Where no process watches over it: step by step, on the test's own thread. */
    static Generation rows(Keeping keeping) {
        Generation asked = keeping.rebuild().ask("p-test", "A test").orElseThrow();
        while (keeping.rebuild().step()) {}
        Generation built = keeping.generations().find(asked.number()).orElseThrow();
        if (built.state() != State.LIVE) throw new AssertionError(built);
        return built;
    }

    /** Where a process watches over the rebuild. */
    static Generation byItsProcess(Keeping keeping) {
        int asked = keeping.rebuild().ask("p-test", "A test").orElseThrow().number();
        Supplier<Generation> found = () -> keeping.generations().find(asked).orElseThrow();
        await().atMost(Duration.ofSeconds(60)).until(() -> found.get().state() != State.BUILDING);
        if (found.get().state() != State.LIVE) throw new AssertionError(found.get());
        return found.get();
    }

    static boolean areSame(Keeping keeping) {
        return Boolean.TRUE.equals(rows(keeping).same());
    }

    /** Digest over the live rows. */
    static String digest(Keeping keeping) {
        Generation live = keeping.generations().live();
        return keeping.generations().digest(live.number(), live.position());
    }
}
