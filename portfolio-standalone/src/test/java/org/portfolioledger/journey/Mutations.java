package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Changes requests as somebody would who looks for a fault: bytes, words and whole parts, the same for the same seed. */
final class Mutations {

    private static final Pattern WORD = Pattern.compile("[\\w.:+-]+|\"[^\"]*\"");

    private static final List<String> WORDS = Stream.of(Wrong.VALUES, Wrong.IDS, Wrong.MEMBERS)
            .flatMap(List::stream)
            .filter(word -> word.length() < 500)
            .toList();

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** One of several. */
    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** The text after one to three changes; another, from which parts may be taken. */
    String of(String text, String other) {
        String changed = text;
        for (int times = 1 + random.nextInt(3); times > 0; times--) changed = changed(changed, other);
        return changed;
    }

    private String changed(String text, String other) {
        if (text.isEmpty()) return random.nextBoolean() ? other : noise();
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(16));
        return switch (random.nextInt(8)) {
            case 0 ->
                text.substring(0, from)
                        + (char) (text.charAt(from) ^ (1 << random.nextInt(8)))
                        + text.substring(from + 1);
            case 1 -> text.substring(0, from) + noise() + text.substring(from);
            case 2 -> text.substring(0, from) + text.substring(to);
            case 3 -> text.substring(0, to) + text.substring(from);
            case 4 -> text.substring(0, from) + part(other) + text.substring(from);
            case 5 -> text.substring(0, from);
            default -> withoutWord(text);
        };
    }

    /** A word in the place of another. */
    private String withoutWord(String text) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        if (words.isEmpty()) return text;
        MatchResult word = one(words);
        return text.substring(0, word.start()) + one(WORDS) + text.substring(word.end());
    }

    private String part(String other) {
        if (other.isEmpty()) return noise();
        int from = random.nextInt(other.length());
        return other.substring(from, Math.min(other.length(), from + 1 + random.nextInt(64)));
    }

    private String noise() {
        byte[] bytes = new byte[1 + random.nextInt(8)];
        random.nextBytes(bytes);
        return new String(bytes, ISO_8859_1);
    }
}
