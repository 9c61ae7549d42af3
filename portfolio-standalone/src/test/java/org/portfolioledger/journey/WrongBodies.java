package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What no client should send in the place of a whole body, each with a name for it. */
final class WrongBodies {

    static final Map<String, byte[]> ALL = all();

    private WrongBodies() {}

    private static Map<String, byte[]> all() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("nothing", new byte[0]);
        bodies.put("white space", "  \n ".getBytes(UTF_8));
        for (String text : List.of(
                "[]",
                "[{}]",
                "1",
                "null",
                "true",
                "\"text\"",
                "{",
                "}",
                "{\"a\"",
                "{\"a\":}",
                "{}{}",
                "{} x",
                "{'a': 1}",
                "{a: 1}",
                "NaN",
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "{\"a\": 1e}",
                "/* */{}",
                "\ufeff{}",
                "{\"id\": \"a\", \"id\": \"b\"}",
                "{\"\\u0000\": 1}",
                "{\"\\ud800\": 1}",
                "{\"\": 1}",
                "{\"a\\u0000\": {\"b/~\": null}}",
                "{\"a\": 1e999999}",
                "{\"a\": 1e-999999}",
                "{\"a\": 1E2147483648}",
                "{\"a\": 1e99999999999}",
                "{\"__proto__\": {}}",
                "{\"@class\": \"java.lang.Runtime\"}",
                "{\"type\": \"sro-appointed\"}",
                "{\"provenance\": {}}",
                "{\"\\n\": 1}")) bodies.put(text, text.getBytes(UTF_8));
        bodies.put("400 digits", ("{\"a\": " + "9".repeat(400) + "}").getBytes(UTF_8));
        bodies.put("100,000 digits", ("{\"a\": " + "9".repeat(100_000) + "}").getBytes(UTF_8));
        bodies.put("deep arrays", ("{\"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}").getBytes(UTF_8));
        bodies.put("deep objects", ("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)).getBytes(UTF_8));
        bodies.put("open arrays", "[".repeat(100_000).getBytes(UTF_8));
        bodies.put("long name", ("{\"" + "n".repeat(200_000) + "\": 1}").getBytes(UTF_8));
        bodies.put(
                "many members",
                ("{" + "\"a%s\": null,".repeat(1).formatted(1)
                                + java.util.stream.IntStream.range(2, 20_000)
                                        .mapToObj("\"a%s\": 1"::formatted)
                                        .collect(java.util.stream.Collectors.joining(","))
                                + "}")
                        .getBytes(UTF_8));
        bodies.put("zero byte", "{\"a\": \"\u0000\"}".getBytes(UTF_8));
        bodies.put("control characters", "{\"a\": \"\u0001\u001f\"}".getBytes(UTF_8));
        bodies.put("broken UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        bodies.put("cut UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xE2, (byte) 0x82});
        bodies.put("overlong UTF-8", new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.put(
                "encoded surrogate", new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.put("UTF-16", "{\"id\": \"a\"}".getBytes(UTF_16));
        bodies.put("latin 1", "{\"name\": \"\u00e4\"}".getBytes(ISO_8859_1));
        bodies.put("gzip", gzipped("{\"id\": \"a\"}"));
        return bodies;
    }

    private static byte[] gzipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
        return bytes.toByteArray();
    }
}
