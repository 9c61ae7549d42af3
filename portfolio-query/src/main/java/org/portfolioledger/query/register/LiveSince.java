package org.portfolioledger.query.register;

import java.util.List;
import java.util.Optional;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.answer.EntityView;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.RowProjection;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RegisterState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows since when a register is live that was opened live: none of its facts ended a migration. */
@Component
final class LiveSince implements EntityViews<RegisterState, EntityView<RegisterState>, EntityView<RegisterState>> {

    private final Ledger ledger;
    private final Rows rows;

    LiveSince(RowProjection projection, Rows rows) {
        this.rows = rows;
        this.ledger = projection.ledger();
    }

    @Override
    public Kind<?, RegisterState> kind() {
        return Kinds.REGISTER;
    }

    @Override
    public boolean areFedByOthers() {
        return false;
    }

    @Override
    public Viewed<List<EntityView<RegisterState>>> list(TimePoint point, List<RegisterState> registers) {
        Viewpoint seen = rows.viewpoint(point, registers);
        return new Viewed<>(
                registers.stream().map(register -> view(point, register, seen)).toList(), seen);
    }

    @Override
    public Viewed<EntityView<RegisterState>> item(TimePoint point, RegisterState register) {
        Viewpoint seen = rows.viewpoint(point, List.of(register));
        return new Viewed<>(view(point, register, seen), seen);
    }

    private EntityView<RegisterState> view(TimePoint point, RegisterState register, Viewpoint seen) {
        return EntityView.of(shown(register, point), seen);
    }

    /** The register as it is shown at a point. */
    RegisterState shown(RegisterState register, TimePoint point) {
        if (register.live() != null) return register;
        return became(register.register(), point)
                .map(first -> register.withLive(live(first)))
                .orElse(register);
    }

    private static Grounded<Boolean> live(StoredEvent first) {
        return new Grounded<>(true, first.effectiveOn(), first.position(), null, null, null, null, null, null);
    }

    /** The fact with which a register became live, if it counts at the point and on its day. */
    private Optional<StoredEvent> became(String register, TimePoint point) {
        return ledger.livePosition(register)
                .flatMap(ledger::at)
                .filter(point::counts)
                .filter(first -> !first.effectiveOn().isAfter(point.asOf()));
    }
}
