package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each mutant still applies to the code, and the tests that must kill it exist. */
class MutantsTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final Pattern TEST = Pattern.compile(",");
    private static final Pattern MUTANT =
            Pattern.compile("(?s).+\nfile: (.+)\nmodule: (.+)\ntests: (.+)\n--- replace\n(.+)\n--- by\n(.+)\n");

    @Test
    void the_text_that_each_replaces_is_in_its_file_once() throws IOException {
        for (Path path : mutants()) {
            Matcher mutant = read(path);
            String source = Files.readString(CHECKOUT.resolve(mutant.group(1)));
            assertThat(source.split(Pattern.quote(mutant.group(4)), -1))
                    .as(path.toString())
                    .hasSize(2);
            assertThat(mutant.group(5)).as(path.toString()).isNotEqualTo(mutant.group(4));
        }
    }

    @Test
    void the_tests_that_must_kill_each_are_there() throws IOException {
        for (Path path : mutants()) {
            Matcher mutant = read(path);
            for (String test : TEST.splitAsStream(mutant.group(3)).toList()) {
                Path tests = CHECKOUT.resolve(mutant.group(2)).resolve("src/test/java");
                String file = test.replaceFirst("#.*", "") + ".java";
                try (Stream<Path> files = Files.walk(tests)) {
                    assertThat(files).as("%s: %s", path, test).anyMatch(one -> one.endsWith(file));
                }
            }
        }
    }

    private static List<Path> mutants() throws IOException {
        try (Stream<Path> files = Files.list(CHECKOUT.resolve("mutants"))) {
            List<Path> mutants =
                    files.filter(file -> file.toString().endsWith(".mutant")).toList();
            assertThat(mutants).hasSizeGreaterThan(10);
            return mutants;
        }
    }

    private static Matcher read(Path path) throws IOException {
        Matcher mutant = MUTANT.matcher(Files.readString(path));
        assertThat(mutant.matches()).as(path.toString()).isTrue();
        return mutant;
    }
}
