package org.portfolioledger.query.answer;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Problem;

/** A text that a body must state, such as a reason. */
public final class StatedText {

    private StatedText() {}

    /** What is wrong with it; empty if nothing is. Spaces around it do not count. */
    public static Optional<Problem.At> fault(@Nullable String text, String pointer, int longest) {
        String stated = text == null ? "" : text.strip();
        boolean isReadable = !stated.isEmpty()
                && stated.length() <= longest
                && stated.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(stated);
        return isReadable
                ? Optional.empty()
                : Optional.of(Problem.At.body(pointer, "is needed: 1 to %s characters".formatted(longest)));
    }
}
