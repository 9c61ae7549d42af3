package org.portfolioledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes a bundle behind the back of its checkpoint is found out, with the position. */
class TamperingTest {

    private static final int SIZE = 40;

    private final List<DraftFact> facts = DraftLedger.of(SIZE, new Random(6));
    private final DraftBundle bundle = DraftBundle.of(facts);

    @TempDir
    private Path folder;

    @Test
    void an_altered_payload_metadata_or_basis_is_named() throws IOException {
        LogRecord.Fact seventh = fact(7);
        bundle.records.set(6, new LogRecord.Fact(seventh.entry(), "{\"x\":1}", seventh.metadata(), seventh.basis()));
        assertThat(faults()).containsExactly("payload-altered 7");
        bundle.records.set(6, new LogRecord.Fact(seventh.entry(), seventh.payload(), "{}", seventh.basis()));
        assertThat(faults()).containsExactly("metadata-altered 7");
        bundle.records.set(
                6, new LogRecord.Fact(seventh.entry(), seventh.payload(), seventh.metadata(), "{\"restsOn\":[1]}"));
        assertThat(faults()).containsExactly("basis-altered 7");
        bundle.records.set(6, new LogRecord.Fact(seventh.entry(), "", "", "{\"restsOn\":[]}"));
        assertThat(faults()).containsExactly("payload-altered 7", "metadata-altered 7", "basis-altered 7");
    }

    @Test
    void an_altered_digest_in_an_entry_is_named_and_the_tree_has_another_root() throws IOException {
        flip(7, 1);
        assertThat(faults()).containsExactly("payload-altered 7", "rewritten");
        flip(7, 1);
        flip(8, 33);
        assertThat(faults()).containsExactly("metadata-altered 8", "rewritten");
    }

    @Test
    void an_entry_that_was_altered_in_one_bit_is_never_taken_for_whole() throws IOException {
        int bytes = facts.get(6).entry().length;
        for (int at = 0; at < bytes; at++) {
            flip(7, at);
            Verified verified = verify();
            flip(7, at);
            assertThat(verified.code()).as("byte %s", at).isEqualTo(ExitCode.WRONG);
            assertThat(verified.faults()).as("byte %s", at).isNotEmpty();
        }
        assertThat(verify().code()).isEqualTo(ExitCode.WHOLE);
    }

    @Test
    void a_missing_fact_is_named() throws IOException {
        bundle.records.remove(6);
        assertThat(faults()).contains("missing 7").doesNotContain("rewritten", "cut-off 40");
        bundle.records.subList(20, 25).clear();
        assertThat(faults()).contains("missing 7", "missing 22");
    }

    @Test
    void reordered_facts_are_named() throws IOException {
        Collections.swap(bundle.records, 6, 7);
        assertThat(faults()).contains("reordered 8").doesNotContain("missing 7", "missing 8");
        Collections.swap(bundle.records, 6, 7);
        bundle.records.add(30, bundle.records.remove(6));
        assertThat(faults()).contains("reordered 7");
    }

    @Test
    void inserted_facts_are_named() throws IOException {
        bundle.records.add(6, bundle.records.get(2));
        assertThat(faults()).contains("inserted 3");
        bundle.records.set(6, LogRecord.Fact.of(forged(90)));
        assertThat(faults()).contains("inserted 90");
        bundle.records.remove(6);
        bundle.records.add(LogRecord.Fact.of(forged(SIZE + 1)));
        assertThat(faults()).contains("inserted 41", "out-of-scope 41");
    }

    @Test
    void a_fact_put_in_the_place_of_another_is_named() throws IOException {
        bundle.records.set(6, bundle.records.get(2));
        assertThat(faults()).contains("renumbered 7", "rewritten");
    }

    @Test
    void a_log_that_was_cut_off_is_named() throws IOException {
        bundle.records.removeLast();
        assertThat(faults()).contains("cut-off 40");
        bundle.records.subList(10, SIZE - 1).clear();
        assertThat(faults()).contains("cut-off 11");
        bundle.records.clear();
        assertThat(faults()).contains("cut-off 1");
    }

