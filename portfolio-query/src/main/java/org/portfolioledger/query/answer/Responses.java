package org.portfolioledger.query.answer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.portfolioledger.query.answer.BorneMarkings.Borne;
import org.portfolioledger.query.answer.EntityViews.Viewed;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.Names;
import org.portfolioledger.query.point.RequestedTimePoint;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.row.Corrections.Correction;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Viewpoint;
import tools.jackson.databind.json.JsonMapper;

/** Answers items, parts of items and lists: each family's paths are a line or two on top of it. */
public final class Responses {

    private final TimePointResolver points;
    private final Rows rows;
    private final Segments segments;
    private final Names names;
    private final NamesOnRecord namesOnRecord;
    private final Streams streams;
    private final BorneMarkings markings;
    private final HttpEnvelope envelope;

    public Responses(TimePointResolver points, Names names, Rows rows, Streams streams, JsonMapper json) {
        this.points = points;
        this.rows = rows;
        this.segments = new Segments(rows);
        this.names = names;
        this.namesOnRecord = new NamesOnRecord(names, rows);
        this.streams = streams;
        this.markings = new BorneMarkings(rows);
        this.envelope = new HttpEnvelope(streams, new ViewWriter(json));
    }

    /** Makes of a state what was asked for; null where the state has none of it. */
    @FunctionalInterface
    public interface View<S, V extends Record> {
        @Nullable
        V of(S state, Viewpoint seen);
    }

    /** The point of a question about one entity: in its register. */
    public TimePoint point(ReadRequest request, Kind<?, ?> kind, String id) {
        return point(request, registerOf(request, kind, id));
    }

