package org.portfolioledger.query.row;

/** The rows or the positions are not what the ledger makes them: following stops, and an operator rebuilds. */
final class InconsistentRows extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InconsistentRows(int expected, int found) {
        super("%s rows were to be closed and %s were there: rebuild the rows".formatted(expected, found));
    }

    InconsistentRows(long last, long next) {
        super("after position %s the ledger answers position %s: the ledger has a gap, restore it"
                .formatted(last, next));
    }

    InconsistentRows(String stream, long sequence, int held) {
        super("%s has sequence %s where %s was due: the ledger has a gap, restore it"
                .formatted(stream, sequence, held));
    }
}
