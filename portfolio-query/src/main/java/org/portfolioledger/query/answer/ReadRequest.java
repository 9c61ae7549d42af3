package org.portfolioledger.query.answer;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.RequestedTimePoint;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.point.TimePointResolver.Patience;

/**
 * A read request, once its parameters are known to be readable.
 *
 * @param asks the parameters that its path accepts
 * @param question the point, that of the cursor where there is one
 * @param filters by name, only those that were given
 * @param page which part of a list
 * @param ifNoneMatch entity tags that the caller holds
 */
public record ReadRequest(
        ReadParameters asks,
        RequestedTimePoint question,
        Patience patience,
        Map<String, String> filters,
        Page page,
        List<String> ifNoneMatch) {

    /**
     * Which part of a list.
     *
     * @param whole whether all that comes after it is asked for as well
     * @param order by which it is sorted; empty: by the list's own order
     * @param after sort keys of the last item of the page before; null on the first page
     * @param belongsTo digest of path, filters and order; a cursor is good for one only
     */
    public record Page(
            int limit,
            boolean whole,
            List<Order> order,
            @Nullable List<String> after,
            String belongsTo) {

        /** The number after which the page begins, where a list's sort key is one; 0 on the first page. */
        public long afterNumber() {
            if (after == null) return 0;
            try {
                return KnownAt.Forms.position(after.getFirst());
            } catch (DateTimeException e) {
                throw Cursor.unreadable();
            }
        }
    }

    /** The same for as many items after one as the longest page has. */
    ReadRequest after(List<String> last) {
        Page next = new Page(ReadRequestParser.MOST, page.whole(), page.order(), last, page.belongsTo());
        return new ReadRequest(asks, question, patience, filters, next, ifNoneMatch);
    }

    /** Which axes it has. */
    ReadParameters.Form form() {
        return asks.value();
    }

    /** One member by which a list is sorted. */
    public record Order(String member, boolean descending) {}

    /** What the viewer may see. */
    public Sight sight() {
        return question.sight();
    }

    /**
     * Requires a viewer who is not confined to some places: what it asks about is of all records at once.
     *
     * @throws Problem if the viewer is
     */
    public void requireUnconfined() {
        if (sight().isConfined())
            throw Problem.of(HttpProblem.NOT_ALLOWED, "This is for those who may read all that is on record");
    }

    /** Whether it asks for what is known now. */
    boolean asksForNow() {
        return question.knownAt() instanceof KnownAt.Now;
    }

    public Optional<String> filter(String name) {
        return Optional.ofNullable(filters.get(name));
    }

    /**
     * What a filter asks for, which is one of some words.
     *
     * @throws Problem if it is another
     */
    public Optional<String> word(String filter, Collection<String> words) {
        Optional<String> wanted = filter(filter);
        wanted.ifPresent(word -> requireWord(filter, word, words));
        return wanted;
    }

    /** The number that is asked for, or that is meant where none is given. */
    public int count(String name) {
        return filter(name)
                .map(Integer::valueOf)
                .orElseGet(() -> Arrays.stream(asks.counts())
                        .filter(count -> count.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .otherwise());
    }

    /**
     * What a filter asks for, which is written in a certain form.
     *
     * @param form reads it, and throws what says how it is to be written
     * @throws Problem if it is not written so
     */
    public <T> Optional<T> filter(String name, Function<String, T> form) {
        return filter(name).map(text -> read(name, text, form));
    }

    /**
     * A text as what it stands for.
     *
     * @throws Problem if it is not written in the form
     */
    public static <T> T read(String parameter, String text, Function<String, T> form) {
        try {
            return form.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unreadable(parameter, String.valueOf(e.getMessage()));
        }
    }

    /** The refusal of a parameter that is not written as it should be. */
    public static Problem unreadable(String parameter, String detail) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The parameter " + parameter + " cannot be read",
                List.of(Problem.At.parameter(parameter, detail)));
    }

    /** The refusal of a range whose first end lies after its last. */
    public static Problem reversed(String parameter, String detail) {
        return Problem.of(
                HttpProblem.REVERSED_RANGE,
                "The parameter " + parameter + " " + detail,
                List.of(Problem.At.parameter(parameter, detail)));
    }

    static void requireWord(String filter, String wanted, Collection<String> words) {
        if (!words.contains(wanted)) throw unreadable(filter, "must be one of " + String.join(", ", words));
    }

    /** The register to which the question is confined; null if it is not. */
    public @Nullable String register() {
        return filters.get("register");
    }
}
