package org.portfolioledger.serialization;

import org.portfolioledger.vocabulary.FinancialYear;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a financial year as text, and in no other form. */
final class FinancialYearReader extends ValueDeserializer<FinancialYear> {

    @Override
    public FinancialYear deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING)
            return (FinancialYear) context.handleUnexpectedToken(FinancialYear.class, parser);
        String text = parser.getString();
        return FinancialYear.isOne(text)
                ? FinancialYear.parse(text)
                : (FinancialYear) context.handleWeirdStringValue(FinancialYear.class, text, FinancialYear.WANTED);
    }
}
