package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.portfolioledger.query.answer.Rows.Found;
import org.portfolioledger.vocabulary.DatePrecision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the state of a row into the JSON of an answer.
 *
 * @param asOf the day that is asked about
 * @param corrected positions of facts that no longer stand, as known then
 */
public record Rendering(LocalDate asOf, Set<Long> corrected) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Whether a node is a value with the fact on which it rests. */
    public static boolean isGrounded(JsonNode node) {
        return node.has("value") && node.has("since") && node.has("fact");
    }

    /** Where a value stands among those of its day: where the first fact stood that its fact corrects. */
    public static long place(JsonNode grounded) {
        return grounded.path("inPlaceOf").asLong(grounded.path("fact").asLong(0));
    }

    /** Goes through the values of a state that have grounds. */
    public static void forEachGrounded(JsonNode state, Consumer<JsonNode> look) {
        if (isGrounded(state)) look.accept(state);
        for (JsonNode child : state) forEachGrounded(child, look);
    }

    /** The same for another day. */
    Rendering on(LocalDate day) {
        return new Rendering(day, corrected);
    }

    /** A row as an item: its id and register, what it was, and what should not be overlooked. */
    public ObjectNode item(Found row) {
        ObjectNode item = NODES.objectNode();
        item.put("id", row.id());
        item.put("register", row.register());
        render(row.state()).forEachEntry((name, member) -> {
            // A state names its own id after its kind.
            boolean isOwnId = member.isString() && name.equalsIgnoreCase(row.kind());
            if (!isOwnId) item.set(name, member);
        });
        item.set(Alert.MEMBER, Alert.names(Alert.of(item)));
        return item;
    }

    /** The state as it is shown. */
    public JsonNode render(JsonNode state) {
        return switch (state) {
            case ObjectNode object when isGrounded(object) -> grounded(object);
            case ObjectNode object -> {
                ObjectNode rendered = NODES.objectNode();
                object.forEachEntry((name, member) -> rendered.set(name, render(member)));
                yield rendered;
            }
            case ArrayNode array -> {
                ArrayNode rendered = NODES.arrayNode();
                for (JsonNode element : array) rendered.add(render(element));
                yield rendered;
            }
            default -> state;
        };
    }

    private ObjectNode grounded(ObjectNode stored) {
        LocalDate since = LocalDate.parse(stored.get("since").asString());
        ObjectNode shown = NODES.objectNode();
        shown.set("value", render(stored.get("value")));
        shown.set("since", stored.get("since"));
        shown.set("fact", stored.get("fact"));
        copy(stored, "inPlaceOf", shown, "inPlaceOf");
        copy(stored, "precision", shown, "datePrecision");
        copy(stored, "inferred", shown, "inferred");
        copy(stored, "dateQualifier", shown, "dateQualifier");
        if (isImprecise(stored.path("precision"), since)) shown.put("imprecise", true);
        if (since.isAfter(asOf)) shown.set("statedFrom", stored.get("since"));
        copy(stored, "unmetRules", shown, "unmetRules");
        copy(stored, "restsOn", shown, "restsOn");
        TreeSet<Long> fallen = new TreeSet<>();
        for (JsonNode position : stored.path("restsOn")) {
            if (corrected.contains(position.asLong())) fallen.add(position.asLong());
        }
        if (!fallen.isEmpty()) {
            ArrayNode positions = shown.putArray("restsOnCorrected");
            fallen.forEach(positions::add);
        }
        return shown;
    }

    private boolean isImprecise(JsonNode precision, LocalDate since) {
        if (!precision.isString()) return false;
        LocalDate end = switch (DatePrecision.valueOf(precision.asString())) {
            case DAY -> since;
            case MONTH -> since.plusMonths(1);
            case QUARTER -> since.plusMonths(3);
            case HALF_YEAR -> since.plusMonths(6);
            case YEAR -> since.plusYears(1);
        };
        return !asOf.isBefore(since) && asOf.isBefore(end);
    }

    private static void copy(ObjectNode from, String stored, ObjectNode to, String shown) {
        JsonNode member = from.get(stored);
        if (member != null && !member.isNull()) to.set(shown, member);
    }
}
