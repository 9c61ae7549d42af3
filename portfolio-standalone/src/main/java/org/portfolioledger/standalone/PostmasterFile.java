package org.portfolioledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's {@code postmaster.pid}: who serves a database directory, or served it before a crash. */
record PostmasterFile(Path database) {
    /** Above every kernel's highest process number. */
    private static final String NOBODY = "99999999";

    long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(file()).getFirst().strip());
    }

    int port() throws IOException {
        return Integer.parseInt(Files.readAllLines(file()).get(3).strip());
    }

    /**
     * Makes a file that a dead server left name nobody, or PostgreSQL refuses to start if its number is in use again.
     * The other lines stay: by them PostgreSQL sees whether a child of the dead server still holds its shared memory.
     */
    void disown() throws IOException {
        final List<String> lines = Files.exists(file()) ? new ArrayList<>(Files.readAllLines(file())) : List.of();
        if (!lines.isEmpty()) {
            lines.set(0, NOBODY);
            final Path disowned = Files.write(database.resolve("postmaster.pid.disowned"), lines);
            Files.move(disowned, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path file() {
        return database.resolve("postmaster.pid");
    }
}
