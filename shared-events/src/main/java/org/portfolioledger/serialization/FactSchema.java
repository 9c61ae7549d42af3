package org.portfolioledger.serialization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One revision in which facts of a type may be on record, and its JSON Schema (2020-12), which is kept for ever. */
public record FactSchema(FactType type, int revision) {

    /** Every revision of every type, in the order of the types. */
    public static Stream<FactSchema> all() {
        return Arrays.stream(FactType.values())
                .flatMap(type ->
                        IntStream.rangeClosed(1, type.revision()).mapToObj(revision -> new FactSchema(type, revision)));
    }

    /** The schema, JSON in UTF-8. It refers to that of another fact as {@code ../{type}/{revision}}. */
    public byte[] bytes() {
        try (InputStream stored = FactSchema.class.getResourceAsStream("/schemas/" + file())) {
            if (stored == null) throw new IllegalStateException("no schema " + file());
            return stored.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String file() {
        return type.typeName() + "." + revision + ".json";
    }

    @Override
    public String toString() {
        return file();
    }
}
