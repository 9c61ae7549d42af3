package org.portfolioledger.query.row;

import org.portfolioledger.ledger.Ledger;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells operators how far the rows are behind the ledger, and which process keeps them, and why they no longer follow, if they do not. */
public final class FollowerHealth implements HealthIndicator {

    private final Ledger ledger;
    private final Progress progress;
    private final Following following;

    public FollowerHealth(Ledger ledger, Progress progress, Following following) {
        this.ledger = ledger;
        this.progress = progress;
        this.following = following;
    }

    @Override
    public Health health() {
        String failure = following.failure();
        long position = progress.position();
        Health.Builder health = failure == null ? Health.up() : Health.down().withDetail("failure", failure);
        return health.withDetail("standing", following.standing())
                .withDetail("position", position)
                .withDetail("lag", Math.max(0, ledger.head().position() - position))
                .build();
    }
}
