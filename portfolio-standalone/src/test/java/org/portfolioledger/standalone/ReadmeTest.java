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
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The README tells the truth: its blocks are executed on the one-process form, and their answers compared. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadmeTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final Pattern BLOCKS =
            Pattern.compile("```sh\\n(.*?)```\\n```(json|text)\\n(.*?)```", Pattern.DOTALL);
    private static final String ANYTHING = "…";

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext application;
    private static String base;

    @BeforeAll
    static void start() throws IOException {
        application = PortfolioLedgerApplication.start("--data=" + data, "--server.port=0");
        application.getBean(MetHistory.class).loadOnce(_ -> {});
        base = "127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Order(1)
    void every_block_answers_what_stands_below_it() throws Exception {
        Matcher blocks = BLOCKS.matcher(readme());
        int compared = 0;
        while (blocks.find()) {
            String answer = run(blocks.group(1));
            if (blocks.group(2).equals("text")) {
                assertThat(answer.strip()).isEqualTo(blocks.group(3).strip());
            } else {
                JsonNode expected = FactSerializer.mapper().readTree(blocks.group(3));
                JsonNode actual = FactSerializer.mapper().readTree(answer);
                assertThat(differences("", expected, actual)).as(answer).isEmpty();
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(5);
    }

    @Test
    @Order(2)
    void every_question_of_ask_sh_is_answered_as_it_expects() throws Exception {
        assertThat(ask(Files.readString(CHECKOUT.resolve("docs/ask.sh"))))
                .contains("Every answer says what it should.")
                .endsWith("exit 0");
    }

    @Test
    @Order(3)
    void ask_sh_says_which_answer_is_wrong_and_fails() throws Exception {
        String script = Files.readString(CHECKOUT.resolve("docs/ask.sh"));
        String papers = script.substring(0, script.indexOf("printf '\\n=== Who was accountable"));
        String verdict = script.substring(script.indexOf("printf '\\n%s\\n' \"$([ $failures"));
        assertThat(ask(papers.replace("\"GREEN\":4", "\"GREEN\":5") + verdict))
                .contains("WRONG: it does not say \"GREEN\":5", "1 answers are wrong.")
                .endsWith("exit 1");
    }

    @Test
    void the_error_catalogue_is_the_one_that_is_served() throws Exception {
        String served = run("curl -s http://127.0.0.1:8080/problems");
        StringBuilder table =
                new StringBuilder("| type | status | rule | what is wrong | what to do |\n|---|---|---|---|---|\n");
        for (JsonNode type : FactSerializer.mapper().readTree(served)) {
            table.append("| `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                            type.get("type").asString().replace("/problems/", ""),
                            type.get("status").asInt(),
                            type.has("rule") ? type.get("rule").asString() : "",
                            type.get("title").asString(),
                            type.get("advice").asString()));
        }
        assertThat(readme()).contains(table.toString().replace("\r", ""));
    }

    @Test
    void every_file_and_folder_that_it_links_to_is_there() throws IOException {
        assertThat(found("]\\(([^)#]+)\\)|^\\[[^]]+]: (\\S+)"))
                .hasSizeGreaterThan(20)
                .filteredOn(link -> !link.startsWith("http"))
                .allSatisfy(link -> assertThat(CHECKOUT.resolve(link)).exists());
    }

    @Test
    void every_name_of_a_link_is_told_once_and_used() throws IOException {
        assertThat(found("^\\[([^]]+)]: "))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        found("]\\[([^]]+)]").stream().distinct().toList());
    }

    /** What the groups of the pattern match, line by line. */
    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(readme())
                .results()
                .map(match -> match.groupCount() > 1 && match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
    }

    private static String readme() throws IOException {
        return Files.readString(CHECKOUT.resolve("README.md"));
    }

    /** What the script says to the running application, and its exit. */
    private static String ask(String script) throws IOException, InterruptedException {
        Path copy = Files.writeString(data.resolve("ask.sh"), script);
        return run("sh '%s' http://%s; printf 'exit %%s' $?".formatted(copy, base));
    }

    private static String run(String block) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", block.replace("127.0.0.1:8080", base))
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
                : List.of("%s: the README says %s, the answer %s".formatted(pointer, expected, actual));
    }
}
