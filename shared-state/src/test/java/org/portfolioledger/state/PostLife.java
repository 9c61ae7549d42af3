package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.COST;
import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.vocabulary.Role;

/** One full life of a post: every fact of the family, and every field of its state. */
final class PostLife {

    private PostLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.POST)
                .then(new PostFact.PostEstablished(
                        "PO-DR", "MPS", "Director", "PF", Role.PORTFOLIO_DIRECTOR, attributes(), VAGUE))
                .then(new PostFact.PostFilled(
                        "PO-DR",
                        "PN-021",
                        AppointmentKind.ACTING,
                        "HR/1",
                        LocalDate.parse("2012-03-31"),
                        50,
                        "May change the scope",
                        COST,
                        "HN/1",
                        on("2011-07-01")))
                .then(new PostFact.PostVacated("PO-DR", "left", "HN/2", on("2011-08-01")))
                .then(new PostFact.PostClosed("PO-DR", "merged", "PO-DF", on("2011-09-01")));
    }
}
