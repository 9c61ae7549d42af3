package org.portfolioledger.query.status;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.cycle.BoardMeetings;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.status.PortfolioFigures.Rated;
import org.portfolioledger.query.status.StatusSeries.Every;
import org.portfolioledger.query.status.StatusSeries.KnownWhen;
import org.portfolioledger.query.status.StatusSeries.SchemeBreak;
import org.portfolioledger.query.status.StatusSeries.SeriesFigures;
import org.portfolioledger.query.status.StatusSeries.SeriesPoint;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PortfolioState.Replacement;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The status of a portfolio at one point after another. */
@RestController
final class SeriesQueries {

    /** A page has no more points, however many are asked for: each is counted by itself. */
    private static final int MOST = 24;

    private final Responses responses;
    private final Rows rows;
    private final PortfolioFigures figures;
    private final BoardMeetings meetings;

    SeriesQueries(Responses responses, Rows rows, PortfolioFigures figures, BoardMeetings meetings) {
        this.responses = responses;
        this.rows = rows;
        this.figures = figures;
        this.meetings = meetings;
    }

    @GetMapping("/api/v1/portfolios/{portfolio}/status/series")
    @Operation(
            summary = "List the figures of a portfolio at each month's end, or at each meeting of a board",
            description =
                    "`from` and `to` are days, both included; without `to` it ends today. `every` is MONTH, or BOARD:"
                            + " the meetings that were held of the board that `board` names, or else of the boards to which the"
                            + " portfolio's reporting cycles report. With `known=THEN` a point shows what was known at the end of"
                            + " its day, with `known=NOW` what is known at `knownAt`. `movement` counts the ratings that are better or worse"
                            + " than at the point before, by the same version of a scheme. A page has 24 points at most.")
    @ReadParameters(
            value = Form.HISTORY,
            filters = "board",
            texts = {"from", "to"},
            choices = {
                @Choice(
                        filter = "every",
                        of = Every.class,
                        or = {"month", "board"}),
                @Choice(
                        filter = "known",
                        of = KnownWhen.class,
                        or = {"then", "now"})
            })
    Answer<StatusSeries> series(@PathVariable("portfolio") String id, ReadRequest request) {
        String register = responses.registerOf(request, Kinds.PORTFOLIO, id);
        TimePoint asked = responses.point(request, register);
        Every every = Every.valueOf(word(request, "every", Every.MONTH));
        KnownWhen known = KnownWhen.valueOf(word(request, "known", KnownWhen.THEN));
        List<String> after = request.page().after();
        LocalDate from = day("from", request.filters().get("from"));
        LocalDate to = after == null ? last(request, asked) : day("cursor", after.get(1));
        if (from.isAfter(to)) throw ReadRequest.reversed("from", "is after to");
        // Nothing was known then of a day that has not ended.
        LocalDate end = known == KnownWhen.THEN && to.isAfter(asked.asOf()) ? asked.asOf() : to;
        LocalDate before = after == null ? from.minusDays(1) : day("cursor", after.get(0));
        int most = Math.min(MOST, request.page().limit());
        NavigableMap<LocalDate, List<String>> days = every == Every.MONTH
                ? monthEnds(before, end, most + 1)
                : meetings.held(asked, id, request.filter("board").orElse(null));
        List<SeriesPoint> points = new ArrayList<>();
        String next = null;
        Rated last = after == null ? null : figures.rated(point(request, asked, known, before, register), id);
        for (LocalDate day = days.higherKey(before); day != null && !day.isAfter(end); day = days.higherKey(day)) {
            if (points.size() == most) {
                PageView<SeriesPoint> page =
                        Pages.page(request, asked, points, List.of(before.toString(), to.toString()));
                next = page.next();
                break;
            }
            TimePoint point = point(request, asked, known, day, register);
            Rated now = figures.rated(point, id);
            points.add(point(
                    point, id, every == Every.BOARD ? days.get(day) : null, before, figures.movement(id, last, now)));
            before = day;
            last = now;
        }
        return responses.answer(request, asked, null, new StatusSeries(from, to, every, known, points, next));
    }

    private static String word(ReadRequest request, String filter, Enum<?> otherwise) {
        return request.filter(filter).map(word -> word.toUpperCase(Locale.ROOT)).orElse(otherwise.name());
    }

    private static LocalDate last(ReadRequest request, TimePoint asked) {
        String to = request.filters().get("to");
        return to == null ? asked.asOf() : day("to", to);
    }

    private static LocalDate day(String parameter, @Nullable String text) {
        if (text == null) throw ReadRequest.unreadable(parameter, "is needed");
        return ReadRequest.read(parameter, text, KnownAt.Forms::day);
    }

    /** The first last days of months after a day, none after another. */
    private static NavigableMap<LocalDate, List<String>> monthEnds(LocalDate after, LocalDate end, int most) {
        NavigableMap<LocalDate, List<String>> days = new TreeMap<>();
        YearMonth month = YearMonth.from(after.plusDays(1));
        while (days.size() < most && !month.atEndOfMonth().isAfter(end)) {
            days.put(month.atEndOfMonth(), List.of());
            month = month.plusMonths(1);
        }
        return days;
    }

    /** The point of a day: of what was known at its end no more counts than what is asked for. */
    private TimePoint point(ReadRequest request, TimePoint asked, KnownWhen known, LocalDate day, String register) {
        if (known == KnownWhen.NOW) return asked.on(day);
        TimePoint then = responses.point(request, request.question().at("to", day, new KnownAt.OnDay(day)), register);
        return then.position() <= asked.position() ? then : asked.on(day);
    }

    /** @param before day of the point before */
    private SeriesPoint point(
            TimePoint point,
            String portfolio,
            @Nullable List<String> held,
            LocalDate before,
            @Nullable RatingMovement movement) {
        return new SeriesPoint(
                point.asOf(),
                point.knownAt(),
                point.position(),
                held,
                PortfolioFigures.status(point, portfolio),
                rows.one(point, Kinds.PORTFOLIO, portfolio)
                        .map(Known::state)
                        .map(state -> new SeriesFigures(
                                figures.ratings(point, portfolio),
                                movement,
                                breaks(state, before, point.asOf()),
                                figures.at(point, state)))
                        .orElse(null));
    }

    private static List<SchemeBreak> breaks(PortfolioState portfolio, LocalDate before, LocalDate day) {
        List<SchemeBreak> breaks = new ArrayList<>();
        portfolio.schemes().values().forEach(scheme -> {
            Grounded<Replacement> replacement = scheme.value().replacement();
            if (replacement == null
                    || !replacement.since().isAfter(before)
                    || replacement.since().isAfter(day)) return;
            breaks.add(new SchemeBreak(
                    scheme.value().scheme(),
                    scheme.value().version(),
                    replacement.value().by(),
                    replacement.value().version(),
                    replacement.since(),
                    replacement.fact()));
        });
        return breaks;
    }
}
