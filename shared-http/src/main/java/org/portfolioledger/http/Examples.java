package org.portfolioledger.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;

/**
 * Shows in the API page what is sent and answered: an operation's examples are the resources
 * {@code /examples/{operation}.request.json} and {@code /examples/{operation}.{status}.json}.
 */
@Order(2)
final class Examples implements OpenApiCustomizer {

    private static final List<String> STATUSES = List.of("200", "201", "202");

    @Override
    public void customise(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> show(ApiPage.operationId(method, path), operation)));
    }

    private static void show(String id, Operation operation) {
        if (operation.getRequestBody() != null)
            example(id + ".request")
                    .ifPresent(
                            example -> show(example, operation.getRequestBody().getContent()));
        for (String status : STATUSES)
            example(id + "." + status).ifPresent(example -> show(example, answer(operation, status)));
    }

    private static Content answer(Operation operation, String status) {
        ApiResponse answer =
                operation.getResponses().computeIfAbsent(status, _ -> new ApiResponse().description("On record"));
        if (answer.getContent() == null) answer.setContent(new Content());
        return answer.getContent();
    }

    private static void show(JsonNode example, Content content) {
        if (content.isEmpty()) content.addMediaType("application/json", new MediaType());
        for (MediaType media : content.values()) media.setExample(example);
    }

    private static Optional<JsonNode> example(String name) {
        try (InputStream resource = Examples.class.getResourceAsStream("/examples/" + name + ".json")) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(Json31.mapper().readTree(resource));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
