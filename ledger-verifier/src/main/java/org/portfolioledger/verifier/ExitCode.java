package org.portfolioledger.verifier;

import java.util.Locale;

/** How a verification ended, as scripts see it. */
enum ExitCode {
    /** Nothing is wrong. */
    WHOLE(0),
    /** Something was altered, is missing, or is not signed as it must be. */
    WRONG(1),
    /** The files or the words of the command line cannot be read. */
    UNREADABLE(2),
    /** Nothing is wrong, but what was asked cannot be decided from the files. */
    UNDECIDED(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
