package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.CaseMeasure;
import org.portfolioledger.events.InitiativeFact.ExitOutcome;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasEnded;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasGiven;
import org.portfolioledger.events.InitiativeFact.InitiativeAttributesChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeExited;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeMerged;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.InitiativeSplit;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.state.InitiativeState.SuccessionKind;
import org.portfolioledger.vocabulary.Holder;

class InitiativeStateTest {

    private static final Placement IN_PORTFOLIO = new Placement(null, "PF-CHANGE-2011");

    private final Story<InitiativeFact, InitiativeState> story = Story.of(Kinds.INITIATIVE);
    private final Story<InitiativeFact, InitiativeState> opened = story.then(opened(IN_PORTFOLIO, "2011-06-13"));

    @Test
    void an_initiative_begins_with_what_its_opening_states() {
        InitiativeState state = opened.state("2011-06-13");

        assertThat(state.level().value()).isEqualTo(InitiativeLevel.PROGRAMME);
        assertThat(state.name().value()).isEqualTo("DRM");
        assertThat(Story.value(state.formerName())).isEqualTo("Resources");
        assertThat(Story.value(state.tier())).isEqualTo(Tier.DMP);
        assertThat(state.placement().value()).isEqualTo(IN_PORTFOLIO);
        assertThat(state.owners().value()).containsExactly("DoR");
        assertThat(state.predecessors().get("PG-OLD"))
                .extracting(Grounded::value)
                .isEqualTo(SuccessionKind.CONTINUATION);
        assertThat(state.closure()).isNull();
        assertThat(opened.isNothing("2011-06-12")).isTrue();
    }

    @Test
    void an_initiative_opened_without_a_place_is_in_no_portfolio() {
        assertThat(story.then(opened(null, "2011-06-13"))
                        .state("2011-06-13")
                        .placement()
                        .value())
                .isEqualTo(new Placement(null, null));
    }

    @Test
    void it_goes_by_another_name_from_the_day_of_its_renaming() {
        var told = opened.then(renamed("Developing Resource Management", "2012-01-01"));

        assertThat(told.state("2011-12-31").name().value()).isEqualTo("DRM");
        assertThat(told.state("2012-01-01").name().value()).isEqualTo("Developing Resource Management");
        assertThat(told.state("2012-01-01").name().fact()).isEqualTo(2);
        assertThat(told.state("2012-01-01").level().fact()).isEqualTo(1);
    }

    @Test
    void it_moves_it_leaves_and_it_comes_back() {
        Placement underAnother = new Placement("PG-TPDEV", null);
        var told = opened.then(new InitiativeMoved("PG-DRM", underAnother, "the Board", null, on("2012-01-01")))
                .then(exited("2013-01-01"))
                .then(new InitiativeMoved("PG-DRM", IN_PORTFOLIO, null, null, on("2014-01-01")));

        assertThat(told.state("2011-12-31").placement().value()).isEqualTo(IN_PORTFOLIO);
        assertThat(told.state("2012-12-31").placement().value()).isEqualTo(underAnother);
        assertThat(told.state("2013-01-01").placement().value()).isEqualTo(new Placement(null, null));
        assertThat(told.state("2012-12-31").exit()).isNull();
        assertThat(Story.value(told.state("2013-12-31").exit()).reason()).isEqualTo("handed over");
        assertThat(told.state("2014-01-01").exit()).isNull();
        assertThat(told.state("2012-12-31").exits()).isEmpty();
        assertThat(told.state("2011-12-31").moves()).isEmpty();
        // Coming back is no move from anywhere.
        assertThat(told.state("2014-01-01").moves())
                .singleElement()
                .satisfies(move ->
                        assertThat(move.value()).isEqualTo(new InitiativeState.Move(underAnother, "the Board", null)));
        assertThat(told.state("2014-01-01").exits()).hasSize(1);
        assertThat(told.state("2014-01-01").placement().value()).isEqualTo(IN_PORTFOLIO);
    }

    @Test
    void its_level_tier_and_attributes_change_each_from_its_day() {
        var told = opened.then(new InitiativeAttributesChanged(
                        "PG-DRM",
                        null,
                        Tier.GMPP,
                        attributes("owner", "DoR", "kind", "ICT"),
                        List.of(),
                        null,
                        on("2012-01-01")))
                .then(new InitiativeAttributesChanged(
                        "PG-DRM",
                        InitiativeLevel.PROJECT,
                        null,
                        attributes("owner", "DoI"),
                        List.of("kind"),
                        null,
                        on("2013-01-01")));

        assertThat(Story.value(told.state("2011-12-31").tier())).isEqualTo(Tier.DMP);
        assertThat(Story.value(told.state("2013-01-01").tier())).isEqualTo(Tier.GMPP);
        assertThat(told.state("2012-12-31").level().value()).isEqualTo(InitiativeLevel.PROGRAMME);
        assertThat(told.state("2013-01-01").level().value()).isEqualTo(InitiativeLevel.PROJECT);
        assertThat(told.state("2012-12-31").attributes()).containsOnlyKeys("kind", "owner");
        assertThat(told.state("2013-01-01").attributes()).containsOnlyKeys("owner");
        assertThat(Story.value(told.state("2013-01-01").attributes().get("owner")))
                .isEqualTo("DoI");
    }

