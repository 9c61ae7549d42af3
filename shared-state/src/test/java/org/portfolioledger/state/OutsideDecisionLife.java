package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.EVIDENCE;
import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.util.List;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.vocabulary.Holder;

/** One full life of a decision outside boards: every fact of the family, and every field of its state. */
final class OutsideDecisionLife {

    private OutsideDecisionLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.OUTSIDE_DECISION)
                .then(new OutsideDecisionFact.OutsideDecisionRecorded(
                        "OD-1",
                        "MPS",
                        "Strategy",
                        OutsideDecisionKind.STRATEGY,
                        OutsideOutcome.SUBMITTED,
                        "with the Commissioner",
                        new Holder(null, "Commissioner"),
                        null,
                        List.of("PG-DRM"),
                        "PF-1",
                        List.of(),
                        attributes(),
                        VAGUE))
                .then(new OutsideDecisionFact.OutsideDecisionProgressed(
                        "OD-1", OutsideOutcome.ANNOUNCED, "announced", null, "MOPAC", EVIDENCE, on("2011-07-01")))
                .then(new OutsideDecisionFact.OutsideDecisionSuperseded(
                        "OD-1", "OD-2", null, "election", on("2012-05-01")));
    }
}
