package org.portfolioledger.query.point;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** When the organisation knew, as a question states it. */
public sealed interface KnownAt {

    /** All that the rows hold. */
    record Now() implements KnownAt {}

    /** What is stated without a position. */
    sealed interface Moment extends KnownAt {}

    /** At an instant, in microseconds. */
    record At(Instant instant) implements Moment {}

    /** At the end of a day in Europe/London; today means now. */
    record OnDay(LocalDate day) implements Moment {}

    /** At a position of the ledger. */
    record AtPosition(long position) implements KnownAt {}

    String POSITION = "position:";

    /** The forms of a moment, as a refusal names them. */
    String MOMENT = "a date (yyyy-mm-dd), a moment (2011-06-13T09:00:00Z)";

    /** Whether the other may be what this one was resolved to. */
    default boolean includes(KnownAt resolved) {
        return equals(resolved)
                || (this instanceof OnDay on
                        && resolved instanceof At at
                        && LocalDate.ofInstant(at.instant(), TimePointResolver.LONDON)
                                .equals(on.day()));
    }

    /**
     * Reads an instant with its offset, a date, or {@code position:N}.
     *
     * @throws DateTimeException if it is none of them
     */
    static KnownAt read(String text) {
        return read(text, "is not " + MOMENT + " or position:N");
    }

    /**
     * The same for a parameter that takes further forms.
     *
     * @param otherwise what is wrong with a text that has none of its forms
     */
    static KnownAt read(String text, String otherwise) {
        if (text.startsWith(POSITION)) return new AtPosition(Forms.position(text.substring(POSITION.length())));
        return moment(text, otherwise);
    }

    /**
     * Reads an instant with its offset, or a date.
     *
     * @param otherwise what is wrong with a text that is neither
     * @throws DateTimeException if it is neither
     */
    static Moment moment(String text, String otherwise) {
        if (Forms.DATE.matcher(text).matches()) return new OnDay(Forms.day(text));
        // A plus sign that was not escaped in an address arrives as a space.
        OffsetDateTime moment;
        try {
            moment = OffsetDateTime.parse(text.replace(' ', '+'));
        } catch (DateTimeException _) {
            throw new DateTimeException(otherwise);
        }
        Forms.requireYear(moment.withOffsetSameInstant(ZoneOffset.UTC).getYear());
        return new At(moment.toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    /** What dates and positions look like in a question. */
    final class Forms {
        private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

        private Forms() {}

        /**
         * Reads a date of the years 1 to 9999.
         *
         * @throws DateTimeException if it is none
         */
        public static LocalDate day(String text) {
            try {
                if (!DATE.matcher(text).matches()) throw new DateTimeException(text);
                LocalDate day = LocalDate.parse(text);
                requireYear(day.getYear());
                return day;
            } catch (DateTimeException _) {
                throw new DateTimeException("is not a date (yyyy-mm-dd) of the years 0001 to 9999");
            }
        }

        /**
         * Reads a position, 0 being before the first.
         *
         * @throws DateTimeException if it is none
         */
        public static long position(String text) {
            if (!NUMBER.matcher(text).matches())
                throw new DateTimeException("must be a whole number from 0 to 999999999999999999");
            return Long.parseLong(text);
        }

        private static void requireYear(int year) {
            if (year < 1 || year > 9999) throw new DateTimeException("must be of the years 0001 to 9999");
        }
    }
}
