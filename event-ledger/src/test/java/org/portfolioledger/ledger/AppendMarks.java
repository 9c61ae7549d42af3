package org.portfolioledger.ledger;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Which writers are inside an append, and how many were answered, in memory that a kill of their process leaves as it was. */
final class AppendMarks {

    private static final int ANSWERED = AppendingProcess.WRITERS;

    private final MappedByteBuffer marks;

    AppendMarks(Path folder) throws IOException {
        try (var file = FileChannel.open(
                folder.resolve("marks"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            marks = file.map(MapMode.READ_WRITE, 0, ANSWERED + Integer.BYTES);
        }
    }

    void enter(int writer) {
        marks.put(writer, (byte) 1);
    }

    void leave(int writer) {
        marks.put(writer, (byte) 0);
    }

    synchronized void answer() {
        marks.putInt(ANSWERED, answered() + 1);
    }

    /** How many commands were answered since the marks were cleared. */
    int answered() {
        return marks.getInt(ANSWERED);
    }

    /** How many are inside. */
    int inside() {
        int inside = 0;
        for (int writer = 0; writer < AppendingProcess.WRITERS; writer++) inside += marks.get(writer);
        return inside;
    }

    void clear() {
        for (int writer = 0; writer < AppendingProcess.WRITERS; writer++) leave(writer);
        marks.putInt(ANSWERED, 0);
    }
}
