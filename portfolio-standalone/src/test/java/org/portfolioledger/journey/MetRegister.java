package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Met's history, taken by an import. */
final class MetRegister {

    private static final JsonMapper JSON = FactSerializer.mapper();

    private final Caller query;
    private final Map<String, Long> positions = new HashMap<>();
    private final long last;

    private MetRegister(Halves halves, Caller query, JsonNode report) {
        this.query = query;
        JdbcClient.create(halves.database().owner())
                .sql("select key, last_position from ledger.command")
                .query(row -> {
                    positions.put(row.getString("key"), row.getLong("last_position"));
                });
        this.last = report.required("position").asLong();
    }

    /** Puts the people of the papers into the directory. */
    static void people(Caller command) {
        JSON.readTree(file("people.json"))
                .forEach(person -> assertThat(command.post("migrator", "/people", person.toString())
                                .status())
                        .isEqualTo(201));
    }

    static List<String> lines() {
        return file("history.ndjson").lines().toList();
    }

    static MetRegister load(Halves halves) {
        Caller command = halves.command();
        Caller query = halves.query();
        people(command);
        JsonNode report =
                command.imports("migrator", file("history.ndjson"), "").json();
        assertThat(report.path("stoppedAt")).isEmpty();
        return new MetRegister(halves, query, report);
    }

    /**
     * Where an item of the papers went.
     *
     * @param pointer into the collection of the papers' facts
     * @param carried key of the line that states it
     * @param remark why, where that is not plain
     */
    record Pointer(String pointer, String carried, String remark) {}

    static List<Pointer> pointers() {
        return file("pointers.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", 3))
                .map(columns -> new Pointer(columns[0], columns[1], columns[2]))
                .toList();
    }

    /** Position of the last fact of the import. */
    long last() {
        return last;
    }

    /** Position of the last fact that a line of the import wrote. */
    Optional<Long> position(String key) {
        return Optional.ofNullable(positions.get(key));
    }

    /** Keys of a line of the import and of those that support it, as {@code met:/plans/0#action-1}, in order. */
    Stream<String> keys(String line) {
        return positions.keySet().stream()
                .filter(key -> key.equals(line) || key.startsWith(line + "#"))
                .sorted();
    }

    /** The answer to what is there. */
    JsonNode ask(String path) {
        Caller.Reply reply = query.getAfter(last, path);
        assertThat(reply.status()).as(path + ": " + reply.text()).isEqualTo(200);
        return reply.json();
    }

    /** The problem with what is not. */
    String refusal(String path) {
        return query.getAfter(last, path).problem();
    }

    private static String file(String name) {
        try (InputStream resource = MetRegister.class.getResourceAsStream("/met-history/" + name)) {
            if (resource == null) throw new IllegalStateException("no resource " + name);
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
