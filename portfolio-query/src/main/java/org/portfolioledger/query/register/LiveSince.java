package org.portfolioledger.query.register;

import java.time.LocalDate;
import java.util.Optional;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.row.RowProjection;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RegisterState;
import org.springframework.stereotype.Component;

/** Shows of a register that it is live where no fact says so: its first live command ends its migration as well. */
@Component
final class LiveSince {

    private final Ledger ledger;

    LiveSince(RowProjection projection) {
        this.ledger = projection.ledger();
    }

    /** The register as it is shown at a point; what it states itself stays. */
    RegisterState shown(RegisterState register, TimePoint point) {
        if (register.live() != null) return register;
        return firstLive(register.register(), point)
                .map(first -> new RegisterState(register.register(), register.name(), live(first)))
                .orElse(register);
    }

    private static Grounded<Boolean> live(StoredEvent first) {
        return new Grounded<>(true, day(first), first.position(), null, null, null, null, null, null);
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
