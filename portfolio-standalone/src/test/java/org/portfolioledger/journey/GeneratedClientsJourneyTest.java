package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What others make of the OpenAPI documents: a linter finds nothing in them, and clients that generators make of them
 * compile and read a status.
 */
class GeneratedClientsJourneyTest {

    private static final String READ = "Homes: GREEN by SRO, held by p-sro1, alerts []";

    private static final Path FOLDER = Path.of("target", "clients").toAbsolutePath();
    private static final Path GENERATOR =
            Path.of("target", "tools", "openapi-generator-cli.jar").toAbsolutePath();
    private static final Halves HALVES = Halves.fresh();
    private static final Set<String> FETCHED = new HashSet<>();
    private static Caller query;

    @BeforeAll
    static void describe() throws IOException {
        Files.createDirectories(FOLDER);
        query = HALVES.query();
        Caller command = HALVES.command();
        query.getAfter(Council.settle(command), "/portfolios/PF/status");
        Files.writeString(FOLDER.resolve("query.json"), query.page().toString());
        Files.writeString(FOLDER.resolve("command.json"), command.page().toString());
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_linter_finds_nothing_in_the_documents() throws IOException {
        Path tools = npm("lint");
        assertThat(run(tools, "npx", "redocly", "lint", "--config", "redocly.yaml", "../command.json", "../query.json"))
                .contains("Your API descriptions are valid");
    }

    @Test
    @EnabledIfSystemProperty(named = "suite.size", matches = "long")
    void a_linter_finds_what_is_wrong() throws IOException {
        Path tools = npm("lint");
        Path wrong = FOLDER.resolve("wrong.json");
        Files.writeString(
                wrong,
                Files.readString(FOLDER.resolve("query.json")).replaceFirst("\"position\":\\d+", "\"position\":\"x\""));
        Run found = tried(tools, "npx", "redocly", "lint", "--config", "redocly.yaml", wrong.toString());
        assertThat(found.status()).isPositive();
        assertThat(found.output()).contains("no-invalid-media-type-examples");
    }

    @Test
    @EnabledIfSystemProperty(named = "suite.size", matches = "long")
    void a_generated_java_client_reads_a_status() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin");
        Path sources = FOLDER.resolve("java");
        run(
                FOLDER,
                java.resolve("java").toString(),
                "-jar",
                GENERATOR.toString(),
                "generate",
                "-i",
                "query.json",
                "-g",
                "java",
                "--library",
                "native",
                "-o",
                sources.toString(),
                "--global-property",
                "apis,models,supportingFiles,apiDocs=false,modelDocs=false,apiTests=false,modelTests=false",
                "--additional-properties",
                "useJakartaEe=true,openApiNullable=false,useSingleRequestParameter=true,"
                        + "invokerPackage=client,apiPackage=client.api,modelPackage=client.model");
        Path classes = Files.createDirectories(FOLDER.resolve("classes"));
        List<String> compile = new ArrayList<>(List.of(
                java.resolve("javac").toString(),
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                libraries()));
        compile.add(resource("ReadStatus.java").toString());
        try (Stream<Path> files = Files.walk(sources.resolve("src/main/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compile::add);
        }
        run(FOLDER, compile.toArray(String[]::new));
        assertThat(run(
                        FOLDER,
                        java.resolve("java").toString(),
                        "-cp",
                        classes + File.pathSeparator + libraries(),
                        "ReadStatus",
                        query.base(),
                        Caller.signedIn("reader")))
                .contains(READ);
    }

    @Test
    @EnabledIfSystemProperty(named = "suite.size", matches = "long")
    void a_generated_typescript_client_reads_a_status() throws IOException {
        Path tools = npm("typescript");
        run(tools, "npx", "openapi-typescript", "../query.json", "-o", "api.ts");
        Files.copy(resource("status.ts"), tools.resolve("status.ts"), StandardCopyOption.REPLACE_EXISTING);
        run(
                tools,
                "npx",
                "tsc",
                "--strict",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                "--skipLibCheck",
                "status.ts");
        assertThat(run(tools, "node", "status.js", query.base(), Caller.signedIn("reader")))
                .contains(READ);
    }

    /** The folder of some tools of npm, which it fetches; the test is skipped where they cannot be had. */
    private static Path npm(String tools) throws IOException {
        Path folder = FOLDER.resolve(tools);
        if (FETCHED.contains(tools)) return folder;
        Files.createDirectories(folder);
        for (String file : List.of("package.json", "redocly.yaml")) {
            Path source = Path.of("src", "test", "resources", "clients", tools, file);
            if (Files.exists(source)) Files.copy(source, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Run fetched = tried(folder, "npm", "install", "--no-audit", "--no-fund", "--loglevel=error");
        if (fetched.status() != 0)
            System.out.println("NOT CHECKED: no " + tools + " with tools of npm: " + fetched.output());
        assumeTrue(fetched.status() == 0, "node is missing, or its packages cannot be had");
        FETCHED.add(tools);
        return folder;
    }

    private static Path resource(String name) {
        return Path.of("src", "test", "resources", "clients", name).toAbsolutePath();
    }

    /** The libraries of Jackson that a generated client uses, as the tests have them. */
    private static String libraries() {
        return Stream.of(
                        com.fasterxml.jackson.annotation.JsonProperty.class,
                        com.fasterxml.jackson.core.JsonParser.class,
                        com.fasterxml.jackson.databind.ObjectMapper.class,
                        com.fasterxml.jackson.datatype.jsr310.JavaTimeModule.class,
                        jakarta.annotation.Nullable.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    private record Run(int status, String output) {}

    private static String run(Path folder, String... command) throws IOException {
        Run run = tried(folder, command);
        assertThat(run.status())
                .as(String.join(" ", command) + "\n" + run.output())
                .isZero();
        return run.output();
    }

    private static Run tried(Path folder, String... command) throws IOException {
        Path output = Files.createTempFile("client", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Run(-1, "it took more than five minutes");
            }
            return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException missing) {
            return new Run(-1, String.valueOf(missing.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            Files.delete(output);
        }
    }
}
