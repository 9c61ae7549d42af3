package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.History.board;
import static org.portfolioledger.query.History.businessCase;
import static org.portfolioledger.query.History.initiative;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.History.portfolio;
import static org.portfolioledger.query.History.versioned;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ReviewFact.ReviewCancelled;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewSubject;

/** Which papers changed in the last days before a gate. */
class GatePapersTest {

    private static Served served;
    private static long planned;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(board("BD", "2012-01-01"));
        for (String id : List.of("I1", "I2")) history.append(initiative(id, id, "PF", "2012-01-01"));
        history.append(businessCase("BC-1", "I1", "BD", "2012-01-01"));
        history.append(businessCase("BC-2", "I2", "BD", "2012-01-01"));
        history.append(versioned("BC-1", 1, "10", "2012-05-25"));
        history.append(versioned("BC-1", 2, "11", "2012-05-26"));
        history.append(versioned("BC-1", 3, "12", "2012-05-31"));
        history.append(versioned("BC-1", 4, "13", "2012-06-01"));
        history.append(versioned("BC-2", 1, "14", "2012-05-31"));
        history.append(review("RV-1", ReviewKind.GATE_2, "I1", "2012-05-31"));
        history.append(review("RV-2", ReviewKind.PAR, "I2", "2012-05-31"));
        history.append(review("RV-3", ReviewKind.GATE_1, "I2", null));
        planned = history.append(review("RV-4", ReviewKind.GATE_3, "I2", "2012-06-01"));
        history.append(new ReviewCancelled("RV-4", "postponed", on("2012-05-20")));
        last = history.append(new ReviewHeld("RV-1", null, on("2012-06-01")));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void a_version_of_the_day_or_of_five_days_before_is_listed_and_no_other() {
        assertThat(papers("asOf=2012-12-31&knownAt=position:" + planned))
                .as("by the day for which it was planned")
                .containsExactly("RV-1:BC-1:2 5", "RV-1:BC-1:3 0", "RV-4:BC-2:1 1");
        assertThat(papers("asOf=2012-12-31"))
                .as("by the day on which it was held")
                .containsExactly("RV-1:BC-1:3 1", "RV-1:BC-1:4 0");
        assertThat(papers("asOf=2012-12-31&days=6")).contains("RV-1:BC-1:2 6").doesNotContain("RV-1:BC-1:1 7");
        assertThat(papers("asOf=2012-12-31&days=0")).containsExactly("RV-1:BC-1:4 0");
        assertThat(papers("asOf=2012-05-31")).as("not held yet").containsExactly("RV-1:BC-1:2 5", "RV-1:BC-1:3 0");
    }

    private static List<String> papers(String question) {
        return served.get("/api/v1/portfolios/PF/papers-changed-before-gates?" + question, last)
                .get("items")
                .valueStream()
                .map(item ->
                        item.get("id").asString() + " " + item.get("daysBefore").asString())
                .toList();
    }

    private static GovernanceFact review(String id, ReviewKind kind, String initiative, @Nullable String plannedFor) {
        return new ReviewOpened(
                id,
                "MPS",
                kind,
                new ReviewSubject(initiative, null, null),
                plannedFor == null ? null : LocalDate.parse(plannedFor),
                null,
                null,
                new TreeMap<>(),
                on("2012-01-01"));
    }
}
