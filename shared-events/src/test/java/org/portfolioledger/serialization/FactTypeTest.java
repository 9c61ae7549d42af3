package org.portfolioledger.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.events.GovernanceFact;

class FactTypeTest {

    @Test
    void every_fact_of_every_sealed_family_has_exactly_one_type() {
        assertThat(Arrays.stream(FactType.values()).<Class<?>>map(FactType::factClass))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(facts(GovernanceFact.class).toList());
    }

    @Test
    void no_two_types_have_one_name() {
        assertThat(Arrays.stream(FactType.values()).map(FactType::typeName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void a_name_is_kebab_case_and_its_type_is_found_by_name_and_by_class(FactType type) {
        assertThat(type.typeName()).matches("[a-z]+(-[a-z]+)*");
        assertThat(FactType.named(type.typeName())).isEqualTo(type);
        assertThat(FactType.of(type.factClass())).isEqualTo(type);
        assertThat(type.revision()).isPositive();
    }

    @Test
    void what_has_no_type_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FactType.named("RegisterOpened"));
        assertThatIllegalArgumentException().isThrownBy(() -> FactType.of(GovernanceFact.class));
    }

    private static Stream<Class<?>> facts(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(FactTypeTest::facts)
                : Stream.of(family);
    }
}
