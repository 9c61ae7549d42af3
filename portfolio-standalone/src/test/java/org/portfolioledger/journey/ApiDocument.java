package org.portfolioledger.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What one half's OpenAPI document lists. */
record ApiDocument(List<Operation> operations) {

    /** Ids of what {@link Council} puts on record, by the names that paths give them. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("register", "ACME"),
            Map.entry("portfolio", "PF"),
            Map.entry("initiative", "PG-1"),
            Map.entry("board", "BD-INV"),
            Map.entry("businessCase", "BC-1"),
            Map.entry("dependency", "DEP-1"),
            Map.entry("document", "DOC-1"),
            Map.entry("action", "ACT-1"),
            Map.entry("review", "RV-1"),
            Map.entry("appointment", "SRO-1"),
            Map.entry("meeting", "M-1"),
            Map.entry("delegation", "DG-1"),
            Map.entry("equalityAssessment", "EIA-1"),
            Map.entry("accountingAssessment", "AOA-1"),
            Map.entry("vacancyRequest", "VAC-1"),
            Map.entry("deliveryPlan", "PLAN-1"),
            Map.entry("externalRequest", "REQ-1"),
            Map.entry("reportingCycle", "RC-1"),
            Map.entry("contract", "CON-1"),
            Map.entry("outsideDecision", "OD-1"),
            Map.entry("workforceControl", "WC-1"),
            Map.entry("risk", "R-1"),
            Map.entry("benefit", "BEN-1"),
            Map.entry("measure", "ME-1"),
            Map.entry("budget", "BU-1"),
            Map.entry("mapping", "MAP-1"),
            Map.entry("protectiveMarking", "PM-1"),
            Map.entry("post", "PO-1"));

    /** What {@code {id}} stands for below each collection. */
    private static final Map<String, String> OF_COLLECTION = Map.ofEntries(
            Map.entry("registers", "ACME"),
            Map.entry("portfolios", "PF"),
            Map.entry("initiatives", "PG-1"),
            Map.entry("boards", "BD-INV"),
            Map.entry("business-cases", "BC-1"),
            Map.entry("dependencies", "DEP-1"),
            Map.entry("documents", "DOC-1"),
            Map.entry("actions", "ACT-1"),
            Map.entry("reviews", "RV-1"),
            Map.entry("people", "p-former"),
            Map.entry("meetings", "M-1"),
            Map.entry("posts", "PO-1"));

    /** What the last variable of these stands for. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("scheme", "RAG:1"),
            Map.entry("role", "SRO"),
            Map.entry("rating", "OVERALL:SRO"),
            Map.entry("criterion", "OVERALL"),
            Map.entry("assessor", "SRO"),
            Map.entry("decision", "D-1"),
            Map.entry("recommendation", "REC-1"),
            Map.entry("item", "IT-1"),
            Map.entry("milestone", "HANDOVER"),
            Map.entry("lot", "LOT-1"),
            Map.entry("baseline", "1"),
            Map.entry("condition", "C-1"),
            Map.entry("version", "1"),
            Map.entry("position", "1"),
            Map.entry("type", "register-opened"));

    /**
     * One method of one path.
     *
     * @param path with its variables, below {@code /api/v1}
     * @param example a body; missing where the document has none
     * @param parameters names of its query parameters
     * @param statuses of the answers that the document has
     */
    record Operation(
            String method,
            String path,
            JsonNode example,
            JsonNode schema,
            List<String> parameters,
            Set<Integer> statuses) {

        /** The path of what {@link Council} put on record. */
        String concrete() {
            String concrete = path;
            for (String variable : variables()) concrete = concrete.replace("{" + variable + "}", known(variable));
            return concrete;
        }

        /** The same with what it must be asked besides. */
        String question() {
            if (path.endsWith("/series")) return concrete() + "?from=2026-01-01&to=2026-06-30&known=NOW";
            if (path.equals("/access/rights"))
                return path + "?command=/api/v1/initiatives/%7Binitiative%7D/renames&entity=initiative-PG-1";
            return concrete() + (isBetweenPoints() ? "?from=position:1&to=position:10" : "");
        }

        /** Whether it asks what is different between two points. */
        private boolean isBetweenPoints() {
            return path.equals("/changes")
                    || path.equals("/portfolios/{portfolio}/changes")
                    || path.endsWith("/risk-movements")
                    || path.endsWith("/dependency-changes");
        }

        private String known(String variable) {
            if (path.startsWith("/business-cases") && variable.equals("decision")) return Council.DECISION_ON_CASE;
            if (path.startsWith("/decisions")) return Council.DECISION_ON_CASE;
            if (variable.equals("id")) return OF_COLLECTION.getOrDefault(path.split("/", -1)[1], "ACME");
            if (path.startsWith("/initiatives") && variable.equals("scheme")) return "GMPP";
            // A read names a version of a scheme, a command the scheme.
            if (method.equals("POST") && variable.equals("scheme")) return "RAG";
            return IDS.getOrDefault(variable, PARTS.getOrDefault(variable, "1"));
        }

        /** The path with another id in one variable's place. */
        String with(String variable, String id) {
            return path.replace("{" + variable + "}", id)
                    .transform(rest -> new Operation(method, rest, example, schema, parameters, statuses).concrete());
        }

        List<String> variables() {
            return java.util.regex.Pattern.compile("\\{(\\w+)}")
                    .matcher(path)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        boolean takesJson() {
            return !example.isMissingNode() || path.equals("/people");
        }
    }

    static ApiDocument of(Caller half) {
        JsonNode document = half.page();
        JsonNode paths = document.required("paths");
        List<Operation> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (!path.getKey().startsWith("/api/v1")) continue;
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode body = method.getValue().at("/requestBody/content/application~1json");
                List<String> parameters = new ArrayList<>();
                for (JsonNode parameter : method.getValue().path("parameters"))
                    if (parameter.path("in").asString("").equals("query"))
                        parameters.add(parameter.required("name").asString());
                found.add(new Operation(
                        method.getKey().toUpperCase(java.util.Locale.ROOT),
                        path.getKey().substring("/api/v1".length()),
                        body.path("example"),
                        resolved(document, body.path("schema")),
                        parameters,
                        method.getValue().path("responses").propertyNames().stream()
                                .map(Integer::valueOf)
                                .collect(Collectors.toSet())));
            }
        }
        return new ApiDocument(found);
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has("$ref")
                ? document.at(schema.required("$ref").asString().substring(1))
                : schema;
    }

    List<Operation> all(String method) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .toList();
    }
}
