package org.portfolioledger.state.bad;

import java.time.LocalDate;

/** A state that asks what day it is. */
public class StateWithClock {
    LocalDate today() {
        return LocalDate.now(java.time.ZoneOffset.UTC);
    }
}
