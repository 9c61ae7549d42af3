package org.portfolioledger.command;

/** The sender decided on a version of the stream that is no longer the present one. */
public final class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long present;

    public StaleVersion(long present) {
        super("the present version is " + present, null, false, false);
        this.present = present;
    }

    /** The present version. */
    public long present() {
        return present;
    }
}
