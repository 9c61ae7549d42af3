package org.portfolioledger.verifier;

/** Follows what each register knew when: {@code knownAt} never goes back within it, and is never later than {@code recordedAt}. */
final class RegisterMoments {

    private final KeyTable registers = new KeyTable(1);

    /** @param register of the fact */
    void fact(FactEntry fact, TextKey register, Report report) {
        long knownAt = fact.knownAt();
        if (knownAt > fact.recordedAt())
            report.fault(
                    FaultKind.TIME,
                    fact.position(),
                    "Position " + fact.position() + " was known at " + FactEntry.moment(knownAt)
                            + ", later than it was recorded (" + FactEntry.moment(fact.recordedAt()) + ").");
        int at = registers.add(register);
        if (at < 0) at = ~at;
        else if (knownAt < registers.number(at, 0))
            report.fault(
                    FaultKind.TIME,
                    fact.position(),
                    "At position " + fact.position() + " knownAt goes back from "
                            + FactEntry.moment(registers.number(at, 0)) + " to " + FactEntry.moment(knownAt)
                            + " within the register " + fact.text(FactEntry.REGISTER) + ".");
        registers.put(at, 0, knownAt);
    }
}
