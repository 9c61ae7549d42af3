package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The seven snapshots of the Government Major Projects Portfolio, read by a mapping alone: the same answers as the press of the day had. */
class GmppJourneyTest {

    private static final Path FILE =
            Path.of(System.getProperty("checkout", "."), "..", "shared", "data", "gmpp", "gmpp-2013-2019.csv");
    private static final List<Integer> SNAPSHOTS = List.of(2013, 2014, 2015, 2016, 2017, 2018, 2019);

    private static final String HEADER =
            "snapshot_date,publication_year,gmpp_id,project_name,department,category,dca_scale,dca_ipa,dca_sro,start_date,"
                    + "end_date,fy_baseline_gbp_m,fy_forecast_gbp_m,wlc_baseline_gbp_m,benefits_gbp_m\n";

    /** A later snapshot by the scheme of three points, for the break alone: no such figures were published. */
    private static final String THREE_POINTS = HEADER + """
            2021-03-31,2021,HO_0016_1213-Q1,Another name,HO,,three_point,RED,,,,,,,
            2021-03-31,2021,,high speed RAIL  programme (HS2),DFT,,three_point,AMBER,,,,,,,
            """;

    /** Of each snapshot: rating, end and whole-life cost in pounds. */
    private static final List<String> EMERGENCY = List.of(
            "AMBER_RED 2020-12-31 16750000",
            "AMBER 2020-12-31 5367080000",
            "AMBER 2020-12-31 5319230000",
            "AMBER 2020-12-31 4861700000",
            "RED 2020-12-31 5058630000",
            "AMBER_RED 2020-12-31 5058630000",
            "AMBER_RED 2022-12-31 9521920000");

    private static Halves halves;
    private static Caller command;
    private static Caller query;
    private static byte[] file;
    private static long last;
    private static String esmcp;

    @BeforeAll
    static void load() throws IOException {
        boolean there = Files.exists(FILE);
        if (!there)
            System.out.println("The GMPP snapshots are not beside the checkout: their golden answers are not compared");
        assumeTrue(there, "the GMPP snapshots are not beside the checkout");
        file = Files.readAllBytes(FILE);
        halves = Halves.fresh();
        command = halves.command();
        query = halves.query();
        settle("GMPP");
        for (int year : SNAPSHOTS) last = imported(year, "").position();
        record(
                "/portfolios/GMPP/rating-schemes/DCA_FIVE/replacements",
                "{'by': 'DCA_THREE', 'version': 1}",
                "2021-03-31",
                "2021-07-01");
        last = taken("GMPP", THREE_POINTS.getBytes(StandardCharsets.UTF_8), "&snapshot=2021-03-31&knownAt=2021-07-01")
                .position();
        esmcp = items("/initiatives?name=Emergency+Services+Mobile&asOf=2016-09-30")
                .getFirst()
                .get("id")
                .asString();
    }

    /** A register with a portfolio and a mapping, all of one id. */
    private static void settle(String id) {
        record("/registers", "{'id': '%s', 'name': 'Government Major Projects Portfolio'}".formatted(id));
        record(
                "/portfolios",
                "{'id': '%s', 'register': '%s', 'name': 'Government Major Projects Portfolio'}".formatted(id, id));
        for (String scheme : List.of("DCA_FIVE", "DCA_THREE"))
            record("/portfolios/" + id + "/rating-schemes", scheme(scheme));
        ObjectNode mapping = (ObjectNode) template("gmpp").get("mapping");
        mapping.put("id", id).put("register", id).put("portfolio", id);
        mapping.put("knownAt", "2013-01-01").put("effectiveOn", "2013-01-01");
        last = command.post("migrator", "/mappings", mapping.toString()).position();
    }

    @AfterAll
    static void stop() {
        if (halves != null) halves.close();
    }

    @Test
    void each_snapshot_shows_as_many_projects_as_were_published() {
        Map<Integer, Integer> published =
                Map.of(2013, 199, 2014, 188, 2015, 143, 2016, 143, 2017, 133, 2018, 133, 2019, 125);
        published.forEach(
                (year, projects) -> assertThat(items("/portfolios/GMPP/status?asOf=%s-09-30&limit=500".formatted(year)))
                        .as("%s", year)
                        .hasSize(projects));
    }

