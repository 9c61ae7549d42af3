package org.portfolioledger.serialization;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Grant;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.TypeFactory;

/**
 * JSON Schemas (2020-12) of what is written of records, read off their components: closed, with every member that is
 * always there required. The one mechanism for facts that are stored and for answers that are shown.
 */
public final class TypeSchemas {

    private static final TypeFactory TYPES = FactSerializer.mapper().getTypeFactory();
    private static final Map<Class<?>, Simple> SIMPLE = Map.ofEntries(
            Map.entry(String.class, new Simple("string", null)),
            Map.entry(boolean.class, new Simple("boolean", null)),
            Map.entry(Boolean.class, new Simple("boolean", null)),
            Map.entry(int.class, new Simple("integer", "int32")),
            Map.entry(Integer.class, new Simple("integer", "int32")),
            Map.entry(long.class, new Simple("integer", "int64")),
            Map.entry(Long.class, new Simple("integer", "int64")),
            Map.entry(BigDecimal.class, new Simple("number", null)),
            Map.entry(LocalDate.class, new Simple("string", "date")),
            Map.entry(Instant.class, new Simple("string", "date-time")),
            Map.entry(UUID.class, new Simple("string", "uuid")));
    private static final String FINANCIAL_YEAR = "^[0-9]{4}/[0-9]{2}$";

    private final Written written;
    private final Words words;
    private final boolean inline;
    private final Map<String, Named> named = new HashMap<>();

    /** What is written in the place of a type. */
    @FunctionalInterface
    public interface Written {

        /** The type that is written; empty where the type itself is. */
        Optional<Type> insteadOf(JavaType type);
    }

    /** The words in which the sources describe types. */
    public interface Words {

        @Nullable
        String of(Class<?> type);

        @Nullable
        String of(Class<?> type, String component);
    }

    /**
     * A member of an object.
     *
     * @param required whether it is always there
     */
    public record Member(String name, ObjectNode schema, boolean required) {}

    /** A schema under a name, and the type that has it. */
    private record Named(JavaType type, ObjectNode schema) {}

    private record Simple(String type, @Nullable String format) {}

    private TypeSchemas(Written written, Words words, boolean inline) {
        this.written = written;
        this.words = words;
        this.inline = inline;
    }

    /** Schemas that hold all that they need. */
    public static TypeSchemas inline(Words words) {
        return new TypeSchemas(_ -> Optional.empty(), words, true);
    }

    /** Schemas that refer to each other by name, as the components of an OpenAPI document. */
    public static TypeSchemas named(Written written, Words words) {
        return new TypeSchemas(written, words, false);
    }

    /** The schema of a type: a reference, where it has a name. */
    public ObjectNode of(Type type) {
        return schema(TYPES.constructType(type));
    }

    /** A type as this reads types. */
    public static JavaType type(Type type) {
        return TYPES.constructType(type);
    }

    /** In which words types are described. */
    public Words words() {
        return words;
    }

    /** The arguments that a class, generic in some types itself, gives a generic type above it. */
    public static List<JavaType> arguments(Class<?> type, Class<?> above, JavaType... own) {
        JavaType made = type.getTypeParameters().length == 0 ? TYPES.constructType(type) : generic(type, own);
        return List.of(TYPES.findTypeParameters(made, above));
    }

    /** A generic type with its arguments. */
    public static JavaType generic(Class<?> generic, JavaType... arguments) {
        return TYPES.constructParametricType(generic, arguments);
    }

    /** The members of a record in their order, those that are unwrapped into it among them. */
    public List<Member> members(Type type) {
        List<List<Member>> variants = variants(TYPES.constructType(type), true);
        if (variants.size() != 1) throw new IllegalArgumentException(type + " is a choice");
        return variants.getFirst();
    }

    /**
     * A closed object of some members.
     *
     * @throws IllegalArgumentException if two have one name, as where one of a record that is unwrapped is called like another
     */
    public static ObjectNode object(List<Member> members) {
        ObjectNode object = node("object");
        ObjectNode properties = object.putObject("properties");
        for (Member member : members) {
            if (properties.has(member.name()))
                throw new IllegalArgumentException(
                        "Two members are called %s: %s".formatted(member.name(), properties.propertyNames()));
            properties.set(member.name(), member.schema());
        }
        List<String> required =
                members.stream().filter(Member::required).map(Member::name).toList();
        if (!required.isEmpty()) required.forEach(object.putArray("required")::add);
        return object.put("additionalProperties", false);
    }

