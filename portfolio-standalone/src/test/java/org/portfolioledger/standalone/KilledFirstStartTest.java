package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** From unpacking PostgreSQL to answering takes some 3 to 4 s; each kill comes at a random moment of that. */
class KilledFirstStartTest {
    private static final int KILLS = 3;
    private static final int LONGEST_START_MS = 3500;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> story = new ArrayList<>();

    @RepeatedTest(2)
    void however_often_the_very_first_start_is_killed_the_next_one_serves() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            killedStart(ThreadLocalRandom.current().nextInt(LONGEST_START_MS));
        }
        try (OtherProcess next = OtherProcess.on(folder)) {
            assertThat(Sql.answer(next.port(), "SELECT 'whole'"))
                    .as(story.toString())
                    .isEqualTo("whole");
            assertThat(contents())
                    .as(story.toString())
                    .containsExactly("binaries", "instance.lock", "port", "postgres", "postgres.log");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("binaries"))))
                    .isEqualTo("rwx------");
        }
    }

    private void killedStart(final int moment) throws Exception {
        final OtherProcess killed = OtherProcess.on(folder);
        Thread.sleep(moment);
        killed.kill();
        story.add("killed after %d ms, leaving %s".formatted(moment, contents()));
    }

    private List<String> contents() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What a killed start had begun is ended by the next, or ends within moments, its directory being gone. */
    @AfterEach
    void nothing_is_left_running() throws Exception {
        final String home = folder.toRealPath().toString();
        await().untilAsserted(() -> assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(command -> command.contains(home)))
                .as(story.toString())
                .isEmpty());
    }
}
