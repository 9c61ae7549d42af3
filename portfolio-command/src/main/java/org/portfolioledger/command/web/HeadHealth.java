package org.portfolioledger.command.web;

import java.time.Duration;
import org.portfolioledger.ledger.Ledger;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Shows whether commands can be recorded: whether the head of the ledger can be had in time. */
final class HeadHealth implements HealthIndicator {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Ledger ledger;

    HeadHealth(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        return ledger.isHeadFree(TIMEOUT)
                ? Health.up().build()
                : Health.down()
                        .withDetail(
                                "failure",
                                "Another transaction held the ledger's head for " + TIMEOUT.toSeconds() + " seconds")
                        .build();
    }
}
