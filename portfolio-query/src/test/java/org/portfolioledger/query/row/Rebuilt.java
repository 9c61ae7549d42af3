package org.portfolioledger.query.row;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Supplier;
import org.portfolioledger.query.row.Generation.State;

/** Rebuilds, and tells what came of it. */
final class Rebuilt {

    private Rebuilt() {}

    /** Where no process watches over it: step by step, on the test's own thread. */
    static Generation rows(RowProjection projection) {
        Generation request = projection.rebuild().ask("p-test", "A test", true).orElseThrow();
        while (projection.rebuild().step()) {}
        Generation built = projection.generations().find(request.number()).orElseThrow();
        if (built.state() != State.LIVE) throw new AssertionError(built);
        return built;
    }

    /** Asks for a rebuild that accepts no differences, and returns it once it is stopped. */
    static Generation stopped(RowProjection projection) {
        int asked = projection
                .rebuild()
                .ask("p-test", "A test", false)
                .orElseThrow()
                .number();
        while (projection.rebuild().step()) {}
        Generation stopped = projection.generations().find(asked).orElseThrow();
        if (stopped.state() != State.FAILED) throw new AssertionError(stopped);
        return stopped;
    }

    /** Where a process watches over the rebuild. */
    static Generation byItsProcess(RowProjection projection) {
        int request =
                projection.rebuild().ask("p-test", "A test", true).orElseThrow().number();
        Supplier<Generation> found =
                () -> projection.generations().find(request).orElseThrow();
        await().atMost(Duration.ofSeconds(60)).until(() -> found.get().state() != State.BUILDING);
        if (found.get().state() != State.LIVE) throw new AssertionError(found.get());
        return found.get();
    }

    static boolean areSame(RowProjection projection) {
        return Boolean.TRUE.equals(rows(projection).same());
    }

    /** Digest over the live rows. */
    static String digest(RowProjection projection) {
        Generation live = projection.generations().live();
        return projection
                .generations()
                .digest(
                        live.number(),
                        live.position(),
                        live.revisions().byKind().keySet());
    }
}
