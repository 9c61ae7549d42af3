package org.portfolioledger.query.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.serialization.FactSchema;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The event catalogue. It is part of the program: answered without the ledger, and the same at every point. */
@RestController
class EventTypeQueries {

    private static final String PATH = "/api/v1/event-types";

    private final JsonMapper json;
    private final EventTypes catalogue;

    EventTypeQueries(JsonMapper json) {
        this.json = json;
        this.catalogue = new EventTypes(FactSchema.all().map(this::told).toList());
    }

    /**
     * One revision of a type of fact.
     *
     * @param type as {@code initiative-renamed}
     * @param kind kind of the entity whose stream holds it; absent if it is in the stream of the fact that it names
     * @param title what it records
     * @param schema where its schema is
     */
    record EventType(String type, int revision, @Nullable String kind, String title, String schema) {}

    /** Every revision in which a fact may be on record. */
    record EventTypes(List<EventType> items) {}

    @GetMapping(PATH)
    @Operation(summary = "List the types of facts, in every revision that may be on record")
    @ReadParameters(Form.DIRECTORY)
    EventTypes all(ReadRequest request) {
        return catalogue;
    }

    @GetMapping(PATH + "/{type}/{revision}")
    @Operation(
            summary = "Get the JSON Schema (2020-12) of one revision of a type of fact",
            description = "A member that may be null is left out if it is null.")
    @ReadParameters(Form.DIRECTORY)
    Map<String, Object> one(@PathVariable String type, @PathVariable String revision, ReadRequest request) {
        return FactSchema.all()
                .filter(schema -> schema.type().typeName().equals(type)
                        && String.valueOf(schema.revision()).equals(revision))
                .findFirst()
                .map(this::read)
                .orElseThrow(() -> Problem.of(
                        HttpProblem.NOT_FOUND,
                        "No fact is recorded as " + type + " in revision " + revision + ", see " + PATH));
    }

    private EventType told(FactSchema schema) {
        String type = schema.type().typeName();
        return new EventType(
                type,
                schema.revision(),
                kind(schema),
                String.valueOf(read(schema).get("title")),
                PATH + "/" + type + "/" + schema.revision());
    }

    private Map<String, Object> read(FactSchema schema) {
        return json.readValue(schema.bytes(), new TypeReference<>() {});
    }

    private static @Nullable String kind(FactSchema schema) {
        return Kinds.ALL.stream()
                .filter(kind -> kind.facts().isAssignableFrom(schema.type().factClass()))
                .map(Kind::name)
                .findFirst()
                .orElse(null);
    }
}
