package org.portfolioledger.command.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.JsonText;
import org.portfolioledger.http.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the lines of an import, of the form {@code {key, post, body}}; blank ones are none. */
final class ImportLines implements ImportSource {

    private static final int LONGEST_LINE = 1 << 20;
    private static final Set<String> MEMBERS = Set.of("key", "post", "body");

    private final FileLines file;
    private final JsonText text = new JsonText();

    ImportLines(InputStream stream) {
        this.file = new FileLines(stream, LONGEST_LINE);
    }

    @Override
    public boolean hasArrived() throws IOException {
        return file.hasArrived();
    }

    @Override
    public List<Sent> next() throws IOException {
        while (true) {
            FileLines.FileLine line = file.next();
            if (line == null) return List.of();
            if (!line.isBlank()) return List.of(read(line));
        }
    }

    private Sent read(FileLines.FileLine line) {
        String key = null;
        try {
            if (line.tooLong())
                throw Problem.of(HttpProblem.TOO_LARGE, "The line has more than " + LONGEST_LINE + " bytes");
            ObjectNode said = text.object(line.bytes());
            List<Problem.At> faults = new ArrayList<>();
            String stated = string(said, "key", faults);
            if (faults.isEmpty()) key = IdempotencyKey.of(List.of(stated));
            String post = string(said, "post", faults);
            for (String member : said.propertyNames())
                if (!MEMBERS.contains(member)) faults.add(Problem.At.body("/" + member, "is not known here"));
            ObjectNode body = said.get("body") instanceof ObjectNode object ? object : null;
            if (body == null) faults.add(Problem.At.body("/body", "must be an object"));
            if (body == null || !faults.isEmpty()) throw fault(faults);
            return new Command(line.number(), line.bytes().length, stated, post, body, Map.of());
        } catch (Problem problem) {
            return new Unreadable(line.number(), line.bytes().length, key, problem, List.of());
        }
    }

    private static String string(ObjectNode said, String member, List<Problem.At> faults) {
        JsonNode value = said.path(member);
        if (value.isString() && !value.asString().isBlank()) return value.asString();
        faults.add(Problem.At.body("/" + member, "is missing"));
        return "";
    }

    private static Problem fault(List<Problem.At> faults) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The line is not of the form {\"key\": …, \"post\": …, \"body\": {…}}",
                faults);
    }
}
