package org.portfolioledger.command.sheet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portfolioledger.command.mapping.RowText;
import org.portfolioledger.command.mapping.RowText.Known;
import org.portfolioledger.command.sheet.CellValue.Stated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What stands for the names in the texts of a mapping, for one row.
 *
 * @param cells by column; those that cannot be read are no words
 */
record RowWords(Map<String, CellValue> cells, Map<Known, String> known) {

    /** The same for an initiative. */
    RowWords of(String initiative) {
        Map<Known, String> more = new EnumMap<>(known);
        more.put(Known.INITIATIVE, initiative);
        return new RowWords(cells, more);
    }

    boolean states(String column) {
        return cells.get(column) instanceof Stated;
    }

    /** A text with its names replaced; empty if one of them stands for nothing. */
    Optional<String> text(RowText text) {
        StringBuilder whole = new StringBuilder();
        for (RowText.Part part : text.parts()) {
            Optional<String> words = words(part);
            if (words.isEmpty()) return Optional.empty();
            whole.append(words.get());
        }
        return Optional.of(whole.toString());
    }

    /** The same as a member of a body: what stands for a cell alone is of the kind of its column. */
    Optional<JsonNode> value(RowText text) {
        List<RowText.Part> parts = text.parts();
        if (parts.size() == 1 && parts.getFirst() instanceof RowText.OfColumn alone && !alone.asText())
            return cells.get(alone.column()) instanceof Stated stated ? Optional.of(stated.json()) : Optional.empty();
        return text(text).map(JsonNodeFactory.instance::stringNode);
    }

    private Optional<String> words(RowText.Part part) {
        return switch (part) {
            case RowText.Words words -> Optional.of(words.text());
            case RowText.OfColumn column ->
                cells.get(column.column()) instanceof Stated stated ? Optional.of(stated.text()) : Optional.empty();
            case RowText.OfRow row -> Optional.ofNullable(known.get(row.known()));
            default -> Optional.empty();
        };
    }
}
