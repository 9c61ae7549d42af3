package org.portfolioledger.ledger;

/** Whether the long suites run at their full size, which the system property {@code suite.size} says. */
public final class SuiteSize {

    public static final boolean LONG = "long".equals(System.getProperty("suite.size"));

    private SuiteSize() {}

    /** What is asked for in full, or a hundredth of it. */
    static int of(int full) {
        return LONG ? full : full / 100;
    }
}
