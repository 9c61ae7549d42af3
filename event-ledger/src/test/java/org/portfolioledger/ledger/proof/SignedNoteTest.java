package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.ledger.proof.Keys.Cosigner;

class SignedNoteTest {

    // The example of C2SP's signed-note.
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = "This is an example message.\n\n\u2014 example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private static final TreeHead HEAD = new TreeHead("ledger.example/mps", 412, TreeHash.ofLeaf(new byte[0]));

    @Test
    void a_note_of_others_is_read_verified_and_written_as_it_was() {
        NoteKey key = NoteKey.parse(KEY);
        SignedNote note = SignedNote.parse(NOTE);

        assertThat(key.text()).isEqualTo(KEY);
        assertThat(note.whole()).isEqualTo(NOTE);
        assertThat(note.signatures()).singleElement().matches(line -> line.isOf(key));
        assertThat(key.verifies(
                        Keys.utf8(note.text()), note.signatures().getFirst().signature()))
                .isTrue();
        assertThat(key.verifies(
                        Keys.utf8("This is another message.\n"),
                        note.signatures().getFirst().signature()))
                .isFalse();
    }

    @Test
    void a_log_signs_its_head_and_the_same_head_with_the_same_bytes() {
        LogKey log = Keys.log(HEAD.origin());
        SignedNote signed = log.sign(HEAD);

        assertThat(signed.text()).startsWith("ledger.example/mps\n412\n").hasLineCount(3);
        assertThat(TreeHead.parse(SignedNote.parse(signed.whole()).text())).isEqualTo(HEAD);
        assertThat(TreeHead.signedAt(signed, log.verifier())).contains(0L);
        assertThat(log.sign(HEAD)).isEqualTo(signed);
        assertThatThrownBy(() -> log.sign(new TreeHead("another", 1, HEAD.root())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = NoteKey.Kind.class,
            names = {"COSIGNATURE", "COSIGNATURE_ML_DSA"})
    void a_witness_signs_when_it_saw_a_head(NoteKey.Kind kind) {
        Cosigner witness = Cosigner.of("witness.example/w1", kind);
        SignedNote signed = Keys.log(HEAD.origin()).sign(HEAD);
        SignedNote cosigned = SignedNote.parse(
                signed.with(List.of(witness.sign(signed, 1_679_315_147))).whole());

        assertThat(TreeHead.signedAt(cosigned, witness.key())).contains(1_679_315_147L);
        assertThat(NoteKey.parse(witness.key().text())).isEqualTo(witness.key());
        SignedNote.Line line = witness.sign(signed, 1_679_315_147);
        assertThatThrownBy(() -> TreeHead.signedAt(signed.with(List.of(at(line, 1_679_315_148))), witness.key()))
                .hasMessageContaining("forged");
        // Without a moment it says nothing of the largest tree.
        assertThatThrownBy(() -> TreeHead.signedAt(signed.with(List.of(witness.sign(signed, 0))), witness.key()))
                .hasMessageContaining("forged");
    }

    @Test
    void what_an_unknown_key_signed_counts_for_nothing_and_a_forged_line_of_a_known_one_spoils_the_note() {
        LogKey log = Keys.log(HEAD.origin());
        LogKey thief = Keys.log(HEAD.origin());
        assertThat(TreeHead.signedAt(thief.sign(HEAD), log.verifier())).isEmpty();

        SignedNote.Line forged =
                new SignedNote.Line(HEAD.origin(), log.verifier().id(), ByteBuffer.wrap(new byte[64]));
        assertThatThrownBy(() -> TreeHead.signedAt(log.sign(HEAD).with(List.of(forged)), log.verifier()))
                .hasMessageContaining("forged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n- name AAAAAAAA\n",
                "text\n\n\u2014 na+me AAAAAAAA\n",
                "text\n\n\u2014  AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA more\n",
                "text\n\n\u2014 name AAAAAAAA",
                "text\r\n\n\u2014 name AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA\n\n",
                "text\n\n\u2014 name AAAAAAB=\n",
                "text\n\n\u2014 name AAAAAAA\n"
            })
    void what_is_no_note_is_refused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin\n1\n",
                "origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n99999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                // Bits to spare in the last character.
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "or igin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nmore\n",
                // The tree without leaves has one root.
                "origin\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatThrownBy(() -> TreeHead.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/foo",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+BekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
                "example.com/foo+530d903a+"
            })
    void what_is_no_key_is_refused(String key) {
        assertThatThrownBy(() -> NoteKey.parse(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n", "hunter2"})
    void what_is_no_key_of_a_log_is_refused_without_a_word_of_it(String pem) {
        assertThatThrownBy(() -> LogKey.ofPem("origin", pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    private static SignedNote.Line at(SignedNote.Line line, long seconds) {
        byte[] signature = line.signature();
        return new SignedNote.Line(
                line.name(), line.keyId(), ByteBuffer.wrap(signature).putLong(0, seconds));
    }
}
