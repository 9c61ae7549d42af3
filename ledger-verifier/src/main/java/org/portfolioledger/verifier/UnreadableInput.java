package org.portfolioledger.verifier;

/** What was given cannot be read, so that nothing is verified. */
final class UnreadableInput extends Exception {

    private static final long serialVersionUID = 1;

    private final String sentence;

    UnreadableInput(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** For the user. */
    String sentence() {
        return sentence;
    }
}
