package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    // The example of C2SP's signed-note.
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = "This is an example message.\n\n\u2014 example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private static final LogCheckpoint ANY = new LogCheckpoint("log", 0, NodeHash.ofNothing());

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String TEXT = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

    @Test
    void the_example_of_the_specification_is_signed_by_its_key() throws Malformed {
        Note note = Note.parse(NOTE);
        VerifierKey key = VerifierKey.parse(KEY);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.signatures()).singleElement().satisfies(line -> {
            assertThat(line.isOf(key)).isTrue();
            assertThat(key.signedAt(note.text(), ANY, line)).isEqualTo(OptionalLong.of(0));
            assertThat(key.signedAt("This is another message.\n", ANY, line)).isEmpty();
        });
    }

    @Test
    void a_text_may_have_empty_lines_and_a_note_sixteen_signatures() throws Malformed {
        Signer log = Signer.log("log");
        String text = "one\n\ntwo\n";
        Note note = Note.parse(Signer.note(text, Collections.nCopies(16, log.line(text, 0))));
        assertThat(note.text()).isEqualTo(text);
        assertThat(note.signatures()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name AAAAAA==\n",
                "text\n\n- name AAAAAAAA\n",
                "text\n\n\u2014 na+me AAAAAAAA\n",
                "text\n\n\u2014 na\u00a0me AAAAAAAA\n",
                "text\n\n\u2014  AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA more\n",
                "text\n\n\u2014 name AAAAAAAA",
                "text\n\u2014 name AAAAAAAA\n",
                "text\r\n\n\u2014 name AAAAAAAA\n",
                "te\txt\n\n\u2014 name AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA\n\n",
                // Base64 with bits to spare, without padding, and of another alphabet.
                "text\n\n\u2014 name AAAAAAB=\n",
                "text\n\n\u2014 name AAAAAAA\n",
                "text\n\n\u2014 name AAAAAAA_\n"
            })
    void what_is_no_note_is_refused(String note) {
        assertThatThrownBy(() -> Note.parse(note)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_note_that_is_not_utf_8_or_has_too_many_signatures_is_refused() {
        byte[] latin = NOTE.getBytes(UTF_8);
        latin[0] = (byte) 0xe4;
        assertThatThrownBy(() -> Note.parse(latin)).isInstanceOf(Malformed.class);
        String line = "\u2014 name AAAAAAAA\n";
        assertThatThrownBy(() -> Note.parse(Signer.note("text\n", Collections.nCopies(101, line))))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_checkpoint_has_an_origin_a_size_and_a_root() throws Malformed {
        LogCheckpoint checkpoint = checkpoint(TEXT);
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.root()).hasToString(ROOT);
        assertThat(checkpoint(TEXT + "extension\n")).isEqualTo(checkpoint);
        assertThat(checkpoint("log\n0\n" + NodeHash.ofNothing() + "\n").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin\n1\n",
                "origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n00\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n\u0661\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                // Bits to spare in the last character.
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nmore\n",
                // The tree without leaves has one root.
                "origin\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatThrownBy(() -> checkpoint(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6})
    void each_kind_of_key_verifies_what_it_signed_and_nothing_else(int type) throws Malformed {
        Signer signer = Signer.of("witness.example/w1", type);
        VerifierKey key = VerifierKey.parse(signer.vkey());
        LogCheckpoint checkpoint = checkpoint(TEXT);
        OptionalLong seconds = OptionalLong.of(type == 1 ? 0 : 1_679_315_147);
        String line = signer.line(TEXT, 1_679_315_147);

        assertThat(key.signedAt(TEXT, checkpoint, signature(line))).isEqualTo(seconds);
        String larger = TEXT.replace("20852163", "20852164");
        assertThat(key.signedAt(larger, checkpoint(larger), signature(line))).isEmpty();
        byte[] changed = signer.signature(TEXT, 1_679_315_147);
        for (int at : List.of(0, 7, 8, changed.length - 1)) {
            byte[] flipped = changed.clone();
            flipped[at] ^= 1;
            assertThat(key.signedAt(TEXT, checkpoint, signature(Signer.line(signer.name(), signer.keyId(), flipped))))
                    .as("byte %s", at)
                    .isEmpty();
        }
        byte[] longer = Signer.joined(changed, new byte[1]);
        assertThat(key.signedAt(TEXT, checkpoint, signature(Signer.line(signer.name(), signer.keyId(), longer))))
                .isEmpty();
    }

    @Test
    void extension_lines_are_signed_by_ed25519_and_not_by_ml_dsa() throws Malformed {
        String extended = TEXT + "extension\n";
        Signer ed25519 = Signer.of("witness.example/w1", 4);
        Signer mlDsa = Signer.of("witness.example/w2", 6);
        assertThat(VerifierKey.parse(ed25519.vkey())
                        .signedAt(extended, checkpoint(extended), signature(ed25519.line(TEXT, 1))))
                .isEmpty();
        assertThat(VerifierKey.parse(mlDsa.vkey())
                        .signedAt(extended, checkpoint(extended), signature(mlDsa.line(TEXT, 1))))
                .isEqualTo(OptionalLong.of(1));
    }

    @Test
    void a_moment_beyond_what_is_allowed_is_a_forgery() throws Malformed {
        Signer signer = Signer.of("witness.example/w1", 4);
        assertThat(VerifierKey.parse(signer.vkey()).signedAt(TEXT, checkpoint(TEXT), signature(signer.line(TEXT, -1))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/foo",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+BekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
                "example.com/foo+530d903a+",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/f oo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void what_is_no_key_is_refused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_proof_is_read_as_it_is_written_and_in_no_other_way() throws Malformed {
        String checkpoint = DraftBundle.checkpoint(PlainTree.random(3, new java.util.Random(3)));
        String hash = ROOT + "\n";
        String proof = "c2sp.org/tlog-proof@v1\nindex 2\n" + hash + "\n" + checkpoint;
        assertThat(TlogProof.parse(utf8(proof)).index()).isEqualTo(2);
        assertThat(TlogProof.parse(utf8(proof)).path()).hasSize(1);
        assertThat(TlogProof.parse(utf8(proof.replace("\nindex", "\nextra YWJj\nindex")))
                        .path())
                .hasSize(1);
        for (String bad : List.of(
                proof.replace("@v1", "@v2"),
                proof.replace("index 2", "index 02"),
                proof.replace("index 2\n", ""),
                proof.replace("\nindex", "\nextra YWJ\nindex"),
                proof.replace("\nindex", "\nextra YWJj\nextra YWJj\nindex"),
                proof.replace(hash, hash + "short\n"),
                proof.replace(hash, hash.repeat(64)),
                proof.replace("\n\n", "\n")))
            assertThatThrownBy(() -> TlogProof.parse(utf8(bad))).as(bad).isInstanceOf(Malformed.class);
    }

    static LogCheckpoint checkpoint(String text) throws Malformed {
        return LogCheckpoint.of(new Note(text, List.of()));
    }

    private static NoteSignature signature(String line) throws Malformed {
        return NoteSignature.parse(line.substring(0, line.length() - 1));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
