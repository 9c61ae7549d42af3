package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.appointed;
import static org.portfolioledger.query.AppointmentHistory.ended;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.AppointmentHistory.sroByPost;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.InitiativeHistory.closed;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.described;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.PostHistory.filled;
import static org.portfolioledger.query.PostHistory.post;
import static org.portfolioledger.query.PostHistory.vacated;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.JsonNode;

/** Who is and was accountable: gaps, terms, changes and figures at their boundaries; roles that posts hold. */
class AccountabilityTest {

    private static final String OF_PORTFOLIO = "/api/v1/portfolios/PF/accountability?asOf=";

    private static Served served;
    private static long beforeTheCorrection;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        for (String id : List.of("I1", "I2", "I3", "I4", "I5"))
            history.append(initiative(id, "Initiative " + id, "PF", "2012-01-01"));
        // Four holders, the second a day after the first had gone.
        history.append(held("I1", "A", "P-1", "2012-01-01"));
        history.append(ended("I1", "A", "2012-03-01"));
        history.append(held("I1", "B", "P-2", "2012-03-02"));
        history.append(held("I1", "C", "P-3", "2012-06-01"));
        history.append(held("I1", "D", "P-4", "2012-09-01"));
        // Acting until 31 January, the first day on which it should no longer be so.
        history.append(sro("I2", "A", AppointmentKind.ACTING, "2012-01-01"));
        // Nobody is the SRO of the third.
        history.append(post("PO", "PF", "2012-01-01"));
        history.append(filled("PO", "P-5", AppointmentKind.SUBSTANTIVE, "2012-01-01"));
        history.append(filled("PO", "P-6", AppointmentKind.SUBSTANTIVE, "2012-05-01"));
        history.append(vacated("PO", "2012-08-01"));
        history.append(sroByPost("I4", "A", "PO", "2012-01-01"));
        // One goes, and the next comes on the same day; the same person is appointed again.
        history.append(held("I5", "A", "P-1", "2012-01-01"));
        history.append(ended("I5", "A", "2012-03-01"));
        history.append(held("I5", "B", "P-2", "2012-03-01"));
        history.append(held("I5", "C", "P-2", "2012-04-01"));
        history.append(share("I1", "R", "P-9", 50, "2012-01-01"));
        history.append(share("I2", "R", "P-9", 50, "2012-01-01"));
        history.append(share("I5", "R", "P-9", 1, "2012-02-01"));
        history.append(board("BD", "2012-01-01"));
        history.append(businessCase("BC", "I1", "BD", "2012-01-01"));
        history.append(decided("BC", "BD", "2012-08-30"));
        history.append(described("PF", Role.SRO, "One of each", "2012-01-01"));
        beforeTheCorrection = history.append(described("PF", Role.SRO, "Accountable to the board", "2012-06-01"));
        last = history.append(ended("I5", "C", "2012-12-01"));
        served.get("/api/v1/portfolios", last);
    }

    private static GovernanceFact held(String initiative, String appointment, String person, String day) {
        return appointed(
                initiative, appointment, Role.SRO, AppointmentKind.SUBSTANTIVE, new Holder(person, null), 20, day);
    }

    private static GovernanceFact share(String initiative, String appointment, String person, int share, String day) {
        return appointed(
                initiative,
                appointment,
                Role.RISK_OWNER,
                AppointmentKind.SUBSTANTIVE,
                new Holder(person, null),
                share,
                day);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void one_question_finds_those_without_an_sro_with_one_acting_too_long_and_with_three_changes_in_two_years() {
        assertThat(concerned("2012-12-31", "&concern=ANY"))
                .containsExactly(
                        "I1 [\"FREQUENT_CHANGES\"]",
                        "I2 [\"ACTING_BEYOND_TERM\"]",
                        "I3 [\"NO_HOLDER\"]",
                        "I4 [\"NO_HOLDER\"]",
                        "I5 [\"NO_HOLDER\"]");
        assertThat(concerned("2012-12-31", "&concern=NO_HOLDER")).hasSize(3);
        assertThat(concerned("2012-12-31", "&concern=ANY&knownAt=position:" + beforeTheCorrection))
                .as("as known before the last ending")
                .hasSize(4);
        assertThat(concerned("2012-08-31", "&concern=FREQUENT_CHANGES")).isEmpty();
        assertThat(concerned("2012-09-01", "&concern=FREQUENT_CHANGES")).hasSize(1);
        assertThat(concerned("2012-08-31", "&concern=FREQUENT_CHANGES&changes=2"))
                .hasSize(1);
    }

    @Test
    void a_change_is_recent_for_so_many_months_to_the_day() {
        assertThat(concerned("2014-03-01", "&concern=FREQUENT_CHANGES")).hasSize(1);
        assertThat(concerned("2014-03-02", "&concern=FREQUENT_CHANGES")).isEmpty();
        assertThat(item("2014-03-02", "I1").get("recentChanges").asInt()).isEqualTo(2);
        assertThat(item("2014-03-02", "I1").get("changes").asInt()).isEqualTo(3);
        assertThat(concerned("2012-10-01", "&concern=FREQUENT_CHANGES&months=7"))
                .hasSize(1);
        assertThat(concerned("2012-10-02", "&concern=FREQUENT_CHANGES&months=7"))
                .isEmpty();
    }

    @Test
    void an_acting_holder_is_beyond_the_term_from_the_expected_end_on() {
        assertThat(concerned("2012-01-30", "&concern=ACTING_BEYOND_TERM")).isEmpty();
        assertThat(concerned("2012-01-31", "&concern=ACTING_BEYOND_TERM")).hasSize(1);
    }

    @Test
    void a_day_on_which_nobody_holds_the_role_is_a_gap_and_a_change_without_one_is_none() {
        assertThat(item("2012-12-31", "I1").get("gaps").toString())
                .isEqualTo("[{\"from\":\"2012-03-01\",\"to\":\"2012-03-02\",\"days\":1}]");
        assertThat(item("2012-03-01", "I1").get("gaps").toString()).isEqualTo("[{\"from\":\"2012-03-01\",\"days\":1}]");
        assertThat(item("2012-02-29", "I1").get("gaps").isEmpty()).isTrue();
        assertThat(item("2012-11-30", "I5").get("gaps").isEmpty()).isTrue();
        assertThat(item("2012-01-03", "I3").get("gaps").toString()).isEqualTo("[{\"from\":\"2012-01-01\",\"days\":3}]");
    }

    @Test
    void a_tenure_lasts_through_all_appointments_of_one_person_and_its_days_are_counted_to_the_day_asked_about() {
        JsonNode item = item("2012-11-30", "I5");
        assertThat(item.get("changes").asInt()).isEqualTo(1);
        assertThat(item.at("/tenures/1/appointments").toString()).isEqualTo("[\"B\",\"C\"]");
        assertThat(item.at("/tenures/1/from").asString()).isEqualTo("2012-03-01");
        assertThat(item.at("/tenures/1").has("to")).isFalse();
        assertThat(item("2012-12-31", "I1").get("tenures").findValues("days").toString())
                .isEqualTo("[60, 91, 92, 122]");
        assertThat(item("2012-12-31", "I1").get("medianTenureDays").asString()).isEqualTo("91.5");
        assertThat(item("2012-12-31", "I1").get("shareHeld").asString()).isEqualTo("99.7");
        assertThat(item("2012-12-31", "I1").at("/tenures/0/shareOfLife").asString())
                .isEqualTo("16.4");
        assertThat(item("2012-12-31", "I3").get("medianTenureDays").isNull()).isTrue();
        assertThat(item("2012-12-31", "I3").get("shareHeld").asString()).isEqualTo("0.0");
    }

    @Test
    void a_role_follows_the_holder_of_its_post() {
        String role = "/api/v1/initiatives/I4/appointments/A?asOf=";
        assertThat(get(role + "2012-04-30").at("/holder/person").asString()).isEqualTo("P-5");
        assertThat(get(role + "2012-05-01").at("/holder/person").asString()).isEqualTo("P-6");
        assertThat(get(role + "2012-05-01").at("/holder/post").asString()).isEqualTo("Director PO");
        assertThat(get(role + "2012-08-01").get("kind").asString()).isEqualTo("VACANT");
        JsonNode item = item("2012-12-31", "I4");
        assertThat(item.get("tenures").findValuesAsString("person")).containsExactly("P-5", "P-6");
        assertThat(item.get("tenures").findValues("days").toString()).isEqualTo("[121, 92]");
        assertThat(item.at("/gaps/0/from").asString()).isEqualTo("2012-08-01");
        assertThat(item.get("changes").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/initiatives/I4?asOf=2012-07-31").get("alerts").toString())
                .doesNotContain("NO_SRO");
        assertThat(get("/api/v1/initiatives/I4?asOf=2012-08-01").get("alerts").toString())
                .contains("NO_SRO");
        assertThat(status("2012-07-31").at("/sro/value/holder/person").asString())
                .isEqualTo("P-6");
        assertThat(status("2012-08-01").get("sro").isNull()).isTrue();
        assertThat(get("/api/v1/posts?person=p-6&asOf=2012-07-31").get("items")).hasSize(1);
        assertThat(get("/api/v1/posts?person=p-6&asOf=2012-08-01").get("items")).isEmpty();
    }

    private static JsonNode status(String day) {
        return get("/api/v1/portfolios/PF/status?asOf=" + day)
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals("I4"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_summary_is_of_all_open_initiatives_whatever_is_listed() {
        JsonNode summary = get(OF_PORTFOLIO + "2012-12-31&concern=OVERLAP").get("summary");
        assertThat(summary.toString())
                .isEqualTo("{\"initiatives\":5,\"withoutHolder\":3,\"actingBeyondTerm\":1,\"withFrequentChanges\":1,"
                        + "\"withOverlap\":0,\"changes\":5,\"recentChanges\":5,\"lifeDays\":1830,\"heldDays\":1279,"
                        + "\"shareHeld\":69.9,\"medianTenureDays\":92}");
    }

    @Test
    void those_that_ended_by_the_day_are_left_out_unless_they_are_asked_for() {
        History history = served.history();
        history.append(portfolio("PF-3", "2012-01-01"));
        for (String id : List.of("ENDED", "RUNNING")) history.append(initiative(id, id, "PF-3", "2012-01-01"));
        history.append(held("ENDED", "A", "P-1", "2012-01-01"));
        history.append(ended("ENDED", "A", "2012-01-04"));
        long position = history.append(closed("ENDED", "2012-01-05"));
        String question = "/api/v1/portfolios/PF-3/accountability?asOf=2012-01-06";
        assertThat(counted(question, position)).isEqualTo("1 of [RUNNING]: 0 of 6 days, 0.0");
        assertThat(counted(question + "&initiatives=OPEN", position)).isEqualTo("1 of [RUNNING]: 0 of 6 days, 0.0");
        assertThat(counted(question + "&initiatives=CLOSED", position)).isEqualTo("1 of [ENDED]: 3 of 4 days, 75.0");
        assertThat(counted(question + "&initiatives=ANY", position))
                .isEqualTo("2 of [ENDED, RUNNING]: 3 of 10 days, 30.0");
        assertThat(counted("/api/v1/portfolios/PF-3/accountability?asOf=2012-01-04", position))
                .as("the last day on which it was open")
                .isEqualTo("2 of [ENDED, RUNNING]: 3 of 8 days, 37.5");
        assertThat(counted("/api/v1/portfolios/PF-3/accountability?initiatives=CLOSED&asOf=2012-01-04", position))
                .isEqualTo("0 of []: 0 of 0 days, null");
    }

    private static String counted(String question, long position) {
        JsonNode view = served.get(question, position);
        JsonNode summary = view.get("summary");
        return "%s of %s: %s of %s days, %s"
                .formatted(
                        summary.get("initiatives"),
                        view.get("items").findValuesAsString("initiative"),
                        summary.get("heldDays"),
                        summary.get("lifeDays"),
                        summary.get("shareHeld"));
    }

    @Test
    void the_life_of_an_initiative_begins_with_its_opening_whatever_its_level_becomes() {
        History history = served.history();
        history.append(portfolio("PF-4", "2012-01-01"));
        history.append(initiative("GROWN", "Grown", "PF-4", "2012-01-01"));
        history.append(held("GROWN", "A", "P-1", "2012-01-06"));
        long position =
                history.append(InitiativeHistory.levelChanged("GROWN", InitiativeLevel.PROGRAMME, "2012-01-09"));
        JsonNode item = served.get("/api/v1/portfolios/PF-4/accountability?asOf=2012-01-10", position)
                .at("/items/0");
        assertThat(item.get("shareHeld").asString()).isEqualTo("50.0");
        assertThat(item.get("gaps").toString())
                .isEqualTo("[{\"from\":\"2012-01-01\",\"to\":\"2012-01-06\",\"days\":5}]");
    }

    @Test
    void who_comes_back_after_a_gap_is_no_other_holder() {
        History history = served.history();
        history.append(portfolio("PF-5", "2012-01-01"));
        history.append(initiative("BACK", "Back", "PF-5", "2012-01-01"));
        for (int n = 1; n <= 4; n++) {
            history.append(held("BACK", "A" + n, "P-1", "2012-0%s-01".formatted(n)));
            history.append(ended("BACK", "A" + n, "2012-0%s-15".formatted(n)));
        }
        long position = history.append(held("BACK", "B", "P-2", "2012-05-01"));
        String question = "/api/v1/portfolios/PF-5/accountability?asOf=";
        JsonNode same = served.get(question + "2012-04-14", position).at("/items/0");
        assertThat(same.get("tenures")).hasSize(4);
        assertThat(same.get("changes").asInt()).isZero();
        assertThat(same.get("recentChanges").asInt()).isZero();
        assertThat(same.get("concerns").toString()).isEqualTo("[]");
        assertThat(served.get(question + "2012-05-01", position)
                        .at("/items/0/changes")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_role_that_a_post_holds_rests_on_the_appointment_and_on_who_holds_the_post() {
        String known = "2012-01-01T00:00:00Z";
        History history = served.history().in("OLD-POSTS");
        history.known(known, RegisterHistory.registerNamed("OLD-POSTS", "Old", "2012-01-01"));
        history.known(known, portfolio("PF-BY", "2012-01-01"));
        history.known(known, initiative("BY", "By post", "PF-BY", "2012-01-01"));
        history.known(known, post("PO-BY", null, "2012-01-01"));
        history.known(known, filled("PO-BY", "P-1", AppointmentKind.SUBSTANTIVE, "2012-01-01"));
        long appointed = history.unmet(known, sroByPost("BY", "A", "PO-BY", "2012-02-01"), "ONE_RULE");
        long second =
                history.unmet(known, filled("PO-BY", "P-2", AppointmentKind.SUBSTANTIVE, "2012-06-01"), "OTHER_RULE");
        long left = history.known(known, vacated("PO-BY", "2012-09-01"));

        assertThat(grounds(sroOf("BY", "2012-05-31", left))).isEqualTo("2012-02-01 " + appointed + " [\"ONE_RULE\"]");
        assertThat(grounds(sroOf("BY", "2012-06-01", left)))
                .isEqualTo("2012-06-01 " + second + " [\"ONE_RULE\",\"OTHER_RULE\"]");
        JsonNode byPost = sroOf("BY", "2012-06-01", left).at("/value/heldByPost");
        assertThat(byPost.get("value").asString()).isEqualTo("PO-BY");
        assertThat(grounds(byPost)).isEqualTo("2012-02-01 " + appointed + " [\"ONE_RULE\"]");
        String role = "/api/v1/initiatives/BY/appointments/A?asOf=";
        assertThat(grounds(served.get(role + "2012-06-01", left)))
                .isEqualTo("2012-06-01 " + second + " [\"ONE_RULE\",\"OTHER_RULE\"]");
        assertThat(grounds(served.get(role + "2012-09-01", left))).isEqualTo("2012-09-01 " + left + " [\"ONE_RULE\"]");
        assertThat(grounds(served.get("/api/v1/portfolios/PF-BY/role-holders?asOf=2012-06-01", left)
                        .at("/items/0/roles/0")))
                .isEqualTo("2012-06-01 " + second + " [\"ONE_RULE\",\"OTHER_RULE\"]");
        JsonNode tenures = served.get("/api/v1/initiatives/BY/accountability?role=SRO&asOf=2012-06-01", left)
                .at("/items/0/tenures");
        assertThat(tenures.findValues("fact").toString()).isEqualTo("[%s, %s]".formatted(appointed, second));
        long corrected = history.correct(
                Instant.parse(known),
                second,
                "misread",
                filled("PO-BY", "P-3", AppointmentKind.SUBSTANTIVE, "2012-06-02"));
        assertThat(grounds(sroOf("BY", "2012-06-02", corrected))).startsWith("2012-06-02 " + corrected);
    }

    private static JsonNode sroOf(String initiative, String day, long position) {
        return served.get("/api/v1/portfolios/PF-" + initiative + "/status?asOf=" + day, position)
                .at("/items/0/sro");
    }

    private static String grounds(JsonNode grounded) {
        return "%s %s %s"
                .formatted(grounded.get("since").asString(), grounded.get("fact"), grounded.path("unmetRules"));
    }

    @Test
    void who_holds_what_is_listed_by_person_with_the_sum_of_the_stated_shares() {
        String person = "/api/v1/portfolios/PF/role-holders?person=P-9&asOf=";
        assertThat(get(person + "2012-01-31").at("/items/0/timeCommitment").asInt())
                .isEqualTo(100);
        assertThat(get(person + "2012-01-31").at("/items/0/alerts").isEmpty()).isTrue();
        assertThat(get(person + "2012-02-01").at("/items/0/timeCommitment").asInt())
                .isEqualTo(101);
        assertThat(get(person + "2012-02-01").at("/items/0/alerts").toString()).isEqualTo("[\"OVERCOMMITTED\"]");
        assertThat(get(person + "2012-02-01").at("/items/0/roles").findValuesAsString("initiative"))
                .containsExactly("I1", "I2", "I5");
        JsonNode all = get("/api/v1/portfolios/PF/role-holders?asOf=2012-07-31");
        assertThat(all.get("items").findValuesAsString("person")).containsExactly("P-1", "P-2", "P-3", "P-6", "P-9");
        assertThat(all.at("/items/3/roles").findValuesAsString("role")).containsExactly("SRO", "PORTFOLIO_DIRECTOR");
        assertThat(all.at("/items/3/roles").findValuesAsString("post")).containsExactly("PO", "PO");
    }

    @Test
    void changes_are_near_an_approval_within_ninety_days_before_and_after_it() {
        String near = "/api/v1/portfolios/PF/role-changes-near-approvals?asOf=";
        assertThat(get(near + "2012-12-31")
                        .at("/items/0/changes")
                        .findValues("days")
                        .toString())
                .isEqualTo("[-90, 2]");
        assertThat(get(near + "2012-12-31&days=89")
                        .at("/items/0/changes")
                        .findValues("days")
                        .toString())
                .isEqualTo("[2]");
        assertThat(get(near + "2012-12-31&days=2").get("items")).hasSize(1);
        assertThat(get(near + "2012-12-31&days=1").get("items")).isEmpty();
        assertThat(get(near + "2012-12-31&days=3650").at("/items/0/changes").toString())
                .contains("{\"on\":\"2012-03-01\",\"days\":-182,\"before\":{\"person\":\"P-1\"}}")
                .contains("{\"on\":\"2012-03-02\",\"days\":-181,\"after\":{\"person\":\"P-2\"}}");
        assertThat(get(near + "2012-08-31")
                        .at("/items/0/changes")
                        .findValues("days")
                        .toString())
                .isEqualTo("[-90]");
        assertThat(get(near + "2012-08-29").get("items")).isEmpty();
        assertThat(get(near + "2012-12-31&initiative=i2").get("items")).isEmpty();
    }

    @Test
    void what_a_role_means_is_the_description_of_the_day() {
        String role = "/api/v1/portfolios/PF/role-descriptions/sro?asOf=";
        assertThat(get(role + "2012-05-31").get("description").asString()).isEqualTo("One of each");
        assertThat(get(role + "2012-06-01").get("description").asString()).isEqualTo("Accountable to the board");
    }

    @Test
    void from_its_closure_on_an_initiative_has_no_gaps_and_nothing_is_of_concern() {
        History history = served.history();
        history.append(portfolio("PF-2", "2012-01-01"));
        history.append(initiative("DONE", "Done", "PF-2", "2012-01-01"));
        history.append(held("DONE", "A", "P-1", "2012-01-02"));
        history.append(ended("DONE", "A", "2012-01-04"));
        long position = history.append(closed("DONE", "2012-01-05"));
        JsonNode item = served.get("/api/v1/initiatives/DONE/accountability?role=SRO&asOf=2012-02-01", position)
                .at("/items/0");
        assertThat(item.get("gaps").toString())
                .isEqualTo("[{\"from\":\"2012-01-01\",\"to\":\"2012-01-02\",\"days\":1},"
                        + "{\"from\":\"2012-01-04\",\"to\":\"2012-01-05\",\"days\":1}]");
        assertThat(item.get("concerns").isEmpty()).isTrue();
        assertThat(item.get("shareHeld").asString()).isEqualTo("50.0");
        assertThat(served.get("/api/v1/portfolios/PF-2/accountability?asOf=2012-02-01", position)
                        .get("items"))
                .isEmpty();
        assertThat(served.get("/api/v1/portfolios/PF-2/accountability?asOf=2012-01-04", position)
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void two_holders_at_once_are_of_concern_where_the_source_has_them() {
        History history = served.history().in("OLD");
        history.known("2012-01-01T00:00:00Z", RegisterHistory.registerNamed("OLD", "Old", "2012-01-01"));
        history.known("2012-01-01T00:00:00Z", portfolio("PF-OLD", "2012-01-01"));
        history.known("2012-01-01T00:00:00Z", initiative("TWO", "Two", "PF-OLD", "2012-01-01"));
        history.known("2012-01-01T00:00:00Z", held("TWO", "A", "P-1", "2012-01-02"));
        long position =
                history.unmet("2012-01-01T00:00:00Z", held("TWO", "B", "P-2", "2012-02-01"), "OVERLAPPING_APPOINTMENT");
        String question = "/api/v1/portfolios/PF-OLD/accountability?asOf=";
        JsonNode item = served.get(question + "2012-03-01", position).at("/items/0");
        assertThat(item.get("concerns").toString()).isEqualTo("[\"OVERLAP\"]");
        assertThat(item.get("tenures").findValues("overlaps").toString()).isEqualTo("[false, true]");
        history.known("2012-01-01T00:00:00Z", ended("TWO", "B", "2012-04-01"));
        position = history.known("2012-01-01T00:00:00Z", held("TWO", "C", "P-3", "2012-04-01"));
        assertThat(served.get(question + "2012-03-31", position)
                        .at("/items/0/concerns")
                        .toString())
                .isEqualTo("[\"OVERLAP\"]");
        JsonNode over = served.get(question + "2012-04-01", position).at("/items/0");
        assertThat(over.get("concerns").toString()).as("once it is over").isEqualTo("[]");
        assertThat(over.get("tenures").findValues("overlaps").toString()).isEqualTo("[false, true, false]");
    }

    @Test
    void the_list_is_cut_into_pages_sorted_and_given_whole() {
        String question = OF_PORTFOLIO + "2012-12-31&sort=-changes,name";
        JsonNode first = get(question + "&limit=2");
        assertThat(first.get("items").findValuesAsString("initiative")).containsExactly("I1", "I4");
        JsonNode second = get(question + "&limit=2&cursor=" + first.get("next").asString());
        assertThat(second.get("items").findValuesAsString("initiative")).containsExactly("I5", "I2");
        assertThat(second.get("summary")).isEqualTo(first.get("summary"));
        byte[] page =
                served.ask(question + "&limit=1000&knownAt=position:" + last).body();
        byte[] whole =
                served.ask(question + "&limit=all&knownAt=position:" + last).body();
        assertThat(new String(whole, StandardCharsets.UTF_8)).isEqualTo(new String(page, StandardCharsets.UTF_8));
    }

    private static List<String> concerned(String day, String more) {
        return get(OF_PORTFOLIO + day + more)
                .get("items")
                .valueStream()
                .map(item -> item.get("initiative").asString() + " " + item.get("concerns"))
                .toList();
    }

    private static JsonNode item(String day, String initiative) {
        return get("/api/v1/initiatives/" + initiative + "/accountability?role=SRO&asOf=" + day)
                .at("/items/0");
    }

    private static JsonNode get(String question) {
        return served.get(question, last);
    }
}
