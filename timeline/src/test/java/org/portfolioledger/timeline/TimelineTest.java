package org.portfolioledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.timeline.Word.opens;
import static org.portfolioledger.timeline.Word.says;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final LocalDate APRIL = LocalDate.parse("2011-04-01");
    private static final LocalDate MAY = LocalDate.parse("2011-05-01");
    private static final LocalDate JUNE = LocalDate.parse("2011-06-01");
    private static final LocalDate JULY = LocalDate.parse("2011-07-01");

    /** A value and the first day for which it is stated: after the day asked about, it reaches back. */
    private record Stated(String value, LocalDate statedFrom) {}

    @Test
    void nothing_was_said_and_nothing_holds() {
        Timeline<SortedMap<String, String>> timeline = fold();

        assertThat(timeline.segments()).isEmpty();
        assertThat(timeline.on(MAY)).isEmpty();
        assertThat(timeline.last()).isEmpty();
    }

    @Test
    void an_opening_holds_from_its_date_without_end() {
        var timeline = fold(entry(1, MAY, opens("name", "DRM")));

        assertThat(timeline.segments()).containsExactly(new Segment<>(MAY, null, state("name", "DRM")));
        assertThat(timeline.on(MAY.minusDays(1))).isEmpty();
        assertThat(timeline.on(MAY)).contains(state("name", "DRM"));
        assertThat(timeline.on(LocalDate.MAX)).contains(state("name", "DRM"));
    }

    @Test
    void an_aspect_keeps_its_value_until_the_next_fact_of_that_aspect() {
        var timeline = fold(
                entry(1, MAY, opens("name", "DRM")),
                entry(2, JUNE, says("owner", "DoR")),
                entry(3, JULY, says("name", "Developing Resource Management")));

        assertThat(timeline.segments())
                .containsExactly(
                        new Segment<>(MAY, JUNE, state("name", "DRM")),
                        new Segment<>(JUNE, JULY, state("name", "DRM", "owner", "DoR")),
                        new Segment<>(JULY, null, state("name", "Developing Resource Management", "owner", "DoR")));
    }

    @Test
    void the_date_of_a_change_is_the_first_day_on_which_the_old_no_longer_holds() {
        var timeline = fold(entry(1, MAY, opens("name", "old")), entry(2, JUNE, says("name", "new")));

        assertThat(timeline.on(JUNE.minusDays(1))).contains(state("name", "old"));
        assertThat(timeline.on(JUNE)).contains(state("name", "new"));
    }

    @Test
    void of_facts_of_one_date_only_the_last_state_holds_and_no_range_is_empty() {
        var timeline = fold(
                entry(1, MAY, opens("name", "a")),
                entry(2, MAY, says("name", "b")),
                entry(3, MAY, says("owner", "DoR")));

        assertThat(timeline.segments()).containsExactly(new Segment<>(MAY, null, state("name", "b", "owner", "DoR")));
    }

    @Test
    void adjacent_equal_segments_are_joined() {
        var timeline = fold(
                entry(1, MAY, opens("name", "a")),
                entry(2, JUNE, says("name", "a")),
                entry(3, JULY, says("name", "b")));

        assertThat(timeline.segments())
                .containsExactly(
                        new Segment<>(MAY, JULY, state("name", "a")), new Segment<>(JULY, null, state("name", "b")));
    }

    @Test
    void a_change_that_is_taken_back_on_its_day_leaves_no_seam() {
        var timeline = fold(
                entry(1, MAY, opens("name", "a")),
                entry(2, JUNE, says("name", "b")),
                entry(3, JUNE, says("name", "a")));

        assertThat(timeline.segments()).containsExactly(new Segment<>(MAY, null, state("name", "a")));
    }

    @Test
    void a_range_without_a_state_is_left_out() {
        var timeline = fold(
                entry(1, APRIL, opens("name", "a")),
                entry(2, MAY, new Word.Ends()),
                entry(3, JUNE, says("name", "unheard")),
                entry(4, JULY, opens("name", "b")));

        assertThat(timeline.segments())
                .containsExactly(
                        new Segment<>(APRIL, MAY, state("name", "a")), new Segment<>(JULY, null, state("name", "b")));
        assertThat(timeline.on(JUNE)).isEmpty();
    }

    @Test
    void equal_segments_with_a_gap_between_them_are_not_joined() {
        var timeline = fold(
                entry(1, APRIL, opens("name", "a")),
                entry(2, MAY, new Word.Ends()),
                entry(3, JUNE, opens("name", "a")));

        assertThat(timeline.segments())
                .containsExactly(
                        new Segment<>(APRIL, MAY, state("name", "a")), new Segment<>(JUNE, null, state("name", "a")));
    }

    @Test
    void existence_is_not_a_gate_what_the_opening_states_reaches_back_to_the_earliest_date_of_all() {
        var timeline = fold(entry(1, MAY, says("approval", "SOC")), entry(2, JULY, opens("name", "DRM")));

        assertThat(timeline.segments())
                .containsExactly(new Segment<>(MAY, null, state("approval", "SOC", "name", "DRM")));
    }

    @Test
    void what_reaches_back_tells_from_which_day_it_is_stated() {
        Timeline<SortedMap<String, Stated>> timeline = History.of(
                        List.of(entry(1, MAY, says("approval", "SOC")), entry(2, JULY, opens("name", "DRM"))),
                        Word::isOpening,
                        TimelineTest::stating)
                .timeline();

        assertThat(timeline.on(MAY))
                .contains(new TreeMap<>(Map.of("approval", new Stated("SOC", MAY), "name", new Stated("DRM", JULY))));
    }

    @Test
    void an_aspect_that_another_fact_states_before_the_opening_holds_until_the_opening_says_it_again() {
        var timeline = fold(entry(1, MAY, says("name", "SIP")), entry(2, JULY, opens("name", "DRM")));

        assertThat(timeline.segments())
                .containsExactly(
                        new Segment<>(MAY, JULY, state("name", "SIP")),
                        new Segment<>(JULY, null, state("name", "DRM")));
    }

    @Test
    void an_opening_of_the_earliest_date_that_was_recorded_later_counts_from_that_date() {
        var timeline = fold(entry(1, MAY, says("owner", "DoR")), entry(2, MAY, opens("name", "DRM")));

        assertThat(timeline.segments()).containsExactly(new Segment<>(MAY, null, state("name", "DRM", "owner", "DoR")));
    }

    @Test
    void of_several_openings_the_first_in_time_reaches_back() {
        var timeline = fold(
                entry(1, APRIL, says("owner", "DoR")),
                entry(2, MAY, opens("name", "first")),
                entry(3, JUNE, opens("name", "second")));

        assertThat(timeline.on(APRIL)).contains(state("name", "first", "owner", "DoR"));
        assertThat(timeline.on(JUNE)).contains(state("name", "second", "owner", "DoR"));
    }

    @Test
    void of_a_thing_that_no_fact_opens_nothing_holds() {
        assertThat(fold(entry(1, MAY, says("name", "DRM"))).segments()).isEmpty();
    }

    @Test
    void a_thing_without_openings_begins_with_what_is_said_first() {
        Timeline<SortedMap<String, String>> timeline = History.of(
                        List.of(entry(1, MAY, says("SRO", "AC"))), _ -> false, Word::fromTheFirst)
                .timeline();

        assertThat(timeline.segments()).containsExactly(new Segment<>(MAY, null, state("SRO", "AC")));
    }

    @Test
    void the_last_state_is_what_holds_once_everything_stated_has_come_about() {
        var timeline =
                fold(entry(1, MAY, opens("name", "a")), entry(2, LocalDate.parse("2099-01-01"), says("name", "b")));

        assertThat(timeline.last()).contains(state("name", "b"));
    }

    @Test
    void a_segment_ends_after_a_day_if_that_day_or_a_later_one_lies_in_it() {
        var timeline = fold(entry(1, MAY, opens("name", "a")), entry(2, JUNE, says("name", "b")));

        assertThat(timeline.endingAfter(MAY.minusYears(1))).hasSize(2);
        assertThat(timeline.endingAfter(JUNE.minusDays(1))).hasSize(2);
        assertThat(timeline.endingAfter(JUNE)).containsExactly(new Segment<>(JUNE, null, state("name", "b")));
        assertThat(timeline.endingAfter(LocalDate.MAX)).hasSize(1);
    }

    @Test
    void a_timeline_is_not_changed_through_the_list_it_was_made_from() {
        List<Segment<String>> segments = new ArrayList<>(List.of(new Segment<>(MAY, null, "a")));
        Timeline<String> timeline = new Timeline<>(segments);
        segments.clear();

        assertThat(timeline.on(MAY)).contains("a");
    }

    private static SortedMap<String, Stated> stating(
            @Nullable SortedMap<String, Stated> before, EffectiveEntry<Word> entry) {
        SortedMap<String, Stated> state = before == null ? new TreeMap<>() : new TreeMap<>(before);
        switch (entry.content()) {
            case Word.Opens opens ->
                opens.states().forEach((aspect, value) -> state.put(aspect, new Stated(value, entry.effectiveOn())));
            case Word.Says says -> state.put(says.aspect(), new Stated(says.value(), entry.effectiveOn()));
            case Word.Ends _ -> state.clear();
        }
        return state;
    }

    @SafeVarargs
    private static Timeline<SortedMap<String, String>> fold(EffectiveEntry<Word>... entries) {
        List<EffectiveEntry<Word>> inOrder = new ArrayList<>();
        for (EffectiveEntry<Word> entry : entries) inOrder.add(entry);
        return History.of(inOrder, Word::isOpening, Word::afterOpening).timeline();
    }

    private static EffectiveEntry<Word> entry(long position, LocalDate effectiveOn, Word word) {
        return new EffectiveEntry<>(position, position, effectiveOn, word);
    }

    private static SortedMap<String, String> state(String aspect, String value) {
        return new TreeMap<>(Map.of(aspect, value));
    }

    private static SortedMap<String, String> state(String aspect, String value, String other, String otherValue) {
        return new TreeMap<>(Map.of(aspect, value, other, otherValue));
    }
}