    @Test
    void a_log_that_was_cut_at_any_byte_is_named() throws IOException {
        byte[] whole = bundle.logBytes();
        int thirtyNine = whole.length - record(SIZE).length;
        for (int length = thirtyNine; length < whole.length; length += 7) {
            int cut = length;
            bundle.log = bytes -> Arrays.copyOf(bytes, cut);
            assertThat(faults()).as("%s bytes", length).contains("cut-off 40");
        }
    }

    @Test
    void a_ledger_that_was_rewritten_and_signed_again_is_found_by_the_checkpoint_that_the_auditor_holds()
            throws IOException {
        facts.get(6).payload = "{\"words\":\"other\"}";
        DraftBundle rewritten = DraftBundle.of(facts);
        Path file = rewritten.write(folder.resolve("rewritten.zip"));
        assertThat(Verified.run("bundle", file).code()).isEqualTo(ExitCode.WHOLE);
        for (int size : List.of(7, 8, 30, SIZE)) {
            Verified verified = Verified.run("bundle", file, "--json", "--checkpoint", held(bundle.tree(), size));
            assertThat(verified.code()).isEqualTo(ExitCode.WRONG);
            assertThat(verified.faults()).containsExactly("rewritten");
        }
        assertThat(Verified.run("bundle", file, "--checkpoint", held(bundle.tree(), 6))
                        .code())
                .isEqualTo(ExitCode.WHOLE);
    }

    @Test
    void a_held_checkpoint_tells_behind_which_position_the_tree_was_rewritten() throws IOException {
        flip(30, 120);
        Path file = bundle.write(folder.resolve("bundle.zip"));
        assertThat(Verified.run("bundle", file, "--checkpoint", held(bundle.tree(), 20))
                        .out())
                .contains("behind position 20 is not the one that was signed");
        assertThat(Verified.run("bundle", file, "--json", "--checkpoint", held(bundle.tree(), 30))
                        .faults())
                .contains("rewritten");
    }

    @Test
    void a_recording_that_is_not_later_than_the_one_before_it_is_named() throws IOException {
        int second = firstOfCommand(20);
        recordedWith(second, fact -> fact.recordedAt = facts.get(second - 2).recordedAt);
        assertThat(resigned()).contains("time " + second);
        recordedWith(second, fact -> fact.recordedAt = facts.get(second - 2).recordedAt - 1);
        assertThat(resigned()).contains("time " + second);
    }

    @Test
    void facts_of_one_command_with_two_moments_are_named() throws IOException {
        int second = secondOfCommand();
        facts.get(second - 1).recordedAt++;
        assertThat(resigned()).contains("time " + second);
        facts.get(second - 1).recordedAt--;
        facts.get(second - 1).knownAt--;
        assertThat(resigned()).contains("time " + second);
    }

    @Test
    void a_register_that_knew_something_earlier_than_what_it_knew_before_is_named() throws IOException {
        int position = firstOfCommandOf("MPS", 25);
        commandOf(position).forEach(fact -> fact.knownAt = 300_000_000_000_000L - 1);
        assertThat(resigned()).containsExactly("time " + position);
    }

    @Test
    void a_fact_that_was_known_after_it_was_recorded_is_named() throws IOException {
        int last = facts.size();
        facts.get(last - 1).knownAt = facts.get(last - 1).recordedAt + 1;
        assertThat(resigned()).contains("time " + last);
    }

    @Test
    void a_stream_with_a_gap_a_repetition_or_another_beginning_is_named() throws IOException {
        int later = laterOfStream();
        facts.get(later - 1).sequence++;
        assertThat(resigned()).contains("sequence " + later);
        facts.get(later - 1).sequence -= 2;
        assertThat(resigned()).contains("sequence " + later);
        facts.get(later - 1).sequence++;
        facts.getFirst().sequence = 1;
        assertThat(resigned()).contains("sequence 1");
    }

