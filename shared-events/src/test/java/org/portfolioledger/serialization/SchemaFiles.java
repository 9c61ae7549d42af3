package org.portfolioledger.serialization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The schemas in the sources, and the seals of their contracts. */
final class SchemaFiles {

    private static final JsonMapper JSON = FactSerializer.mapper()
            .rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final Path FOLDER = Path.of("src", "main", "resources", "schemas");
    private static final Path SEALS = Path.of("src", "test", "resources", "schemas.sealed");

    private SchemaFiles() {}

    static Stream<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(FactSchema schema) {
        return JSON.readTree(FOLDER.resolve(schema.file()));
    }

    /** The seal of each file, as it was when the file was recorded. */
    static SortedMap<String, String> seals() {
        try (Stream<String> lines = Files.lines(SEALS)) {
            return lines.map(line -> line.split(" +"))
                    .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (_, last) -> last, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what is new, and new words of what is not. What is on record keeps its contract. */
    static void record() throws IOException {
        Files.createDirectories(FOLDER);
        if (Files.notExists(SEALS)) Files.createFile(SEALS);
        SortedMap<String, String> seals = seals();
        for (FactType type : FactType.values()) {
            FactSchema present = new FactSchema(type, type.revision());
            JsonNode schema = RecordSchema.of(type);
            String seal = Contract.of(schema).seal();
            if (!seals.computeIfAbsent(present.file(), _ -> seal).equals(seal)) continue;
            Files.writeString(FOLDER.resolve(present.file()), JSON.writeValueAsString(schema) + "\n");
        }
        Files.write(SEALS, seals.entrySet().stream().map(SchemaFiles::line).toList());
    }

    private static String line(Map.Entry<String, String> seal) {
        return seal.getValue() + "  " + seal.getKey();
    }
}
