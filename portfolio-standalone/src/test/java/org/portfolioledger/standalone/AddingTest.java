package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;

/** The files that docs/adding.md lists for a command and for a family are those whose code names them. */
class AddingTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w-]+)/…/(\\w+)/(\\w+)\\.java` \\|");
    private static final Pattern NO_CODE =
            Pattern.compile("(?s:/\\*.*?\\*/)|^\\s*//.*$|^(package|import) .*$", Pattern.MULTILINE);

    @Test
    void the_command_is_in_the_files_that_are_listed_and_in_no_others() throws IOException {
        assertThat(naming("BoardParentChanged|ChangeParent\\b"))
                .containsExactlyInAnyOrderElementsOf(listed("## A command", "## A family"));
    }

    @Test
    void the_family_is_in_the_files_that_are_listed_and_in_no_others() throws IOException {
        assertThat(naming("(?i)dependenc(y|ies)"))
                .containsExactlyInAnyOrderElementsOf(listed("## A family", "Samples"));
    }

    @Test
    void the_files_of_its_tests_are_there_and_every_family_has_those_that_begin_with_its_name() throws IOException {
        List<String> listed = listed("## Its tests", "\n## ");
        assertThat(listed)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ofTests(file)).exists());
        List<String> families = Arrays.stream(GovernanceFact.class.getPermittedSubclasses())
                .filter(family -> family != Corrected.class)
                .map(family -> family.getSimpleName().replaceFirst("Fact$", ""))
                .toList();
        for (String file : listed)
            if (file.contains("/Dependency"))
                assertThat(families)
                        .allSatisfy(family -> assertThat(ofTests(file.replace("Dependency", family)))
                                .exists());
    }

    /** The one file of tests that is meant by module/package/class. */
    private static Path ofTests(String listed) {
        String[] parts = listed.split("/", -1);
        return sources(CHECKOUT.resolve(parts[0]).resolve("src/test/java"))
                .filter(file -> file.endsWith(Path.of(parts[1], parts[2] + ".java")))
                .findFirst()
                .orElse(Path.of(listed));
    }

    /** Main sources, as module/package/class, in whose code the pattern is found. */
    private static List<String> naming(String pattern) throws IOException {
        Pattern sought = Pattern.compile(pattern);
        try (Stream<Path> modules = Files.list(CHECKOUT)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(AddingTest::sources)
                    .filter(file -> sought.matcher(code(file)).find())
                    .map(CHECKOUT::relativize)
                    .map(file -> "%s/%s/%s"
                            .formatted(
                                    file.getName(0),
                                    file.getName(file.getNameCount() - 2),
                                    file.getFileName().toString().replace(".java", "")))
                    .toList();
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<String> listed(String from, String to) throws IOException {
        String text = Files.readString(CHECKOUT.resolve("docs/adding.md"));
        int begin = text.indexOf(from);
        int end = text.indexOf(to, begin);
        return ROW.matcher(text.substring(begin, end < 0 ? text.length() : end))
                .results()
                .map(row -> "%s/%s/%s".formatted(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    private static String code(Path file) {
        try {
            return NO_CODE.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
