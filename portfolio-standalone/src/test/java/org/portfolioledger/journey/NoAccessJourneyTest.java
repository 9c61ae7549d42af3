package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.http.contract.TestIssuer;
import tools.jackson.databind.JsonNode;

/** Readers with a right and without it ask every read there is. */
class NoAccessJourneyTest {

    private static final Halves HALVES = Halves.fresh();

    /** Members that hold what something is called. */
    private static final Set<String> CALLED = Set.of("name", "title", "subject");

    private static Caller query;
    private static TravelledRegister register;
    private static final Set<String> IDS = new TreeSet<>();
    private static final Set<String> NAMES = new TreeSet<>();

    @BeforeAll
    static void record() {
        register = TravelledRegister.whole(HALVES.command());
        query = HALVES.query();
        TestIssuer.shared()
                .knows("stranger", "p-stranger", "REPORTING_READER@portfolio-NOWHERE", "SRO", "BOARD_MEMBER");
        TestIssuer.shared().knows("of-u", "p-of-u", "REPORTING_READER@initiative-PJ-U");
        for (JsonNode fact :
                ask("reader", "/audit/facts?register=TRAVEL&limit=1000").json().get("items")) {
            String stream = fact.get("stream").asString();
            if (stream.startsWith("register-")) continue;
            IDS.add(stream.replaceFirst(
                    "^(accounting-assessment|business-case|delivery-plan|equality-assessment|external-request"
                            + "|outside-decision|protective-marking|reporting-cycle|vacancy-request|workforce-control|[a-z]+)-",
                    ""));
            collect(fact);
        }
        NAMES.removeIf(name -> name.length() < 4 || name.equals("Travel Council"));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    private static void collect(JsonNode node) {
        node.properties().forEach(member -> {
            if (CALLED.contains(member.getKey()) && member.getValue().isString())
                NAMES.add(member.getValue().asString());
            collect(member.getValue());
        });
        if (node.isArray()) node.forEach(NoAccessJourneyTest::collect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "administrator", "nobody"})
    void nothing_of_what_a_reader_may_not_see_is_in_any_answer(String account) {
        assertThat(IDS).hasSizeGreaterThan(25);
        assertThat(NAMES).hasSizeGreaterThan(10);
        List<String> told = new ArrayList<>();
        for (String question : EveryRead.questions(register)) {
            // The directory, and what is part of the program.
            if (question.matches("/(people|event-types|alerts|data-paths)\\b.*")) continue;
            Caller.Reply reply = ask(account, question);
            assertThat(reply.status()).as(question).isLessThan(500);
            String text = reply.text();
            IDS.stream()
                    .filter(id -> !question.contains(id) && hasWord(text, id))
                    .forEach(id -> told.add(question + " tells of " + id + ": " + text));
            NAMES.stream()
                    .filter(name -> text.contains("\"" + name + "\""))
                    .forEach(name -> told.add(question + " tells of " + name + ": " + text));
        }
        assertThat(told).isEmpty();
    }

    @Test
    void a_list_has_less_by_exactly_what_is_not_of_the_places_of_the_reader() {
        int lists = 0;
        for (String question : EveryRead.questions(register)) {
            if (!question.matches("/[a-z-]+\\?.*") || question.matches("/(people|event-types|alerts|data-paths)\\b.*"))
                continue;
            JsonNode all = ask("reader", question).json().path("items");
            JsonNode some = ask("of-u", question).json().path("items");
            if (!all.isArray() || all.isEmpty() || !all.get(0).has("id")) continue;
            lists++;
            assertThat(found(all)).as(question).containsAll(found(some));
            Stream<JsonNode> own = all.valueStream()
                    .filter(item -> item.get("id").asString().equals("PJ-U")
                            || item.path("initiative")
                                    .path("value")
                                    .asString("")
                                    .equals("PJ-U")
                            || item.path("initiative").asString("").equals("PJ-U"));
            assertThat(found(some))
                    .as(question)
                    .containsAll(own.map(item -> item.get("id").asString()).toList());
        }
        assertThat(lists).isGreaterThan(10);
        assertThat(found(ask("of-u", "/initiatives?register=TRAVEL").json().path("items")))
                .containsExactly("PJ-U");
        assertThat(ask("of-u", "/initiatives/PJ-T").problem()).isEqualTo("not-found");
    }

    private static List<String> found(JsonNode items) {
        return items.valueStream().map(item -> item.get("id").asString()).toList();
    }

    private static boolean hasWord(String text, String word) {
        return text.contains(word)
                && Pattern.compile("(?<![A-Za-z0-9_-])" + Pattern.quote(word) + "(?![A-Za-z0-9_-])")
                        .matcher(text)
                        .find();
    }

    private static Caller.Reply ask(String account, String path) {
        return query.get(account, path, "Sync-Token", Long.toString(register.last()), "Prefer", "wait=20");
    }
}
