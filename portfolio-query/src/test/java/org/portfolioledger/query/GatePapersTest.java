package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.DocumentHistory.document;
import static org.portfolioledger.query.DocumentHistory.documentVersion;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MeetingHistory.meeting;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.MeetingFact.MeetingPaperCirculated;
import org.portfolioledger.events.ReviewFact.ReviewCancelled;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.Paper;

/** Which papers changed in the last days before a gate. */
class GatePapersTest {

    private static Served served;
    private static long replaced;
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
        history.append(versioned("BC-2", 1, "14", "2012-05-20"));
        history.append(versioned("BC-2", 2, "14", "2012-05-31"));
        history.append(initiative("I3", "Below", new Placement("I1", null), on("2012-01-01")));
        history.append(businessCase("BC-3", "I3", "BD", "2012-01-01"));
        history.append(versioned("BC-3", 7, "14", "2012-05-31"));
        history.append(versioned("BC-3", 8, "14", "2012-06-01"));
        history.append(document("DOC-1", "The case in full", "0".repeat(64), "2012-01-01"));
        history.append(documentVersion("DOC-1", 2, "9".repeat(64), "2012-05-30"));
        history.append(document("DOC-2", "Something else", "8".repeat(64), "2012-01-01"));
        history.append(documentVersion("DOC-2", 2, "7".repeat(64), "2012-05-30"));
        history.append(meeting("M-1", "BD", "2012-05-01"));
        history.append(new MeetingAgendaSet(
                "M-1",
                List.of(
                        new AgendaItem("1", "The project", null, null, "I1"),
                        new AgendaItem("2", "Another", null, null, "I2")),
                on("2012-05-01")));
        history.append(circulated("M-1", "1", 1, null, "2012-05-28"));
        replaced = history.append(circulated("M-1", "1", 2, 1, "2012-05-29"));
        history.append(circulated("M-1", "2", 4, 3, "2012-05-29"));
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
    void documents_and_papers_of_meetings_and_what_is_of_initiatives_below_are_papers_of_a_gate_too() {
        String below = "RV-1:BC-3:8 0";
        String meeting = "RV-1:M-1:" + replaced + " 3";
        String document = "RV-1:DOC-1:2 2";
        assertThat(papers("asOf=2012-12-31")).contains(below, meeting, document);
        assertThat(papers("asOf=2012-12-31&days=2")).contains(below, document).doesNotContain(meeting);
        assertThat(papers("asOf=2012-12-31&days=1")).contains(below).doesNotContain(meeting, document);
        assertThat(papers("asOf=2012-12-31&days=100"))
                .as("a first version, another's paper")
                .noneMatch(paper ->
                        paper.startsWith("RV-1:BC-3:7") || paper.startsWith("RV-1:BC-1:1 ") || paper.contains("DOC-2"));
        assertThat(papers("asOf=2012-12-31&knownAt=position:" + (replaced - 1))).doesNotContain(meeting);
    }

    @Test
    void a_version_of_the_day_or_of_five_days_before_is_listed_and_no_other() {
        assertThat(versions("asOf=2012-12-31&knownAt=position:" + planned))
                .as("by the day for which it was planned")
                .containsExactly("RV-1:BC-1:2 5", "RV-1:BC-1:3 0", "RV-4:BC-2:2 1");
        assertThat(versions("asOf=2012-12-31"))
                .as("by the day on which it was held")
                .containsExactly("RV-1:BC-1:3 1", "RV-1:BC-1:4 0");
        assertThat(versions("asOf=2012-12-31&days=6")).contains("RV-1:BC-1:2 6").doesNotContain("RV-1:BC-1:1 7");
        assertThat(versions("asOf=2012-12-31&days=0")).containsExactly("RV-1:BC-1:4 0");
        assertThat(versions("asOf=2012-05-31")).as("not held yet").containsExactly("RV-1:BC-1:2 5", "RV-1:BC-1:3 0");
    }

    /** Those of the two initiatives' own cases. */
    private static List<String> versions(String question) {
        return papers(question).stream()
                .filter(paper -> paper.contains(":BC-1:") || paper.contains(":BC-2:"))
                .toList();
    }

    private static GovernanceFact circulated(
            String meeting, String item, int paper, @Nullable Integer inPlaceOf, String day) {
        return new MeetingPaperCirculated(
                meeting,
                item,
                new Paper(Integer.toString(paper).repeat(64), "Paper " + paper, null, null),
                inPlaceOf == null ? null : inPlaceOf.toString().repeat(64),
                on(day));
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
