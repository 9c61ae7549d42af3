package org.portfolioledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that the user names on the command line. */
final class InputFile {

    /** Reads something out of the bytes of a file. */
    @FunctionalInterface
    interface Format<T> {
        T parse(byte[] bytes) throws Malformed;
    }

    private InputFile() {}

    static Path path(String name) throws UnreadableInput {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UnreadableInput("No file can have the name " + name + ".");
        }
    }

    /** @param most bytes that such a file can have */
    static byte[] bytes(String name, int most) throws UnreadableInput {
        try (InputStream in = Files.newInputStream(path(name))) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0)
                throw new UnreadableInput(name + " is longer than " + Printable.count(most, "byte") + ".");
            return bytes;
        } catch (NoSuchFileException e) {
            throw new UnreadableInput("There is no file " + name + ".");
        } catch (IOException e) {
            throw new UnreadableInput(name + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** @param what the file must be, with its article */
    static <T> T parse(String name, String what, int most, Format<T> format) throws UnreadableInput {
        try {
            return format.parse(bytes(name, most));
        } catch (Malformed e) {
            throw new UnreadableInput(name + " is not " + what + ": " + e.getMessage() + ".");
        }
    }
}
