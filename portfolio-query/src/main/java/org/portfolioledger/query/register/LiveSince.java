package org.portfolioledger.query.register;

import java.util.Optional;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.RowProjection;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Shows since when a register is live that was opened live: none of its facts ended a migration. */
@Component
final class LiveSince {

    private static final String LIVE = "live";

    private final Ledger ledger;

    LiveSince(RowProjection projection) {
        this.ledger = projection.ledger();
    }

    /** The register as it is shown at a point. */
    ObjectNode shown(ObjectNode register, TimePoint point) {
        if (register.path(LIVE).isObject()) return register;
        became(register.path("id").asString(""), point)
                .ifPresent(first -> register.putObject(LIVE)
                        .put("value", true)
                        .put("since", first.effectiveOn().toString())
                        .put("fact", first.position()));
        return register;
    }

    /** The fact with which a register became live, if it counts at the point and on its day. */
    private Optional<StoredEvent> became(String register, TimePoint point) {
        return ledger.livePosition(register)
                .flatMap(ledger::at)
                .filter(point::counts)
                .filter(first -> !first.effectiveOn().isAfter(point.asOf()));
    }
}