    @Test
    void the_ratings_of_2016_are_those_of_the_press() {
        assertThat(ratings("asOf=2016-09-30"))
                .isEqualTo(Map.of(
                        "GREEN",
                        5,
                        "AMBER_GREEN",
                        23,
                        "AMBER",
                        71,
                        "AMBER_RED",
                        34,
                        "RED",
                        4,
                        "EXEMPT",
                        5,
                        "RESET",
                        1));
    }

    @Test
    void the_whole_life_cost_of_2016_is_that_of_the_press() {
        assertThat(wholeLifeCost("asOf=2016-09-30")).isEqualByComparingTo("455460980000");
    }

    @Test
    void before_the_publication_the_snapshot_of_2015_is_all_that_is_known() {
        assertThat(ratings("asOf=2016-09-30&knownAt=2017-06-30"))
                .isEqualTo(Map.of("GREEN", 10, "AMBER_GREEN", 29, "AMBER", 55, "AMBER_RED", 38, "RED", 6, "EXEMPT", 5));
        assertThat(items("/portfolios/GMPP/status?asOf=2016-09-30&knownAt=2017-06-30&limit=500"))
                .hasSize(143);
        assertThat(ratings("asOf=2016-09-30&knownAt=2017-07-01")).containsEntry("AMBER", 71);
    }

    @Test
    void the_emergency_network_is_followed_through_the_years_and_each_year_is_known_from_its_publication_on() {
        for (int year : SNAPSHOTS) {
            int index = SNAPSHOTS.indexOf(year);
            String before = "asOf=%s-09-30&knownAt=%s-06-30".formatted(year, year + 1);
            String after = "asOf=%s-09-30&knownAt=%s-07-01".formatted(year, year + 1);
            assertThat(emergency(after)).as("%s", year).isEqualTo(EMERGENCY.get(index));
            if (index > 0)
                assertThat(emergency(before)).as("before %s", year + 1).isEqualTo(EMERGENCY.get(index - 1));
        }
        assertThat(query.getAfter(last, "/initiatives/" + esmcp + "?asOf=2013-09-30&knownAt=2014-06-30")
                        .status())
                .isEqualTo(404);
        assertThat(ask("/initiatives/" + esmcp).at("/aliases/GMPP/value").asString())
                .isEqualTo("HO_0016_1213-Q1");
    }

    @Test
    void the_whole_life_cost_of_the_emergency_network_is_kept_as_each_snapshot_stated_it() {
        JsonNode stated = ask("/budgets/" + esmcp + "-WLC?asOf=2019-09-30").at("/figures/BUDGET/GMPP return");
        List<String> through = new ArrayList<>();
        for (JsonNode one : stated.get("earlier")) through.add(said(one));
        through.add(said(stated.get("last")));
        assertThat(through)
                .containsExactly(
                        "2013-09-30 16750000",
                        "2014-09-30 5367080000",
                        "2015-09-30 5319230000",
                        "2016-09-30 4861700000",
                        "2017-09-30 5058630000",
                        "2018-09-30 5058630000",
                        "2019-09-30 9521920000");
        long fact = stated.at("/last/fact").asLong();
        assertThat(ask("/facts/" + fact).toString())
                .contains("\"knownAt\":\"2020-06-30T23:00:00", "Government Major Projects Portfolio data, 2020");
    }

    private static String said(JsonNode stated) {
        return stated.get("since").asString() + " "
                + stated.at("/value/money/0/money/amount").decimalValue().toBigInteger();
    }

    @Test
    void the_budget_and_the_forecast_of_each_financial_year_stand_side_by_side_with_the_variance() {
        JsonNode line = ask("/budgets/" + esmcp + "-FY?asOf=2014-09-30");
        assertThat(line.at("/counted/BUDGET").valueStream().map(GmppJourneyTest::ofYear))
                .containsExactly("2013/14 6820000", "2014/15 9600000");
        assertThat(line.at("/counted/FORECAST").valueStream().map(GmppJourneyTest::ofYear))
                .containsExactly("2013/14 10240000", "2014/15 13200000");
        assertThat(line.at("/variances")
                        .valueStream()
                        .map(one -> one.get("year").asString() + " "
                                + one.get("above").decimalValue().toBigInteger()))
                .containsExactly("2013/14 3420000", "2014/15 3600000");
        assertThat(line.at("/alerts").toString()).contains("FORECAST_ABOVE_BUDGET");
    }

