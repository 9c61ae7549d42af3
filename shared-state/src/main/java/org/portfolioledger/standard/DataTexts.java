package org.portfolioledger.standard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.StatedDate;

/** Values as the texts in which they are judged and shown. */
final class DataTexts {

    /** What our vocabularies call that which a source does not state. */
    private static final String NOT_STATED = "NOT_STATED";

    private static final int MONTHS_IN_QUARTER = 3;
    private static final int MONTHS_IN_HALF_YEAR = 6;

    private DataTexts() {}

    /** A value, or a collection of values, as texts on its grounds; null: nothing is stated. */
    static @Nullable Grounded<List<String>> of(@Nullable Grounded<?> stated) {
        if (stated == null) return null;
        List<String> texts = (stated.value() instanceof Collection<?> many ? many.stream() : Stream.of(stated.value()))
                .flatMap(value -> Stream.ofNullable(text(value)))
                .filter(text -> !text.isBlank())
                .toList();
        return texts.isEmpty() ? null : stated.as(texts);
    }

    /** A part of a value, on the value's grounds; null: it is not stated. */
    static <T> @Nullable Grounded<?> part(@Nullable Grounded<T> whole, Function<T, @Nullable Object> part) {
        Object value = whole == null ? null : part.apply(whole.value());
        return whole == null || value == null ? null : whole.as(value);
    }

    private static @Nullable String text(Object value) {
        return switch (value) {
            case Enum<?> word -> word.name().equals(NOT_STATED) ? null : word.name();
            case BigDecimal number -> number.toPlainString();
            case StatedDate date -> text(date);
            case Holder holder -> holder.person() == null ? holder.post() : holder.person();
            default -> value.toString();
        };
    }

    /** A date as exactly as it is stated: 2026-11-30, 2026-11, 2026-Q4, 2026-H2 or 2026. */
    private static String text(StatedDate stated) {
        LocalDate date = stated.date();
        DatePrecision precision = stated.precision();
        if (precision == null) return date.toString();
        return switch (precision) {
            case DAY -> date.toString();
            case MONTH -> date.toString().substring(0, date.toString().lastIndexOf('-'));
            case QUARTER -> date.getYear() + "-Q" + (1 + (date.getMonthValue() - 1) / MONTHS_IN_QUARTER);
            case HALF_YEAR -> date.getYear() + "-H" + (1 + (date.getMonthValue() - 1) / MONTHS_IN_HALF_YEAR);
            case YEAR -> String.valueOf(date.getYear());
        };
    }
}
