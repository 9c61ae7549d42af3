package org.portfolioledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.timeline.Word.opens;
import static org.portfolioledger.timeline.Word.says;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final LocalDate MAY = LocalDate.parse("2011-05-01");
    private static final LocalDate JUNE = LocalDate.parse("2011-06-01");
    private static final LocalDate JULY = LocalDate.parse("2011-07-01");

    private final List<Entry<Word>> stream = List.of(
            new Entry.Fact<>(1, MAY, opens("name", "DRM")),
            new Entry.Fact<>(2, JUNE, says("name", "wrong")),
            new Entry.Fact<>(3, JUNE, says("owner", "DoR")),
            new Entry.Replacement<>(4, 2, JULY, says("name", "right")));

    @Test
    void it_is_opened_if_anything_that_counts_opens_it() {
        assertThat(history(stream, 4).isOpened()).isTrue();
        assertThat(history(stream.subList(1, 3), 4).isOpened()).isFalse();
        assertThat(history(List.of(stream.getFirst(), new Entry.Retraction<>(2, 1)), 2)
                        .isOpened())
                .isFalse();
    }

    @Test
    void it_gives_the_entries_of_a_day() {
        var history = history(stream, 3);

        assertThat(history.entriesOn(JUNE)).extracting(EffectiveEntry::origin).containsExactly(2L, 3L);
        assertThat(history.entriesOn(MAY)).extracting(EffectiveEntry::origin).containsExactly(1L);
        assertThat(history.entriesOn(JULY)).isEmpty();
        assertThat(history.entriesOn(LocalDate.MIN)).isEmpty();
        assertThat(history.entriesOn(LocalDate.MAX)).isEmpty();
    }

    @Test
    void without_a_lineage_its_repairs_are_gone_with_it() {
        var without = history(stream, 4).without(2);

        assertThat(name(without, JULY)).contains("DRM");
        assertThat(without.entries()).extracting(EffectiveEntry::origin).containsExactly(1L, 3L);
    }

    @Test
    void without_the_opening_nothing_holds() {
        assertThat(history(stream, 4).without(1).timeline().segments()).isEmpty();
    }

    @Test
    void without_a_place_at_which_nothing_began_it_is_the_same() {
        assertThat(history(stream, 4).without(4).timeline())
                .isEqualTo(history(stream, 4).timeline());
    }

    @Test
    void with_a_back_dated_fact_it_holds_until_the_next_fact_of_that_aspect() {
        var with = history(stream, 4).with(MAY.plusDays(1), says("name", "back-dated"));

        assertThat(name(with, MAY)).contains("DRM");
        assertThat(name(with, MAY.plusDays(1))).contains("back-dated");
        assertThat(name(with, JULY)).contains("right");
    }

    @Test
    void what_is_not_recorded_yet_comes_after_all_others_of_its_date() {
        var with = history(stream, 4).with(JULY, says("name", "decided"));

        assertThat(name(with, JULY)).contains("decided");
        assertThat(with.entries().getLast().position()).isEqualTo(History.UNRECORDED);
    }

    @Test
    void of_two_facts_not_recorded_yet_the_second_comes_after_the_first() {
        var with = history(stream, 4).with(JULY, says("name", "one")).with(JULY, says("name", "two"));

        assertThat(name(with, JULY)).contains("two");
    }

    @Test
    void with_a_saying_in_the_place_of_another_it_stands_where_that_stood() {
        var others = history(stream, 4).without(2);
        var repaired = others.with(new EffectiveEntry<>(2, History.UNRECORDED, JUNE, says("owner", "jumped")));

        assertThat(repaired.timeline().on(JUNE))
                .hasValueSatisfying(state -> assertThat(state).containsEntry("owner", "DoR"));
        assertThat(repaired.entries()).extracting(EffectiveEntry::origin).containsExactly(1L, 2L, 3L);
    }

    @Test
    void the_history_that_is_asked_for_more_or_less_stays_as_it_was() {
        var history = history(stream, 4);
        var before = history.timeline();
        history.without(1);
        history.with(JULY, says("name", "other"));

        assertThat(history.timeline()).isEqualTo(before);
        assertThat(history.entries()).hasSize(3);
    }

    @Test
    void its_end_is_continued_by_what_comes_after_all_others_and_opens_nothing() {
        var end = history(stream, 4).end();

        assertThat(end.entries()).extracting(EffectiveEntry::origin).containsExactly(2L);
        assertThat(end.isContinuedBy(new EffectiveEntry<>(5, 5, JULY, says("name", "same day"))))
                .isTrue();
        assertThat(end.isContinuedBy(new EffectiveEntry<>(5, 5, JULY.minusDays(1), says("name", "back-dated"))))
                .isFalse();
        assertThat(end.isContinuedBy(new EffectiveEntry<>(5, 5, JULY, opens("name", "again"))))
                .isFalse();
        assertThat(history(List.of(), 0).end().isContinuedBy(new EffectiveEntry<>(1, 1, MAY, says("name", "first"))))
                .isFalse();
    }

    private static History<Word, SortedMap<String, String>> history(List<Entry<Word>> stream, long knownAt) {
        return History.of(Lineages.of(stream).asKnownAt(knownAt), Word::isOpening, Word::afterOpening);
    }

    private static Optional<String> name(History<Word, SortedMap<String, String>> history, LocalDate day) {
        return history.timeline().on(day).map(state -> state.get("name"));
    }
}