    @Test
    void benefits_become_a_benefit_of_the_initiative_and_what_is_not_stated_any_more_counts_no_more() {
        String rows = HEADER
                + "2021-09-30,2022,,Benefits first,DFT,,three_point,AMBER,,,,,,10.5,200.25\n"
                + "2022-09-30,2023,,Benefits first,DFT,,three_point,AMBER,,,,,,,\n"
                + "2023-09-30,2024,,Benefits first,DFT,,three_point,AMBER,,,,,,,\n"
                + "2024-09-30,2025,,Benefits first,DFT,,three_point,AMBER,,,,,,11,201\n";
        settle("BENEFITS");
        for (int year : List.of(2021, 2022, 2023, 2024))
            last = taken(
                            "BENEFITS",
                            rows.getBytes(StandardCharsets.UTF_8),
                            "&snapshot=%s-09-30&knownAt=%s-07-01".formatted(year, year + 1))
                    .position();
        Map<Integer, String> costs = Map.of(2021, "10500000", 2022, "", 2023, "", 2024, "11000000");
        costs.forEach((year, cost) -> assertThat(cost("GMPP-Benefits-first", "asOf=%s-09-30".formatted(year)))
                .as("%s", year)
                .isEqualTo(cost));
        assertThat(ask("/benefits/GMPP-Benefits-first-BEN?asOf=2021-09-30").toString())
                .contains("200250000");
        assertThat(ask("/benefits/GMPP-Benefits-first-BEN/history")
                        .get("items")
                        .valueStream()
                        .map(one -> one.get("type").asString()))
                .containsExactly(
                        "benefit-opened",
                        "benefit-profile-stated",
                        "benefit-profile-withdrawn",
                        "benefit-profile-stated");
    }

    @Test
    void a_scheme_that_replaced_another_is_counted_alone_from_that_day_on() {
        assertThat(ratings("DCA_FIVE", "asOf=2021-03-30")).hasSizeGreaterThan(4);
        assertThat(ratings("DCA_THREE", "asOf=2021-03-31")).isEqualTo(Map.of("AMBER", 1, "RED", 1));
        assertThat(ratings("DCA_FIVE", "asOf=2021-03-31&knownAt=2021-06-30")).hasSizeGreaterThan(4);
        assertThat(items("/portfolios/GMPP/status?asOf=2021-03-31&limit=500")).hasSize(2);
    }

    @Test
    void a_project_that_is_missing_has_left_and_keeps_its_history() {
        List<JsonNode> left = items("/portfolios/GMPP/exits?limit=500");
        assertThat(left).isNotEmpty();
        String one = left.getFirst()
                .at("/initiative")
                .asString(left.getFirst().at("/id").asString());
        assertThat(ask("/initiatives/" + one + "/history").toString()).contains("rag-assessed", "initiative-exited");
    }

    @Test
    void a_snapshot_that_is_sent_again_changes_nothing() {
        for (int year : List.of(2013, 2016, 2019)) {
            JsonNode report = imported(year, "").json();
            assertThat(report.get("recorded").asLong())
                    .as("%s: %s", year, report)
                    .isZero();
            assertThat(report.get("refused").asLong()).isZero();
            assertThat(report.get("replayed").asLong()).isGreaterThan(125);
        }
    }

    @Test
    void a_dry_run_keeps_nothing() {
        long head = ask("/portfolios/GMPP").get("position").asLong();
        Caller.Reply reply = taken("GMPP", file, "&snapshot=2019-09-30&knownAt=2021-07-01&dryRun=true&edition=2");
        assertThat(reply.json().get("dryRun").asBoolean()).isTrue();
        assertThat(ask("/portfolios/GMPP").get("position").asLong()).isEqualTo(head);
    }

