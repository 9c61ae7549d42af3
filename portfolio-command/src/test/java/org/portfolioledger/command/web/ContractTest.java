package org.portfolioledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Families;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shape;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.http.JsonText;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Kinds;
import tools.jackson.databind.node.ObjectNode;

/** What a family promises by its shape, and no compiler holds it to. */
class ContractTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-05");

    static Stream<Families> families() {
        return Families.ALL.stream();
    }

    static Stream<CommandRoute<?>> posts() {
        return Families.ALL.stream().flatMap(family -> family.posts().posts().stream());
    }

    @Test
    void every_kind_of_entity_has_a_family() {
        assertThat(families().map(family -> family.rules().kind().name()))
                .containsExactlyInAnyOrderElementsOf(
                        Kinds.ALL.stream().map(kind -> kind.name()).toList());
    }

    @ParameterizedTest
    @MethodSource("families")
    void the_shell_listens_to_the_name_of_the_family(Families family) {
        List<String> names = Arrays.stream(family.posts().shell().getDeclaredMethods())
                .map(method -> method.getAnnotation(CommandHandler.class))
                .filter(Objects::nonNull)
                .map(CommandHandler::commandName)
                .toList();
        assertThat(names).containsExactly(family.rules().kind().name());
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_command_of_the_family_is_posted_once(Families family) {
        assertThat(family.posts().posts().stream().<Class<?>>map(CommandRoute::command))
                .containsExactlyInAnyOrderElementsOf(permitted(family.rules().commands()));
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_fact_of_the_family_is_given_by_one_command(Families family) {
        assertThat(family.posts().posts().stream().<Class<?>>map(CommandRoute::fact))
                .containsExactlyInAnyOrderElementsOf(
                        permitted(family.rules().kind().facts()));
    }

    @Test
    void every_fact_but_the_correction_is_given_by_one_command() {
        assertThat(posts().map(CommandRoute::fact))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FactType.values())
                        .map(FactType::factClass)
                        .filter(fact -> !fact.equals(Corrected.class))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("posts")
    void path_variables_and_what_an_id_names_are_components_of_the_command(CommandRoute<?> post) {
        assertThat(Shape.names(post.command())).containsAll(post.variables());
        if (post.names() != null) assertThat(Shape.names(post.command())).contains(post.names());
        assertThat(post.variables()).doesNotContain(String.valueOf(post.names()));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void what_a_command_says_its_fact_says_under_the_same_name_and_in_the_same_type(CommandRoute<?> post)
            throws Exception {
        assertThat(Shape.names(post.fact())).containsExactlyElementsOf(Shape.names(post.command()));
        for (String name : Shape.names(post.command())) {
            Method asked = post.command().getMethod(name);
            Method said = post.fact().getMethod(name);
            assertThat(boxed(asked)).as(name).isEqualTo(boxed(said));
        }
    }

    @ParameterizedTest
    @MethodSource("posts")
    void the_example_reads_into_the_command(CommandRoute<?> post) throws Exception {
        CommandReader.Read read = new CommandReader()
                .read(
                        post,
                        post.variables().stream().collect(Collectors.toMap(name -> name, name -> "X-1")),
                        new JsonText().object(post.example().getBytes(StandardCharsets.UTF_8)),
                        TODAY);
        assertThat(read.command()).isExactlyInstanceOf(post.command());
        assertThat(read.knownAt()).isNull();
        assertThat(post.locationOf(read.command())).startsWith("/api/v1/").doesNotContain("null");
        assertThat(post.summary()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("posts")
    void a_fact_reads_back_into_the_command_that_gave_it(CommandRoute<?> post) throws Exception {
        Command command = new CommandReader()
                .read(
                        post,
                        post.variables().stream().collect(Collectors.toMap(name -> name, name -> "X-1")),
                        new JsonText().object(post.example().getBytes(StandardCharsets.UTF_8)),
                        TODAY)
                .command();
        ObjectNode words = FactSerializer.mapper().valueToTree(command);
        assertThat(new CommandReader().convert(words, post.command())).isEqualTo(command);
    }

    @Test
    void every_line_of_the_catalogue_has_a_path_of_its_own() {
        assertThat(posts().map(CommandRoute::path)).doesNotHaveDuplicates();
        assertThat(new Catalogue(families().map(Families::posts).toList()).posts())
                .hasSize((int) posts().count());
    }

    @Test
    void every_rule_says_what_it_is_and_what_to_do_next_under_a_slug_of_its_own() {
        List<Rule> rules = new ArrayList<>();
        families().forEach(family -> rules.addAll(family.posts().rules()));
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
            assertThat(rule.advice()).isNotBlank().endsWith(".");
            assertThat(rule.status()).isBetween(400, 499);
        });
        assertThat(rules.stream().map(Rule::slug)).doesNotHaveDuplicates();
    }

    private static List<Class<?>> permitted(Class<?> sealed) {
        return List.of(sealed.getPermittedSubclasses());
    }

    private static String boxed(Method accessor) {
        String type = accessor.getGenericReturnType().getTypeName();
        return type.equals("int") ? Integer.class.getName() : type;
    }
}
