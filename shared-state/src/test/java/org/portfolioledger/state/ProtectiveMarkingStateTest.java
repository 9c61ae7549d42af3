package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.ProtectiveMarkingFact;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingChanged;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingLifted;
import org.portfolioledger.state.ProtectiveMarkingState.EntityPublication;
import org.portfolioledger.vocabulary.Marking;

class ProtectiveMarkingStateTest {

    private final Story<ProtectiveMarkingFact, ProtectiveMarkingState> marked =
            Story.<ProtectiveMarkingFact, ProtectiveMarkingState>of(Kinds.PROTECTIVE_MARKING)
                    .then(new EntityMarked(
                            "PM",
                            "MPS",
                            "risk-R",
                            Marking.RESTRICTED,
                            Publication.EXEMPT,
                            "FOIA 43",
                            "bids",
                            on("2011-06-13")));

    @Test
    void what_a_change_does_not_state_stays() {
        ProtectiveMarkingState changed = marked.then(
                        new ProtectiveMarkingChanged("PM", Marking.OFFICIAL, null, null, null, on("2011-07-01")))
                .state("2011-07-01");
        assertThat(changed.marking().value()).isEqualTo(Marking.OFFICIAL);
        assertThat(value(changed.publication())).isEqualTo(new EntityPublication(Publication.EXEMPT, "FOIA 43"));
        assertThat(value(changed.reason())).isNull();
        ProtectiveMarkingState published = marked.then(new ProtectiveMarkingChanged(
                        "PM", null, Publication.PUBLISH, null, "the bids are open", on("2011-07-01")))
                .state("2011-07-01");
        assertThat(published.marking().value()).isEqualTo(Marking.RESTRICTED);
        assertThat(value(published.publication())).isEqualTo(new EntityPublication(Publication.PUBLISH, null));
        assertThat(value(published.reason())).isEqualTo("the bids are open");
    }

    @Test
    void it_is_borne_until_it_is_lifted_and_refers_to_what_bears_it() {
        var lifted = marked.then(new ProtectiveMarkingLifted("PM", null, on("2012-01-01")));
        assertThat(lifted.state("2011-12-31").isOpen()).isTrue();
        assertThat(lifted.state("2012-01-01").isOpen()).isFalse();
        assertThat(lifted.state("2012-01-01").references())
                .extracting(Referring.Reference::stream)
                .containsExactly("risk-R");
    }

    private static <T> @Nullable T value(@Nullable Grounded<T> grounded) {
        return grounded == null ? null : grounded.value();
    }
}
