package org.portfolioledger.query.appointment;

import org.portfolioledger.query.row.LookupKeys;
import org.portfolioledger.query.row.RowType;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** The row of an initiative's roles. */
@Component
final class AppointmentsRow implements RowType<AppointmentsState> {
    @Override
    public Kind<?, AppointmentsState> kind() {
        return Kinds.APPOINTMENTS;
    }

    @Override
    public LookupKeys columns(AppointmentsState state) {
        return LookupKeys.ofInitiative(state.initiative());
    }
}
