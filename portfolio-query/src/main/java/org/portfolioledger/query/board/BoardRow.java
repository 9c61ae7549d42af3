package org.portfolioledger.query.board;

import org.portfolioledger.query.row.LookupKeys;
import org.portfolioledger.query.row.RowType;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** A board's row: found by its parent. */
@Component
final class BoardRow implements RowType<BoardState> {
    @Override
    public Kind<?, BoardState> kind() {
        return Kinds.BOARD;
    }

    @Override
    public LookupKeys columns(BoardState state) {
        return new LookupKeys(
                null, null, state.parent() == null ? null : state.parent().value());
    }
}
