package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the program answered to a command. */
record Verified(ExitCode code, String out, String err) {

    private static final Pattern FAULT = Pattern.compile("\"fault\":\"([a-z-]+)\"(?:,\"position\":(\\d+))?");

    static Verified run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode code = Main.run(
                new PrintStream(out, false, UTF_8),
                new PrintStream(err, true, UTF_8),
                Stream.of(words).map(Object::toString).toList());
        return new Verified(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Of an answer in JSON: kind and position of each fault, as "missing 6". */
    List<String> faults() {
        return FAULT.matcher(out).results().map(Verified::fault).toList();
    }

    private static String fault(MatchResult match) {
        return match.group(2) == null ? match.group(1) : match.group(1) + " " + match.group(2);
    }
}