    /**
     * The register to which an entity belongs.
     *
     * @throws Problem if nothing is on record of it, to all that the viewer sees, or it is withheld
     */
    public String registerOf(ReadRequest request, Kind<?, ?> kind, String id) {
        request.sight().withholds(kind.stream(id)).ifPresent(marking -> {
            throw Problem.of(
                    HttpProblem.WITHHELD,
                    "The marking of %s, or of where it belongs, is %s".formatted(kind.words(id), marking));
        });
        return names.registerOf(kind.stream(id), request.sight())
                .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "Nothing is on record of " + kind.words(id)));
    }

    /** The point of a question about a register, or about all of them. */
    public TimePoint point(ReadRequest request) {
        return point(request, request.register());
    }

    /** The point of a question about a register, or else about that of the entity that a filter names. */
    public TimePoint point(ReadRequest request, Kind<?, ?> kind) {
        String named = request.filter(kind.name())
                .flatMap(id -> names.registerOf(kind.stream(id), request.sight()))
                .orElse(null);
        return point(request, request.register() == null ? named : request.register());
    }

    /** The point of a question about a register; null: about all of them. */
    public TimePoint point(ReadRequest request, @Nullable String register) {
        return point(request, request.question(), register);
    }

    /**
     * The point that a question names by a parameter of its own.
     *
     * @throws Problem if a filter of the question names what is nowhere on record
     */
    public TimePoint point(ReadRequest request, RequestedTimePoint question, @Nullable String register) {
        TimePoint point = points.resolve(question, register, request.patience());
        namesOnRecord.require(request, point);
        return point;
    }

    /** One entity. */
    public <S> Answer<EntityView<S>> item(ReadRequest request, Kind<?, S> kind, String id) {
        return item(request, kind, id, EntityView::of);
    }

    /** One entity, or a part of it. */
    public <S, V extends Record> Answer<V> item(ReadRequest request, Kind<?, S> kind, String id, View<S, V> view) {
        return item(request, point(request, kind, id), kind, id, List.of(), view);
    }

    /**
     * The same at a point that was resolved for it.
     *
     * @param besides states of other entities that are shown in it
     */
    public <S, V extends Record> Answer<V> item(
            ReadRequest request, TimePoint point, Kind<?, S> kind, String id, List<?> besides, View<S, V> view) {
        Known<S> found = rows.one(point, kind, id).orElse(null);
        if (found == null) throw absent(request, point, kind, id, view);
        Viewpoint seen = rows.viewpoint(point, List.of(found.state(), besides));
        V shown = view.of(found.state(), seen);
        if (shown == null) throw absent(request, point, kind, id, view);
        return envelope.versioned(request, point, kind.stream(id), found, Borne.NONE, shown, seen, false);
    }

    /** One entity at a point that was resolved for it, as its kind is shown. */
    public <S, V extends Record> Answer<V> item(
            ReadRequest request, TimePoint point, Kind<?, S> kind, String id, EntityViews<S, ?, V> views) {
        Known<S> found = rows.one(point, kind, id).orElse(null);
        if (found == null) throw absent(request, point, kind, id, EntityView::of);
        Viewed<V> viewed = views.item(point, found.state());
        Borne borne = markings.by(point, kind, List.of(id));
        return envelope.versioned(
                request, point, kind.stream(id), found, borne, viewed.shown(), viewed.seen(), views.areFedByOthers());
    }

    /**
     * One entity that is there at a point.
     *
     * @throws Problem if it was not known, or not in effect
     */
    public <S> S inEffect(ReadRequest request, TimePoint point, Kind<?, S> kind, String id) {
        return rows.one(point, kind, id)
                .orElseThrow(() -> absent(request, point, kind, id, EntityView::of))
                .state();
    }

    /**
     * All of a kind, filtered and sorted as asked, each page shown by a function.
     *
     * @param own conditions on the row {@code r} that name their filter's value, of those filters that ask for another
     *     thing than the stated member of their name
     */
    public <S, V> Answer<PageView<V>> rows(
            ReadRequest request,
            TimePoint point,
            Kind<?, S> kind,
            Map<String, String> own,
            Function<List<S>, Viewed<List<V>>> view) {
        RowPage<S> page = page(request, point, kind, Among.ALL, own);
        Viewed<List<V>> viewed = view.apply(page.states());
        Borne borne =
                markings.by(point, kind, page.rows().stream().map(Known::id).toList());
        return envelope.digested(
                request, point, borne, viewed.seen(), Pages.page(request, point, viewed.shown(), page.after()));
    }

    /**
     * A page of rows.
     *
     * @param after sort keys of its last row; null if nothing comes after it
     */
    public record RowPage<S>(List<Known<S>> rows, @Nullable List<String> after) {

        public List<S> states() {
            return rows.stream().map(Known::state).toList();
        }
    }

    /** One page of some of a kind, sorted as asked, to be shown by whoever asks. */
    public <S> RowPage<S> page(ReadRequest request, TimePoint point, Kind<?, S> kind, Among among) {
        return page(request, point, kind, among, Map.of());
    }

    /**
     * The same where a request has parameters that are no conditions on the members of their names.
     *
     * @param own the conditions on the row {@code r} that they are
     */
    public <S> RowPage<S> page(
            ReadRequest request, TimePoint point, Kind<?, S> kind, Among among, Map<String, String> own) {
        List<Known<S>> found = rows.select(kind, KeysetQuery.of(rows, request, point, kind, among, own));
        if (found.size() <= request.page().limit()) return new RowPage<>(found, null);
        List<Known<S>> page = found.subList(0, request.page().limit());
        return new RowPage<>(page, page.getLast().keys());
    }

    /** A list that is read whole. */
    public <V> Answer<PageView<V>> list(ReadRequest request, TimePoint point, @Nullable Viewpoint seen, List<V> all) {
        return answer(request, point, seen, Pages.cut(rows, request, point, all));
    }

    /** A list that one stream feeds by one row; null where there is no row. */
    <V> Answer<PageView<V>> list(
            ReadRequest request,
            TimePoint point,
            String stream,
            @Nullable Known<?> row,
            @Nullable Viewpoint seen,
            List<V> all) {
        return envelope.versioned(
                request, point, stream, row, Borne.NONE, Pages.cut(rows, request, point, all), seen, false);
    }

    /**
     * Items of a list, in its order.
     *
     * @param after sort keys of the last; null if nothing comes after it
     */
    public record Part<T>(
            List<T> items, Viewpoint seen, @Nullable List<String> after) {}

    /**
     * A list as a whole, sent while it is made. Each part is read by itself, so that no statement waits for a slow caller.
     *
     * @param first the items of the view, with which the list begins
     * @param part gives the items that a request asks for
     */
    public <V extends Record> Answer<V> whole(
            ReadRequest request,
            TimePoint point,
            V view,
            Part<?> first,
            Function<ReadRequest, ? extends Part<?>> part) {
        AtomicReference<@Nullable List<String>> after = new AtomicReference<>(first.after());
        return envelope.whole(request, point, first.seen(), view, () -> {
            List<String> last = after.get();
            if (last == null) return null;
            Part<?> next = part.apply(request.after(last));
            after.set(next.after());
            return next;
        });
    }

    /** An answer that no command can follow on. */
    public <V extends Record> Answer<V> answer(ReadRequest request, TimePoint point, @Nullable Viewpoint seen, V view) {
        return envelope.digested(request, point, seen, view);
    }

    private <S> Problem absent(ReadRequest request, TimePoint point, Kind<?, S> kind, String id, View<S, ?> view) {
        Viewpoint seen = Viewpoint.on(point.asOf(), Set.of(), Set.of());
        Optional<BlockedEntity> blocked = blocked(point, kind.stream(id));
        if (blocked.isPresent()) return notFolded(blocked.get());
        if (has(segments.of(point, kind, id), seen, view))
            return Problem.of(HttpProblem.NOT_IN_EFFECT_THEN, "It was not in effect on " + point.asOf());
        Optional<Problem> retracted = segments.begun(point, kind, id).stream()
                .<Record>map(segment -> view.of(segment.state(), seen))
                .filter(Objects::nonNull)
                .flatMap(was -> rows.corrections(point, ShownGrounds.facts(was)).stream())
                .filter(Correction::retracted)
                .max(Comparator.comparingLong(Correction::correctedBy))
                .map(by -> retracted(point, by));
        if (retracted.isPresent()) return retracted.get();
        List<Known<S>> ever = segments.ever(point, kind, id);
        if (ever.isEmpty() || has(ever, seen, view)) return notKnown(request, point, "It");
        if (request.asksForNow() && streams.hasMore(kind.stream(id), point)) return notKnown(request, point, "It");
        return Problem.of(HttpProblem.NOT_FOUND, "Nothing of that name is on record in " + kind.words(id));
    }

    /** The refusal of what was not known at a point: of the present, only the rows may not know it. */
    public static Problem notKnown(ReadRequest request, TimePoint point, String what) {
        return request.asksForNow()
                ? Problem.of(HttpProblem.NOT_KNOWN_YET, "The rows hold the facts up to position " + point.position())
                : Problem.of(HttpProblem.NOT_KNOWN_THEN, what + " was not known at " + point.knownAt());
    }

    /** Whether the rows of a fact's entity hold it. */
    public static boolean isFolded(TimePoint point, StoredEvent fact) {
        return blocked(point, fact.stream())
                .filter(entity -> entity.fact() <= fact.position())
                .isEmpty();
    }

    /**
     * Requires that the rows of a fact's entity hold it.
     *
     * @throws Problem if they come to a stop before it
     */
    public static void requireFolded(TimePoint point, StoredEvent fact) {
        if (!isFolded(point, fact))
            throw notFolded(blocked(point, fact.stream()).orElseThrow());
    }

    private static Optional<BlockedEntity> blocked(TimePoint point, String stream) {
        return point.rows().blocked().stream()
                .filter(entity -> entity.stream().equals(stream))
                .findFirst();
    }

    private static Problem notFolded(BlockedEntity blocked) {
        return Problem.of(
                HttpProblem.NOT_CAUGHT_UP,
                "Its facts from position %s on could not be folded".formatted(blocked.fact()));
    }

    private Problem retracted(TimePoint point, Correction by) {
        Instant when =
                points.factAt(by.correctedBy(), point.sight()).orElseThrow().knownAt();
        return Problem.of(
                HttpProblem.RETRACTED,
                "Fact %s, which put it on record, was retracted by fact %s, known since %s: %s"
                        .formatted(by.fact(), by.correctedBy(), when, by.reason()));
    }

    private static <S> boolean has(List<Known<S>> segments, Viewpoint seen, View<S, ?> view) {
        return segments.stream().anyMatch(segment -> view.of(segment.state(), seen) != null);
    }
}
