package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the Met's papers of 2011 and 2018 say is answered, with the paper that says it, and nothing before it came. */
class PapersJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String PAPER = "MPS Change Programme Update, Resources and Productivity Sub Committee";
    private static final String KNOWN = "asOf=2011-06-13&knownAt=2011-06-14";
    private static final String THE_DAY_BEFORE = "asOf=2011-06-13&knownAt=2011-06-12";
    private static final String OF_2018 = "asOf=2018-03-05&knownAt=2018-03-06";

    private static MetRegister met;

    @BeforeAll
    static void load() {
        met = MetRegister.load(HALVES);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void four_programmes_were_green_overall_and_the_realignment_of_specialist_crime_amber() {
        JsonNode status = met.ask("/portfolios/PF-CHANGE-2011/status?limit=1000&" + KNOWN);
        Map<String, String> overall = status.required("items")
                .valueStream()
                .flatMap(item -> item.path("ratings")
                        .valueStream()
                        .map(rating -> rating.path("value"))
                        .filter(value -> value.path("criterion").asString("").equals("OVERALL"))
                        .map(value -> Map.entry(
                                item.path("id").asString(), value.path("rating").asString())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(overall)
                .isEqualTo(Map.of(
                        "PG-DRM",
                        "GREEN",
                        "PG-TPDEV",
                        "GREEN",
                        "PG-TRAIN",
                        "GREEN",
                        "PG-LEAN",
                        "GREEN",
                        "PG-SCD",
                        "AMBER"));
        JsonNode counts = status.required("countsByRating")
                .valueStream()
                .filter(count -> count.path("criterion").asString("").equals("OVERALL"))
                .findFirst()
                .orElseThrow();
        assertThat(counts.path("ratings"))
                .extracting(
                        each -> each.path("rating").asString(),
                        each -> each.path("count").asInt())
                .containsExactly(tuple("GREEN", 4), tuple("AMBER", 1));
        assertThat(counts.path("scheme").asString()).isEqualTo("MPS_2011");
    }

    @Test
    void the_plans_of_ten_and_of_a_hundred_days_came_from_the_review_of_2012() {
        String known = "asOf=2012-10-31&knownAt=2012-10-31";
        assertThat(items("/delivery-plans?review=AR-DELOITTE-2012&" + known))
                .extracting(plan -> plan.path("id").asString())
                .containsExactlyInAnyOrder("PLAN-10DAY", "PLAN-100DAY");
        assertThat(items("/delivery-plans?register=MPS&asOf=2012-10-31&knownAt=2012-10-30"))
                .isEmpty();
        Map.of("PRODUCT", 5, "OUTCOME", 15, "SUCCESS_FACTOR", 8)
                .forEach((kind, number) -> assertThat(
                                items("/delivery-plans/PLAN-100DAY/items?limit=100&kind=%s&%s".formatted(kind, known)))
                        .as(kind)
                        .hasSize(number));
        assertThat(met.ask("/delivery-plans/PLAN-10DAY?" + known).has("period"))
                .as("nothing says that it was started")
                .isFalse();
    }

    @Test
    void recommendation_8_of_the_london_assembly_was_answered_by_the_update_of_2014() {
        JsonNode request = met.ask("/external-requests/AR-LABPC-8?asOf=2014-08-31&knownAt=2014-08-31");
        assertThat(request.at("/number/value").asString()).isEqualTo("8");
        assertThat(request.at("/board/value").asString()).isEqualTo("BD-LABPC");
        assertThat(request.at("/answer/value/document").asString()).isEqualTo("DOC-2014-TT");
        assertThat(items("/external-requests?board=BD-LABPC&status=OPEN&asOf=2014-08-30&knownAt=2014-08-31"))
                .hasSize(1);
    }

    @Test
    void every_rating_of_the_paper_gives_its_rationale_and_leads_to_the_paper() {
        for (String programme : List.of("PG-DRM", "PG-TPDEV", "PG-TRAIN", "PG-LEAN", "PG-SCD")) {
            List<JsonNode> ratings = items("/initiatives/" + programme + "/rag-assessments?" + KNOWN);
            assertThat(ratings).as(programme).isNotEmpty().allSatisfy(rating -> {
                assertThat(rating.path("rationale").asString("")).as(programme).isNotBlank();
                assertThat(EveryRead.at(rating, "/unmetRules/*")).contains("RATING_WITHOUT_ASSESSOR");
                assertPaper(rating, programme.equals("PG-SCD") ? "B.15" : "B.13", "2011-06-13");
            });
        }
    }

    /** CRIB, from the Management Board's approval in principle in 2010 to the year in which it was to be everywhere. */
    @Test
    void the_story_of_crib_is_told_from_2010_to_2012() {
        long decided = met.position("met:/decisions/0").orElseThrow();
        String known = "knownAt=2011-06-13";
        assertThat(met.refusal("/decisions/" + decided + "?knownAt=2011-06-12")).isEqualTo("not-known-then");

        assertThat(met.refusal("/business-cases/BC-CRIB?asOf=2010-12-07&" + known))
                .isEqualTo("not-in-effect-then");
        JsonNode decision = met.ask("/decisions/" + decided + "?" + known);
        assertThat(decision.at("/day").asString()).isEqualTo("2010-12-08");
        assertThat(decision.at("/decision/outcome").asString()).isEqualTo("APPROVED_IN_PRINCIPLE");
        assertThat(decision.at("/decision/businessCase").asString()).isEqualTo("BC-CRIB");
        assertThat(decision.at("/decision/board").asString()).isEqualTo("BD-MB");
        assertThat(decision.has("authority"))
                .as("the paper has the board no earlier than June 2011")
                .isFalse();
        assertThat(decision.has("meeting")).as("the paper names no meeting").isFalse();
        assertThat(EveryRead.at(decision, "/decision/unmetRules/*"))
                .contains("DECISION_WITHOUT_MEETING", "DECISION_WITHOUT_PERSONS");

        for (String day : List.of("2010-12-08", "2011-06-13", "2012-12-31")) {
            JsonNode story = met.ask("/business-cases/BC-CRIB?asOf=" + day + "&" + known);
            assertThat(EveryRead.at(story, "/outcomes/*/value/outcome")).as(day).isEqualTo("APPROVED_IN_PRINCIPLE");
            assertThat(story.at("/outcomes/0/value/attributes/fullRollOutExpected")
                            .asString())
                    .as(day)
                    .isEqualTo("2012");
            assertThat(story.at("/outcomes/0/value/finalApproval").asBoolean())
                    .as(day)
                    .isFalse();
        }
        assertThat(met.ask("/initiatives/PJ-038?asOf=2012-12-31&" + known).has("closure"))
                .isFalse();
    }

    @Test
    void the_risks_of_territorial_policing_development_were_amber_because_it_depends_on_others() {
        List<JsonNode> risks = items("/initiatives/PG-TPDEV/rag-assessments?criterion=RISKS_AND_MITIGATION&" + KNOWN);
        assertThat(risks).hasSize(1);
        assertThat(risks.getFirst().path("rating").asString()).isEqualTo("AMBER");
        assertThat(risks.getFirst().path("rationale").asString()).contains("HR lead times");
        assertPaper(risks.getFirst(), "B.13", "2011-06-13");
    }

    @Test
    void the_day_before_the_paper_came_nobody_knew_anything_of_it() {
        for (String path : List.of(
                "/portfolios/PF-CHANGE-2011/status",
                "/initiatives/PG-TPDEV",
                "/business-cases/BC-CRIB",
                "/boards/BD-MB",
                "/initiatives/PJ-043/downstream",
                "/dependencies/DEP-001",
                "/registers/MPS"))
            assertThat(met.refusal(path + "?" + THE_DAY_BEFORE)).as(path).isEqualTo("not-known-then");
        for (String list : List.of("/portfolios", "/initiatives", "/boards", "/business-cases", "/dependencies"))
            assertThat(items(list + "?register=MPS&" + THE_DAY_BEFORE)).as(list).isEmpty();
        assertThat(items("/initiatives/PG-TPDEV/rag-assessments?" + THE_DAY_BEFORE))
                .isEmpty();
        assertThat(items("/audit/facts?register=MPS&knownAt=2011-06-12")).isEmpty();
        assertThat(met.refusal("/facts/" + met.position("met:/decisions/0").orElseThrow() + "?knownAt=2011-06-12"))
                .isEqualTo("not-known-then");
    }

    @Test
    void crib_was_approved_in_principle_by_the_management_board_on_a_day_whose_year_is_inferred() {
        JsonNode approval = decisionOn("BC-CRIB");
        assertThat(approval.path("board").asString()).isEqualTo("BD-MB");
        assertThat(approval.path("outcome").asString()).isEqualTo("APPROVED_IN_PRINCIPLE");
        assertThat(approval.path("finalApproval").asBoolean()).isFalse();
        assertThat(approval.path("since").asString()).isEqualTo("2010-12-08");
        assertThat(approval.path("inferred").asBoolean(false)).isTrue();
        assertPaper(approval, "B.40", "2011-06-13");
        assertThat(met.ask("/business-cases/BC-CRIB?" + KNOWN).at("/initiative").asString())
                .isEqualTo("PJ-038");
        assertThat(items("/business-cases/BC-CRIB/decisions?asOf=2010-12-08&knownAt=2011-06-13"))
                .as("stated on 13 June 2011 of 8 December 2010")
                .hasSize(1);
        assertThat(items("/business-cases/BC-CRIB/decisions?asOf=2010-12-07&knownAt=2011-06-13"))
                .isEmpty();
        assertThat(met.refusal("/business-cases/BC-CRIB?asOf=2010-12-08&knownAt=2011-06-12"))
                .isEqualTo("not-known-then");
    }

    @ParameterizedTest
    @CsvSource({"BC-IBO-CCC, PJ-040", "BC-INTELLIGENCE, PJ-039", "BC-DUTIES, PJ-DUTIES"})
    void three_cases_were_finally_approved_by_the_governance_board_in_may_2011(String businessCase, String initiative) {
        JsonNode approval = decisionOn(businessCase);
        assertThat(approval.path("board").asString()).isEqualTo("BD-GB");
        assertThat(approval.path("outcome").asString()).isEqualTo("APPROVED");
        assertThat(approval.path("finalApproval").asBoolean(false)).isTrue();
        assertThat(approval.path("since").asString()).isEqualTo("2011-05-01");
        assertThat(approval.path("datePrecision").asString()).isEqualTo("MONTH");
        assertPaper(approval, "B.9", "2011-06-13");
        assertThat(met.ask("/business-cases/" + businessCase + "?" + KNOWN)
                        .path("initiative")
                        .asString())
                .isEqualTo(initiative);
        assertThat(decision(businessCase, "asOf=2011-05-20&knownAt=2011-06-14")
                        .path("imprecise")
                        .asBoolean(false))
                .as("within May nobody can say whether it was approved already")
                .isTrue();
        assertThat(approval.has("imprecise")).isFalse();
    }

    @Test
    void the_estate_hangs_on_public_access_and_there_the_path_ends() {
        List<JsonNode> hit = items("/initiatives/PJ-043/downstream?" + KNOWN);
        assertThat(hit).hasSize(1);
        assertThat(hit.getFirst().path("initiative").asString()).isEqualTo("PJ-005");
        assertThat(EveryRead.at(hit.getFirst(), "/path/*/dependency")).isEqualTo("DEP-001");
        assertThat(items("/initiatives/PJ-005/downstream?" + KNOWN)).isEmpty();

        JsonNode dependency = met.ask("/dependencies/DEP-001?" + KNOWN);
        assertThat(dependency.at("/giver/value/initiative").asString()).isEqualTo("PJ-043");
        assertThat(dependency.at("/receiver/value/initiative").asString()).isEqualTo("PJ-005");
        assertPaper(dependency.required("giver"), "B.9", "2011-06-13");
        assertThat(met.ask("/initiatives/PJ-005?" + KNOWN).at("/name/value").asString())
                .isEqualTo("Corporate Real Estate");
    }

    @Test
    void if_public_access_slips_ninety_days_the_estate_slips_ninety_days() {
        JsonNode impact = met.ask("/initiatives/PJ-043/impact?slipDays=90&slipsFrom=2011-06-13&" + KNOWN);
        assertThat(impact.get("hit").asInt()).isEqualTo(1);
        assertThat(impact.get("absorbed").asInt()).isZero();
        JsonNode estate = impact.at("/items/0");
        assertThat(estate.path("initiative").asString()).isEqualTo("PJ-005");
        assertThat(estate.get("slipDays").asInt())
                .as("the paper states no dates, so nothing absorbs any of it")
                .isEqualTo(90);
        assertThat(EveryRead.at(estate, "/path/*/dependency")).isEqualTo("DEP-001");
        for (String by : List.of("PJ-043", "PG-TPDEV"))
            assertThat(EveryRead.at(
                            met.ask("/initiatives/" + by + "/impact?slipDays=90&" + KNOWN), "/items/*/initiative"))
                    .as("by way of Corporate Real Estate")
                    .contains("PJ-005");
        assertThat(met.ask("/initiatives/PJ-005/impact?slipDays=90&" + KNOWN).get("items"))
                .isEmpty();
        for (String end : List.of("PJ-043", "PJ-005"))
            assertThat(met.ask("/initiatives/" + end + "/history?kind=dependency&knownAt=2011-06-14")
                            .get("items")
                            .toString())
                    .as("the history of both ends tells it")
                    .contains("DEP-001");
    }

    @Test
    void the_dependencies_of_the_change_programme_have_their_enabling_areas_in_common() {
        String portfolio = "/portfolios/PF-CHANGE-2011";
        JsonNode matrix = met.ask(portfolio + "/dependency-matrix?part=ENABLING_AREAS&" + KNOWN);
        assertThat(matrix.get("items")
                        .valueStream()
                        .map(cell -> cell.at("/receiver/programme").asString("")
                                + cell.at("/receiver/area").asString("")))
                .contains("PG-TPDEV");
        JsonNode themes = met.ask(portfolio + "/dependency-themes?" + KNOWN);
        assertThat(EveryRead.at(themes, "/items/*/value"))
                .contains("INTER_PROGRAMME")
                .contains("PJ-005");
        assertThat(items(portfolio + "/dependency-conflicts?" + KNOWN))
                .as("no paper of 2011 states a date")
                .isEmpty();
        List<JsonNode> changed = items(portfolio + "/dependency-changes?from=2011-06-12&to=2011-06-14");
        assertThat(changed).hasSizeGreaterThan(5);
        assertThat(changed.getFirst().at("/changes/0/change").asString()).isEqualTo("ADDED");
    }

    @Test
    void the_dependencies_of_2018_are_other_ones() {
        List<String> of2011 = ids("/dependencies?register=MPS&limit=1000&" + KNOWN);
        List<String> of2018 = ids("/dependencies?register=MPS&limit=1000&" + OF_2018);
        assertThat(of2011).hasSize(10).contains("DEP-001", "DEP-010").doesNotContain("DEP-018");
        assertThat(of2018).contains("DEP-017", "DEP-018", "DEP-023");
        JsonNode estate = items("/dependencies?initiative=PG-ESTATE&" + OF_2018).getFirst();
        assertThat(estate.at("/giver/value/description").asString()).isEqualTo("Public Access consultation");
        assertThat(estate.at("/giver/since").asString()).isEqualTo("2018-03-05");
        assertThat(publishedOn(estate.required("giver"))).isEqualTo("2018-03-05");
        assertThat(ids("/dependencies?initiative=PG-ESTATE&" + KNOWN)).isEmpty();
        assertThat(met.refusal("/initiatives/PG-ESTATE/downstream?" + KNOWN)).isEqualTo("not-known-then");
    }

    @Test
    void what_the_reviewers_of_2012_recommended_is_open_on_new_year_as_known_then_and_as_known_now() {
        String open = "/reviews/AR-DELOITTE-2012/recommendations?state=OPEN&limit=100&asOf=2013-01-01&knownAt=";
        List<JsonNode> then = items(open + "2013-01-01");
        assertThat(then).hasSize(26).allSatisfy(recommendation -> {
            assertThat(EveryRead.at(recommendation, "/alerts/*")).isEqualTo("UNMET_RULES");
            assertThat(EveryRead.at(recommendation, "/unmetRules/*")).isEqualTo("RECOMMENDATION_WITHOUT_GRADE");
            assertThat(recommendation.has("grade")).as("no grade is made up").isFalse();
        });
        assertThat(items(open + "2018-03-06").stream()
                        .map(item -> item.path("id").asString()))
                .isEqualTo(then.stream().map(item -> item.path("id").asString()).toList());
        assertThat(met.refusal("/reviews/AR-DELOITTE-2012?asOf=2013-01-01&knownAt=2012-10-30"))
                .isEqualTo("not-known-then");
        assertThat(items("/reviews/AR-DELOITTE-2012/recommendations?grade=CRITICAL_DO_NOW&asOf=2013-01-01"))
                .isEmpty();
        // They are of no portfolio, and in the list of all.
        String all = "/recommendations?register=MPS&grade=NOT_STATED&open=TRUE&limit=1000&asOf=2013-01-01&knownAt=";
        for (String known : List.of("2013-01-01", "2018-03-06"))
            assertThat(items(all + known).stream()
                            .filter(item -> item.path("review").asString().equals("AR-DELOITTE-2012")))
                    .hasSize(26);
        assertThat(items("/documents?register=MPS&asOf=2014-04-28&knownAt=2014-04-28").stream()
                        .filter(document -> EveryRead.at(document, "/alerts/*").contains("DOCUMENT_REVIEW_OVERDUE"))
                        .map(document -> document.path("id").asString()))
                .containsExactly("DOC-2013-ICTSAV");
    }

    private static JsonNode decisionOn(String businessCase) {
        return decision(businessCase, KNOWN);
    }

    private static JsonNode decision(String businessCase, String point) {
        List<JsonNode> decisions = items("/business-cases/" + businessCase + "/decisions?" + point);
        assertThat(decisions).as(businessCase).hasSize(1);
        return decisions.getFirst();
    }

    @Test
    void the_largest_contract_ends_in_2015_and_nothing_on_record_follows_it() {
        assertThat(ids("/contracts?endsFrom=2015-12-01&endsTo=2016-01-01&asOf=2012-10-31&knownAt=2012-10-31"))
                .containsExactly("CON-GEN2");
        JsonNode contract = met.ask("/contracts/CON-GEN2?asOf=2014-08-31");
        assertThat(contract.at("/extension/value/toMaximum").asBoolean()).isTrue();
        assertThat(contract.at("/changes/0/value/effect").asString()).contains("re-tender");
        assertThat(ids("/contracts?overdue=TRUE&asOf=2015-12-31")).isEmpty();
        assertThat(ids("/contracts?overdue=TRUE&asOf=2016-01-01")).containsExactly("CON-GEN2");
    }

    @Test
    void every_risk_of_the_papers_is_on_record_with_what_was_done_about_it() {
        assertThat(ids("/risks?register=MPS&asOf=2018-03-05")).hasSize(20);
        assertThat(ids("/risks?initiative=PG-TPDEV&asOf=2011-06-13"))
                .containsExactly("RISK-001", "RISK-002", "RISK-003");
        assertThat(ids("/portfolios/PF-CHANGE-2011/risks?level=STRATEGIC&asOf=2011-06-13"))
                .containsExactly("RISK-007");
        assertThat(ids("/portfolios/PF-TRANSFORM-2018/risks?level=PORTFOLIO&asOf=2018-03-05"))
                .hasSize(7);
        JsonNode risk = met.ask("/risks/RISK-007?asOf=2011-06-13");
        assertThat(risk.at("/response/value/description").asString()).contains("GBP 25.1m resilience");
        assertThat(risk.at("/level/unmetRules").valueStream().map(JsonNode::asString))
                .contains("LEVEL_WITHOUT_GATEKEEPER", "RISK_WITHOUT_OWNER");
        assertThat(met.ask("/portfolios/PF-CHANGE-2011?asOf=2011-06-13")
                        .at("/riskGovernance/0/value/gatekeeper/post")
                        .asString())
                .isEqualTo("Strategy & Improvement Department");
        JsonNode map = met.ask("/portfolios/PF-TRANSFORM-2018/risk-heat-map?asOf=2018-03-05");
        assertThat(map.get("notScored")).as("the papers score none").hasSize(7);
        assertThat(met.ask("/portfolios/PF-TRANSFORM-2018/risk-movements?from=2014-08-31&to=2018-03-05")
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("move").asString()))
                .hasSize(7)
                .containsOnly("NEW");
    }

    @Test
    void what_was_decided_outside_boards_is_in_the_words_of_the_papers() {
        assertThat(ids("/outside-decisions?outcome=SUBMITTED&asOf=2018-03-05")).containsExactly("OD-DESPATCH");
        assertThat(ids("/outside-decisions?initiative=PG-TT&asOf=2014-08-31")).containsExactly("OD-TT-STRATEGY");
        assertThat(met.ask("/outside-decisions/OD-FRONT-COUNTERS?asOf=2018-03-05")
                        .at("/outcome/value/wording")
                        .asString())
                .isEqualTo("ANNOUNCED");
    }

    @Test
    void the_first_early_departures_have_the_figures_that_were_reported_and_no_others() {
        JsonNode control = met.ask("/workforce-controls/WC-EDS-1?asOf=2011-06-13");
        assertThat(control.at("/offers/value").asInt()).isEqualTo(1349);
        assertThat(control.at("/accepted/value").asInt()).isEqualTo(448);
        assertThat(control.at("/cost/value/amount").asInt()).isEqualTo(12_500_000);
        assertThat(control.at("/cost/value/confidence").asString()).isEqualTo("NOT_STATED");
        assertThat(met.ask("/workforce-controls/WC-EDS-2?asOf=2011-06-13").has("offers"))
                .isFalse();
        assertThat(ids("/workforce-controls?kind=VOLUNTARY_REDUNDANCY&asOf=2011-06-13"))
                .containsExactly("WC-VR-3");
    }

    @Test
    void how_likely_a_portfolio_is_to_deliver_is_as_the_papers_say_without_a_rating() {
        JsonNode confidence =
                met.ask("/portfolios/PF-TRANSFORM-2018?asOf=2018-03-05").get("deliveryConfidence");
        assertThat(confidence.at("/NOT_STATED/value/trend").asString()).isEqualTo("IMPROVED");
        assertThat(confidence.at("/NOT_STATED/unmetRules/0").asString()).isEqualTo("CONFIDENCE_WITHOUT_ASSESSOR");
        assertThat(confidence.at("/Transformation Directorate/value/topIssues")).hasSize(3);
        assertThat(confidence.at("/Transformation Directorate/value").has("trend"))
                .isFalse();
        assertThat(met.ask("/portfolios/PF-TRANSFORM-2018?asOf=2018-03-05").toString())
                .doesNotContain("\"rating\"");
        assertThat(met.ask("/portfolios/PF-CHANGE-2011?asOf=2011-06-13")
                        .at("/equalityRequirements/FULL/value/levels/0")
                        .asString())
                .isEqualTo("PROJECT");
        assertThat(met.ask("/portfolios/PF-CHANGE-2011/history").findValuesAsString("type"))
                .contains("equality-requirement-set");
    }

    /** The paper of a value, by way of the fact on which it rests. */
    private static void assertPaper(JsonNode grounded, String reference, String publishedOn) {
        JsonNode fact = met.ask("/facts/" + grounded.required("fact").asLong()).required("fact");
        JsonNode source = fact.at("/payload/provenance/source");
        assertThat(source.path("document").asString()).isEqualTo(PAPER);
        assertThat(source.path("reference").asString()).isEqualTo(reference);
        assertThat(source.path("publishedOn").asString()).isEqualTo(publishedOn);
        assertThat(fact.path("effectiveOn").asString())
                .isEqualTo(grounded.required("since").asString());
    }

    private static String publishedOn(JsonNode grounded) {
        return met.ask("/facts/" + grounded.required("fact").asLong())
                .at("/fact/payload/provenance/source/publishedOn")
                .asString();
    }

    private static List<String> ids(String path) {
        return items(path).stream().map(item -> item.path("id").asString()).toList();
    }

    private static List<JsonNode> items(String path) {
        return met.ask(path).required("items").valueStream().toList();
    }
}
