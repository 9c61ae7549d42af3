package org.portfolioledger.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.command.bad.CommandWithQueries;
import org.portfolioledger.events.bad.FactWithSpring;
import org.portfolioledger.ledger.bad.LedgerWithFacts;
import org.portfolioledger.query.bad.QueryThatWrites;
import org.portfolioledger.query.bad.QueryWithAxon;
import org.portfolioledger.query.bad.QueryWithCommands;
import org.portfolioledger.state.bad.StateWithAxon;
import org.portfolioledger.state.bad.StateWithClock;
import org.portfolioledger.timeline.bad.TimelineWithFacts;

/** The one-way flow and the separation: what the build enforces, each rule with a twin that it must reject. */
class ArchitectureTest {

    private static final String US = "org.portfolioledger.";

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.portfolioledger");

    record House(String sentence, ArchRule rule, Class<?> twin) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<House> RULES = List.of(
            new House(
                    "facts and their words depend on nothing but Java and annotations",
                    classes()
                            .that()
                            .resideInAnyPackage(US + "events..", US + "vocabulary..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(
                                    "java..",
                                    "org.jspecify.annotations..",
                                    "com.fasterxml.jackson.annotation..",
                                    US + "events..",
                                    US + "vocabulary.."),
                    FactWithSpring.class),
            new House(
                    "the timeline depends on nothing but Java and annotations",
                    classes()
                            .that()
                            .resideInAPackage(US + "timeline..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage("java..", "org.jspecify.annotations..", US + "timeline.."),
                    TimelineWithFacts.class),
            new House(
                    "states know facts and the timeline, and no framework",
                    classes()
                            .that()
                            .resideInAPackage(US + "state..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(
                                    "java..",
                                    "org.jspecify.annotations..",
                                    "com.fasterxml.jackson.annotation..",
                                    US + "state..",
                                    US + "events..",
                                    US + "vocabulary..",
                                    US + "timeline.."),
                    StateWithAxon.class),
            new House(
                    "no fold asks what time it is",
                    noClasses()
                            .that()
                            .resideInAnyPackage(US + "state..", US + "timeline..", US + "events..", US + "vocabulary..")
                            .should()
                            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                            "now|randomUUID|currentTimeMillis|nanoTime|random"))),
                    StateWithClock.class),
            new House(
                    "the ledger knows nothing of portfolios",
                    noClasses()
                            .that()
                            .resideInAPackage(US + "ledger..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    US + "events..",
                                    US + "vocabulary..",
                                    US + "state..",
                                    US + "command..",
                                    US + "query..",
                                    US + "edge.."),
                    LedgerWithFacts.class),
            new House(
                    "the half that tells does not know the half that decides",
                    noClasses()
                            .that()
                            .resideInAPackage(US + "query..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(US + "command.."),
                    QueryWithCommands.class),
            new House(
                    "the half that decides does not know the half that tells",
                    noClasses()
                            .that()
                            .resideInAPackage(US + "command..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(US + "query.."),
                    CommandWithQueries.class),
            new House(
                    "only query.row writes rows",
                    noClasses()
                            .that()
                            .resideInAPackage(US + "query..")
                            .and()
                            .resideOutsideOfPackage(US + "query.row..")
                            .should()
                            .callMethod("org.springframework.jdbc.core.simple.JdbcClient$StatementSpec", "update"),
                    QueryThatWrites.class),
            new House(
                    "Axon is known to the shells, their wiring and the ledger only",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(US + "ledger..", US + "command.axon..")
                            .and()
                            .haveSimpleNameNotEndingWith("Aggregate")
                            .and()
                            .doNotHaveFullyQualifiedName(US + "command.Shell")
                            .and()
                            .doNotHaveFullyQualifiedName(US + "command.web.Dispatch")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.axonframework.."),
                    QueryWithAxon.class));

    static Stream<House> rules() {
        return RULES.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(House house) {
        house.rule().check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void would_reject_its_twin(House house) {
        JavaClasses twin = new ClassFileImporter().importClasses(house.twin());
        assertThat(house.rule().evaluate(twin).hasViolation()).isTrue();
    }

    @Test
    void every_package_says_in_a_sentence_what_it_is_for_and_is_null_marked() throws ClassNotFoundException {
        TreeSet<String> packages = new TreeSet<>();
        for (JavaClass known : PRODUCTION) packages.add(known.getPackageName());
        assertThat(packages).hasSizeGreaterThan(20);
        for (String name : packages) {
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }
}
