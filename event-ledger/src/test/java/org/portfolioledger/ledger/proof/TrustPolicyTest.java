package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.ledger.proof.Keys.Cosigner;

class TrustPolicyTest {

    private static final String ORIGIN = "ledger.example/mps";
    private static final LogKey LOG = Keys.log(ORIGIN);
    private static final Cosigner X1 = Cosigner.of("witness.example/x1", NoteKey.Kind.COSIGNATURE);
    private static final Cosigner X2 = Cosigner.of("witness.example/x2", NoteKey.Kind.COSIGNATURE_ML_DSA);
    private static final Cosigner X3 = Cosigner.of("witness.example/x3", NoteKey.Kind.COSIGNATURE);
    private static final Cosigner Y1 = Cosigner.of("other.example/y1", NoteKey.Kind.COSIGNATURE);

    private static final String NAMES = """
            # two of three of one house, and one of another
            log %s https://ledger.example/mps
            witness X1 %s https://witness.example/x1
            witness X2 %s
            witness\tX3   %s
            witness Y1 %s
            """.formatted(
                    LOG.verifier().text(),
                    X1.key().text(),
                    X2.key().text(),
                    X3.key().text(),
                    Y1.key().text());

    private static final String POLICY = NAMES + """
            group X 2 X1 X2 X3
            group Y any Y1

              group both all X Y
            quorum both
            """;

    private final SignedNote signed = LOG.sign(new TreeHead(ORIGIN, 1, TreeHash.ofLeaf(new byte[0])));

    @Test
    void a_checkpoint_counts_if_a_log_and_enough_witnesses_signed_it() {
        TrustPolicy policy = TrustPolicy.parse(POLICY);

        assertThat(policy.logs())
                .singleElement()
                .satisfies(log -> assertThat(log.url()).hasToString("https://ledger.example/mps"));
        assertThat(policy.witnesses()).extracting(TrustPolicy.Witness::name).containsExactly("X1", "X2", "X3", "Y1");
        assertThat(policy.accepted(signedBy(X1, X3, Y1))).isPresent();
        assertThat(policy.accepted(signedBy(X1, X2, Y1))).isPresent();
        assertThat(policy.accepted(signedBy(X1, Y1))).isEmpty();
        assertThat(policy.accepted(signedBy(X1, X2, X3))).isEmpty();
        // One who signs twice is one.
        assertThat(policy.accepted(signed.with(List.of(X1.sign(signed, 1), X1.sign(signed, 2), Y1.sign(signed, 1)))))
                .isEmpty();
        assertThat(policy.accepted(new SignedNote(
                        signed.text(),
                        Stream.of(X1, X3, Y1).map(one -> one.sign(signed, 1)).toList())))
                .isEmpty();
    }

    @Test
    void a_policy_may_need_no_witness() {
        assertThat(TrustPolicy.parse(NAMES + "quorum none").accepted(signed)).isPresent();
        assertThat(TrustPolicy.parse(NAMES + "quorum Y1").accepted(signed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum Z",
                "quorum none\nquorum none",
                "group none any X1\nquorum none",
                "group X any Z\nquorum X",
                "group X 4 X1 X2 X3\nquorum X",
                "group X 0 X1\nquorum X",
                "group X any X1 X1\nquorum X",
                "group X any X1\ngroup Z any X1\nquorum X",
                "group X1 any X2\nquorum X1",
                "group X any\nquorum X",
                "groups X any X1\nquorum X",
                "quorum X\ngroup X any X1",
                "quorum none\r"
            })
    void a_policy_that_is_none_is_refused(String rest) {
        assertThatThrownBy(() -> TrustPolicy.parse(NAMES + rest)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_key_counts_twice_or_for_what_it_is_not() {
        assertThatThrownBy(() ->
                        TrustPolicy.parse(NAMES + "witness again " + X1.key().text() + "\nquorum none"))
                .hasMessageStartingWith("line 7 of the policy");
        assertThatThrownBy(() -> TrustPolicy.parse("witness W " + LOG.verifier().text() + "\nquorum none"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrustPolicy.parse("log " + X1.key().text() + "\nquorum none"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SignedNote signedBy(Cosigner... witnesses) {
        return signed.with(
                Stream.of(witnesses).map(witness -> witness.sign(signed, 1)).toList());
    }
}
