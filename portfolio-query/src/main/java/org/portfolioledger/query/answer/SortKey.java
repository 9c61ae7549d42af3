package org.portfolioledger.query.answer;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;

/**
 * What rows are sorted by: dates, numbers and words of a vocabulary by their order, texts as readers of English expect. What
 * nobody stated comes first.
 *
 * @param value of the row {@code r}, in its type
 * @param type of the value in SQL
 * @param collation of a text; empty for all else
 * @param form reads a value that a cursor holds, or throws
 */
record SortKey(String value, String type, String collation, Function<String, ?> form) {

    static final SortKey ID = new SortKey("r.id", "text", " collate \"C\"", Function.identity());

    private static final SortKey SINCE = date("lower(r.valid)");

    /** The order of texts that people read, the same in every database: the Unicode collation for English. */
    static final String ENGLISH = " collate \"en-x-icu\"";

    private static final int MOST_DIGITS = 100;

    private static final String NOT_STATED = "-infinity";

    /** The key for a member of the states of a kind. */
    static SortKey of(Kind<?, ?> kind, String member) {
        if (member.equals("since")) return SINCE;
        RecordComponent component = Arrays.stream(kind.state().getRecordComponents())
                .filter(one -> one.getName().equals(member))
                .findFirst()
                .orElseThrow();
        boolean grounded = component.getType() == Grounded.class;
        String value = (grounded ? "r.state #>> '{%s,value}'" : "r.state ->> '%s'").formatted(member);
        return of(grounded ? inside(component.getGenericType()) : component.getType(), value);
    }

    private static Class<?> inside(Type grounded) {
        return (Class<?>) ((ParameterizedType) grounded).getActualTypeArguments()[0];
    }

    private static SortKey of(Class<?> type, String value) {
        if (type == LocalDate.class) return date("(" + value + ")::date");
        if (type.isEnum()) return word(type, value);
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class)
            return new SortKey("coalesce((" + value + ")::numeric, '-infinity')", "numeric", "", SortKey::number);
        return new SortKey("coalesce(" + value + ", '')", "text", ENGLISH, Function.identity());
    }

    private static SortKey date(String value) {
        return new SortKey(
                "coalesce(" + value + ", '-infinity')",
                "date",
                "",
                text -> text.equals(NOT_STATED) ? text : KnownAt.Forms.day(text));
    }

    private static SortKey word(Class<?> vocabulary, String value) {
        String words = Arrays.stream(vocabulary.getEnumConstants())
                .map(word -> "'" + ((Enum<?>) word).name() + "'")
                .collect(Collectors.joining(","));
        return new SortKey(
                "coalesce(array_position(array[%s]::text[], %s), 0)".formatted(words, value),
                "integer",
                "",
                Integer::valueOf);
    }

    private static Object number(String text) {
        if (text.equals("-Infinity")) return text;
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS)
            throw new NumberFormatException("no value has as many digits");
        return number;
    }

    /** By which rows are ordered and compared. */
    String ordered() {
        return value + collation;
    }

    /** As a cursor keeps it. */
    String kept() {
        return "(" + value + ")::text collate \"C\"";
    }

    /** The value that a cursor holds, as a parameter. */
    String parameter(String name) {
        return ":%s::%s".formatted(name, type);
    }

    /** @throws org.portfolioledger.http.Problem if no row has such a key */
    String require(String kept) {
        try {
            return String.valueOf(form.apply(kept));
        } catch (RuntimeException _) {
            throw Cursor.unreadable();
        }
    }
}
