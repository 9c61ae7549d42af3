package org.portfolioledger.serialization;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of what {@link FactSerializer} writes of a record: the title tells what kind of thing it is, the
 * description what it is in its place.
 */
final class RecordSchema {

    private static final TypeSchemas SCHEMAS = TypeSchemas.inline(new KeptJavadoc());

    private RecordSchema() {}

    /** The schema of the present revision of a type. */
    static ObjectNode of(FactType type) {
        ObjectNode schema = of(type.factClass());
        if (type == FactType.CORRECTED) referToTheOthers(schema);
        return schema;
    }

    static ObjectNode of(Class<?> factClass) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .setAll(SCHEMAS.of(factClass));
    }

    /** A replacement is told by its type and revision, which are written beside it. */
    private static void referToTheOthers(ObjectNode corrected) {
        corrected.withObject("properties").putObject("replacementType").put("type", "string");
        ObjectNode required = corrected.putObject("dependentRequired");
        required.putArray("replacement").add("replacementType").add("replacementRevision");
        required.putArray("replacementType").add("replacement");
        required.putArray("replacementRevision").add("replacement");
        ArrayNode others =
                corrected.putObject("dependentSchemas").putObject("replacement").putArray("oneOf");
        FactSchema.all().filter(other -> other.type() != FactType.CORRECTED).forEach(other -> {
            ObjectNode named = others.addObject().putObject("properties");
            named.putObject("replacementType").put("const", other.type().typeName());
            named.putObject("replacementRevision").put("const", other.revision());
            named.putObject("replacement").put("$ref", "../" + other.type().typeName() + "/" + other.revision());
        });
    }
}
