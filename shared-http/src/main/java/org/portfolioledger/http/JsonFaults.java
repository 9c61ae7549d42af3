package org.portfolioledger.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.FinancialYear;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names in the office's words what is wrong with JSON, where, and what would be right. */
public final class JsonFaults {

    private static final String DUPLICATE = "Duplicate ";

    private JsonFaults() {}

    /** MALFORMED_REQUEST, with a pointer to each fault. */
    public static Problem malformed(List<Problem.At> faults) {
        return Problem.of(HttpProblem.MALFORMED_REQUEST, "The body cannot be read as what this path takes", faults);
    }

    /** MALFORMED_REQUEST, with a pointer to what is wrong. */
    public static Problem malformed(String pointer, String detail) {
        return malformed(List.of(Problem.At.body(pointer, detail)));
    }

    /** MALFORMED_REQUEST for what cannot be bound to a record, or is not JSON at all. */
    public static Problem malformed(JacksonException fault) {
        return malformed(List.of(at(fault)));
    }

    /** What cannot be bound to a record, where, and what would be right. */
    public static Problem.At at(JacksonException fault) {
        return Problem.At.body(pointer(fault), detail(fault));
    }

    /** A member's name as a part of a JSON pointer (RFC 6901). */
    public static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    private static String pointer(JacksonException fault) {
        if (isDuplicate(fault) && fault.processor() instanceof JsonParser parser)
            return parser.streamReadContext().pathAsPointer().toString();
        return fault.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName())))
                .collect(Collectors.joining())
                .replaceFirst("^/provenance/precision", "/datePrecision")
                .replaceFirst("^/provenance", "");
    }

    /** The reader has no type of its own for it. */
    private static boolean isDuplicate(JacksonException fault) {
        return fault instanceof StreamReadException
                && String.valueOf(fault.getOriginalMessage()).startsWith(DUPLICATE);
    }

    private static String detail(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException _ -> "is not known here";
            case MismatchedInputException mismatched -> wanted(mismatched.getTargetType());
            case StreamConstraintsException _ ->
                "is nested more than " + SizeLimit.DEPTH.most() + " deep, or holds a name or a number that is too long";
            case StreamReadException _ when isDuplicate(fault) -> "is there twice";
            case InputCoercionException tooLarge -> wanted(tooLarge.getTargetType());
            case StreamReadException broken -> "is not JSON" + at(broken.getLocation());
            default -> "holds values that do not fit together";
        };
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) return "has the wrong form";
        if (type.isEnum())
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        if (LocalDate.class.equals(type)) return "is not a date (yyyy-mm-dd)";
        if (Instant.class.equals(type)) return "is not a moment (2011-06-13T09:00:00Z)";
        if (FinancialYear.class.equals(type)) return FinancialYear.WANTED;
        if (String.class.equals(type)) return "must be text";
        if (Boolean.class.equals(type) || boolean.class.equals(type)) return "must be true or false";
        if (Integer.class.equals(type) || int.class.equals(type))
            return "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        if (Long.class.equals(type) || long.class.equals(type))
            return "must be a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) return "must be a number";
        if (Collection.class.isAssignableFrom(type)) return "must be an array";
        if (Map.class.isAssignableFrom(type) || type.isRecord()) return "must be an object";
        return "has the wrong form";
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " at line %s, column %s".formatted(location.getLineNr(), location.getColumnNr());
    }
}
