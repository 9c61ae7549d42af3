package org.portfolioledger.state;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact;

/**
 * A register: the record of one organisation.
 *
 * @param live null while the register migrates, and of one that was opened live
 */
public record RegisterState(
        String register, Grounded<String> name, @Nullable Grounded<Boolean> live) {

    static @Nullable RegisterState evolve(@Nullable RegisterState state, RegisterFact fact, Grounds grounds) {
        return switch (fact) {
            case RegisterFact.RegisterOpened opened ->
                new RegisterState(opened.register(), grounds.ground(opened.name()), state == null ? null : state.live);
            case RegisterFact.RegisterWentLive _ ->
                state == null ? null : new RegisterState(state.register, state.name, grounds.ground(true));
        };
    }
}
