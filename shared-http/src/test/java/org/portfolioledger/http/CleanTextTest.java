package org.portfolioledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put on record can be seen, and two texts that look the same are the same. */
class CleanTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0, 0x7, 0x1B, 0x7F, 0x85, 0xAD, 0x34F, 0x378, 0x61C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E,
                0x200F, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0x2800, 0x3164, 0xD800, 0xDFFF, 0xE000, 0xFDD0,
                0xFE0F, 0xFEFF, 0xFFA0, 0xFFFE, 0xFFFF, 0xE0001, 0xE0100, 0xF0000, 0x1FFFE, 0x10FFFF
            })
    void a_character_that_nobody_sees_is_refused_with_its_code_point_and_place(int c) {
        assertThat(CleanText.fault("Homes" + Character.toString(c) + "now"))
                .hasValueSatisfying(
                        fault -> assertThat(fault).endsWith(String.format(Locale.ROOT, "U+%04X, as character 6", c)));
        assertThat(CleanText.fault(CleanText.of(Character.toString(c)))).isNotEmpty();
    }

    @Test
    void of_all_characters_none_is_taken_that_is_a_control_a_format_or_undefined() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> c != '\n' && c != '\t' && c != '\r')
                        .filter(c -> switch (Character.getType(c)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.SURROGATE,
                                    Character.PRIVATE_USE,
                                    Character.UNASSIGNED -> true;
                            default -> false;
                        })
                        .filter(c -> CleanText.fault("a" + Character.toString(c) + "b")
                                .isEmpty()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00C9coles",
                "Stra\u00DFe",
                "\u4E2D\u6587",
                "\u0420\u0443\u0441",
                "A\nB\tC\r\nD",
                "\uD83D\uDE00",
                "x\u00B2"
            })
    void what_can_be_seen_is_taken(String text) {
        assertThat(CleanText.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"E\u0301coles,\u00C9coles", "\u212B,\u00C5", "A\u0327\u030A,A\u0327\u030A"})
    void a_text_is_kept_in_normalization_form_c(String sent, String kept) {
        assertThat(CleanText.of(sent)).isEqualTo(Normalizer.normalize(kept, Normalizer.Form.NFC));
    }

    @Test
    void white_space_around_a_text_is_left_out_and_within_it_kept() {
        assertThat(CleanText.of(" \t\u00A0\u3000New  homes\n\u2028 ")).isEqualTo("New  homes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u2003\u3000", "\n\t"})
    void a_text_of_white_space_alone_is_blank(String sent) {
        assertThat(CleanText.fault(CleanText.of(sent)))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("is blank"));
    }
}
