package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerMigration;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Facts appended in a second through the ledger, against plain one-row INSERT and COMMIT over the same columns and
 * indexes, at 1, 16 and 64 writers. The two take turns in one run on one server; what counts is the ratio.
 *
 * <p>The plain rows carry no proof: no gapless position, no guard, no idempotency, no hash.
 */
public final class AppendBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int SECONDS = Integer.getInteger("seconds", 4);
    private static final int[] WRITERS = {1, 16, 64};
    private static final byte[] PAYLOAD = """
            {"initiative":"PG-TPDEV","scheme":"MPS_2011","schemeVersion":1,"criterion":"RISKS_AND_MITIGATION","rating":"AMBER",\
            "assessor":"PORTFOLIO_OFFICE","rationale":"Depends on other programmes; HR lead times are long",\
            "provenance":{"effectiveOn":"2011-06-13"}}""".getBytes(StandardCharsets.UTF_8);
    private static final byte[] METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private AppendBenchmark() {}

    /** One writer's next fact. */
    private interface Writer {
        void write(String stream, long sequence) throws SQLException;
    }

    public static void main(String... arguments) throws Exception {
        Path folder = Files.createTempDirectory("append-benchmark");
        try (EmbeddedPostgres postgres = server(folder)) {
            DataSource owner = postgres.getPostgresDatabase();
            LedgerMigration.migrate(owner);
            createPlainTable(owner);
            try (HikariDataSource pool = pool(owner)) {
                GroupAppender appender = new GroupAppender(new Ledger(pool));
                measure((stream, sequence) -> append(appender, stream, sequence), pool);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void measure(Writer ledger, HikariDataSource pool) throws InterruptedException {
        Writer plain = (stream, sequence) -> insert(pool, stream, sequence);
        System.out.printf("facts a second, median of %s interleaved rounds of %s s each%n", ROUNDS, SECONDS);
        System.out.printf("%8s %12s %12s %8s   (ratio by round)%n", "writers", "ledger", "plain", "ratio");
        run(ledger, 4, 2);
        run(plain, 4, 2);
        for (int writers : WRITERS) {
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                boolean first = round % 2 == 0;
                double a = first ? run(ledger, writers, SECONDS) : 0;
                double b = run(plain, writers, SECONDS);
                if (!first) a = run(ledger, writers, SECONDS);
                ours.add(a);
                theirs.add(b);
                ratios.add(a / b);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%8d %12.0f %12.0f %8.2f   %s%n",
                    writers,
                    median(ours),
                    median(theirs),
                    median(ratios),
                    ratios.stream()
                            .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                            .toList());
        }
    }

    private static double run(Writer writer, int writers, int seconds) throws InterruptedException {
        AtomicLong written = new AtomicLong();
        CountDownLatch ended = new CountDownLatch(writers);
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        for (int i = 0; i < writers; i++) {
            String stream = "rag-" + UUID.randomUUID();
            Thread.startVirtualThread(() -> {
                try {
                    for (long sequence = 0; System.nanoTime() < end; sequence++) {
                        writer.write(stream, sequence);
                        written.incrementAndGet();
                    }
                } catch (SQLException fault) {
                    throw new IllegalStateException(fault);
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        return written.get() * 1e9 / (System.nanoTime() - begun);
    }

    private static void append(GroupAppender appender, String stream, long sequence) {
        NewEvent event = new NewEvent(
                UUID.randomUUID(), stream, sequence, "rag-assessed", 1, PAYLOAD, METADATA, LocalDate.of(2011, 6, 13));
        AppendRequest unit = new AppendRequest(
                new CommandKey("bench", UUID.randomUUID().toString()), "f", "BENCH", null, List.of(event), List.of());
        if (!(appender.append(unit) instanceof Outcome.Appended))
            throw new IllegalStateException("a unit was not appended");
    }

    private static void insert(DataSource pool, String stream, long sequence) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into plain.event (event_id, register, stream, sequence, type, revision, payload, metadata,"
                                + " effective_on, known_at, recorded_at, actor, command, basis, leaf_hash)"
                                + " values (?, 'BENCH', ?, ?, 'rag-assessed', 1, ?, ?, ?, ?, ?, 'bench', ?, '[]'::bytea, ?)")) {
            OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, stream);
            insert.setLong(3, sequence);
            insert.setBytes(4, PAYLOAD);
            insert.setBytes(5, METADATA);
            insert.setObject(6, LocalDate.of(2011, 6, 13));
            insert.setObject(7, now);
            insert.setObject(8, now);
            insert.setString(9, UUID.randomUUID().toString());
            insert.setBytes(10, new byte[32]);
            insert.executeUpdate();
        }
    }

    private static void createPlainTable(DataSource owner) {
        JdbcClient jdbc = JdbcClient.create(owner);
        jdbc.sql("create schema plain").update();
        jdbc.sql("create table plain.event (position bigint generated always as identity primary key,"
                        + " event_id uuid not null unique, register text not null, stream text not null,"
                        + " sequence bigint not null, type text not null, revision int not null, payload bytea not null,"
                        + " metadata bytea not null, effective_on date not null, known_at timestamptz not null,"
                        + " recorded_at timestamptz not null, actor text not null, command text not null,"
                        + " basis bytea not null, leaf_hash bytea not null, unique (stream, sequence))")
                .update();
        jdbc.sql("create index on plain.event (register, known_at, position)").update();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static EmbeddedPostgres server(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start();
    }

    private static HikariDataSource pool(DataSource owner) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(owner);
        config.setMaximumPoolSize(64);
        return new HikariDataSource(config);
    }
}
