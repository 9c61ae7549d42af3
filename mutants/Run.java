import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Shows that tests are able to fail: breaks a copy of the checkout as each *.mutant says, one after another, and demands that
 * it still compiles and that a test which the mutant names fails. Without a mutant, all of them must pass. Nothing is installed.
 */
final class Run {

    private static final Path MUTANTS = Path.of("mutants");
    private static final Path OUT = Path.of("target", "mutants");
    private static final Path COPY = OUT.resolve("copy");
    private static final long LONGEST_MINUTES = 10;

    /**
     * @param why what the careless engineer did
     * @param tests as surefire names them
     */
    record Mutant(String name, String why, Path file, String module, String tests, String text, String instead) {

        static Mutant read(Path path) {
            String all = Run.text(path);
            String[] parts = all.split("(?m)^--- (replace|by)\n");
            String[] head = parts[0].split("\n");
            return new Mutant(
                    path.getFileName().toString().replace(".mutant", ""),
                    head[0],
                    Path.of(value(head, "file: ")),
                    value(head, "module: "),
                    value(head, "tests: "),
                    withoutLastBreak(parts[1]),
                    withoutLastBreak(parts[2]));
        }

        private static String value(String[] head, String word) {
            return Arrays.stream(head)
                    .filter(line -> line.startsWith(word))
                    .findFirst()
                    .orElseThrow()
                    .substring(word.length());
        }

        private static String withoutLastBreak(String part) {
            return part.substring(0, part.length() - 1);
        }
    }

    public static void main(String[] names) throws Exception {
        List<Mutant> mutants = mutants(List.of(names));
        copy();
        require(built("whole", modules(mutants), tests(mutants)), "The tests fail without a mutant");
        List<String> faults = new ArrayList<>();
        System.out.printf("%n%-44s | killed by%n", "mutant");
        for (Mutant mutant : mutants) {
            Outcome outcome = outcome(mutant);
            if (!outcome.fault().isEmpty()) faults.add(mutant.name() + " " + outcome.fault());
            System.out.printf(
                    "%-44s | %s%n",
                    mutant.name(),
                    outcome.fault().isEmpty() ? told(outcome.killers()) : "NO TEST: it " + outcome.fault() + ", see " + log(mutant.name()));
        }
        require(faults.isEmpty(), String.join("\n", faults));
    }

    private static List<Mutant> mutants(List<String> names) throws IOException {
        try (Stream<Path> files = Files.list(MUTANTS)) {
            return files.filter(file -> file.toString().endsWith(".mutant"))
                    .map(Mutant::read)
                    .filter(mutant -> names.isEmpty() || names.contains(mutant.name()))
                    .sorted(Comparator.comparing(Mutant::module).thenComparing(Mutant::name))
                    .toList();
        }
    }

    private static String modules(List<Mutant> mutants) {
        return mutants.stream().map(Mutant::module).distinct().collect(Collectors.joining(","));
    }

    private static String tests(List<Mutant> mutants) {
        return mutants.stream().map(Mutant::tests).distinct().collect(Collectors.joining(","));
    }

    /** The files that git knows; those that did not change keep their time, so that a second run builds little. */
    private static void copy() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Set<Path> files = new String(git.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .map(Path::of)
                .filter(Files::exists)
                .collect(Collectors.toSet());
        require(git.waitFor() == 0 && !files.isEmpty(), "git does not list the files of the checkout");
        Files.createDirectories(COPY);
        for (Path stale : copied()) {
            if (!files.contains(stale)) Files.delete(COPY.resolve(stale));
        }
        for (Path file : files) {
            Path to = COPY.resolve(file);
            Files.createDirectories(to.getParent());
            if (Files.exists(to) && Files.mismatch(file, to) < 0) continue;
            Files.copy(file, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            if (Files.isExecutable(file)) require(to.toFile().setExecutable(true), to + " cannot be made executable");
        }
    }

    private static List<Path> copied() throws IOException {
        try (Stream<Path> there = Files.walk(COPY)) {
            return there.filter(Files::isRegularFile)
                    .map(COPY::relativize)
                    .filter(file -> !file.startsWith("target") && !file.toString().contains("/target/"))
                    .toList();
        }
    }

    /**
     * @param killers the tests that failed with it
     * @param fault why it shows nothing; empty if a test failed
     */
    record Outcome(List<String> killers, String fault) {

        static Outcome of(String fault) {
            return new Outcome(List.of(), fault);
        }
    }

    private static Outcome outcome(Mutant mutant) throws Exception {
        Path file = COPY.resolve(mutant.file());
        String whole = text(file);
        if (whole.split(java.util.regex.Pattern.quote(mutant.text()), -1).length != 2) return Outcome.of("names a text that is not there once");
        Path reports = COPY.resolve(mutant.module()).resolve("target/surefire-reports");
        delete(reports);
        try {
            Files.writeString(file, whole.replace(mutant.text(), mutant.instead()));
            if (built(mutant.name(), mutant.module(), mutant.tests())) return Outcome.of("survived");
            List<String> failed = failed(reports);
            return failed.isEmpty() ? Outcome.of("does not compile") : new Outcome(failed, "");
        } finally {
            Files.writeString(file, whole);
        }
    }

    private static boolean built(String name, String modules, String tests) throws IOException, InterruptedException {
        Process maven = new ProcessBuilder(
                        "./mvnw",
                        "-B",
                        "--no-transfer-progress",
                        "test",
                        "-pl",
                        modules,
                        "-am",
                        "-Dtest=" + tests,
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dspotless.check.skip",
                        "-Dcompiler.warnings=-nowarn",
                        "-Dsuite.size=short")
                .directory(COPY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile())
                .start();
        if (maven.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) return maven.exitValue() == 0;
        maven.descendants().forEach(ProcessHandle::destroy);
        maven.destroy();
        throw new IllegalStateException(name + " does not end, see " + log(name));
    }

    private static Path log(String name) {
        return OUT.resolve(name + ".log");
    }

    private static List<String> failed(Path reports) throws Exception {
        if (!Files.isDirectory(reports)) return List.of();
        List<String> failed = new ArrayList<>();
        try (Stream<Path> files = Files.list(reports)) {
            for (Path report : files.filter(file -> file.toString().endsWith(".xml")).sorted().toList()) {
                NodeList tests = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(report.toFile())
                        .getElementsByTagName("testcase");
                for (int n = 0; n < tests.getLength(); n++) {
                    if (tests.item(n) instanceof Element test && hasFailed(test))
                        failed.add(test.getAttribute("classname").replaceAll(".*\\.", "") + "." + test.getAttribute("name"));
                }
            }
        }
        return failed;
    }

    private static String told(List<String> killers) {
        return killers.getFirst() + (killers.size() > 1 ? " and " + (killers.size() - 1) + " more" : "");
    }

    private static boolean hasFailed(Element test) {
        return test.getElementsByTagName("failure").getLength() + test.getElementsByTagName("error").getLength() > 0;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (holds) return;
        System.err.println(otherwise);
        System.exit(1);
    }
}
