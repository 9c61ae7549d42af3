package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.ledger.Journal.Acknowledged;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is killed while sixteen writers append, what was acknowledged is there, and there once. */
class KillTest {

    private static final int KILLS = SuiteSize.LONG ? 200 : 4;
    private static final int STOPS = SuiteSize.LONG ? 20 : 2;

    private final long seed = Long.getLong("kill.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    private Path folder = Path.of("");

    private final List<Appending> started = new ArrayList<>();

    private Appending start(String url) throws IOException {
        var appending = new Appending(url, folder, started.size());
        started.add(appending);
        return appending;
    }

    @AfterEach
    void nothing_is_left_running() {
        started.forEach(Appending::kill);
    }

    @Test
    void a_process_that_is_killed_again_and_again_loses_and_doubles_nothing() throws Exception {
        LedgerDatabase database = LedgerDatabase.fresh();
        var marks = new AppendMarks(folder);
        int inside = 0;
        Appending running = start(database.url());
        for (int kill = 1; kill <= KILLS; kill++) {
            // Started before the kill, so that its start costs no time in which nobody appends.
            Appending next = start(database.url());
            marks.clear();
            running.go();
            atSomePoint(kill, marks, JdbcClient.create(database.owner()));
            assertThat(running.kill()).as("killed, and not ended of itself").isTrue();
            if (marks.inside() > 0) inside++;
            running = next;
        }
        running.go();
        running.end();

        assertThat(inside).as("inside an append, seed %d", seed).isGreaterThanOrEqualTo(KILLS / 2);
        System.out.printf(
                "Killed processes: kills %s, inside an append %s, %s%n", KILLS, inside, told(database.owner()));
    }

    @Test
    void a_database_that_is_stopped_at_once_again_and_again_loses_and_doubles_nothing() throws Exception {
        int inside = 0;
        try (var server = new CrashingServer(folder.resolve("data"))) {
            LedgerMigration.migrate(server.owner());
            var marks = new AppendMarks(folder);
            Appending appending = start(server.url());
            appending.go();
            for (int stop = 1; stop <= STOPS; stop++) {
                atSomePoint(stop, marks, JdbcClient.create(server.owner()));
                if (marks.inside() > 0) inside++;
                server.crash();
                server.startAgain();
            }
            appending.end();

            assertThat(inside).as("inside an append, seed %d", seed).isGreaterThanOrEqualTo(STOPS / 2);
            System.out.printf(
                    "Stopped databases: stops %s, inside an append %s, %s%n", STOPS, inside, told(server.owner()));
        }
    }

    /** Every fourth time at any moment; else after some answers, and half of these when the database is at an append. */
    private void atSomePoint(int kill, AppendMarks marks, JdbcClient database) throws InterruptedException {
        if (kill % 4 != 0) {
            int enough = marks.answered() + random.nextInt(200);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> marks.answered() >= enough);
        }
        Thread.sleep(random.nextInt(20));
        if (kill % 2 == 1) Appending.awaitAppend(database);
    }

    /** Compares what the writers were told with what is in the ledger, and sums it up. */
    private String told(DataSource owner) throws Exception {
        var ledger = new Ledger(owner);
        List<StoredEvent> events = ledger.after(0, Integer.MAX_VALUE);
        var lost = new ArrayList<CommandKey>();
        var expected = new HashSet<UUID>();
        int acknowledged = 0;
        int again = 0;
        for (int writer = 0; writer < AppendingProcess.WRITERS; writer++) {
            var journal = new Journal(folder, writer);
            assertThat(journal.wrong()).as("wrong answers, seed %d", seed).isEmpty();
            assertThat(new HashSet<>(journal.sent()))
                    .as("sent and acknowledged")
                    .hasSize(journal.next());
            for (Acknowledged told : journal.acknowledged()) {
                AppendRequest unit = AppendingProcess.unit(writer, told.n());
                unit.events().forEach(event -> expected.add(event.eventId()));
                if (!isAsTold(events, unit, told)) lost.add(unit.command());
            }
            acknowledged += journal.next();
            again += journal.sent().size() - journal.next();
        }

        List<CommandKey> doubled = events.stream()
                .filter(event -> !expected.remove(event.eventId()))
                .map(StoredEvent::command)
                .toList();
        assertThat(lost).as("lost, seed %d", seed).isEmpty();
        assertThat(doubled).as("doubled or never sent, seed %d", seed).isEmpty();
        assertThat(expected).as("missing, seed %d", seed).isEmpty();
        assertThat(events)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ledger.head().position())
                                .boxed()
                                .toList());
        assertThat(events).allMatch(event -> Arrays.equals(event.leafHash(), LeafHash.of(event)));
        assertThat(commandsThatDoNotFitTheirEvents(owner)).isZero();
        return "commands acknowledged %s, sent again %s, lost %s, doubled %s, positions 1..%s"
                .formatted(acknowledged, again, lost.size(), doubled.size(), events.size());
    }

    private static boolean isAsTold(List<StoredEvent> all, AppendRequest unit, Acknowledged told) {
        return told.last() <= all.size()
                && all.subList(Math.toIntExact(told.first()) - 1, Math.toIntExact(told.last())).stream()
                        .map(StoredEvent::eventId)
                        .toList()
                        .equals(unit.events().stream().map(NewEvent::eventId).toList());
    }

    private static int commandsThatDoNotFitTheirEvents(DataSource owner) {
        return JdbcClient.create(owner).sql("""
                        select count(*) from ledger.command c
                        full join (select actor, command as key, min(position) as first_position,
                                max(position) as last_position, count(*) as events
                            from ledger.event group by actor, command) e using (actor, key, first_position, last_position)
                        where c.fingerprint is null or e.events is distinct from last_position - first_position + 1""").query(Integer.class).single();
    }
}
