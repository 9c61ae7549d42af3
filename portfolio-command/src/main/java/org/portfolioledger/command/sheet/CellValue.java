package org.portfolioledger.command.sheet;

import tools.jackson.databind.JsonNode;

/** What a cell of a mapped column says. */
sealed interface CellValue {

    /** A value, as a member of a body and as part of a text. */
    record Stated(JsonNode json, String text) implements CellValue {}

    /** What cannot be read, in words that follow the name of the column. */
    record Unreadable(String fault) implements CellValue {}
}
