package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactEntryTest {

    @Test
    void an_entry_is_read_as_it_was_written() {
        DraftFact fact = new DraftFact();
        fact.position = 412;
        fact.recordedAt = 1;
        fact.knownAt = -1;
        fact.sequence = 7;
        fact.effectiveOn = -1;
        fact.actor = "kansli é";
        FactEntry entry = FactEntry.of(fact.entry());
        assertThat(entry.malformation()).isNull();
        assertThat(entry.position()).isEqualTo(412);
        assertThat(FactEntry.moment(entry.recordedAt())).isEqualTo("2000-01-01T00:00:00.000001Z");
        assertThat(FactEntry.moment(entry.knownAt())).isEqualTo("1999-12-31T23:59:59.999999Z");
        assertThat(entry.sequence()).isEqualTo(7);
        assertThat(entry.revision()).isEqualTo(1);
        assertThat(entry.effectiveOn()).hasToString("1999-12-31");
        assertThat(entry.text(FactEntry.REGISTER)).isEqualTo("MPS");
        assertThat(entry.text(FactEntry.STREAM)).isEqualTo("initiative-1");
        assertThat(entry.text(FactEntry.TYPE)).isEqualTo("initiative-renamed");
        assertThat(entry.text(FactEntry.ACTOR)).isEqualTo("kansli é");
        assertThat(entry.text(FactEntry.COMMAND)).isEqualTo("key");
        assertThat(entry.toBytes()).isEqualTo(fact.entry());
    }

    /** The example by which the ledger is tested too; it was worked out from the description, apart from any code. */
    @Test
    void the_worked_example_of_the_format_is_read() {
        byte[] bytes = HexFormat.of()
                .parseHex("012177066ac9ffea47a2394f680f9f29599778070e9acfeae6751154604d0dc60e935c39e4add6cf"
                        + "0f235f1a0d8b36707eb0ec0cd97b2702c5e2bcced33017f5fa21d087eac7e1447dca94e900ea9632"
                        + "2596833c56f9dab6741fbc56ad9a5ead79000000000000019c0002f16180017a000002f158b20c7c"
                        + "010000000000000003000000010000102a000000000000000000000000000000014d50530a617070"
                        + "6f696e746d656e74732d370a73726f2d6170706f696e7465640a612e636c65726b0a6b2d310a");
        FactEntry entry = FactEntry.of(bytes);
        assertThat(entry.malformation()).isNull();
        assertThat(entry.position()).isEqualTo(412);
        assertThat(FactEntry.moment(entry.recordedAt())).isEqualTo("2026-04-01T09:30:15.123456Z");
        assertThat(FactEntry.moment(entry.knownAt())).isEqualTo("2026-03-31T23:00:00.000001Z");
        assertThat(entry.effectiveOn()).hasToString("2011-05-01");
        assertThat(entry.eventId()).hasToString("00000000-0000-0000-0000-000000000001");
        assertThat(entry.text(FactEntry.COMMAND)).isEqualTo("k-1");
        assertThat(entry.hasDigest(FactEntry.METADATA, PlainTree.sha256("{\"role\":\"migrator\"}".getBytes(UTF_8))))
                .isTrue();
        assertThat(NodeHash.ofLeaf(bytes))
                .isEqualTo(PlainTree.hash("4cf568ca07d02dd736560f59e4a84569defbd2c2ae3c0f11141a07a8eeeca800"));
    }

    static Stream<Consumer<DraftFact>> malformations() {
        return Stream.of(
                fact -> fact.version = 2,
                fact -> fact.position = 0,
                fact -> fact.position = -5,
                fact -> fact.position = Long.MAX_VALUE,
                fact -> fact.sequence = -1,
                fact -> fact.revision = 0,
                fact -> fact.effectiveOn = 3_000_000,
                fact -> fact.effectiveOn = -800_000,
                fact -> fact.recordedAt = Long.MAX_VALUE,
                fact -> fact.knownAt = Long.MIN_VALUE,
                fact -> fact.register = "",
                fact -> fact.command = "",
                fact -> fact.stream = "a\tb",
                fact -> fact.stream = "a\u0000b",
                fact -> fact.type = "a\u0085b",
                fact -> fact.actor = "a\u007fb",
                fact -> fact.actor = "a".repeat(1_001),
                fact -> fact.after = "more",
                fact -> fact.after = "more\n");
    }

    @ParameterizedTest
    @MethodSource("malformations")
    void an_entry_that_the_format_does_not_allow_is_malformed(Consumer<DraftFact> change) {
        DraftFact fact = new DraftFact();
        fact.position = 1;
        assertThat(FactEntry.of(fact.entry()).malformation()).isNull();
        change.accept(fact);
        assertThat(FactEntry.of(fact.entry()).malformation()).isNotNull();
    }

    @Test
    void an_entry_that_was_cut_anywhere_is_malformed() {
        DraftFact fact = new DraftFact();
        fact.position = 1;
        byte[] entry = fact.entry();
        for (int length = 0; length < entry.length; length++)
            assertThat(FactEntry.of(Arrays.copyOf(entry, length)).malformation())
                    .isNotNull();
    }

    @Test
    void a_text_that_is_not_utf_8_is_malformed() {
        DraftFact fact = new DraftFact();
        fact.position = 1;
        byte[] entry = fact.entry();
        entry[153] = (byte) 0xc0;
        assertThat(FactEntry.of(entry).malformation()).contains("register");
    }
}
