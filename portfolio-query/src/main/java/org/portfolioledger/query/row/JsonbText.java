package org.portfolioledger.query.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.type.MapType;

/**
 * Writes states as PostgreSQL shows a {@code jsonb}: the shorter names first, and a space after each colon and comma. Where
 * two texts differ, they may still be the same JSON.
 */
final class JsonbText {

    private static final Comparator<String> ORDER = Comparator.comparing(
            name -> name.getBytes(StandardCharsets.UTF_8),
            Comparator.<byte[]>comparingInt(name -> name.length).thenComparing(Arrays::compareUnsigned));

    private JsonbText() {}

    static JsonMapper writing(JsonMapper json) {
        return json.rebuild()
                .addModule(new SimpleModule().setSerializerModifier(new InOrder()))
                .enable(SerializationFeature.INDENT_OUTPUT)
                .defaultPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                .withObjectNameValueSpacing(Spacing.AFTER)
                                .withObjectEntrySpacing(Spacing.AFTER)
                                .withArrayElementSpacing(Spacing.AFTER)
                                .withObjectEmptySeparator("")
                                .withArrayEmptySeparator(""))
                        .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
                        .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter()))
                .build();
    }

    private static final class InOrder extends ValueSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> orderProperties(
                SerializationConfig config, BeanDescription.Supplier type, List<BeanPropertyWriter> properties) {
            return properties.stream()
                    .sorted(Comparator.comparing(BeanPropertyWriter::getName, ORDER))
                    .toList();
        }

        @Override
        public ValueSerializer<?> modifyMapSerializer(
                SerializationConfig config, MapType map, BeanDescription.Supplier type, ValueSerializer<?> serializer) {
            return map.getKeyType().hasRawClass(String.class) ? new OrderedMap(serializer) : serializer;
        }
    }

    /** Writes a map from texts. */
    private static final class OrderedMap extends ValueSerializer<Map<String, Object>> {

        private final ValueSerializer<Object> inAnyOrder;

        @SuppressWarnings("unchecked")
        OrderedMap(ValueSerializer<?> inAnyOrder) {
            this.inAnyOrder = (ValueSerializer<Object>) inAnyOrder;
        }

        @Override
        public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
            return new OrderedMap(inAnyOrder.createContextual(context, property));
        }

        @Override
        public void serialize(Map<String, Object> map, JsonGenerator json, SerializationContext context) {
            SortedMap<String, Object> ordered = new TreeMap<>(ORDER);
            ordered.putAll(map);
            inAnyOrder.serialize(ordered, json, context);
        }
    }
}
