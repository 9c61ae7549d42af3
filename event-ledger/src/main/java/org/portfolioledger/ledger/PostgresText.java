package org.portfolioledger.ledger;

import java.nio.charset.StandardCharsets;

/** Refuses texts that PostgreSQL cannot hold, before they can fail a call that they share with others. */
final class PostgresText {

    private PostgresText() {}

    static String require(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (value.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException(name + " holds a character that cannot be stored");
        }
        return value;
    }
}
