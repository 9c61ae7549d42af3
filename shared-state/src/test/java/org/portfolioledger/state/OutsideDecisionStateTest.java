package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.vocabulary.Citation;

class OutsideDecisionStateTest {

    private final Story<OutsideDecisionFact, OutsideDecisionState> submitted =
            Story.<OutsideDecisionFact, OutsideDecisionState>of(Kinds.OUTSIDE_DECISION)
                    .then(new OutsideDecisionRecorded(
                            "OD",
                            "MPS",
                            "Despatch model",
                            null,
                            OutsideOutcome.SUBMITTED,
                            "Submitted",
                            null,
                            null,
                            List.of("PG"),
                            "PF",
                            List.of(),
                            new TreeMap<>(),
                            on("2018-03-05")));

    @Test
    void what_is_said_for_a_later_day_counts_from_that_day_on() {
        var taken = submitted.then(progressed(OutsideOutcome.TAKEN, "2018-04-01"));
        assertThat(taken.state("2018-03-31").outcome().value().outcome()).isEqualTo(OutsideOutcome.SUBMITTED);
        assertThat(taken.state("2018-04-01").outcome().value().outcome()).isEqualTo(OutsideOutcome.TAKEN);
        var before = submitted.then(progressed(OutsideOutcome.NOT_YET_SUBMITTED, "2018-03-01"));
        assertThat(before.state("2018-03-04").outcome().value().outcome()).isEqualTo(OutsideOutcome.NOT_YET_SUBMITTED);
        assertThat(before.state("2018-03-05").outcome().value().outcome()).isEqualTo(OutsideOutcome.SUBMITTED);
    }

    @Test
    void it_refers_to_what_it_concerns_to_its_evidence_and_to_what_took_its_place() {
        var superseded = submitted
                .then(progressed(OutsideOutcome.TAKEN, "2018-04-01"))
                .then(new OutsideDecisionSuperseded("OD", "OD-2", null, null, on("2019-01-01")));
        assertThat(superseded.state("2018-04-01").isOpen()).isTrue();
        assertThat(superseded.state("2019-01-01").isOpen()).isFalse();
        assertThat(superseded.state("2019-01-01").references())
                .extracting(Referring.Reference::stream)
                .containsExactly("initiative-PG", "portfolio-PF", "document-DOC", "outside-decision-OD-2");
    }

    private static OutsideDecisionProgressed progressed(OutsideOutcome outcome, String day) {
        return new OutsideDecisionProgressed(
                "OD", outcome, "Said so", null, null, List.of(new Citation("DOC", null)), on(day));
    }
}