    private static Caller.Reply imported(int year, String more) {
        return taken("GMPP", file, "&snapshot=%s-09-30&knownAt=%s-07-01%s".formatted(year, year + 1, more));
    }

    private static Caller.Reply taken(String mapping, byte[] sent, String more) {
        Caller.Reply reply = command.sheet("migrator", "csv", "text/csv", sent, "?mapping=" + mapping + more);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private static String scheme(String name) {
        List<String> ratings = name.equals("DCA_FIVE")
                ? List.of("GREEN", "AMBER_GREEN", "AMBER", "AMBER_RED", "RED")
                : List.of("GREEN", "AMBER", "RED");
        StringBuilder body = new StringBuilder("{'scheme': '" + name + "', 'criteria': ['OVERALL'], 'ratings': [");
        List<String> defined = new ArrayList<>();
        for (String rating : ratings) defined.add("{'rating': '%s', 'definition': 'as published'}".formatted(rating));
        return body.append(String.join(", ", defined)).append("]}").toString();
    }

    private static void record(String path, String body) {
        record(path, body, "2013-01-01", "2013-01-01");
    }

    private static void record(String path, String body, String effectiveOn, String knownAt) {
        String dates = ", \"effectiveOn\": \"%s\", \"knownAt\": \"%s\"}".formatted(effectiveOn, knownAt);
        Caller.Reply reply =
                command.post("migrator", path, body.replace('\'', '"').replaceFirst("}$", dates));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        last = reply.position();
    }

    private static JsonNode template(String id) {
        return command.get("office", "/imports/templates")
                .json()
                .get("items")
                .valueStream()
                .filter(template -> template.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode ask(String path) {
        Caller.Reply reply = query.getAfter(last, path);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = ask(path);
        while (true) {
            page.get("items").forEach(items::add);
            if (!page.hasNonNull("next")) return items;
            page = ask(path + "&cursor=" + page.get("next").asString());
        }
    }

    private static Map<String, Integer> ratings(String at) {
        return ratings("DCA_FIVE", at);
    }

    private static Map<String, Integer> ratings(String scheme, String at) {
        Map<String, Integer> counts = new TreeMap<>();
        JsonNode status = ask("/portfolios/GMPP/status?limit=1&" + at);
        assertThat(status.get("countsByRating"))
                .as("%s", status.get("countsByRating"))
                .hasSize(1);
        JsonNode line = status.get("countsByRating").get(0);
        assertThat(line.get("scheme").asString()).isEqualTo(scheme);
        assertThat(line.get("assessor").asString()).isEqualTo("INDEPENDENT");
        line.get("ratings")
                .forEach(each -> counts.put(
                        each.get("rating").asString(), each.get("count").asInt()));
        return counts;
    }

    /** All budgets that are of no year. */
    private static BigDecimal wholeLifeCost(String at) {
        return ask("/portfolios/GMPP/budget-totals?level=YEAR&limit=500&" + at)
                .get("items")
                .valueStream()
                .filter(total -> !total.hasNonNull("year"))
                .map(total -> total.at("/figures/BUDGET/number").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Rating, end and whole-life cost of the emergency network. */
    private static String emergency(String at) {
        JsonNode rating = ask("/initiatives/" + esmcp + "/rag-assessments/OVERALL:INDEPENDENT?" + at);
        JsonNode end = ask("/initiatives/" + esmcp + "/milestones/END?" + at);
        return "%s %s %s"
                .formatted(
                        rating.at("/rating").asString(rating.at("/value/rating").asString("")),
                        end.at("/forecast/value/date").asString(""),
                        cost(esmcp, at));
    }

    /** The whole-life cost of an initiative that counts, in pounds; empty: none. */
    private static String cost(String initiative, String at) {
        return ask("/budgets/" + initiative + "-WLC?" + at)
                .at("/counted/BUDGET")
                .valueStream()
                .map(one -> one.get("number").decimalValue().toBigInteger().toString())
                .reduce("", String::concat);
    }

    private static String ofYear(JsonNode figure) {
        return figure.get("year").asString() + " "
                + figure.get("number").decimalValue().toBigInteger();
    }
}
