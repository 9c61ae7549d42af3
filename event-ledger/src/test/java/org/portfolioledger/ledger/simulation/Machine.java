package org.portfolioledger.ledger.simulation;

/** What crashes as a whole: a process with its threads. */
public final class Machine {

    private final String name;
    private boolean crashed;

    public Machine(String name) {
        this.name = name;
    }

    /** Stops its threads for ever, wherever each of them is. */
    public void crash() {
        crashed = true;
    }

    public boolean hasCrashed() {
        return crashed;
    }

    @Override
    public String toString() {
        return name;
    }
}
