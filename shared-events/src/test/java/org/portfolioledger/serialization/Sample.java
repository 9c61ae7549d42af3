package org.portfolioledger.serialization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** A fact as it was stored once: kept for ever, so that every revision ever written can be read. */
record Sample(FactType type, int revision) {

    /** One sample of every revision of every type. */
    static Stream<Sample> all() {
        return FactSchema.all().map(schema -> new Sample(schema.type(), schema.revision()));
    }

    /** The present revision of one type. */
    static Sample of(FactType type) {
        return new Sample(type, type.revision());
    }

    byte[] bytes() {
        try (InputStream stored = Sample.class.getResourceAsStream("/samples/" + file())) {
            if (stored == null) throw new AssertionError("no sample " + file() + ": store one, and keep it for ever");
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
