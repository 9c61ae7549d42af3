package org.portfolioledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle of some registers or streams shows that it leaves out nothing within a stream. */
class ScopeTest {

    private static final int SIZE = 60;

    private final List<DraftFact> facts = DraftLedger.of(SIZE, new Random(11));

    @TempDir
    private Path folder;

    @Test
    void a_fact_that_was_left_out_of_its_stream_is_found() throws IOException {
        DraftFact left =
                facts.stream().filter(fact -> fact.sequence == 1).findFirst().orElseThrow();
        DraftFact next = facts.stream()
                .filter(fact -> fact.stream.equals(left.stream) && fact.sequence == 2)
                .findFirst()
                .orElseThrow();
        DraftBundle bundle = DraftBundle.ofStreams(facts, List.of(left.stream), 1, SIZE);
        hide(bundle, left);
        assertThat(verify(bundle).faults()).containsExactly("sequence " + next.position);
    }

    @Test
    void a_fact_that_was_left_out_of_a_command_is_found_in_a_bundle_of_its_register() throws IOException {
        int middle = 2;
        while (!isMiddleOfCommand(middle)) middle++;
        DraftBundle bundle = DraftBundle.ofRegisters(facts, List.of(facts.get(middle - 1).register), 1, SIZE);
        hide(bundle, facts.get(middle - 1));
        assertThat(verify(bundle).faults()).contains("missing " + middle);
    }

    @Test
    void a_missing_record_is_named_between_hashes() throws IOException {
        DraftFact first = facts.getFirst();
        DraftBundle bundle = DraftBundle.ofStreams(facts, List.of(first.stream), 1, SIZE);
        bundle.records.remove(1);
        assertThat(verify(bundle).faults()).contains("missing 2");
    }

    @Test
    void a_hash_that_was_altered_gives_the_tree_another_root() throws IOException {
        DraftBundle bundle = DraftBundle.ofStreams(facts, List.of(facts.getFirst().stream), 1, SIZE);
        for (int i = 0; i < bundle.records.size(); i++)
            if (bundle.records.get(i) instanceof LogRecord.Subtree hidden)
                bundle.records.set(
                        i,
                        new LogRecord.Subtree(
                                hidden.level(), "00" + hidden.hash().substring(2)));
        assertThat(verify(bundle).faults()).containsExactly("rewritten");
    }

    @Test
    void what_a_part_of_a_ledger_cannot_show_is_told() throws IOException {
        Path file = DraftBundle.ofRegisters(facts, List.of("MPS"), 1, SIZE - 10).write(folder.resolve("bundle.zip"));
        assertThat(Verified.run("bundle", file).out())
                .contains("cannot show that it leaves out no stream of its scope")
                .contains("Of the facts behind position 50 the bundle has only hashes.");
        assertThat(Verified.run("bundle", DraftBundle.of(facts).write(file)).out())
                .doesNotContain("leaves out");
    }

    private boolean isMiddleOfCommand(int position) {
        String command = facts.get(position - 1).command;
        return facts.get(position - 2).command.equals(command)
                && facts.get(position).command.equals(command);
    }

    private static void hide(DraftBundle bundle, DraftFact fact) {
        int at = bundle.records.indexOf(LogRecord.Fact.of(fact));
        bundle.records.set(at, new LogRecord.Subtree(0, PlainTree.leaf(fact.entry())));
    }

    private Verified verify(DraftBundle bundle) throws IOException {
        return Verified.run("bundle", bundle.write(folder.resolve("bundle.zip")), "--json");
    }
}
