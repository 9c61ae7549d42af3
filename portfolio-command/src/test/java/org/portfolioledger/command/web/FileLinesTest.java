package org.portfolioledger.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.command.web.FileLines.FileLine;

/** A file comes line by line, however it is cut on its way. */
class FileLinesTest {

    private static final String LONG = "x".repeat(100_000);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8_192, 1_000_000})
    void its_lines_are_those_of_the_file(int part) throws IOException {
        List<FileLine> lines = lines("\uFEFFa\r\n\nb" + LONG + "\n" + "last", 200_000, part);

        assertThat(lines)
                .extracting(line -> new String(line.bytes(), UTF_8))
                .containsExactly("a\r", "", "b" + LONG, "last");
        assertThat(lines).extracting(FileLine::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines).noneMatch(FileLine::tooLong);
        assertThat(lines.get(1).isBlank()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000_000})
    void of_a_line_that_is_too_long_the_beginning_is_read_and_the_next_one_whole(int part) throws IOException {
        List<FileLine> lines = lines(LONG + "\nnext\n", 1_000, part);

        assertThat(lines).extracting(FileLine::tooLong).containsExactly(true, false);
        assertThat(lines.getFirst().bytes()).hasSize(1_000);
        assertThat(new String(lines.getLast().bytes(), UTF_8)).isEqualTo("next");
    }

    @Test
    void blanks_that_are_too_many_are_not_passed_over() throws IOException {
        assertThat(lines(" ".repeat(2_000) + "{}", 1_000, 100)).singleElement().satisfies(line -> {
            assertThat(line.tooLong()).isTrue();
            assertThat(line.isBlank()).isFalse();
        });
    }

    @Test
    void an_empty_file_has_no_line() throws IOException {
        assertThat(lines("", 1_000, 100)).isEmpty();
    }

    private static List<FileLine> lines(String text, int longest, int part) throws IOException {
        InputStream parts = new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(part, length));
            }
        };
        FileLines file = new FileLines(parts, longest);
        List<FileLine> lines = new ArrayList<>();
        for (FileLine line = file.next(); line != null; line = file.next()) lines.add(line);
        return lines;
    }
}
