package org.portfolioledger.command;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.initiative.KnowsAnotherFamily;
import org.portfolioledger.command.initiative.KnowsSpring;
import org.portfolioledger.command.initiative.PublishesItself;
import org.portfolioledger.command.powers.AsksTheClock;
import org.portfolioledger.command.powers.DrawsLots;
import org.portfolioledger.command.powers.KnowsAxon;
import org.portfolioledger.command.powers.KnowsHttp;
import org.portfolioledger.command.unmarked.NullsMayBeAnywhere;
import org.portfolioledger.state.Kinds;

/** The rules of the house that concern this module; each is shown to reject a class that breaks it. */
class ArchitectureTest {

    private static final String COMMAND = "org.portfolioledger.command";
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(COMMAND);
    private static final List<String> FAMILIES = Families.ALL.stream()
            .map(family -> family.getClass().getPackageName().substring(COMMAND.length() + 1))
            .toList();
    private static final Set<String> CLOCKS_AND_LOTS = Set.of(
            "now", "currentTimeMillis", "nanoTime", "randomUUID", "systemUTC", "systemDefaultZone", "system", "random");

    /** All that decides: the families, powers, terms and what they share, without the wiring of the half. */
    private static final DescribedPredicate<JavaClass> DECIDES = resideInAnyPackage(deciding())
            .and(not(assignableTo(CommandDatabase.class)))
            .as("that decide");

    private static final ArchRule RULES_KNOW_NO_FRAMEWORK = noClasses()
            .that(DECIDES)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..",
                    "org.axonframework..",
                    "org.portfolioledger.http..",
                    "jakarta..",
                    "java.sql..",
                    "javax.sql.."));

    private static final ArchRule AXON_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage(COMMAND + ".axon")
            .should()
            .dependOnClassesThat(resideInAPackage("org.axonframework.."));

    private static final ArchRule NEITHER_CLOCK_NOR_CHANCE_BELOW_THE_EDGE = classes()
            .that(not(resideInAPackage(COMMAND + ".web")))
            .should(not(callMethodWhere(
                    DescribedPredicate.describe("asks a clock or draws lots", ArchitectureTest::isClockOrLot))))
            .andShould(not(callConstructorOfRandom()));

    private static final ArchRule RULES_ARE_THE_FAMILYS_OWN = classes()
            .that()
            .areAssignableTo(Family.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .bePackagePrivate();

    private static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes().should(lieInANullMarkedPackage());

    @Test
    void what_decides_knows_neither_spring_nor_axon_nor_http() {
        holds(RULES_KNOW_NO_FRAMEWORK);
        rejects(RULES_KNOW_NO_FRAMEWORK, KnowsSpring.class);
        rejects(RULES_KNOW_NO_FRAMEWORK, KnowsAxon.class);
        rejects(RULES_KNOW_NO_FRAMEWORK, KnowsHttp.class);
    }

    @Test
    void axon_stays_in_its_package() {
        holds(AXON_STAYS_IN_ITS_PACKAGE);
        rejects(AXON_STAYS_IN_ITS_PACKAGE, KnowsAxon.class);
    }

    @Test
    void families_do_not_know_each_other() {
        for (String family : FAMILIES) holds(knowsNoOther(family));
        rejects(knowsNoOther("initiative"), KnowsAnotherFamily.class);
    }

    @Test
    void every_family_has_a_package_of_its_own() {
        assertThat(FAMILIES).doesNotHaveDuplicates().hasSameSizeAs(Kinds.ALL);
    }

    @Test
    void neither_a_clock_nor_chance_is_asked_below_the_edge() {
        holds(NEITHER_CLOCK_NOR_CHANCE_BELOW_THE_EDGE);
        rejects(NEITHER_CLOCK_NOR_CHANCE_BELOW_THE_EDGE, AsksTheClock.class);
        rejects(NEITHER_CLOCK_NOR_CHANCE_BELOW_THE_EDGE, DrawsLots.class);
    }

    @Test
    void the_rules_of_a_family_are_its_own() {
        holds(RULES_ARE_THE_FAMILYS_OWN);
        rejects(RULES_ARE_THE_FAMILYS_OWN, PublishesItself.class);
    }

    @Test
    void every_package_says_that_nothing_is_null_unless_it_says_so() {
        holds(EVERY_PACKAGE_IS_NULL_MARKED);
        rejects(EVERY_PACKAGE_IS_NULL_MARKED, NullsMayBeAnywhere.class);
    }

    private static void holds(ArchRule rule) {
        rule.check(MODULE);
    }

    private static void rejects(ArchRule rule, Class<?> bad) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(bad)).hasViolation())
                .as("%s is rejected", bad.getSimpleName())
                .isTrue();
    }

    private static ArchRule knowsNoOther(String family) {
        String[] others = FAMILIES.stream()
                .filter(other -> !other.equals(family))
                .map(other -> COMMAND + "." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(COMMAND + "." + family + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static String[] deciding() {
        return Stream.concat(
                        Stream.of(COMMAND, COMMAND + ".powers", COMMAND + ".terms"),
                        FAMILIES.stream().map(family -> COMMAND + "." + family))
                .toArray(String[]::new);
    }

    private static boolean isClockOrLot(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean asked = owner.startsWith("java.time.")
                || owner.equals(System.class.getName())
                || owner.equals(UUID.class.getName())
                || owner.equals(Math.class.getName())
                || owner.startsWith("com.fasterxml.uuid.");
        return asked && CLOCKS_AND_LOTS.contains(call.getName());
    }

    private static ArchCondition<JavaClass> callConstructorOfRandom() {
        return new ArchCondition<>("make random numbers") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> dependency.getTargetClass().isAssignableTo(RandomGenerator.class))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.satisfied(item, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> lieInANullMarkedPackage() {
        return new ArchCondition<>("lie in a package that is null-marked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = isNullMarked(item.reflect().getPackage());
                events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " is not null-marked"));
            }
        };
    }

    private static boolean isNullMarked(Package of) {
        return Arrays.stream(of.getAnnotations()).anyMatch(NullMarked.class::isInstance);
    }
}
