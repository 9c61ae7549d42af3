package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.EVIDENCE;
import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RecommendationRef;

/** One full life of an action: every fact of the family, and every field of its state. */
final class ActionLife {

    private ActionLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.ACTION)
                .then(new ActionFact.ActionOpened(
                        "ACT-1",
                        "MPS",
                        "Brief the managers",
                        new Holder("PN-021", "Director"),
                        LocalDate.parse("2011-12-31"),
                        "PG-DRM",
                        9_007_199_254_740_993L,
                        new RecommendationRef("RV-1", "R-1"),
                        "M-2011-06",
                        "R-1",
                        "the review",
                        attributes(),
                        VAGUE))
                .then(new ActionFact.ActionProgressed("ACT-1", "half", on("2011-07-01")))
                .then(new ActionFact.ActionHandedOn("ACT-1", new Holder(null, "Deputy"), null, on("2011-08-01")))
                .then(new ActionFact.ActionRescheduled("ACT-1", LocalDate.parse("2012-01-31"), null, on("2011-09-01")))
                .then(new ActionFact.ActionDone("ACT-1", EVIDENCE, "PN-021", on("2011-10-01")))
                .then(new ActionFact.ActionDropped("ACT-1", "not needed", on("2011-11-01")));
    }
}
