package org.portfolioledger.standalone;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checklist of the OWASP ASVS is whole: every requirement of levels 1 and 2 has a test that exists, or a reason. */
class AsvsTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final Path CHECKLIST = CHECKOUT.resolve("docs/asvs.md");

    /** How many requirements version 5.0.0 has by chapter: of level 1, and of level 2. */
    private static final Map<Integer, List<Long>> STANDARD = Map.ofEntries(
            Map.entry(1, List.of(8L, 19L)),
            Map.entry(2, List.of(4L, 7L)),
            Map.entry(3, List.of(8L, 11L)),
            Map.entry(4, List.of(2L, 8L)),
            Map.entry(5, List.of(4L, 5L)),
            Map.entry(6, List.of(13L, 22L)),
            Map.entry(7, List.of(6L, 12L)),
            Map.entry(8, List.of(4L, 3L)),
            Map.entry(9, List.of(4L, 3L)),
            Map.entry(10, List.of(5L, 24L)),
            Map.entry(11, List.of(3L, 11L)),
            Map.entry(12, List.of(3L, 6L)),
            Map.entry(13, List.of(1L, 12L)),
            Map.entry(14, List.of(2L, 7L)),
            Map.entry(15, List.of(3L, 10L)),
            Map.entry(16, List.of(0L, 16L)),
            Map.entry(17, List.of(0L, 7L)));

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+)\\.(\\d+)\\.(\\d+) \\| ([12]) \\| ([^|]+) \\| ([^|]*) \\|$");
    private static final Pattern LIKE_A_ROW = Pattern.compile("(?m)^\\| ?\\d.*$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

    /** A reason says which kind it is, and then something. A document is linked; that the link works, DocumentsTest shows. */
    private static final Pattern REASON = Pattern.compile(
            "^(?:(?:Does not apply|By construction|Not kept): \\S.{8,}|Documented: .*\\]\\([^)]+\\).*)$");

    private static final String NOT_KEPT = "Not kept: ";
    private static final String END = "\n## Not kept\n";

    private static final Map<String, Set<String>> TESTS = new TreeMap<>();

    private record Row(int chapter, String number, int level, String asks, String shown) {

        static Row of(MatchResult found) {
            return new Row(
                    Integer.parseInt(found.group(1)),
                    found.group(1) + "." + found.group(2) + "." + found.group(3),
                    Integer.parseInt(found.group(4)),
                    found.group(5),
                    found.group(6).strip());
        }
    }

    @BeforeAll
    static void readTheTests() throws IOException {
        try (Stream<Path> modules = Files.list(CHECKOUT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) readTheTestsOf(tests);
        }
        assertThat(TESTS).hasSizeGreaterThan(200);
    }

    private static void readTheTestsOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList())
                TESTS.computeIfAbsent(file.getFileName().toString().replace(".java", ""), _ -> new HashSet<>())
                        .addAll(METHOD.matcher(Files.readString(file))
                                .results()
                                .map(method -> method.group(1))
                                .toList());
        }
    }

    private static List<Row> rows(String text) {
        return ROW.matcher(text).results().map(Row::of).toList();
    }

    @Test
    void every_requirement_has_a_test_that_exists_or_a_reason() throws IOException {
        List<Row> rows = rows(Files.readString(CHECKLIST));
        assertThat(rows).isNotEmpty();
        assertThat(rows)
                .flatExtracting(row -> faults(row).stream()
                        .map(fault -> row.number() + ": " + fault)
                        .toList())
                .isEmpty();
    }

    @Test
    void every_line_of_a_table_can_be_read_and_no_number_is_there_twice_or_out_of_order() throws IOException {
        String text = Files.readString(CHECKLIST);
        text = text.substring(0, text.indexOf(END));
        List<Row> rows = rows(text);
        assertThat(rows).hasSameSizeAs(LIKE_A_ROW.matcher(text).results().toList());
        assertThat(rows).extracting(Row::number).doesNotHaveDuplicates();
        assertThat(rows)
                .isSortedAccordingTo((one, other) -> Arrays.compare(places(one.number()), places(other.number())));
    }

    private static int[] places(String number) {
        return Stream.of(number.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }

    @Test
    void each_chapter_has_as_many_requirements_of_each_level_as_the_standard() throws IOException {
        NavigableMap<Integer, List<Long>> counted = new TreeMap<>();
        List<Row> rows = rows(Files.readString(CHECKLIST));
        for (int chapter : STANDARD.keySet())
            counted.put(chapter, List.of(count(rows, chapter, 1), count(rows, chapter, 2)));
        assertThat(counted).isEqualTo(new TreeMap<>(STANDARD));
        assertThat(rows).hasSize(253);
    }

    private static long count(List<Row> rows, int chapter, int level) {
        return rows.stream()
                .filter(row -> row.chapter() == chapter && row.level() == level)
                .count();
    }

    @Test
    void what_is_not_kept_is_listed_again_at_the_end() throws IOException {
        String text = Files.readString(CHECKLIST);
        String end = text.substring(text.indexOf(END));
        Set<String> listed = Pattern.compile("\\b\\d+\\.\\d+\\.\\d+\\b")
                .matcher(end)
                .results()
                .map(MatchResult::group)
                .collect(toCollection(TreeSet::new));
        assertThat(rows(text))
                .filteredOn(row -> row.shown().contains(NOT_KEPT))
                .extracting(Row::number)
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void a_row_without_test_and_reason_and_one_whose_test_does_not_exist_are_found() {
        Map<String, List<String>> found = rows("""
                | 1.1.1 | 2 | something | `AsvsTest.readTheTests` |
                | 1.1.2 | 2 | something |  |
                | 1.1.3 | 1 | something | It is safe |
                | 1.1.4 | 1 | something | `NowhereTest` |
                | 1.1.5 | 1 | something | `AsvsTest.nowhere` |
                | 1.1.6 | 1 | something | Not kept: it |
                | 1.1.7 | 1 | something | Documented: in a document |
                | 1.1.8 | 1 | something | Documented: [access](access.md) |
                | 1.1.9 | 1 | something | Does not apply: there is nothing of it |
                """).stream()
                .collect(groupingBy(
                        row -> faults(row).stream().collect(joining()),
                        TreeMap::new,
                        mapping(Row::number, Collectors.toList())));
        assertThat(found)
                .isEqualTo(Map.of(
                        "", List.of("1.1.1", "1.1.8", "1.1.9"),
                        "neither a test nor a reason", List.of("1.1.2", "1.1.3", "1.1.6", "1.1.7"),
                        "no test NowhereTest", List.of("1.1.4"),
                        "no test AsvsTest.nowhere", List.of("1.1.5")));
    }

    private static List<String> faults(Row row) {
        List<MatchResult> named = TEST.matcher(row.shown()).results().toList();
        List<String> faults = new ArrayList<>();
        for (MatchResult test : named) {
            Set<String> methods = TESTS.get(test.group(1));
            if (methods == null) faults.add("no test " + test.group(1));
            else if (test.group(2) != null && !methods.contains(test.group(2)))
                faults.add("no test " + test.group(1) + "." + test.group(2));
        }
        if (named.isEmpty() && !REASON.matcher(row.shown()).matches()) faults.add("neither a test nor a reason");
        return faults;
    }
}
