package org.portfolioledger.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 as it must be: what is not UTF-8 is refused, not replaced. */
final class Utf8 {

    private Utf8() {}

    static String strictly(byte[] bytes) throws Malformed {
        return strictly(bytes, 0, bytes.length);
    }

    static String strictly(byte[] bytes, int offset, int length) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("it is not UTF-8");
        }
    }
}
