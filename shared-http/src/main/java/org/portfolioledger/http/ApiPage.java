package org.portfolioledger.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The face of the API page: what it is, who may ask, and one chapter for each kind of thing. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class ApiPage implements OpenApiCustomizer {

    private static final String BASE = "/api/v1/";

    private final ApiSchemas schemas;

    ApiPage(ApiSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info()
                .title("Portfolio Ledger")
                .version("1")
                .description("The record of how public portfolios are governed. Commands become immutable facts; every"
                        + " read is answered as of any day (`asOf`), as known at any moment (`knownAt`)."));
        if (api.getComponents() == null) api.setComponents(new Components());
        api.getComponents()
                .addSecuritySchemes(
                        "basic",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
        api.setSecurity(List.of(new SecurityRequirement().addList("basic")));
        SortedMap<String, String> chapters = new TreeMap<>();
        api.getPaths().forEach((path, item) -> {
            chapters.put(chapter(path), (path.startsWith(BASE) ? BASE : "/") + chapter(path));
            item.readOperationsMap().forEach((method, operation) -> {
                operation.setTags(List.of(chapter(path)));
                operation.setOperationId(operationId(method, path));
            });
        });
        List<Tag> tags = new ArrayList<>();
        chapters.forEach((chapter, path) ->
                tags.add(new Tag().name(chapter).description("Whatever is at %s and below it.".formatted(path))));
        api.setTags(tags);
        schemas.complete(api);
    }

    private static String chapter(String path) {
        String rest = path.startsWith(BASE) ? path.substring(BASE.length()) : path.substring(1);
        return rest.replaceFirst("/.*", "");
    }

    /** As {@code get-initiatives-initiative}. */
    static String operationId(HttpMethod method, String path) {
        return method.name().toLowerCase(Locale.ROOT)
                + path.replaceFirst("^" + BASE, "/")
                        .replaceAll("[^A-Za-z0-9]+", "-")
                        .replaceFirst("-$", "");
    }
}
