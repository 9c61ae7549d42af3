package org.portfolioledger.query.row;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a stored row is not what the facts make it.
 *
 * @param valid range of days
 * @param known range of positions
 * @param stored the whole row with every column; null: there is none
 * @param folded the whole row as the facts make it; null: they make none
 */
public record RowDifference(
        String kind,
        String id,
        String valid,
        String known,
        @Nullable JsonNode stored,
        @Nullable JsonNode folded) {

    private static final JsonMapper JSON = FactSerializer.mapper();

    static List<RowDifference> read(@Nullable String stored) {
        return stored == null ? List.of() : List.of(JSON.readValue(stored, RowDifference[].class));
    }

    /** The stream from whose facts it comes. */
    public String stream() {
        if (!kind.equals(Entity.CORRECTION)) return new EntityName(kind, id).stream();
        JsonNode shown = stored == null ? Objects.requireNonNull(folded) : stored;
        return shown.path("refs").path(0).asString("");
    }

    /** Where it is, in a line. */
    String place() {
        return "%s %s, valid %s, known %s".formatted(kind, id, valid, known);
    }
}
