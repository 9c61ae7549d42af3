package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.state.Alert;

/** The documents hold together: links lead somewhere, and promises name tests and mutants that exist. */
class DocumentsTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final int README_BYTES = 9_216;
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern AVOIDED =
            Pattern.compile("(?i)\\b(is none|are none|comes? to|goes on|go on|mends?|mended|anew|hangs? on)\\b");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Pattern MUTANT = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(Files.size(CHECKOUT.resolve("README.md"))).isLessThanOrEqualTo(README_BYTES);
    }

    @Test
    void every_relative_link_and_anchor_leads_somewhere() throws IOException {
        List<Path> documents = documents();
        assertThat(documents).hasSizeGreaterThan(15);
        assertThat(documents).flatMap(DocumentsTest::deadLinks).isEmpty();
    }

    @Test
    void a_dead_link_and_a_dead_anchor_are_found(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("other.md"), "# Some Heading, really\n```\n# no heading\n```\n");
        Path document = Files.writeString(
                folder.resolve("one.md"),
                "[a](other.md) [b](other.md#some-heading-really) [c](https://example.org/none) [d](gone.md)"
                        + " [e](other.md#no-heading) [f](#nowhere)");
        assertThat(other).exists();
        assertThat(deadLinks(document))
                .containsExactly(document + ": gone.md", document + ": other.md#no-heading", document + ": #nowhere");
    }

    @Test
    void every_document_is_reached_from_the_readme() throws IOException {
        Set<Path> reached = Stream.iterate(Set.of(CHECKOUT.resolve("README.md").normalize()), DocumentsTest::further)
                .limit(4)
                .reduce((_, last) -> last)
                .orElseThrow();
        assertThat(documents()).allSatisfy(document -> assertThat(reached).contains(document.normalize()));
    }

    @Test
    void no_document_uses_a_phrase_that_we_avoid() throws IOException {
        List<Path> texts = documents().stream() // but for the texts of the code, and for history
                .filter(document -> !document.endsWith("CHANGELOG.md") && !document.endsWith("problems.md"))
                .toList();
        assertThat(texts)
                .allSatisfy(document -> assertThat(withoutBlocks(document)).doesNotContainPattern(AVOIDED));
    }

    @Test
    void the_glossary_explains_every_alert() throws IOException {
        assertThat(Files.readString(CHECKOUT.resolve("docs/glossary.md")))
                .contains(Stream.of(Alert.values()).map("\n| `%s` |"::formatted).toList());
    }

    @Test
    void every_test_that_a_promise_names_exists() throws IOException {
        Set<String> tests = filesOf("src/test/java", ".java").collect(Collectors.toSet());
        List<String> named = named(TEST);
        assertThat(named).hasSizeGreaterThan(40);
        assertThat(tests).containsAll(named);
    }

    @Test
    void every_mutant_is_named_by_a_promise_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(CHECKOUT.resolve("mutants"))) {
            List<String> mutants = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".mutant"))
                    .map(name -> name.replace(".mutant", ""))
                    .toList();
            assertThat(named(MUTANT)).containsExactlyInAnyOrderElementsOf(mutants);
        }
    }

    @Test
    void every_promise_has_a_test() throws IOException {
        assertThat(promises())
                .hasSizeGreaterThan(30)
                .allSatisfy(row -> assertThat(row).containsPattern(TEST));
    }

    private static List<String> named(Pattern name) throws IOException {
        return promises().stream()
                .flatMap(row -> name.matcher(row).results().map(match -> match.group(1)))
                .toList();
    }

    private static List<String> promises() throws IOException {
        return Files.readString(CHECKOUT.resolve("docs/promises.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| promise |"))
                .toList();
    }

    private static Stream<String> filesOf(String folder, String suffix) throws IOException {
        try (Stream<Path> modules = Files.list(CHECKOUT)) {
            return modules.map(module -> module.resolve(folder)).filter(Files::isDirectory).toList().stream()
                    .flatMap(sources -> below(sources, suffix))
                    .map(file -> file.getFileName().toString().replace(suffix, ""));
        }
    }

    private static List<Path> documents() {
        return Stream.of(
                        Stream.of("README.md", "CHANGELOG.md").map(CHECKOUT::resolve),
                        below(CHECKOUT.resolve("docs"), ".md"))
                .flatMap(paths -> paths)
                .toList();
    }

    private static Stream<Path> below(Path folder, String suffix) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                // Files come and go where others build and test.
                @Override
                public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                    return below.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(suffix)) found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return found.stream();
    }

    private static List<String> deadLinks(Path document) {
        return links(document).stream()
                .filter(link -> !leadsSomewhere(document, link))
                .map(link -> document + ": " + link)
                .toList();
    }

    private static List<String> links(Path document) {
        return LINK.matcher(withoutBlocks(document))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .toList();
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        if (!Files.exists(target)) return false;
        return parts.length == 1 || anchors(target).contains(parts[1]);
    }

    private static Set<Path> further(Set<Path> documents) {
        List<Path> all = new ArrayList<>(documents);
        for (Path document : documents) {
            links(document).stream()
                    .map(link -> document.resolveSibling(link.replaceFirst("#.*", ""))
                            .normalize())
                    .flatMap(path -> Files.isDirectory(path) ? below(path, ".md") : Stream.of(path))
                    .filter(path -> path.toString().endsWith(".md") && Files.exists(path))
                    .forEach(all::add);
        }
        return Set.copyOf(all);
    }

    /** As they are made of the headings: lower case, words joined by hyphens, other signs left out. */
    private static List<String> anchors(Path document) {
        return HEADING.matcher(withoutBlocks(document))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String withoutBlocks(Path document) {
        try {
            return FENCED.matcher(Files.readString(document)).replaceAll("");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
