package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The way of a business case through the boards since it last began: what was submitted and decided, step by step. */
final class NaiveRound {

    private static final List<String> IN_FAVOUR = List.of(
            "NOTED", "ENDORSED", "APPROVED_IN_PRINCIPLE", "APPROVED", "APPROVED_WITH_CONDITIONS", "REFERRED_UP");

    private final JsonNode state;
    private final List<JsonNode> submissions = new ArrayList<>();
    private final List<JsonNode> outcomes = new ArrayList<>();
    private final List<JsonNode> challenges = new ArrayList<>();

    NaiveRound(JsonNode state) {
        this(state, null);
    }

    /** As far as it had come before something happened; null: all of it. */
    NaiveRound(JsonNode state, @Nullable JsonNode happened) {
        this.state = state;
        List<JsonNode> ends = new ArrayList<>();
        state.get("withdrawals").forEach(ends::add);
        for (JsonNode approval : state.get("finalApprovals"))
            if (isLapsed(approval)) ends.add(approval.at("/value/reevaluation"));
        if (happened != null) ends.removeIf(end -> !comesBefore(end, happened));
        collect("submissions", ends, submissions);
        collect("outcomes", ends, outcomes);
        collect("challenges", ends, challenges);
        if (happened == null) return;
        submissions.removeIf(each -> !comesBefore(each, happened));
        outcomes.removeIf(each -> !comesBefore(each, happened));
        challenges.removeIf(each -> !comesBefore(each, happened));
    }

    private void collect(String members, List<JsonNode> ends, List<JsonNode> into) {
        for (JsonNode each : state.get(members)) {
            boolean begins = true;
            for (JsonNode end : ends) begins &= comesBefore(end, each);
            if (begins) into.add(each);
        }
    }

    static boolean isLapsed(JsonNode approval) {
        return approval.at("/value/reevaluation/value/result").asString("").equals("LAPSED");
    }

    static boolean comesBefore(JsonNode one, JsonNode other) {
        int days = one.get("since").asString().compareTo(other.get("since").asString());
        return days == 0 ? PartReads.place(one) < PartReads.place(other) : days < 0;
    }

    List<JsonNode> challenges() {
        return challenges;
    }

    List<JsonNode> submissions() {
        return submissions;
    }

    List<JsonNode> outcomes() {
        return outcomes;
    }

    static @Nullable Integer version(JsonNode value) {
        return value.has("version") ? value.get("version").asInt() : null;
    }

    /** The route that the policy gave a version; missing: none. */
    JsonNode given(@Nullable Integer version) {
        JsonNode given = Words.JSON.missingNode();
        for (JsonNode submission : submissions)
            if (version == null || version.equals(version(submission.get("value"))))
                given = submission.at("/value/route");
        return given;
    }

    /**
     * The turns in which boards decide: each has the board, and the referral that brought the case there where one did. A
     * board has a second one where the case comes back up to it.
     */
    private List<ObjectNode> turns(@Nullable Integer version) {
        List<ObjectNode> turns = new ArrayList<>();
        for (String board : own(version))
            turns.add(Words.JSON.createObjectNode().put("board", board));
        for (JsonNode outcome : outcomes) {
            JsonNode value = outcome.get("value");
            if (!Objects.equals(version, version(value)) || !refers(outcome) || !value.has("referredTo")) continue;
            String to = value.get("referredTo").asString();
            int from = lastTurn(turns, boardOfRoute(outcome));
            if (from < 0) continue;
            int there = lastTurn(turns, to);
            if (there > from) {
                if (turns.get(there).has("referral")) turns.get(there).set("referral", outcome);
                continue;
            }
            ObjectNode turn = Words.JSON.createObjectNode().put("board", to);
            turn.set("referral", outcome);
            turns.add(from + 1, turn);
        }
        return turns;
    }

    private static int lastTurn(List<ObjectNode> turns, String board) {
        int found = -1;
        for (int n = 0; n < turns.size(); n++)
            if (turns.get(n).get("board").asString().equals(board)) found = n;
        return found;
    }

