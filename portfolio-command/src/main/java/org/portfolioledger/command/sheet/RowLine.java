package org.portfolioledger.command.sheet;

import java.util.List;
import java.util.Map;
import org.portfolioledger.http.Problem;
import tools.jackson.databind.node.ObjectNode;

/** What a row is sent as. */
public sealed interface RowLine {

    /** On which the row begins. */
    long line();

    /**
     * A command.
     *
     * @param post path with its leading {@code /api/v1}
     * @param columns headers of the columns from which a member comes, by its pointer
     */
    record RowCommand(long line, String key, String post, ObjectNode body, Map<String, List<String>> columns)
            implements RowLine {}

    /**
     * What no command can be made of.
     *
     * @param columns headers of the columns at fault
     */
    record RowFault(long line, Problem problem, List<String> columns) implements RowLine {}
}
