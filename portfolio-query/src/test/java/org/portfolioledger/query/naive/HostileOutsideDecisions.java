package org.portfolioledger.query.naive;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.vocabulary.Citation;

/** Makes facts about decisions outside boards. */
final class HostileOutsideDecisions extends HostileFamily {

    HostileOutsideDecisions(HostileFacts all) {
        super(all);
        makers.put(
                OutsideDecisionRecorded.class,
                id -> new OutsideDecisionRecorded(
                        id,
                        register(id),
                        name(),
                        maybe(any(OutsideDecisionKind.values())),
                        any(OutsideOutcome.values()),
                        name(),
                        maybe(holder()),
                        maybe("The Mayor"),
                        random.nextBoolean() ? List.of() : List.of(near("initiative", id)),
                        maybe(near("portfolio", id)),
                        cited(id),
                        attributes(),
                        on()));
        makers.put(
                OutsideDecisionProgressed.class,
                id -> new OutsideDecisionProgressed(
                        id,
                        any(OutsideOutcome.values()),
                        name(),
                        maybe(holder()),
                        maybe("The Mayor"),
                        cited(id),
                        on()));
        makers.put(
                OutsideDecisionSuperseded.class,
                id -> new OutsideDecisionSuperseded(
                        id, maybe(near("outside-decision", id)), maybe("a later one"), maybe("election"), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return OutsideDecisionFact.class;
    }

    @Override
    String kind() {
        return "outside-decision";
    }

    @Override
    Some some() {
        return new Some("OD", 2, OutsideDecisionRecorded.class);
    }

    private List<Citation> cited(String id) {
        return random.nextBoolean() ? List.of() : List.of(new Citation(near("document", id), null));
    }
}
