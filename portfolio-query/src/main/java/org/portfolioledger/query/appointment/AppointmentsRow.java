package org.portfolioledger.query.appointment;

import org.portfolioledger.query.row.Columns;
import org.portfolioledger.query.row.RowOf;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** The row of an initiative's roles. */
@Component
final class AppointmentsRow implements RowOf<AppointmentsState> {
    @Override
    public Kind<?, AppointmentsState> kind() {
        return Kinds.APPOINTMENTS;
    }

    @Override
    public Columns columns(AppointmentsState state) {
        return Columns.ofInitiative(state.initiative());
    }
}
