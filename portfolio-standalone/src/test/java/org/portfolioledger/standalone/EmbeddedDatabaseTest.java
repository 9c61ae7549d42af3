package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    /** One for all tests: the library unpacks the binaries once per process, below the first folder it sees. */
    @TempDir
    private static Path folders;

    private Path folder = Path.of("");
    private Path database = Path.of("");

    @BeforeEach
    void choose_a_folder(final TestInfo test) throws IOException {
        folder = folders.toRealPath().resolve(test.getTestMethod().orElseThrow().getName());
        database = folder.resolve("postgres");
    }

    @AfterEach
    void nothing_is_left_running() {
        assertThat(ServerProcesses.of(database)).isEmpty();
    }

    @Test
    void it_is_as_durable_as_a_production_server() throws Exception {
        try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
            for (final String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(Sql.answer(served.port(), "SHOW " + setting))
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(Sql.answer(served.port(), "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void it_listens_on_the_loopback_address_only() throws Exception {
        try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
            assertThat(Sql.answer(served.port(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Sql.answer(served.port(), "SHOW unix_socket_directories"))
                    .isEmpty();
        }
    }

    @Test
    void what_a_killed_first_start_left_is_erased() throws Exception {
        final Path halfUnpacked = Files.createDirectories(folder.resolve("binaries/unpacked/PG-half/bin"));
        final Path halfMade = Files.createDirectories(folder.resolve("unfinished-1/base"));
        Files.writeString(halfUnpacked.resolve("initdb"), "");
        Files.writeString(halfMade.resolve("1"), "");
        EmbeddedDatabase.start(folder, 0).close();
        assertThat(halfUnpacked.getParent()).doesNotExist();
        assertThat(halfMade.getParent()).doesNotExist();
    }

    @Test
    void data_and_port_outlive_a_stop() throws Exception {
        final int port;
        try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
            port = served.port();
            keep(port, "before the stop");
        }
        try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
            assertThat(served.port()).isEqualTo(port);
            assertThat(kept(port)).isEqualTo("before the stop");
        }
    }

    @Test
    void a_port_that_is_taken_meanwhile_is_replaced() throws Exception {
        final int port;
        try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
            port = served.port();
        }
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
                EmbeddedDatabase served = EmbeddedDatabase.start(folder, taken.getLocalPort())) {
            assertThat(served.port()).isNotEqualTo(port);
        }
    }

    @Test
    void a_fresh_start_begins_anew_and_touches_nothing_else_in_the_folder() throws Exception {
        try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
            keep(served.port(), "to be erased");
        }
        final Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
        try (EmbeddedDatabase served = EmbeddedDatabase.startAnew(folder, 0)) {
            assertThat(Sql.answer(served.port(), "SELECT to_regclass('kept') IS NULL"))
                    .isEqualTo("t");
            assertThat(notes).hasContent("mine");
        }
    }

    @Test
    void a_second_start_on_the_folder_is_refused_with_one_sentence() throws Exception {
        try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                assertThatThrownBy(() -> EmbeddedDatabase.startAnew(folder, 0))
                        .isInstanceOf(DataFolderInUse.class)
                        .hasMessage(
                                "Another Portfolio Ledger (process %s) is running on %s: stop it, or choose another folder with --data=DIR."
                                        .formatted(ProcessHandle.current().pid(), folder));
                assertThat(OtherProcess.on(folder).output())
                        .contains("(process %s) is running on %s: stop it"
                                .formatted(ProcessHandle.current().pid(), folder));
            }
            assertThat(Sql.answer(served.port(), "SELECT 'unharmed'")).isEqualTo("unharmed");
        }
    }

    @Test
    void the_orphan_of_a_killed_process_is_stopped_and_its_data_are_kept() throws Exception {
        final OtherProcess killed = OtherProcess.on(folder);
        keep(killed.port(), "before the kill");
        killed.kill();
        final List<ProcessHandle> orphans = ServerProcesses.of(database);
        assertThat(orphans).isNotEmpty();
        try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
            assertThat(orphans).extracting(ProcessHandle::pid).doesNotContain(served.postmasterPid());
            assertThat(ServerProcesses.of(database))
                    .extracting(ProcessHandle::pid)
                    .containsExactly(served.postmasterPid());
            assertThat(kept(served.port())).isEqualTo("before the kill");
        }
    }

    @Test
    void a_server_that_was_killed_itself_recovers_what_it_had_committed() throws Exception {
        try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
            keep(served.port(), "before the crash");
            ServerProcesses.signalAll(database, "QUIT");
            await().until(() -> ServerProcesses.of(database).isEmpty());
        }
        try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
            assertThat(kept(served.port())).isEqualTo("before the crash");
        }
    }

    @Test
    void a_stale_number_that_is_in_use_again_kills_nobody_and_hinders_nobody() throws Exception {
        try (EmbeddedDatabase stranger = EmbeddedDatabase.start(folder.resolve("stranger"), 0)) {
            EmbeddedDatabase.start(folder, 0).close();
            for (final long recycled : List.of(ProcessHandle.current().pid(), stranger.postmasterPid())) {
                leaveBehind(recycled);
                try (EmbeddedDatabase served = EmbeddedDatabase.start(folder, 0)) {
                    assertThat(served.postmasterPid()).isNotEqualTo(recycled);
                    assertThat(Sql.answer(stranger.port(), "SELECT 'alive'")).isEqualTo("alive");
                }
            }
        }
    }

    private void leaveBehind(final long pid) throws IOException {
        Files.writeString(
                database.resolve("postmaster.pid"),
                "%s\n%s\n1700000000\n5432\n\n127.0.0.1\n  1234567  7654321\nready   \n".formatted(pid, database));
    }

    private static void keep(final int port, final String text) throws SQLException {
        Sql.run(port, "CREATE TABLE kept AS SELECT '" + text + "' AS said");
    }

    private static String kept(final int port) throws SQLException {
        return Sql.answer(port, "SELECT said FROM kept");
    }
}
