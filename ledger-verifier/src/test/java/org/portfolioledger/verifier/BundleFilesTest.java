package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a bundle that are missing, too many, out of order, altered, or made to harm whoever reads them. */
class BundleFilesTest {

    private static final int MEGABYTE = 1 << 20;

    private final List<DraftFact> facts = DraftLedger.of(20, new Random(8));
    private final DraftBundle bundle = DraftBundle.of(facts);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "policy", "public-key", "catalogue.json", "views/status.json"})
    void a_file_that_is_not_what_the_manifest_states_is_named(String file) throws IOException {
        altered("\"name\":\"" + file + "\",\"bytes\":", "\"name\":\"" + file + "\",\"bytes\":1");
        assertThat(verify().faults()).contains("file");
        bundle.manifest =
                manifest -> manifest.replaceAll("(\"" + file + "\",\"bytes\":\\d+,\"sha256\":\").{8}", "$100000000");
        assertThat(verify().faults()).containsExactly("file");
        assertThat(verify().out()).contains("The file " + file + " of the bundle does not have the SHA-256");
    }

    @Test
    void a_log_that_is_not_what_the_manifest_states_is_named() throws IOException {
        bundle.manifest = manifest -> manifest.replaceAll("(\"log\",\"bytes\":\\d+,\"sha256\":\").{8}", "$100000000");
        assertThat(verify().faults()).containsExactly("file");
        altered("\"log\",\"bytes\":", "\"log\",\"bytes\":1");
        assertThat(verify().faults()).containsExactly("file");
        bundle.manifest = manifest -> manifest.replaceAll("\"log\",\"bytes\":\\d+", "\"log\",\"bytes\":100");
        assertThat(verify().faults()).contains("malformed-log 1", "file");
    }

    @Test
    void a_file_that_is_missing_is_named() throws IOException {
        for (String file : List.of("policy", "public-key", "catalogue.json")) {
            DraftBundle without = DraftBundle.of(facts);
            byte[] removed = without.files.remove(file);
            assertThat(removed).isNotNull();
            if (file.equals("public-key")) without.files.put("public-key", new byte[0]);
            assertThat(Verified.run("bundle", without.write(folder.resolve("bundle.zip")))
                            .code())
                    .isEqualTo(ExitCode.WRONG);
        }
    }

    @Test
    void a_file_that_belongs_in_no_bundle_is_named() throws IOException {
        for (String file :
                List.of("more", "views/", "views/.json", "views/a/b.json", "../escape", "views/\u202e.json")) {
            DraftBundle with = DraftBundle.of(facts);
            with.files.put(file, new byte[0]);
            Verified verified = verify(with);
            assertThat(verified.code()).as(file).isEqualTo(ExitCode.WRONG);
            assertThat(verified.out()).as(file).contains("belongs in no bundle");
        }
    }

    @Test
    void files_out_of_order_are_named() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(bundle.files);
        bundle.files.clear();
        bundle.files.put("policy", files.get("policy"));
        files.forEach(bundle.files::putIfAbsent);
        assertThat(verify().faults()).containsExactly("file");
        assertThat(verify().out()).contains("checkpoint does not stand in its place");
        DraftBundle views = DraftBundle.of(facts);
        byte[] catalogue = views.files.remove("catalogue.json");
        views.files.put("catalogue.json", catalogue);
        assertThat(verify(views).out()).contains("catalogue.json does not stand in its place");
    }

    @Test
    void a_manifest_that_names_a_file_twice_or_not_at_all_or_itself_is_wrong() throws IOException {
        String first = "{\"name\":\"checkpoint\"";
        bundle.manifest = manifest -> manifest.replaceFirst("(\"files\":\\[)(\\{[^}]*},)", "$1$2$2");
        assertThat(verify().faults()).containsExactly("file");
        assertThat(verify().out()).contains("The manifest lists checkpoint twice");
        bundle.manifest = manifest -> manifest.replaceFirst("(\"files\":\\[)(\\{[^}]*},)", "$1");
        assertThat(verify().out()).contains("The manifest does not list checkpoint");
        altered(first, "{\"name\":\"manifest.json\"");
        assertThat(verify().out()).contains("The manifest lists manifest.json twice, or itself");
        altered(first, "{\"name\":\"nothing\"");
        assertThat(verify().out()).contains("nothing, which the bundle does not hold");
    }

    @Test
    void a_file_that_is_there_twice_is_named() throws IOException {
        bundle.files.put("views/statu2.json", "{}".getBytes(UTF_8));
        Path file = bundle.write(folder.resolve("bundle.zip"));
        Files.writeString(
                file, Files.readString(file, ISO_8859_1).replace("views/statu2.json", "views/status.json"), ISO_8859_1);
        Verified verified = Verified.run("bundle", file);
        assertThat(verified.code()).isNotEqualTo(ExitCode.WHOLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"size\":20 | \"size\":21",
                "\"origin\":\"ledger | \"origin\":\"other",
                "\"facts\":20 | \"facts\":19",
                "\"root\":\" | \"root\":\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\",\"was\":\""
            })
    void a_manifest_that_differs_from_the_checkpoint_or_the_log_is_wrong(String text, String instead)
            throws IOException {
        altered(text, instead);
        assertThat(verify().faults()).contains("manifest");
    }

    @Test
    void a_range_or_scope_that_is_not_that_of_the_log_is_wrong() throws IOException {
        altered("\"from\":1", "\"from\":2");
        assertThat(verify().faults()).containsExactly("out-of-scope 1");
        altered("\"to\":20", "\"to\":19");
        assertThat(verify().faults()).containsExactly("out-of-scope 20");
        altered("\"scope\":{}", "\"scope\":{\"registers\":[\"MPS\"]}");
        assertThat(verify().faults())
                .allMatch(fault -> fault.startsWith("out-of-scope "))
                .isNotEmpty();
        DraftBundle part = DraftBundle.of(facts, 9, 20);
        part.manifest = manifest -> manifest.replace("\"from\":9", "\"from\":1");
        assertThat(verify(part).faults()).contains("missing 1");
        part.manifest = manifest -> manifest.replace("\"from\":9", "\"from\":5");
        assertThat(verify(part).faults()).containsExactly("out-of-scope 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "portfolio-ledger-bundle/1 | portfolio-ledger-bundle/2",
                "\"scope\":{} | \"scope\":{\"portfolios\":[\"PF\"]}",
                "\"scope\":{} | \"scope\":{\"registers\":[]}",
                "\"scope\":{} | \"scope\":{\"registers\":[1]}",
                "\"scope\":{} | \"scope\":{\"registers\":[\"A\"],\"streams\":[\"a\"]}",
                "\"scope\":{} | \"scope\":[]",
                "\"scope\":{}, | ''",
                "\"from\":1 | \"from\":0",
                "\"from\":1 | \"from\":22",
                "\"from\":1 | \"from\":01",
                "\"from\":1 | \"from\":1.0",
                "\"from\":1 | \"from\":\"1\"",
                "\"from\":1 | \"from\":1,\"from\":1",
                "\"to\":20 | \"to\":21",
                "\"facts\":20 | \"facts\":-1",
                "\"facts\":20 | \"facts\":99999999999999999999",
                "\"files\":[ | \"files\":[7,",
                "\"sha256\":\" | \"sha256\":\"0",
                "{\"format | [{\"format"
            })
    void a_manifest_that_does_not_follow_the_format_is_unreadable(String text, String instead) throws IOException {
        altered(text, instead);
        assertThat(verify().code()).isEqualTo(ExitCode.UNREADABLE);
    }

    @Test
    void further_members_of_a_manifest_are_passed_over() throws IOException {
        altered("\"from\":1", "\"more\":[true,false,null,{\"\\u0041\":\"\\n\\\"\"}],\"from\":1");
        assertThat(verify().code()).isEqualTo(ExitCode.WHOLE);
    }

    @Test
    void a_manifest_that_is_nested_without_end_is_unreadable() throws IOException {
        altered("\"from\":1", "\"more\":" + "[".repeat(100_000) + ",\"from\":1");
        assertThat(verify().code()).isEqualTo(ExitCode.UNREADABLE);
    }

    @Test
    void a_checkpoint_policy_or_key_that_follows_no_format_is_named() throws IOException {
        for (String file : List.of("checkpoint", "policy", "public-key")) {
            DraftBundle other = DraftBundle.of(facts);
            other.files.put(file, "nonsense\n".getBytes(UTF_8));
            assertThat(verify(other).faults()).as(file).containsExactly("checkpoint");
        }
    }

    @Test
    void a_zip_file_that_was_cut_anywhere_is_unreadable() throws IOException {
        byte[] whole = Files.readAllBytes(bundle.write(folder.resolve("bundle.zip")));
        for (int length = 0; length < whole.length; length += 1 + whole.length / 97)
            assertThat(verify(Arrays.copyOf(whole, length)).code())
                    .as("%s bytes", length)
                    .isEqualTo(ExitCode.UNREADABLE);
    }

    @Test
    void a_zip_file_that_was_damaged_anywhere_is_never_whole() throws IOException {
        Random random = new Random(9);
        for (boolean deflated : List.of(true, false)) {
            bundle.deflated = deflated;
            byte[] whole = Files.readAllBytes(bundle.write(folder.resolve("bundle.zip")));
            for (int trial = 0; trial < 300; trial++) {
                byte[] damaged = whole.clone();
                int at = random.nextInt(whole.length);
                for (int i = at; i < Math.min(whole.length, at + 40); i++) damaged[i] = (byte) random.nextInt();
                Verified verified = verify(damaged);
                // What is written beside the content, such as dates, may be anything; names and lengths may not.
                if (verified.code() == ExitCode.WHOLE)
                    assertThat(contents(damaged)).isEqualTo(contents(whole));
                else assertThat(verified.code()).isIn(ExitCode.WRONG, ExitCode.UNREADABLE);
            }
        }
    }

    @Test
    void a_file_that_inflates_without_end_is_not_read_to_its_end() throws IOException {
        for (String file : List.of("checkpoint", "policy", "public-key")) {
            DraftBundle bomb = DraftBundle.of(facts);
            bomb.files.put(file, new byte[64 * MEGABYTE]);
            assertThat(verify(bomb).faults()).as(file).contains("file");
        }
        DraftBundle views = DraftBundle.of(facts);
        views.files.put("views/bomb.json", new byte[64 * MEGABYTE]);
        views.manifest = manifest -> manifest.replaceAll("(bomb.json\",\"bytes\":)\\d+", "$11000");
        assertThat(verify(views).out()).contains("it is longer than 1000 bytes");
        DraftBundle manifest = DraftBundle.of(facts);
        manifest.manifest = text -> text + " ".repeat(65 * MEGABYTE);
        assertThat(verify(manifest).code()).isEqualTo(ExitCode.UNREADABLE);
    }

    @Test
    void entries_that_share_their_bytes_are_unreadable() throws IOException {
        bundle.deflated = false;
        bundle.files.put("views/large.json", new byte[MEGABYTE]);
        bundle.files.put("views/small.json", new byte[4]);
        byte[] whole = Files.readAllBytes(bundle.write(folder.resolve("bundle.zip")));
        int large = directoryEntry(whole, "views/large.json");
        int small = directoryEntry(whole, "views/small.json");
        // Sums, lengths and place of the one for the other.
        System.arraycopy(whole, large + 16, whole, small + 16, 12);
        System.arraycopy(whole, large + 42, whole, small + 42, 4);
        Verified verified = verify(whole);
        assertThat(verified.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(verified.out()).contains("overlap");
    }

    @Test
    void a_length_of_four_gigabytes_takes_no_memory() throws IOException {
        LogRecord.Fact fact = (LogRecord.Fact) bundle.records.get(6);
        String entry = String.format(Locale.ROOT, "%04x", fact.entry().length() / 2) + fact.entry();
        for (String record : List.of(
                "01" + entry + "ffffffff",
                "01" + entry + "00000000ffffffff",
                "01" + entry + "0000000000000000ffffffff7b",
                "01ffff" + fact.entry())) {
            DraftBundle huge = DraftBundle.of(facts);
            huge.records.subList(6, 20).clear();
            huge.records.add(new LogRecord.Bytes(record));
            assertThat(verify(huge).faults()).contains("cut-off 7");
        }
    }

    @Test
    void a_payload_that_is_larger_than_any_buffer_is_verified() throws IOException {
        facts.get(6).payload = "{\"words\":\"" + "x".repeat(3 * MEGABYTE) + "\"}";
        facts.get(7).restsOn(LongStream.rangeClosed(1, 7).boxed().toList());
        assertThat(verify(DraftBundle.of(facts)).code()).isEqualTo(ExitCode.WHOLE);
    }

    private void altered(String text, String instead) {
        bundle.manifest = manifest -> {
            assertThat(manifest).contains(text);
            return manifest.replace(text, instead);
        };
    }

    private Verified verify() throws IOException {
        return verify(bundle);
    }

    private Verified verify(DraftBundle any) throws IOException {
        return Verified.run("bundle", any.write(folder.resolve("bundle.zip")), "--json");
    }

    private Verified verify(byte[] bytes) throws IOException {
        return Verified.run("bundle", Files.write(folder.resolve("bytes.zip"), bytes), "--json");
    }

    /** Where the central directory has an entry. */
    private static int directoryEntry(byte[] zip, String name) {
        String text = new String(zip, ISO_8859_1);
        return text.indexOf(name, text.indexOf("PK\u0001\u0002")) - 46;
    }

    private Map<String, String> contents(byte[] bytes) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        Path file = Files.write(folder.resolve("contents.zip"), bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries()))
                contents.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), ISO_8859_1));
        }
        return contents;
    }
}
