package org.portfolioledger.verifier;

/** The rule for names of keys in C2SP's signed-note. */
final class KeyName {

    private KeyName() {}

    static String require(String name) throws Malformed {
        if (name.isEmpty() || name.codePoints().anyMatch(c -> c == '+' || c < ' ' || isSpace(c)))
            throw new Malformed("no key can have the name '" + name + "'");
        return name;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }
}
