package org.portfolioledger.query.bad;

import java.time.LocalDate;
import java.time.ZoneId;

/** A view that takes today from its machine. */
public record QueryWithClock(LocalDate due) {
    boolean overdue() {
        return due.isBefore(LocalDate.now(ZoneId.of("Europe/London")));
    }
}
