package org.portfolioledger.verifier;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A text as a key of 122 bits: the polynomial whose coefficients are its length and its bytes, seven at a time, at two secret
 * points, modulo a prime. Nobody can find two texts with one key, and that two of ten million have one happens once in 10 to
 * the power of 18. SHA-256 would take longer than everything else that is done with a text. Of a text that is the same as the
 * one before, nothing is computed.
 */
final class TextKey {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BITS = 61;
    private static final long PRIME = (1L << BITS) - 1;
    private static final int STEP = 7;
    private static final long STEP_MASK = (1L << (STEP * Byte.SIZE)) - 1;

    private static final long ONE_POINT;
    private static final long OTHER_POINT;

    static {
        SecureRandom random = new SecureRandom();
        ONE_POINT = random.nextLong(PRIME);
        OTHER_POINT = random.nextLong(PRIME);
    }

    private final byte[] last = new byte[FactEntry.LONGEST];
    private int length = -1;
    private long high;
    private long low;

    /** Takes the text in an array; says whether it is the same as the one before. */
    boolean take(byte[] bytes, int from, int to) {
        if (length >= 0 && Arrays.equals(bytes, from, to, last, 0, length)) return true;
        length = to - from;
        System.arraycopy(bytes, from, last, 0, length);
        long one = length;
        long other = length;
        for (int at = 0; at < length; at += STEP) {
            long coefficient = coefficient(at);
            one = times(one, ONE_POINT) + coefficient;
            other = times(other, OTHER_POINT) + coefficient;
        }
        // Otherwise texts that differ in their last letters would have neighbouring keys.
        high = times(one, ONE_POINT);
        low = times(other, OTHER_POINT) + 1;
        return false;
    }

    /** The next bytes, or as many as there are. */
    private long coefficient(int at) {
        int left = length - at;
        if (left >= Long.BYTES) return (long) LONGS.get(last, at) & STEP_MASK;
        long coefficient = 0;
        for (int i = Math.min(left, STEP) - 1; i >= 0; i--)
            coefficient = (coefficient << Byte.SIZE) | (last[at + i] & 0xff);
        return coefficient;
    }

    /** The product modulo the prime of two numbers, of which the first may be somewhat larger than it. */
    private static long times(long number, long point) {
        long product = number * point;
        long sum = (product & PRIME) + ((product >>> BITS) | (Math.multiplyHigh(number, point) << (Long.SIZE - BITS)));
        long reduced = (sum & PRIME) + (sum >>> BITS);
        return reduced >= PRIME ? reduced - PRIME : reduced;
    }

    long high() {
        return high;
    }

    /** Never 0, by which a table knows an empty place. */
    long low() {
        return low;
    }
}