    @Test
    void a_stream_that_changes_its_register_is_named() throws IOException {
        int later = laterOfStream();
        facts.get(later - 1).register = "other";
        assertThat(resigned()).contains("register " + later);
    }

    @Test
    void a_basis_that_rests_on_later_facts_is_named() throws IOException {
        int first = firstOfCommand(20);
        facts.get(first - 2).restsOn(List.of(1L, (long) first));
        assertThat(resigned()).containsExactly("basis " + (first - 1));
        facts.get(first - 2).restsOn(List.of((long) first - 1));
        assertThat(resigned()).containsExactly("basis " + (first - 1));
        facts.get(first - 2).restsOn(List.of());
        facts.getLast().restsOn(List.of(SIZE + 1L));
        assertThat(resigned()).containsExactly("basis " + SIZE);
    }

    @Test
    void a_fact_may_rest_on_a_later_one_of_its_own_command() throws IOException {
        int second = secondOfCommand();
        facts.get(second - 2).restsOn(List.of((long) second));
        assertThat(resigned()).isEmpty();
    }

    @Test
    void a_command_whose_facts_are_not_next_to_each_other_is_named() throws IOException {
        int first = firstOfCommand(20);
        facts.get(first - 1).command = facts.getFirst().command;
        facts.get(first - 1).actor = facts.getFirst().actor;
        assertThat(resigned()).contains("command " + first);
    }

    @Test
    void a_key_may_be_used_again_by_another_actor() throws IOException {
        int first = firstOfCommand(20);
        commandOf(first).forEach(fact -> {
            fact.command = facts.getFirst().command;
            fact.actor = "somebody else";
        });
        assertThat(resigned()).isEmpty();
    }

    @Test
    void a_command_in_two_registers_is_named() throws IOException {
        int second = secondOfCommand();
        facts.get(second - 1).register = "other";
        facts.get(second - 1).stream = "other";
        facts.get(second - 1).sequence = 0;
        assertThat(resigned()).contains("register " + second);
    }

    @Test
    void a_malformed_entry_or_basis_is_named() throws IOException {
        facts.get(6).revision = 0;
        assertThat(resigned()).contains("malformed-entry 7");
        facts.get(6).revision = 1;
        facts.get(6).version = 2;
        assertThat(resigned()).contains("malformed-entry 7");
        facts.get(6).version = 1;
        facts.get(6).basis = "{ \"restsOn\":[]}";
        assertThat(resigned()).containsExactly("malformed-entry 7");
        bundle.records.set(6, new LogRecord.Bytes("01000301aabb000000000000000000000000"));
        assertThat(faults()).contains("malformed-entry 7");
    }

    @Test
    void a_record_of_no_kind_is_named_with_what_stands_before_it() throws IOException {
        bundle.records.add(6, new LogRecord.Bytes("03"));
        assertThat(faults()).contains("malformed-log 7").doesNotContain("cut-off 7");
        bundle.records.set(6, new LogRecord.Bytes("02ff" + "00".repeat(32)));
        assertThat(faults()).contains("malformed-log 7");
    }

    @Test
    void a_fact_that_was_hidden_behind_a_hash_is_named() throws IOException {
        bundle.records.set(
                6, new LogRecord.Subtree(0, PlainTree.leaf(facts.get(6).entry())));
        assertThat(faults()).contains("missing 7").doesNotContain("rewritten");
    }

    @Test
    void a_subtree_at_the_wrong_place_is_named() throws IOException {
        bundle.records.subList(6, 8).clear();
        bundle.records.add(5, new LogRecord.Subtree(1, "00".repeat(32)));
        assertThat(faults()).isNotEmpty();
        DraftBundle after = DraftBundle.of(facts, 11, SIZE);
        after.records.clear();
        after.records.add(new LogRecord.Subtree(1, after.tree().part(0, 2).root()));
        after.records.add(new LogRecord.Subtree(3, after.tree().part(2, 10).root()));
        facts.subList(10, SIZE).forEach(fact -> after.records.add(LogRecord.Fact.of(fact)));
        assertThat(verify(after).faults()).isNotEmpty();
    }

