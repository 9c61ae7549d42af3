package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;

/** What is kept of the graph of dependencies from one question to the next. */
class NetworkMemoryTest {

    private static Served served;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        history.append(initiative("D", "Name D", "PF", "2011-01-01"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void what_is_kept_of_the_graph_answers_no_other_point() {
        String downstream = "/api/v1/initiatives/D/downstream?asOf=";
        History history = served.history();
        long before = history.append(initiative("X", "Added", "PF", "2011-01-01"));
        assertThat(ends(downstream + "2011-05-01", before)).isEmpty();
        long added = history.append(dependency("ZZ-D-X", "D", "X", "2012-01-01", "2011-04-01"));
        assertThat(ends(downstream + "2011-05-01", added)).as("at once").containsExactly("X");
        assertThat(ends(downstream + "2011-03-31", added))
                .as("not on the day before")
                .isEmpty();
        assertThat(ends(downstream + "2011-05-01&knownAt=position:" + before, added))
                .as("not as known before")
                .isEmpty();
        long withdrawn = history.append(
                new DependencyStatusUpdated("ZZ-D-X", DependencyStatus.WITHDRAWN, null, History.on("2011-05-01")));
        assertThat(ends(downstream + "2011-05-01", withdrawn)).as("no longer").isEmpty();
        assertThat(ends(downstream + "2011-04-30", withdrawn))
                .as("the day before, still")
                .containsExactly("X");
        assertThat(ends(downstream + "2011-05-01&knownAt=position:" + added, withdrawn))
                .as("as known before, still")
                .containsExactly("X");
    }

    @Test
    void many_points_asked_about_in_turn_are_each_answered_by_what_held_then() {
        History history = served.history();
        history.append(initiative("Y", "Giver", "PF", "2011-01-01"));
        long last = 0;
        for (int n = 1; n <= 6; n++) {
            history.append(initiative("Y" + n, "Receiver", "PF", "2011-01-01"));
            last = history.append(dependency("Y-" + n, "Y", "Y" + n, "2012-01-01", "2011-02-0" + n));
        }
        for (int round = 0; round < 2; round++)
            for (int n = 1; n <= 6; n++)
                assertThat(ends("/api/v1/initiatives/Y/downstream?asOf=2011-02-0" + n, last))
                        .as("%d from the day on which it holds, in round %d", n, round)
                        .hasSize(n);
    }

    private static List<String> ends(String question, long position) {
        return served.get(question, position)
                .get("items")
                .valueStream()
                .map(item -> item.get("initiative").asString())
                .toList();
    }
}
