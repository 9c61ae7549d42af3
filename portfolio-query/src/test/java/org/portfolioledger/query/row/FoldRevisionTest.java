package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portfolioledger.query.Served;

/**
 * Whoever changes what facts come to raises {@link RowProjection#FOLD}, else rows of the old fold would stay among those of the
 * new. Each line of {@code fold-revisions.txt} is a revision and the digest of what it makes of one history; after raising
 * the number, a run with {@code -Dfold=record} adds the new line.
 */
class FoldRevisionTest {

    private static final Path REVISIONS = Path.of("src/test/resources/fold-revisions.txt");
    private static final int FACTS = 300;

    @Test
    void the_rows_of_a_history_are_those_of_the_revision_that_the_fold_has() throws IOException {
        String line = RowProjection.FOLD + " " + digest();
        if ("record".equals(System.getProperty("fold"))) record(line);
        assertThat(Files.readAllLines(REVISIONS))
                .as("if the fold changed on purpose, raise RowProjection.FOLD and run this test with -Dfold=record")
                .contains(line);
        assertThat(Files.readAllLines(REVISIONS)).hasSize(RowProjection.FOLD);
    }

    private static String digest() {
        try (Served served = Served.start()) {
            Life.tell(served.history(), Life.ALL, new Random(2011), FACTS);
            served.get("/api/v1/portfolios", FACTS);
            Generations generations = served.part(RowProjection.class).generations();
            assertThat(generations.blocked(generations.live().number())).isEmpty();
            return generations.digest(generations.live().number(), FACTS);
        }
    }

    private static void record(String line) throws IOException {
        List<String> earlier = Files.exists(REVISIONS) ? Files.readAllLines(REVISIONS) : List.of();
        List<String> kept = earlier.stream()
                .filter(one -> !one.startsWith(RowProjection.FOLD + " "))
                .toList();
        Files.createDirectories(REVISIONS.getParent());
        String all = String.join("\n", kept) + (kept.isEmpty() ? "" : "\n") + line + "\n";
        Files.writeString(REVISIONS, all, StandardCharsets.UTF_8);
    }
}
