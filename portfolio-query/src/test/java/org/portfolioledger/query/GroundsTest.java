package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RagHistory.rated;
import static org.portfolioledger.query.RegisterHistory.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;

/** Every value in an answer carries the fact on which it rests. */
class GroundsTest {

    /** What names things, what echoes the question, and what is found out from values that have grounds. */
    private static final Set<String> WITHOUT = Set.of(
            "id",
            "register",
            "initiative",
            "asOf",
            "knownAt",
            "position",
            "provisional",
            "next",
            "alerts",
            "lineage",
            "downstream",
            "steps");

    private static Served served;
    private static long opened;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(register("MPS", "2011-01-01"));
        history.append(portfolio("PF", "2011-01-01"));
        opened = history.append(new InitiativeOpened(
                "PG-A",
                "MPS",
                InitiativeLevel.PROGRAMME,
                "Alpha",
                "Once",
                Tier.DMP,
                new Placement(null, "PF"),
                List.of("TP"),
                List.of("PG-OLD"),
                new TreeMap<>(Map.of("budgetNote", "2 m")),
                on("2011-01-01")));
        history.append(sro("PG-A", "A1", AppointmentKind.ACTING, "2011-01-10"));
        history.append(rated("PG-A", "MPS_2011", RagRating.GREEN, "2011-01-10"));
        history.append(new BoardEstablished(
                "BD",
                "MPS",
                "Board",
                "CORPORATE",
                List.of("approves"),
                List.of("OBC"),
                null,
                3,
                "monthly",
                new Seat("P-1", null, null, null),
                List.of(new Seat("P-2", null, null, null)),
                null,
                "BD-TOP",
                null,
                new TreeMap<>(Map.of("venue", "Hall")),
                on("2011-01-01")));
        history.append(businessCase("BC-SOC", "PG-A", "BD", "2011-01-01"));
        history.append(new BusinessCaseOpened(
                "BC",
                "MPS",
                "PG-A",
                CaseStage.OBC,
                "Outline case",
                List.of("BD"),
                "BC-SOC",
                List.of("P-1"),
                new TreeMap<>(Map.of("file", "7")),
                on("2011-01-01")));
        history.append(versioned("BC", 1, "5", "2011-01-02"));
        history.append(decided("BC", "BD", "2011-01-03"));
        last = history.append(dependency("DP", "PG-A", "PG-B", "2012-01-01", "2011-01-01"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registers/MPS",
                "portfolios/PF",
                "initiatives/PG-A",
                "initiatives/PG-A/appointments/A1",
                "initiatives/PG-A/rag-assessments/OVERALL:PORTFOLIO_OFFICE",
                "boards/BD",
                "boards/BD/decisions",
                "business-cases/BC",
                "business-cases/BC/versions/1",
                "business-cases/BC/decisions",
                "dependencies/DP",
                "registers",
                "portfolios",
                "initiatives",
                "boards",
                "business-cases",
                "dependencies",
                "portfolios/PF/status"
            })
    void every_value_rests_on_a_fact(String path) {
        List<String> groundless = new ArrayList<>();
        JsonNode answer = served.get("/api/v1/" + path, last);
        collect("", answer.has("countsByRating") ? answer.get("items") : answer, groundless);
        assertThat(groundless).isEmpty();
    }

    @Test
    void what_an_opening_states_besides_rests_on_the_opening() {
        JsonNode initiative = served.get("/api/v1/initiatives/PG-A", last);
        for (String member : List.of("predecessors/PG-OLD", "attributes/budgetNote")) {
            assertThat(initiative.at("/" + member + "/fact").asLong()).isEqualTo(opened);
            assertThat(initiative.at("/" + member + "/since").asString()).isEqualTo("2011-01-01");
        }
        assertThat(initiative.at("/predecessors/PG-OLD/value").asString()).isEqualTo("CONTINUATION");
        assertThat(initiative.at("/attributes/budgetNote/value").asString()).isEqualTo("2 m");
        assertThat(served.get("/api/v1/business-cases/BC", last)
                        .at("/precedingCase/value")
                        .asString())
                .isEqualTo("BC-SOC");
        assertThat(served.get("/api/v1/boards/BD", last)
                        .at("/membership/value/members/0/person")
                        .asString())
                .isEqualTo("P-2");
    }

    /** A part of a list has its grounds beside its values. */
    private static void collect(String pointer, JsonNode node, List<String> groundless) {
        if (node.has("since") && node.has("fact")) return;
        // A number names the list of what it counts.
        if (node.has("href")) return;
        if (node.isValueNode()) {
            if (!node.isNull()) groundless.add(pointer);
            return;
        }
        if (node.isArray()) {
            for (JsonNode element : node) collect(pointer + "/*", element, groundless);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!WITHOUT.contains(member.getKey()))
                collect(pointer + "/" + member.getKey(), member.getValue(), groundless);
        }
    }
}
