package org.portfolioledger.ledger;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one writer sent and what it was told, in a file that outlives whoever is killed: command {@code n} is written down
 * before it is sent, and its positions when they are known.
 */
final class Journal {

    private static final String END = ";";

    /** A command that was acknowledged, and the positions that were told. */
    record Acknowledged(int n, long first, long last) {}

    private final Path file;
    private final List<Integer> sent = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    Journal(Path folder, int writer) throws IOException {
        file = folder.resolve("writer-" + writer);
        if (Files.exists(file)) Files.readAllLines(file).forEach(this::read);
    }

    private void read(String line) {
        String[] words = line.split(" ", 5);
        // A line that a kill cut off says nothing.
        if (!line.endsWith(END)) return;
        switch (words[0]) {
            case "sent" -> sent.add(Integer.valueOf(words[1]));
            case "acknowledged" ->
                acknowledged.add(new Acknowledged(
                        Integer.parseInt(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3])));
            default -> wrong.add(line);
        }
    }

    /** Once for each time. */
    List<Integer> sent() {
        return sent;
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** Answers that no command of the writer may get. */
    List<String> wrong() {
        return wrong;
    }

    /** The first command without an acknowledgement; it may have been sent. */
    int next() {
        return acknowledged.size();
    }

    OutputStream open() throws IOException {
        return new FileOutputStream(file.toFile(), true);
    }

    static void sends(OutputStream journal, int n) throws IOException {
        write(journal, "sent " + n);
    }

    static void isTold(OutputStream journal, int n, long first, long last) throws IOException {
        write(journal, "acknowledged %s %s %s".formatted(n, first, last));
    }

    static void isWronged(OutputStream journal, int n, Object answer) throws IOException {
        write(journal, "wrong %s %s".formatted(n, answer));
    }

    private static void write(OutputStream journal, String line) throws IOException {
        journal.write(("\n" + line + " " + END).getBytes(StandardCharsets.UTF_8));
        journal.flush();
    }
}
