package org.portfolioledger.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON of a manifest (RFC 8259) into maps, lists, strings, whole numbers, booleans and {@link #NULL}. An object that
 * names a member twice is refused, because readers differ in which of the two they take.
 */
final class StrictJson {

    static final Object NULL = new Object();

    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    static Object parse(byte[] bytes) throws Malformed {
        StrictJson json = new StrictJson(Utf8.strictly(bytes));
        Object value = json.value(0);
        json.space();
        if (json.at < json.text.length()) throw json.fault();
        return value;
    }

    private Object value(int depth) throws Malformed {
        if (depth > DEEPEST) throw new Malformed("it is nested too deeply");
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", NULL);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws Malformed {
        Map<String, Object> members = new LinkedHashMap<>();
        for (boolean more = opens('}'); more; more = continues('}')) {
            space();
            String name = string();
            space();
            take(':');
            if (members.put(name, value(depth + 1)) != null) throw new Malformed("it has two members named " + name);
        }
        return members;
    }

    private List<Object> list(int depth) throws Malformed {
        List<Object> elements = new ArrayList<>();
        for (boolean more = opens(']'); more; more = continues(']')) elements.add(value(depth + 1));
        return elements;
    }

    /** Whether something stands between the brackets. */
    private boolean opens(char end) throws Malformed {
        at++;
        space();
        if (peek() != end) return true;
        at++;
        return false;
    }

    private boolean continues(char end) throws Malformed {
        space();
        if (peek() == end) {
            at++;
            return false;
        }
        take(',');
        return true;
    }

    private String string() throws Malformed {
        take('"');
        StringBuilder string = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') throw fault();
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() throws Malformed {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault();
        };
    }

    private char unicode() throws Malformed {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = next();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) throw fault();
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Long number() throws Malformed {
        int begin = at;
        while (at < text.length() && "-+.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        if (begin == at) throw fault();
        return Decimal.parse(text.substring(begin, at));
    }

    private Object word(String word, Object value) throws Malformed {
        if (!text.startsWith(word, at)) throw fault();
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) at++;
    }

    private char peek() throws Malformed {
        if (at == text.length()) throw new Malformed("its JSON ends too early");
        return text.charAt(at);
    }

    private char next() throws Malformed {
        char c = peek();
        at++;
        return c;
    }

    private void take(char wanted) throws Malformed {
        if (next() != wanted) throw fault();
    }

    private Malformed fault() {
        return new Malformed("it is not JSON at character " + at);
    }
}
