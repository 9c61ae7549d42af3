package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.portfolioledger.ledger.simulation.ModelLedger;
import org.portfolioledger.ledger.simulation.Simulation;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;

/** One node's way to the model of the database, on which calls and answers are lost and overtake each other. */
final class FaultyConnection implements AppendTarget {

    private static final Duration TRIP = Duration.ofMillis(10);
    private static final Duration LOST_CALL = Duration.ofSeconds(2);

    private final Simulation simulation;
    private final ModelLedger database;
    private final Weather weather;
    private final Book book;
    private final int batch;
    private boolean busy;
    private boolean closed;

    FaultyConnection(Simulation simulation, ModelLedger database, Weather weather, Book book, int batch) {
        this.simulation = simulation;
        this.database = database;
        this.weather = weather;
        this.book = book;
        this.batch = batch;
    }

    @Override
    public List<Outcome> append(List<AppendRequest> units, Duration timeout) {
        assertThat(units).as("one transaction").hasSizeLessThanOrEqualTo(batch);
        return append(units, () -> database.append(units, simulation.now()));
    }

    @Override
    public List<Outcome> append(Continuation continuation, Duration timeout) {
        return append(continuation.requests(), () -> database.append(continuation, simulation.now()));
    }

    private List<Outcome> append(List<AppendRequest> units, Supplier<List<Outcome>> commit) {
        assertThat(busy).as("two transactions at once").isFalse();
        assertThat(closed).as("an append after a drain that ended").isFalse();
        busy = true;
        try {
            connect();
            return call(units, commit).join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        } finally {
            busy = false;
        }
    }

    /** As with a pool, whoever is interrupted gets no connection. */
    private void connect() {
        try {
            if (Thread.interrupted()) throw new InterruptedException();
            if (simulation.happens(30)) simulation.sleep(simulation.within(TRIP));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncategorizedSQLException("connect", null, new SQLException(e));
        }
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        simulation.pass();
        if (weather.fate() != Weather.Fate.ANSWERED) throw lost();
        return database.at(position);
    }

    boolean isBusy() {
        return busy;
    }

    /** After this nothing may be appended through it. */
    void close() {
        closed = true;
    }

    private CompletableFuture<List<Outcome>> call(List<AppendRequest> units, Supplier<List<Outcome>> commit) {
        var answer = new CompletableFuture<List<Outcome>>();
        Duration trip = simulation.within(TRIP);
        switch (weather.fate()) {
            case ANSWERED -> simulation.after(trip, "commit", () -> commit(units, commit, answer, true));
            case LOST_ANSWER ->
                simulation.after(trip, "commit without answer", () -> commit(units, commit, answer, false));
            case LOST_CALL -> simulation.after(trip, "lost", () -> answer.completeExceptionally(lost()));
            case LATE_COMMIT -> {
                simulation.after(trip, "lost for now", () -> answer.completeExceptionally(lost()));
                simulation.after(
                        simulation.within(LOST_CALL), "late commit", () -> commit(units, commit, answer, false));
            }
        }
        return answer;
    }

    private void commit(
            List<AppendRequest> units,
            Supplier<List<Outcome>> commit,
            CompletableFuture<List<Outcome>> answer,
            boolean heard) {
        Duration trip = simulation.within(TRIP);
        try {
            List<Outcome> outcomes = commit.get();
            book.committed(units, outcomes);
            if (heard) simulation.after(trip, "answer", () -> answer.complete(outcomes));
        } catch (InvalidAppend e) {
            if (heard) simulation.after(trip, "refusal", () -> answer.completeExceptionally(e));
        }
        if (!heard) simulation.after(trip, "lost", () -> answer.completeExceptionally(lost()));
    }

    private static DataAccessResourceFailureException lost() {
        return new DataAccessResourceFailureException("the connection is lost");
    }
}
