package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.keyed;
import static org.portfolioledger.ledger.Units.known;
import static org.portfolioledger.ledger.Units.unit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.portfolioledger.ledger.Outcome.Repeated;
import org.portfolioledger.ledger.backup.BackedUpSchema;
import org.portfolioledger.ledger.backup.Backup;
import org.portfolioledger.ledger.backup.BackupRefused;
import org.portfolioledger.ledger.backup.Manifest;
import org.portfolioledger.ledger.backup.Restore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a backup holds, where it is restored, and what is refused. */
class BackupTest {

    private static final boolean LONG = "long".equals(System.getProperty("suite.size"));
    private static final int BACKUPS = LONG ? 50 : 3;
    private static final int WRITERS = 8;
    private static final CommandKey FIRST = new CommandKey("a.clerk", "first");

    /** A schema beside the ledger, whose table numbers its rows. */
    private static final BackedUpSchema SHOP = new BackedUpSchema(
            "shop",
            "1",
            List.of("customer"),
            owner -> JdbcClient.create(owner).sql("""
                    create schema if not exists shop;
                    create table if not exists shop.customer (number bigint generated always as identity, name text)""").update());

    @TempDir
    private Path folder = Path.of("");

    private final LedgerDatabase source = LedgerDatabase.fresh();
    private final LedgerDatabase target = LedgerDatabase.bare();
    private final Ledger ledger = new Ledger(source.appender());
    private final Backup backup = new Backup(source.appender(), SHOP);
    private final Restore restore = new Restore(target.owner(), SHOP);

    @BeforeEach
    void a_register_that_migrates_and_one_that_is_live() {
        SHOP.migration().accept(source.owner());
        JdbcClient.create(source.owner())
                .sql("grant usage on schema shop to public; grant select on shop.customer to public;"
                        + " insert into shop.customer (name) values ('tab\there, \\ and \u20ac'), (null)")
                .update();
        ledger.append(List.of(
                known("OLD", "2011-06-13T09:00:00.000001Z", event("old-1", 0), event("old-2", 0)),
                known("OLD", "2012-01-01T09:00:00Z", event("old-1", 1)),
                keyed(FIRST, "f1", event("case-1", 0)),
                unit("MPS", event("case-1", 1), event("case-2", 0))));
    }

    @Test
    void what_is_restored_elsewhere_is_what_there_was() {
        Manifest written = backup.write(file());
        Manifest read = restore.from(file());

        assertThat(read).isEqualTo(written);
        assertThat(written.ledger().position()).isEqualTo(6);
        LedgerCheck.requireSound(target.appender());
        assertSameLedger(6);
        assertThat(customers(target)).isEqualTo(customers(source)).hasSize(2);
    }

    @Test
    void an_empty_ledger_can_be_backed_up_too() {
        Path file = folder.resolve("empty.zip");
        LedgerDatabase empty = LedgerDatabase.fresh();
        new Backup(empty.appender()).write(file);
        new Restore(target.owner()).from(file);

        assertThat(new Ledger(target.appender()).append(List.of(unit("MPS", event("case-1", 0)))))
                .first()
                .isInstanceOf(Appended.class);
    }

