package org.portfolioledger.verifier;

/** Whether the long suites run at their full size, which the system property {@code suite.size} says. */
final class SuiteSize {

    static final boolean LONG = "long".equals(System.getProperty("suite.size"));

    private SuiteSize() {}
}
