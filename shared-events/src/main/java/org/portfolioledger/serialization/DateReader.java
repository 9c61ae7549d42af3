package org.portfolioledger.serialization;

import java.time.DateTimeException;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a date as ISO 8601 writes it, as text and in no other form. */
final class DateReader extends ValueDeserializer<LocalDate> {

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING)
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        String text = parser.getString();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "is not a date");
        }
    }
}
