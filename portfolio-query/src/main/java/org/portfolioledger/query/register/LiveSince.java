package org.portfolioledger.query.register;

import java.time.LocalDate;
import java.util.Optional;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.row.RowProjection;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Shows of a register that it is live where no fact says so: its first live command ends its migration as well. */
@Component
final class LiveSince {

    private static final String LIVE = "live";

    private final Ledger ledger;

    LiveSince(RowProjection projection) {
        this.ledger = projection.ledger();
    }

    /** The register as it is shown at a point; what it says itself stands. */
    ObjectNode shown(ObjectNode register, TimePoint point) {
        if (register.path(LIVE).isObject()) return register;
        firstLive(register.path("id").asString(""), point)
                .ifPresent(first -> register.putObject(LIVE)
                        .put("value", true)
                        .put("since", day(first).toString())
                        .put("fact", first.position()));
        return register;
    }

    /** The first live fact of a register, if it counts at the point and was recorded by its day. */
    private Optional<StoredEvent> firstLive(String register, TimePoint point) {
        return ledger.livePosition(register)
                .flatMap(ledger::at)
                .filter(point::counts)
                .filter(first -> !day(first).isAfter(point.asOf()));
    }

    private static LocalDate day(StoredEvent fact) {
        return LocalDate.ofInstant(fact.recordedAt(), TimePointResolver.LONDON);
    }
}
