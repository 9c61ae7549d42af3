package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Opening;
import tools.jackson.databind.node.ObjectNode;

/**
 * What held on a day by the facts that are known, replayed from the first day on. Shares no code with what it judges:
 * neither timeline nor state.
 */
final class NaiveFold {

    /** By kind of entity. */
    static final Map<String, BiConsumer<ObjectNode, Words>> FAMILIES = Map.ofEntries(
            Map.entry("register", NaiveRegister::replay),
            Map.entry("portfolio", NaivePortfolio::replay),
            Map.entry("initiative", NaiveInitiative::replay),
            Map.entry("appointments", NaiveAppointments::replay),
            Map.entry("post", NaivePost::replay),
            Map.entry("rag", NaiveRatings::replay),
            Map.entry("milestones", NaiveMilestones::replay),
            Map.entry("board", NaiveBoard::replay),
            Map.entry("business-case", NaiveBusinessCase::replay),
            Map.entry("dependency", NaiveDependency::replay),
            Map.entry("document", NaiveDocument::replay),
            Map.entry("action", NaiveAction::replay),
            Map.entry("review", NaiveReview::replay),
            Map.entry("meeting", NaiveMeeting::replay),
            Map.entry("equality-assessment", NaiveEqualityAssessment::replay),
            Map.entry("accounting-assessment", NaiveAccountingAssessment::replay),
            Map.entry("vacancy-request", NaiveVacancyRequest::replay),
            Map.entry("delivery-plan", NaiveDeliveryPlan::replay),
            Map.entry("external-request", NaiveExternalRequest::replay),
            Map.entry("reporting-cycle", NaiveReportingCycle::replay),
            Map.entry("contract", NaiveContract::replay),
            Map.entry("outside-decision", NaiveOutsideDecision::replay),
            Map.entry("workforce-control", NaiveWorkforceControl::replay),
            Map.entry("benefit", NaiveBenefit::replay),
            Map.entry("risk", NaiveRisk::replay),
            Map.entry("measure", NaiveMeasure::replay),
            Map.entry("budget", NaiveBudget::replay),
            Map.entry("mapping", NaiveMapping::replay),
            Map.entry("protective-marking", NaiveProtectiveMarking::replay));

    /** What begins with whatever is stated first. */
    private static final Set<String> WITHOUT_OPENING = Set.of("appointments", "rag", "milestones");

    final KnownFacts facts;
    private final Map<List<Object>, Optional<ObjectNode>> states = new HashMap<>();

    NaiveFold(KnownFacts facts) {
        this.facts = facts;
    }

    /**
     * What held through a range of days.
     *
     * @param to first day on which it no longer held; null: without end
     */
    record Segment(LocalDate from, @Nullable LocalDate to, ObjectNode state) {}

    /** What an entity was on a day; empty if it was not there. */
    Optional<ObjectNode> state(String kind, String id, LocalDate day) {
        return states.computeIfAbsent(List.of(kind, id, day), _ -> Optional.ofNullable(replayed(kind, id, day)))
                .map(ObjectNode::deepCopy);
    }

    private @Nullable ObjectNode replayed(String kind, String id, LocalDate day) {
        List<Words> all = facts.words(kind + "-" + id);
        List<Words> begun =
                all.stream().filter(words -> !words.from().isAfter(day)).toList();
        if (begun.isEmpty()) return null;
        BiConsumer<ObjectNode, Words> replay = Objects.requireNonNull(FAMILIES.get(kind));
        ObjectNode state = Words.JSON.createObjectNode();
        // What the opening holds reaches back to the first day of all.
        for (Words words : all) if (words.content() instanceof Opening) replay.accept(state, words);
        boolean hasNone = !WITHOUT_OPENING.contains(kind) && state.isEmpty();
        if (hasNone) return null;
        for (Words words : begun) replay.accept(state, words);
        return state.isEmpty() ? null : state;
    }

    /** The kind of the entity of which a stream is. */
    static String kindOf(String stream) {
        return FAMILIES.keySet().stream()
                .filter(kind -> stream.startsWith(kind + "-"))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the opening of an entity is known, and is known to be retracted; where nothing opens it, all of it. */
    boolean isRetracted(String stream) {
        return !facts.stream(stream).isEmpty()
                && facts.words(stream).stream()
                        .noneMatch(words ->
                                WITHOUT_OPENING.contains(kindOf(stream)) || words.content() instanceof Opening);
    }

    /** The first day on which an entity is closed; null: it is never. */
    @Nullable
    LocalDate closedOn(String stream) {
        String kind = kindOf(stream);
        String id = stream.substring(kind.length() + 1);
        return days(kind, id).stream()
                .flatMap(day -> state(kind, id, day).stream())
                .filter(state -> state.path("closure").has("since"))
                .map(state -> LocalDate.parse(state.at("/closure/since").asString()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The days on which something of an entity begins. */
    SortedSet<LocalDate> days(String kind, String id) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Words words : facts.words(kind + "-" + id)) days.add(words.from());
        return days;
    }

    /** What an entity was, over all days. */
    List<Segment> segments(String kind, String id) {
        return segments(days(kind, id), day -> state(kind, id, day));
    }

    /** What something was, over days between which it does not change; the same on neighbouring days is one. */
    static List<Segment> segments(SortedSet<LocalDate> days, Function<LocalDate, Optional<ObjectNode>> states) {
        List<Segment> segments = new ArrayList<>();
        List<LocalDate> from = List.copyOf(days);
        for (int n = 0; n < from.size(); n++) {
            LocalDate to = n + 1 < from.size() ? from.get(n + 1) : null;
            ObjectNode state = states.apply(from.get(n)).orElse(null);
            if (state == null) continue;
            Segment last = segments.isEmpty() ? null : segments.getLast();
            if (last != null && from.get(n).equals(last.to) && state.equals(last.state))
                segments.set(segments.size() - 1, new Segment(last.from, to, state));
            else segments.add(new Segment(from.get(n), to, state));
        }
        return segments;
    }
}
