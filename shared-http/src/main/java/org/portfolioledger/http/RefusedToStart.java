package org.portfolioledger.http;

/** Says in one sentence why an application does not start as it is set up, and what would correct it. */
public class RefusedToStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedToStart(String sentence) {
        super(sentence);
    }
}