    @Test
    void appends_go_on_behind_the_head_and_old_keys_are_answered_as_repeated() {
        backup.write(file());
        restore.from(file());
        Ledger restored = new Ledger(target.appender());

        List<Outcome> outcomes = restored.append(List.of(
                keyed(FIRST, "f1", event("case-1", 0)),
                known("MPS", "2013-01-01T00:00:00Z", event("case-3", 0)),
                known("OLD", "2011-12-31T00:00:00Z", event("old-1", 2)),
                known("OLD", "2012-01-02T00:00:00Z", event("old-1", 2)),
                unit("MPS", event("case-1", 2))));

        assertThat(outcomes.get(0)).isEqualTo(new Repeated(new PositionRange(4, 4)));
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        KnownAtRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(KnownAtRefused.Reason.REGISTER_IS_LIVE));
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        KnownAtRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(KnownAtRefused.Reason.GOES_BACK));
        assertThat(outcomes.get(3))
                .isInstanceOfSatisfying(
                        Appended.class, appended -> assertThat(appended.first()).isEqualTo(7));
        assertThat(outcomes.get(4))
                .isInstanceOfSatisfying(
                        Appended.class, appended -> assertThat(appended.first()).isEqualTo(8));
        assertThat(JdbcClient.create(target.owner())
                        .sql("insert into shop.customer (name) values ('next') returning number")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void what_is_appended_while_it_is_written_is_not_in_it_and_it_has_no_name_before_it_is_whole() throws Exception {
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Manifest> written;
            List<Path> unfinished;
            try (Connection connection = source.owner().getConnection();
                    var lock = connection.createStatement()) {
                connection.setAutoCommit(false);
                lock.execute("lock table shop.customer in access exclusive mode");
                lock.execute("insert into shop.customer (name) values ('too late')");
                written = other.submit(() -> backup.write(file()));
                // The ledger's tables are written by then, and the last waits.
                await().until(() -> HeadLock.waiting(source) == 1);

                append(WRITERS, 5);
                unfinished = files();
                assertThat(unfinished)
                        .singleElement()
                        .asString()
                        .contains("backup.zip.")
                        .endsWith(".unfinished");
                assertThatThrownBy(() -> restore.from(unfinished.getFirst())).isInstanceOf(BackupRefused.class);
                connection.commit();
            }
            assertThat(Threads.result(written).ledger().position()).isEqualTo(6);
        }
        assertThat(files()).containsExactly(file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(ledger.head().position()).isEqualTo(6 + WRITERS * 5);

        restore.from(file());
        assertSameLedger(6);
        assertThat(customers(source)).hasSize(3);
        assertThat(customers(target)).hasSize(2);
    }

    @Test
    void each_of_many_backups_under_many_writers_is_one_moment_of_the_ledger() throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> all = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> writers.submit(() -> {
                        for (long sequence = 0; going.get(); sequence++)
                            ledger.append(List.of(unit("MPS", event("stream-" + writer, sequence))));
                    }))
                    .toList();
            try {
                for (int number = 0; number < BACKUPS; number++) {
                    long before = ledger.head().position();
                    await().until(() -> ledger.head().position() > before);
                    Path file = folder.resolve("moment-" + number);
                    Manifest written = backup.write(file);
                    assertThat(written.ledger().position()).isGreaterThan(before);
                    LedgerDatabase elsewhere = LedgerDatabase.bare();
                    new Restore(elsewhere.owner(), SHOP).from(file);
                    assertSameLedger(elsewhere, written.ledger().position());
                    Files.delete(file);
                }
            } finally {
                going.set(false);
            }
            all.forEach(Threads::result);
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage(
                        "a byte of a payload",
                        "The backup is damaged: its ledger.event does not",
                        (file) -> BackupFiles.changed(
                                file, "ledger.event", lines -> lines.replaceFirst("7b226e22", "7b226d22"))),
                damage(
                        "a line",
                        "The backup is damaged: its ledger.command does not",
                        (file) -> BackupFiles.changed(file, "ledger.command", lines -> BackupFiles.without(lines, 1))),
                damage(
                        "a payload, forged",
                        "The ledger is not whole: the fact 1 does not match its leaf hash",
                        (file) -> BackupFiles.forged(
                                file, "ledger.event", lines -> lines.replaceFirst("7b226e22", "7b226d22"))),
                damage(
                        "a fact, forged",
                        "The ledger is not whole: it has no fact 3.",
                        (file) -> BackupFiles.forged(file, "ledger.event", lines -> BackupFiles.without(lines, 2))),
                damage(
                        "the last fact, forged",
                        "The ledger is not whole: its head is at position 6, ",
                        (file) -> BackupFiles.forged(file, "ledger.event", lines -> BackupFiles.without(lines, 5))),
                damage(
                        "a command, forged",
                        "The ledger is not whole: the command a.clerk ",
                        (file) -> BackupFiles.forged(file, "ledger.command", lines -> BackupFiles.without(lines, 1))),
                damage(
                        "a register, forged",
                        "The ledger is not whole: the register OLD does not fit",
                        (file) -> BackupFiles.forged(
                                file, "ledger.register", lines -> lines.replaceFirst("2012-01-01", "2013-01-01"))),
                damage(
                        "a live register, forged",
                        "The ledger is not whole: the register MPS does not fit",
                        (file) -> BackupFiles.forged(
                                file, "ledger.register", lines -> lines.replaceFirst("\t4\n", "\t5\n"))),
                damage(
                        "the digest of the leaves",
                        "The backup's manifest has the digest LedgerDigest",
                        (file) -> manifest(file, text -> text.replaceFirst("\"leaves\" : \"..", "\"leaves\" : \"zz"))),
                damage(
                        "the count of the rows",
                        "The backup's ledger.event has 6 rows, but its manifest has 7.",
                        (file) -> manifest(file, text -> text.replaceFirst("\"rows\" : 6", "\"rows\" : 7"))),
                damage(
                        "the columns",
                        "The backup's ledger.event has other columns",
                        (file) -> manifest(file, text -> text.replaceFirst("event_id", "id"))),
                damage(
                        "the version of a schema",
                        "The backup has format 1 and the schemas {",
                        (file) ->
                                manifest(file, text -> text.replaceFirst("\"ledger\" : \"1\"", "\"ledger\" : \"2\""))),
                damage(
                        "the format",
                        "The backup has format 2 and the schemas {",
                        (file) -> manifest(file, text -> text.replaceFirst("\"format\" : 1", "\"format\" : 2"))),
                damage(
                        "a member of the manifest",
                        "%s is not a backup, or was cut short or damaged.",
                        (file) -> manifest(file, text -> text.replaceFirst("\"ledger\" : \\{", "\"other\" : {"))),
                damage(
                        "a manifest that says nothing",
                        "%s is not a backup, or was cut short or damaged.",
                        (file) -> manifest(file, text -> "null")),
                damage(
                        "a manifest without end",
                        "%s is not a backup, or was cut short or damaged.",
                        (file) -> manifest(file, text -> " ".repeat(2_000_000) + text)),
                damage(
                        "the manifest",
                        "%s is not a backup, or was cut short or damaged.",
                        (file) -> manifest(file, text -> "")),
                damage(
                        "another file",
                        "%s is not a backup, or was cut short or damaged.",
                        (file) -> Files.writeString(file.resolveSibling("notes.txt"), "mine")),
                damage("no file", "There is no file %s.", (file) -> file.resolveSibling("nowhere.zip")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void a_damaged_backup_is_refused_in_one_sentence_and_leaves_nothing_behind(
            String what, String sentence, Damage damage) throws IOException {
        backup.write(file());
        Path damaged = damage.of(file());

        assertThatThrownBy(() -> restore.from(damaged))
                .isInstanceOf(BackupRefused.class)
                .message()
                .startsWith(sentence.formatted(damaged))
                .endsWith(".")
                .hasLineCount(1);

        // It goes only into a database that holds nothing.
        assertThat(restore.from(file()).ledger().position()).isEqualTo(6);
        assertSameLedger(6);
    }

    @Test
    void no_beginning_of_a_backup_passes_for_one() throws IOException {
        backup.write(file());
        byte[] whole = Files.readAllBytes(file());
        int step = LONG ? 1 : whole.length / 50;
        for (int length = 0; length < whole.length; length += step) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> restore.from(cut))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(BackupRefused.class)
                    .hasMessage("%s is not a backup, or was cut short or damaged.".formatted(cut));
        }
    }

    @Test
    void it_is_not_restored_over_anything() {
        backup.write(file());
        restore.from(file());
        assertThatThrownBy(() -> restore.from(file()))
                .hasMessage("The database holds something in its table ledger.register: restore into a new one.");
        assertSameLedger(6);

        LedgerDatabase used = LedgerDatabase.bare();
        JdbcClient.create(used.owner())
                .sql("create schema query; create table query.row ()")
                .update();
        assertThatThrownBy(() -> new Restore(used.owner(), SHOP).from(file()))
                .hasMessage("The database holds something in its schema query: restore into a new one.");
    }

    @Test
    void a_backup_that_cannot_be_finished_leaves_no_file() throws IOException {
        BackedUpSchema nowhere = new BackedUpSchema("shop", "1", List.of("customer", "nowhere"), SHOP.migration());
        assertThatThrownBy(() -> new Backup(source.owner(), nowhere).write(file()))
                .isInstanceOf(BackupRefused.class)
                .hasMessage("The ledger cannot be read (ERROR: relation \"shop.nowhere\" does not exist).");
        assertThat(files()).isEmpty();

        assertThatThrownBy(() -> backup.write(folder.resolve("none").resolve("backup.zip")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("cannot be written to")
                .hasMessageContaining("NoSuchFileException");
    }

    @Test
    void of_two_backups_to_one_file_one_is_written() throws Exception {
        for (int round = 0; round < 5; round++) {
            Path file = folder.resolve("round-" + round);
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<Manifest>> both = threads.invokeAll(Collections.nCopies(2, () -> {
                    together.await();
                    return backup.write(file);
                }));
                List<Manifest> written = new ArrayList<>();
                for (Future<Manifest> one : both) {
                    try {
                        written.add(one.get());
                    } catch (ExecutionException refused) {
                        assertThat(refused).hasCauseInstanceOf(BackupRefused.class);
                    }
                }
                assertThat(written).hasSize(1);
            }
        }
    }

    @Test
    void a_file_that_exists_is_not_written_over() throws IOException {
        Files.writeString(file(), "mine");
        assertThatThrownBy(() -> backup.write(file()))
                .hasMessage("%s exists, and no backup replaces a file.".formatted(file()));
        assertThat(file()).hasContent("mine");
    }

    @Test
    void a_ledger_that_is_not_whole_is_not_backed_up() throws IOException {
        JdbcClient.create(source.owner())
                .sql("alter table ledger.event disable trigger append_only;"
                        + " update ledger.event set payload = '{}' where position = 2")
                .update();
        assertThatThrownBy(() -> backup.write(file()))
                .isInstanceOf(BackupRefused.class)
                .hasMessage("The ledger is not whole: the fact 2 does not match its leaf hash.");
        assertThat(files()).isEmpty();
    }

    interface Damage {
        Path of(Path backup) throws IOException;
    }

    private static Arguments damage(String what, String sentence, Damage damage) {
        return Arguments.of(what, sentence, damage);
    }

    private static Path manifest(Path file, UnaryOperator<String> change) throws IOException {
        return BackupFiles.changed(file, "manifest.json", change);
    }

    private Path file() {
        return folder.toAbsolutePath().resolve("backup.zip");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.toAbsolutePath())) {
            return files.toList();
        }
    }

    private void append(int writers, int each) {
        Threads.all(IntStream.range(0, writers)
                .mapToObj(writer -> Threads.task((Callable<Integer>) () -> {
                    for (int sequence = 0; sequence < each; sequence++)
                        ledger.append(List.of(unit("MPS", event("stream-" + writer, sequence))));
                    return each;
                }))
                .toList());
    }

    private void assertSameLedger(long position) {
        assertSameLedger(target, position);
    }

    private void assertSameLedger(LedgerDatabase elsewhere, long position) {
        Ledger restored = new Ledger(elsewhere.owner());
        assertThat(restored.head().position()).isEqualTo(position);
        assertThat(restored.head().recordedAt())
                .isEqualTo(ledger.at(position).orElseThrow().recordedAt());
        for (String rows : List.of(
                "select e::text from ledger.event e where position <= ? order by position",
                "select c::text from ledger.command c where last_position <= ? order by first_position"))
            assertThat(texts(elsewhere.owner(), rows, position)).isEqualTo(texts(source.owner(), rows, position));
        if (ledger.head().position() == position)
            assertThat(restored.registers()).isEqualTo(ledger.registers());
    }

    private static List<String> customers(LedgerDatabase database) {
        return JdbcClient.create(database.owner())
                .sql("select c::text from shop.customer c order by number")
                .query(String.class)
                .list();
    }

    private static List<String> texts(DataSource owner, String sql, long position) {
        return JdbcClient.create(owner)
                .sql(sql)
                .param(position)
                .query(String.class)
                .list();
    }
}
