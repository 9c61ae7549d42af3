package org.portfolioledger.query.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.RequestedTimePoint;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;

/** The two points of a question about what is different between them: the parameters {@code from} and {@code to}. */
public record ComparedPoints(TimePoint from, TimePoint to) {

    /** How a point is given. */
    public static final String DESCRIPTION =
            "A time point is a date (as of and known at it), an instant (known at it, as of its day),"
                    + " asOf@knownAt, or position:N (known at it, as of today); if to is left out, it is now.";

    /** A time point of the answer. */
    public record ComparedPoint(LocalDate asOf, String knownAt, long position) {

        public static ComparedPoint of(TimePoint point) {
            return new ComparedPoint(point.asOf(), point.knownAt(), point.position());
        }
    }

    /**
     * The points of a question, or of its cursor.
     *
     * @param register to which they are confined; null: to none
     * @param keys how many sort keys a cursor holds before the points
     * @throws Problem if they cannot be read, or the first lies after the second
     */
    public static ComparedPoints of(Responses responses, ReadRequest request, @Nullable String register, int keys) {
        return of(
                responses,
                request,
                register,
                keys,
                request.filters().get("from"),
                request.filters().get("to"));
    }

    /**
     * The same of points that a request gives in words of its path's own.
     *
     * @param first the first point in a form in which any path takes it; null: not given
     * @param last the second; null: now
     */
    public static ComparedPoints of(
            Responses responses,
            ReadRequest request,
            @Nullable String register,
            int keys,
            @Nullable String first,
            @Nullable String last) {
        List<String> after = request.page().after();
        if (after != null && after.size() != keys + 2)
            throw ReadRequest.unreadable("cursor", "was not given by this system");
        TimePoint from = point(responses, request, register, "from", after == null ? first : after.get(keys));
        TimePoint to = point(responses, request, register, "to", after == null ? last : after.get(keys + 1));
        if (from.asOf().isAfter(to.asOf())) throw ReadRequest.reversed("from", "is after to");
        return new ComparedPoints(from, to);
    }

    /** What a cursor holds. */
    public List<String> cursor(String... keys) {
        List<String> all = new ArrayList<>(List.of(keys));
        all.add(echo(from));
        all.add(echo(to));
        return List.copyOf(all);
    }

    private static String echo(TimePoint point) {
        return point.asOf() + "@" + point.knownAt();
    }

    private static TimePoint point(
            Responses responses,
            ReadRequest request,
            @Nullable String register,
            String parameter,
            @Nullable String text) {
        if (text == null && parameter.equals("from")) throw ReadRequest.unreadable(parameter, "is needed");
        try {
            return responses.point(request, question(request.question(), parameter, text), register);
        } catch (DateTimeException e) {
            throw ReadRequest.unreadable(parameter, String.valueOf(e.getMessage()));
        }
    }

    private static RequestedTimePoint question(RequestedTimePoint asked, String parameter, @Nullable String text) {
        if (text == null) return asked.at(parameter, null, new KnownAt.Now());
        int at = text.indexOf('@');
        if (at >= 0) {
            LocalDate asOf = KnownAt.Forms.day(text.substring(0, at));
            return asked.at(parameter, asOf, KnownAt.read(text.substring(at + 1)));
        }
        KnownAt knownAt = KnownAt.read(text, "is not " + KnownAt.MOMENT + ", asOf@knownAt or position:N");
        return switch (knownAt) {
            case KnownAt.OnDay on -> asked.at(parameter, on.day(), on);
            case KnownAt.At moment ->
                asked.at(parameter, LocalDate.ofInstant(moment.instant(), TimePointResolver.LONDON), moment);
            case KnownAt.AtPosition _, KnownAt.Now _ -> asked.at(parameter, null, knownAt);
        };
    }
}
