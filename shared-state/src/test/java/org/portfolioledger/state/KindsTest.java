package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.PortfolioEvent;

class KindsTest {

    @Test
    void every_family_of_facts_but_the_correction_has_exactly_one_kind() {
        List<Class<?>> families = Arrays.stream(PortfolioEvent.class.getPermittedSubclasses())
                .filter(family -> family != Corrected.class)
                .toList();

        assertThat(Kinds.ALL.stream().<Class<?>>map(Kind::facts))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(families);
    }

    @Test
    void no_two_kinds_have_one_name_and_a_name_is_lower_case_without_a_hyphen() {
        assertThat(Kinds.ALL).extracting(Kind::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+"));
    }

    @Test
    void a_stream_tells_its_kind_and_its_entity() {
        for (Kind<?, ?> kind : Kinds.ALL) {
            String stream = kind.stream("PG-DRM.1_a-b");

            assertThat(stream).isEqualTo(kind.name() + "-PG-DRM.1_a-b");
            assertThat(kind.idIn(stream)).isEqualTo("PG-DRM.1_a-b");
            assertThat(Kinds.ofStream(stream)).contains(kind);
        }
    }

    @Test
    void a_stream_of_no_kind_has_none() {
        assertThat(Kinds.ofStream("risk-R-1")).isEmpty();
        assertThat(Kinds.ofStream("initiative")).isEmpty();
        assertThat(Kinds.ofStream("-PG-DRM")).isEmpty();
        assertThat(Kinds.ofStream("")).isEmpty();
    }
}
