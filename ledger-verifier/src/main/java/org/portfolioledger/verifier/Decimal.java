package org.portfolioledger.verifier;

/** Reads whole numbers as C2SP's formats write them: in decimal, without a sign, and without leading zeros. */
final class Decimal {

    private Decimal() {}

    static long parse(String text) throws Malformed {
        if (!text.matches("0|[1-9][0-9]{0,18}"))
            throw new Malformed("it is not a number as it must be written: " + text);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Malformed("it is too large a number: " + text);
        }
    }
}
