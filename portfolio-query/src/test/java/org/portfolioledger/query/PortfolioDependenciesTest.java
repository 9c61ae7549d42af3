package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.DependencyHistory.promised;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.levelChanged;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyNeedChanged;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.Placement;
import tools.jackson.databind.JsonNode;

/**
 * The dependencies of a portfolio, counted and compared. Programme P has the projects P1 and P2, programme Q has Q1; F lies in
 * another portfolio, below no programme.
 */
class PortfolioDependenciesTest {

    private static final String PF = "/api/v1/portfolios/PF/dependency-";

    private static Served served;
    private static long last;
    private static long missed;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(portfolio("PF-2", "2012-01-01"));
        for (String programme : List.of("P", "Q")) {
            history.append(initiative(programme, "Programme " + programme, "PF", "2012-01-01"));
            history.append(levelChanged(programme, InitiativeLevel.PROGRAMME, "2012-01-01"));
        }
        for (String project : List.of("P1", "P2", "Q1")) {
            history.append(
                    initiative(project, "Project", new Placement(project.substring(0, 1), null), on("2012-01-01")));
            history.append(levelChanged(project, InitiativeLevel.PROJECT, "2012-01-01"));
        }
        history.append(initiative("F", "Far", "PF-2", "2012-01-01"));
        history.append(levelChanged("F", InitiativeLevel.PROJECT, "2012-01-01"));
        history.append(depends("D1", end("P1"), end("Q1"), "2012-06-01"));
        history.append(depends("D2", end("P2"), end("Q"), "2012-07-01"));
        history.append(depends("D3", area("HR"), end("P1"), null));
        history.append(depends("D4", area("hr "), end("P2"), null));
        history.append(depends("D5", end("F"), end("P"), null));
        history.append(depends("D6", end("F"), end("F"), null));
        history.append(promised("D1", "2012-06-02", "2012-02-01"));
        missed = history.append(new DependencyStatusUpdated("D2", DependencyStatus.MISSED, null, on("2012-07-02")));
        history.append(new DependencyAgreed("D1", DependencySide.GIVER, null, on("2012-02-01")));
        history.append(new DependencyNeedChanged("D1", LocalDate.parse("2012-06-10"), null, on("2012-05-20")));
        last = history.append(new DependencyStatusUpdated("D5", DependencyStatus.WITHDRAWN, null, on("2012-08-01")));
        served.get("/api/v1/initiatives", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void the_matrix_counts_initiatives_with_their_programme_and_areas_whatever_their_letters() {
        JsonNode cells = items("matrix?asOf=2012-07-02");
        assertThat(cells.valueStream().map(PortfolioDependenciesTest::cell))
                .containsExactly("P < F 1 PROPOSED", "P < HR 2 PROPOSED", "Q < P 2 MISSED");
        JsonNode worst = cells.at("/2");
        assertThat(worst.at("/worst/fact").asLong()).isEqualTo(missed);
        assertThat(worst.at("/byStatus").toString()).isEqualTo("{\"PROPOSED\":1,\"MISSED\":1}");
        assertThat(worst.get("dependencies").findValuesAsString("dependency")).containsExactly("D1", "D2");
        assertThat(worst.at("/giver/name").asString()).isEqualTo("Programme P");
        assertThat(items("matrix?asOf=2012-07-02&part=ENABLING_AREAS")).hasSize(1);
        assertThat(items("matrix?asOf=2012-08-01").valueStream().map(PortfolioDependenciesTest::cell))
                .as("what was withdrawn is not counted")
                .containsExactly("P < HR 2 PROPOSED", "Q < P 2 MISSED");
        assertThat(items("matrix?asOf=2012-07-01").at("/2/worst/value").asString())
                .as("the day before it was missed")
                .isEqualTo("PROPOSED");
    }

    @Test
    void a_conflict_of_the_matrix_names_the_promise() {
        assertThat(items("matrix?asOf=2012-05-19")
                        .at("/2/conflicts/0/dependency")
                        .asString())
                .isEqualTo("D1");
        assertThat(items("matrix?asOf=2012-05-20").at("/2/conflicts"))
                .as("needed later")
                .isEmpty();
    }

    @Test
    void themes_are_what_most_have_in_common() {
        assertThat(items("themes?asOf=2012-07-02")
                        .valueStream()
                        .map(theme -> theme.get("theme").asString() + " "
                                + theme.get("value").asString() + " "
                                + theme.get("count").asString()))
                .containsExactly("TYPE INTER_PROGRAMME 5", "ENABLING_AREA HR 2");
        assertThat(items("themes?asOf=2012-07-02&atLeast=3")).hasSize(1);
        assertThat(items("themes?asOf=2012-07-02&atLeast=1&theme=GIVER")
                        .valueStream()
                        .map(theme -> theme.get("value").asString()))
                .containsExactly("F", "P1", "P2");
    }

    @Test
    void what_does_not_fit_is_told_with_its_days_and_facts() {
        assertThat(conflicts("2012-05-19", "&within=0")).containsExactly("D1 PROMISED_LATER_THAN_NEEDED 1");
        assertThat(conflicts("2012-05-20", "&within=0")).isEmpty();
        assertThat(conflicts("2012-05-21", "&within=20"))
                .as("needed in twenty days, and one side has not agreed")
                .containsExactly("D1 NOT_AGREED_NEAR_NEED 20");
        assertThat(conflicts("2012-05-21", "&within=19")).isEmpty();
        assertThat(conflicts("2012-06-10", "&within=0")).containsExactly("D1 NOT_AGREED_NEAR_NEED 0");
        assertThat(conflicts("2012-06-11", "&within=0")).containsExactly("D1 NOT_MET_WHEN_NEEDED 1");
        assertThat(conflicts("2012-07-01", "&within=0&mismatch=NOT_PROMISED_NEAR_NEED"))
                .containsExactly("D2 NOT_PROMISED_NEAR_NEED 0");
        assertThat(conflicts("2012-07-02", "&mismatch=MISSED")).containsExactly("D2 MISSED 1");
        assertThat(items("conflicts?asOf=2012-07-02&mismatch=MISSED")
                        .at("/0/facts/1")
                        .asLong())
                .isEqualTo(missed);
    }

    @Test
    void what_changed_is_told_by_dependency() {
        JsonNode changes = items("changes?from=2012-05-19@position:%1$s&to=2012-08-01@position:%1$s".formatted(last));
        assertThat(changes.findValuesAsString("dependency")).containsExactly("D1", "D2", "D5");
        assertThat(changes.at("/0/changes").findValuesAsString("change")).containsExactly("NEED");
        assertThat(changes.at("/0/changes/0/days").asInt()).isEqualTo(9);
        assertThat(changes.at("/1/changes/0/change").asString()).isEqualTo("STATUS");
        assertThat(changes.at("/1/changes/0/fact").asLong()).isEqualTo(missed);
        assertThat(changes.at("/2/changes/0/change").asString()).isEqualTo("ENDED");
        JsonNode all = items("changes?from=2011-12-31@position:%1$s&to=2012-08-01@position:%1$s".formatted(last));
        assertThat(all.findValuesAsString("change")).containsOnly("ADDED").hasSize(5);
        assertThat(served.refusal(PF + "changes?from=2012-08-01&to=2012-05-19")).isEqualTo("400 reversed-range");
    }

    @Test
    void absurd_questions_are_refused() {
        for (String question : List.of(
                "conflicts?within=-1", "conflicts?within=3651", "themes?atLeast=0", "matrix?part=ALL", "changes"))
            assertThat(served.refusal(PF + question)).as(question).isEqualTo("400 malformed-request");
        for (String read : List.of("matrix", "themes", "conflicts", "changes?from=2012-01-01"))
            assertThat(served.refusal("/api/v1/portfolios/NONE/dependency-" + read))
                    .as(read)
                    .isEqualTo("404 not-found");
    }

    private static GovernanceFact depends(
            String id, DependencyEnd giver, DependencyEnd receiver, @Nullable String neededBy) {
        return new DependencyProposed(
                id,
                "MPS",
                giver,
                receiver,
                DependencyType.INTER_PROGRAMME,
                Importance.HIGH,
                "needs it",
                neededBy == null ? null : LocalDate.parse(neededBy),
                null,
                on("2012-01-01"));
    }

    private static DependencyEnd end(String initiative) {
        return new DependencyEnd(initiative, null);
    }

    private static DependencyEnd area(String description) {
        return new DependencyEnd(null, description);
    }

    private static JsonNode items(String question) {
        return served.get(PF + question).get("items");
    }

    private static String name(JsonNode end) {
        return end.path("programme").asString("") + end.path("area").asString("");
    }

    private static String cell(JsonNode cell) {
        return name(cell.get("receiver")) + " < " + name(cell.get("giver")) + " "
                + cell.get("count").asString() + " " + cell.at("/worst/value").asString();
    }

    private static List<String> conflicts(String day, String more) {
        return items("conflicts?asOf=" + day + more)
                .valueStream()
                .map(item -> item.get("dependency").asString() + " "
                        + item.get("mismatch").asString() + " "
                        + item.path("days").asString(""))
                .toList();
    }
}
