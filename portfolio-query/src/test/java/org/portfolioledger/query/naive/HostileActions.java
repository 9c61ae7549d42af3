package org.portfolioledger.query.naive;

import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionHandedOn;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.ActionFact.ActionProgressed;
import org.portfolioledger.events.ActionFact.ActionRescheduled;
import org.portfolioledger.events.GovernanceFact;

/** Makes facts about actions. */
final class HostileActions extends HostileFamily {

    HostileActions(HostileFacts all) {
        super(all);
        makers.put(
                ActionOpened.class,
                id -> new ActionOpened(
                        id,
                        register(id),
                        name(),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        number(id) == 0 ? near("initiative", id) : maybe(near("initiative", id)),
                        random.nextInt(10) == 0 ? 3L : null,
                        maybe(recommendation(id)),
                        maybe(near("meeting", id)),
                        maybe(near("risk", id)),
                        maybe("The auditors"),
                        attributes(),
                        on()));
        makers.put(ActionProgressed.class, id -> new ActionProgressed(id, name(), on()));
        makers.put(ActionHandedOn.class, id -> new ActionHandedOn(id, holder(), maybe("left"), on()));
        makers.put(ActionRescheduled.class, id -> new ActionRescheduled(id, day(), null, on()));
        makers.put(ActionDone.class, id -> new ActionDone(id, evidence(id), maybe("P-1"), on()));
        makers.put(ActionDropped.class, id -> new ActionDropped(id, "not needed", on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return ActionFact.class;
    }

    @Override
    String kind() {
        return "action";
    }

    @Override
    Some some() {
        return new Some("ACT", 2, ActionOpened.class);
    }
}
