package org.portfolioledger.command.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.ExpectedVersion;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;

/** The precondition of a command, as RFC 9110 (13.1.1) writes it: {@code *}, or entity tags, compared strongly. */
final class IfMatch {

    static final String HEADER = "If-Match";

    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\x{FF}]*\"";
    private static final Pattern TAGS = Pattern.compile("[ \t,]*" + TAG + "(?:[ \t]*,[ \t,]*" + TAG + ")*[ \t,]*");
    private static final Pattern VERSION = Pattern.compile("(?<!W/)\"([0-9]{1,18})\"");

    private IfMatch() {}

    /**
     * The versions that the lines of the header name, which are one list; null without a line.
     *
     * @throws Problem MALFORMED_REQUEST if there is no version among them
     */
    static @Nullable ExpectedVersion of(List<String> lines) {
        if (lines.isEmpty()) return null;
        String list = String.join(",", lines).strip();
        if (list.equals("*")) return new ExpectedVersion(Set.of(), true);
        Set<Long> versions = TAGS.matcher(list).matches()
                ? VERSION.matcher(list)
                        .results()
                        .map(tag -> Long.parseLong(tag.group(1)))
                        .collect(Collectors.toSet())
                : Set.of();
        if (versions.isEmpty())
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "If-Match takes ETags of present reads or of commands' answers, or *",
                    List.of(Problem.At.parameter(HEADER, "names no version, as \"12\" is one")));
        return new ExpectedVersion(versions, false);
    }
}
