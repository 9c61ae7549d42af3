package org.portfolioledger.command.web;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.AccessRule;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.LedgerRule;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.events.Approval;
import org.portfolioledger.http.ApiSchemas;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.http.ProblemType;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.serialization.TypeSchemas;
import org.portfolioledger.serialization.TypeSchemas.Member;
import org.portfolioledger.vocabulary.Provenance;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents every command of the catalogue in OpenAPI: its body as its record has it, and what can refuse it. */
@Order(1)
final class CommandDocs implements OpenApiCustomizer {

    private static final String ID = "^[A-Za-z0-9._-]{1,64}$";
    private static final String RECEIPT_EXAMPLE = """
            {"position": 412, "knownAt": "2026-06-01T09:00:00.000001Z", "recordedAt": "2026-06-01T09:00:00.000001Z",
             "facts": [{"type": "initiative-renamed", "position": 412, "eventId": "0198c0de-0000-7000-8000-000000000001",
                        "stream": "initiative-PG-HOMES", "version": 2}]}""";
    private static final String CORRECTION_EXAMPLE = """
            {"fact": 57, "reason": "Typing error in the paper",
             "replacement": {"name": "TP Development Programme"}}""";
    private static final Map<String, String> HEADERS = Map.of(
            "Location", "Path of the thing that was created or changed.",
            "ETag", "Version of the stream, for If-Match of the next command.",
            "Sync-Token", "Position of the last fact, for Sync-Token of a read.",
            "Idempotency-Replayed", "Present if a command with this key had already been recorded.");

    private final Catalogue catalogue;
    private final List<? extends Family<?, ?, ?>> families;
    private final ApiSchemas schemas;

    CommandDocs(Catalogue catalogue, List<? extends Family<?, ?, ?>> families, ApiSchemas schemas) {
        this.catalogue = catalogue;
        this.families = families;
        this.schemas = schemas;
    }

    /**
     * A correction.
     *
     * @param fact position of the fact
     * @param reason why
     * @param replacement body of a command of the same kind: it inherits what it leaves out; without one, the fact was
     *     entered in error
     * @param knownAt instant or date; by a migrator only
     */
    record CorrectionRequest(
            long fact,
            String reason,
            @Nullable Map<String, Object> replacement,
            @Nullable String knownAt) {}

    /**
     * A command that is recorded together with the one that holds it, or not at all.
     *
     * @param post path of the command
     * @param body what is sent there; without {@code effectiveOn}, it is of the day of the whole
     */
    record JointCommand(String post, Map<String, Object> body) {}

