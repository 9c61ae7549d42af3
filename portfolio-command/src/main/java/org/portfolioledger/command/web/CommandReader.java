package org.portfolioledger.command.web;

import com.fasterxml.uuid.Generators;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.JsonFaults;
import org.portfolioledger.http.Problem;
import org.portfolioledger.http.SizeLimit;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.DatePrecision;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a command of a body and the variables of its path. */
final class CommandReader {

    static final ZoneId OFFICE = ZoneId.of("Europe/London");
    private static final Pattern ID =
            Pattern.compile("(?!\\.{1,2}$)(?!graph$)[A-Za-z0-9._-]{1,%s}".formatted(SizeLimit.ID.most()));
    private static final List<String> STATED = List.of("effectiveOn", "inferred", "note", "dateQualifier", "source");

    /** How far ahead of today a fact may begin. */
    private static final int YEARS_AHEAD = 10;

    /** What a path calls that which nobody stated. */
    private static final String NOT_STATED = "NOT_STATED";

    static final String NO_ID =
            "must be 1 to " + SizeLimit.ID.most() + " of A-Z a-z 0-9 . _ -, and not . or .. or graph";

    private final JsonMapper json = FactSerializer.mapper();
    private final FirstSpellings spellings;

    CommandReader() {
        this(FirstSpellings.NONE);
    }

    CommandReader(FirstSpellings spellings) {
        this.spellings = spellings;
    }

    /**
     * A command as it was sent.
     *
     * @param entity id of the entity to which it is addressed
     * @param register in which it opens the entity; null where it opens none
     * @param knownAt stated by an import, else null
     */
    record Read(
            Command command,
            String entity,
            @Nullable String register,
            @Nullable Instant knownAt) {}

    /**
     * Reads a command.
     *
     * @param today date of a fact that states none
     * @throws Problem MALFORMED_REQUEST, with a pointer to every fault
     */
    Read read(CommandRoute<?> route, Map<String, String> variables, ObjectNode body, LocalDate today) {
        BodyFaults faults = new BodyFaults();
        ObjectNode command = body.deepCopy();
        for (String made : Arrays.asList("provenance", route.names()))
            if (made != null && command.remove(made) != null) faults.add("/" + made, "is not known here");
        if (route.takesRecords()) command.remove(RecordsReader.MEMBER);
        JsonNode statedKnown = command.remove("knownAt");
        Instant knownAt = statedKnown == null ? null : faults.of(() -> knownAt(statedKnown));
        ObjectNode stated = statement(command, today);
        faults.of(() -> requireNear(stated, today));
        command.set("provenance", stated);
        String names = route.names();
        if (names != null) {
            JsonNode statedId = command.remove("id");
            String id = faults.of(() -> id(statedId));
            command.put(names, id == null ? id(null) : id);
        }
        variables.forEach((name, value) -> {
            if (body.has(name)) faults.add("/" + name, "is given by the path");
            if (value.equals(NOT_STATED) && RequiredFields.isOptional(route.command(), name)) command.putNull(name);
            else command.put(name, value);
        });
        Command read = faults.of(() -> addressed(command, route, variables));
        faults.requireNone();
        return new Read(
                Objects.requireNonNull(read),
                command.path(route.entity()).asString(),
                route.opens() ? command.path("register").asString() : null,
                knownAt);
    }

    /** What the path names cannot be wrong in the body: nothing is there. */
    private Command addressed(ObjectNode command, CommandRoute<?> route, Map<String, String> variables) {
        try {
            return convert(command, route.command());
        } catch (Problem malformed) {
            boolean ofPath = malformed.errors().stream()
                    .map(Problem.At::pointer)
                    .anyMatch(pointer ->
                            pointer != null && pointer.startsWith("/") && variables.containsKey(pointer.substring(1)));
            throw ofPath ? Problem.of(HttpProblem.NOT_FOUND, "Nothing can be at this path") : malformed;
        }
    }

    /** All that is wrong is named at once: what cannot be read is left out, and the rest is read again. */
    <C extends Command> C convert(ObjectNode command, Class<C> type) {
        List<Problem.At> faults = new ArrayList<>();
        spellings.apply(command, type);
        ObjectNode left = command;
        C read = null;
        while (read == null) {
            try {
                read = json.treeToValue(left, type);
            } catch (JacksonException fault) {
                if (faults.isEmpty()) left = command.deepCopy();
                boolean lacks = lacksNumber(fault, left);
                Problem.At at = lacks ? missing(JsonFaults.at(fault)) : JsonFaults.at(fault);
                boolean again = faults.stream().anyMatch(one -> Objects.equals(one.pointer(), at.pointer()));
                if (!again) faults.add(at);
                boolean goesOn = lacks ? !again && isFilled(fault.getPath(), left) : isLeftOut(fault.getPath(), left);
                if (faults.size() == BodyFaults.MOST || !goesOn) throw JsonFaults.malformed(faults);
            }
        }
        Stream.concat(
                        RequiredFields.faults((Record) read).stream(),
                        RequiredFields.missingLists(command, type).stream())
                .map(at -> new Problem.At(
                        at.pointer() == null ? null : at.pointer().replaceFirst("^/provenance", ""),
                        at.parameter(),
                        at.type(),
                        at.detail()))
                .filter(at -> faults.stream().noneMatch(one -> Objects.equals(one.pointer(), at.pointer())))
                .toList()
                .forEach(faults::add);
        if (!faults.isEmpty()) throw JsonFaults.malformed(faults);
        return read;
    }

