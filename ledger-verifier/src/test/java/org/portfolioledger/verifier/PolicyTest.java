package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final String ORIGIN = "ledger.example/mps";
    private static final Signer LOG = Signer.log(ORIGIN);
    private static final Signer X1 = Signer.of("witness.example/x1", 4);
    private static final Signer X2 = Signer.of("witness.example/x2", 6);
    private static final Signer X3 = Signer.of("witness.example/x3", 4);
    private static final Signer Y1 = Signer.of("other.example/y1", 6);

    private static final String NAMES = "# two of three of one house, and one of another\nlog " + LOG.vkey()
            + " https://ledger.example/mps\nwitness X1 " + X1.vkey() + " https://witness.example/x1\nwitness X2 "
            + X2.vkey()
            + "\nwitness\tX3   " + X3.vkey() + "\n  # and\n\t\nwitness Y1 " + Y1.vkey() + "\n";

    private static final String POLICY =
            NAMES + "group X 2 X1 X2 X3\ngroup Y any Y1\n\n  group both all X Y\nquorum both\n";

    private static final String TEXT = ORIGIN + "\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    @Test
    void a_checkpoint_counts_if_a_log_and_enough_witnesses_signed_it() throws Malformed {
        assertThat(faults(POLICY, signed(LOG, X1, X3, Y1))).isZero();
        assertThat(faults(POLICY, signed(LOG, X1, X2, Y1))).isZero();
        assertThat(faults(POLICY, signed(LOG, X1, X2, X3, Y1))).isZero();
        assertThat(faults(POLICY, signed(LOG, X1, Y1))).isEqualTo(1);
        assertThat(faults(POLICY, signed(LOG, X1, X2, X3))).isEqualTo(1);
        assertThat(faults(POLICY, signed(LOG))).isEqualTo(1);
        assertThat(faults(POLICY, signed(X1, X3, Y1))).isEqualTo(1);
    }

    @Test
    void a_quorum_may_be_one_witness_or_none() throws Malformed {
        assertThat(faults(NAMES + "quorum none\n", signed(LOG))).isZero();
        assertThat(faults(NAMES + "quorum none", signed(LOG))).isZero();
        assertThat(faults(NAMES + "quorum Y1\n", signed(LOG, X1))).isEqualTo(1);
        assertThat(faults(NAMES + "quorum Y1\n", signed(LOG, Y1))).isZero();
    }

    @Test
    void who_signs_twice_counts_once() throws Malformed {
        List<String> lines = List.of(LOG.line(TEXT, 0), X1.line(TEXT, 1), X1.line(TEXT, 2), Y1.line(TEXT, 1));
        assertThat(faults(POLICY, Signer.note(TEXT, lines))).isEqualTo(1);
    }

    @Test
    void two_keys_of_one_name_are_told_apart_by_their_ids() throws Malformed {
        Signer second = Signer.of(X1.name(), 6);
        String policy = "log " + LOG.vkey() + "\nwitness one " + X1.vkey() + "\nwitness other " + second.vkey()
                + "\ngroup both all one other\nquorum both\n";
        assertThat(faults(policy, signed(LOG, X1, second))).isZero();
        assertThat(faults(policy, signed(LOG, second, second))).isEqualTo(1);
        Signer newKey = Signer.log(ORIGIN);
        String rotated = "log " + LOG.vkey() + "\nlog " + newKey.vkey() + "\nquorum none\n";
        assertThat(faults(rotated, signed(LOG, newKey))).isZero();
        assertThat(faults(rotated, signed(newKey))).isZero();
    }

    @Test
    void lines_of_unknown_keys_are_passed_over_also_if_they_share_a_name_or_an_id_with_a_known_one() throws Malformed {
        Signer sameName = Signer.log(ORIGIN);
        String sameId = Signer.line("another.example", LOG.keyId(), new byte[64]);
        String unknownKind = Signer.line(ORIGIN, new byte[4], new byte[3]);
        List<String> lines = List.of(sameName.line(TEXT, 0), sameId, unknownKind, LOG.line(TEXT, 0));
        assertThat(faults(NAMES + "quorum none", Signer.note(TEXT, lines))).isZero();
        assertThat(faults(NAMES + "quorum none", Signer.note(TEXT, lines.subList(0, 3))))
                .isEqualTo(1);
    }

    @Test
    void a_forged_line_of_a_known_key_spoils_the_note() throws Malformed {
        String forgedLog = Signer.line(ORIGIN, LOG.keyId(), new byte[64]);
        assertThat(faults(NAMES + "quorum none", Signer.note(TEXT, List.of(LOG.line(TEXT, 0), forgedLog))))
                .isEqualTo(1);
        String forgedWitness = Signer.line(X2.name(), X2.keyId(), new byte[2428]);
        assertThat(faults(NAMES + "quorum none", Signer.note(TEXT, List.of(LOG.line(TEXT, 0), forgedWitness))))
                .isEqualTo(1);
    }

    @Test
    void a_line_of_a_key_that_collides_with_a_known_one_is_a_forgery() throws Malformed {
        Signer thief = Signer.log(ORIGIN);
        String line = Signer.line(ORIGIN, LOG.keyId(), thief.signature(TEXT, 0));
        assertThat(faults(NAMES + "quorum none", Signer.note(TEXT, List.of(line))))
                .isEqualTo(1);
    }

    @Test
    void two_keys_with_one_name_and_id_are_refused() {
        Random random = new Random(4);
        Map<String, byte[]> byId = new HashMap<>();
        while (true) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            byte[] typed = Signer.joined(new byte[] {4}, key);
            byte[] other = byId.put(HexFormat.of().formatHex(Signer.keyId("w", typed)), key);
            if (other == null) continue;
            String policy = "witness A " + Signer.vkey("w", 4, key) + "\nwitness B " + Signer.vkey("w", 4, other)
                    + "\nquorum A\n";
            assertThatThrownBy(() -> policy(policy)).hasMessageContaining("the same name and id");
            return;
        }
    }

    @Test
    void a_log_counts_only_for_its_own_origin() throws Malformed {
        Signer other = Signer.log("ledger.example/other");
        assertThat(faults("log " + other.vkey() + "\nquorum none\n", signed(other)))
                .isEqualTo(1);
    }

    @Test
    void a_log_may_sign_by_ml_dsa() throws Malformed {
        Signer log = Signer.of(ORIGIN, 6);
        assertThat(faults("log " + log.vkey() + "\nquorum none\n", signed(log))).isZero();
        assertThat(faults("log " + log.vkey() + "\nquorum none\n", Signer.note(TEXT, List.of(log.line(TEXT, 0)))))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void a_witness_that_states_no_moment_does_not_count(int type) throws Malformed {
        Signer witness = Signer.of("witness.example/w", type);
        String policy = "log " + LOG.vkey() + "\nwitness W " + witness.vkey() + "\nquorum W\n";
        assertThat(faults(policy, Signer.note(TEXT, List.of(LOG.line(TEXT, 0), witness.line(TEXT, 0)))))
                .isEqualTo(1);
        assertThat(faults(policy, Signer.note(TEXT, List.of(LOG.line(TEXT, 0), witness.line(TEXT, 1)))))
                .isZero();
        assertThat(faults(policy, Signer.note(TEXT, List.of(LOG.line(TEXT, 0), witness.line(TEXT, Long.MAX_VALUE)))))
                .isZero();
    }

    @Test
    void extension_lines_are_told_and_nothing_rests_on_them() throws Malformed {
        String extended = TEXT + "size 8\n";
        Report report = new Report();
        Note note = Note.parse(Signer.note(extended, List.of(LOG.line(extended, 0))));
        new SignatureCheck(note, LogCheckpoint.of(note), report).under(policy(NAMES + "quorum none"), "a policy");
        assertThat(report.exitCode()).isEqualTo(ExitCode.WHOLE);
        assertThat(LogCheckpoint.of(note)).isEqualTo(NoteTest.checkpoint(TEXT));
        assertThat(LogCheckpoint.hasExtensions(note)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum Z",
                "quorum",
                "quorum none\nquorum none",
                "group none any X1\nquorum none",
                "group X any none\nquorum X",
                "group X any Z\nquorum X",
                "group X 4 X1 X2 X3\nquorum X",
                "group X 0 X1\nquorum X",
                "group X 01 X1\nquorum X",
                "group X -1 X1\nquorum X",
                "group X any X1 X1\nquorum X",
                "group X any X1\ngroup Z any X1\nquorum X",
                "group X1 any X2\nquorum X1",
                "group X any\nquorum X",
                "group X any X\nquorum X",
                "groups X any X1\nquorum X",
                "quorum X\ngroup X any X1",
                "witness W\nquorum none",
                "log\nquorum none",
                "quorum none\r",
                "quorum none\n\u007f"
            })
    void what_is_no_policy_is_refused(String rest) {
        assertThatThrownBy(() -> policy(NAMES + rest)).isInstanceOf(Malformed.class);
    }

    @Test
    void no_key_counts_twice_or_for_what_it_is_not() {
        for (String line : List.of(
                "witness again " + X1.vkey(),
                "witness again " + X1.named("another.example").vkey(),
                "log " + LOG.vkey(),
                "log " + LOG.named("another.example").vkey(),
                "witness W " + Signer.log("w").vkey(),
                "witness X1 " + Signer.of("w", 4).vkey()))
            assertThatThrownBy(() -> policy(NAMES + line + "\nquorum none"))
                    .as(line)
                    .isInstanceOf(Malformed.class)
                    .hasMessageStartingWith("line 9 ");
    }

    @Test
    void a_chain_of_groups_may_be_long() throws Malformed {
        StringBuilder policy = new StringBuilder(NAMES).append("group g0 any X1\n");
        for (int i = 1; i < 900; i++) policy.append("group g" + i + " all g" + (i - 1) + "\n");
        policy.append("quorum g899\n");
        assertThat(faults(policy.toString(), signed(LOG, X1))).isZero();
        assertThat(faults(policy.toString(), signed(LOG, X2))).isEqualTo(1);
    }

    @Test
    void a_key_and_a_name_may_be_of_any_letters() throws Malformed {
        Signer swedish = Signer.of("vittne.exämple", 4);
        String policy = "log " + LOG.vkey() + "\nwitness Å " + swedish.vkey() + "\nquorum Å\n";
        assertThat(faults(policy, signed(LOG, swedish))).isZero();
    }

    private static WitnessPolicy policy(String text) throws Malformed {
        return WitnessPolicy.parse(text.getBytes(UTF_8));
    }

    private static String signed(Signer... signers) {
        return Signer.note(
                TEXT, Stream.of(signers).map(one -> one.line(TEXT, 1)).toList());
    }

    private static long faults(String policy, String note) throws Malformed {
        Report report = new Report();
        Note parsed = Note.parse(note);
        new SignatureCheck(parsed, LogCheckpoint.of(parsed), report).under(policy(policy), "a policy");
        assertThat(new ArrayList<>(report.faults())).allMatch(fault -> fault.kind() == FaultKind.SIGNATURE);
        return report.found();
    }
}
