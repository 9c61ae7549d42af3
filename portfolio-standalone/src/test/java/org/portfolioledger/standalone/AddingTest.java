package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says of adding a command and a family is what the sources show: these files know of it, no others. */
class AddingTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w-]+)/…/(\\w+)/(\\w+)\\.java` \\|");
    private static final Pattern WORDS = Pattern.compile("`(\\w+)`");

    @Test
    void the_command_is_in_the_files_that_are_listed_and_in_no_others() throws IOException {
        assertThat(knowing("BoardParentChanged|ChangeParent\\b"))
                .containsExactlyInAnyOrderElementsOf(listed("A command touches", "and one stored sample"));
    }

    @Test
    void the_family_is_in_the_files_that_are_listed_and_in_no_others() throws IOException {
        List<String> words = WORDS.matcher(between("`DependencyEnd`", "are its words"))
                .results()
                .map(word -> "shared-events/vocabulary/" + word.group(1))
                .filter(word -> word.contains("Dependency"))
                .toList();
        assertThat(knowing("Dependency(Fact|State|Command|Rule|Row|Queries|End|Side|Status|Type)\\b"
                        + "|Kinds.DEPENDENCY|final class Dependency\\b"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(listed("A family is one folder", "## Error catalogue").stream(), words.stream())
                                .toList());
    }

    /** Main sources, as module/package/class, in whose text the pattern is found. */
    private static List<String> knowing(String pattern) throws IOException {
        Pattern sought = Pattern.compile(pattern);
        try (Stream<Path> files = Files.walk(CHECKOUT)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && CHECKOUT.relativize(file).toString().contains("src/main/java"))
                    .filter(file -> sought.matcher(text(file)).find())
                    .map(CHECKOUT::relativize)
                    .map(file -> "%s/%s/%s"
                            .formatted(
                                    file.getName(0),
                                    file.getName(file.getNameCount() - 2),
                                    file.getFileName().toString().replace(".java", "")))
                    .toList();
        }
    }

    private static List<String> listed(String from, String to) throws IOException {
        return ROW.matcher(between(from, to))
                .results()
                .map(row -> "%s/%s/%s".formatted(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    private static String between(String from, String to) throws IOException {
        String readme = Files.readString(CHECKOUT.resolve("README.md"));
        int begin = readme.indexOf(from);
        return readme.substring(begin, readme.indexOf(to, begin));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
