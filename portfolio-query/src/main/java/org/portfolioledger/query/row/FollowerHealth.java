package org.portfolioledger.query.row;

import java.util.List;
import java.util.Optional;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Shows operators how far the rows are behind the ledger, which process keeps them, and what is blocked: everything, or some
 * entities, which does not take the node out of service.
 */
public final class FollowerHealth implements HealthIndicator {

    /** Not all that is on record is answered, and each answer says so. */
    static final Status DEGRADED = new Status("DEGRADED");

    private static final int MOST_SHOWN = 10;

    private final RowProjection projection;
    private final ProjectionLifecycle following;

    public FollowerHealth(RowProjection projection, ProjectionLifecycle following) {
        this.projection = projection;
        this.following = following;
    }

    @Override
    public Health health() {
        Progress.Live live = projection.progress().live();
        List<BlockedEntity> blocked = projection.generations().blocked(live.generation());
        long lag = Math.max(0, projection.ledger().head().position() - live.position());
        boolean kept = lag == 0 || projection.progress().isKept();
        Health.Builder health = Health.status(status(kept, blocked));
        String failure = following.failure();
        if (failure != null) health.withDetail("failure", failure);
        String rebuildFailure = following.rebuildFailure();
        if (rebuildFailure != null) health.withDetail("rebuildFailure", rebuildFailure);
        Optional<Generation> stopped = projection.generations().stopped();
        stopped.ifPresent(generation -> health.withDetail("stoppedGeneration", generation.number())
                .withDetail("stoppedBecause", String.valueOf(generation.failure())));
        if (!blocked.isEmpty())
            health.withDetail("blockedEntities", blocked.size())
                    .withDetail(
                            "blocked",
                            blocked.stream()
                                    .limit(MOST_SHOWN)
                                    .map(BlockedEntity::stream)
                                    .toList());
        return health.withDetail("state", following.state())
                .withDetail("generation", live.generation())
                .withDetail("position", live.position())
                .withDetail("lag", lag)
                .withDetail("kept", kept)
                .build();
    }

    /** Rows that nobody brings up answer no question about the present. */
    private Status status(boolean kept, List<BlockedEntity> blocked) {
        if (following.failure() != null || !kept) return Status.DOWN;
        boolean whole = blocked.isEmpty()
                && following.rebuildFailure() == null
                && projection.generations().stopped().isEmpty();
        return whole ? Status.UP : DEGRADED;
    }
}
