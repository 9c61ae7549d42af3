package org.portfolioledger.http;

import static java.util.Map.entry;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;

/** Describes in the API page what all paths have in common: ids, and how requests are refused. */
@Order(3)
final class ProblemDocs implements OpenApiCustomizer {

    private static final String MEDIA_TYPE = "application/problem+json";
    private static final Map<String, String> COMMON = Map.of(
            "400",
            "Cannot be read",
            "401",
            "Nobody is signed in",
            "403",
            "The account, or the scope of its token, may not do that",
            "406",
            "Cannot be answered in that media type",
            "429",
            "Too many requests, or attempts to sign in",
            "503",
            "Try again later");
    private static final Map<String, String> OF_ITEMS = Map.of("404", "Nothing is at this path");
    private static final Map<String, String> OF_COMMANDS = Map.of(
            "408",
            "Arrives too slowly",
            "409",
            "A rule refuses it",
            "413",
            "Too large",
            "415",
            "Not in this media type");
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            entry("id", "Id of the person."),
            entry("accessToken", "Id of the access token."),
            entry("number", "Number of the %s."),
            entry("businessCase", "Id of the business case."),
            entry("position", "Position of the fact in the ledger: 1, 2, 3, …"),
            entry("slug", "Last part of a problem's type."),
            entry("decision", "Id of the decision; on a business case, the position of its fact."),
            entry("version", "Number of the version."),
            entry("scheme", "Scheme and version, such as MPS_2011:1."),
            entry("rating", "Criterion and assessor, such as OVERALL:SRO."),
            entry("type", "Stored name of the type of fact, such as initiative-renamed."),
            entry("revision", "Revision of the type: 1, 2, 3, …"));

    private final ApiSchemas schemas;

    ProblemDocs(ApiSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        if (operation.getParameters() != null)
            operation.getParameters().forEach(parameter -> describe(path, parameter));
        ApiResponses answers = operation.getResponses();
        COMMON.forEach((status, meaning) -> refuse(answers, status, meaning));
        if (path.contains("{")) OF_ITEMS.forEach((status, meaning) -> refuse(answers, status, meaning));
        if (method == HttpMethod.POST) OF_COMMANDS.forEach((status, meaning) -> refuse(answers, status, meaning));
        answers.forEach((status, answer) -> {
            if (status.startsWith("4") || status.startsWith("5")) refuse(answer, method, status);
        });
    }

    private static void refuse(ApiResponses answers, String status, String meaning) {
        answers.putIfAbsent(status, new ApiResponse().description(meaning));
    }

    private static void describe(String path, Parameter parameter) {
        if (parameter.getDescription() != null) return;
        String meaning = VARIABLES.getOrDefault(parameter.getName(), "Id of the " + parameter.getName() + ".");
        parameter.setDescription(meaning.formatted(path.contains("generations") ? "generation" : "verification"));
    }

    /** What says by itself what it refuses with keeps its schema. */
    private void refuse(ApiResponse answer, HttpMethod method, String status) {
        Content said = answer.getContent();
        MediaType problem = said == null ? null : said.get(MEDIA_TYPE);
        if (problem == null) problem = new MediaType().schema(schemas.of(Problem.Body.class));
        if (problem.getExample() == null)
            example(method, status).map(Problem::body).ifPresent(problem::setExample);
        answer.setContent(new Content().addMediaType(MEDIA_TYPE, problem));
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
                                HttpProblem.NOT_AUTHENTICATED,
                                "The request names no account, or the password is wrong");
                    case "403" -> Problem.of(HttpProblem.NOT_ALLOWED, "This user's roles do not allow it");
                    case "404" ->
                        asks
                                ? Problem.of(HttpProblem.NOT_IN_EFFECT_THEN, "It was not in effect on 2011-06-12")
                                : Problem.of(HttpProblem.NOT_FOUND, "Nothing is on record of initiative PG-HOMES");
                    case "406" -> Problem.of(HttpProblem.NOT_ACCEPTABLE, "The answer is application/json");
                    case "408" -> Problem.of(HttpProblem.REQUEST_TOO_SLOW, "The body did not arrive within 10 seconds");
                    case "409" ->
                        Problem.of(HttpProblem.CHANGED_MEANWHILE, "Twice in a row another command came first");
                    case "412" -> Problem.of(HttpProblem.STALE_VERSION, "The present version is 3");
                    case "413" -> Problem.of(HttpProblem.TOO_LARGE, "The body has more bytes than are taken");
                    case "415" -> Problem.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE, "The body is text/plain");
                    case "429" ->
                        Problem.of(HttpProblem.TOO_MANY_REQUESTS, "The next request is possible in 3 seconds");
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
}
