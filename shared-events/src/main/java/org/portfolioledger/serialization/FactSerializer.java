package org.portfolioledger.serialization;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.FinancialYear;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.LogicalType;

/** Writes facts to the bytes that are hashed and stored, and reads every revision ever written. */
public final class FactSerializer {

    private final JsonMapper json = mapper();
    private final Upcasters upcasters;

    /** A serializer that reads every revision ever written. */
    public FactSerializer() {
        this(Upcasters.ALL);
    }

    FactSerializer(Upcasters upcasters) {
        this.upcasters = upcasters;
    }

    /**
     * The one JSON set-up for facts, commands and rows: strict in what it reads, exact in decimals, absent where null.
     */
    public static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // The member that tells a choice apart is written as every other, also where the choice is unwrapped.
                .disable(SerializationFeature.FAIL_ON_UNWRAPPED_TYPE_IDENTIFIERS)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                // What a record computes (isHeld) is no part of it: written, it could not be read again.
                .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .addModule(new SimpleModule()
                        .addDeserializer(LocalDate.class, new DateReader())
                        .addDeserializer(FinancialYear.class, new FinancialYearReader())
                        .addSerializer(FinancialYear.class, ToStringSerializer.instance))
                .withConfigOverride(List.class, list -> list.setNullHandling(emptyForNull()))
                .withConfigOverride(SortedMap.class, map -> map.setNullHandling(emptyForNull()));
        for (FactType type : FactType.values()) {
            builder.registerSubtypes(new NamedType(type.factClass(), type.typeName()));
        }
        return builder.build();
    }

    private static JsonSetter.Value emptyForNull() {
        return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    }

    /**
     * The fact's JSON, UTF-8.
     *
     * @throws IllegalArgumentException if it is a correction whose replacement could not be read again: one that does
     *     not name its type's present revision
     */
    public byte[] write(GovernanceFact fact) {
        if (fact instanceof Corrected corrected) requirePresentRevision(corrected);
        return json.writeValueAsBytes(fact);
    }

    /**
     * Reads a stored fact.
     *
     * @param typeName stored name of its type
     * @param revision revision in which it was written
     * @throws UnreadableFact if this release does not know the type, the revision or the shape
     */
    public GovernanceFact read(String typeName, int revision, byte[] stored) {
        try {
            return readKnown(typeName, revision, stored);
        } catch (IllegalArgumentException | IllegalStateException | JacksonException fault) {
            throw new UnreadableFact(typeName, revision, fault);
        }
    }

    private GovernanceFact readKnown(String typeName, int revision, byte[] stored) {
        FactType type = FactType.named(typeName);
        // What was written as it would be now needs no tree, which costs as much again as the fact.
        boolean asNow = revision == type.revision() && type != FactType.CORRECTED;
        GovernanceFact fact = asNow
                ? json.readValue(stored, type.factClass())
                : json.treeToValue(upcasted(type, revision, stored), type.factClass());
        if (fact == null) throw notAnObject();
        return fact;
    }

    private ObjectNode upcasted(FactType type, int revision, byte[] stored) {
        if (!(json.readTree(stored) instanceof ObjectNode tree)) throw notAnObject();
        ObjectNode upcasted = upcasters.upcast(type.typeName(), revision, type.revision(), tree);
        if (type == FactType.CORRECTED) upcastReplacement(upcasted);
        return upcasted;
    }

    private static IllegalArgumentException notAnObject() {
        return new IllegalArgumentException("a stored fact is a JSON object");
    }

    private static void requirePresentRevision(Corrected corrected) {
        GovernanceFact replacement = corrected.replacement();
        if (replacement == null) return;
        int present = FactType.of(replacement.getClass()).revision();
        if (!Objects.equals(corrected.replacementRevision(), present))
            throw new IllegalArgumentException("the replacement is written in revision " + present
                    + ", the correction says " + corrected.replacementRevision());
    }

    private void upcastReplacement(ObjectNode corrected) {
        if (!(corrected.get("replacement") instanceof ObjectNode replacement)) return;
        FactType type = FactType.named(corrected.required("replacementType").asString());
        int revision = corrected.required("replacementRevision").asInt();
        corrected.set("replacement", upcasters.upcast(type.typeName(), revision, type.revision(), replacement));
        corrected.put("replacementRevision", type.revision());
    }
}
