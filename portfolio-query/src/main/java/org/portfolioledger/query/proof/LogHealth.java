package org.portfolioledger.query.proof;

import java.util.List;
import org.portfolioledger.ledger.proof.Damage;
import org.portfolioledger.ledger.proof.LedgerLog;
import org.portfolioledger.ledger.proof.Sealing;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Shows operators how far the tree has grown, what was signed, and why nothing is signed any more. */
final class LogHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private static final int MOST_SHOWN = 10;

    private final LedgerLog log;

    LogHealth(LedgerLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        Sealing sealing = log.sealing().orElse(null);
        String failure = log.failure();
        boolean forked = sealing != null && sealing.state() == Sealing.State.FORKED;
        List<Damage> damage = log.tree().damage(MOST_SHOWN);
        Health.Builder health = Health.status(failure != null || forked || !damage.isEmpty() ? DEGRADED : Status.UP)
                .withDetail("size", log.tree().size());
        if (!damage.isEmpty())
            health.withDetail(
                    "damaged",
                    damage.stream()
                            .map(one -> one.position() + " " + one.kind())
                            .toList());
        if (failure != null) health.withDetail("failure", failure);
        if (sealing != null) {
            health.withDetail("sealing", sealing.state());
            if (sealing.signed() != null)
                health.withDetail("signed", sealing.signed().text());
            if (sealing.detail() != null) health.withDetail("detail", sealing.detail());
        }
        return health.build();
    }
}
