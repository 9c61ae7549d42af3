package org.portfolioledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer for one day, worked out the slow way: entry by entry and aspect by aspect, without a fold and without a
 * segment. Shares no code with what it judges.
 *
 * @param needsOpening whether nothing holds of a thing that no fact opens
 */
record Oracle(List<Entry<Word>> stream, boolean needsOpening) {

    private record Heard(LocalDate on, long root, Word word) {
        boolean isBefore(Heard other) {
            return on.isBefore(other.on) || (on.equals(other.on) && root < other.root);
        }

        boolean opens() {
            return word instanceof Word.Opens;
        }
    }

    /** What held on a day, as known at a position. */
    Optional<SortedMap<String, String>> on(LocalDate day, long knownAt) {
        List<Heard> everything = heard(knownAt);
        List<Heard> begun = new ArrayList<>();
        for (Heard heard : everything) if (!heard.on.isAfter(day)) begun.add(heard);
        if (begun.isEmpty()) return Optional.empty();

        List<Heard> counted = new ArrayList<>();
        Optional<Heard> end = latest(
                begun.stream().filter(heard -> heard.word instanceof Word.Ends).toList());
        for (Heard heard : begun) if (end.isEmpty() || end.get().isBefore(heard)) counted.add(heard);

        SortedMap<String, String> answer = new TreeMap<>();
        if (needsOpening) {
            Optional<Heard> opening =
                    earliest(counted.stream().filter(Heard::opens).toList());
            if (end.isPresent()) {
                if (opening.isEmpty()) return Optional.empty();
                counted.removeIf(heard -> heard.isBefore(opening.get()));
            } else if (opening.isEmpty()) {
                Optional<Heard> later =
                        earliest(everything.stream().filter(Heard::opens).toList());
                if (later.isEmpty()) return Optional.empty();
                for (String aspect : HostileHistory.ASPECTS)
                    stated(later.get(), aspect).ifPresent(value -> answer.put(aspect, value));
            }
        }
        if (counted.isEmpty() && end.isPresent()) return Optional.empty();
        for (String aspect : HostileHistory.ASPECTS) {
            latest(counted.stream()
                            .filter(heard -> stated(heard, aspect).isPresent())
                            .toList())
                    .flatMap(heard -> stated(heard, aspect))
                    .ifPresent(value -> answer.put(aspect, value));
        }
        return Optional.of(answer);
    }

    private List<Heard> heard(long knownAt) {
        List<Heard> heard = new ArrayList<>();
        for (Entry<Word> fact : stream) {
            if (!(fact instanceof Entry.Fact<Word>) || fact.position() > knownAt) continue;
            Entry<Word> last = fact;
            for (Entry<Word> entry : stream) {
                boolean known = entry.position() <= knownAt && entry.position() > last.position();
                if (known && root(entry) == fact.position()) last = entry;
            }
            said(last).ifPresent(heard::add);
        }
        return heard;
    }

    private Optional<Heard> said(Entry<Word> entry) {
        return switch (entry) {
            case Entry.Fact<Word> fact -> Optional.of(new Heard(fact.effectiveOn(), root(fact), fact.content()));
            case Entry.Replacement<Word> repair ->
                Optional.of(new Heard(repair.effectiveOn(), root(repair), repair.content()));
            case Entry.Retraction<Word> retraction ->
                target(at(retraction.corrects())).flatMap(this::said);
        };
    }

    private Optional<Entry<Word>> target(Entry<Word> entry) {
        return switch (entry) {
            case Entry.Fact<Word> _ -> Optional.empty();
            case Entry.Replacement<Word> repair -> Optional.of(at(repair.corrects()));
            case Entry.Retraction<Word> retraction -> Optional.of(at(retraction.corrects()));
        };
    }

    private long root(Entry<Word> entry) {
        return target(entry).map(this::root).orElse(entry.position());
    }

    private Entry<Word> at(long position) {
        for (Entry<Word> entry : stream) if (entry.position() == position) return entry;
        throw new AssertionError("no entry at " + position);
    }

    private static Optional<String> stated(Heard heard, String aspect) {
        return switch (heard.word) {
            case Word.Opens opens -> Optional.ofNullable(opens.states().get(aspect));
            case Word.Says says -> says.aspect().equals(aspect) ? Optional.of(says.value()) : Optional.empty();
            case Word.Ends _ -> Optional.empty();
        };
    }

    private static Optional<Heard> earliest(List<Heard> some) {
        return some.stream().reduce((one, other) -> other.isBefore(one) ? other : one);
    }

    private static Optional<Heard> latest(List<Heard> some) {
        return some.stream().reduce((one, other) -> one.isBefore(other) ? other : one);
    }
}
