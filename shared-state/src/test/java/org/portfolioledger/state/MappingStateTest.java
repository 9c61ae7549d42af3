package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is known of a mapping on a day. */
class MappingStateTest {

    @Test
    void the_last_version_is_in_use_and_the_earlier_ones_stay() {
        assertThat(state("2011-06-30").inUse().value().portfolio()).isEqualTo("PF-1");
        assertThat(state("2011-06-30").versions()).containsOnlyKeys(1);
        MappingState later = state("2011-07-01");
        assertThat(later.versions()).containsOnlyKeys(1, 2);
        assertThat(later.inUse().value().reason()).isEqualTo("other columns");
        assertThat(later.inUse().value().portfolio()).isNull();
    }

    @Test
    void it_refers_to_the_portfolio_of_each_version() {
        assertThat(state("2011-07-01").references()).hasSize(1);
    }

    @Test
    void it_is_withdrawn_from_its_day_on() {
        assertThat(state("2011-10-31").isOpen()).isTrue();
        assertThat(state("2011-11-01").isOpen()).isFalse();
        assertThat(Objects.requireNonNull(state("2011-11-01").closure()).value().reason())
                .isEqualTo("no returns any more");
    }

    private static MappingState state(String day) {
        return (MappingState) MappingLife.story().state(day);
    }
}
