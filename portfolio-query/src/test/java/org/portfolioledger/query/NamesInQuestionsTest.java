package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AccountingAssessmentHistory.assessed;
import static org.portfolioledger.query.ActionHistory.action;
import static org.portfolioledger.query.ActionHistory.handedOn;
import static org.portfolioledger.query.BenefitHistory.benefit;
import static org.portfolioledger.query.BenefitHistory.benefitOwner;
import static org.portfolioledger.query.BenefitHistory.stated;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.ContractHistory.contract;
import static org.portfolioledger.query.ContractHistory.contractAwarded;
import static org.portfolioledger.query.DeliveryPlanHistory.plan;
import static org.portfolioledger.query.DocumentHistory.document;
import static org.portfolioledger.query.EqualityAssessmentHistory.equality;
import static org.portfolioledger.query.EqualityAssessmentHistory.tied;
import static org.portfolioledger.query.ExternalRequestHistory.externalRequest;
import static org.portfolioledger.query.ExternalRequestHistory.requestAssigned;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MappingHistory.mapping;
import static org.portfolioledger.query.MilestoneHistory.baseline;
import static org.portfolioledger.query.MilestoneHistory.date;
import static org.portfolioledger.query.MilestoneHistory.milestone;
import static org.portfolioledger.query.OutsideDecisionHistory.outsideDecision;
import static org.portfolioledger.query.PortfolioHistory.group;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.PostHistory.post;
import static org.portfolioledger.query.ProtectiveMarkingHistory.entityMarked;
import static org.portfolioledger.query.RagHistory.rated;
import static org.portfolioledger.query.ReviewHistory.review;
import static org.portfolioledger.query.RiskHistory.inResponse;
import static org.portfolioledger.query.RiskHistory.risk;
import static org.portfolioledger.query.RiskHistory.riskOwner;
import static org.portfolioledger.query.VacancyRequestHistory.vacancyRequested;
import static org.portfolioledger.query.WorkforceControlHistory.workforceControl;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasGiven;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadRequestArgumentResolver;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.RagRating;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * A question that names what is nowhere on record is refused; what is on record only later gives an empty list. Every
 * filter of every read is asked, as {@link ReadParameters} lists them.
 */
class NamesInQuestionsTest {

    private static final Map<String, String> ON_RECORD = Map.ofEntries(
            Map.entry("register", "MPS"),
            Map.entry("portfolio", "PF"),
            Map.entry("initiative", "I1"),
            Map.entry("board", "B1"),
            Map.entry("actor", "a.clerk"),
            Map.entry("stream", "initiative-I1"),
            Map.entry("owner", "TP"),
            Map.entry("alias", "HO_12"),
            Map.entry("level", "CORPORATE"),
            Map.entry("criterion", "OVERALL"),
            Map.entry("document", "D1"),
            Map.entry("review", "R1"),
            Map.entry("risk", "RK1"),
            Map.entry("benefit", "BN1"),
            Map.entry("statedIn", "Plan"),
            Map.entry("mapping", "MAP1"),
            Map.entry("business-case", "BC1"),
            Map.entry("post", "PO1"),
            Map.entry("person", "P-7"),
            Map.entry("supplier", "Builders"),
            Map.entry("unit", "homes"),
            Map.entry("budget", "BU1"),
            Map.entry("businessGroup", "TP"),
            Map.entry("baseline", "1"),
            Map.entry("milestone", "M1"),
            Map.entry("against", "1"),
            Map.entry("sha256", "ab".repeat(32)));

    /** What reads take beside names: a search for part of a name finds nothing, the others are read by their paths. */
    private static final List<String> TEXTS = List.of(
            "actorKind",
            "attribute",
            "businessGroups",
            "from",
            "include",
            "kind",
            "name",
            "scheme",
            "slipsFrom",
            "to",
            "type",
            "year");

