package org.portfolioledger.command.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Problem;
import tools.jackson.databind.node.ObjectNode;

/** What an import takes its commands from, in order: a file of lines, or the rows of a spreadsheet. */
interface ImportSource extends Closeable {

    /** Whether something of what is next can be read without waiting for it. */
    boolean hasArrived() throws IOException;

    /** The next lines that are recorded together or not at all, as those of a row; none at the end. */
    List<Sent> next() throws IOException;

    @Override
    default void close() throws IOException {}

    /** A line as it was read: what it asks for, or why it cannot be read. */
    sealed interface Sent {
        /** Of the line in the file, from 1. */
        long number();

        /** In bytes. */
        int length();

        /** Null if it has none. */
        @Nullable
        String key();
    }

    /**
     * A command.
     *
     * @param columns headers of the columns of a spreadsheet from which a member of the body comes, by its pointer
     */
    record Command(long number, int length, String key, String post, ObjectNode body, Map<String, List<String>> columns)
            implements Sent {}

    /**
     * What cannot be read.
     *
     * @param columns headers of the columns of a spreadsheet that cannot be read
     */
    record Unreadable(long number, int length, @Nullable String key, Problem problem, List<String> columns)
            implements Sent {}
}