    @Test
    void of_more_than_a_hundred_faults_the_first_hundred_are_listed() throws IOException {
        List<DraftFact> many = DraftLedger.of(300, new Random(7));
        DraftBundle large = DraftBundle.of(many);
        for (int i = 0; i < 250; i++) {
            LogRecord.Fact fact = (LogRecord.Fact) large.records.get(i);
            large.records.set(i, new LogRecord.Fact(fact.entry(), "altered", fact.metadata(), fact.basis()));
        }
        Verified verified = verify(large);
        assertThat(verified.faults())
                .hasSize(100)
                .startsWith("payload-altered 1")
                .endsWith("payload-altered 100");
        assertThat(verified.out()).contains("\"faults\":250").contains("not listed: 150");
    }

    @Test
    void what_is_told_of_a_name_cannot_command_a_terminal() throws IOException {
        List<DraftFact> hostile = new ArrayList<>(facts);
        hostile.get(6).stream = "a\u202e\u200bb";
        hostile.get(6).sequence = 5;
        Verified verified = Verified.run("bundle", DraftBundle.of(hostile).write(folder.resolve("bundle.zip")));
        assertThat(verified.out()).contains("a\\u{202e}\\u{200b}b").doesNotContain("\u202e", "\u200b");
    }

    private DraftFact forged(long position) {
        DraftFact forged = new DraftFact();
        forged.position = position;
        forged.recordedAt = facts.getLast().recordedAt + 1;
        forged.knownAt = forged.recordedAt;
        forged.stream = "forged";
        return forged;
    }

    private LogRecord.Fact fact(int position) {
        return (LogRecord.Fact) bundle.records.get(position - 1);
    }

    private byte[] record(int position) {
        DraftBundle one = DraftBundle.of(List.of());
        one.records.add(bundle.records.get(position - 1));
        return one.logBytes();
    }

    private void flip(int position, int at) {
        LogRecord.Fact fact = fact(position);
        byte[] entry = HexFormat.of().parseHex(fact.entry());
        entry[at] ^= 1;
        bundle.records.set(
                position - 1,
                new LogRecord.Fact(HexFormat.of().formatHex(entry), fact.payload(), fact.metadata(), fact.basis()));
    }

    private Path held(PlainTree tree, int size) throws IOException {
        return Files.writeString(folder.resolve("held"), DraftBundle.checkpoint(tree.part(0, size)));
    }

    /** The faults of a ledger that recorded the facts as they are now, and signed them. */
    private List<String> resigned() throws IOException {
        return verify(DraftBundle.of(facts)).faults();
    }

    private List<String> faults() throws IOException {
        Verified verified = verify();
        assertThat(verified.code()).isEqualTo(ExitCode.WRONG);
        return verified.faults();
    }

    private Verified verify() throws IOException {
        return verify(bundle);
    }

    private Verified verify(DraftBundle any) throws IOException {
        return Verified.run("bundle", any.write(folder.resolve("bundle.zip")), "--json");
    }

    private void recordedWith(int position, Consumer<DraftFact> change) {
        for (DraftFact fact : commandOf(position)) {
            change.accept(fact);
            fact.knownAt = Math.min(fact.knownAt, fact.recordedAt);
        }
    }

    private List<DraftFact> commandOf(int position) {
        String command = facts.get(position - 1).command;
        return facts.stream().filter(fact -> fact.command.equals(command)).toList();
    }

    private int firstOfCommand(int from) {
        int position = from;
        while (facts.get(position - 1).command.equals(facts.get(position - 2).command)) position++;
        return position;
    }

    private int firstOfCommandOf(String register, int from) {
        int position = firstOfCommand(from);
        while (!facts.get(position - 1).register.equals(register)) position = firstOfCommand(position + 1);
        return position;
    }

    private int secondOfCommand() {
        int position = 2;
        while (!facts.get(position - 1).command.equals(facts.get(position - 2).command)) position++;
        return position;
    }

    private int laterOfStream() {
        int position = 2;
        while (facts.get(position - 1).sequence == 0) position++;
        return position;
    }
}
