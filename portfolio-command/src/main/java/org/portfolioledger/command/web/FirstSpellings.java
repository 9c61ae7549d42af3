package org.portfolioledger.command.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.IdOf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Ids are one whatever their case: whatever a command names is written as it was first, before anything is decided. So a
 * fact holds one spelling, and who begins something under another spelling of a taken id finds it taken.
 */
final class FirstSpellings {

    /** Where nothing is on record. */
    static final FirstSpellings NONE = new FirstSpellings(_ -> Optional.empty(), _ -> Optional.empty());

    private final Function<String, Optional<String>> streams;
    private final Function<String, Optional<String>> people;

    /**
     * @param streams the stream of a name as it was written first
     * @param people the id of a person as it was written first
     */
    FirstSpellings(Function<String, Optional<String>> streams, Function<String, Optional<String>> people) {
        this.streams = streams;
        this.people = people;
    }

    /** Whoever sends, and for whom, as the directory spells them: so that one person is nobody else in another case. */
    Actor of(Actor actor) {
        String onBehalfOf = actor.onBehalfOf();
        return new Actor(
                actor.user(),
                person(actor.person()),
                actor.grants(),
                actor.kind(),
                onBehalfOf == null ? null : person(onBehalfOf),
                actor.markings());
    }

    private String person(String id) {
        return people.apply(id).orElse(id);
    }

    /** Writes every id in the JSON of a record as it was written first. */
    void apply(ObjectNode json, Class<?> record) {
        for (RecordPart component : RecordPart.of(record)) {
            JsonNode value = json.get(component.name());
            String kind = component.idOf();
            if (value == null) continue;
            if (kind != null) json.set(component.name(), spelled(value, kind));
            else within(value, component.type());
        }
    }

    private void within(JsonNode value, Type type) {
        if (value instanceof ObjectNode object && type instanceof Class<?> record && record.isRecord())
            apply(object, record);
        if (value instanceof ArrayNode list && type instanceof ParameterizedType listed)
            list.forEach(element -> within(element, listed.getActualTypeArguments()[0]));
    }

    private JsonNode spelled(JsonNode value, String kind) {
        if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) list.set(i, spelled(list.get(i), kind));
            return list;
        }
        if (!value.isString() || !isName(value.asString(), kind)) return value;
        String first = first(value.asString(), kind);
        return first == null ? value : StringNode.valueOf(first);
    }

    private static boolean isName(String text, String kind) {
        if (!kind.equals(IdOf.STREAM)) return CommandReader.isId(text);
        int id = Kinds.ofStream(text.toLowerCase(Locale.ROOT))
                .map(of -> of.stream("").length())
                .orElse(-1);
        return id > 0 && CommandReader.isId(text.substring(id));
    }

    private @Nullable String first(String id, String kind) {
        if (kind.equals(IdOf.PERSON)) return people.apply(id).orElse(null);
        if (kind.equals(IdOf.STREAM)) return streams.apply(id).orElse(null);
        Kind<?, ?> of = Kinds.named(kind);
        return streams.apply(of.stream(id)).map(of::idIn).orElse(null);
    }
}
