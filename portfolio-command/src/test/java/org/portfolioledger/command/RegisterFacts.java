package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import org.portfolioledger.events.RegisterFact.LedgerForked;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;

/** What tests record of registers. */
public final class RegisterFacts {

    private RegisterFacts() {}

    public static RegisterOpened register(String id, String day) {
        return new RegisterOpened(id, "Acme Council", on(day));
    }

    public static LedgerForked forked(String id, long size, String day) {
        return new LedgerForked(
                id, "ledger.example/acme", size, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", on(day));
    }

    public static RegisterWentLive live(String id, String day) {
        return new RegisterWentLive(id, on(day));
    }
}
