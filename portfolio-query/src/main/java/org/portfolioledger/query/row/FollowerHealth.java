package org.portfolioledger.query.row;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells operators how far the rows are behind the ledger, which process keeps them, and what stands still: everything, or
 * some entities, which does not take the node out of service.
 */
public final class FollowerHealth implements HealthIndicator {

    /** Not all that is on record is answered, and each answer says so. */
    static final Status DEGRADED = new Status("DEGRADED");

    private static final int MOST_SHOWN = 10;

    private final Keeping keeping;
    private final Following following;

    public FollowerHealth(Keeping keeping, Following following) {
        this.keeping = keeping;
        this.following = following;
    }

    @Override
    public Health health() {
        Progress.Live live = keeping.progress().live();
        List<StaleEntity> stale = keeping.generations().stale(live.generation());
        long lag = Math.max(0, keeping.ledger().head().position() - live.position());
        boolean kept = lag == 0 || keeping.progress().isKept();
        Health.Builder health = Health.status(status(kept, stale));
        String failure = following.failure();
        if (failure != null) health.withDetail("failure", failure);
        String rebuildFailure = following.rebuildFailure();
        if (rebuildFailure != null) health.withDetail("rebuildFailure", rebuildFailure);
        if (!stale.isEmpty())
            health.withDetail("staleEntities", stale.size())
                    .withDetail(
                            "stale",
                            stale.stream()
                                    .limit(MOST_SHOWN)
                                    .map(StaleEntity::stream)
                                    .toList());
        return health.withDetail("standing", following.standing())
                .withDetail("generation", live.generation())
                .withDetail("position", live.position())
                .withDetail("lag", lag)
                .withDetail("kept", kept)
                .build();
    }

    /** Rows that nobody brings up answer no question about the present. */
    private Status status(boolean kept, List<StaleEntity> stale) {
        if (following.failure() != null || !kept) return Status.DOWN;
        return stale.isEmpty() && following.rebuildFailure() == null ? Status.UP : DEGRADED;
    }
}
