package org.portfolioledger.http.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One OpenAPI document as a contract: tells what of a request or an answer is not as it has it. */
public final class ApiContract {

    private static final JsonMapper JSON = FactSerializer.mapper();
    private static final String ADDRESS = "https://ledger.example/openapi";
    private static final String PROBLEM = "/components/schemas/Problem";

    private final JsonNode document;
    private final List<Operation> operations;
    private final Schema whole;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private record Operation(String method, String template, Pattern path, long variables, JsonNode described) {}

    public ApiContract(JsonNode document) {
        this.document = document;
        this.operations = document.required("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> operation(method.getKey(), path.getKey(), method.getValue())))
                // What a path says in words goes before what it takes as a variable.
                .sorted(Comparator.comparingLong(Operation::variables))
                .toList();
        // Read once: the registry would read the document anew for each part that is asked for.
        this.whole = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of(ADDRESS, document.toString()))
                                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build()))
                .getSchema(SchemaLocation.of(ADDRESS));
    }

    private static Operation operation(String method, String template, JsonNode described) {
        String path = Pattern.compile("\\{\\w+}")
                .splitAsStream(template)
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]+"));
        if (template.endsWith("}")) path += "[^/]+";
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                template,
                Pattern.compile(path),
                template.chars().filter(c -> c == '{').count(),
                described);
    }

    /** Whether the document has the operation. */
    public boolean has(String method, String path) {
        return find(method, path).isPresent();
    }

    private Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.path().matcher(path).matches())
                .findFirst();
    }

    /** What of an answer is not as its operation has it; empty if all is. */
    public List<String> misfits(String method, String path, int status, @Nullable String mediaType, byte[] body) {
        Operation operation = find(method, path).orElseThrow(() -> new AssertionError("no " + method + " " + path));
        String template = escaped(operation.template());
        String type = String.valueOf(mediaType).replaceFirst(";.*", "");
        JsonNode answer = operation.described().path("responses").path(String.valueOf(status));
        if (answer.isMissingNode() && status < 400) return List.of("no answer " + status + " is described");
        if (answer.isMissingNode()) return misfits(PROBLEM, body);
        JsonNode content = answer.path("content");
        if (content.isEmpty()) return body.length == 0 ? List.of() : List.of("a " + status + " has no body");
        if (!content.has(type)) return List.of("no " + type + " is described for " + status);
        return misfits(
                "/paths/%s/%s/responses/%s/content/%s/schema"
                        .formatted(template, operation.method().toLowerCase(Locale.ROOT), status, escaped(type)),
                body);
    }

    /** What of a JSON body that was taken is not as its operation has it; in what it holds, null is left out. */
    public List<String> misfitsOfTaken(String method, String path, byte[] body) {
        Operation operation = find(method, path).orElseThrow(() -> new AssertionError("no " + method + " " + path));
        if (operation.described().at("/requestBody/content/application~1json").isMissingNode()) return List.of();
        String template = escaped(operation.template());
        return misfits(
                "/paths/%s/%s/requestBody/content/application~1json/schema"
                        .formatted(template, operation.method().toLowerCase(Locale.ROOT)),
                withoutNulls(body));
    }

    private static byte[] withoutNulls(byte[] body) {
        JsonNode sent = JSON.readTree(body);
        sent.forEach(ApiContract::dropNulls);
        return sent.toString().getBytes(UTF_8);
    }

    private static void dropNulls(JsonNode part) {
        if (part instanceof ObjectNode object)
            object.remove(object.propertyStream()
                    .filter(member -> member.getValue().isNull())
                    .map(Map.Entry::getKey)
                    .toList());
        part.forEach(ApiContract::dropNulls);
    }

    /** Examples in the document that are not as it has it. */
    public List<String> misfitsOfExamples() {
        List<String> misfits = new ArrayList<>();
        for (Operation operation : operations) {
            String at = "/paths/%s/%s"
                    .formatted(escaped(operation.template()), operation.method().toLowerCase(Locale.ROOT));
            misfitsOfExamples(at + "/requestBody/content", misfits);
            for (String status : operation.described().path("responses").propertyNames())
                misfitsOfExamples("%s/responses/%s/content".formatted(at, status), misfits);
        }
        return misfits;
    }

    private void misfitsOfExamples(String content, List<String> misfits) {
        for (String type : document.at(content).propertyNames()) {
            String media = content + "/" + escaped(type);
            JsonNode example = document.at(media).path("example");
            if (example.isMissingNode()) continue;
            misfits(media + "/schema", example.toString().getBytes(UTF_8))
                    .forEach(misfit -> misfits.add(media + " " + misfit));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private List<String> misfits(String pointer, byte[] body) {
        if (document.at(pointer).isMissingNode()) return List.of("no schema is at " + pointer);
        Schema schema =
                compiled.computeIfAbsent(pointer, at -> whole.getRefSchema(SchemaLocation.Fragment.of("#" + at)));
        List<String> misfits = new ArrayList<>();
        for (Error error : schema.validate(new String(body, UTF_8), InputFormat.JSON))
            misfits.add(error.getInstanceLocation() + ": " + error.getMessage());
        return misfits;
    }
}
