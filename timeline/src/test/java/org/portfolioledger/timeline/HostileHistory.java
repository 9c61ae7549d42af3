package org.portfolioledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * A history as unkind as the ledger would take it and worse: entered out of order, many of one day, openings late or
 * twice, corrected, and the corrections corrected, whether they stand or not.
 *
 * @param entries by rising position, with gaps as other streams leave them
 */
record HostileHistory(List<Entry<Word>> entries) {

    static final LocalDate FIRST_DAY = LocalDate.parse("2011-06-13");
    static final int DAYS = 9;
    static final List<String> ASPECTS = List.of("name", "owner");
    private static final int LONGEST = 25;

    /** What is done next: {@code pick} chooses, from what is there, what a correction corrects. */
    private record Move(Act act, int day, String aspect, String value, int pick, int gap) {}

    private enum Act {
        OPEN,
        SAY,
        END,
        REPLACE,
        STRIKE
    }

    static Arbitrary<HostileHistory> any() {
        Arbitrary<Act> act = Arbitraries.frequency(
                Tuple.of(2, Act.OPEN),
                Tuple.of(8, Act.SAY),
                Tuple.of(1, Act.END),
                Tuple.of(5, Act.REPLACE),
                Tuple.of(5, Act.STRIKE));
        return Combinators.combine(
                        act,
                        upTo(DAYS - 1),
                        Arbitraries.of(ASPECTS),
                        Arbitraries.of("x", "y", "z"),
                        upTo(LONGEST),
                        upTo(2))
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(LONGEST)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(HostileHistory::of);
    }

    static Arbitrary<Integer> upTo(int most) {
        return Arbitraries.integers().between(0, most).withDistribution(RandomDistribution.uniform());
    }

    /** Every day on which something may begin, the day before and the day after. */
    static List<LocalDate> days() {
        return FIRST_DAY.minusDays(1).datesUntil(FIRST_DAY.plusDays(DAYS + 1L)).toList();
    }

    long lastPosition() {
        return entries.getLast().position();
    }

    /** The point in the history that is {@code percent} of the way through it. */
    long knownAt(int percent) {
        return lastPosition() * percent / 100;
    }

    private static HostileHistory of(List<Move> moves) {
        List<Entry<Word>> entries = new ArrayList<>();
        long position = 0;
        for (Move move : moves) {
            position += 1 + move.gap;
            entries.add(entries.isEmpty() ? fact(position, move) : next(position, move, entries));
        }
        return new HostileHistory(List.copyOf(entries));
    }

    private static Entry<Word> next(long position, Move move, List<Entry<Word>> before) {
        long corrects = before.get(move.pick % before.size()).position();
        return switch (move.act) {
            case OPEN, SAY, END -> fact(position, move);
            case REPLACE -> new Entry.Replacement<>(position, corrects, day(move), word(move));
            case STRIKE -> new Entry.Retraction<>(position, corrects);
        };
    }

    private static Entry<Word> fact(long position, Move move) {
        return new Entry.Fact<>(position, day(move), word(move));
    }

    private static LocalDate day(Move move) {
        return FIRST_DAY.plusDays(move.day);
    }

    private static Word word(Move move) {
        return switch (move.act) {
            case OPEN -> new Word.Opens(Map.of(ASPECTS.getFirst(), move.value, ASPECTS.getLast(), move.aspect));
            case END -> new Word.Ends();
            case SAY, REPLACE, STRIKE ->
                move.pick % 7 == 0 ? Word.opens(move.aspect, move.value) : Word.says(move.aspect, move.value);
        };
    }
}
