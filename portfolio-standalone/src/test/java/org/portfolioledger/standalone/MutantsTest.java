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

/** The fakes that {@code check --long} demands to be caught still break what they broke when they were written. */
class MutantsTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final Pattern TEST = Pattern.compile(",");
    private static final Pattern FAKE =
            Pattern.compile("(?s).+\nfile: (.+)\nmodule: (.+)\ntests: (.+)\n--- replace\n(.+)\n--- by\n(.+)\n");

    @Test
    void the_text_that_each_replaces_is_in_its_file_once() throws IOException {
        for (Path path : fakes()) {
            Matcher fake = read(path);
            String source = Files.readString(CHECKOUT.resolve(fake.group(1)));
            assertThat(source.split(Pattern.quote(fake.group(4)), -1))
                    .as(path.toString())
                    .hasSize(2);
            assertThat(fake.group(5)).as(path.toString()).isNotEqualTo(fake.group(4));
        }
    }

    @Test
    void the_tests_that_must_catch_each_are_there() throws IOException {
        for (Path path : fakes()) {
            Matcher fake = read(path);
            for (String test : TEST.splitAsStream(fake.group(3)).toList()) {
                Path tests = CHECKOUT.resolve(fake.group(2)).resolve("src/test/java");
                String file = test.replaceFirst("#.*", "") + ".java";
                try (Stream<Path> files = Files.walk(tests)) {
                    assertThat(files).as("%s: %s", path, test).anyMatch(one -> one.endsWith(file));
                }
            }
        }
    }

    private static List<Path> fakes() throws IOException {
        try (Stream<Path> files = Files.list(CHECKOUT.resolve("fakes"))) {
            List<Path> fakes =
                    files.filter(file -> file.toString().endsWith(".mutant")).toList();
            assertThat(fakes).hasSizeGreaterThan(10);
            return fakes;
        }
    }

    private static Matcher read(Path path) throws IOException {
        Matcher fake = FAKE.matcher(Files.readString(path));
        assertThat(fake.matches()).as(path.toString()).isTrue();
        return fake;
    }
}
