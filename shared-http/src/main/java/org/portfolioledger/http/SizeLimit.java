package org.portfolioledger.http;

import java.util.Locale;
import tools.jackson.core.StreamReadConstraints;

/**
 * How large the parts of a request may be. Whatever is larger is refused with a problem detail; docs/access.md lists them
 * all.
 */
public enum SizeLimit {
    BODY(1 << 20, "bytes", "the body of a request, but for the file of an import", 413),
    DEPTH(StreamReadConstraints.DEFAULT_MAX_DEPTH, "levels", "objects and arrays in each other, in a JSON body", 400),
    TEXT(20_000, "characters", "a text in a JSON body, or the name of a member", 400),
    DIGITS(40, "digits", "a number in a JSON body, before and after its decimal point", 400),
    KEY(200, "characters", "an idempotency key", 400),
    ID(64, "characters", "an id", 400),
    QUERY(8_000, "characters", "the query of an address, as it is sent", 400),
    VALUES(1, "value", "a parameter of a read, so also a filter", 400),
    PAGE(1_000, "items", "a page of a list", 400),
    HEADERS(100, "headers", "the headers of a request", 400),
    HEAD(16_384, "bytes", "the first line of a request and its headers together", 400);

    private final int most;
    private final String unit;
    private final String of;
    private final int status;

    SizeLimit(int most, String unit, String of, int status) {
        this.most = most;
        this.unit = unit;
        this.of = of;
        this.status = status;
    }

    /** The largest that is taken, in its unit. */
    public int most() {
        return most;
    }

    /** Its row in the table of limits. */
    public String row() {
        return String.format(Locale.ROOT, "| %s | %,d %s | `%d` |", of, most, unit, status);
    }
}
