package org.portfolioledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.jspecify.annotations.Nullable;

/** Laws that hold of every history, however it was entered. */
@AddLifecycleHook(SuiteSize.class)
class HostileHistoriesTest {

    @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
    void a_thing_that_is_opened_is_on_every_day_what_the_oracle_says(
            @ForAll("histories") HostileHistory history, @ForAll("percents") int percent) {
        long knownAt = history.knownAt(percent);
        agree(opened(history.entries(), knownAt), new Oracle(history.entries(), true), knownAt);
    }

    @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
    void a_thing_without_an_opening_is_on_every_day_what_the_oracle_says(
            @ForAll("histories") HostileHistory history, @ForAll("percents") int percent) {
        long knownAt = history.knownAt(percent);
        agree(unopened(history.entries(), knownAt), new Oracle(history.entries(), false), knownAt);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void segments_are_in_order_never_overlap_never_are_empty_and_equal_neighbours_are_joined(
            @ForAll("histories") HostileHistory history, @ForAll("percents") int percent) {
        var segments =
                opened(history.entries(), history.knownAt(percent)).timeline().segments();
        for (int i = 0; i + 1 < segments.size(); i++) {
            Segment<SortedMap<String, String>> here = segments.get(i);
            Segment<SortedMap<String, String>> next = segments.get(i + 1);
            LocalDate to = here.to();
            assertThat(to).as("only the last segment has no end").isNotNull().isAfter(here.from());
            assertThat(next.from()).isAfterOrEqualTo(to);
            if (next.from().equals(to)) assertThat(next.state()).isNotEqualTo(here.state());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void what_was_known_at_a_position_never_changes_whatever_is_entered_later(
            @ForAll("histories") HostileHistory history, @ForAll("percents") int percent) {
        long knownAt = history.knownAt(percent);
        List<Entry<Word>> prefix = history.entries().stream()
                .filter(entry -> entry.position() <= knownAt)
                .toList();
        assertThat(Lineages.of(history.entries()).asKnownAt(knownAt))
                .isEqualTo(Lineages.of(prefix).asKnownAt(knownAt));
        assertThat(opened(history.entries(), knownAt).timeline())
                .isEqualTo(opened(prefix, Long.MAX_VALUE).timeline());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void joining_equal_neighbours_loses_no_day_and_wins_none(@ForAll("histories") HostileHistory history) {
        record Never(int steps, SortedMap<String, String> state) {}
        List<EffectiveEntry<Word>> entries = Lineages.of(history.entries()).asKnownAt(Long.MAX_VALUE);
        Timeline.Evolve<Word, Never> neverEqual = (@Nullable Never before, EffectiveEntry<Word> entry) -> {
            SortedMap<String, String> state = Word.afterOpening(before == null ? null : before.state, entry);
            return state == null ? null : new Never(before == null ? 1 : before.steps + 1, state);
        };
        Timeline<SortedMap<String, String>> joined =
                History.of(entries, Word::isOpening, Word::afterOpening).timeline();
        Timeline<Never> apart = History.of(entries, Word::isOpening, neverEqual).timeline();
        for (LocalDate day : HostileHistory.days()) {
            assertThat(joined.on(day)).as("%s", day).isEqualTo(apart.on(day).map(Never::state));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void without_a_lineage_is_as_if_none_of_its_entries_had_been_entered(
            @ForAll("histories") HostileHistory history, @ForAll("percents") int percent) {
        long position = history.entries()
                .get((history.entries().size() - 1) * percent / 100)
                .position();
        List<Entry<Word>> lineage = Lineages.of(history.entries()).lineageOf(position);
        List<Entry<Word>> others = new ArrayList<>(history.entries());
        others.removeAll(lineage);
        assertThat(opened(history.entries(), Long.MAX_VALUE)
                        .without(lineage.getFirst().position())
                        .timeline())
                .isEqualTo(opened(others, Long.MAX_VALUE).timeline());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void with_a_fact_more_is_as_if_it_had_been_entered_last(
            @ForAll("histories") HostileHistory history, @ForAll("days") LocalDate effectiveOn) {
        Word word = Word.says("name", "new");
        List<Entry<Word>> more = new ArrayList<>(history.entries());
        more.add(new Entry.Fact<>(history.lastPosition() + 1, effectiveOn, word));
        assertThat(opened(history.entries(), Long.MAX_VALUE)
                        .with(effectiveOn, word)
                        .timeline())
                .isEqualTo(opened(more, Long.MAX_VALUE).timeline());
    }

    @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
    void what_comes_after_all_others_changes_the_end_of_a_history_as_it_changes_the_whole(
            @ForAll("histories") HostileHistory history, @ForAll("histories") HostileHistory later) {
        History<Word, SortedMap<String, String>> whole = opened(history.entries(), Long.MAX_VALUE);
        History<Word, SortedMap<String, String>> end = whole.end();
        long position = history.lastPosition();
        for (Entry<Word> fact : later.entries()) {
            if (!(fact instanceof Entry.Fact<Word> plain)) continue;
            position++;
            var entry = new EffectiveEntry<>(position, position, plain.effectiveOn(), plain.content());
            if (!end.isContinuedBy(entry)) continue;
            assertThat(change(end, end.with(entry))).isEqualTo(change(whole, whole.with(entry)));
            whole = whole.with(entry);
            end = end.with(entry);
            if (position % 2 == 0) end = end.end();
        }
    }

    /** The segments that no longer hold, and those that do now. */
    private static List<List<Segment<SortedMap<String, String>>>> change(
            History<Word, SortedMap<String, String>> before, History<Word, SortedMap<String, String>> after) {
        int same = before.timeline().sharedWith(after.timeline());
        List<Segment<SortedMap<String, String>>> gone = before.timeline().segments();
        List<Segment<SortedMap<String, String>>> come = after.timeline().segments();
        return List.of(gone.subList(same, gone.size()), come.subList(same, come.size()));
    }

    @Provide
    Arbitrary<HostileHistory> histories() {
        return HostileHistory.any();
    }

    @Provide
    Arbitrary<Integer> percents() {
        return HostileHistory.upTo(100);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return HostileHistory.upTo(HostileHistory.DAYS).map(HostileHistory.FIRST_DAY::plusDays);
    }

    private static void agree(History<Word, SortedMap<String, String>> history, Oracle oracle, long knownAt) {
        for (LocalDate day : HostileHistory.days()) {
            Optional<SortedMap<String, String>> expected = oracle.on(day, knownAt);
            assertThat(history.timeline().on(day))
                    .as("on %s as known at %s", day, knownAt)
                    .isEqualTo(expected);
        }
    }

    private static History<Word, SortedMap<String, String>> opened(List<Entry<Word>> entries, long knownAt) {
        return History.of(Lineages.of(entries).asKnownAt(knownAt), Word::isOpening, Word::afterOpening);
    }

    private static History<Word, SortedMap<String, String>> unopened(List<Entry<Word>> entries, long knownAt) {
        return History.of(Lineages.of(entries).asKnownAt(knownAt), _ -> false, Word::fromTheFirst);
    }
}
