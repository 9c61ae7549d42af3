package org.portfolioledger.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portfolioledger.serialization.TypeSchemas;
import org.portfolioledger.serialization.TypeSchemas.Member;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.node.ObjectNode;

/** Describes what is taken and answered by its types: the bodies of operations, and the components to which they refer. */
public final class ApiSchemas implements GlobalOperationCustomizer {

    private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

    private final TypeSchemas types;

    ApiSchemas(TypeSchemas types) {
        this.types = types;
    }

    /** The schema of a type. */
    public Schema<?> of(Type type) {
        return schema(types.of(type));
    }

    /** The schema of a body that is taken: what may be left out may be null as well. */
    public Schema<?> taken(Class<?> body) {
        List<Member> members = types.members(body).stream()
                .map(member -> member.required()
                        ? member
                        : new Member(member.name(), TypeSchemas.orNull(member.schema()), false))
                .toList();
        ObjectNode schema = TypeSchemas.object(members);
        String said = types.words().of(body);
        if (said != null) schema.put("description", said);
        return schema(types.define(body.getSimpleName(), schema));
    }

    /** A schema as the document has it. */
    public Schema<?> schema(ObjectNode schema) {
        try {
            return Json31.mapper().readValue(schema.toString(), Schema.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("no schema: " + schema, fault);
        }
    }

    public TypeSchemas types() {
        return types;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        answered(method.getReturnType().getGenericParameterType())
                .ifPresent(body -> operation.getResponses().forEach((status, answer) -> {
                    if (status.startsWith("2") && answer.getContent() != null) describe(answer.getContent(), of(body));
                }));
        Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .forEach(parameter ->
                        describe(operation.getRequestBody().getContent(), taken(parameter.getParameterType())));
        return operation;
    }

    /** The type of a body; empty where the return type is an answer of its own making, which its maker describes. */
    private static Optional<Type> answered(Type returned) {
        if (!(returned instanceof ParameterizedType generic)) return Optional.of(returned);
        if (generic.getRawType() == ResponseEntity.class) return Optional.of(generic.getActualTypeArguments()[0]);
        return ResponseEntity.class.isAssignableFrom((Class<?>) generic.getRawType())
                ? Optional.empty()
                : Optional.of(returned);
    }

    private static void describe(Content content, Schema<?> schema) {
        for (MediaType media : content.values()) media.setSchema(schema);
    }

    /** Leaves those components in a document to which it refers, directly or through others, and no other. */
    @SuppressWarnings("rawtypes")
    void complete(OpenAPI api) {
        Map<String, Schema> used = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(references(paths(api)));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (used.containsKey(name)) continue;
            ObjectNode schema = types.named(name);
            if (schema == null) throw new IllegalStateException("no type has the schema " + name);
            used.put(name, schema(schema));
            open.addAll(references(schema.toString()));
        }
        api.getComponents().setSchemas(used);
    }

    private static String paths(OpenAPI api) {
        try {
            return Json31.mapper().writeValueAsString(api.getPaths());
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static List<String> references(String text) {
        Matcher references = REFERENCE.matcher(text);
        return references.results().map(found -> found.group(1)).distinct().toList();
    }
}
