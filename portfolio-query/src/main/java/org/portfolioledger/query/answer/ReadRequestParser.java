package org.portfolioledger.query.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.http.SizeLimit;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Named;
import org.portfolioledger.query.answer.ReadParameters.Range;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest.Order;
import org.portfolioledger.query.answer.ReadRequest.Page;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.RequestedTimePoint;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.point.TimePointResolver.Patience;

/** Reads one request's parameters and headers, and refuses those that its path does not know. */
final class ReadRequestParser {

    private static final int LIMIT = 100;
    static final int MOST = SizeLimit.PAGE.most();
    static final String ALL = "all";
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final long LONGEST_WAIT = 30;

    /** As long as a request waits that does not say how long. */
    static final Patience UNHURRIED = new Patience(WAIT, 0);

    private static final Pattern PREFER_WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*(\\d{1,6})");

    private final HttpServletRequest request;
    private final ReadParameters asks;
    private final BiFunction<Actor, Patience, Sight> sights;
    private final Map<String, String> given = new TreeMap<>();

    private ReadRequestParser(
            HttpServletRequest request, ReadParameters asks, BiFunction<Actor, Patience, Sight> sights) {
        this.request = request;
        this.asks = asks;
        this.sights = sights;
    }

    /** @param sights what a viewer may see, which is asked once, and last */
    static ReadRequest read(
            HttpServletRequest request, ReadParameters asks, BiFunction<Actor, Patience, Sight> sights) {
        return new ReadRequestParser(request, asks, sights).read();
    }

    /** Names of all parameters that a path takes. */
    static Set<String> parameters(ReadParameters asks) {
        Set<String> names = new TreeSet<>(filters(asks));
        if (asks.value().takesAsOf()) names.add("asOf");
        if (asks.value().takesKnownAt()) names.add("knownAt");
        if (asks.value().isPaged()) Collections.addAll(names, "limit", "cursor");
        if (asks.sorts().length > 0) names.add("sort");
        return names;
    }

    private static List<String> filters(ReadParameters asks) {
        return Stream.of(
                        Arrays.stream(asks.filters()),
                        Arrays.stream(asks.named()).map(Named::filter),
                        Arrays.stream(asks.stated()).map(Stated::filter),
                        Arrays.stream(asks.texts()),
                        Arrays.stream(asks.ranges()).flatMap(range -> Stream.of(from(range), to(range))),
                        Arrays.stream(asks.counts()).map(Count::name),
                        Arrays.stream(asks.choices()).map(Choice::filter))
                .flatMap(Function.identity())
                .toList();
    }

    private static String from(Range range) {
        return range.name() + "From";
    }

    private static String to(Range range) {
        return range.name() + "To";
    }

    /** The words that a filter takes; empty if it takes any. */
    static List<String> words(ReadParameters asks, String filter) {
        return Arrays.stream(asks.choices())
                .filter(choice -> choice.filter().equals(filter))
                .flatMap(choice -> Stream.concat(
                        Arrays.stream(choice.of().getEnumConstants()).map(Enum::name), Arrays.stream(choice.or())))
                .toList();
    }

    private ReadRequest read() {
        takeParameters();
        Map<String, String> filters = new LinkedHashMap<>();
        for (String name : filters(asks)) {
            String wanted = given.get(name);
            if (wanted == null) continue;
            if (!words(asks, name).isEmpty()) ReadRequest.requireWord(name, wanted, words(asks, name));
            filters.put(name, wanted);
        }
        for (Count count : asks.counts()) takeCount(count, filters);
        for (Range range : asks.ranges()) takeRange(range, filters);
        List<Order> order = order();
        String belongsTo = Cursor.digest(request.getRequestURI() + "\n" + filters + "\n" + order);
        Cursor cursor = given.containsKey("cursor") ? cursor(given.get("cursor"), belongsTo) : null;
        boolean whole = asks.whole() && ALL.equals(given.get("limit"));
        Page page = new Page(whole ? LIMIT : limit(), whole, order, cursor == null ? null : cursor.after(), belongsTo);
        Patience patience = patience();
        return new ReadRequest(
                asks, question(cursor, patience), patience, filters, page, IfNoneMatchFilter.of(request));
    }

    /** Its number without leading zeros. */
    private static void takeCount(Count count, Map<String, String> filters) {
        String given = filters.get(count.name());
        if (given == null) return;
        int number = given.matches("\\d{1,9}") ? Integer.parseInt(given) : -1;
        if (number < count.least() || number > count.most())
            throw ReadRequest.unreadable(
                    count.name(), "must be a whole number from %s to %s".formatted(count.least(), count.most()));
        filters.put(count.name(), Integer.toString(number));
    }

    /** Its ends as dates, or as moments: a date stands for the moment at which it begins. */
    private void takeRange(Range range, Map<String, String> filters) {
        if (!range.moments()) takeRange(range, filters, KnownAt.Forms::day);
        else takeRange(range, filters, ReadRequestParser::moment);
    }

    private static <T extends Comparable<? super T>> void takeRange(
            Range range, Map<String, String> filters, Function<String, T> form) {
        T from = end(from(range), filters, form);
        T to = end(to(range), filters, form);
        if (from != null && to != null && from.compareTo(to) > 0)
            throw ReadRequest.reversed(from(range), "is after " + to(range));
    }