    /** Puts a schema of no type of its own under a name; returns the reference to it. */
    public ObjectNode define(String name, ObjectNode schema) {
        Named there = named.put(name, new Named(TYPES.constructType(Object.class), schema));
        if (there != null && !there.schema().equals(schema)) throw new IllegalStateException("two are called " + name);
        return reference(name);
    }

    /** The schema with a name; null if there is none. */
    public @Nullable ObjectNode named(String name) {
        Named found = named.get(name);
        return found == null ? null : found.schema();
    }

    /** The same schema, null taken as well: in that order, as generators of clients expect it. */
    public static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = JsonNodeFactory.instance.objectNode();
            if (schema.has("description")) either.set("description", schema.remove("description"));
            either.putArray("anyOf").add(schema).add(node("null"));
            return either;
        }
        JsonNode type = schema.path("type");
        if (type.isString()) schema.putArray("type").add(type.asString()).add("null");
        return schema;
    }

    private ObjectNode schema(JavaType declared) {
        Optional<Type> other = written.insteadOf(declared);
        if (other.isPresent()) return schema(TYPES.constructType(other.get()));
        Class<?> raw = declared.getRawClass();
        Simple simple = SIMPLE.get(raw);
        if (raw == FinancialYear.class) return node("string").put("pattern", FINANCIAL_YEAR);
        if (raw == Grant.class) return node("string").put("pattern", Grant.FORM);
        if (simple != null) return simple(simple);
        if (declared.isCollectionLikeType() || declared.isArrayType()) {
            ObjectNode list = node("array");
            list.set("items", schema(declared.getContentType()));
            return list;
        }
        if (declared.isMapLikeType()) return map(declared);
        if (raw.isEnum() || raw.isRecord() || isChoice(raw)) return inline ? structure(declared) : named(declared);
        return raw == Object.class || JsonNode.class.isAssignableFrom(raw)
                ? JsonNodeFactory.instance.objectNode()
                : node("object");
    }

    private ObjectNode map(JavaType declared) {
        ObjectNode map = node("object");
        JavaType key = declared.getKeyType();
        if (key != null && key.isEnumType()) map.set("propertyNames", schema(key));
        JavaType value = declared.getContentType();
        if (value.getRawClass() == Object.class) return map.put("additionalProperties", true);
        map.set("additionalProperties", schema(value));
        return map;
    }

    /** Whether exactly one of some records is written. */
    private static boolean isChoice(Class<?> raw) {
        return raw.isSealed()
                && (annotation(raw, JsonTypeInfo.class) != null
                        || Arrays.stream(raw.getPermittedSubclasses()).allMatch(Class::isRecord));
    }

    private static Stream<Class<?>> choices(Class<?> raw) {
        return raw.isSealed()
                ? Arrays.stream(raw.getPermittedSubclasses()).flatMap(TypeSchemas::choices)
                : Stream.of(raw);
    }

    private ObjectNode named(JavaType type) {
        String name = nameOf(type);
        Named there = named.get(name);
        if (there == null) {
            // First, since what it holds may refer back to it.
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            named.put(name, new Named(type, schema));
            schema.setAll(structure(type));
        } else if (!there.type().equals(type))
            throw new IllegalStateException("%s and %s would both be called %s".formatted(there.type(), type, name));
        return reference(name);
    }

    private ObjectNode structure(JavaType type) {
        Class<?> raw = type.getRawClass();
        ObjectNode schema;
        if (raw.isEnum()) {
            schema = node("string");
            for (Object constant : raw.getEnumConstants())
                schema.withArray("enum").add(((Enum<?>) constant).name());
        } else if (raw.isRecord()) schema = oneOf(variants(type, true).stream().map(TypeSchemas::object));
        else schema = oneOf(choices(raw).map(one -> schema(TYPES.constructType(one))));
        String said = words.of(raw);
        if (said != null) schema.put(inline ? "title" : "description", said);
        return schema;
    }

    private static ObjectNode oneOf(Stream<ObjectNode> schemas) {
        List<ObjectNode> all = schemas.toList();
        if (all.size() == 1) return all.getFirst();
        ObjectNode choice = JsonNodeFactory.instance.objectNode();
        all.forEach(choice.withArray("oneOf")::add);
        return choice;
    }

    /** The members of a record; of one into which a choice is unwrapped, those of each way in which it is written. */
    private List<List<Member>> variants(JavaType type, boolean always) {
        Class<?> raw = type.getRawClass();
        if (!raw.isRecord())
            return choices(raw)
                    .flatMap(one -> variants(TYPES.constructType(one), always).stream())
                    .toList();
        List<List<Member>> variants = List.of(List.of());
        for (RecordComponent component : raw.getRecordComponents())
            variants = product(variants, membersOf(type, component, always));
        return variants.stream().map(members -> toldApart(raw, members)).toList();
    }

    private static List<List<Member>> product(List<List<Member>> some, List<List<Member>> others) {
        return some.stream()
                .flatMap(before -> others.stream()
                        .map(after ->
                                Stream.concat(before.stream(), after.stream()).toList()))
                .toList();
    }

    private List<List<Member>> membersOf(JavaType type, RecordComponent component, boolean always) {
        if (component.getAccessor().isAnnotationPresent(JsonIgnore.class)) return List.of(List.of());
        JavaType declared = TYPES.resolveMemberType(component.getGenericType(), type.getBindings());
        boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? variants(unwrapped(declared), always && !mayBeNull)
                : List.of(List.of(member(type, component, declared, mayBeNull, always)));
    }

    /** The members of one record of a choice, with the words of the member that tells it from the others. */
    private static List<Member> toldApart(Class<?> one, List<Member> members) {
        JsonTypeInfo by = annotation(one, JsonTypeInfo.class);
        JsonSubTypes choice = annotation(one, JsonSubTypes.class);
        if (by == null || choice == null) return members;
        ObjectNode word = node("string");
        for (JsonSubTypes.Type type : choice.value())
            if (type.value() == one)
                Stream.concat(Stream.of(type.name()), Arrays.stream(type.names()))
                        .filter(name -> !name.isEmpty())
                        .forEach(word.withArray("enum")::add);
        Member telling = new Member(by.property(), word, true);
        List<Member> told = new ArrayList<>(members);
        told.replaceAll(member -> member.name().equals(telling.name()) ? telling : member);
        if (!told.contains(telling)) told.add(telling);
        return told;
    }

    private static <A extends Annotation> @Nullable A annotation(Class<?> type, Class<A> wanted) {
        A own = type.getAnnotation(wanted);
        if (own != null) return own;
        for (Class<?> above : type.getInterfaces()) {
            A inherited = annotation(above, wanted);
            if (inherited != null) return inherited;
        }
        return null;
    }

    private JavaType unwrapped(JavaType declared) {
        return written.insteadOf(declared).map(TYPES::constructType).orElse(declared);
    }

    private Member member(
            JavaType type, RecordComponent component, JavaType declared, boolean mayBeNull, boolean always) {
        boolean shownNull = mayBeNull && component.getAccessor().isAnnotationPresent(JsonInclude.class);
        ObjectNode schema = schema(declared);
        if (shownNull) schema = orNull(schema);
        String said = words.of(type.getRawClass(), component.getName());
        if (said != null) schema.put("description", said);
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return new Member(
                named == null ? component.getName() : named.value(), schema, always && (shownNull || !mayBeNull));
    }

    private String nameOf(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (type.isCollectionLikeType()) return argument(type.getContentType()) + "List";
        if (type.isMapLikeType()) return argument(type.getContentType()) + "Map";
        SchemaName given = raw.getAnnotation(SchemaName.class);
        List<JavaType> arguments = type.getBindings().getTypeParameters();
        if (given == null && arguments.isEmpty()) return raw.getSimpleName();
        String pattern = given == null ? "%s" + raw.getSimpleName() : given.value();
        return pattern.replace("%s", arguments.stream().map(this::argument).collect(Collectors.joining()));
    }

    private String argument(JavaType type) {
        JavaType shown = unwrapped(type);
        return nameOf(shown).replaceFirst("(?<=.)(View|State)$", "");
    }

    private static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static ObjectNode simple(Simple simple) {
        ObjectNode schema = node(simple.type());
        return simple.format() == null ? schema : schema.put("format", simple.format());
    }

    private static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
