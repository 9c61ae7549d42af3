package org.portfolioledger.edge;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes in the API page what all paths have in common: ids, and how requests are refused. */
final class ProblemDocs implements OpenApiCustomizer {

    private static final String NAME = "Problem";
    private static final Map<String, String> COMMON = Map.of("400", "Cannot be read", "401", "Nobody is signed in");
    private static final Map<String, String> OF_ITEMS = Map.of("404", "There is no such thing");
    private static final Map<String, String> OF_COMMANDS = Map.of(
            "403",
            "The user may not do that",
            "409",
            "A rule refuses it",
            "413",
            "Too large",
            "503",
            "Try again later");
    private static final Map<String, String> VARIABLES = Map.of(
            "id", "Id of what the path names before it.",
            "position", "Position of the fact in the ledger: 1, 2, 3, …",
            "slug", "Last part of a problem's type.",
            "decision", "Id of the decision; on a business case, the position of its fact.",
            "version", "Number of the version.",
            "scheme", "Scheme and version, as MPS_2011:1.",
            "rating", "Criterion and assessor, as OVERALL:SRO.");

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) api.setComponents(new Components());
        api.getComponents().addSchemas(NAME, problem());
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        if (operation.getParameters() != null) operation.getParameters().forEach(ProblemDocs::describe);
        ApiResponses answers = operation.getResponses();
        COMMON.forEach((status, meaning) -> refuse(answers, status, meaning));
        if (path.contains("{")) OF_ITEMS.forEach((status, meaning) -> refuse(answers, status, meaning));
        if (method == HttpMethod.POST) OF_COMMANDS.forEach((status, meaning) -> refuse(answers, status, meaning));
        answers.forEach((status, answer) -> {
            if (status.startsWith("4") || status.startsWith("5")) answer.setContent(refusal());
        });
    }

    private static void refuse(ApiResponses answers, String status, String meaning) {
        answers.putIfAbsent(status, new ApiResponse().description(meaning));
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() == null)
            parameter.setDescription(
                    VARIABLES.getOrDefault(parameter.getName(), "Id of the " + parameter.getName() + "."));
    }

    private static Content refusal() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + NAME);
        return new Content().addMediaType("application/problem+json", new MediaType().schema(problem));
    }

    private static Schema<?> problem() {
        Schema<?> at = of("object", "One thing that is wrong.");
        at.addProperty("pointer", of("string", "JSON pointer into the body."));
        at.addProperty("parameter", of("string", "Name of a parameter or header."));
        at.addProperty("type", of("string", "Another type of problem, where this one has it."));
        at.addProperty("detail", of("string", "What is wrong with it."));
        at.required(List.of("detail"));
        Schema<?> problem = of("object", "A problem detail (RFC 9457); its types are at /problems.");
        problem.addProperty("type", of("string", "Path of the type of problem."));
        problem.addProperty("title", of("string", "What the type means."));
        problem.addProperty("status", of("integer", "The HTTP status."));
        problem.addProperty("detail", of("string", "What happened, and what to do next."));
        problem.addProperty("rule", of("integer", "Number of the rule that refuses it."));
        problem.addProperty("errors", of("array", "Everything that is wrong.").items(at));
        problem.required(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static Schema<?> of(String type, String description) {
        Schema<?> schema = new Schema<>().description(description);
        schema.setTypes(Set.of(type));
        return schema;
    }
}
