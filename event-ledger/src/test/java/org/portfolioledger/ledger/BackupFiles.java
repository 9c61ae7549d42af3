package org.portfolioledger.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes backups as damage or somebody would. */
final class BackupFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MANIFEST = "manifest.json";

    private BackupFiles() {}

    /** A copy with another text of one entry; none of it if the text is empty. */
    static Path changed(Path backup, String entry, UnaryOperator<String> change) throws IOException {
        Map<String, String> texts = texts(backup);
        String before = texts.getOrDefault(entry, "");
        texts.put(entry, change.apply(before));
        if (before.equals(texts.get(entry))) throw new AssertionError("nothing changed in " + before);
        return write(backup, texts);
    }

    /** The same, by one who lets the manifest say of the table what it then is. */
    static Path forged(Path backup, String table, UnaryOperator<String> change) throws IOException {
        Path changed = changed(backup, table, change);
        Map<String, String> texts = texts(changed);
        String lines = texts.getOrDefault(table, "");
        return changed(changed, MANIFEST, manifest -> {
            ObjectNode read = (ObjectNode) JSON.readTree(manifest);
            ((ObjectNode) read.at("/tables").required(table))
                    .put("rows", lines.lines().count())
                    .put("sha256", sha256(lines));
            return read.toString();
        });
    }

    /** The lines but one, counted from 0. */
    static String without(String lines, int line) {
        String[] all = lines.split("(?<=\n)", -1);
        all[line] = "";
        return String.join("", all);
    }

    private static Map<String, String> texts(Path backup) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream().toList())
                texts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static Path write(Path beside, Map<String, String> texts) throws IOException {
        Path file = Files.createTempFile(beside.toAbsolutePath().getParent(), "changed", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                if (text.getValue().isEmpty()) continue;
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
