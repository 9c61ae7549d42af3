package org.portfolioledger.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a bundle states of itself. Nobody signs it: all of it is compared with what is signed or counted.
 *
 * @param from the first position of which the bundle holds what is in its scope
 * @param to the last such position
 * @param facts how many facts the log holds
 */
record BundleManifest(
        String origin,
        long size,
        NodeHash root,
        BundleScope scope,
        long from,
        long to,
        long facts,
        List<ListedFile> files) {

    static final String FORMAT = "portfolio-ledger-bundle/1";

    /** In bytes. */
    static final int LONGEST = 1 << 26;

    private static final int LONGEST_NAME = 1000;

    static BundleManifest parse(byte[] bytes) throws Malformed {
        Map<?, ?> json = object(StrictJson.parse(bytes), "the manifest");
        String format = string(json, "format");
        if (!format.equals(FORMAT)) throw new Malformed("its format is " + format + "; this verifier reads " + FORMAT);
        List<ListedFile> files = new ArrayList<>();
        for (Object file : list(json, "files")) files.add(file(object(file, "an element of files")));
        BundleManifest manifest = new BundleManifest(
                string(json, "origin"),
                number(json, "size"),
                NodeHash.ofBase64(string(json, "root")),
                scope(object(member(json, "scope"), "scope")),
                number(json, "from"),
                number(json, "to"),
                number(json, "facts"),
                List.copyOf(files));
        if (manifest.from < 1 || manifest.from - 1 > manifest.to || manifest.to > manifest.size)
            throw new Malformed("from, to and size must be such that 1 <= from <= to + 1 <= size + 1");
        return manifest;
    }

    private static ListedFile file(Map<?, ?> json) throws Malformed {
        String sha256 = string(json, "sha256");
        if (!sha256.matches("[0-9a-f]{64}")) throw new Malformed("it is not a SHA-256 in hexadecimal: " + sha256);
        return new ListedFile(string(json, "name"), number(json, "bytes"), sha256);
    }

    private static BundleScope scope(Map<?, ?> json) throws Malformed {
        if (json.isEmpty()) return BundleScope.everything();
        if (json.size() == 1 && json.containsKey("registers"))
            return BundleScope.of(BundleScope.By.REGISTERS, names(json, "registers"));
        if (json.size() == 1 && json.containsKey("streams"))
            return BundleScope.of(BundleScope.By.STREAMS, names(json, "streams"));
        throw new Malformed("its scope is of a kind that this verifier does not know");
    }

    private static List<String> names(Map<?, ?> json, String member) throws Malformed {
        List<String> names = new ArrayList<>();
        for (Object name : list(json, member)) {
            if (!(name instanceof String text)
                    || text.isEmpty()
                    || text.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME)
                throw new Malformed("an element of " + member + " is not a name");
            names.add(text);
        }
        if (names.isEmpty()) throw new Malformed(member + " has no elements");
        return names;
    }

    private static Map<?, ?> object(Object json, String what) throws Malformed {
        if (json instanceof Map<?, ?> map) return map;
        throw new Malformed(what + " must be an object");
    }

    private static List<?> list(Map<?, ?> json, String member) throws Malformed {
        if (member(json, member) instanceof List<?> list) return list;
        throw new Malformed(member + " must be an array");
    }

    private static String string(Map<?, ?> json, String member) throws Malformed {
        if (member(json, member) instanceof String string) return string;
        throw new Malformed(member + " must be a string");
    }

    private static long number(Map<?, ?> json, String member) throws Malformed {
        if (member(json, member) instanceof Long number) return number;
        throw new Malformed(member + " must be a number");
    }

    private static Object member(Map<?, ?> json, String member) throws Malformed {
        Object value = json.get(member);
        if (value == null) throw new Malformed("it has no member " + member);
        return value;
    }
}