    @Override
    public void customise(OpenAPI api) {
        for (Family<?, ?, ?> family : families)
            for (CommandRoute<?> route : family.routes())
                add(api, Catalogue.BASE + route.path(), command(family, route));
        List<Rule> rules = families.stream()
                .flatMap(family -> family.rules().stream())
                .distinct()
                .collect(Collectors.toList());
        add(
                api,
                CorrectionReader.PATH,
                operation(schemas.taken(CorrectionRequest.class), CORRECTION_EXAMPLE, rules)
                        .summary("Correct a fact: replace it, or retract it")
                        .description(
                                "Covers all facts of the command that recorded it. The earlier facts stay on record,"
                                        + " and every read with an earlier knownAt still shows them."));
        Operation imports =
                Objects.requireNonNull(api.getPaths().get(ImportEndpoint.PATH)).getPost();
        // Lines are text to the document, though one line by itself is an object.
        imports.getRequestBody()
                .getContent()
                .values()
                .forEach(media -> media.examples(null).example(ImportEndpoint.LINE));
        for (String path : List.of(ImportEndpoint.PATH, SheetEndpoint.CSV_PATH, SheetEndpoint.XLSX_PATH))
            for (String status : List.of("409", "503"))
                Objects.requireNonNull(api.getPaths().get(path))
                        .getPost()
                        .getResponses()
                        .addApiResponse(status, importProblem(status));
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

    private ApiResponse importProblem(String status) {
        Schema<?> schema =
                schemas.of(TypeSchemas.generic(Problem.Extended.class, TypeSchemas.type(Imports.ImportReported.class)));
        boolean refused = status.equals("409");
        Problem problem = refused
                ? Problem.of(CommandProblem.IMPORT_REFUSED, "1 of 1 lines are refused; the first is line 1")
                : Problem.of(HttpProblem.LEDGER_UNAVAILABLE, "It is not known whether the line was recorded");
        Imports.ImportReported report = new Imports.ImportReported(
                new Imports.Report(false, 0, 0, 0, refused ? 1 : 0, 0, null, null, List.of(), null));
        return new ApiResponse()
                .description(
                        refused
                                ? "It stopped, or every line was refused: import-refused"
                                : "Try again later; the report shows how far the import got")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(schema)
                                        .example(FactSerializer.mapper()
                                                .convertValue(
                                                        new Problem.Extended<>(problem.body(), report),
                                                        Object.class))));
    }

    private static void add(OpenAPI api, String path, Operation operation) {
        PathItem item = api.getPaths().get(path);
        if (item == null) {
            item = new PathItem();
            api.getPaths().addPathItem(path, item);
        }
        item.setPost(operation);
    }

    private Operation command(Family<?, ?, ?> family, CommandRoute<?> route) {
        Operation operation = operation(body(route), route.example(), family.rules());
        String facts = route.facts().stream()
                .map(fact -> "`" + FactType.of(fact).typeName() + "`")
                .collect(Collectors.joining(", "));
        String does = schemas.types().words().of(route.command());
        boolean mayApprove = route.facts().stream().anyMatch(Approval.class::isAssignableFrom);
        operation
                .summary(route.summary())
                .description("%s Puts on record: %s.%s"
                        .formatted(
                                does,
                                facts,
                                mayApprove ? " An agent may not record a fact that approves something." : ""));
        route.variables()
                .forEach(name -> operation.addParametersItem(new Parameter()
                        .in("path")
                        .name(name)
                        .required(true)
                        .description("Id of the " + name)
                        .schema(new StringSchema().pattern(ID))));
        return operation;
    }

    private Operation operation(Schema<?> body, String example, List<? extends Rule> rules) {
        MediaType json =
                new MediaType().schema(body).example(FactSerializer.mapper().readValue(example, Object.class));
        return new Operation()
                .requestBody(
                        new RequestBody().required(true).content(new Content().addMediaType("application/json", json)))
                .responses(responses(rules))
                .addParametersItem(header("Idempotency-Key", "The same key and request give the first answer again"))
                .addParametersItem(
                        header(
                                "If-Match",
                                "ETags of the versions on which the sender may have decided, or *; \"0\" means that nothing was there"));
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(false)
                .schema(new StringSchema());
    }

    private ApiResponses responses(List<? extends Rule> rules) {
        Schema<?> receipt = schemas.of(Receipt.class);
        ApiResponse created = new ApiResponse()
                .description("On record")
                .content(new Content()
                        .addMediaType(
                                "application/json",
                                new MediaType()
                                        .schema(receipt)
                                        .example(FactSerializer.mapper().readValue(RECEIPT_EXAMPLE, Object.class))));
        HEADERS.forEach((name, meaning) ->
                created.addHeaderObject(name, new Header().description(meaning).schema(new StringSchema())));
        ApiResponses responses = new ApiResponses()
                .addApiResponse("201", created)
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("Everything in the request was already on record")
                                .content(new Content()
                                        .addMediaType(
                                                "application/json",
                                                new MediaType()
                                                        .schema(schemas.of(CommandRoutes.Unchanged.class))
                                                        .example(Map.of("facts", List.of())))));
        problems(rules)
                .forEach((status, description) -> responses.addApiResponse(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(schemas.of(Problem.Body.class))))));
        return responses;
    }

    /** By status the types of problem in which a command may end, all of them named. */
    private static Map<String, String> problems(List<? extends Rule> rules) {
        Stream<ProblemType> refusals = Stream.of(
                        rules,
                        List.of(AccessRule.values()),
                        List.of(ReferenceRule.values()),
                        List.of(LedgerRule.values()))
                .flatMap(Collection::stream)
                .map(RuleProblem::new);
        Stream<ProblemType> others = Stream.of(
                HttpProblem.MALFORMED_REQUEST,
                HttpProblem.UNKNOWN_PARAMETER,
                HttpProblem.NOT_AUTHENTICATED,
                HttpProblem.NOT_ALLOWED,
                HttpProblem.CHANGED_MEANWHILE,
                HttpProblem.UNREADABLE_FACT,
                CommandProblem.KNOWN_AT_REFUSED,
                HttpProblem.STALE_VERSION,
                HttpProblem.TOO_LARGE,
                HttpProblem.UNSUPPORTED_MEDIA_TYPE,
                HttpProblem.TOO_MANY_ATTEMPTS,
                HttpProblem.KEY_REUSED,
                HttpProblem.BUSY,
                HttpProblem.LEDGER_UNAVAILABLE);
        Map<String, List<String>> byStatus = new LinkedHashMap<>();
        Stream.concat(others, refusals).forEach(type -> {
            List<String> slugs = byStatus.computeIfAbsent(String.valueOf(type.status()), _ -> new ArrayList<>());
            if (!slugs.contains(type.slug())) slugs.add(type.slug());
        });
        Map<String, String> described = new LinkedHashMap<>();
        byStatus.forEach((status, slugs) -> described.put(status, String.join(", ", slugs)));
        return described;
    }

    private Schema<?> body(CommandRoute<?> route) {
        Class<? extends Command> command = route.command();
        List<Member> members = new ArrayList<>();
        for (Member member : schemas.types().members(command)) {
            if (member.name().equals("provenance") || route.variables().contains(member.name())) continue;
            boolean names = member.name().equals(route.names());
            boolean required = member.required() && !names && !mayBeLeftOut(member.schema());
            members.add(member(names ? "id" : member.name(), names ? id() : member.schema(), required));
        }
        for (Member member : schemas.types().members(Provenance.class))
            members.add(member(
                    member.name().equals("precision") ? "datePrecision" : member.name(), member.schema(), false));
        members.add(member("knownAt", text("Instant or date; only from a migrator"), false));
        if (route.takesRecords())
            members.add(member(
                    RecordsReader.MEMBER,
                    schemas.types().of(TypeSchemas.generic(List.class, TypeSchemas.type(JointCommand.class))),
                    false));
        return schemas.schema(schemas.types().define(command.getSimpleName(), TypeSchemas.object(members)));
    }

    /** What may be left out may be null as well. */
    private static Member member(String name, ObjectNode schema, boolean required) {
        return new Member(name, required ? schema : TypeSchemas.orNull(schema), required);
    }

    /** A list or a map that is left out is empty. */
    private static boolean mayBeLeftOut(ObjectNode schema) {
        String type = schema.path("type").asString("");
        return type.equals("array") || type.equals("object");
    }

    private static ObjectNode id() {
        return text("1 to 64 of A-Z a-z 0-9 . _ -; generated if left out").put("pattern", ID);
    }

    private static ObjectNode text(String description) {
        return JsonNodeFactory.instance.objectNode().put("type", "string").put("description", description);
    }
}