    @Test
    void others_call_it_by_one_alias_of_a_scheme_at_a_time() {
        var told = opened.then(new InitiativeAliasGiven("PG-DRM", "GMPP", "HO_1", on("2012-01-01")))
                .then(new InitiativeAliasGiven("PG-DRM", "IPA", "7", on("2012-02-01")))
                .then(new InitiativeAliasGiven("PG-DRM", "GMPP", "HO_2", on("2013-01-01")))
                .then(new InitiativeAliasEnded("PG-DRM", "IPA", null, on("2014-01-01")));

        assertThat(told.state("2011-12-31").aliases()).isEmpty();
        assertThat(Story.value(told.state("2012-12-31").aliases().get("GMPP"))).isEqualTo("HO_1");
        assertThat(Story.value(told.state("2013-01-01").aliases().get("GMPP"))).isEqualTo("HO_2");
        assertThat(told.state("2013-12-31").aliases()).containsOnlyKeys("GMPP", "IPA");
        assertThat(told.state("2014-01-01").aliases()).containsOnlyKeys("GMPP");
    }

    @Test
    void split_it_goes_on_and_merged_it_ends() {
        var told = opened.then(new InitiativeSplit("PG-DRM", "PG-A", null, on("2012-01-01")))
                .then(new InitiativeMerged("PG-DRM", "PG-B", "one team", on("2013-01-01")));

        assertThat(told.state("2011-12-31").successors()).isEmpty();
        assertThat(told.state("2012-01-01").successors()).containsOnlyKeys("PG-A");
        assertThat(told.state("2012-12-31").closure()).isNull();
        assertThat(Story.value(told.state("2013-01-01").successors().get("PG-B")))
                .isEqualTo(SuccessionKind.MERGER);
        assertThat(Story.value(told.state("2013-01-01").closure())).isEqualTo("one team");
    }

    @Test
    void its_owners_change() {
        var told = opened.then(new InitiativeOwnersChanged("PG-DRM", List.of("DoI", "TP"), null, on("2012-01-01")));

        assertThat(told.state("2011-12-31").owners().value()).containsExactly("DoR");
        assertThat(told.state("2012-01-01").owners().value()).containsExactly("DoI", "TP");
    }

    @Test
    void once_closed_it_still_says_what_it_was_and_who_continues_it() {
        var told = opened.then(new InitiativeClosed("PG-DRM", "merged", List.of("PG-TPDEV"), on("2013-01-01")));

        assertThat(told.state("2012-12-31").closure()).isNull();
        assertThat(Story.value(told.state("2013-01-01").closure())).isEqualTo("merged");
        assertThat(told.state("2013-01-01").successors()).containsOnlyKeys("PG-TPDEV");
        assertThat(told.state("2013-01-01").name().value()).isEqualTo("DRM");
    }

    @Test
    void a_closure_entered_in_error_leaves_it_open() {
        var told = opened.then(new InitiativeClosed("PG-DRM", "merged", List.of(), on("2013-01-01")))
                .retracted(2);

        assertThat(told.state("2013-01-01").closure()).isNull();
        assertThat(told.state("2013-01-01", 2).closure()).isNotNull();
    }

    @Test
    void what_happened_before_the_paper_that_describes_it_stays_and_the_paper_says_its_name_again() {
        var told = story.then(renamed("SIP", "2010-01-01"))
                .then(new InitiativeClosed("PG-DRM", "done", List.of(), on("2010-06-01")))
                .then(opened(IN_PORTFOLIO, "2011-06-13"));

        assertThat(told.state("2010-01-01").name().value()).isEqualTo("SIP");
        assertThat(told.state("2010-01-01").owners().since()).isEqualTo("2011-06-13");
        assertThat(told.state("2011-06-13").name().value()).isEqualTo("DRM");
        assertThat(Story.value(told.state("2011-06-13").closure())).isEqualTo("done");
    }

    @Test
    void of_an_initiative_that_no_fact_opens_nothing_holds() {
        assertThat(story.then(renamed("SIP", "2010-01-01")).isNothing("2010-01-01"))
                .isTrue();
    }

    static InitiativeOpened opened(@Nullable Placement placement, String day) {
        return new InitiativeOpened(
                "PG-DRM",
                "MPS",
                InitiativeLevel.PROGRAMME,
                "DRM",
                "Resources",
                Tier.DMP,
                placement,
                List.of("DoR"),
                List.of("PG-OLD"),
                new TreeMap<>(),
                on(day));
    }

    static InitiativeExited exited(String day) {
        return new InitiativeExited(
                "PG-DRM",
                "handed over",
                7L,
                "the board",
                new ExitOutcome("BC-DRM", CaseMeasure.PARTLY_MET, "nine of ten"),
                new Holder("p-1", "Director"),
                on(day));
    }

    static SortedMap<String, String> attributes(String... namesAndValues) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        return attributes;
    }

    static InitiativeRenamed renamed(String name, String day) {
        return new InitiativeRenamed("PG-DRM", name, null, on(day));
    }
}
