package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    NaiveRound(JsonNode state) {
        this.state = state;
        List<JsonNode> ends = new ArrayList<>();
        state.get("withdrawals").forEach(ends::add);
        for (JsonNode approval : state.get("finalApprovals"))
            if (isLapsed(approval)) ends.add(approval.at("/value/reevaluation"));
        collect("submissions", ends, submissions);
        collect("outcomes", ends, outcomes);
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

    private static boolean comesBefore(JsonNode one, JsonNode other) {
        int days = one.get("since").asString().compareTo(other.get("since").asString());
        return days == 0 ? PartReads.place(one) < PartReads.place(other) : days < 0;
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

    List<String> boards(@Nullable Integer version) {
        List<String> boards = own(version);
        for (JsonNode outcome : outcomes) {
            JsonNode value = outcome.get("value");
            String to = value.path("referredTo").asString("");
            int from = boards.indexOf(value.path("board").asString(""));
            if (Objects.equals(version, version(value))
                    && value.path("outcome").asString("").equals("REFERRED_UP")
                    && from >= 0
                    && !to.isEmpty()
                    && !boards.contains(to)) boards.add(from + 1, to);
        }
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
        JsonNode submission = submission();
        String put = submission == null ? null : submission.get("since").asString();
        String reached = put;
        boolean turn = true;
        int next = 0;
        List<String> own = own(version);
        ArrayNode steps = Words.JSON.createArrayNode();
        for (String board : boards(version)) {
            ObjectNode step = steps.addObject().put("board", board);
            JsonNode referral = own.contains(board) ? null : referral(board, decided);
            if (referral != null) step.set("referredBy", referral.at("/value/board"));
            put(step, "since", referral == null ? put : referral.get("since").asString());
            if (turn) put(step, "reached", reached);
            JsonNode last = null;
            int passing = -1;
            for (int n = 0; n < decided.size(); n++) {
                if (!decided.get(n).at("/value/board").asString("").equals(board)) continue;
                last = decided.get(n);
                if (passing < 0 && n >= next && isInFavour(last)) passing = n;
            }
            if (last != null) {
                if (last.get("value").has("outcome")) step.set("outcome", last.at("/value/outcome"));
                step.set("decidedOn", last.get("since"));
                if (last.get("value").has("deferredUntil")) step.set("deferredUntil", last.at("/value/deferredUntil"));
            }
            turn = turn && passing >= 0 && last != null && isInFavour(last);
            reached = turn ? decided.get(passing).get("since").asString() : null;
            if (turn) next = passing + 1;
            put(step, "passedOn", reached);
            days(step, day);
        }
        return steps;
    }

    private static void put(ObjectNode step, String member, @Nullable String value) {
        if (value != null) step.put(member, value);
    }

    private static @Nullable JsonNode referral(String board, List<JsonNode> decided) {
        return decided.stream()
                .filter(outcome -> outcome.at("/value/referredTo").asString("").equals(board))
                .findFirst()
                .orElse(null);
    }

    private static boolean isInFavour(JsonNode outcome) {
        return IN_FAVOUR.contains(outcome.at("/value/outcome").asString(""));
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

    /** As the case waits for a board on a day: one item with the grounds of the submission, or none. */
    ArrayNode waiting(String board, LocalDate day) {
        ArrayNode waiting = Words.JSON.createArrayNode();
        ArrayNode steps = steps(day);
        JsonNode submission = submission();
        if (submissions.isEmpty() || submission == null || NaiveBusinessCase.standing(state) != null) return waiting;
        for (JsonNode step : steps) if (stops(step)) return waiting;
        List<String> undecided = new ArrayList<>();
        for (int n = 0; n < steps.size(); n++) {
            JsonNode step = steps.get(n);
            boolean last = n == steps.size() - 1;
            boolean refers = step.path("outcome").asString("").equals("REFERRED_UP");
            boolean waits = !step.has("passedOn") || (last && !refers);
            if (waits && step.get("board").asString().equals(board))
                waiting.add(item(step, undecided, last, submission, day));
            if (!step.has("passedOn")) undecided.add(step.get("board").asString());
        }
        return waiting;
    }

    private ObjectNode item(JsonNode step, List<String> undecided, boolean last, JsonNode submission, LocalDate day) {
        ObjectNode item = PartReads.part(state.get("id").asString(), submission);
        item.remove(List.of("submittedBy", "decisionClass", "route"));
        item.put("businessCase", state.get("id").asString());
        item.set("initiative", state.get("initiative"));
        item.set("title", state.at("/title/value"));
        if (step.has("referredBy")) item.set("referredBy", step.get("referredBy"));
        item.set("waitsSince", step.get("since"));
        if (step.has("reached")) item.set("reached", step.get("reached"));
        item.put("days", between(step.get("since").asString(), day.toString()));
        ArrayNode missing = item.putArray("missing");
        for (String earlier : undecided)
            missing.addObject().put("what", "EARLIER_BOARD").put("board", earlier);
        if (submission.at("/value/route").has("challengePanel")) {
            boolean challenged = false;
            for (JsonNode challenge : state.get("challenges"))
                challenged |= Objects.equals(version(challenge.get("value")), version(submission.get("value")));
            if (!challenged) missing.addObject().put("what", "CHALLENGE");
        }
        state.get("versions").propertyNames().stream()
                .map(Integer::valueOf)
                .sorted()
                .filter(number -> comesBefore(submission, state.get("versions").get(number.toString())))
                .forEach(number -> missing.addObject().put("what", "SUBMISSION").put("version", number));
        if (last)
            state.get("conditions").propertyNames().stream()
                    .sorted()
                    .filter(id -> !state.get("conditions").get(id).get("value").has("ending"))
                    .forEach(id -> missing.addObject().put("what", "CONDITION").put("condition", id));
        String until = step.path("deferredUntil").asString("");
        if (step.path("outcome").asString("").equals("DEFERRED")
                && (until.isEmpty() || day.toString().compareTo(until) < 0)) {
            ObjectNode deferral = missing.addObject().put("what", "END_OF_DEFERRAL");
            if (!until.isEmpty()) deferral.put("until", until);
        }
        return item;
    }
}