    static String boardOfRoute(JsonNode outcome) {
        JsonNode value = outcome.get("value");
        return value.path("successorOf").asString(value.path("board").asString(""));
    }

    private static boolean refers(JsonNode outcome) {
        return outcome.at("/value/outcome").asString("").equals("REFERRED_UP");
    }

    List<String> boards(@Nullable Integer version) {
        List<String> boards = new ArrayList<>();
        for (ObjectNode turn : turns(version)) boards.add(turn.get("board").asString());
        return boards;
    }

    private List<String> own(@Nullable Integer version) {
        JsonNode given = given(version);
        List<String> boards = new ArrayList<>();
        for (JsonNode board : given.isObject() ? given.get("boards") : state.at("/route/value"))
            boards.add(board.asString());
        return boards;
    }

    @Nullable
    Integer current() {
        if (!submissions.isEmpty()) return version(submissions.getLast().get("value"));
        return outcomes.isEmpty() ? null : version(outcomes.getLast().get("value"));
    }

    /** The last submission of the version that is before the boards; null: there is none. */
    @Nullable
    JsonNode submission() {
        JsonNode last = null;
        for (JsonNode submission : submissions)
            if (current() == null || Objects.equals(current(), version(submission.get("value")))) last = submission;
        return last;
    }

    /** The steps as they are seen on a day. */
    ArrayNode steps(LocalDate day) {
        Integer version = current();
        List<JsonNode> decided = outcomes.stream()
                .filter(outcome -> Objects.equals(version, version(outcome.get("value"))))
                .toList();
        List<ObjectNode> turns = turns(version);
        String passed = null;
        boolean due = true;
        int next = 0;
        ArrayNode steps = Words.JSON.createArrayNode();
        for (int t = 0; t < turns.size(); t++) {
            String board = turns.get(t).get("board").asString();
            JsonNode referral = turns.get(t).get("referral");
            ObjectNode step = steps.addObject().put("board", board);
            if (referral != null && referral.get("value").has("board"))
                step.set("referredBy", referral.at("/value/board"));
            String since = referral == null
                    ? firstPut(board, version)
                    : referral.get("since").asString();
            put(step, "since", since);
            JsonNode last = null;
            int passing = -1;
            for (int n = 0; n < decided.size(); n++) {
                JsonNode one = decided.get(n);
                boolean own = boardOfRoute(one).equals(board)
                        && (referral == null || comesBefore(referral, one))
                        && !isOfLaterTurn(one, board, turns.subList(t + 1, turns.size()));
                if (!own) continue;
                last = one;
                if (n >= next && isInFavour(one) && (passing < 0 || refers(one))) passing = n;
            }
            if (last != null) {
                if (last.get("value").has("outcome")) step.set("outcome", last.at("/value/outcome"));
                step.set("decidedOn", last.get("since"));
                if (last.get("value").has("deferredUntil")) step.set("deferredUntil", last.at("/value/deferredUntil"));
            }
            boolean passes = due && passing >= 0 && last != null && isInFavour(last);
            String passedOn = passes ? decided.get(passing).get("since").asString() : null;
            if (due)
                put(
                        step,
                        "reached",
                        earlier(
                                later(since, passed),
                                stops(step) ? step.get("decidedOn").asString() : passedOn));
            if (passes) next = passing + 1;
            put(step, "passedOn", passedOn);
            passed = passedOn;
            due = passes;
            days(step, day);
        }
        return steps;
    }

    /** Whether it comes after the referral that brought the case to the board once more. */
    private static boolean isOfLaterTurn(JsonNode outcome, String board, List<ObjectNode> later) {
        for (ObjectNode turn : later)
            if (turn.get("board").asString().equals(board) && turn.has("referral"))
                return !comesBefore(outcome, turn.get("referral"));
        return false;
    }

