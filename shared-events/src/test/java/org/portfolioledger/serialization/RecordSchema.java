package org.portfolioledger.serialization;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of what {@link FactSerializer} writes of a record, read off the record and what its source says: the title tells
 * what kind of thing it is, the description what it is in its place.
 */
final class RecordSchema {

    private static final Words WORDS = words();
    private static final SchemaGenerator GENERATOR = generator();

    private RecordSchema() {}

    /** The schema of the present revision of a type. */
    static ObjectNode of(FactType type) {
        ObjectNode schema = of(type.factClass());
        if (type == FactType.CORRECTED) referToTheOthers(schema);
        return schema;
    }

    static ObjectNode of(Class<?> factClass) {
        return GENERATOR.generateSchema(factClass);
    }

    private static Words words() {
        try {
            return new Words(Path.of("src", "main", "java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                FactSerializer.mapper(),
                SchemaVersion.DRAFT_2020_12,
                new OptionPreset(
                        Option.SCHEMA_VERSION_INDICATOR,
                        Option.ADDITIONAL_FIXED_TYPES,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.FLATTENED_ENUMS,
                        Option.NONPUBLIC_NONSTATIC_FIELDS_WITHOUT_GETTERS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                        Option.INLINE_ALL_SCHEMAS,
                        Option.ALLOF_CLEANUP_AT_THE_END));
        builder.forFields().withRequiredCheck(field -> !isNullable(field)).withDescriptionResolver(RecordSchema::said);
        builder.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withTitleResolver(type -> WORDS.of(type.getType().getErasedType()))
                .withCustomDefinitionProvider(
                        (type, _) -> type.getErasedType().equals(GovernanceFact.class) ? anyFact() : null);
        return new SchemaGenerator(builder.build());
    }

    private static CustomDefinition anyFact() {
        return new CustomDefinition(
                JsonNodeFactory.instance.objectNode().put("type", "object"),
                CustomDefinition.INLINE_DEFINITION,
                CustomDefinition.EXCLUDING_ATTRIBUTES);
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String said(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : WORDS.of(field.getDeclaringType().getErasedType(), field.getName());
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
