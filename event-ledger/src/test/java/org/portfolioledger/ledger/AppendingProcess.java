package org.portfolioledger.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Repeated;

/**
 * A process that appends: told to go, its writers append command after command, each to a stream of its own, until the
 * process is killed or told to end. It begins with what a process before it has left without an acknowledgement.
 */
final class AppendingProcess {

    static final int WRITERS = 16;

    private final Path folder;
    private final GroupAppender appender;
    private final AppendMarks marks;
    private volatile boolean ending;

    private AppendingProcess(Path folder, GroupAppender appender) throws IOException {
        this.folder = folder;
        this.appender = appender;
        this.marks = new AppendMarks(folder);
    }

    /** Takes the database's address, the folder of its journals, and the file that it makes when it is ready. */
    public static void main(String[] arguments) throws Exception {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(arguments[0]);
            pool.setUsername("postgres");
            pool.addDataSourceProperty("options", "-c role=ledger_appender");
            pool.addDataSourceProperty("ApplicationName", "appending");
            pool.setMaximumPoolSize(4);
            pool.setConnectionTimeout(2_000);
            var ledger = new Ledger(pool);
            ledger.head();
            var process = new AppendingProcess(Path.of(arguments[1]), new GroupAppender(ledger));
            Files.createFile(Path.of(arguments[2]));
            if ("go".equals(orders.readLine())) process.appendUntil(orders);
        }
    }

    /** Nothing to read any more, where the process that started it is gone, is an end as well. */
    private void appendUntil(BufferedReader orders) throws Exception {
        List<Thread> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> Thread.ofPlatform().start(() -> write(writer)))
                .toList();
        orders.readLine();
        ending = true;
        for (Thread writer : writers) writer.join();
    }

    private void write(int writer) {
        var pause = new Random();
        try {
            var before = new Journal(folder, writer);
            try (OutputStream journal = before.open()) {
                int n = before.next();
                if (before.sent().contains(n)) send(journal, writer, n++);
                while (!ending) {
                    send(journal, writer, n++);
                    Thread.sleep(pause.nextInt(10));
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends every fifth again when its outcome is known: it must be told the same. */
    private void send(OutputStream journal, int writer, int n) throws IOException {
        Journal.sends(journal, n);
        PositionRange told = told(journal, writer, n);
        if (n % 5 == 0) {
            PositionRange again = told(journal, writer, n);
            if (!again.equals(told)) Journal.isWronged(journal, n, again);
        }
        Journal.isTold(journal, n, told.first(), told.last());
        marks.answer();
    }

    private PositionRange told(OutputStream journal, int writer, int n) throws IOException {
        while (true) {
            marks.enter(writer);
            try {
                switch (appender.append(unit(writer, n))) {
                    case Appended(long first, long last, var _, var _) -> {
                        return new PositionRange(first, last);
                    }
                    case Repeated(PositionRange positions)
                    when positions != null -> {
                        return positions;
                    }
                    case Outcome other -> {
                        Journal.isWronged(journal, n, other);
                        throw new IllegalStateException("no command of its gets " + other);
                    }
                }
            } catch (LedgerUnavailable e) {
                Journal.sends(journal, n);
            } finally {
                marks.leave(writer);
            }
        }
    }

    /** Command {@code n} of a writer, the same whoever sends it: two events where n divides by three, else one. */
    static AppendRequest unit(int writer, int n) {
        long sequence = (4L * n + 2) / 3;
        var events = new ArrayList<NewEvent>();
        for (int i = 0; i < (n % 3 == 0 ? 2 : 1); i++)
            events.add(new NewEvent(
                    eventId(writer, sequence + i),
                    "case-" + writer,
                    sequence + i,
                    "noted",
                    1,
                    Units.json("{\"n\": %s}".formatted(n)),
                    Units.json("{}"),
                    LocalDate.of(2026, 4, 1)));
        return new AppendRequest(key(writer, n), "f" + n, "MPS", null, events, List.of());
    }

    static CommandKey key(int writer, int n) {
        return new CommandKey("writer-" + writer, "n-" + n);
    }

    private static UUID eventId(int writer, long sequence) {
        return UUID.nameUUIDFromBytes("%s %s".formatted(writer, sequence).getBytes(StandardCharsets.UTF_8));
    }
}
