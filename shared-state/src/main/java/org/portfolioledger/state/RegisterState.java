package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;

/**
 * A register: the record of one organisation.
 *
 * @param live null while the register migrates, and of one that was opened live
 */
public record RegisterState(
        @JsonProperty("id") String register,
        Grounded<String> name,
        @Nullable Grounded<Boolean> live) {

    static RegisterState opened(RegisterOpened opened, Grounds grounds) {
        return new RegisterState(opened.register(), grounds.ground(opened.name()), null);
    }

    RegisterState evolve(RegisterFact fact, Grounds grounds) {
        return switch (fact) {
            case RegisterOpened opened -> new RegisterState(register, grounds.ground(opened.name()), live);
            case RegisterWentLive _ -> new RegisterState(register, name, grounds.ground(true));
        };
    }
}
