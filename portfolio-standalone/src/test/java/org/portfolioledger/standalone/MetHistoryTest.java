package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Family;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.standalone.MetFiles.Line;
import org.portfolioledger.standalone.MetFiles.Pointer;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.server.PathContainer;
import org.springframework.util.ClassUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

class MetHistoryTest {
    private static final Path PAPERS =
            Path.of(System.getProperty("checkout", "."), "..", "shared", "data", "met-history.json");

    private final List<Line> lines = MetFiles.lines();
    private final List<Pointer> pointers = MetFiles.pointers();

    @Test
    void every_line_is_a_command_of_the_catalogue() {
        final List<PathPattern> catalogue = catalogue();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(catalogue)
                        .as(line.post())
                        .anyMatch(path -> path.matches(PathContainer.parsePath(line.post()))));
    }

    @Test
    void no_key_stands_for_two_lines() {
        assertThat(lines).extracting(Line::key).doesNotHaveDuplicates();
    }

    @Test
    void it_opens_the_register_and_ends_by_going_live() {
        assertThat(lines.getFirst().post()).isEqualTo("/api/v1/registers");
        assertThat(lines.getLast().post()).isEqualTo("/api/v1/registers/MPS/going-live");
        assertThat(lines.getLast().body().has("knownAt")).isFalse();
    }

    @Test
    void what_was_known_never_goes_back() {
        assertThat(lines.subList(0, lines.size() - 1))
                .extracting(line -> LocalDate.parse(line.body().path("knownAt").asString()))
                .isSorted();
    }

    @Test
    void every_fact_but_the_register_names_its_paper() {
        assertThat(lines.subList(0, lines.size() - 1)).allSatisfy(line -> {
            assertThat(line.body().at("/source/document").asString())
                    .as(line.key())
                    .isNotBlank();
            assertThat(line.body().at("/source/publishedOn").asString())
                    .isEqualTo(line.body().path("knownAt").asString());
        });
    }

    @Test
    void every_item_of_the_papers_is_carried_once() {
        assumeTrue(Files.exists(PAPERS), "the papers' facts are not beside this checkout");
        assertThat(pointers)
                .extracting(Pointer::pointer)
                .containsExactlyInAnyOrderElementsOf(
                        MetFiles.pointersInto(FactSerializer.mapper().readTree(PAPERS.toFile())));
    }

    @Test
    void no_item_is_pointed_at_twice() {
        assertThat(pointers).extracting(Pointer::pointer).doesNotHaveDuplicates();
    }

    @Test
    void every_item_is_carried_by_a_line() {
        assertThat(carrying()).isSubsetOf(lines.stream().map(Line::key).toList());
    }

    @Test
    void every_line_carries_an_item_or_supports_one_that_does() {
        final Set<String> carrying = carrying();
        assertThat(lines)
                .extracting(Line::key)
                .allSatisfy(key -> assertThat(carrying.contains(key) || carrying.contains(key.replaceFirst("#.*", "")))
                        .as(key)
                        .isEqualTo(!Set.of("met:register", "met:live").contains(key)));
    }

    @Test
    void no_person_is_named_in_a_fact() {
        final String facts = MetFiles.file().lines().collect(Collectors.joining("\n"));
        assertThat(MetFiles.people())
                .isNotEmpty()
                .extracting(person -> surname(person.name()))
                .noneMatch(facts.toLowerCase(Locale.ROOT)::contains);
    }

    @Test
    void no_id_names_its_person() {
        assertThat(MetFiles.people()).noneMatch(person -> person.id().contains(surname(person.name())));
        assertThat(DemoUsers.PEOPLE)
                .noneMatch(person -> person.id().contains(surname(person.name().replaceFirst(" \\(.*", ""))));
    }

    private static String surname(final String name) {
        return name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private Set<String> carrying() {
        return pointers.stream().map(Pointer::carried).collect(Collectors.toSet());
    }

    private static List<PathPattern> catalogue() {
        final ClassPathScanningCandidateComponentProvider families =
                new ClassPathScanningCandidateComponentProvider(false);
        families.addIncludeFilter(new AssignableTypeFilter(Family.class));
        return families.findCandidateComponents("org.portfolioledger.command").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> (Family<?, ?, ?>) BeanUtils.instantiateClass(ClassUtils.resolveClassName(name, null)))
                .flatMap(family -> family.routes().stream())
                .map(route -> PathPatternParser.defaultInstance.parse("/api/v1" + route.path()))
                .toList();
    }
}
