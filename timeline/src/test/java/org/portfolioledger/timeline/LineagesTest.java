package org.portfolioledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineagesTest {

    private static final LocalDate MAY = LocalDate.parse("2011-05-01");
    private static final LocalDate JUNE = LocalDate.parse("2011-06-01");
    private static final LocalDate JULY = LocalDate.parse("2011-07-01");

    @Test
    void a_fact_says_its_words_from_the_position_at_which_it_was_recorded() {
        var lineages = Lineages.of(List.of(fact(4, MAY, "a")));

        assertThat(lineages.asKnownAt(3)).isEmpty();
        assertThat(lineages.asKnownAt(4)).containsExactly(new EffectiveEntry<>(4, 4, MAY, "a"));
        assertThat(lineages.asKnownAt(Long.MAX_VALUE)).isEqualTo(lineages.asKnownAt(4));
    }

    @Test
    void a_back_dated_fact_is_folded_where_its_date_stands() {
        assertThat(words(fact(1, JUNE, "june"), fact(2, MAY, "may"), fact(3, JULY, "july")))
                .containsExactly("may", "june", "july");
    }

    @Test
    void facts_of_one_date_are_folded_as_they_were_recorded() {
        assertThat(words(fact(1, MAY, "first"), fact(2, MAY, "second"), fact(3, MAY, "third")))
                .containsExactly("first", "second", "third");
    }

    @Test
    void a_replacement_says_its_own_words_at_its_own_date_in_the_place_of_the_fact() {
        var lineages = Lineages.of(List.of(fact(1, MAY, "wrong"), replacement(2, 1, JULY, "right")));

        assertThat(lineages.asKnownAt(1)).containsExactly(new EffectiveEntry<>(1, 1, MAY, "wrong"));
        assertThat(lineages.asKnownAt(2)).containsExactly(new EffectiveEntry<>(1, 2, JULY, "right"));
    }

    @Test
    void a_repair_never_jumps_over_a_later_fact_of_the_same_date() {
        assertThat(words(fact(1, MAY, "wrong"), fact(2, MAY, "later"), replacement(3, 1, MAY, "right")))
                .containsExactly("right", "later");
    }

    @Test
    void a_repair_that_moves_to_the_date_of_a_later_fact_stands_before_it() {
        assertThat(words(fact(1, MAY, "wrong"), fact(2, JUNE, "later"), replacement(3, 1, JUNE, "right")))
                .containsExactly("right", "later");
    }

    @Test
    void a_repair_that_moves_to_the_date_of_an_earlier_fact_stands_after_it() {
        assertThat(words(fact(1, MAY, "earlier"), fact(2, JUNE, "wrong"), replacement(3, 2, MAY, "right")))
                .containsExactly("earlier", "right");
    }

    @Test
    void a_replacement_of_a_replacement_says_the_last_words() {
        var lineages = Lineages.of(
                List.of(fact(1, MAY, "wrong"), replacement(2, 1, MAY, "better"), replacement(3, 2, JUNE, "right")));

        assertThat(lineages.asKnownAt(2)).containsExactly(new EffectiveEntry<>(1, 2, MAY, "better"));
        assertThat(lineages.asKnownAt(3)).containsExactly(new EffectiveEntry<>(1, 3, JUNE, "right"));
    }

    @Test
    void a_fact_that_is_retracted_says_nothing_but_is_known_as_it_was() {
        var lineages = Lineages.of(List.of(fact(1, MAY, "wrong"), retraction(2, 1)));

        assertThat(lineages.asKnownAt(1)).containsExactly(new EffectiveEntry<>(1, 1, MAY, "wrong"));
        assertThat(lineages.asKnownAt(2)).isEmpty();
    }

    @Test
    void the_strike_of_a_correction_makes_its_targets_words_stand_again_at_their_date_and_position() {
        var lineages = Lineages.of(List.of(fact(1, MAY, "right"), replacement(2, 1, JUNE, "wrong"), retraction(3, 2)));

        assertThat(lineages.asKnownAt(3)).containsExactly(new EffectiveEntry<>(1, 1, MAY, "right"));
    }

    @Test
    void the_strike_of_a_strike_makes_the_fact_stand_again() {
        var lineages = Lineages.of(List.of(fact(1, MAY, "right"), retraction(2, 1), retraction(3, 2)));

        assertThat(lineages.asKnownAt(2)).isEmpty();
        assertThat(lineages.asKnownAt(3)).containsExactly(new EffectiveEntry<>(1, 1, MAY, "right"));
    }

    @Test
    void a_strike_may_be_replaced_by_words() {
        var lineages = Lineages.of(List.of(fact(1, MAY, "wrong"), retraction(2, 1), replacement(3, 2, JUNE, "right")));

        assertThat(lineages.asKnownAt(3)).containsExactly(new EffectiveEntry<>(1, 3, JUNE, "right"));
    }

    @Test
    void the_strike_of_a_replacement_of_a_strike_says_nothing_again() {
        assertThat(words(fact(1, MAY, "a"), retraction(2, 1), replacement(3, 2, MAY, "b"), retraction(4, 3)))
                .isEmpty();
    }

    @Test
    void a_correction_of_a_correction_of_a_correction_is_undone_one_step_at_a_time() {
        var lineages = Lineages.of(List.of(
                fact(1, MAY, "first"),
                replacement(2, 1, MAY, "second"),
                replacement(3, 2, MAY, "third"),
                retraction(4, 3),
                retraction(5, 4),
                retraction(6, 5),
                retraction(7, 2)));

        assertThat(said(lineages, 3)).containsExactly("third");
        assertThat(said(lineages, 4)).containsExactly("second");
        assertThat(said(lineages, 5)).containsExactly("third");
        assertThat(said(lineages, 6)).containsExactly("second");
        assertThat(said(lineages, 7)).containsExactly("first");
    }

    @Test
    void words_that_stand_again_keep_the_place_of_the_fact() {
        assertThat(words(
                        fact(1, MAY, "first"),
                        fact(2, MAY, "second"),
                        replacement(3, 1, JULY, "wrong"),
                        retraction(4, 3)))
                .containsExactly("first", "second");
    }

    @Test
    void the_last_member_speaks_for_a_lineage_whatever_it_corrects() {
        assertThat(words(fact(1, MAY, "a"), replacement(2, 1, MAY, "b"), replacement(3, 1, MAY, "c")))
                .containsExactly("c");
    }

    @Test
    void what_an_entry_says_does_not_depend_on_what_came_after_it() {
        Entry<String> fact = fact(1, MAY, "first");
        Entry<String> repair = replacement(2, 1, JUNE, "second");
        Entry<String> undone = retraction(3, 2);
        var lineages = Lineages.of(List.of(fact, repair, undone, replacement(4, 3, JULY, "third"), retraction(5, 1)));

        assertThat(lineages.whatIsSaidBy(fact)).contains(new EffectiveEntry<>(1, 1, MAY, "first"));
        assertThat(lineages.whatIsSaidBy(repair)).contains(new EffectiveEntry<>(1, 2, JUNE, "second"));
        assertThat(lineages.whatIsSaidBy(undone)).contains(new EffectiveEntry<>(1, 1, MAY, "first"));
    }

    @Test
    void a_lineage_is_a_fact_and_all_corrections_of_it_and_of_its_corrections() {
        Entry<String> fact = fact(1, MAY, "a");
        Entry<String> other = fact(2, MAY, "other");
        Entry<String> repair = replacement(5, 1, MAY, "b");
        Entry<String> undone = retraction(9, 5);
        var lineages = Lineages.of(List.of(fact, other, repair, undone));

        assertThat(lineages.lineageOf(1)).containsExactly(fact, repair, undone);
        assertThat(lineages.lineageOf(9)).containsExactly(fact, repair, undone);
        assertThat(lineages.lineageOf(2)).containsExactly(other);
        assertThat(lineages.lineageOf(3)).isEmpty();
    }

    @Test
    void an_entry_that_corrects_what_the_stream_does_not_hold_before_it_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lineages.of(List.of(fact(1, MAY, "a"), retraction(2, 7))))
                .withMessageContaining("7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lineages.of(List.of(replacement(1, 2, MAY, "b"), fact(2, MAY, "a"))));
        assertThatIllegalArgumentException().isThrownBy(() -> Lineages.of(List.of(retraction(1, 1))));
    }

    @SafeVarargs
    private static List<String> words(Entry<String>... stream) {
        List<Entry<String>> entries = new ArrayList<>();
        for (Entry<String> entry : stream) entries.add(entry);
        return said(Lineages.of(entries), Long.MAX_VALUE);
    }

    private static List<String> said(Lineages<String> lineages, long knownAt) {
        return lineages.asKnownAt(knownAt).stream().map(EffectiveEntry::content).toList();
    }

    private static Entry<String> fact(long position, LocalDate effectiveOn, String says) {
        return new Entry.Fact<>(position, effectiveOn, says);
    }

    private static Entry<String> replacement(long position, long corrects, LocalDate effectiveOn, String says) {
        return new Entry.Replacement<>(position, corrects, effectiveOn, says);
    }

    private static Entry<String> retraction(long position, long corrects) {
        return new Entry.Retraction<>(position, corrects);
    }
}
