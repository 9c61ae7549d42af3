package org.portfolioledger.query.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a list goes on: the point of its first page, the sort keys of its last item, and the question it belongs to.
 *
 * @param asOf null where the list is over all days
 */
record Cursor(@Nullable String asOf, String knownAt, List<String> after, String belongsTo) {

    private static final JsonMapper JSON = FactSerializer.mapper();

    /** Whoever writes a cursor of his own gets no further than this. */
    Cursor {
        Stream.of(knownAt, belongsTo).forEach(Objects::requireNonNull);
        if (after.isEmpty() || !after.stream().allMatch(Cursor::canBeKept))
            throw new IllegalArgumentException("no page ends like that");
        after = List.copyOf(after);
    }

    private static boolean canBeKept(String key) {
        return key.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }

    String write() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    }

    static Cursor read(String text) {
        try {
            return Objects.requireNonNull(JSON.readValue(Base64.getUrlDecoder().decode(text), Cursor.class));
        } catch (IllegalArgumentException | NullPointerException | JacksonException e) {
            throw unreadable();
        }
    }

    static Problem unreadable() {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The cursor cannot be read",
                List.of(Problem.At.parameter("cursor", "was not given by this system")));
    }

    /** A short digest of whatever a text stands for. */
    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
