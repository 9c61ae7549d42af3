package org.portfolioledger.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the Met's history, as they lie in the resources. */
final class MetFiles {
    private static final JsonMapper JSON = FactSerializer.mapper();

    private MetFiles() {}

    /** One line of the import. */
    record Line(String key, String post, JsonNode body) {}

    /**
     * Where an item of the papers went.
     *
     * @param pointer JSON pointer into the collection of the papers' facts
     * @param carried key of the line that states it
     */
    record Pointer(String pointer, String carried) {}

    /** Somebody for the directory of people. */
    record Person(String id, String name) {}

    static BufferedReader file() {
        return open("history.ndjson");
    }

    static List<Line> lines() {
        return read("history.ndjson").stream()
                .map(line -> JSON.readValue(line, Line.class))
                .toList();
    }

    static List<Pointer> pointers() {
        return read("pointers.csv").stream()
                .skip(1)
                .map(line -> line.split(",", 3))
                .map(columns -> new Pointer(columns[0], columns[1]))
                .toList();
    }

    static List<Person> people() {
        return List.of(JSON.readValue(String.join("\n", read("people.json")), Person[].class));
    }

    /** Items of lists and single records, by their JSON pointers. */
    static List<String> pointersInto(final JsonNode papers) {
        return papers.properties().stream()
                .filter(member -> !member.getKey().equals("meta"))
                .flatMap(member -> pointersInto(member).stream())
                .toList();
    }

    private static List<String> pointersInto(final Map.Entry<String, JsonNode> member) {
        final String pointer = "/" + member.getKey();
        if (!member.getValue().isArray()) {
            return List.of(pointer);
        }
        return IntStream.range(0, member.getValue().size())
                .mapToObj(item -> pointer + "/" + item)
                .toList();
    }

    private static List<String> read(final String name) {
        try (BufferedReader reader = open(name)) {
            return reader.lines().toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open(final String name) {
        final InputStream resource = MetFiles.class.getResourceAsStream("/met-history/" + name);
        if (resource == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
    }
}
