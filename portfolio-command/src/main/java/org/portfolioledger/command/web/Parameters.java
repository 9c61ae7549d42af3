package org.portfolioledger.command.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;

/** Refuses a parameter that a path does not know: a misspelt one would be obeyed as if it were absent. */
final class Parameters {

    private Parameters() {}

    /** @throws Problem UNKNOWN_PARAMETER, with each of them */
    static void requireKnown(Collection<String> sent, Set<String> known) {
        List<Problem.At> unknown = sent.stream()
                .filter(name -> !known.contains(name))
                .map(name -> Problem.At.parameter(name, "is not known here"))
                .toList();
        if (!unknown.isEmpty())
            throw Problem.of(HttpProblem.UNKNOWN_PARAMETER, "The path takes the parameters " + known, unknown);
    }

    /** @throws Problem MALFORMED_REQUEST, if it is no whole number from one to another */
    static long number(String name, String sent, long least, long most) {
        boolean whole = sent.matches("[0-9]{1,18}");
        long number = whole ? Long.parseLong(sent) : 0;
        if (whole && number >= least && number <= most) return number;
        throw Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The parameter " + name + " cannot be read",
                List.of(Problem.At.parameter(
                        name,
                        most == Long.MAX_VALUE
                                ? "is not the next of a page"
                                : "must be a whole number from %s to %s".formatted(least, most))));
    }

    /** @throws Problem MALFORMED_REQUEST, with the texts that the parameter may have */
    static <T> T oneOf(String name, String sent, Map<String, T> values) {
        T value = values.get(sent);
        if (value == null)
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "The parameter " + name + " cannot be read",
                    List.of(Problem.At.parameter(
                            name,
                            "must be one of "
                                    + values.keySet().stream().sorted().collect(Collectors.joining(", ")))));
        return value;
    }
}
