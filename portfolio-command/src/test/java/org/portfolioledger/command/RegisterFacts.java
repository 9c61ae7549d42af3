package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;

/** What tests record of registers. */
public final class RegisterFacts {

    private RegisterFacts() {}

    public static RegisterOpened register(String id, String day) {
        return new RegisterOpened(id, "Acme Council", on(day));
    }

    public static RegisterWentLive live(String id, String day) {
        return new RegisterWentLive(id, on(day));
    }
}
