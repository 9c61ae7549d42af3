package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Holder;

/**
 * A request to fill a post, and each request to fill it for longer.
 *
 * @param board that is asked
 * @param initiative for which the post works; null: none
 * @param until last day on which the post may be filled; null: without end, or not authorised
 * @param asks the request and each extension of it, in order
 * @param retractedDecisions those that no longer count, in order
 * @param closure why it was withdrawn, or why the post is no longer filled; null: it is open
 */
@RecordBuilder
public record VacancyRequestState(
        @JsonProperty("id") String vacancyRequest,
        String register,
        Grounded<String> post,
        Grounded<VacancyTenure> tenure,
        @Nullable Grounded<String> businessGroup,
        @Nullable Grounded<String> funding,
        Grounded<String> board,
        @Nullable Grounded<String> initiative,
        Grounded<SortedMap<String, String>> attributes,
        Grounded<VacancyStatus> status,
        @Nullable Grounded<LocalDate> until,
        List<VacancyAsk> asks,
        List<Grounded<VacancyDecision>> retractedDecisions,
        @Nullable Grounded<String> closure)
        implements VacancyRequestStateBuilder.With, Alerting, Closable, Referring, Deciding {

    /** The state of the request. */
    public enum VacancyStatus {
        REQUESTED,
        AUTHORISED,
        REFUSED,
        EXTENSION_REQUESTED,
        CLOSED
    }

    /**
     * What was asked, looked at and decided.
     *
     * @param checks the last result of each
     * @param decision null: it waits
     */
    public record VacancyAsk(
            Grounded<VacancyTerms> asked,
            SortedMap<VacancyCheck, Grounded<CheckResult>> checks,
            @Nullable Grounded<VacancyDecision> decision) {}

    /**
     * What was asked.
     *
     * @param until last day for which it was requested; null: without end
     * @param requestedBy null: the source names nobody
     */
    public record VacancyTerms(
            @Nullable LocalDate until,
            @Nullable Holder requestedBy,
            @Nullable String reason) {}

    /** Whether a request passed a check. */
    public record CheckResult(
            boolean met,
            @Nullable String checkedBy,
            @Nullable String finding) {}

    /**
     * What a board decided.
     *
     * @param until last day on which the post may be filled; null: without end, or refused
     * @param item of the agenda of the meeting; null: not stated
     * @param retracted null, or the reason for which it was retracted
     */
    public record VacancyDecision(
            VacancyOutcome outcome,
            @Nullable LocalDate until,
            @Nullable String board,
            @Nullable DecisionManner manner,
            @Nullable String meeting,
            @Nullable String item,
            @Nullable String delegation,
            @Nullable Integer attendance,
            List<String> decidedBy,
            @Nullable String reason,
            @Nullable String ultraVires,
            @Nullable String retracted)
            implements Alerting {

        @Override
        public Set<Alert> alerts(LocalDate asOf) {
            Set<Alert> alerts = EnumSet.noneOf(Alert.class);
            if (ultraVires != null) alerts.add(Alert.ULTRA_VIRES);
            if (retracted != null) alerts.add(Alert.DECISION_RETRACTED);
            return alerts;
        }
    }

    static VacancyRequestState requested(VacancyRequested requested, Grounds grounds) {
        return new VacancyRequestState(
                requested.vacancyRequest(),
                requested.register(),
                grounds.ground(requested.post()),
                grounds.ground(requested.tenure()),
                grounds.maybe(requested.businessGroup()),
                grounds.maybe(requested.funding()),
                grounds.ground(requested.board()),
                grounds.maybe(requested.initiative()),
                grounds.ground(requested.attributes()),
                grounds.ground(VacancyStatus.REQUESTED),
                null,
                List.of(asked(
                        new VacancyTerms(requested.until(), requested.requestedBy(), requested.reason()), grounds)),
                List.of(),
                null);
    }

    VacancyRequestState evolve(VacancyRequestFact fact, Grounds grounds) {
        return switch (fact) {
            case VacancyRequested again -> again(requested(again, grounds));
            case VacancyChecked checked -> withLast(checked(asks.getLast(), checked, grounds));
            case VacancyExtensionRequested requested ->
                withStatus(grounds.ground(VacancyStatus.EXTENSION_REQUESTED))
                        .withAsks(Copies.with(
                                asks,
                                asked(
                                        new VacancyTerms(
                                                requested.until(), requested.requestedBy(), requested.reason()),
                                        grounds)));
            case VacancyDecided decided -> decided(grounds.ground(decision(decided, grounds)));
            case VacancyRequestClosed closed ->
                withStatus(grounds.ground(VacancyStatus.CLOSED)).withClosure(grounds.ground(closed.reason()));
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.add(Reference.to(Kinds.BOARD, board.value(), board));
        if (initiative != null) references.add(Reference.to(Kinds.INITIATIVE, initiative.value(), initiative));
        for (VacancyAsk ask : asks) if (ask.decision() != null) references.addAll(toBoard(ask.decision()));
        for (Grounded<VacancyDecision> retracted : retractedDecisions) references.addAll(toBoard(retracted));
        return references;
    }

    /** A post that is filled beyond the period for which it was authorised. */
    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        boolean over = isOpen() && until != null && asOf.isAfter(until.value());
        return over ? Set.of(Alert.VACANCY_PERIOD_OVER) : Set.of();
    }

    /** What was asked, looked at and decided for an earlier day is kept. */
    private VacancyRequestState again(VacancyRequestState requested) {
        VacancyAsk first = asks.getFirst();
        List<VacancyAsk> all = new ArrayList<>(asks);
        all.set(0, new VacancyAsk(requested.asks.getFirst().asked(), first.checks(), first.decision()));
        boolean waits = first.decision() == null && asks.size() == 1 && closure == null;
        return requested
                .withStatus(waits ? requested.status : status)
                .withUntil(until)
                .withAsks(List.copyOf(all))
                .withRetractedDecisions(retractedDecisions)
                .withClosure(closure);
    }

    /** All that boards decided, what was retracted last. */
    public List<Grounded<VacancyDecision>> decided() {
        List<Grounded<VacancyDecision>> all = new ArrayList<>();
        for (VacancyAsk ask : asks) if (ask.decision() != null) all.add(ask.decision());
        all.addAll(retractedDecisions);
        return List.copyOf(all);
    }

    @Override
    public List<RecordedDecision> recordedDecisions() {
        return decided().stream().map(this::recorded).toList();
    }

    private RecordedDecision recorded(Grounded<VacancyDecision> decided) {
        VacancyDecision decision = decided.value();
        return new RecordedDecision(
                decided.fact(),
                decided.since(),
                null,
                initiative == null ? null : initiative.value(),
                RecordedDecision.meeting(decision.manner(), decision.meeting()),
                decision.item(),
                List.of(),
                decision.decidedBy(),
                List.of(),
                null);
    }

    private static List<Reference> toBoard(Grounded<VacancyDecision> decision) {
        List<Reference> references =
                new ArrayList<>(Reference.toMaybe(Kinds.BOARD, decision.value().board(), decision));
        references.addAll(Reference.toMaybe(Kinds.MEETING, decision.value().meeting(), decision));
        return references;
    }

    private static VacancyAsk asked(VacancyTerms terms, Grounds grounds) {
        return new VacancyAsk(grounds.ground(terms), new TreeMap<>(), null);
    }

    private static VacancyAsk checked(VacancyAsk ask, VacancyChecked checked, Grounds grounds) {
        Grounded<CheckResult> result =
                grounds.ground(new CheckResult(checked.met(), checked.checkedBy(), checked.finding()));
        return new VacancyAsk(ask.asked(), Copies.with(ask.checks(), checked.check(), result), ask.decision());
    }

    private static VacancyDecision decision(VacancyDecided decided, Grounds grounds) {
        return new VacancyDecision(
                decided.outcome(),
                decided.until(),
                decided.board(),
                decided.manner(),
                decided.meeting(),
                decided.item(),
                decided.delegation(),
                decided.attendance(),
                decided.decidedBy(),
                decided.reason(),
                decided.ultraVires(),
                grounds.retracted());
    }

    /** Where an extension is refused, the post stays authorised for as long as it was. */
    private VacancyRequestState decided(Grounded<VacancyDecision> decision) {
        if (decision.value().retracted() != null)
            return withRetractedDecisions(Copies.with(retractedDecisions, decision));
        VacancyAsk last = asks.getLast();
        boolean authorised = decision.value().outcome() == VacancyOutcome.AUTHORISED;
        VacancyStatus reached = authorised || isAuthorised() ? VacancyStatus.AUTHORISED : VacancyStatus.REFUSED;
        VacancyRequestState decided =
                withLast(new VacancyAsk(last.asked(), last.checks(), decision)).withStatus(decision.as(reached));
        LocalDate end = decision.value().until();
        return authorised ? decided.withUntil(end == null ? null : decision.as(end)) : decided;
    }

    /** Whether a board authorised one of its asks. */
    private boolean isAuthorised() {
        return asks.stream()
                .anyMatch(
                        ask -> ask.decision() != null && ask.decision().value().outcome() == VacancyOutcome.AUTHORISED);
    }

    private VacancyRequestState withLast(VacancyAsk ask) {
        List<VacancyAsk> all = new ArrayList<>(asks);
        all.set(all.size() - 1, ask);
        return withAsks(List.copyOf(all));
    }
}
