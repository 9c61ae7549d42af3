package org.portfolioledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Families;
import org.portfolioledger.vocabulary.PositionOf;

/** An import knows which bodies name positions: those of a draft are not yet those of the record. */
class PositionsTest {

    @Test
    void every_large_number_of_a_command_is_marked_as_a_position() {
        List<RecordComponent> numbers = Families.routes()
                .flatMap(route -> Arrays.stream(route.command().getRecordComponents()))
                .filter(component -> component.getType() == Long.class || component.getType() == long.class)
                .toList();
        assertThat(numbers)
                .isNotEmpty()
                .allSatisfy(component -> assertThat(component.getAnnotation(PositionOf.class))
                        .as("%s", component)
                        .isNotNull());
    }
}
