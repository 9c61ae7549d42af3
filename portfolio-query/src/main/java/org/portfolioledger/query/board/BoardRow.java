package org.portfolioledger.query.board;

import org.portfolioledger.query.row.Columns;
import org.portfolioledger.query.row.RowOf;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** A board's row: found by its parent. */
@Component
final class BoardRow implements RowOf<BoardState> {
    @Override
    public Kind<?, BoardState> kind() {
        return Kinds.BOARD;
    }

    @Override
    public Columns columns(BoardState state) {
        return new Columns(
                null, null, state.parent() == null ? null : state.parent().value());
    }
}
