package org.portfolioledger.command.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON that may be anything, and refuses what no record could keep: control characters, halves of characters, numbers beyond reason. */
final class JsonText {

    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_DIGITS = 40;

    private final JsonMapper json = FactSerializer.mapper();

    /**
     * Reads one JSON object.
     *
     * @throws Problem MALFORMED_REQUEST with a pointer to every fault
     */
    ObjectNode object(byte[] body) {
        JsonNode tree;
        try {
            tree = json.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException _) {
            throw Problem.of(HttpProblem.MALFORMED_REQUEST, "The body is not encoded in UTF-8");
        } catch (JacksonException fault) {
            throw JsonFaults.malformed(fault);
        } catch (NumberFormatException fault) {
            throw Problem.of(HttpProblem.MALFORMED_REQUEST, "The body holds a number that none could be");
        }
        if (!(tree instanceof ObjectNode object))
            throw Problem.of(HttpProblem.MALFORMED_REQUEST, "The body is no JSON object");
        List<Problem.At> faults = new ArrayList<>();
        collect(object, "", faults);
        if (!faults.isEmpty())
            throw Problem.of(HttpProblem.MALFORMED_REQUEST, "The body holds what cannot be kept", faults);
        return object;
    }

    private static void collect(JsonNode node, String pointer, List<Problem.At> faults) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String part = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
                text(field.getKey(), part, faults);
                collect(field.getValue(), part, faults);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode element = node.get(i);
                if (element.isNull()) faults.add(Problem.At.body(pointer + "/" + i, "is null"));
                collect(element, pointer + "/" + i, faults);
            }
        } else if (node.isString()) {
            text(node.asString(), pointer, faults);
        } else if (node.isNumber()) {
            var number = node.decimalValue();
            if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS)
                faults.add(Problem.At.body(pointer, "has more than " + MOST_DIGITS + " digits"));
        }
    }

    private static void text(String text, String pointer, List<Problem.At> faults) {
        if (text.length() > LONGEST_TEXT)
            faults.add(Problem.At.body(pointer, "is longer than " + LONGEST_TEXT + " characters"));
        boolean unkeepable = text.codePoints().anyMatch(JsonText::isUnkeepable);
        if (unkeepable) faults.add(Problem.At.body(pointer, "holds a control character or half a character"));
    }

    private static boolean isUnkeepable(int c) {
        boolean control = c < ' ' && c != '\n' && c != '\t' && c != '\r';
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        return control || half || c == 0x7F;
    }
}
