package org.portfolioledger.query.naive;

import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;

/** Makes facts about registers. */
final class HostileRegisters extends HostileFamily {

    HostileRegisters(HostileFacts all) {
        super(all);
        makers.put(RegisterOpened.class, id -> new RegisterOpened(id, name(), on()));
        makers.put(RegisterWentLive.class, id -> new RegisterWentLive(id, on()));
        HostileTables.addTo(makers, random, this::on);
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return RegisterFact.class;
    }

    @Override
    String kind() {
        return "register";
    }
}
