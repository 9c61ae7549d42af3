package org.portfolioledger.command.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** States in the office's words why JSON cannot be read, and what would be. */
final class JsonFaults {

    private JsonFaults() {}

    /** MALFORMED_REQUEST, with a pointer to what is wrong. */
    static Problem malformed(JacksonException fault) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The body cannot be read as what this path takes",
                List.of(Problem.At.body(pointer(fault), detail(fault))));
    }

    private static String pointer(JacksonException fault) {
        return fault.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining())
                .replaceFirst("^/provenance/precision", "/datePrecision")
                .replaceFirst("^/provenance", "");
    }

    private static String detail(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException _ -> "is not known here";
            case MismatchedInputException mismatched -> "is no " + wanted(mismatched.getTargetType());
            case StreamReadException broken -> "is no JSON" + at(broken.getLocation());
            default -> "cannot be read";
        };
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) return "value that it could be";
        if (type.isEnum())
            return "value of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        if (LocalDate.class.equals(type)) return "date: write 2011-06-13";
        if (Instant.class.equals(type)) return "instant: write 2011-06-13T09:00:00Z";
        if (String.class.equals(type)) return "text";
        if (Boolean.class.equals(type) || boolean.class.equals(type)) return "true or false";
        if (List.of(Integer.class, Long.class, int.class, long.class).contains(type))
            return "whole number in its range";
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) return "number";
        if (Collection.class.isAssignableFrom(type)) return "array";
        if (Map.class.isAssignableFrom(type) || type.isRecord()) return "object that says all that is needed";
        return "value that it could be";
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " at line %s, column %s".formatted(location.getLineNr(), location.getColumnNr());
    }
}
