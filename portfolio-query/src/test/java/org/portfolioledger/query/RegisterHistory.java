package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RegisterFact;

/** What tests tell of registers. */
public final class RegisterHistory {

    private RegisterHistory() {}

    public static GovernanceFact register(String id, String day) {
        return registerNamed(id, "The record of " + id, day);
    }

    public static GovernanceFact registerNamed(String id, String name, String day) {
        return new RegisterFact.RegisterOpened(id, name, on(day));
    }
}
