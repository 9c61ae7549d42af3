package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a script calls it. */
class MainTest {

    private static final int SIZE = 40;

    private final List<DraftFact> facts = DraftLedger.of(SIZE, new Random(12));
    private final DraftBundle bundle = DraftBundle.of(facts);

    @TempDir
    private Path folder;

    private Path file;
    private Path policy;
    private Path checkpoint;

    @BeforeEach
    void files() throws IOException {
        file = bundle.write(folder.resolve("bundle.zip"));
        policy = write("policy", DraftBundle.policy("quorum W"));
        checkpoint = write("checkpoint", bundle.checkpoint);
    }

    @Test
    void a_bundle_is_verified_under_the_auditors_own_policy() throws IOException {
        Verified own = Verified.run("bundle", file, "--policy", policy);
        assertThat(own.code()).isEqualTo(ExitCode.WHOLE);
        assertThat(own.out())
                .contains(
                        "The log ledger.example/mps signed the checkpoint, and so did the witnesses witness.example/w at 2027-01-15T08:00:00Z")
                .contains("this is enough for your policy")
                .contains("It holds 40 facts")
                .contains("The tree over the log has the root of the checkpoint")
                .doesNotContain("proves nothing about who signed")
                .endsWith("WHOLE: nothing is wrong.\n");
        Verified other = Verified.run(
                "bundle",
                file,
                "--json",
                "--policy",
                write("other", "log " + Signer.log("l").vkey() + "\nquorum none\n"));
        assertThat(other.faults()).containsExactly("signature");
    }

    @Test
    void without_a_policy_of_the_auditor_nobody_knows_who_signed() {
        Verified verified = Verified.run("bundle", file);
        assertThat(verified.code()).isEqualTo(ExitCode.WHOLE);
        assertThat(verified.out()).contains("which proves nothing about who signed");
    }

    @Test
    void a_bundle_whose_key_did_not_sign_its_checkpoint_is_wrong() throws IOException {
        bundle.files.put("public-key", (Signer.log(DraftBundle.ORIGIN).vkey() + "\n").getBytes(UTF_8));
        assertThat(Verified.run("bundle", bundle.write(file), "--json").faults())
                .containsExactly("signature");
    }

    @Test
    void the_same_is_told_in_lines_of_json() {
        Verified verified = Verified.run("bundle", file, "--json");
        assertThat(verified.out().lines()).allMatch(line -> line.startsWith("{\"kind\":\"") && line.endsWith("}"));
        assertThat(verified.out()).endsWith("{\"kind\":\"result\",\"result\":\"whole\",\"exit\":0,\"faults\":0}\n");
        assertThat(Verified.run("bundle", file).out().lines())
                .hasSameSizeAs(verified.out().lines().toList());
    }

    @Test
    void a_checkpoint_is_verified() throws IOException {
        assertThat(Verified.run("checkpoint", checkpoint, "--policy", policy).code())
                .isEqualTo(ExitCode.WHOLE);
        Path altered = write("altered", bundle.checkpoint.replace("\n40\n", "\n41\n"));
        Verified verified = Verified.run("checkpoint", altered, "--policy", policy, "--json");
        assertThat(verified.code()).isEqualTo(ExitCode.WRONG);
        assertThat(verified.faults()).contains("signature");
    }

    @Test
    void a_proof_is_verified_for_an_entry_and_for_a_fact_of_a_bundle() throws IOException {
        Path proof = write("proof", proof(6));
        Path entry = Files.write(folder.resolve("entry"), facts.get(6).entry());
        assertThat(Verified.run("proof", proof, "--entry", entry, "--policy", policy)
                        .code())
                .isEqualTo(ExitCode.WHOLE);
        Verified verified = Verified.run("proof", proof, "--fact", file + ":7", "--policy", policy);
        assertThat(verified.code()).isEqualTo(ExitCode.WHOLE);
        assertThat(verified.out()).contains("The fact at position 7 is initiative-renamed, revision 1, of the stream ");
    }

    @Test
    void a_proof_does_not_hold_for_another_fact() throws IOException {
        Path proof = write("proof", proof(6));
        assertThat(Verified.run("proof", proof, "--fact", file + ":8", "--policy", policy, "--json")
                        .faults())
                .containsExactly("proof 8", "proof");
        Path entry = Files.write(folder.resolve("entry"), new byte[] {1, 2, 3});
        assertThat(Verified.run("proof", proof, "--entry", entry, "--policy", policy, "--json")
                        .faults())
                .containsExactly("malformed-entry", "proof");
    }

    @Test
    void a_fact_whose_payload_was_altered_is_found_though_its_entry_is_proven() throws IOException {
        LogRecord.Fact fact = (LogRecord.Fact) bundle.records.get(6);
        bundle.records.set(6, new LogRecord.Fact(fact.entry(), "altered", fact.metadata(), fact.basis()));
        assertThat(Verified.run(
                                "proof",
                                write("proof", proof(6)),
                                "--fact",
                                bundle.write(file) + ":7",
                                "--policy",
                                policy,
                                "--json")
                        .faults())
                .containsExactly("payload-altered 7");
    }

