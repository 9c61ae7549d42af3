package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kill comes soon after one of the steps of a first start, as they show in the folder, however long they take. */
class KilledFirstStartTest {

    /** What begins to lie there when it unpacks PostgreSQL, makes its database, and serves it. */
    private static final List<String> STEPS = List.of("binaries", "unfinished-", "postgres");

    private static final int LONGEST_STEP_MS = 700;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> story = new ArrayList<>();

    @Test
    void however_often_the_very_first_start_is_killed_the_next_one_serves() throws Exception {
        for (final String step : STEPS) {
            killedStart(step);
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

    private void killedStart(final String step) throws Exception {
        final OtherProcess killed = OtherProcess.on(folder);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> contents().stream().anyMatch(name -> name.startsWith(step)));
        final int later = ThreadLocalRandom.current().nextInt(LONGEST_STEP_MS);
        Thread.sleep(later);
        killed.kill();
        story.add("killed %s ms after %s, leaving %s".formatted(later, step, contents()));
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
