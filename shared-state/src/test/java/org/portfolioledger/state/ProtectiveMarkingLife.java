package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Story.on;

import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingChanged;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingLifted;
import org.portfolioledger.vocabulary.Marking;

/** One full life of a protective marking: every fact of the family, and every field of its state. */
final class ProtectiveMarkingLife {

    private ProtectiveMarkingLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.PROTECTIVE_MARKING)
                .then(new EntityMarked(
                        "PM-1",
                        "MPS",
                        "risk-R-1",
                        Marking.RESTRICTED,
                        Publication.EXEMPT,
                        "FOIA 43",
                        "names a bidder",
                        VAGUE))
                .then(new ProtectiveMarkingChanged(
                        "PM-1", null, Publication.REDACTED, "FOIA 43", "the contract is let", on("2011-07-01")))
                .then(new ProtectiveMarkingChanged(
                        "PM-1", Marking.NOT_PROTECTIVELY_MARKED, null, null, null, on("2011-08-01")))
                .then(new ProtectiveMarkingLifted("PM-1", "all of it is public", on("2011-11-01")));
    }
}