    @Test
    void a_proof_without_a_policy_decides_nothing_about_who_signed() throws IOException {
        Verified verified = Verified.run("proof", write("proof", proof(6)), "--fact", file + ":7");
        assertThat(verified.code()).isEqualTo(ExitCode.UNDECIDED);
        assertThat(verified.out()).contains("The proof leads from the fact to the root");
    }

    @Test
    void two_checkpoints_are_compared_by_a_proof() throws IOException {
        Path old = write("old", DraftBundle.checkpoint(bundle.tree().part(0, 30)));
        String lines = bundle.tree().consistency(30).stream()
                .map(PlainTree::base64)
                .collect(Collectors.joining("\n", "", "\n"));
        Path proof = write("proof", lines);
        assertThat(Verified.run("consistency", old, checkpoint, proof).code()).isEqualTo(ExitCode.WHOLE);
        assertThat(Verified.run("consistency", checkpoint, old, proof, "--json").faults())
                .containsExactly("checkpoint");
        Path nothing = write("nothing", "");
        assertThat(Verified.run("consistency", old, checkpoint, nothing, "--json")
                        .faults())
                .containsExactly("proof");
        assertThat(Verified.run("consistency", checkpoint, checkpoint, nothing).code())
                .isEqualTo(ExitCode.WHOLE);
        assertThat(Verified.run("consistency", old, checkpoint, write("cut", lines.strip()))
                        .code())
                .isEqualTo(ExitCode.UNREADABLE);
        Path other = write("other", DraftBundle.checkpoint(PlainTree.random(SIZE, new Random(13))));
        assertThat(Verified.run("consistency", other, checkpoint, nothing, "--json")
                        .faults())
                .containsExactly("rewritten");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "bundle",
                "bundle FILE FILE",
                "bundle FILE --policy",
                "bundle FILE --nonsense x",
                "bundle FILE --entry x",
                "bundle FILE --policy POLICY --policy POLICY",
                "bundle NOTHING",
                "bundle POLICY",
                "bundle FILE --policy NOTHING",
                "bundle FILE --policy CHECKPOINT",
                "bundle FILE --checkpoint POLICY",
                "bundle FILE --from NOTHING",
                "bundle FOLDER",
                "checkpoint CHECKPOINT",
                "checkpoint POLICY --policy POLICY",
                "proof CHECKPOINT --entry CHECKPOINT",
                "proof PROOF",
                "proof PROOF --entry CHECKPOINT --fact FILE:7",
                "proof PROOF --fact FILE",
                "proof PROOF --fact FILE:seven",
                "proof PROOF --fact FILE:41",
                "proof PROOF --entry NOTHING",
                "consistency CHECKPOINT CHECKPOINT",
                "consistency CHECKPOINT CHECKPOINT POLICY"
            })
    void what_cannot_be_read_is_told_in_one_sentence(String line) throws IOException {
        write("proof", proof(6));
        Object[] words = Stream.of(line.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("FILE", file.toString())
                        .replace("POLICY", policy.toString())
                        .replace("CHECKPOINT", checkpoint.toString())
                        .replace("PROOF", folder.resolve("proof").toString())
                        .replace("NOTHING", folder.resolve("nothing").toString())
                        .replace("FOLDER", folder.toString()))
                .toArray();
        Verified verified = Verified.run(words);
        assertThat(verified.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(verified.out()).isEmpty();
        assertThat(verified.err()).endsWith(".\n").hasLineCount(1);
    }

    @Test
    void an_error_is_told_in_json_too() {
        Verified verified = Verified.run("bundle", folder.resolve("nothing"), "--json");
        assertThat(verified.out())
                .startsWith("{\"kind\":\"result\",\"result\":\"unreadable\",\"exit\":2,")
                .hasLineCount(1);
        assertThat(verified.err()).isEmpty();
    }

    @Test
    void the_help_explains_commands_and_exit_codes() {
        Verified verified = Verified.run("--help");
        assertThat(verified.code()).isEqualTo(ExitCode.WHOLE);
        assertThat(verified.out())
                .contains("bundle FILE", "consistency OLD NEW PROOF", "Exit codes:", "  3  undecided");
        assertThat(verified.out().lines()).allMatch(line -> line.length() <= 100);
    }

    /** Started as a program of its own, with nothing on its class path but its own classes. */
    @Test
    void it_runs_on_the_jdk_alone_and_ends_with_its_code() throws Exception {
        assertThat(started("bundle", file)).isZero();
        assertThat(started("bundle", policy)).isEqualTo(2);
        assertThat(started("proof", write("proof", proof(6)), "--fact", file + ":7"))
                .isEqualTo(3);
        bundle.records.remove(6);
        assertThat(started("bundle", bundle.write(file))).isEqualTo(1);
    }

    private static int started(Object... words) throws Exception {
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classes,
                                Main.class.getName()),
                        Stream.of(words))
                .map(Object::toString)
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private String proof(int index) {
        String path = bundle.tree().inclusion(index).stream()
                .map(hash -> PlainTree.base64(hash) + "\n")
                .collect(Collectors.joining());
        return "c2sp.org/tlog-proof@v1\nindex " + index + "\n" + path + "\n" + bundle.checkpoint;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