    private @Nullable String firstPut(String board, @Nullable Integer version) {
        for (JsonNode submission : submissions) {
            JsonNode given = submission.at("/value/route");
            JsonNode boards = given.isObject() ? given.get("boards") : state.at("/route/value");
            boolean names =
                    boards.valueStream().anyMatch(named -> named.asString().equals(board));
            boolean same = version == null || version.equals(version(submission.get("value")));
            if (names && same) return submission.get("since").asString();
        }
        return null;
    }

    private static @Nullable String later(@Nullable String one, @Nullable String other) {
        if (other == null) return one;
        return one != null && one.compareTo(other) > 0 ? one : other;
    }

    private static @Nullable String earlier(@Nullable String one, @Nullable String other) {
        return one != null && other != null && other.compareTo(one) < 0 ? other : one;
    }

    /** Day by day, with whom the case was since it began. */
    ArrayNode timeAtBoards(LocalDate day) {
        ArrayNode times = Words.JSON.createArrayNode();
        JsonNode standing = NaiveBusinessCase.standing(state);
        SortedMap<String, Long> days = new TreeMap<>();
        List<JsonNode> all = new ArrayList<>(submissions);
        all.addAll(outcomes);
        LocalDate end =
                standing == null ? day : LocalDate.parse(standing.get("since").asString());
        LocalDate at = all.stream()
                .map(one -> LocalDate.parse(one.get("since").asString()))
                .min(Comparator.naturalOrder())
                .orElse(end);
        while (at.isBefore(end)) {
            String board = new NaiveRound(this, at).withWhom();
            LocalDate from = at;
            LocalDate next = all.stream()
                    .map(one -> LocalDate.parse(one.get("since").asString()))
                    .filter(from::isBefore)
                    .min(Comparator.naturalOrder())
                    .orElse(end);
            at = next.isBefore(end) ? next : end;
            if (board != null) days.merge(board, ChronoUnit.DAYS.between(from, at), Long::sum);
        }
        days.forEach((board, total) -> times.addObject().put("board", board).put("days", total));
        return times;
    }

    /** As it was at the end of a day. */
    private NaiveRound(NaiveRound whole, LocalDate day) {
        state = whole.state;
        for (JsonNode each : whole.submissions) if (isBy(each, day)) submissions.add(each);
        for (JsonNode each : whole.outcomes) if (isBy(each, day)) outcomes.add(each);
    }

    private static boolean isBy(JsonNode each, LocalDate day) {
        return !LocalDate.parse(each.get("since").asString()).isAfter(day);
    }

    private @Nullable String withWhom() {
        if (submissions.isEmpty()) return null;
        String last = null;
        ArrayNode steps = steps(LocalDate.MAX);
        for (JsonNode step : steps) if (stops(step)) return null;
        for (JsonNode step : steps) {
            last = step.get("board").asString();
            if (!step.has("passedOn")) return last;
        }
        return last;
    }

    private static void put(ObjectNode step, String member, @Nullable String value) {
        if (value != null) step.put(member, value);
    }

    private static boolean isInFavour(JsonNode outcome) {
        return IN_FAVOUR.contains(outcome.at("/value/outcome").asString(""));
    }

    /** Whether a step lets the discharge of the last condition make nothing final. */
    static boolean keepsFromTheEnd(JsonNode step, boolean last) {
        if (stops(step)) return true;
        String outcome = step.path("outcome").asString("");
        if (last) return !outcome.equals("APPROVED_WITH_CONDITIONS");
        boolean decided = step.has("decidedOn");
        return decided ? !IN_FAVOUR.contains(outcome) : step.has("referredBy");
    }

    static boolean stops(JsonNode step) {
        return List.of("REJECTED", "WITHDRAWN").contains(step.path("outcome").asString(""));
    }

    private static void days(ObjectNode step, LocalDate day) {
        if (!step.has("reached")) return;
        String until = stops(step)
                ? step.get("decidedOn").asString()
                : step.path("passedOn").asString(day.toString());
        step.put("days", between(step.get("reached").asString(), until));
    }

    static long between(String from, String to) {
        return ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to));
    }
}
