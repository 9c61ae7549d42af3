package org.portfolioledger.command.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.SchemaName;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mappings of common returns, to be posted as they are or changed. */
final class SheetTemplates {

    private static final List<String> NAMES = List.of("gmpp", "monthly-rag", "milestones", "risks");
    private static final JsonMapper JSON = FactSerializer.mapper();

    private final List<SheetTemplate> templates =
            NAMES.stream().map(SheetTemplates::read).toList();

    /**
     * A mapping of a common return.
     *
     * @param header first row of its CSV file
     * @param mapping body of a POST to /api/v1/mappings, after register and portfolio are replaced
     */
    @SchemaName("ImportTemplate")
    record SheetTemplate(String id, String name, String description, String header, Map<String, Object> mapping) {}

    List<SheetTemplate> all() {
        return templates;
    }

    private static SheetTemplate read(String name) {
        try (InputStream file = SheetTemplates.class.getResourceAsStream("/templates/" + name + ".json")) {
            if (file == null) throw new IllegalStateException("no template " + name);
            JsonNode read = JSON.readTree(file);
            JsonNode mapping = read.required("mapping");
            List<String> headers = new ArrayList<>();
            for (JsonNode column : mapping.required("columns")) {
                String header =
                        column.path("header").asString(column.path("name").asString());
                if (!headers.contains(header)) headers.add(header);
            }
            return new SheetTemplate(
                    name,
                    read.required("name").asString(),
                    read.required("description").asString(),
                    String.join(",", headers),
                    JSON.convertValue(mapping, new TypeReference<>() {}));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