    private static <T> @Nullable T end(String name, Map<String, String> filters, Function<String, T> form) {
        String given = filters.get(name);
        if (given == null) return null;
        T end = readAs(name, given, form);
        filters.put(name, end.toString());
        return end;
    }

    private static Instant moment(String text) {
        return switch (KnownAt.moment(text, "is not a date (yyyy-mm-dd) or a moment (2011-06-13T09:00:00Z)")) {
            case KnownAt.At at -> at.instant();
            case KnownAt.OnDay on ->
                on.day().atStartOfDay(TimePointResolver.LONDON).toInstant();
        };
    }

    private void takeParameters() {
        Set<String> known = parameters(asks);
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name))
                throw Problem.of(
                        HttpProblem.UNKNOWN_PARAMETER,
                        known.isEmpty()
                                ? "This path takes no parameter"
                                : "This path takes " + String.join(", ", known),
                        List.of(Problem.At.parameter(name, "is not known here")));
            if (values.length != SizeLimit.VALUES.most() || values[0].isEmpty() || values[0].indexOf('\0') >= 0)
                throw ReadRequest.unreadable(name, "must be given once, with a value");
            given.put(name, values[0]);
        });
    }

    private RequestedTimePoint question(@Nullable Cursor cursor, Patience patience) {
        if (cursor != null)
            return question(day(cursor), readAs("cursor", cursor.knownAt(), KnownAt::read), "cursor", patience, true);
        LocalDate asOf = given.containsKey("asOf") ? readAs("asOf", given.get("asOf"), KnownAt.Forms::day) : null;
        KnownAt knownAt = given.containsKey("knownAt")
                ? readAs("knownAt", given.get("knownAt"), KnownAt::read)
                : new KnownAt.Now();
        boolean namesDay = asOf != null || !asks.value().takesAsOf();
        return question(asOf, knownAt, "knownAt", patience, namesDay && !(knownAt instanceof KnownAt.Now));
    }

    private RequestedTimePoint question(
            @Nullable LocalDate asOf, KnownAt knownAt, String parameter, Patience patience, boolean namesBoth) {
        Actor viewer = Actor.present();
        return new RequestedTimePoint(asOf, knownAt, parameter, viewer, sights.apply(viewer, patience), namesBoth);
    }

    private @Nullable LocalDate day(Cursor cursor) {
        if (!asks.value().takesAsOf()) return null;
        String day = cursor.asOf();
        if (day == null) throw Cursor.unreadable();
        return readAs("cursor", day, KnownAt.Forms::day);
    }

    private Cursor cursor(String text, String belongsTo) {
        Cursor cursor = Cursor.read(text);
        String day = cursor.asOf();
        boolean samePoint = (day == null || goesOn("asOf", day)) && goesOn("knownAt", cursor.knownAt());
        if (!cursor.belongsTo().equals(belongsTo) || !samePoint)
            throw Problem.of(
                    HttpProblem.STALE_CURSOR,
                    "The filters, the order or the time point are not those of the page that gave the cursor",
                    List.of(Problem.At.parameter("cursor", "belongs to another request")));
        return cursor;
    }

    /** Whether the page states the point of the first page as that one's request may have stated it. */
    private boolean goesOn(String parameter, String echoed) {
        String again = given.get(parameter);
        if (again == null || again.equals(echoed)) return true;
        return parameter.equals("knownAt")
                && readAs(parameter, again, KnownAt::read).includes(readAs("cursor", echoed, KnownAt::read));
    }

    private int limit() {
        if (!given.containsKey("limit")) return LIMIT;
        String limit = given.get("limit");
        if (!limit.matches("0*[1-9]\\d{0,3}") || Integer.parseInt(limit) > MOST)
            throw ReadRequest.unreadable(
                    "limit", "must be a whole number from 1 to " + MOST + (asks.whole() ? ", or " + ALL : ""));
        return Integer.parseInt(limit);
    }

    private List<Order> order() {
        if (!given.containsKey("sort")) return List.of();
        List<Order> order = new ArrayList<>();
        for (String part : given.get("sort").split(",", -1)) {
            boolean descending = part.startsWith("-");
            String member = descending ? part.substring(1) : part;
            if (!Arrays.asList(asks.sorts()).contains(member))
                throw ReadRequest.unreadable("sort", "must be of " + String.join(", ", asks.sorts()));
            order.add(new Order(member, descending));
        }
        return List.copyOf(order);
    }

    private Patience patience() {
        String token = request.getHeader("Sync-Token");
        long least = token == null ? 0 : readAs("Sync-Token", token.strip(), KnownAt.Forms::position);
        String prefer = request.getHeader("Prefer");
        Matcher wait = PREFER_WAIT.matcher(prefer == null ? "" : prefer);
        Duration patience =
                wait.find() ? Duration.ofSeconds(Math.min(LONGEST_WAIT, Long.parseLong(wait.group(1)))) : WAIT;
        return new Patience(patience, least);
    }

    private static <T> T readAs(String parameter, String text, Function<String, T> form) {
        try {
            return form.apply(text);
        } catch (DateTimeException e) {
            throw ReadRequest.unreadable(parameter, String.valueOf(e.getMessage()));
        }
    }
}
