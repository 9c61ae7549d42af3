package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.vocabulary.Holder;

/** One full life of a request of an overseeing body: every fact of the family, and every field of its state. */
final class ExternalRequestLife {

    private ExternalRequestLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.EXTERNAL_REQUEST)
                .then(new ExternalRequestFact.ExternalRequestMade(
                        "REQ-1",
                        "MPS",
                        "BD-RPSC",
                        "8",
                        "Give an update",
                        LocalDate.parse("2011-08-31"),
                        new Holder(null, "Director"),
                        "DOC-1",
                        "PG-DRM",
                        attributes(),
                        VAGUE))
                .then(new ExternalRequestFact.ExternalRequestAssigned(
                        "REQ-1", new Holder("PN-021", null), null, on("2011-06-20")))
                .then(new ExternalRequestFact.ExternalRequestRescheduled(
                        "REQ-1", LocalDate.parse("2011-09-30"), null, on("2011-07-01")))
                .then(new ExternalRequestFact.ExternalRequestPromised(
                        "REQ-1", "a table", LocalDate.parse("2011-09-15"), on("2011-07-02")))
                .then(new ExternalRequestFact.ExternalRequestAnswered("REQ-1", "DOC-2", "412", on("2011-09-14")))
                .then(new ExternalRequestFact.ExternalRequestReopened("REQ-1", "no figures", null, on("2011-10-01")))
                .then(new ExternalRequestFact.ExternalRequestWithdrawn("REQ-1", "dissolved", on("2012-01-01")));
    }
}
