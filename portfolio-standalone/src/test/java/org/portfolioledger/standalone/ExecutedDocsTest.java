package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The documents tell the truth: their blocks are executed on the one-process form, as one session a document, and the
 * answers compared; twice, on a system that others use already, whose facts stay as they are. With
 * {@code -Dproblems=record} the error catalogue is written as it is served.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExecutedDocsTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final Pattern BLOCKS =
            Pattern.compile("```sh\\n(.*?)```(?:\\n```(json|text)\\n(.*?)```)?", Pattern.DOTALL);
    private static final String END_OF_BLOCK = "\n=== end of block ===\n";
    private static final String ANYTHING = "…";
    private static final String TABLE = "| type | status | rule | what is wrong | what to do |\n";

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext application;
    private static String base;
    private static String lastOfOthers = "0";
    private static JsonNode ofOthers;

    @BeforeAll
    static void start() throws Exception {
        application = PortfolioLedgerApplication.start("--data=" + data, "--server.port=0");
        application.getBean(MetHistory.class).loadOnce(_ -> {});
        base = "127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
        lastOfOthers = run("""
                send() { curl -sf -u office:office -H 'Content-Type: application/json' "http://127.0.0.1:8080/api/v1$1" -d "$2"; }
                send /registers '{"id": "OTHERS", "name": "In use already"}' >/dev/null
                send /portfolios '{"id": "PF-O", "register": "OTHERS", "name": "Theirs", "effectiveOn": "2020-01-01"}' >/dev/null
                send /initiatives '{"id": "PG-O", "register": "OTHERS", "level": "PROGRAMME", "name": "Homes", "effectiveOn": "2020-01-01",
                  "placement": {"portfolio": "PF-O"}}' >/dev/null
                for n in 2 3 4 5; do
                  send /initiatives/PG-O/renames "{\\"name\\": \\"Homes $n\\", \\"effectiveOn\\": \\"2020-0$n-01\\"}"
                done | sed 's/.*"position":\\([0-9]*\\),"eventId".*/\\1/'""").strip();
        ofOthers = factsOfOthers();
        assertThat(ofOthers).hasSizeGreaterThan(5);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, 3",
        "docs/by-example.md, 6",
        "docs/operations.md, 1",
        "docs/access.md, 1",
        "docs/data-protection.md, 1"
    })
    @Order(1)
    void every_block_answers_what_is_below_it_and_does_so_again(String document, int atLeast) throws Exception {
        for (int time = 1; time <= 2; time++) {
            List<Executed> blocks = execute(Files.readString(CHECKOUT.resolve(document)));
            assertThat(blocks).filteredOn(Executed::isCompared).hasSizeGreaterThanOrEqualTo(atLeast);
            assertThat(blocks)
                    .allSatisfy(block -> assertThat(block.differences())
                            .as("%s:%n%s%nanswers%n%s", document, block.script(), block.answer())
                            .isEmpty());
        }
    }

    @Test
    @Order(2)
    void every_question_of_ask_sh_is_answered_as_it_expects_and_so_again() throws Exception {
        for (int time = 1; time <= 2; time++) {
            assertThat(ask(Files.readString(CHECKOUT.resolve("docs/ask.sh"))))
                    .contains("Every answer is as expected.")
                    .endsWith("exit 0");
        }
    }

    @Test
    @Order(3)
    void what_others_recorded_is_as_it_was() throws Exception {
        assertThat(factsOfOthers()).isEqualTo(ofOthers);
    }

    @Test
    @Order(4)
    void ask_sh_names_the_answer_that_is_wrong_and_fails() throws Exception {
        String script = Files.readString(CHECKOUT.resolve("docs/ask.sh"));
        String papers = script.substring(0, script.indexOf("printf '\\n=== Who was accountable"));
        String verdict = script.substring(script.indexOf("printf '\\n%s\\n' \"$([ $failures"));
        assertThat(ask(papers.replace("\"GREEN\",\"count\":4", "\"GREEN\",\"count\":5") + verdict))
                .contains("WRONG: the answer lacks \"rating\":\"GREEN\",\"count\":5", "1 answers are wrong.")
                .endsWith("exit 1");
    }

    @Test
    void the_error_catalogue_is_the_one_that_is_served() throws Exception {
        Path file = CHECKOUT.resolve("docs/problems.md");
        String text = Files.readString(file);
        String generated = text.substring(0, text.indexOf(TABLE)) + TABLE + "|---|---|---|---|---|\n" + problems();
        if (System.getProperty("problems", "").equals("record")) Files.writeString(file, generated);
        assertThat(Files.readString(file)).isEqualTo(generated);
    }

    private static String problems() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (JsonNode type : FactSerializer.mapper().readTree(run("curl -s http://127.0.0.1:8080/problems"))) {
            rows.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            type.get("type").asString().replace("/problems/", ""),
                            type.get("status").asInt(),
                            type.has("rule") ? type.get("rule").asString() : "",
                            type.get("title").asString(),
                            type.get("advice").asString()));
        }
        return rows.toString();
    }

    private static JsonNode factsOfOthers() throws Exception {
        return FactSerializer.mapper()
                .readTree(run("""
                        curl -s -u assurance:assurance -H 'Sync-Token: %s' -H 'Prefer: wait=10' \\
                          'http://127.0.0.1:8080/api/v1/audit/facts?register=OTHERS'""".formatted(lastOfOthers)))
                .path("items");
    }

    /** A block, what it printed, and what is below it; without a kind nothing is, and it prints nothing. */
    private record Executed(String script, String kind, String expected, String answer) {

        boolean isCompared() {
            return !kind.isEmpty();
        }

        List<String> differences() {
            if (!kind.equals("json"))
                return answer.strip().equals(expected.strip()) ? List.of() : List.of("expected " + expected);
            return ExecutedDocsTest.differences(
                    "",
                    FactSerializer.mapper().readTree(expected),
                    FactSerializer.mapper().readTree(answer));
        }
    }

    /** All blocks in one shell, as somebody pastes them one after another. */
    private static List<Executed> execute(String text) throws Exception {
        List<Matcher> blocks = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        Matcher block = BLOCKS.matcher(text);
        while (block.find()) {
            blocks.add(BLOCKS.matcher(block.group()));
            script.append(block.group(1))
                    .append("printf '")
                    .append(END_OF_BLOCK.replace("\n", "\\n"))
                    .append("'\n");
        }
        String[] answers = run(script.toString()).split(Pattern.quote(END_OF_BLOCK), -1);
        assertThat(answers).hasSize(blocks.size() + 1);
        List<Executed> executed = new ArrayList<>();
        for (int n = 0; n < blocks.size(); n++) {
            Matcher one = blocks.get(n);
            assertThat(one.matches()).isTrue();
            executed.add(new Executed(
                    one.group(1),
                    one.group(2) == null ? "" : one.group(2),
                    one.group(3) == null ? "" : one.group(3),
                    answers[n]));
        }
        return executed;
    }

    /** What the script prints when it asks the running application, and its exit. */
    private static String ask(String script) throws IOException, InterruptedException {
        Path copy = Files.writeString(data.resolve("ask.sh"), script);
        return run("sh '%s' http://%s; printf 'exit %%s' $?".formatted(copy, base));
    }

    private static String run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", script.replace("127.0.0.1:8080", base))
                .redirectErrorStream(true)
                .start();
        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return answer;
    }

    private static List<String> differences(String pointer, JsonNode expected, JsonNode actual) {
        if (expected.isString() && expected.asString().equals(ANYTHING)) return List.of();
        if (expected.isObject() && actual.isObject()) {
            return Stream.concat(expected.propertyNames().stream(), actual.propertyNames().stream())
                    .distinct()
                    .flatMap(name -> differences(pointer + "/" + name, expected.path(name), actual.path(name)).stream())
                    .toList();
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < expected.size(); i++)
                all.addAll(differences(pointer + "/" + i, expected.get(i), actual.get(i)));
            return all;
        }
        return expected.equals(actual)
                ? List.of()
                : List.of("%s: the document shows %s, the answer %s".formatted(pointer, expected, actual));
    }
}
