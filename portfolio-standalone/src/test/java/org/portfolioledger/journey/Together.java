package org.portfolioledger.journey;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets several act at one moment: each waits at a barrier for the last. */
final class Together {

    private Together() {}

    /** What each of them came to, in the order of their numbers, which begin at 0. */
    static <T> List<T> act(int many, IntFunction<T> each) {
        CyclicBarrier barrier = new CyclicBarrier(many);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> acts = IntStream.range(0, many)
                    .mapToObj(number -> threads.submit(() -> {
                        await(barrier);
                        return each.apply(number);
                    }))
                    .toList();
            threads.shutdown();
            return acts.stream().map(Together::outcome).toList();
        }
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static <T> T outcome(Future<T> act) {
        try {
            return act.get();
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        } catch (ExecutionException fault) {
            throw new AssertionError(fault.getCause());
        }
    }
}
