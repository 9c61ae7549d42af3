package org.portfolioledger.query.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FailureReason;
import org.portfolioledger.query.answer.Difference;
import org.portfolioledger.query.answer.Difference.ChangeOverTime;
import org.portfolioledger.query.answer.Difference.Held;
import org.portfolioledger.query.row.Corrections;
import org.portfolioledger.query.row.Corrections.Correction;
import org.portfolioledger.query.row.FactDecoder;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.timeline.Timeline;

/** The facts of some streams in the order in which they came, each with the difference that it made. */
final class FactHistory {

    private final FactDecoder reading = new FactDecoder();
    private final Map<String, RecordedStream> streams = new HashMap<>();
    /** Streams of which a fact could not be folded: from it on their facts are shown without a difference. */
    private final Set<String> unfolded = new HashSet<>();

    private FactHistory() {}

    /**
     * A fact and what became of it.
     *
     * @param difference what it changed of its entity; absent where it could not be folded
     * @param unfolded why it could not be folded
     * @param corrected what took its place
     */
    @SchemaName("HistoryEntry")
    record Entry(
            @JsonUnwrapped FactView fact,
            @Nullable List<ChangeOverTime> difference,
            @Nullable String unfolded,
            @Nullable Correction corrected) {

        private Entry with(@Nullable Correction correction) {
            return new Entry(fact, difference, unfolded, correction);
        }
    }

    /** The facts, which must be all of their streams up to a point, by position. */
    static List<Entry> of(List<StoredEvent> facts) {
        FactHistory history = new FactHistory();
        List<Entry> entries = facts.stream().map(history::entry).toList();
        Map<Long, Correction> corrections = history.streams.values().stream()
                .flatMap(stream -> Corrections.in(stream).stream())
                .collect(Collectors.toMap(Correction::fact, Function.identity()));
        return entries.stream()
                .map(entry -> entry.with(corrections.get(entry.fact().position())))
                .toList();
    }

    private Entry entry(StoredEvent fact) {
        FactView shown = FactView.of(fact);
        if (unfolded.contains(fact.stream())) return new Entry(shown, null, null, null);
        try {
            return new Entry(shown, difference(fact), null, null);
        } catch (RuntimeException | StackOverflowError e) {
            unfolded.add(fact.stream());
            return new Entry(shown, null, FailureReason.of(e), null);
        }
    }

    private List<ChangeOverTime> difference(StoredEvent fact) {
        RecordedStream before = streams.getOrDefault(fact.stream(), RecordedStream.EMPTY);
        RecordedStream after = before.with(reading.recorded(fact));
        List<ChangeOverTime> difference = Kinds.ofStream(fact.stream())
                .map(kind -> difference(kind, before, after))
                .orElse(List.of());
        streams.put(fact.stream(), after);
        return difference;
    }

    /** What comes before the first change is not looked at. */
    private static <S> List<ChangeOverTime> difference(Kind<?, S> kind, RecordedStream before, RecordedStream after) {
        Timeline<S> held = kind.history(before).timeline();
        Timeline<S> holding = kind.history(after).timeline();
        int same = held.sharedWith(holding);
        return Difference.between(held(held, same), held(holding, same));
    }

    private static <S> List<Held> held(Timeline<S> timeline, int from) {
        return timeline.segments().subList(from, timeline.segments().size()).stream()
                .map(segment -> new Held(segment.from(), segment.to(), segment.state()))
                .toList();
    }
}
