package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;

class KindsTest {

    @Test
    void every_family_of_facts_but_the_correction_has_exactly_one_kind() {
        List<Class<?>> families = Arrays.stream(GovernanceFact.class.getPermittedSubclasses())
                .filter(family -> family != Corrected.class)
                .toList();

        assertThat(Kinds.ALL.stream().<Class<?>>map(Kind::facts))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(families);
    }

    @Test
    void every_kind_has_a_life() {
        assertThat(Lives.all().<Kind<?, ?>>map(Story::kind)).containsExactlyInAnyOrderElementsOf(Kinds.ALL);
    }

    @Test
    void a_name_is_kebab_case_and_begins_no_other_kind_s_streams() {
        for (Kind<?, ?> kind : Kinds.ALL) {
            assertThat(kind.name()).matches("[a-z]+(-[a-z]+)*");
            assertThat(Kinds.ALL)
                    .filteredOn(other -> other.stream("").startsWith(kind.stream("")))
                    .containsExactly(kind);
        }
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
        assertThat(Kinds.ofStream("risks-R-1")).isEmpty();
        assertThat(Kinds.ofStream("initiative")).isEmpty();
        assertThat(Kinds.ofStream("-PG-DRM")).isEmpty();
        assertThat(Kinds.ofStream("")).isEmpty();
    }
}
