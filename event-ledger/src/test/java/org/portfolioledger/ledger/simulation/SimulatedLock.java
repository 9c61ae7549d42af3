package org.portfolioledger.ledger.simulation;

import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A lock before and after which any other thread may go first, and whose conditions wait by the simulation's clock. */
@SuppressWarnings("serial") // Nobody writes it anywhere.
public final class SimulatedLock extends ReentrantLock {

    private final transient Simulation simulation;
    private final transient Machine machine;

    public SimulatedLock(Simulation simulation, Machine machine) {
        this.simulation = simulation;
        this.machine = machine;
    }

    @Override
    public void lock() {
        simulation.pass();
        super.lock();
    }

    @Override
    public void unlock() {
        super.unlock();
        simulation.pass();
    }

    @Override
    public Condition newCondition() {
        return new Waits(super.newCondition());
    }

    @SuppressWarnings("WaitNotInLoop") // Its callers loop.
    private final class Waits implements Condition {

        private final Condition condition;

        Waits(Condition condition) {
            this.condition = condition;
        }

        @Override
        public void await() throws InterruptedException {
            condition.await();
        }

        @Override
        public void awaitUninterruptibly() {
            condition.awaitUninterruptibly();
        }

        /** At its time everybody is woken, as conditions allow. */
        @Override
        public long awaitNanos(long longest) throws InterruptedException {
            long end = simulation.nanoTime() + longest;
            simulation.after(
                    Duration.ofNanos(longest), "time is up", () -> simulation.start(machine, "alarm", this::wake));
            condition.await();
            return end - simulation.nanoTime();
        }

        private void wake() {
            lock();
            try {
                condition.signalAll();
            } finally {
                unlock();
            }
        }

        @Override
        public boolean await(long time, TimeUnit unit) throws InterruptedException {
            return awaitNanos(unit.toNanos(time)) > 0;
        }

        @Override
        public boolean awaitUntil(Date deadline) {
            throw new UnsupportedOperationException("the simulation has no wall clock");
        }

        @Override
        public void signal() {
            condition.signal();
        }

        @Override
        public void signalAll() {
            condition.signalAll();
        }
    }
}
