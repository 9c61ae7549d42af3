package org.portfolioledger.http;

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
import java.util.Optional;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes in the API page what all paths have in common: ids, and how requests are refused. */
final class ProblemDocs implements OpenApiCustomizer {

    private static final String NAME = "Problem";
    private static final Map<String, String> COMMON = Map.of("400", "Cannot be read", "401", "Nobody is signed in");
    private static final Map<String, String> OF_ITEMS = Map.of("404", "Nothing is at this path");
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
            "businessCase", "Id of the business case.",
            "position", "Position of the fact in the ledger: 1, 2, 3, …",
            "slug", "Last part of a problem's type.",
            "decision", "Id of the decision; on a business case, the position of its fact.",
            "version", "Number of the version.",
            "scheme", "Scheme and version, as MPS_2011:1.",
            "rating", "Criterion and assessor, as OVERALL:SRO.",
            "type", "Name under which the kind of fact is on record, as initiative-renamed.",
            "revision", "Revision of the type: 1, 2, 3, …");

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
            if (status.startsWith("4") || status.startsWith("5")) answer.setContent(refusal(method, status));
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

    private static Content refusal(HttpMethod method, String status) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME));
        example(method, status).ifPresent(example -> problem.setExample(example.body()));
        return new Content().addMediaType("application/problem+json", problem);
    }

    private static Optional<Problem> example(HttpMethod method, String status) {
        boolean asks = method == HttpMethod.GET;
        return Optional.ofNullable(
                switch (status) {
                    case "400" ->
                        Problem.of(
                                HttpProblem.MALFORMED_REQUEST,
                                asks ? "The parameter asOf cannot be read" : "The body cannot be read",
                                List.of(
                                        asks
                                                ? Problem.At.parameter("asOf", "is a date, as 2011-06-13")
                                                : Problem.At.body("/effectiveOn", "is a date, as 2011-06-13")));
                    case "401" ->
                        Problem.of(
                                HttpProblem.NOT_AUTHENTICATED, "The request names no user, or the password is wrong");
                    case "403" -> Problem.of(HttpProblem.NOT_ALLOWED, "This user's roles do not allow it");
                    case "404" ->
                        asks
                                ? Problem.of(HttpProblem.NOT_IN_EFFECT_THEN, "It was not in effect on 2011-06-12")
                                : Problem.of(HttpProblem.NOT_FOUND, "Nothing is on record of initiative-PG-HOMES");
                    case "409" ->
                        Problem.of(HttpProblem.CHANGED_MEANWHILE, "Twice in a row another command came first");
                    case "412" -> Problem.of(HttpProblem.STALE_VERSION, "The present version is 3");
                    case "413" -> Problem.of(HttpProblem.TOO_LARGE, "The body has more bytes than are taken");
                    case "422" ->
                        asks
                                ? Problem.of(HttpProblem.POINT_IN_THE_FUTURE, "It is not 2999-01-01 yet")
                                : Problem.of(HttpProblem.KEY_REUSED, "The key r1 was used for another request");
                    case "503" ->
                        asks
                                ? Problem.of(HttpProblem.NOT_CAUGHT_UP, "The rows have reached position 411 of 412")
                                : Problem.of(HttpProblem.BUSY, "The ledger has too much to do");
                    default -> null;
                });
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
        Schema<?> rule = of("object", "A rule, with the facts and dates at which it collides.");
        problem.addProperty(
                "collidesWith", of("array", "What it collides with.").items(rule));
        problem.required(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static Schema<?> of(String type, String description) {
        Schema<?> schema = new Schema<>().description(description);
        schema.setTypes(Set.of(type));
        return schema;
    }
}
