package org.portfolioledger.command.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;

/** What a sender calls a request, to be answered once however often it is sent. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    private IdempotencyKey() {}

    /**
     * The key that a header states, or null.
     *
     * @throws Problem MALFORMED_REQUEST if it is not 1 to 200 visible ASCII characters
     */
    static @Nullable String of(@Nullable String header) {
        if (header == null) return null;
        boolean printable = header.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (header.isEmpty() || header.length() > LONGEST || !printable)
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "The idempotency key cannot be kept",
                    List.of(Problem.At.parameter(HEADER, "is not 1 to " + LONGEST + " visible ASCII characters")));
        return header;
    }
}
