package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portfolioledger.query.Served;

/**
 * Whoever changes what facts of a kind make raises {@link org.portfolioledger.state.Kind#revision}, else rows of the old fold would stay among those
 * of the new. Each line of {@code fold-revisions.txt} is a kind, a revision and the digest of what it makes of one history;
 * after raising a revision, or adding a kind, a run with {@code -Dfold=record} writes the new line.
 */
class FoldRevisionTest {

    private static final Path REVISIONS = Path.of("src/test/resources/fold-revisions.txt");
    private static final int FACTS_OF_EACH = 40;

    @Test
    void the_rows_of_each_kind_are_those_of_the_revision_that_its_fold_has() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Served served = Served.start()) {
            // One life after another: a kind that is added leaves the digests of those before it as they are.
            for (Life life : Life.ALL) Life.tell(served.history(), List.of(life), new Random(2011), FACTS_OF_EACH);
            int last = FACTS_OF_EACH * Life.ALL.size();
            served.get("/api/v1/portfolios", last);
            Generations generations = served.part(RowProjection.class).generations();
            Generation live = generations.live();
            assertThat(generations.blocked(live.number())).isEmpty();
            new TreeMap<>(live.revisions().byKind())
                    .forEach((kind, revision) -> lines.add("%s %s %s"
                            .formatted(kind, revision, generations.digest(live.number(), last, List.of(kind)))));
        }
        if ("record".equals(System.getProperty("fold")))
            Files.writeString(REVISIONS, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        assertThat(Files.readAllLines(REVISIONS))
                .as("if a fold changed on purpose, raise the revision of its kind and run this test with -Dfold=record")
                .containsExactlyElementsOf(lines);
    }
}
