package org.portfolioledger.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entry of a fact: what its leaf hashes. One object holds one entry after another. */
final class FactEntry {

    /** In bytes. */
    static final int LONGEST = 0xffff;

    /** Its texts, in their order. */
    static final int REGISTER = 0;

    static final int STREAM = 1;
    static final int TYPE = 2;
    static final int ACTOR = 3;
    static final int COMMAND = 4;

    private static final String[] NAMES = {"register", "stream", "type", "actor", "command"};
    private static final int LONGEST_TEXT = 1000;

    // Where its fields begin, behind the zero byte that the leaf hashes before the entry.
    private static final int VERSION = 1;
    static final int PAYLOAD = 2;
    static final int METADATA = PAYLOAD + NodeHash.LENGTH;
    static final int BASIS = METADATA + NodeHash.LENGTH;
    private static final int POSITION = BASIS + NodeHash.LENGTH;
    private static final int RECORDED_AT = POSITION + Long.BYTES;
    private static final int KNOWN_AT = RECORDED_AT + Long.BYTES;
    private static final int SEQUENCE = KNOWN_AT + Long.BYTES;
    private static final int REVISION = SEQUENCE + Long.BYTES;
    private static final int EFFECTIVE_ON = REVISION + Integer.BYTES;
    private static final int EVENT_ID = EFFECTIVE_ON + Integer.BYTES;
    private static final int TEXTS = EVENT_ID + 2 * Long.BYTES;

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final int FIRST_DAY = days(LocalDate.of(1, 1, 1));
    private static final int LAST_DAY = days(LocalDate.of(9999, 12, 31));
    private static final long MICROS_A_DAY = 86_400_000_000L;

    private final byte[] bytes = new byte[1 + LONGEST];
    private final ByteBuffer numbers = ByteBuffer.wrap(bytes);
    private final int[] ends = new int[NAMES.length];
    private int end;

    static FactEntry of(byte[] entry) {
        FactEntry one = new FactEntry();
        System.arraycopy(entry, 0, one.bytes, 1, entry.length);
        one.end = 1 + entry.length;
        return one;
    }

    /** Takes the place of the one before. */
    void read(DigestedInput in, int length) throws IOException, Malformed {
        in.copy(bytes, 1, length);
        end = 1 + length;
    }

    void hash(Sha256 sha, byte[] leaf) {
        sha.take(bytes, 0, end);
        sha.end(leaf, 0);
    }

    byte[] toBytes() {
        return Arrays.copyOfRange(bytes, 1, end);
    }

    /** What is wrong with its form; null if nothing is. Its texts can be read only then. */
    @Nullable
    String malformation() {
        if (!hasNumbers()) return end < TEXTS ? "it is too short" : "its version is " + bytes[VERSION] + ", not 1";
        String wrong = malformedNumber();
        return wrong == null ? malformedText() : wrong;
    }

    /** Whether it is long enough, and of a version, that its digests and numbers can be read. */
    boolean hasNumbers() {
        return end >= TEXTS && bytes[VERSION] == 1;
    }

    /** Whether it states a position that a tree can have. */
    boolean hasPosition() {
        return hasNumbers() && position() >= 1 && position() <= LogTree.MOST_LEAVES;
    }

    private @Nullable String malformedNumber() {
        if (!hasPosition()) return "its position is " + position();
        if (sequence() < 0) return "its sequence is " + sequence();
        if (revision() < 1) return "its revision is " + revision();
        int day = numbers.getInt(EFFECTIVE_ON);
        if (day < FIRST_DAY || day > LAST_DAY) return "its effective date is outside the years 1 to 9999";
        return isMoment(recordedAt()) && isMoment(knownAt())
                ? null
                : "one of its moments is outside the years 1 to 9999";
    }

    private @Nullable String malformedText() {
        int at = TEXTS;
        for (int text = 0; text < NAMES.length; text++) {
            int from = at;
            boolean ascii = true;
            for (; at < end && bytes[at] != '\n'; at++) {
                if (bytes[at] >= 0 && (bytes[at] < ' ' || bytes[at] == 0x7f))
                    return "its " + NAMES[text] + " has a control character";
                ascii &= bytes[at] >= 0;
            }
            if (at == end) return "its " + NAMES[text] + " has no end";
            if (at == from || at - from > LONGEST_TEXT) return "its " + NAMES[text] + " has " + (at - from) + " bytes";
            if (!ascii && !isText(from, at)) return "its " + NAMES[text] + " is not UTF-8 without control characters";
            ends[text] = at++;
        }
        return at == end ? null : "something follows its last text";
    }

    private boolean isText(int from, int to) {
        try {
            return Utf8.strictly(bytes, from, to - from).codePoints().noneMatch(Character::isISOControl);
        } catch (Malformed e) {
            return false;
        }
    }

    private static boolean isMoment(long micros) {
        long day = Math.floorDiv(micros, MICROS_A_DAY);
        return day >= FIRST_DAY && day <= LAST_DAY;
    }

    private static int days(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(BEGINNING, date));
    }

    /** Whether the digest that it has at a place is this one. */
    boolean hasDigest(int place, byte[] digest) {
        return Arrays.equals(bytes, place, place + NodeHash.LENGTH, digest, 0, NodeHash.LENGTH);
    }

    long position() {
        return numbers.getLong(POSITION);
    }

    /** In microseconds since the beginning of 2000. */
    long recordedAt() {
        return numbers.getLong(RECORDED_AT);
    }

    /** In microseconds since the beginning of 2000. */
    long knownAt() {
        return numbers.getLong(KNOWN_AT);
    }

    long sequence() {
        return numbers.getLong(SEQUENCE);
    }

    int revision() {
        return numbers.getInt(REVISION);
    }

    LocalDate effectiveOn() {
        return BEGINNING.plusDays(numbers.getInt(EFFECTIVE_ON));
    }

    UUID eventId() {
        return new UUID(numbers.getLong(EVENT_ID), numbers.getLong(EVENT_ID + Long.BYTES));
    }

    /** As a person reads a moment. */
    static String moment(long micros) {
        return BEGINNING
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .plus(micros, ChronoUnit.MICROS)
                .toString();
    }

    String text(int text) {
        return new String(bytes, begin(text), ends[text] - begin(text), StandardCharsets.UTF_8);
    }

    /** Makes a key of one of its texts; says whether it is the same as that of the entry before. */
    boolean key(TextKey key, int text) {
        return key.take(bytes, begin(text), ends[text]);
    }

    /** Makes a key of its actor and command, which together are unique; says whether it is the same as that of the entry before. */
    boolean commandKey(TextKey key) {
        return key.take(bytes, begin(ACTOR), ends[COMMAND]);
    }

    private int begin(int text) {
        return text == REGISTER ? TEXTS : ends[text - 1] + 1;
    }
}
