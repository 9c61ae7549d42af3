package org.portfolioledger.command.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.Provenance;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Documents every command of the catalogue in OpenAPI. */
final class CommandDocs implements OpenApiCustomizer {

    private static final String RECEIPT_EXAMPLE = """
            {"position": 412, "knownAt": "2026-06-01T09:00:00.000001Z", "recordedAt": "2026-06-01T09:00:00.000001Z",
             "facts": [{"type": "initiative-renamed", "position": 412, "eventId": "0198c0de-0000-7000-8000-000000000001",
                        "stream": "initiative-PG-HOMES", "version": 2}]}""";

    private final Catalogue catalogue;

    CommandDocs(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) api.setComponents(new Components());
        Schema<?> receipt = schema(api, Receipt.class);
        for (CommandRoute<?> post : catalogue.routes()) {
            Schema<?> body = body(api, post.command(), post);
            add(api, Catalogue.BASE + post.path(), operation(post.summary(), body, post.example(), receipt, post));
        }
        add(
                api,
                CorrectionReader.PATH,
                operation(
                        "Correct a fact: put other words in its place, or retract it",
                        correction(),
                        """
                {"fact": 57, "reason": "Typing error in the paper",
                 "replacement": {"name": "TP Development Programme"}}""",
                        receipt,
                        null));
        AccessMatrix.of(catalogue).commands().forEach(command -> addRoles(api, command));
    }

    /** As {@code x-roles}: each role that may send it, with how far that reaches. */
    private static void addRoles(OpenAPI api, AccessMatrix.CommandRights command) {
        Map<String, String> roles = new LinkedHashMap<>();
        command.senders()
                .forEach(right -> roles.put(right.role().name(), right.scope().name()));
        PathItem path = Objects.requireNonNull(api.getPaths().get(command.path()), command.path());
        path.getPost().addExtension("x-roles", roles);
    }

    private static void add(OpenAPI api, String path, Operation operation) {
        PathItem item = api.getPaths().get(path);
        if (item == null) {
            item = new PathItem();
            api.getPaths().addPathItem(path, item);
        }
        item.setPost(operation);
    }

    private static Operation operation(
            String summary, Schema<?> body, String example, Schema<?> receipt, @Nullable CommandRoute<?> post) {
        Operation operation = new Operation()
                .summary(summary)
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType()
                                                .schema(body)
                                                .example(FactSerializer.mapper().readValue(example, Object.class)))))
                .responses(responses(receipt));
        if (post != null)
            post.variables()
                    .forEach(name -> operation.addParametersItem(new Parameter()
                            .in("path")
                            .name(name)
                            .required(true)
                            .description("Id of the " + name)
                            .schema(new StringSchema().pattern("^[A-Za-z0-9._-]{1,64}$"))));
        return operation
                .addParametersItem(header("Idempotency-Key", "The same key and request give the first answer again"))
                .addParametersItem(header(
                        "If-Match",
                        "ETags of the versions on one of which the sender decided, or *; \"0\": nothing was there"));
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(false)
                .schema(new StringSchema());
    }

    private static ApiResponses responses(Schema<?> receipt) {
        ApiResponse created = new ApiResponse()
                .description("On record")
                .content(new Content()
                        .addMediaType(
                                "application/json",
                                new MediaType()
                                        .schema(receipt)
                                        .example(FactSerializer.mapper().readValue(RECEIPT_EXAMPLE, Object.class))));
        for (String header : new String[] {"Location", "ETag", "Sync-Token", "Idempotency-Replayed"})
            created.addHeaderObject(header, new Header().schema(new StringSchema()));
        ApiResponses responses = new ApiResponses()
                .addApiResponse("201", created)
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("Everything asked for was on record already")
                                .content(new Content()
                                        .addMediaType(
                                                "application/json",
                                                new MediaType().schema(receipt).example(Map.of("facts", List.of())))));
        Map<String, String> problems = new LinkedHashMap<>();
        problems.put("400", "Cannot be read");
        problems.put("401", "Nobody is signed in");
        problems.put("403", "The user may not do that");
        problems.put("404", "Unknown id in the path");
        problems.put("409", "A rule refuses it");
        problems.put("412", "If-Match is stale");
        problems.put("413", "Too large");
        problems.put("422", "The key was used for another request");
        problems.put("503", "Try again later");
        problems.forEach((status, description) -> responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(description)
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))))));
        return responses;
    }

    private static Schema<?> body(OpenAPI api, Class<? extends Command> command, CommandRoute<?> post) {
        schema(api, Provenance.class);
        Schema<?> body = new Schema<>().type("object");
        body.setTypes(Set.of("object"));
        for (RecordComponent component : command.getRecordComponents()) {
            String name = component.getName();
            if (name.equals("provenance") || post.variables().contains(name)) continue;
            boolean names = name.equals(post.names());
            body.addProperty(names ? "id" : name, property(api, component));
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || Collection.class.isAssignableFrom(component.getType())
                    || Map.class.isAssignableFrom(component.getType());
            if (!optional && !names) body.addRequiredItem(name);
        }
        for (RecordComponent component : Provenance.class.getRecordComponents()) {
            String name = component.getName().equals("precision") ? "datePrecision" : component.getName();
            body.addProperty(name, property(api, component));
        }
        body.addProperty("knownAt", new StringSchema().description("Instant or date; by a migrator only"));
        return body;
    }

    private static Schema<?> correction() {
        Schema<?> body = new Schema<>().type("object");
        body.setTypes(Set.of("object"));
        body.addProperty("fact", new Schema<>().types(Set.of("integer")).description("Position of the fact"));
        body.addProperty("reason", new StringSchema());
        body.addProperty(
                "replacement",
                new Schema<>()
                        .types(Set.of("object"))
                        .description(
                                "Body of a command of the same kind; what it leaves out it inherits. Without one, the fact"
                                        + " was entered in error"));
        body.addRequiredItem("fact");
        body.addRequiredItem("reason");
        return body;
    }

    private static Schema<?> property(OpenAPI api, RecordComponent component) {
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(component.getGenericType()).resolveAsRef(true));
        resolved.referencedSchemas.forEach(api.getComponents()::addSchemas);
        return resolved.schema;
    }

    private static Schema<?> schema(OpenAPI api, Class<?> type) {
        ResolvedSchema resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(api.getComponents()::addSchemas);
        return resolved.schema;
    }
}
