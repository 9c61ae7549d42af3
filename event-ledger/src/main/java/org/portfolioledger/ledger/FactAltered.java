package org.portfolioledger.ledger;

/** What is stored of a fact is not what was recorded: it is not answered as true, and nothing is decided on it. */
public final class FactAltered extends LedgerDamaged {

    private static final long serialVersionUID = 1L;

    private final long position;

    public FactAltered(long position) {
        super(told(position));
        this.position = position;
    }

    /** Where it is. */
    public long position() {
        return position;
    }

    /** What an operator must know of it. */
    public static String told(long position) {
        return "the fact at position %s was altered after it was recorded: what is stored does not fit its leaf hash; restore the ledger, and keep this database, which shows what was altered"
                .formatted(position);
    }
}
