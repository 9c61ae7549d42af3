package org.portfolioledger.verifier;

/** Follows the sequence and the register of each stream. */
final class StreamSequences {

    private static final int SEQUENCE = 0;
    private static final int REGISTER = 1;

    private final KeyTable streams = new KeyTable(2);
    private final TextKey stream = new TextKey();
    private final boolean fromTheFirst;

    /** @param fromTheFirst whether the facts begin with the first of the ledger; if not, a stream may begin with any sequence */
    StreamSequences(boolean fromTheFirst) {
        this.fromTheFirst = fromTheFirst;
    }

    /** @param register of the fact */
    void fact(FactEntry fact, TextKey register, Report report) {
        fact.key(stream, FactEntry.STREAM);
        int at = streams.add(stream);
        if (at < 0) {
            if (fromTheFirst && fact.sequence() != 0) broken(fact, "begins with", report);
            at = ~at;
            streams.put(at, REGISTER, register.high());
        } else if (fact.sequence() != streams.number(at, SEQUENCE) + 1) {
            broken(fact, "continues after " + streams.number(at, SEQUENCE) + " with", report);
        }
        streams.put(at, SEQUENCE, fact.sequence());
        if (streams.number(at, REGISTER) != register.high())
            report.fault(
                    FaultKind.REGISTER,
                    fact.position(),
                    "Position " + fact.position() + " puts the stream " + fact.text(FactEntry.STREAM)
                            + " into the register " + fact.text(FactEntry.REGISTER) + "; it was in another.");
    }

    private static void broken(FactEntry fact, String how, Report report) {
        report.fault(
                FaultKind.SEQUENCE,
                fact.position(),
                "At position " + fact.position() + " the stream " + fact.text(FactEntry.STREAM) + " " + how
                        + " the sequence " + fact.sequence() + ".");
    }
}
