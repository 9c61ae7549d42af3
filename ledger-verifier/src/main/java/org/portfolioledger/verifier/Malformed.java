package org.portfolioledger.verifier;

/** Something does not follow its format; the message says what, for a sentence that names where. */
class Malformed extends Exception {

    private static final long serialVersionUID = 1;

    Malformed(String message) {
        super(message);
    }
}
