package org.portfolioledger.query.register;

import org.portfolioledger.query.row.RowType;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RegisterState;
import org.springframework.stereotype.Component;

/** A register's row. */
@Component
final class RegisterRow implements RowType<RegisterState> {
    @Override
    public Kind<?, RegisterState> kind() {
        return Kinds.REGISTER;
    }
}
