package org.portfolioledger.command.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.http.SizeLimit;

/** What a sender calls a request, to be answered once however often it is sent. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = SizeLimit.KEY.most();

    private IdempotencyKey() {}

    /**
     * The key that the lines of the header state, or null without a line.
     *
     * @throws Problem MALFORMED_REQUEST if it is not 1 to 200 visible ASCII characters, in one line
     */
    static @Nullable String of(List<String> lines) {
        if (lines.isEmpty()) return null;
        if (lines.size() > 1)
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "A request has one idempotency key",
                    List.of(Problem.At.parameter(HEADER, "is stated " + lines.size() + " times")));
        String header = lines.getFirst();
        boolean printable = header.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (header.isEmpty() || header.length() > LONGEST || !printable)
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "The idempotency key cannot be kept",
                    List.of(Problem.At.parameter(HEADER, "is not 1 to " + LONGEST + " visible ASCII characters")));
        return header;
    }
}