    private static Served served;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(new RegisterOpened("MPS", "Metropolitan Police Service", on("2011-01-01")));
        history.append(portfolio("PF", "2011-01-01"));
        history.append(group("PF", "TP", "Territorial Policing", "2011-01-01"));
        history.append(initiative("I1", "One", "PF", "2011-01-01"));
        history.append(new InitiativeAliasGiven("I1", "GMPP", "HO_12", on("2011-01-01")));
        history.append(rated("I1", "MPS_2011", RagRating.AMBER, "2011-02-01"));
        history.append(document("D1", "Progress", "ab".repeat(32), "2011-01-01"));
        history.append(action("A1", "I1", null, "2011-01-01"));
        history.append(handedOn("A1", "TP", "2011-02-01"));
        history.append(review("R1", ReviewKind.GATE_2, new ReviewSubject("I1", null, null), "2011-01-01"));
        history.append(businessCase("BC1", "I1", "B1", "2011-01-01"));
        history.append(equality("EIA1", "I1", null, "2011-01-01"));
        history.append(tied("EIA1", "BC1", "2011-01-01"));
        history.append(assessed("AOA1", "BC1", "2011-01-01"));
        history.append(vacancyRequested("VAC1", "B1", "I1", "2011-12-31", "2011-01-01"));
        history.append(plan("PLAN1", "I1", 10, "2011-01-01"));
        history.append(externalRequest("REQ1", "B1", null, "2011-01-01"));
        history.append(requestAssigned("REQ1", "TP", "2011-02-01"));
        history.append(contract("CON1", "I1", "BC1", null, "2011-01-01"));
        history.append(milestone("I1", "M1", date("2011-12-31"), "2011-01-01"));
        history.append(baseline("I1", 1, date("2011-12-31"), List.of("M1"), "2011-01-01"));
        history.append(contractAwarded("CON1", "Builders", "2012-12-31", "2011-02-01"));
        history.append(outsideDecision("OD1", OutsideOutcome.SUBMITTED, List.of("I1"), "PF", "2011-01-01"));
        history.append(workforceControl("WC1", "PF", "2011-01-01"));
        history.append(entityMarked("PM1", "workforce-control-WC1", Marking.RESTRICTED, "2011-01-01"));
        history.append(mapping("MAP1", "PF", "2011-01-01"));
        history.append(risk("RK1", RiskLevel.PROGRAMME, "I1", "2011-01-01"));
        history.append(riskOwner("RK1", "TP", "2011-02-01"));
        history.append(benefit("BN1", "I1", "2011-01-01"));
        history.append(benefitOwner("BN1", "TP", "2011-02-01"));
        history.append(stated("BN1", "Plan", Map.of("2011/12", "-1"), "2011-02-01"));
        history.append(BudgetHistory.budget("BU1", BudgetKind.CAPITAL, "I1", null, "2011-01-01"));
        history.append(BudgetHistory.budget("BU2", BudgetKind.CAPITAL, "I1", "BU1", "2011-01-01"));
        history.append(BudgetHistory.budgetFigures("BU1", BudgetFigure.BUDGET, "Plan", "2011/12", "9", "2011-01-01"));
        history.append(MeasureHistory.measure("ME1", "homes", "I1", null, "2011-01-01"));
        history.append(inResponse("A2", "RK1", null, "2011-01-01"));
        history.append(post("PO1", "PF", "2011-01-01"));
        history.append(PostHistory.filled("PO1", "P-7", AppointmentKind.SUBSTANTIVE, "2011-01-01"));
        last = history.append(board("B1", "2011-01-01"));
        served.get("/api/v1/initiatives", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    /** One read. */
    record Read(String path, ReadParameters asks) {
        @Override
        public String toString() {
            return path;
        }

        Stream<Filter> names() {
            return Stream.of(
                            Arrays.stream(asks.filters()).map(filter -> new Filter(this, filter, filter)),
                            Arrays.stream(asks.named()).map(named -> new Filter(this, named.filter(), named.kind())),
                            Arrays.stream(asks.stated())
                                    .map(stated -> new Filter(this, stated.filter(), stated.filter())))
                    .flatMap(Function.identity());
        }
    }

    /** A filter of a read, and what it names. */
    record Filter(Read read, String name, String what) {
        @Override
        public String toString() {
            return read.path + "?" + name;
        }

        String asks(String value) {
            String question = read.path.endsWith("/changes") ? "?from=position:0&" : "?";
            if (read.path.endsWith("/series")) question = "?from=2011-01-01&";
            return read.path + question + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    static List<Read> reads() {
        List<Read> reads = new ArrayList<>();
        served.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    ReadParameters asks = ReadRequestArgumentResolver.parametersOf(method);
                    if (asks != null && asks.value() != ReadParameters.Form.LOG)
                        mapping.getPatternValues().forEach(path -> reads.add(new Read(filled(path), asks)));
                });
        return reads;
    }

    private static String filled(String path) {
        String filled = path;
        for (Map.Entry<String, String> known : ON_RECORD.entrySet())
            filled = filled.replace("{" + known.getKey() + "}", known.getValue());
        return filled;
    }

    static Stream<Filter> names() {
        return reads().stream().flatMap(Read::names);
    }

    @Test
    void every_list_of_entities_is_asked() {
        assertThat(names().map(Filter::toString))
                .contains("/api/v1/initiatives?owner", "/api/v1/changes?register", "/api/v1/audit/facts?actor")
                .hasSizeGreaterThan(15);
        assertThat(reads().stream()
                        .flatMap(read -> Arrays.stream(read.asks().texts()))
                        .distinct()
                        .sorted())
                .isEqualTo(TEXTS);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_that_is_nowhere_on_record_is_refused(Filter filter) {
        for (String nowhere : List.of("NOPE", "nope nope", "%", "'", filter.name() + "-", "x".repeat(300))) {
            assertThat(served.refusal(filter.asks(nowhere), "Sync-Token", Long.toString(last)))
                    .as(nowhere)
                    .isEqualTo("400 unknown-name");
        }
        assertThat(new String(served.ask(filter.asks("NOPE")).body(), StandardCharsets.UTF_8))
                .contains("\"parameter\":\"" + filter.name() + "\"");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_that_is_on_record_later_gives_an_empty_list(Filter filter) {
        String asked = filter.asks(Objects.requireNonNull(ON_RECORD.get(filter.what()), "a name for the filter"));
        assertThat(served.refusal(asked, "Sync-Token", Long.toString(last))).startsWith("200");
        if (Arrays.asList(filter.read().asks().texts()).contains("from")) return;
        // What is not known then slips by nothing.
        if (filter.read().path().endsWith("/impact")) return;
        JsonNode earlier = served.get(asked + "&knownAt=position:0", last);
        assertThat(earlier.path("items").size() + earlier.path("nodes").size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_id_is_one_whatever_its_case(Filter filter) {
        String first = Objects.requireNonNull(ON_RECORD.get(filter.what()), "a name for the filter");
        String other = first.equals(first.toUpperCase(Locale.ROOT))
                ? first.toLowerCase(Locale.ROOT)
                : first.toUpperCase(Locale.ROOT);
        // The path of the list behind a sum repeats the question.
        assertThat(items(filter.asks(other))).isEqualToIgnoringCase(items(filter.asks(first)));
    }

    private static String text(String question) {
        return new String(served.ask(question).body(), StandardCharsets.UTF_8);
    }

    private static String items(String question) {
        JsonNode answer = served.get(question, last);
        return answer.path("items") + " " + answer.path("nodes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i1", "%491", "%69%31", "I%31"})
    void an_id_in_a_path_is_one_however_it_is_written(String id) {
        assertThat(served.get("/api/v1/initiatives/" + id, last).get("id").asString())
                .isEqualTo("I1");
        assertThat(served.get("/api/v1/initiatives/" + id + "/rag-assessments", last)
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void all_unknown_names_are_listed_at_once() {
        byte[] answer = served.ask("/api/v1/initiatives?parent=NO&owner=NOBODY&portfolio=PF")
                .body();
        assertThat(new String(answer, StandardCharsets.UTF_8))
                .contains("\"parameter\":\"parent\"", "\"parameter\":\"owner\"")
                .doesNotContain("\"parameter\":\"portfolio\"");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void a_range_that_ends_before_it_begins_is_refused(Read read) {
        for (ReadParameters.Range range : read.asks().ranges()) {
            String asked = read.path() + "?" + range.name() + "From=%s&" + range.name() + "To=%s";
            assertThat(served.refusal(asked.formatted("2026-02-02", "2026-01-01")))
                    .isEqualTo("400 reversed-range");
            assertThat(served.refusal(asked.formatted("2026-02-02", "2026-02-02")))
                    .startsWith("200");
            assertThat(served.refusal(asked.formatted("2026-02-02", "2026-02-31")))
                    .isEqualTo("400 malformed-request");
            for (String nothing : List.of("x", "position:1", "position:x"))
                assertThat(text(read.path() + "?" + range.name() + "From=" + nothing))
                        .contains("is not a date (yyyy-mm-dd)", "\"parameter\":\"" + range.name() + "From\"")
                        .doesNotContain("position:N", "whole number");
            if (range.moments())
                assertThat(served.refusal(asked.formatted("2026-02-02T12:00:00Z", "2026-02-02")))
                        .isEqualTo("400 reversed-range");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=position:4&to=position:3",
                "from=2012-02-02&to=2012-02-01",
                "from=2012-01-02@position:3&to=2012-01-01@position:4"
            })
    void changes_between_points_in_the_wrong_order_are_refused(String points) {
        assertThat(served.refusal("/api/v1/changes?" + points, "Sync-Token", Long.toString(last)))
                .isEqualTo("400 reversed-range");
    }

    @Test
    void a_verification_takes_an_id_whatever_its_case() {
        var answer = served.operate(
                "/api/v1/audit/row-verifications", "{\"kind\": \"initiative\", \"id\": \"i1\", \"register\": \"mps\"}");
        String begun = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(begun).isEqualTo(202);
        assertThat(begun).contains("\"id\":\"I1\"", "\"register\":\"MPS\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"register\": \"NOPE\"}", "{\"kind\": \"initiative\", \"id\": \"NOPE\"}", "{\"id\": \"NOPE\"}"
            })
    void a_verification_of_what_is_nowhere_on_record_is_refused(String body) {
        var answer = served.operate("/api/v1/audit/row-verifications", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("/problems/unknown-name");
    }
}
