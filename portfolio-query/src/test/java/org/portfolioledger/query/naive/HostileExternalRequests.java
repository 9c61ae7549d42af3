package org.portfolioledger.query.naive;

import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAnswered;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAssigned;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestMade;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestPromised;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestReopened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestRescheduled;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestWithdrawn;
import org.portfolioledger.events.GovernanceFact;

/** Makes facts about requests of overseeing bodies. */
final class HostileExternalRequests extends HostileFamily {

    HostileExternalRequests(HostileFacts all) {
        super(all);
        makers.put(
                ExternalRequestMade.class,
                id -> new ExternalRequestMade(
                        id,
                        register(id),
                        near("board", id),
                        maybe("8"),
                        name(),
                        random.nextBoolean() ? day() : null,
                        maybe(holder()),
                        maybe(near("document", id)),
                        maybe(near("initiative", id)),
                        attributes(),
                        on()));
        makers.put(ExternalRequestAssigned.class, id -> new ExternalRequestAssigned(id, holder(), maybe("new"), on()));
        makers.put(
                ExternalRequestRescheduled.class,
                id -> new ExternalRequestRescheduled(id, day(), maybe("election"), on()));
        makers.put(
                ExternalRequestPromised.class,
                id -> new ExternalRequestPromised(id, name(), random.nextInt(4) == 0 ? null : day(), on()));
        makers.put(
                ExternalRequestAnswered.class,
                id -> new ExternalRequestAnswered(id, maybe(near("document", id)), maybe("412"), on()));
        makers.put(
                ExternalRequestReopened.class,
                id -> new ExternalRequestReopened(id, "no figures", random.nextBoolean() ? day() : null, on()));
        makers.put(ExternalRequestWithdrawn.class, id -> new ExternalRequestWithdrawn(id, "dissolved", on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return ExternalRequestFact.class;
    }

    @Override
    String kind() {
        return "external-request";
    }

    @Override
    Some some() {
        return new Some("REQ", 2, ExternalRequestMade.class);
    }
}
