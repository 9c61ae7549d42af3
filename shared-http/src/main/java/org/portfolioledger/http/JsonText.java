package org.portfolioledger.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON that may be anything into {@link CleanText clean} texts, and refuses what no record could keep. */
public final class JsonText {

    private static final int LONGEST_TEXT = SizeLimit.TEXT.most();
    private static final int MOST_DIGITS = SizeLimit.DIGITS.most();

    /** More than one body needs. */
    private static final int MOST_FAULTS = 50;

    private static final String MARK = "\uFEFF";

    /** Stands for a text that no record could keep. */
    private static final String HARMLESS = "x";

    private final JsonMapper json = FactSerializer.mapper();

    /**
     * Reads one JSON object; a byte order mark before it is skipped.
     *
     * @throws Problem MALFORMED_REQUEST with a pointer to every fault
     */
    public ObjectNode object(byte[] body) {
        return object(body, _ -> List.of());
    }

    /**
     * The same, with what else is wrong.
     *
     * @param others finds that; it is asked only if something is wrong, and gets the object with something harmless in the
     *     place of what is
     */
    public ObjectNode object(byte[] body, Function<ObjectNode, List<Problem.At>> others) {
        JsonNode tree;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            tree = json.readTree(text.startsWith(MARK) ? text.substring(MARK.length()) : text);
        } catch (CharacterCodingException _) {
            throw JsonFaults.malformed("", "is not encoded in UTF-8");
        } catch (MismatchedInputException _) {
            throw JsonFaults.malformed("", "must end after the JSON object");
        } catch (JacksonException fault) {
            throw JsonFaults.malformed(fault);
        } catch (NumberFormatException fault) {
            throw JsonFaults.malformed("", "holds a number with more than " + MOST_DIGITS + " digits");
        }
        List<Problem.At> faults = new ArrayList<>();
        JsonNode clean = clean(tree, "", faults);
        if (!(clean instanceof ObjectNode object)) throw JsonFaults.malformed("", "must be a JSON object");
        if (faults.isEmpty()) return object;
        Set<String> told = faults.stream().map(JsonText::place).collect(Collectors.toSet());
        others.apply(object).stream().filter(other -> told.add(place(other))).forEach(faults::add);
        throw JsonFaults.malformed(faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
    }

    /**
     * An object that did not come as text, with its texts made clean.
     *
     * @throws Problem MALFORMED_REQUEST with a pointer to every text and number that no record could keep
     */
    public ObjectNode clean(ObjectNode made) {
        List<Problem.At> faults = new ArrayList<>();
        JsonNode clean = clean(made, "", faults);
        if (!faults.isEmpty()) throw JsonFaults.malformed(faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
        return (ObjectNode) clean;
    }

    private static String place(Problem.At fault) {
        return String.valueOf(fault.pointer());
    }

    private JsonNode clean(JsonNode node, String pointer, List<Problem.At> faults) {
        if (node instanceof ObjectNode object) return members(object, pointer, faults);
        if (node instanceof ArrayNode array) return elements(array, pointer, faults);
        if (node.isString()) {
            int before = faults.size();
            String text = text(node.asString(), pointer, faults);
            return json.getNodeFactory().stringNode(faults.size() == before ? text : HARMLESS);
        }
        if (node.isNumber()) {
            var number = node.decimalValue();
            if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
                faults.add(Problem.At.body(pointer, "has more than " + MOST_DIGITS + " digits"));
                return json.getNodeFactory().numberNode(1);
            }
        }
        return node;
    }

    private JsonNode members(ObjectNode object, String pointer, List<Problem.At> faults) {
        ObjectNode clean = json.createObjectNode();
        object.properties().forEach(member -> {
            String part = pointer + "/" + JsonFaults.escaped(member.getKey());
            String name = text(member.getKey(), part, faults);
            if (clean.has(name)) faults.add(Problem.At.body(part, "is there twice"));
            clean.set(name, clean(member.getValue(), part, faults));
        });
        return clean;
    }

    private JsonNode elements(ArrayNode array, String pointer, List<Problem.At> faults) {
        ArrayNode clean = json.createArrayNode();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).isNull()) faults.add(Problem.At.body(pointer + "/" + i, "is null"));
            clean.add(clean(array.get(i), pointer + "/" + i, faults));
        }
        return clean;
    }

    private static String text(String sent, String pointer, List<Problem.At> faults) {
        String text = CleanText.of(sent);
        if (text.length() > LONGEST_TEXT)
            faults.add(Problem.At.body(pointer, "is longer than " + LONGEST_TEXT + " characters"));
        else CleanText.fault(text).ifPresent(fault -> faults.add(Problem.At.body(pointer, fault)));
        return text;
    }
}
