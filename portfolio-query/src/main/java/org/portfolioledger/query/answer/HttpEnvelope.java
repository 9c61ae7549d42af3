package org.portfolioledger.query.answer;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.BorneMarkings.Borne;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.state.Alerting;
import org.portfolioledger.state.Referring;
import org.portfolioledger.state.Structure;
import org.portfolioledger.state.Viewpoint;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Puts beside what is answered the point for which it holds, and the tag by which it is known again. */
final class HttpEnvelope {

    private static final byte[] TAIL = "],\"next\":null}".getBytes(StandardCharsets.UTF_8);

    private final Streams streams;
    private final ViewWriter writer;

    HttpEnvelope(Streams streams, ViewWriter writer) {
        this.streams = streams;
        this.writer = writer;
    }

    /** What no single stream feeds, or is past: no command can follow on it. */
    <V extends Record> Answer<V> digested(ReadRequest request, TimePoint point, @Nullable Viewpoint seen, V view) {
        return digested(request, point, Borne.NONE, seen, view);
    }

    /**
     * The same of entities.
     *
     * @param borne the protective markings that they bear
     */
    <V extends Record> Answer<V> digested(
            ReadRequest request, TimePoint point, Borne borne, @Nullable Viewpoint seen, V view) {
        byte[] body = body(request, point, borne, seen, view);
        return tagged(request, point, "\"d-" + Cursor.digest(body) + "\"", true, view, body);
    }

    /**
     * A list as a whole, sent while it is made: the bytes of a page that is long enough, without a tag.
     *
     * @param view ends with the first items and no cursor
     * @param more gives the further items, each part in turn, and null after the last
     */
    <V extends Record> Answer<V> whole(
            ReadRequest request,
            TimePoint point,
            Viewpoint seen,
            V view,
            Supplier<? extends Responses.@Nullable Part<?>> more) {
        byte[] first = body(request, point, Borne.NONE, seen, view);
        if (!Arrays.equals(first, first.length - TAIL.length, first.length, TAIL, 0, TAIL.length))
            throw new IllegalArgumentException(view.getClass() + " ends with something else than items");
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(cacheControl(request, point));
        headers.setContentType(MediaType.APPLICATION_JSON);
        return Answer.streaming(
                view,
                parts -> {
                    parts.send(Arrays.copyOf(first, first.length - TAIL.length));
                    for (Responses.Part<?> part = more.get(); part != null; part = more.get()) {
                        if (part.items().isEmpty()) continue;
                        byte[] items = writer.bytes(part.items(), part.seen(), request.sight());
                        // In place of the bracket that opens them.
                        items[0] = ',';
                        parts.send(Arrays.copyOf(items, items.length - 1));
                    }
                    parts.send(TAIL);
                },
                headers);
    }

    private static String cacheControl(ReadRequest request, TimePoint point) {
        // Whoever may not see all there is may see more or less of it tomorrow.
        boolean forEver = request.question().namesBoth()
                && point.settled()
                && point.sight().isEverything();
        return forEver ? "private, immutable, max-age=31536000" : "private, no-cache";
    }

    /**
     * What one stream feeds: in the present its tag is the stream's version, 0 where it has not begun, as a command's
     * {@code If-Match} takes it.
     *
     * @param row that is shown; null if there is none
     * @param borne the protective markings that the entity bears
     * @param fedByOthers whether facts of other streams may change what is shown, whatever it refers to
     */
    <V extends Record> Answer<V> versioned(
            ReadRequest request,
            TimePoint point,
            String stream,
            @Nullable Known<?> row,
            Borne borne,
            V view,
            @Nullable Viewpoint seen,
            boolean fedByOthers) {
        // Nor on what may not be the present: more of the stream is on record than is shown.
        if (!request.question().isPresent() || !point.rows().blocked().isEmpty())
            return digested(request, point, borne, seen, view);
        Optional<Streams.Version> version = streams.version(stream, point);
        long number = version.map(Streams.Version::version).orElse(0L);
        // A marking comes and goes without a new version of what bears it.
        boolean comparable = point.sight().isEverything()
                && !borne.everAny()
                && version.map(latest -> hasHeldSince(recordedOn(latest), row)
                                && !(fedByOthers && point.position() > latest.position())
                                && !changesByItself(view, row, point, latest.position(), recordedOn(latest)))
                        .orElse(true);
        return tagged(request, point, "\"" + number + "\"", comparable, view, body(request, point, borne, seen, view));
    }

    private static LocalDate recordedOn(Streams.Version version) {
        return LocalDate.ofInstant(version.recordedAt(), TimePointResolver.LONDON);
    }

    /** A change that was recorded ahead comes about without a new version. */
    private static boolean hasHeldSince(LocalDate recordedOn, @Nullable Known<?> row) {
        return row != null && (row.from() == null || !row.from().isAfter(recordedOn));
    }

    /** Whether a day that comes, or a fact in another stream, may change what is shown of a version. */
    private static boolean changesByItself(
            Record view, @Nullable Known<?> row, TimePoint point, long last, LocalDate recordedOn) {
        boolean changedByOthers =
                point.position() > last && (dependsOnOthers(view) || (row != null && dependsOnOthers(row.state())));
        return changedByOthers
                || changesWithTheDay(view, recordedOn, point.asOf())
                || (row != null && changesWithTheDay(row.state(), recordedOn, point.asOf()))
                || ShownGrounds.in(view).stream().anyMatch(grounds -> grounds.changeByThemselves(last, recordedOn));
    }

    /** Whether it shows something else, as what should not be overlooked, than on the day on which its version was recorded. */
    private static boolean changesWithTheDay(Object view, LocalDate recordedOn, LocalDate day) {
        AtomicBoolean changes = new AtomicBoolean();
        Structure.forEach(view, part -> {
            if (part instanceof Alerting alerting
                    && !alerting.alerts(recordedOn).equals(alerting.alerts(day))) changes.set(true);
            if (part instanceof ChangingByDay changing && changing.differs(recordedOn, day)) changes.set(true);
        });
        return changes.get();
    }

    /** Whether facts of other streams may give it alerts, or change what else it concerns. */
    private static boolean dependsOnOthers(Object view) {
        AtomicBoolean depends = new AtomicBoolean();
        Structure.forEach(view, part -> {
            if (part instanceof Referring referring && !referring.references().isEmpty()) depends.set(true);
        });
        return depends.get();
    }

    private static <V extends Record> Answer<V> tagged(
            ReadRequest request, TimePoint point, String tag, boolean comparable, V view, byte[] body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(tag);
        headers.setCacheControl(cacheControl(request, point));
        // What there is has some tag, so * is met by whatever there is.
        if (request.ifNoneMatch().equals(List.of("*"))
                || (comparable
                        && (request.ifNoneMatch().contains(tag)
                                || request.ifNoneMatch().contains("W/" + tag)))) return Answer.unchanged(view, headers);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return Answer.showing(view, body, headers);
    }

    private byte[] body(ReadRequest request, TimePoint point, Borne borne, @Nullable Viewpoint seen, Record view) {
        return writer.bytes(Envelope.of(request.form(), point, borne.held(), view), seen, request.sight());
    }
}
