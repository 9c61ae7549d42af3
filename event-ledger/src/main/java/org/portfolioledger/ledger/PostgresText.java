package org.portfolioledger.ledger;

import java.nio.charset.StandardCharsets;

/**
 * Refuses texts that {@code ledger.append} does not take, before they can fail a call that they share with others: those
 * that are blank, longer than {@value #LONGEST} bytes, or hold a control character or half of a surrogate pair.
 */
final class PostgresText {

    static final int LONGEST = 1000;

    private PostgresText() {}

    static String require(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (value.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException(name + " holds a character that cannot be stored");
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("%s is longer than %s bytes".formatted(name, LONGEST));
        }
        return value;
    }
}
