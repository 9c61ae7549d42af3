package org.portfolioledger.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FailureReason;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.FactView;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Range;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.RestingOn;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.StoredFacts;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.row.Corrections;
import org.portfolioledger.query.row.Corrections.Correction;
import org.portfolioledger.query.row.FactDecoder;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.timeline.Entry;
import org.portfolioledger.timeline.Lineages;
import org.portfolioledger.vocabulary.ActorKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Facts as they were recorded. */
@RestController
final class FactQueries {

    private static final List<String> TYPES =
            Arrays.stream(FactType.values()).map(FactType::typeName).toList();

    private static final List<String> ACTOR_KINDS =
            Arrays.stream(ActorKind.values()).map(ActorKind::name).toList();

    /** Filters on what a fact says of itself. From is included, to is not. */
    private static final Map<String, String> CONDITIONS = Map.of(
            "actor", "e.actor = :actor",
            "actorKind",
                    "case when e.metadata = '{}'::bytea then 'PERSON'"
                            + " else coalesce(ledger.shown(e.metadata) ->> 'actorKind', 'PERSON') end = :actorKind",
            "type", "e.type = :type",
            "stream", "e.stream = :stream",
            "recordedFrom", "e.position > (select ledger.position_recorded_before(:recordedFrom::timestamptz))",
            "recordedTo", "e.position <= (select ledger.position_recorded_before(:recordedTo::timestamptz))",
            "knownFrom", "e.known_at >= :knownFrom::timestamptz",
            "knownTo", "e.known_at < :knownTo::timestamptz",
            "effectiveFrom", "e.effective_on >= :effectiveFrom::date",
            "effectiveTo", "e.effective_on < :effectiveTo::date");

    private final Responses responses;
    private final Rows rows;
    private final StoredFacts facts;
    private final TimePointResolver points;
    private final FactDecoder reading = new FactDecoder();

    FactQueries(Responses responses, Rows rows, StoredFacts facts, TimePointResolver points) {
        this.responses = responses;
        this.rows = rows;
        this.facts = facts;
        this.points = points;
    }

    @GetMapping("/api/v1/audit/facts")
    @Operation(
            summary = "List facts by position: who recorded what, when, on which basis;"
                    + " a range accepts dates or instants; from is included and to is not")
    @ReadParameters(
            value = Form.HISTORY,
            filters = {"actor", "stream", "register"},
            texts = {"type", "actorKind"},
            ranges = {
                @Range(name = "recorded", moments = true),
                @Range(name = "known", moments = true),
                @Range(name = "effective")
            })
    Answer<PageView<FactView>> audit(ReadRequest request) {
        request.word("type", TYPES);
        request.word("actorKind", ACTOR_KINDS);
        Map<String, Object> values = new HashMap<>();
        StringBuilder condition = new StringBuilder("true");
        request.filters().forEach((name, value) -> {
            if (!CONDITIONS.containsKey(name)) return;
            values.put(name, value);
            condition.append(" and ").append(CONDITIONS.get(name));
        });
        TimePoint point = responses.point(request);
        int limit = request.page().limit();
        List<StoredEvent> found = facts.after(
                point,
                request.filters().get("stream"),
                condition.toString(),
                values,
                request.page().afterNumber(),
                limit + 1);
        boolean more = found.size() > limit;
        List<StoredEvent> page = more ? found.subList(0, limit) : found;
        List<String> next = more ? List.of(Long.toString(page.getLast().position())) : null;
        return responses.answer(
                request,
                point,
                null,
                Pages.page(
                        request,
                        point,
                        page.stream()
                                .map(fact -> FactView.of(fact, point.sight()))
                                .toList(),
                        next));
    }

    @GetMapping("/api/v1/facts/{position}")
    @Operation(
            summary =
                    "Get one fact: its basis, its corrections, the fact that replaces it, and the facts that rest on it")
    @ReadParameters(Form.RECORD)
    Answer<FactInContext> fact(@PathVariable String position, ReadRequest request) {
        long wanted = position(position);
        StoredEvent fact = points.factAt(wanted, request.sight()).orElseThrow(() -> nothingAt(position));
        TimePoint point = responses.point(request, fact.register());
        if (!point.counts(fact)) throw Responses.notKnown(request, point, "The fact");
        List<StoredEvent> stream = facts.of(point, List.of(fact.stream()));
        Lineage lineage = null;
        String unfolded = null;
        try {
            lineage = lineage(reading.recorded(stream), wanted, point.position());
        } catch (RuntimeException | StackOverflowError e) {
            unfolded = FailureReason.of(e);
        }
        return responses.answer(
                request,
                point,
                null,
                new FactInContext(
                        FactView.of(fact, point.sight()), lineage, unfolded, RestingOn.of(rows, point, fact)));
    }

    /**
     * A fact and what became of it.
     *
     * @param unfolded why its stream cannot be folded
     * @param restingOnIt positions of the facts that rest on it, or refer to what it opened
     */
    record FactInContext(
            FactView fact,
            @JsonUnwrapped @Nullable Lineage lineage,
            @Nullable String unfolded,
            SortedSet<Long> restingOnIt) {}

    /**
     * What became of a fact.
     *
     * @param lineage positions of the fact, of all corrections of it and of what it corrects
     * @param corrected its correction; null: none
     * @param inForce what of its lineage holds; null: all of it was retracted
     */
    record Lineage(
            List<Long> lineage,
            @JsonInclude @Nullable Correction corrected,
            @JsonInclude @Nullable InForce inForce) {}

    /**
     * What of a lineage holds.
     *
     * @param position of the fact or correction that states it
     * @param fact as it is stated there
     */
    record InForce(long position, LocalDate effectiveOn, GovernanceFact fact) {}

    private static Lineage lineage(RecordedStream stream, long wanted, long knownAt) {
        Lineages<RecordedFact> lineages = stream.lineages();
        List<Long> members =
                lineages.lineageOf(wanted).stream().map(Entry::position).toList();
        return new Lineage(
                members,
                Corrections.in(stream).stream()
                        .filter(correction -> correction.fact() == wanted)
                        .reduce((_, later) -> later)
                        .orElse(null),
                lineages.asKnownAt(knownAt).stream()
                        .filter(entry -> members.contains(entry.position())
                                && entry.content().counts())
                        .map(entry -> new InForce(
                                entry.position(),
                                entry.effectiveOn(),
                                entry.content().fact()))
                        .reduce((_, later) -> later)
                        .orElse(null));
    }

    private static long position(String text) {
        try {
            return KnownAt.Forms.position(text);
        } catch (DateTimeException e) {
            throw nothingAt(text);
        }
    }

    private static Problem nothingAt(String position) {
        return Problem.of(HttpProblem.NOT_FOUND, "The ledger holds no fact at position " + position);
    }
}
