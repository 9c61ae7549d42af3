package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.InitiativeStateTest.opened;
import static org.portfolioledger.state.InitiativeStateTest.renamed;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;
import org.portfolioledger.vocabulary.Provenance;

class KindTest {

    private final Story<InitiativeFact, InitiativeState> story = Story.of(Kinds.INITIATIVE)
            .then(opened(null, "2011-06-13"))
            .then(renamed("wrong", "2012-01-01"), List.of("RENAMED_WITHOUT_REASON"), List.of(1L));

    @Test
    void a_value_rests_on_the_fact_that_states_it_with_its_unmet_rules_and_basis() {
        Grounded<String> name = story.state("2012-01-01").name();

        assertThat(name.value()).isEqualTo("wrong");
        assertThat(name.since()).isEqualTo("2012-01-01");
        assertThat(name.fact()).isEqualTo(2);
        assertThat(name.unmetRules()).containsExactly("RENAMED_WITHOUT_REASON");
        assertThat(name.restsOn()).containsExactly(1L);
    }

    @Test
    void a_value_without_unmet_rules_and_basis_has_none() {
        Grounded<String> name = story.state("2011-06-13").name();

        assertThat(name.unmetRules()).isNull();
        assertThat(name.restsOn()).isNull();
    }

    @Test
    void after_a_correction_a_value_rests_on_the_correction_with_the_corrections_unmet_rules_and_basis() {
        var told = story.replaced(2, renamed("right", "2012-02-01"), List.of("NO_DECIDER"), List.of(7L, 9L));

        Grounded<String> name = told.state("2012-02-01").name();
        assertThat(name.value()).isEqualTo("right");
        assertThat(name.since()).isEqualTo("2012-02-01");
        assertThat(name.fact()).isEqualTo(3);
        assertThat(name.unmetRules()).containsExactly("NO_DECIDER");
        assertThat(name.restsOn()).containsExactly(7L, 9L);
        assertThat(told.state("2012-01-31").name().value()).isEqualTo("DRM");
    }

    @Test
    void after_a_correction_without_unmet_rules_those_of_the_corrected_fact_are_gone() {
        var told = story.replaced(2, renamed("right", "2012-01-01"));

        assertThat(told.state("2012-01-01").name().unmetRules()).isNull();
        assertThat(told.state("2012-01-01").name().restsOn()).isNull();
    }

    @Test
    void when_a_correction_is_retracted_a_value_rests_on_the_fact_whose_words_stand_again() {
        var told = story.replaced(2, renamed("worse", "2012-02-01"), List.of("NO_DECIDER"), List.of(7L))
                .retracted(3);

        assertThat(told.state("2012-01-01").name())
                .isEqualTo(story.state("2012-01-01").name());
        assertThat(told.state("2012-01-01").name().fact()).isEqualTo(2);
        assertThat(told.state("2012-01-01").name().unmetRules()).containsExactly("RENAMED_WITHOUT_REASON");
    }

    @Test
    void when_the_correction_of_a_correction_is_retracted_a_value_rests_on_the_first_correction() {
        var told = story.replaced(2, renamed("better", "2012-01-01"), List.of(), List.of(7L))
                .replaced(3, renamed("worst", "2012-01-01"), List.of("NO_DECIDER"), List.of())
                .retracted(4);

        Grounded<String> name = told.state("2012-01-01").name();
        assertThat(name.value()).isEqualTo("better");
        assertThat(name.fact()).isEqualTo(3);
        assertThat(name.unmetRules()).isNull();
        assertThat(name.restsOn()).containsExactly(7L);
    }

    @Test
    void a_fact_entered_in_error_grounds_nothing() {
        assertThat(story.retracted(2).state("2012-01-01").name().fact()).isEqualTo(1);
    }

    @Test
    void what_was_known_at_a_position_is_read_from_the_facts_up_to_it() {
        var told = story.replaced(2, renamed("right", "2012-01-01")).retracted(3);

        assertThat(told.state("2012-01-01", 1).name().value()).isEqualTo("DRM");
        assertThat(told.state("2012-01-01", 2).name().value()).isEqualTo("wrong");
        assertThat(told.state("2012-01-01", 3).name().value()).isEqualTo("right");
        assertThat(told.state("2012-01-01", 4).name().value()).isEqualTo("wrong");
    }

    @Test
    void a_repair_keeps_the_place_of_the_fact_among_those_of_one_date() {
        var told = story.then(renamed("later", "2012-01-01")).replaced(2, renamed("right", "2012-01-01"));

        assertThat(told.state("2012-01-01").name().value()).isEqualTo("later");
    }

    @Test
    void a_corrected_opening_still_opens() {
        var told = story.replaced(1, opened(null, "2010-01-01"));

        assertThat(told.kind().history(told.stream()).isOpened()).isTrue();
        assertThat(told.state("2010-01-01").level().fact()).isEqualTo(3);
    }

    @Test
    void without_the_corrected_lineage_and_with_the_replacement_in_its_place_it_is_as_after_the_correction() {
        InitiativeFact replacement = renamed("right", "2012-01-01");
        var after = story.replaced(2, replacement);
        var decided = story.kind()
                .history(story.stream())
                .without(2)
                .with(new EffectiveEntry<>(
                        2,
                        3,
                        LocalDate.parse("2012-01-01"),
                        new RecordedFact(3, replacement, Set.of(), List.of(), List.of())));

        assertThat(decided.timeline())
                .isEqualTo(after.kind().history(after.stream()).timeline());
    }

    @Test
    void a_date_that_is_exact_and_given_by_the_source_says_nothing_more() {
        Provenance plain = new Provenance(
                LocalDate.parse("2011-06-13"), DatePrecision.DAY, false, "a note", DateQualifier.EXACT, null);

        assertThat(grounded(plain)).isEqualTo(grounded(Provenance.on(LocalDate.parse("2011-06-13"))));
        assertThat(grounded(plain).precision()).isNull();
        assertThat(grounded(plain).inferred()).isNull();
        assertThat(grounded(plain).dateQualifier()).isNull();
    }

    @Test
    void a_date_that_is_vague_inferred_or_only_a_latest_one_says_so() {
        Provenance vague = new Provenance(
                LocalDate.parse("2011-05-01"), DatePrecision.MONTH, true, "a note", DateQualifier.NO_LATER_THAN, null);

        assertThat(grounded(vague).precision()).isEqualTo(DatePrecision.MONTH);
        assertThat(grounded(vague).inferred()).isTrue();
        assertThat(grounded(vague).dateQualifier()).isEqualTo(DateQualifier.NO_LATER_THAN);
    }

    private static Grounded<String> grounded(Provenance provenance) {
        return new Grounds(1, 1, provenance, List.of(), List.of(), null).ground("value");
    }
}
