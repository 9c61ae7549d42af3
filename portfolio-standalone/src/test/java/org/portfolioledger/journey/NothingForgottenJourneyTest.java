package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.journey.MetRegister.Pointer;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.DatePrecision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Every item of the papers is in the history, and is read back as the papers state it. */
class NothingForgottenJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Path PAPERS =
            Path.of(System.getProperty("checkout", "."), "..", "shared", "data", "met-history.json");
    private static final int ITEMS = 436;

    /** Members that the ledger says in fields of their own, which are compared one by one, or in other words. */
    private static final Set<String> SAID_OTHERWISE =
            Set.of("effectiveDate", "datePrecision", "reportedOn", "source", "note", "frm", "to");

    /** What the ledger says by a qualifier. */
    private static final List<String> QUALIFIED = List.of(" (more than)", " (over)", " (about)", " (at least)");

    /** What the ledger calls by another name. */
    private static final Map<String, List<String>> RENAMED = Map.ofEntries(
            Map.entry("RAG-MPS-2011", List.of("MPS_2011")),
            Map.entry("Overall programme status", List.of("OVERALL")),
            Map.entry("Identified risks & mitigating actions", List.of("RISKS_AND_MITIGATION")),
            Map.entry("MAJOR_CHANGE_PROGRAMME", List.of("PROGRAMME")),
            Map.entry("RISK_GATEKEEPER", List.of("\"gatekeeper\"")),
            Map.entry("CHAIR", List.of("\"chair\"")),
            Map.entry("all projects in the portfolio", List.of("\"levels\":[\"PROJECT\"]")),
            Map.entry("PROGRAMME_INITIAL", List.of("PROGRAMME_LEVEL")),
            Map.entry("Star Chamber", List.of("Star Chamber", "BD-STAR")),
            Map.entry(
                    "London Assembly Budget and Performance Committee",
                    List.of("London Assembly Budget and Performance Committee", "BD-LABPC")),
            Map.entry("ENABLER", List.of("ENABLING_AREA", "INTER_PROGRAMME")),
            Map.entry("EXTERNAL_DECISION", List.of("DECISION")),
            Map.entry("EXTERNAL_CONSTRAINT", List.of("EXTERNAL")),
            Map.entry("EXTERNAL_PARTNER", List.of("EXTERNAL")),
            Map.entry("PROTECTED COMMERCIAL", List.of("PROTECT_COMMERCIAL")),
            Map.entry("RESTRICTED COMMERCIAL", List.of("RESTRICTED_COMMERCIAL")),
            Map.entry("RESTRICTED (COMMERCIAL)", List.of("RESTRICTED_COMMERCIAL")),
            Map.entry("NOT PROTECTIVELY MARKED", List.of("NOT_PROTECTIVELY_MARKED")),
            Map.entry("OPEN", List.of("\"recommendation\"")),
            Map.entry("CONTRACT", List.of("CONTRACT", "\"contract\"")),
            Map.entry("CONTRACT_CHANGE", List.of("\"change\"")),
            Map.entry("SIGNED", List.of("\"change\"")),
            Map.entry("AGREED", List.of("AGREED", "\"supplier\"")),
            Map.entry("AWARDED", List.of("\"supplier\"")),
            Map.entry("12.5", List.of("12.5", "12500000")),
            Map.entry("Total Technology Programme", List.of("PG-TT")),
            Map.entry("THR (People Services)", List.of("THR (People Services)", "PJ-016")),
            Map.entry("GEN2 contract", List.of("GEN2 contract", "PJ-GEN2")),
            // Of a benefit: one that is on record is expected until it is planned or assessed.
            Map.entry("EXPECTED", List.of("\"title\"")),
            Map.entry("PLANNED", List.of("\"benefit\"")),
            Map.entry("Training", List.of("\"Training", "BEN-2011-TRAINING")),
            Map.entry(
                    "six months to February 2013 (seed prints \\\"September 13 - February 2013\\\")",
                    List.of("Six months to February 2013; the paper prints \\\"September 13 - February 2013\\\"")),
            Map.entry("AUTHOR", List.of("\"author\"")),
            Map.entry("REPORT_AUTHOR", List.of("\"author\"")),
            Map.entry("RESPONDENT", List.of("\"author\"")),
            Map.entry("REPORT_OWNER", List.of("\"onBehalfOf\"")),
            Map.entry("change programme portfolio report", List.of("DOC-2011-CPU")),
            Map.entry("ICT savings note", List.of("DOC-2013-ICTSAV")),
            Map.entry("ICT strategy update", List.of("DOC-2014-TT")),
            Map.entry("transformation portfolio update", List.of("DOC-2018-TPU")),
            Map.entry(
                    "not named: each major change programme has its own senior responsible officer",
                    List.of("each has its own")),
            Map.entry("not named: one per major change programme", List.of("one for each")),
            Map.entry(
                    "one per B/OCU, single point of contact for change",
                    List.of("One in each B/OCU, the single point of contact for change")),
            // Facts name people by their ids.
            Map.entry(
                    "Fiona Igbokwe, Strategy & Improvement Department",
                    List.of("{\"person\":\"p-mps1\",\"post\":\"Strategy & Improvement Department\"}")),
            Map.entry("Fiona Igbokwe", List.of("\"p-mps1\"")),
            Map.entry("AC McPherson", List.of("\"p-mps2\"")),
            Map.entry("Mark Rowley", List.of("\"p-mps4\"")),
            Map.entry("Tracie Evans", List.of("\"p-mps3\"")),
            Map.entry("Chris Nason", List.of("\"p-mps5\"")));

    private static MetRegister met;
    private static JsonNode papers = MissingNode.getInstance();
    private static final Map<String, String> TITLES = new HashMap<>();

    /** By the keys of their lines, as they were told when the first item asked. */
    private static final Map<String, JsonNode> FACTS = new HashMap<>();

    @BeforeAll
    static void load() {
        met = MetRegister.load(HALVES);
        if (!Files.exists(PAPERS)) {
            System.out.printf(
                    "SKIPPED: the %s items that the history carries are not compared with the papers, for there is no %s%n",
                    ITEMS, PAPERS.toAbsolutePath().normalize());
            return;
        }
        papers = FactSerializer.mapper().readTree(PAPERS.toFile());
        papers.at("/meta/papers")
                .forEach(paper -> TITLES.put(
                        paper.path("id").asString(), paper.path("title").asString()));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    static Stream<Pointer> items() {
        return MetRegister.pointers().stream();
    }

    @Test
    void every_item_has_one_line_and_nothing_is_left_over() {
        assertThat(MetRegister.pointers()).extracting(Pointer::pointer).doesNotHaveDuplicates();
        assertThat(MetRegister.pointers()).hasSize(ITEMS);
        assertThat(MetRegister.pointers())
                .allSatisfy(pointer -> assertThat(met.position(pointer.carried()))
                        .as(pointer.pointer())
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("items")
    void it_is_on_record_with_its_date_its_knowledge_and_its_paper(Pointer pointer) {
        JsonNode item = item(pointer);
        JsonNode fact = fact(pointer.carried());
        JsonNode provenance = fact.at("/payload/provenance");
        assertPaper(item, fact);
        if (fact.required("type").asString().equals("milestone-planned")) {
            assertForecast(item, fact.required("payload"));
            return;
        }
        String precision = provenance.path("precision").asString("DAY");

        LocalDate day = LocalDate.parse(item.required("effectiveDate").asString());
        assertThat(fact.required("effectiveOn").asString())
                .isEqualTo(DatePrecision.valueOf(precision).firstDay(day).toString())
                .isEqualTo(provenance.required("effectiveOn").asString());
        switch (item.required("datePrecision").asString()) {
            case "inferred" -> {
                assertThat(provenance.path("inferred").asBoolean(false)).isTrue();
                assertThat(provenance.path("note").asString("")).isNotBlank();
            }
            case "day" -> {
                assertThat(precision).isEqualTo("DAY");
                assertThat(provenance.has("inferred")).isFalse();
            }
            default ->
                assertThat(precision)
                        .isEqualToIgnoringCase(item.required("datePrecision").asString());
        }
    }

    private static void assertPaper(JsonNode item, JsonNode fact) {
        JsonNode provenance = fact.at("/payload/provenance");
        String reportedOn = item.required("reportedOn").asString();
        assertThat(LocalDate.ofInstant(Instant.parse(fact.required("knownAt").asString()), LONDON))
                .isEqualTo(reportedOn);
        assertThat(provenance.at("/source/publishedOn").asString()).isEqualTo(reportedOn);
        assertThat(provenance.at("/source/document").asString())
                .isEqualTo(TITLES.get(item.at("/source/paper").asString()));
        assertThat(provenance.at("/source/reference").asString())
                .isEqualTo(item.at("/source/ref").asString());
    }

    /** A milestone that is still to come is planned in the paper, for the date that the paper gives. */
    private static void assertForecast(JsonNode item, JsonNode planned) {
        JsonNode forecast = planned.required("forecast");
        DatePrecision precision =
                DatePrecision.valueOf(forecast.path("precision").asString("DAY"));
        assertThat(precision)
                .isEqualTo(
                        switch (item.required("datePrecision").asString()) {
                            case "half" -> DatePrecision.HALF_YEAR;
                            case String stated -> DatePrecision.valueOf(stated.toUpperCase(Locale.ROOT));
                        });
        assertThat(forecast.required("date").asString())
                .isEqualTo(precision
                        .firstDay(LocalDate.parse(item.required("effectiveDate").asString()))
                        .toString());
        assertThat(planned.at("/provenance/dateQualifier").asString()).isEqualTo("NO_LATER_THAN");
    }

    @ParameterizedTest
    @MethodSource("items")
    void a_milestone_is_achieved_or_to_come_as_the_paper_says(Pointer pointer) {
        if (!pointer.pointer().startsWith("/milestones/")) return;
        JsonNode fact = fact(pointer.carried());
        JsonNode planned = fact(met.keys(pointer.carried())
                .filter(key -> fact(key).required("type").asString().equals("milestone-planned"))
                .findFirst()
                .orElseThrow());
        String status = planned.at("/payload/attributes/reportedStatus")
                .asString(fact.required("type").asString().equals("milestone-achieved") ? "ACHIEVED" : "PLANNED");
        assertThat(status).isEqualTo(item(pointer).required("status").asString());
    }

    @ParameterizedTest
    @MethodSource("items")
    void it_is_on_record_in_its_own_words(Pointer pointer) {
        // A path of escalation is spread over the boards and cases that it names.
        if (pointer.pointer().startsWith("/escalationPaths/")) return;
        String line = pointer.carried().replaceFirst("#.*", "");
        String onRecord = met.keys(line)
                .map(key -> fact(key).required("payload").toString())
                .reduce("", String::concat);
        for (Map.Entry<String, JsonNode> member : item(pointer).properties()) {
            boolean status = pointer.pointer().startsWith("/milestones/")
                    && member.getKey().equals("status");
            if (status || SAID_OTHERWISE.contains(member.getKey())) continue;
            words(member.getValue())
                    .forEach(word -> assertThat(written(member.getKey(), word))
                            .as("%s of %s in %s", member.getKey(), pointer.pointer(), onRecord)
                            .anyMatch(onRecord::contains));
        }
    }

    /** How a word may be on record: an amount in pounds, and a number that is qualified without the words that qualify it. */
    private static List<String> written(String member, String word) {
        List<String> written = new ArrayList<>(RENAMED.getOrDefault(word, List.of(word)));
        QUALIFIED.stream()
                .filter(word::endsWith)
                .findFirst()
                .ifPresent(end -> written.add(word.substring(0, word.length() - end.length())));
        if (member.contains("gbp") || member.contains("Gbp"))
            for (int scale : new int[] {3, 6})
                written.add(new BigDecimal(word)
                        .movePointRight(scale)
                        .stripTrailingZeros()
                        .toPlainString());
        return written;
    }

    @ParameterizedTest
    @MethodSource("items")
    void both_ends_of_a_dependency_are_those_of_the_paper(Pointer pointer) {
        if (!pointer.pointer().startsWith("/dependencies/")) return;
        JsonNode item = item(pointer);
        JsonNode payload = fact(pointer.carried()).required("payload");
        assertEnd(payload.required("receiver"), item.required("frm").asString(), payload);
        assertEnd(payload.required("giver"), item.required("to").asString(), payload);
    }

    private static void assertEnd(JsonNode end, String named, JsonNode payload) {
        if (end.has("description")) {
            assertThat(end.path("description").asString()).isEqualTo(named);
            return;
        }
        String initiative = end.required("initiative").asString();
        String known = payload.at("/provenance/effectiveOn").asString();
        String name = met.ask("/initiatives/" + initiative).at("/name/value").asString();
        assertThat(Stream.of(initiative, name, payload.at("/provenance/note").asString("")))
                .as("%s as known on %s", initiative, known)
                .anyMatch(word -> word.contains(named) || named.contains(word));
    }

    private static Stream<String> words(JsonNode node) {
        if (node.isNull()) return Stream.empty();
        if (node.isContainer()) return node.valueStream().flatMap(NothingForgottenJourneyTest::words);
        String text =
                node.isString() ? node.toString().substring(1, node.toString().length() - 1) : node.toString();
        return Stream.of(text);
    }

    private static JsonNode item(Pointer pointer) {
        assumeTrue(!papers.isMissingNode(), "the papers' facts are not beside this checkout");
        return papers.at(pointer.pointer());
    }

    private static JsonNode fact(String key) {
        return FACTS.computeIfAbsent(
                key, _ -> met.ask("/facts/" + met.position(key).orElseThrow()).required("fact"));
    }
}
