package org.portfolioledger.command.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.http.Problem;
import tools.jackson.databind.JsonNode;

/** Finds what a command that was read lacks: whatever its record does not mark as nullable. */
final class RequiredFields {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** What becomes part of a path without being the id of an entity. */
    private static final Set<String> NAMES = Set.of("criterion", "criteria", "scheme", "by", "condition");

    private static final Set<String> VERSIONS = Set.of("version", "schemeVersion", "baseline");

    static final String MISSING = "is missing";
    static final String OUT_OF_RANGE = "must lie between 1900-01-01 and 2199-12-31";

    private RequiredFields() {}

    static boolean isPlausible(LocalDate date) {
        return !date.isBefore(EARLIEST) && date.isBefore(LATEST);
    }

    /** What is missing or absurd in a record and in the records within it. */
    static List<Problem.At> faults(Record read) {
        List<Problem.At> faults = new ArrayList<>();
        collect(read, "", faults);
        return faults;
    }

    private static void collect(Record read, String pointer, List<Problem.At> faults) {
        for (RecordPart component : RecordPart.of(read.getClass())) {
            String part = pointer + "/" + component.name();
            Object value = component.in(read);
            check(value, part, component.optional(), faults);
            if (NAMES.contains(component.name())) requireNames(value, part, faults);
            if (VERSIONS.contains(component.name()) && value instanceof Integer version && version < 1)
                faults.add(Problem.At.body(part, "must be 1 or more"));
        }
    }

    /** The lists that parts of a command leave out: only those of the command itself are empty then. */
    static List<Problem.At> missingLists(JsonNode json, Class<? extends Command> command) {
        List<Problem.At> faults = new ArrayList<>();
        collectLists(json, command, "", faults);
        return faults;
    }

    private static void collectLists(JsonNode json, Type type, String pointer, List<Problem.At> faults) {
        if (json.isArray() && type instanceof ParameterizedType list)
            for (int i = 0; i < json.size(); i++)
                collectLists(json.get(i), list.getActualTypeArguments()[0], pointer + "/" + i, faults);
        if (!json.isObject() || !(type instanceof Class<?> record) || !record.isRecord()) return;
        for (RecordPart component : RecordPart.of(record)) {
            String part = pointer + "/" + component.name();
            JsonNode value = json.path(component.name());
            boolean isList = component.type() instanceof ParameterizedType list && list.getRawType() == List.class;
            boolean isLeftOut = value.isMissingNode() || value.isNull();
            if (isLeftOut && isList && !component.optional() && !pointer.isEmpty())
                faults.add(Problem.At.body(part, MISSING));
            else collectLists(value, component.type(), part, faults);
        }
    }

    /** Whether a component of a command may be left out. */
    static boolean isOptional(Class<? extends Command> command, String component) {
        return RecordPart.of(command).stream().anyMatch(known -> known.name().equals(component) && known.optional());
    }

    private static void requireNames(@Nullable Object value, String part, List<Problem.At> faults) {
        if (value instanceof String name && !CommandReader.isId(name))
            faults.add(Problem.At.body(part, CommandReader.NO_ID));
        if (value instanceof List<?> names)
            for (int i = 0; i < names.size(); i++) requireNames(names.get(i), part + "/" + i, faults);
    }

    private static void check(@Nullable Object value, String part, boolean optional, List<Problem.At> faults) {
        switch (value) {
            case null -> {
                if (!optional) faults.add(Problem.At.body(part, MISSING));
            }
            case LocalDate date when !isPlausible(date) -> faults.add(Problem.At.body(part, OUT_OF_RANGE));
            case Record inner -> collect(inner, part, faults);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) check(list.get(i), part + "/" + i, false, faults);
            }
            default -> {}
        }
    }
}
