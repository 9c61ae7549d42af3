package org.portfolioledger.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A schema has what the mapper writes, no more and no less. */
class TypeSchemasTest {

    private static final JsonMapper JSON = FactSerializer.mapper();

    record Inner(String text, @Nullable Integer number) {}

    /**
     * A thing with everything.
     *
     * @param day on which {@code it} was
     */
    record Outer(
            @JsonProperty("id") String name,
            LocalDate day,
            @Nullable String mayBeAbsent,
            @JsonInclude @Nullable LocalDate mayBeNull,
            @JsonInclude @Nullable RagRating word,
            @JsonUnwrapped Inner inner,
            @JsonIgnore boolean hidden,
            List<Inner> list,
            SortedMap<String, String> free) {}

    sealed interface Either permits One, Other {}

    record One(String one) implements Either {}

    record Other(String other) implements Either {}

    /** Of two kinds, which a member tells apart. */
    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "kind",
            visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(
                value = Open.class,
                names = {"NEW", "OLD"}),
        @JsonSubTypes.Type(value = Shut.class, name = "SHUT")
    })
    sealed interface Door permits Opened, Shut {}

    sealed interface Opened extends Door permits Open {}

    record Open(String kind, int width) implements Opened {}

    record Shut(String key) implements Door {
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        String kind() {
            return "SHUT";
        }
    }

    record Room(String name, @JsonUnwrapped Door door) {}

    @SchemaName("PageOf%s")
    record Generic<T>(List<T> items) {}

    record Loop(@Nullable Loop next) {}

    record Twice(String text, @JsonUnwrapped Inner inner) {}

    private final TypeSchemas schemas = TypeSchemas.named(
            type -> type.hasRawClass(StringBuilder.class) ? Optional.of(Inner.class) : Optional.empty(),
            new KeptJavadoc());

    @Test
    void an_object_is_closed_and_requires_what_is_always_there() {
        JsonNode outer = named(Outer.class);

        assertThat(outer.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(outer.path("properties").propertyNames())
                .containsExactly("id", "day", "mayBeAbsent", "mayBeNull", "word", "text", "number", "list", "free");
        assertThat(outer.path("required"))
                .isEqualTo(json("[\"id\", \"day\", \"mayBeNull\", \"word\", \"text\", \"list\", \"free\"]"));
    }

    @Test
    void null_comes_last_and_only_where_it_is_written() {
        assertThat(member("mayBeAbsent")).isEqualTo(json("{\"type\": \"string\"}"));
        assertThat(member("mayBeNull")).isEqualTo(json("{\"type\": [\"string\", \"null\"], \"format\": \"date\"}"));
        assertThat(member("word"))
                .isEqualTo(json("{\"anyOf\": [{\"$ref\": \"#/components/schemas/RagRating\"}, {\"type\": \"null\"}]}"));
    }

    @Test
    void free_attributes_are_a_map_of_texts() {
        assertThat(member("free"))
                .isEqualTo(json("{\"type\": \"object\", \"additionalProperties\": {\"type\": \"string\"}}"));
    }

    @Test
    void exactly_one_of_some_records_is_written_of_a_sealed_interface() {
        assertThat(named(Either.class).path("oneOf")).hasSize(2);
    }

    @Test
    void a_member_tells_apart_what_is_written_of_a_sealed_interface() {
        assertThat(named(Door.class)
                        .path("oneOf")
                        .valueStream()
                        .map(one -> one.path("$ref").asString()))
                .containsExactly("#/components/schemas/Open", "#/components/schemas/Shut");
        assertThat(named("Open").at("/properties/kind/enum")).isEqualTo(json("[\"NEW\", \"OLD\"]"));
        assertThat(named("Shut").at("/properties/kind/enum")).isEqualTo(json("[\"SHUT\"]"));
        assertThat(named("Shut").path("required")).isEqualTo(json("[\"key\", \"kind\"]"));
    }

    @Test
    void a_record_into_which_a_choice_is_unwrapped_is_a_choice() {
        JsonNode room = named(Room.class).path("oneOf");

        assertThat(room).hasSize(2);
        assertThat(room.path(0).path("properties").propertyNames()).containsExactly("name", "kind", "width");
        assertThat(room.path(1).path("properties").propertyNames()).containsExactly("name", "key", "kind");
        assertThat(room.path(1).path("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void a_generic_record_has_a_name_for_each_of_its_arguments() {
        assertThat(schemas.of(TypeSchemas.generic(Generic.class, TypeSchemas.type(Inner.class)))
                        .path("$ref")
                        .asString())
                .endsWith("/PageOfInner");
        assertThat(named("PageOfInner").at("/properties/items/items/$ref").asString())
                .endsWith("/Inner");
    }

    @Test
    void what_is_written_instead_of_a_type_is_described_instead() {
        assertThat(schemas.of(StringBuilder.class)).isEqualTo(schemas.of(Inner.class));
    }

    @Test
    void a_record_that_holds_itself_is_described_once() {
        assertThat(named(Loop.class).at("/properties/next/$ref").asString()).endsWith("/Loop");
    }

    @Test
    void the_words_are_those_of_the_source() {
        assertThat(named(Outer.class).path("description").asString()).isEqualTo("A thing with everything.");
        assertThat(member("day").path("description").asString()).isEqualTo("on which it was");
    }

    @Test
    void two_types_cannot_have_one_name() {
        schemas.of(Inner.class);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> schemas.define("Inner", TypeSchemas.object(List.of())));
    }

    @Test
    void the_mapper_writes_and_reads_the_member_that_tells_a_choice_apart() {
        for (Door door : List.of(new Open("OLD", 3), new Shut("K"))) {
            JsonNode written = JSON.valueToTree(door);
            assertThat(written.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            named(door.getClass()).path("properties").propertyNames());
            assertThat(JSON.valueToTree(new Room("hall", door)).propertyNames()).containsAll(written.propertyNames());
            assertThat(JSON.treeToValue(written, Door.class)).isEqualTo(door);
        }
    }

    @Test
    void what_the_mapper_writes_has_the_members_that_the_schema_has() {
        Outer outer =
                new Outer("n", LocalDate.EPOCH, "a", null, null, new Inner("t", 1), true, List.of(), new TreeMap<>());

        assertThat(JSON.valueToTree(outer).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        named(Outer.class).path("properties").propertyNames());
    }

    @Test
    void two_members_of_one_name_are_refused() {
        assertThatThrownBy(() -> schemas.of(Twice.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Two members are called text");
    }

    private JsonNode member(String name) {
        return named(Outer.class).path("properties").path(name);
    }

    private JsonNode named(Class<?> type) {
        schemas.of(type);
        return named(type.getSimpleName());
    }

    private JsonNode named(String name) {
        return Objects.requireNonNull(schemas.named(name));
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
