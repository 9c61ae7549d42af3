package org.portfolioledger.command.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.attributed;
import static org.portfolioledger.command.InitiativeFacts.called;
import static org.portfolioledger.command.InitiativeFacts.calledNoMore;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.merged;
import static org.portfolioledger.command.InitiativeFacts.renamed;
import static org.portfolioledger.command.InitiativeFacts.split;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;

/** How the work of an initiative goes on in another, and how it is called and described meanwhile. */
class SuccessionTest {

    /** PX closes on 1 January 2022. */
    private final Given given = Given.persons()
            .facts(
                    initiative("PG", "2020-01-01"),
                    initiative("PN", "2020-01-01"),
                    initiative("PX", "2020-01-01"),
                    closed("PX", "2022-01-01"));

    private InitiativeState state(String day) {
        return given.history(Kinds.INITIATIVE, "PG").timeline().on(day(day)).orElseThrow();
    }

    private @Nullable String alias(String day) {
        Grounded<String> alias = state(day).aliases().get("GMPP");
        return alias == null ? null : alias.value();
    }

    @Test
    void split_it_goes_on() {
        given.and(split("PG", "PN", "2021-01-01")).and(split("PG", "PX", "2021-12-31"));
        given.when(renamed("PG", "What is left", "2021-01-01")).isRecorded();
        assertThat(state("2020-12-31").successors()).isEmpty();
        assertThat(state("2021-12-31").successors()).containsOnlyKeys("PN", "PX");
    }

    @Test
    void merged_it_has_ended() {
        given.and(merged("PG", "PN", "2021-01-01"));
        given.when(renamed("PG", "Homes", "2020-12-31")).isRecorded();
        given.when(renamed("PG", "Homes", "2021-01-01"))
                .refuses(InitiativeRule.ALREADY_CLOSED)
                .against(given.head());
        given.when(closed("PG", "2040-01-01")).refuses(InitiativeRule.ALREADY_CLOSED);
        given.when(merged("PG", "PX", "2020-06-01")).refuses(InitiativeRule.ALREADY_CLOSED);
        given.when(merged("PN", "PG", "2021-01-01"))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .against(given.head());
    }

    @Test
    void it_merges_no_earlier_than_it_began() {
        given.when(merged("PG", "PN", "2020-01-01")).isRecorded();
        given.when(merged("PG", "PN", "2019-12-31")).refuses(InitiativeRule.CLOSED_BEFORE_OPENED);
    }

    @Test
    void what_takes_the_work_on_is_another_initiative_that_is_open_on_that_day() {
        given.when(split("PG", "PX", "2021-12-31")).isRecorded();
        given.when(merged("PG", "PX", "2021-12-31")).isRecorded();
        for (String day : new String[] {"2022-01-01", "2040-01-01"}) {
            given.when(split("PG", "PX", day))
                    .refuses(ReferenceRule.INITIATIVE_CLOSED)
                    .against(4L)
                    .at("/into");
            given.when(merged("PG", "PX", day)).refuses(ReferenceRule.INITIATIVE_CLOSED);
        }
        given.when(split("PG", "PG", "2021-01-01"))
                .refuses(InitiativeRule.CONTINUES_ITSELF)
                .at("/into");
        given.when(merged("PG", "PG", "2021-01-01")).refuses(InitiativeRule.CONTINUES_ITSELF);
        given.when(split("PG", "P9", "2021-01-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/into");
    }

    @Test
    void a_split_entered_in_error_leaves_no_successor() {
        given.and(split("PG", "PN", "2021-01-01"));
        given.and(given.whenStruck(given.head()));
        assertThat(state("2021-01-01").successors()).isEmpty();
    }

    @Test
    void an_alias_takes_the_place_of_the_one_before_in_its_scheme() {
        given.and(called("PG", "GMPP", "A-1", "2021-01-01")).and(called("PG", "gmpp", "A-2", "2022-01-01"));
        given.and(called("PG", "GMPP", "A-0", "2020-06-01"));
        assertThat(alias("2020-12-31")).isEqualTo("A-0");
        assertThat(alias("2021-12-31")).isEqualTo("A-1");
        assertThat(state("2022-01-01").aliases()).containsOnlyKeys("GMPP");
        assertThat(alias("2022-01-01")).isEqualTo("A-2");
    }

    @Test
    void an_alias_ends_once_from_the_day_on_which_it_was_given() {
        given.when(calledNoMore("PG", "GMPP", "2021-01-01")).refuses(ReferenceRule.NOT_FOUND);
        given.and(called("PG", "GMPP", "A-1", "2021-01-01"));
        long alias = given.head();
        given.when(calledNoMore("PG", "GMPP", "2020-12-31"))
                .refuses(InitiativeRule.NOT_CALLED_SO)
                .against(alias);
        given.when(calledNoMore("PG", "GMPP", "2021-01-01")).isRecorded();
        given.and(calledNoMore("PG", "gmpp", "2022-01-01"));
        long end = given.head();
        for (String day : new String[] {"2021-06-01", "2022-01-02", "2040-01-01"})
            given.when(calledNoMore("PG", "GMPP", day))
                    .refuses(InitiativeRule.NOT_CALLED_SO)
                    .against(end);
        given.whenStruck(alias).isRecorded();
        given.and(called("PG", "GMPP", "A-2", "2023-01-01"));
        given.when(calledNoMore("PG", "GMPP", "2023-01-01")).isRecorded();
    }

    @Test
    void attributes_change_from_their_day_and_the_others_stay() {
        given.and(attributed("PG", Map.of("fundingBody", "Homes England"), "2021-01-01"));
        given.and(with(attributed("PG", Map.of(), "2022-01-01"), "level", InitiativeLevel.PROJECT));
        given.and(attributed("PG", Map.of("lot", "7"), "2020-06-01"));
        assertThat(state("2020-12-31").attributes()).containsOnlyKeys("lot");
        assertThat(state("2022-01-01").attributes()).containsOnlyKeys("fundingBody", "lot");
        assertThat(state("2021-12-31").level().value()).isEqualTo(InitiativeLevel.PROGRAMME);
        assertThat(state("2022-01-01").level().value()).isEqualTo(InitiativeLevel.PROJECT);
    }

    @Test
    void what_is_taken_away_was_there() {
        given.and(attributed("PG", Map.of("lot", "7"), "2021-01-01"));
        var without = with(attributed("PG", Map.of(), "2021-01-01"), "without", List.of("lot"));
        given.when(without).isRecorded();
        given.when(with(attributed("PG", Map.of(), "2020-12-31"), "without", List.of("lot")))
                .refuses(InitiativeRule.NO_SUCH_ATTRIBUTE)
                .at("/without/0");
        given.when(with(without, "attributes", new TreeMap<>(Map.of("lot", "8"))))
                .refuses(InitiativeRule.NO_SUCH_ATTRIBUTE);
        given.when(attributed("PG", Map.of(), "2021-01-01")).refuses(InitiativeRule.NOTHING_CHANGED);
        given.and(without);
        assertThat(state("2021-01-01").attributes()).isEmpty();
    }
}
