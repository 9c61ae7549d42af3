package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RagHistory.rated;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;

/** A rating shows what its portfolio made of its scheme, with the grounds of that. */
class ReplacedSchemeTest {

    private static Served served;
    private static long scheme;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        history.append(new RatingSchemeDefined("PF", "OLD", 1, List.of(), List.of(), on("2011-01-01")));
        scheme = history.append(new RatingSchemeDefined("PF", "NEW", 1, List.of(), List.of(), on("2011-01-01")));
        history.append(initiative("PG", "Homes", "PF", "2011-01-01"));
        history.append(rated("PG", "OLD", RagRating.AMBER, "2011-02-01"));
        history.resting(new RatingSchemeReplaced("PF", "OLD", "NEW", 1, on("2011-03-01")), scheme);
        last = history.correct(scheme, "Entered in error", null);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/initiatives/PG/rag-assessments",
                "/initiatives/PG/rag-assessments/OVERALL:PORTFOLIO_OFFICE",
                "/portfolios/PF/rag-assessments",
                "/portfolios/PF/status"
            })
    void the_replacement_rests_on_a_corrected_fact_wherever_it_is_shown(String path) {
        JsonNode answer = served.get("/api/v1" + path + "?asOf=2011-04-01", last);
        JsonNode replacement = answer.findValue("schemeReplacement");
        assertThat(replacement.path("restsOnCorrected")).as(answer.toString()).hasSize(1);
        assertThat(replacement.at("/restsOnCorrected/0").asLong()).isEqualTo(scheme);
        assertThat(answer.findValues("alerts").toString()).contains("RESTS_ON_CORRECTED_FACT");
    }
}
