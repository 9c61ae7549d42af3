package org.portfolioledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Families;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.LedgerRule;
import org.portfolioledger.command.ReferenceRule;
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

    static Stream<Family<?, ?, ?>> families() {
        return Families.ALL.stream();
    }

    static Stream<CommandRoute<?>> routes() {
        return Families.routes();
    }

    @Test
    void every_kind_of_entity_has_a_family() {
        assertThat(families().map(family -> family.kind().name()))
                .containsExactlyInAnyOrderElementsOf(
                        Kinds.ALL.stream().map(kind -> kind.name()).toList());
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_command_of_the_family_is_posted_once(Family<?, ?, ?> family) {
        assertThat(family.routes().stream().<Class<?>>map(CommandRoute::command))
                .containsExactlyInAnyOrderElementsOf(permitted(family.commands()));
    }

    @Test
    void every_fact_but_the_correction_is_given_by_one_command_alone() {
        assertThat(routesOfOneFact().<Class<?>>map(route -> route.facts().getFirst()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FactType.values())
                        .<Class<?>>map(FactType::factClass)
                        .filter(fact -> !fact.equals(Corrected.class))
                        .toList());
    }

    static Stream<CommandRoute<?>> routesOfOneFact() {
        return routes().filter(route -> route.facts().size() == 1);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void path_variables_and_what_an_id_names_are_components_of_the_command(CommandRoute<?> route) {
        assertThat(Shape.names(route.command())).containsAll(route.variables());
        if (route.names() != null) assertThat(Shape.names(route.command())).contains(route.names());
        assertThat(route.variables()).doesNotContain(String.valueOf(route.names()));
    }

    @ParameterizedTest
    @MethodSource("routesOfOneFact")
    void what_a_command_says_its_fact_says_under_the_same_name_and_in_the_same_type(CommandRoute<?> route)
            throws Exception {
        assertThat(Shape.names(route.facts().getFirst())).containsExactlyElementsOf(Shape.names(route.command()));
        for (String name : Shape.names(route.command())) {
            Method asked = route.command().getMethod(name);
            Method said = route.facts().getFirst().getMethod(name);
            assertThat(boxed(asked)).as(name).isEqualTo(boxed(said));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void the_example_reads_into_the_command(CommandRoute<?> route) throws Exception {
        CommandReader.Read read = new CommandReader()
                .read(
                        route,
                        ids(route),
                        new JsonText().object(route.example().getBytes(StandardCharsets.UTF_8)),
                        TODAY);
        assertThat(read.command()).isExactlyInstanceOf(route.command());
        assertThat(read.knownAt()).isNull();
        assertThat(read.entity()).isNotBlank();
        assertThat(route.locate(Map.of(route.entity(), read.entity())))
                .startsWith("/")
                .doesNotContain("{");
        assertThat(route.summary()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_fact_reads_back_into_the_command_that_gave_it(CommandRoute<?> route) throws Exception {
        Command command = new CommandReader()
                .read(route, ids(route), new JsonText().object(route.example().getBytes(StandardCharsets.UTF_8)), TODAY)
                .command();
        ObjectNode words = FactSerializer.mapper().valueToTree(command);
        assertThat(new CommandReader().convert(words, route.command())).isEqualTo(command);
    }

    @Test
    void every_line_of_the_catalogue_has_a_path_of_its_own() {
        assertThat(routes().map(CommandRoute::path)).doesNotHaveDuplicates();
        assertThat(new Catalogue(Families.ALL).routes()).hasSize((int) routes().count());
    }

    @Test
    void every_rule_says_what_it_is_and_what_to_do_next_under_a_slug_of_its_own() {
        List<Rule> rules = new ArrayList<>();
        families().forEach(family -> rules.addAll(family.rules()));
        rules.addAll(List.of(ReferenceRule.values()));
        rules.addAll(List.of(LedgerRule.values()));
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.text().title()).isNotBlank().doesNotEndWith(".");
            assertThat(rule.text().advice()).isNotBlank().endsWith(".");
            assertThat(new RuleProblem(rule).status()).isBetween(400, 499);
        });
        assertThat(rules.stream().map(Rule::code)).doesNotHaveDuplicates();
    }

    /** A word for every variable: an id, or where the variable is one of some words, the first of them. */
    private static Map<String, String> ids(CommandRoute<?> route) {
        return route.variables().stream().collect(Collectors.toMap(name -> name, name -> {
            for (RecordComponent component : route.command().getRecordComponents())
                if (component.getName().equals(name) && component.getType().isEnum())
                    return String.valueOf(component.getType().getEnumConstants()[0]);
            return "X-1";
        }));
    }

    private static List<Class<?>> permitted(Class<?> sealed) {
        return List.of(sealed.getPermittedSubclasses());
    }

    private static String boxed(Method accessor) {
        String type = accessor.getGenericReturnType().getTypeName();
        return type.equals("int") ? Integer.class.getName() : type;
    }
}
