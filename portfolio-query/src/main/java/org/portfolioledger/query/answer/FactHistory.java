package org.portfolioledger.query.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.portfolioledger.ledger.subscription.FailureReason;
import org.portfolioledger.query.answer.Difference.ChangeOverTime;
import org.portfolioledger.query.answer.Difference.Held;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.Corrections.Correction;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.query.row.FactDecoder;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.timeline.Timeline;
import org.springframework.stereotype.Component;

/** Facts in the order in which they came, each with the difference that it made. */
@Component
public final class FactHistory {

    private final Rows rows;
    private final StoredFacts facts;

    FactHistory(Rows rows, StoredFacts facts) {
        this.rows = rows;
        this.facts = facts;
    }

    /**
     * A fact and what became of it.
     *
     * @param kind of its entity
     * @param id of its entity
     * @param difference what it changed of its entity; absent where it could not be folded
     * @param unfolded why it could not be folded
     * @param corrected its correction
     */
    @SchemaName("HistoryEntry")
    public record Entry(
            String kind,
            String id,
            @JsonUnwrapped FactView fact,
            @Nullable List<ChangeOverTime> difference,
            @Nullable String unfolded,
            @Nullable Correction corrected) {

        private static Entry of(StoredEvent fact, Sight sight, Made made, @Nullable Correction corrected) {
            EntityName entity = EntityName.ofStream(fact.stream());
            return new Entry(
                    entity.kind(),
                    entity.id(),
                    FactView.of(fact, sight),
                    made.difference(),
                    made.unfolded(),
                    corrected);
        }
    }

    /** What a fact made of its entity, or why that is not known; nothing of either where an earlier one could not be folded. */
    private record Made(
            @Nullable List<ChangeOverTime> difference,
            @Nullable String unfolded) {}

    /**
     * The page that was asked for of the facts of some streams.
     *
     * @param shown which of them are shown
     */
    public PageView<Entry> page(
            ReadRequest request, TimePoint point, List<String> streams, Predicate<StoredEvent> shown) {
        StreamPages.Page page = StreamPages.page(facts, point, streams, request.page(), shown);
        return Pages.page(request, point, of(point, page.facts()), page.after());
    }

    /** What one fact changed of its entity; null where it could not be folded. */
    public @Nullable List<ChangeOverTime> difference(TimePoint point, StoredEvent fact) {
        return of(point, List.of(fact)).getFirst().difference();
    }

    /** Some facts, as known at a point. */
    private List<Entry> of(TimePoint point, List<StoredEvent> page) {
        Set<String> blocked =
                point.rows().blocked().stream().map(BlockedEntity::stream).collect(Collectors.toSet());
        Map<Long, Made> made = new HashMap<>();
        List<StoredEvent> whole =
                page.stream().filter(fact -> !blocked.contains(fact.stream())).toList();
        new FactEffects(rows)
                .of(point, whole)
                .forEach((position, rowsOf) -> made.put(position, new Made(difference(rowsOf), null)));
        page.stream()
                .map(StoredEvent::stream)
                .filter(blocked::contains)
                .distinct()
                .forEach(stream -> made.putAll(folded(facts.of(point, List.of(stream)))));
        Map<Long, Correction> corrections =
                rows.corrections(point, page.stream().map(StoredEvent::position).toList()).stream()
                        .collect(Collectors.toMap(Correction::fact, Function.identity()));
        return page.stream()
                .map(fact -> Entry.of(
                        fact,
                        point.sight(),
                        Objects.requireNonNull(made.get(fact.position())),
                        corrections.get(fact.position())))
                .toList();
    }

    private static List<ChangeOverTime> difference(FactEffects.Effect made) {
        return Difference.between(held(made.ended()), held(made.begun()));
    }

    private static List<Held> held(List<Known<?>> segments) {
        return segments.stream()
                .map(row -> new Held(Objects.requireNonNull(row.from()), row.to(), row.state()))
                .toList();
    }

    /** Facts of a stream of which one could not be folded: from it on they are shown without a difference. */
    private static Map<Long, Made> folded(List<StoredEvent> stream) {
        Map<Long, Made> made = new HashMap<>();
        FactDecoder reading = new FactDecoder();
        RecordedStream before = RecordedStream.EMPTY;
        String unfolded = null;
        for (StoredEvent fact : stream) {
            if (unfolded != null) {
                made.put(fact.position(), new Made(null, null));
                continue;
            }
            try {
                RecordedStream after = before.with(reading.recorded(fact));
                made.put(fact.position(), new Made(difference(fact.stream(), before, after), null));
                before = after;
            } catch (RuntimeException | StackOverflowError e) {
                unfolded = FailureReason.of(e);
                made.put(fact.position(), new Made(null, unfolded));
            }
        }
        return made;
    }

    private static List<ChangeOverTime> difference(String stream, RecordedStream before, RecordedStream after) {
        return Kinds.ofStream(stream)
                .map(kind -> difference(kind, before, after))
                .orElse(List.of());
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
