package org.portfolioledger.verifier;

import java.nio.charset.StandardCharsets;

/**
 * Reads from the bytes of a basis on which facts it rests, without reading JSON: a basis begins with
 * <code>{"restsOn":[</code> and their positions, without white space.
 */
final class RestsOnScan {

    private static final byte[] OPENING = "{\"restsOn\":[".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 18;

    private int opened;
    private int digits;
    private long number;
    private boolean listed;
    private boolean ended;
    private boolean malformed;
    private long own;
    private long largest;
    private boolean restsOnItself;

    /** @param position of the fact whose basis follows */
    void begin(long position) {
        opened = 0;
        digits = 0;
        number = 0;
        listed = false;
        ended = false;
        malformed = false;
        own = position;
        largest = 0;
        restsOnItself = false;
    }

    void take(byte[] bytes, int offset, int length) {
        for (int at = offset; at < offset + length && !ended && !malformed; at++) {
            byte next = bytes[at];
            if (opened < OPENING.length) malformed = next != OPENING[opened++];
            else if (next >= '0' && next <= '9') digit(next);
            else end(next);
        }
    }

    private void digit(byte next) {
        malformed = digits == MOST_DIGITS || (digits == 0 && next == '0');
        digits++;
        number = number * 10 + next - '0';
    }

    private void end(byte next) {
        ended = next == ']';
        boolean isEmpty = ended && digits == 0 && !listed;
        malformed = (digits == 0 && !isEmpty) || (next != ',' && next != ']');
        listed = true;
        largest = Math.max(largest, number);
        restsOnItself |= number == own && digits > 0;
        digits = 0;
        number = 0;
    }

    /** Once the whole basis is taken. */
    boolean isMalformed() {
        return malformed || !ended;
    }

    /** The last position on which the fact rests; 0 if on no other fact. */
    long largest() {
        return largest;
    }

    boolean restsOnItself() {
        return restsOnItself;
    }
}
