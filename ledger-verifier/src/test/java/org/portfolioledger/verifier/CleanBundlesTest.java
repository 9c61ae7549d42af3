package org.portfolioledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No false alarm: whatever a ledger records and however much of it a bundle holds. */
class CleanBundlesTest {

    private static final int BUNDLES = 1_000;

    private final Random random = new Random(5);

    @Test
    void a_thousand_bundles_of_any_size_and_scope_are_whole(@TempDir Path folder) throws IOException {
        for (int i = 0; i < BUNDLES; i++) {
            DraftBundle bundle = random(DraftLedger.of(size(), random));
            bundle.deflated = random.nextBoolean();
            Verified verified = Verified.run("bundle", bundle.write(folder.resolve("bundle.zip")));
            assertThat(verified.code()).as("%s: %s", i, verified.out()).isEqualTo(ExitCode.WHOLE);
        }
    }

    @Test
    void the_ledger_without_facts_is_whole(@TempDir Path folder) throws IOException {
        assertThat(Verified.run("bundle", DraftBundle.of(List.of()).write(folder.resolve("bundle.zip")))
                        .code())
                .isEqualTo(ExitCode.WHOLE);
    }

    @Test
    void a_ledger_is_followed_through_two_bundles_of_any_scope(@TempDir Path folder) throws IOException {
        for (int i = 0; i < 200; i++) {
            List<DraftFact> facts = DraftLedger.of(2 + random.nextInt(100), random);
            int before = 1 + random.nextInt(facts.size() - 1);
            int from = 1 + random.nextInt(before + 1);
            List<String> chosen =
                    chosen(facts.stream().map(fact -> fact.stream).distinct().toList());
            List<DraftFact> old = facts.subList(0, before);
            DraftBundle earlier = i % 2 == 0 ? DraftBundle.of(old) : DraftBundle.ofStreams(old, chosen, 1, before);
            DraftBundle later = i % 2 == 0
                    ? DraftBundle.of(facts, from, facts.size())
                    : DraftBundle.ofStreams(facts, chosen, from, facts.size());
            Verified verified = Verified.run(
                    "bundle",
                    later.write(folder.resolve("later.zip")),
                    "--from",
                    earlier.write(folder.resolve("earlier.zip")));
            // Where the earlier one ended, the later one may have a hash.
            if (i % 2 == 0 || verified.code() != ExitCode.UNDECIDED)
                assertThat(verified.code())
                        .as("%s: %s to %s, from %s: %s", i, before, facts.size(), from, verified.out())
                        .isEqualTo(ExitCode.WHOLE);
        }
    }

    private DraftBundle random(List<DraftFact> facts) {
        int from = random.nextBoolean() ? 1 : 1 + random.nextInt(facts.size() + 1);
        int to = random.nextBoolean() ? facts.size() : from - 1 + random.nextInt(facts.size() - from + 2);
        return switch (random.nextInt(3)) {
            case 0 -> DraftBundle.of(facts, from, to);
            case 1 -> DraftBundle.ofRegisters(facts, chosen(List.of("MPS", "GMPP", "Län 1")), from, to);
            default ->
                DraftBundle.ofStreams(
                        facts,
                        chosen(facts.stream()
                                .map(fact -> fact.stream)
                                .distinct()
                                .toList()),
                        from,
                        to);
        };
    }

    private List<String> chosen(List<String> names) {
        List<String> chosen = new ArrayList<>(names);
        Collections.shuffle(chosen, random);
        return chosen.isEmpty() ? List.of("nothing") : chosen.subList(0, 1 + random.nextInt(chosen.size()));
    }

    private int size() {
        return random.nextInt(4) == 0 ? random.nextInt(4) : random.nextInt(150);
    }
}
