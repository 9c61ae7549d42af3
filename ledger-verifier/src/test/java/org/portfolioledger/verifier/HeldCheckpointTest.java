package org.portfolioledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor who kept a checkpoint or a bundle learns from the next bundle. */
class HeldCheckpointTest {

    private static final int SIZE = 40;

    private final List<DraftFact> facts = DraftLedger.of(SIZE, new Random(10));
    private final DraftBundle whole = DraftBundle.of(facts);

    @TempDir
    private Path folder;

    @Test
    void every_earlier_checkpoint_begins_a_bundle_of_all_facts() throws IOException {
        for (int size = 0; size <= SIZE; size++) {
            Verified verified = verify(whole, size);
            assertThat(verified.code()).as("%s", size).isEqualTo(ExitCode.WHOLE);
            assertThat(verified.out()).contains("The tree begins with the checkpoint in");
        }
    }

    @Test
    void a_bundle_from_a_position_shows_that_the_ledger_begins_with_the_checkpoint_before_it() throws IOException {
        for (int from = 1; from <= SIZE + 1; from++)
            assertThat(verify(DraftBundle.of(facts, from, SIZE), from - 1).code())
                    .as("from %s", from)
                    .isEqualTo(ExitCode.WHOLE);
    }

    @Test
    void a_checkpoint_whose_size_falls_within_a_hash_cannot_be_compared() throws IOException {
        Verified verified = verify(DraftBundle.of(facts, 17, SIZE), 5);
        assertThat(verified.code()).isEqualTo(ExitCode.UNDECIDED);
        assertThat(verified.out()).contains("or of the facts from position 6.").contains("\"kind\":\"undecided\"");
    }

    @Test
    void a_later_checkpoint_cannot_be_compared() throws IOException {
        Path held = Files.writeString(folder.resolve("held"), DraftBundle.checkpoint(whole.tree()));
        Path file = DraftBundle.of(facts.subList(0, 30)).write(folder.resolve("bundle.zip"));
        Verified verified = Verified.run("bundle", file, "--checkpoint", held);
        assertThat(verified.code()).isEqualTo(ExitCode.UNDECIDED);
        assertThat(verified.out()).contains("the command consistency").contains("NOT DECIDED");
    }

    @Test
    void a_checkpoint_of_another_log_is_no_part_of_the_tree() throws IOException {
        Path held = Files.writeString(
                folder.resolve("held"),
                DraftBundle.checkpoint(whole.tree()).replace(DraftBundle.ORIGIN, "another.example"));
        Verified verified =
                Verified.run("bundle", whole.write(folder.resolve("bundle.zip")), "--json", "--checkpoint", held);
        assertThat(verified.faults()).containsExactly("checkpoint");
    }

    @Test
    void a_later_bundle_continues_the_earlier_one() throws IOException {
        for (int from : List.of(1, 10, 20, 21)) {
            Verified verified = from(DraftBundle.of(facts.subList(0, 20)), DraftBundle.of(facts, from, SIZE));
            assertThat(verified.code()).as(verified.out()).isEqualTo(ExitCode.WHOLE);
            assertThat(verified.out())
                    .contains("\"in\":\"")
                    .contains("The tree begins with the checkpoint of the bundle");
        }
    }

    @Test
    void what_is_wrong_across_two_bundles_is_found() throws IOException {
        int cut = lastOfCommand(20);
        DraftBundle earlier = DraftBundle.of(facts.subList(0, cut));
        int later = firstOfStreamBegunBefore(cut);
        facts.get(later - 1).sequence++;
        Path alone = DraftBundle.of(facts, cut + 1, SIZE).write(folder.resolve("later.zip"));
        assertThat(Verified.run("bundle", alone, "--json").faults()).doesNotContain("sequence " + later);
        assertThat(from(earlier, DraftBundle.of(facts, cut + 1, SIZE)).faults()).contains("sequence " + later);
        facts.get(later - 1).sequence--;
        DraftFact first = facts.get(cut);
        first.recordedAt = facts.get(cut - 1).recordedAt;
        assertThat(from(earlier, DraftBundle.of(facts, cut + 1, SIZE)).faults()).contains("time " + (cut + 1));
        first.command = facts.get(3).command;
        first.actor = facts.get(3).actor;
        assertThat(from(earlier, DraftBundle.of(facts, cut + 1, SIZE)).faults()).contains("command " + (cut + 1));
    }

    @Test
    void a_stream_that_begins_between_two_bundles_begins_with_0() throws IOException {
        DraftBundle earlier = DraftBundle.of(facts.subList(0, 20));
        facts.getLast().stream = "new";
        facts.getLast().sequence = 1;
        assertThat(from(earlier, DraftBundle.of(facts, 21, SIZE)).faults()).contains("sequence " + SIZE);
    }

    @Test
    void a_later_bundle_that_rewrote_the_past_does_not_continue_the_earlier_one() throws IOException {
        DraftBundle earlier = DraftBundle.of(facts.subList(0, 20));
        facts.get(3).payload = "rewritten";
        assertThat(from(earlier, DraftBundle.of(facts, 21, SIZE)).faults()).containsExactly("rewritten");
        assertThat(from(earlier, DraftBundle.of(facts)).faults()).containsExactly("rewritten");
    }

    @Test
    void faults_of_the_earlier_bundle_are_told_as_its_own() throws IOException {
        DraftBundle earlier = DraftBundle.of(facts.subList(0, 20));
        earlier.records.remove(6);
        Verified verified = from(earlier, DraftBundle.of(facts, 21, SIZE));
        assertThat(verified.faults()).contains("missing 7");
        assertThat(verified.out()).containsPattern("\"fault\":\"missing\",\"position\":7,\"in\":\".*earlier.zip\"");
    }

    @Test
    void bundles_between_which_facts_are_missing_or_of_two_scopes_cannot_be_followed() throws IOException {
        DraftBundle earlier = DraftBundle.of(facts.subList(0, 16));
        Verified gap = from(earlier, DraftBundle.of(facts, 25, SIZE));
        assertThat(gap.code()).isEqualTo(ExitCode.UNDECIDED);
        assertThat(gap.out()).contains("positions 17 to 24");
        List<String> registers = new ArrayList<>(List.of("MPS", "GMPP"));
        Verified scopes = from(earlier, DraftBundle.ofRegisters(facts, registers, 17, SIZE));
        assertThat(scopes.code()).isEqualTo(ExitCode.UNDECIDED);
        assertThat(scopes.out()).contains("different scopes");
    }

    private int lastOfCommand(int from) {
        int position = from;
        while (facts.get(position).command.equals(facts.get(position - 1).command)) position++;
        return position;
    }

    private int firstOfStreamBegunBefore(int size) {
        int position = size + 1;
        while (!isBegunBefore(facts.get(position - 1).stream, size)) position++;
        return position;
    }

    private boolean isBegunBefore(String stream, int size) {
        return facts.subList(0, size).stream().anyMatch(fact -> fact.stream.equals(stream));
    }

    private Verified from(DraftBundle earlier, DraftBundle later) throws IOException {
        return Verified.run(
                "bundle",
                later.write(folder.resolve("later.zip")),
                "--json",
                "--from",
                earlier.write(folder.resolve("earlier.zip")));
    }

    private Verified verify(DraftBundle bundle, int held) throws IOException {
        return Verified.run(
                "bundle",
                bundle.write(folder.resolve("bundle.zip")),
                "--json",
                "--checkpoint",
                Files.writeString(
                        folder.resolve("held"),
                        DraftBundle.checkpoint(whole.tree().part(0, held))));
    }
}