    /** Whether a number that a command cannot be without is not there. */
    private static boolean lacksNumber(JacksonException fault, JsonNode tree) {
        if (!(fault instanceof MismatchedInputException mismatch)
                || mismatch.getTargetType() == null
                || !mismatch.getTargetType().isPrimitive()) return false;
        JsonNode node = tree;
        for (JacksonException.Reference step : fault.getPath()) node = child(node, step);
        return node.isMissingNode() || node.isNull();
    }

    private static Problem.At missing(Problem.At at) {
        return new Problem.At(at.pointer(), at.parameter(), at.type(), RequiredFields.MISSING);
    }

    /** Puts a number in the place of one that is missing, so that what else is wrong can be found. */
    private static boolean isFilled(List<JacksonException.Reference> path, ObjectNode tree) {
        JsonNode node = tree;
        for (int i = 0; i < path.size() - 1; i++) node = child(node, path.get(i));
        String name = path.isEmpty() ? null : path.getLast().getPropertyName();
        if (name == null || !(node instanceof ObjectNode object)) return false;
        object.put(name, 1);
        return true;
    }

    /** Takes the node at the end of a path out of a tree, if it is there; in a list, null stays in its place. */
    private static boolean isLeftOut(List<JacksonException.Reference> path, ObjectNode tree) {
        JsonNode node = tree;
        for (int i = 0; i < path.size() - 1; i++) node = child(node, path.get(i));
        if (path.isEmpty()) return false;
        JacksonException.Reference last = path.getLast();
        return switch (node) {
            case ObjectNode object when last.getPropertyName() != null -> object.remove(last.getPropertyName()) != null;
            case ArrayNode array
            when array.has(last.getIndex()) -> {
                array.setNull(last.getIndex());
                yield true;
            }
            default -> false;
        };
    }

    private static JsonNode child(JsonNode node, JacksonException.Reference step) {
        return step.getPropertyName() == null ? node.path(step.getIndex()) : node.path(step.getPropertyName());
    }

    /** Moves what every command may say about its date and source into one object. */
    ObjectNode statement(ObjectNode command, LocalDate today) {
        ObjectNode stated = json.createObjectNode();
        for (String key : STATED) {
            JsonNode value = command.remove(key);
            if (value != null && !value.isNull()) stated.set(key, value);
        }
        JsonNode precision = command.remove("datePrecision");
        if (precision != null && !precision.isNull()) stated.set("precision", precision);
        if (!stated.has("effectiveOn")) stated.put("effectiveOn", today.toString());
        toFirstDay(stated);
        return stated;
    }

    /**
     * What is dated further ahead is a slip of the pen, and would count as decided until then.
     *
     * @return what is stated
     */
    ObjectNode requireNear(ObjectNode stated, LocalDate today) {
        LocalDate latest = today.plusYears(YEARS_AHEAD);
        try {
            LocalDate day = json.treeToValue(stated.get("effectiveOn"), LocalDate.class);
            if (day != null && RequiredFields.isPlausible(day) && day.isAfter(latest))
                throw fault(
                        "/effectiveOn",
                        "must not be more than %s years ahead: state %s or an earlier day"
                                .formatted(YEARS_AHEAD, latest));
        } catch (JacksonException _) {
            // The whole is read once more as a command, and that names the fault and its place.
            return stated;
        }
        return stated;
    }

    /** A date less precise than a day is kept as the first day of its period. */
    void toFirstDay(ObjectNode stated) {
        if (!stated.has("precision")) return;
        try {
            DatePrecision precision = json.treeToValue(stated.get("precision"), DatePrecision.class);
            LocalDate day = json.treeToValue(stated.get("effectiveOn"), LocalDate.class);
            stated.put("effectiveOn", precision.firstDay(day).toString());
        } catch (JacksonException _) {
            // The whole is read once more as a command, and that names the fault and its place.
            return;
        }
    }

    private static String id(@Nullable JsonNode id) {
        if (id == null || id.isNull())
            return Generators.timeBasedEpochRandomGenerator().generate().toString();
        if (!id.isString() || !isId(id.asString())) throw fault("/id", NO_ID);
        return id.asString();
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** An instant, or a date: its first instant. */
    static Instant knownAt(JsonNode stated) {
        try {
            String text = stated.asString();
            Instant moment = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(OFFICE).toInstant()
                    : Instant.parse(text);
            if (!RequiredFields.isPlausible(LocalDate.ofInstant(moment, OFFICE)))
                throw fault("/knownAt", RequiredFields.OUT_OF_RANGE);
            return moment;
        } catch (DateTimeException | JacksonException _) {
            throw fault("/knownAt", "is not a date (yyyy-mm-dd) or a moment (2011-06-13T09:00:00Z)");
        }
    }

    private static Problem fault(String pointer, String detail) {
        return JsonFaults.malformed(pointer, detail);
    }
}
