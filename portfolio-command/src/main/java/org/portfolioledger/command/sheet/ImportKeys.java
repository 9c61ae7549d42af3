package org.portfolioledger.command.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the commands that an import of a spreadsheet sends: made of the mapping, the day for which the rows hold, and
 * what each is about. A row that is sent again has the same key, and is not recorded twice.
 *
 * @param mapping id
 * @param edition tells apart several returns of one day; empty: the first
 */
record ImportKeys(String mapping, LocalDate snapshot, String edition) {

    private static final String BEGIN = "sheet:";
    private static final int LONGEST_PART = 40;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** What a key says. */
    record Said(LocalDate snapshot, String edition, String subject, String step) {}

    /** The beginning of every key of a mapping. */
    static String ofMapping(String mapping) {
        return BEGIN + Slug.cut(mapping, LONGEST_PART) + ":";
    }

    /** The beginning of every key of the import. */
    String beginning() {
        return ofMapping(mapping) + snapshot + ":" + edition + ":";
    }

    String of(String subject, String step) {
        return beginning() + part(subject) + ":" + step(step);
    }

    /** What is kept in a key of a subject. */
    static String part(String subject) {
        return ID.matcher(subject).matches()
                ? subject
                : Slug.cut(Slug.of(subject), LONGEST_PART) + "-" + Slug.digest(subject);
    }

    /** What is kept in a key of a step. */
    static String step(String step) {
        return Slug.cut(part(step), LONGEST_PART);
    }

    /** What a key of a mapping says; empty for another. */
    static Optional<Said> read(String mapping, @Nullable String key) {
        String beginning = ofMapping(mapping);
        if (key == null || !key.startsWith(beginning)) return Optional.empty();
        List<String> parts = List.of(key.substring(beginning.length()).split(":", -1));
        if (parts.size() != 4) return Optional.empty();
        try {
            return Optional.of(new Said(LocalDate.parse(parts.get(0)), parts.get(1), parts.get(2), parts.get(3)));
        } catch (DateTimeException _) {
            // Whoever sends lines may give them such a key too.
            return Optional.empty();
        }
    }
}
