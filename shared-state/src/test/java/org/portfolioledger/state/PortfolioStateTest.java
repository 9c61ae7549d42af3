package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.state.PortfolioState.Replacement;
import org.portfolioledger.vocabulary.RagRating;

class PortfolioStateTest {

    private final Story<PortfolioFact, PortfolioState> story = Story.of(Kinds.PORTFOLIO);

    @Test
    void a_portfolio_begins_without_groups_and_schemes() {
        PortfolioState state = story.then(opened("2011-06-13")).state("2011-06-13");

        assertThat(state.name().value()).isEqualTo("MPS change programme portfolio");
        assertThat(Story.value(state.formerName())).isEqualTo("SIP portfolio");
        assertThat(state.office()).isNull();
        assertThat(state.inclusionCriteria().value()).containsExactly("significant improvement");
        assertThat(state.businessGroups()).isEmpty();
        assertThat(state.schemes()).isEmpty();
    }

    @Test
    void a_business_group_is_named_and_named_anew_by_its_code() {
        var told = story.then(opened("2011-06-13"))
                .then(group("DoI", "Directorate of Information", "2011-06-13"))
                .then(group("TP", "Territorial Policing", "2011-07-01"))
                .then(group("DoI", "Digital Policing", "2015-01-01"));

        assertThat(Story.value(told.state("2014-12-31").businessGroups().get("DoI")))
                .isEqualTo("Directorate of Information");
        assertThat(Story.value(told.state("2015-01-01").businessGroups().get("DoI")))
                .isEqualTo("Digital Policing");
        assertThat(told.state("2015-01-01").businessGroups()).containsOnlyKeys("DoI", "TP");
    }

    @Test
    void every_version_of_a_scheme_is_kept() {
        var told = story.then(opened("2011-06-13"))
                .then(scheme("MPS_2011", 1, "2011-06-13"))
                .then(scheme("MPS_2011", 2, "2012-06-13"))
                .then(scheme("DCA_FIVE", 1, "2013-06-13"));

        assertThat(told.state("2012-06-12").schemes()).containsOnlyKeys("MPS_2011:1");
        assertThat(told.state("2013-06-13").schemes()).containsOnlyKeys("DCA_FIVE:1", "MPS_2011:1", "MPS_2011:2");
    }

    @Test
    void another_scheme_replaces_all_of_one_from_its_day_on() {
        var told = story.then(opened("2011-06-13"))
                .then(scheme("DCA_FIVE", 1, "2011-06-13"))
                .then(scheme("DCA_FIVE", 2, "2012-06-13"))
                .then(scheme("DCA_THREE", 1, "2013-06-13"))
                .then(replaced("DCA_FIVE", "DCA_THREE", 1, "2021-03-31"));

        assertThat(inUse(told, "2021-03-30")).containsExactly("DCA_FIVE:1", "DCA_FIVE:2", "DCA_THREE:1");
        assertThat(inUse(told, "2021-03-31")).containsExactly("DCA_THREE:1");
        assertThat(told.state("2021-03-31").schemes().get("DCA_FIVE:1"))
                .hasFieldOrPropertyWithValue("fact", 2L)
                .hasFieldOrPropertyWithValue("value.replacement.value", new Replacement("DCA_THREE", 1))
                .hasFieldOrPropertyWithValue("value.replacement.fact", 5L);
    }

    @Test
    void a_version_replaces_the_earlier_ones_of_its_scheme_only() {
        var told = story.then(opened("2011-06-13"))
                .then(scheme("DCA_FIVE", 1, "2011-06-13"))
                .then(scheme("DCA_FIVE", 2, "2012-06-13"))
                .then(scheme("DCA_FIVE", 3, "2013-06-13"))
                .then(replaced("DCA_FIVE", "DCA_FIVE", 2, "2014-06-13"));

        assertThat(inUse(told, "2014-06-13")).containsExactly("DCA_FIVE:2", "DCA_FIVE:3");
    }

    @Test
    void how_long_a_rating_is_good_for_holds_from_its_day_on() {
        var told =
                story.then(opened("2011-06-13")).then(new RatingValiditySet("PF-CHANGE-2011", 100, on("2012-01-01")));

        assertThat(told.state("2011-12-31").ratingValidityDays()).isNull();
        assertThat(Story.value(told.state("2012-01-01").ratingValidityDays())).isEqualTo(100);
    }

    private static List<String> inUse(Story<PortfolioFact, PortfolioState> told, String day) {
        return told.state(day).schemes().entrySet().stream()
                .filter(scheme -> scheme.getValue().value().replacement() == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static RatingSchemeReplaced replaced(String scheme, String by, int version, String day) {
        return new RatingSchemeReplaced("PF-CHANGE-2011", scheme, by, version, on(day));
    }

    @Test
    void a_scheme_defined_before_the_paper_that_describes_the_portfolio_stays() {
        var told = story.then(scheme("MPS_2011", 1, "2010-01-01"))
                .then(group("DoI", "Directorate of Information", "2010-01-01"))
                .then(opened("2011-06-13"));

        assertThat(told.state("2010-01-01").name().since()).isEqualTo("2011-06-13");
        assertThat(told.state("2011-06-13").schemes()).containsOnlyKeys("MPS_2011:1");
        assertThat(told.state("2011-06-13").businessGroups()).containsOnlyKeys("DoI");
    }

    @Test
    void of_a_portfolio_that_no_fact_opens_nothing_holds() {
        assertThat(story.then(scheme("MPS_2011", 1, "2010-01-01")).isNothing("2010-01-01"))
                .isTrue();
    }

    private static PortfolioOpened opened(String day) {
        return new PortfolioOpened(
                "PF-CHANGE-2011",
                "MPS",
                "MPS change programme portfolio",
                "SIP portfolio",
                null,
                List.of("significant improvement"),
                new TreeMap<>(),
                on(day));
    }

    private static BusinessGroupNamed group(String code, String name, String day) {
        return new BusinessGroupNamed("PF-CHANGE-2011", code, name, on(day));
    }

    private static RatingSchemeDefined scheme(String scheme, int version, String day) {
        return new RatingSchemeDefined(
                "PF-CHANGE-2011",
                scheme,
                version,
                List.of(new RatingDefinition(RagRating.GREEN, "on track")),
                List.of("OVERALL"),
                on(day));
    }
}
