package org.portfolioledger.verifier;

import java.util.Base64;

/** Base64 in its one spelling: padded, and with zeros in the bits that are left over. */
final class Base64Text {

    private Base64Text() {}

    static byte[] decode(String text) throws Malformed {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("it is not base64: " + text);
        }
        // The decoder takes several spellings of the same bytes.
        if (!encode(bytes).equals(text)) throw new Malformed("it is not base64 as it must be written: " + text);
        return bytes;
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
