package org.portfolioledger.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.portfolioledger.ledger.GroupAppender.Limits;
import org.portfolioledger.ledger.simulation.Machine;
import org.portfolioledger.ledger.simulation.ModelLedger;
import org.portfolioledger.ledger.simulation.SimulatedLock;
import org.portfolioledger.ledger.simulation.Simulation;

/** A process with the appender as it runs in production, from its start to its crash or end. */
final class SimulatedNode {

    /** What the caller hears of a node that crashed. */
    static final String CRASHED = "the connection to the node is lost";

    /** When everybody who was sent for has long been answered. */
    private static final Duration LAST_CALL = Duration.ofMinutes(10);

    private final Simulation simulation;
    private final Machine machine;
    private final Limits limits;
    private final FaultyConnection connection;
    private final GroupAppender appender;
    private final List<CompletableFuture<Object>> unanswered = new ArrayList<>();

    SimulatedNode(String name, Simulation simulation, ModelLedger database, Weather weather, Book book, Limits limits) {
        this.simulation = simulation;
        this.machine = new Machine(name);
        this.limits = limits;
        this.connection = new FaultyConnection(simulation, database, weather, book, limits.batch());
        this.appender = new GroupAppender(connection, limits, sleeper(), new SimulatedLock(simulation, machine));
    }

    private Sleeper sleeper() {
        return new Sleeper() {

            @Override
            public long nanoTime() {
                simulation.pass();
                return simulation.nanoTime();
            }

            @Override
            public void sleep(Duration pause) throws InterruptedException {
                simulation.sleep(pause);
            }
        };
    }

    /** Appends on a thread of the node; the answer is an outcome, why it failed, or {@link #CRASHED}. */
    CompletableFuture<Object> serve(AppendRequest unit, boolean interrupted) {
        return serve(unit.command().key(), () -> appender.append(unit), interrupted);
    }

    /** Appends a continuation; the answer is a list of outcomes, why it failed, or {@link #CRASHED}. */
    CompletableFuture<Object> serve(Continuation continuation, boolean interrupted) {
        String name = continuation.requests().getFirst().command().key() + " and on";
        return serve(name, () -> appender.append(continuation), interrupted);
    }

    private CompletableFuture<Object> serve(String what, Supplier<Object> append, boolean interrupted) {
        var answer = new CompletableFuture<Object>();
        unanswered.add(answer);
        String name = machine + " " + what;
        Thread thread = simulation.start(machine, name, () -> answer.complete(answered(append)));
        if (interrupted)
            simulation.after(simulation.within(Duration.ofMillis(30)), "interrupt " + name, thread::interrupt);
        return answer;
    }

    private static Object answered(Supplier<Object> append) {
        try {
            return append.get();
        } catch (LedgerBusy | LedgerStopping | LedgerUnavailable | InvalidAppend e) {
            return e;
        }
    }

    void crash() {
        machine.crash();
        unanswered.forEach(answer -> answer.complete(CRASHED));
    }

    void drain(Duration longest) {
        simulation.start(machine, machine + " drain", () -> {
            if (!appender.drain(longest)) return;
            if (simulation.nanoTime() > LAST_CALL.toNanos()) throw new AssertionError("drained long ago");
            if (connection.isBusy() || appender.waiting() > 0) throw new AssertionError("drained in the middle");
            connection.close();
        });
    }

    void requireBounded() {
        if (appender.waiting() > limits.queue()) throw new AssertionError("the queue is over its bound");
    }
}
