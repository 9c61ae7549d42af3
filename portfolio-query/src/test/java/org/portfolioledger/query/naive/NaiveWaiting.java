package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A business case as it waits for the board that is asked about. */
final class NaiveWaiting {

    private static final Map<String, String> STAGE_BEFORE = Map.of("OBC", "SOC", "FBC", "OBC");

    private final Asked asked;
    private final ObjectNode state;
    private final LocalDate day;
    private final NaiveRound round;

    NaiveWaiting(Asked asked, ObjectNode state) {
        this.asked = asked;
        this.state = state;
        this.day = asked.asOf();
        this.round = new NaiveRound(state);
    }

    /** One item with the grounds of the submission, or none. */
    ArrayNode items() {
        ArrayNode waiting = Words.JSON.createArrayNode();
        ArrayNode steps = round.steps(day);
        JsonNode submission = round.submission();
        if (round.submissions().isEmpty() || submission == null || NaiveBusinessCase.standing(state) != null)
            return waiting;
        for (JsonNode step : steps) if (NaiveRound.stops(step)) return waiting;
        for (String board : boards()) {
            List<String> undecided = new ArrayList<>();
            for (int n = 0; n < steps.size(); n++) {
                JsonNode step = steps.get(n);
                boolean last = n == steps.size() - 1;
                boolean refers = step.path("outcome").asString("").equals("REFERRED_UP");
                boolean waits = !step.has("passedOn") || (last && !refers);
                if (waits && step.get("board").asString().equals(board) && step.has("since"))
                    return waiting.add(item(step, undecided, last, submission));
                if (!step.has("passedOn")) undecided.add(step.get("board").asString());
            }
        }
        return waiting;
    }

    /** The board, and those whose place it took. */
    private List<String> boards() {
        List<String> boards = new ArrayList<>(List.of(asked.name("board")));
        for (int n = 0; n < boards.size(); n++)
            for (String id : asked.fold().facts.ids("board"))
                if (!boards.contains(id)
                        && boards.get(n)
                                .equals(board(id).at("/closure/value/successor").asString(""))) boards.add(id);
        return boards;
    }

    private JsonNode board(String id) {
        return asked.fold()
                .state("board", id, day)
                .<JsonNode>map(state -> state)
                .orElseGet(Words.JSON::missingNode);
    }

    private ObjectNode item(JsonNode step, List<String> undecided, boolean last, JsonNode submission) {
        ObjectNode item = PartReads.part(state.get("id").asString(), submission);
        item.remove(List.of("submittedBy", "decisionClass", "route"));
        item.put("businessCase", state.get("id").asString());
        item.set("initiative", state.get("initiative"));
        item.set("title", state.at("/title/value"));
        if (step.has("referredBy")) item.set("referredBy", step.get("referredBy"));
        if (!step.get("board").asString().equals(asked.name("board"))) item.set("successorOf", step.get("board"));
        item.set("waitsSince", step.get("since"));
        if (step.has("reached")) item.set("reached", step.get("reached"));
        item.put("days", NaiveRound.between(step.get("since").asString(), day.toString()));
        ArrayNode missing = item.putArray("missing");
        for (String earlier : undecided)
            missing.addObject().put("what", "EARLIER_BOARD").put("board", earlier);
        if (submission.at("/value/route").has("challengePanel")) {
            boolean challenged = false;
            String panel = submission.at("/value/route/challengePanel").asString();
            for (JsonNode challenge : round.challenges())
                challenged |= Objects.equals(
                                NaiveRound.version(challenge.get("value")), NaiveRound.version(submission.get("value")))
                        && panel.equalsIgnoreCase(challenge.at("/value/panel").asString());
            if (!challenged) missing.addObject().put("what", "CHALLENGE");
        }
        state.get("versions").propertyNames().stream()
                .map(Integer::valueOf)
                .sorted()
                .filter(number ->
                        NaiveRound.comesBefore(submission, state.get("versions").get(number.toString())))
                .forEach(number -> missing.addObject().put("what", "SUBMISSION").put("version", number));
        JsonNode board = board(asked.name("board"));
        if (last) addOfFinalApproval(missing, board);
        String until = step.path("deferredUntil").asString("");
        if (step.path("outcome").asString("").equals("DEFERRED")
                && (until.isEmpty() || day.toString().compareTo(until) < 0)) {
            ObjectNode deferral = missing.addObject().put("what", "END_OF_DEFERRAL");
            if (!until.isEmpty()) deferral.put("until", until);
        }
        if (board.has("closure")) {
            ObjectNode dissolved = missing.addObject().put("what", "STANDING_BOARD");
            if (board.at("/closure/value").has("successor"))
                dissolved.set("board", board.at("/closure/value/successor"));
        }
        boolean closed = asked.fold()
                .state("initiative", state.get("initiative").asString(), day)
                .filter(initiative -> initiative.has("closure"))
                .isPresent();
        if (closed) missing.addObject().put("what", "OPEN_INITIATIVE");
        return item;
    }

    private void addOfFinalApproval(ArrayNode missing, JsonNode board) {
        state.get("conditions").propertyNames().stream()
                .sorted()
                .filter(id -> !state.get("conditions").get(id).get("value").has("ending"))
                .forEach(id -> missing.addObject().put("what", "CONDITION").put("condition", id));
        String needed = STAGE_BEFORE.get(state.at("/stage/value").asString(""));
        String preceding = state.at("/precedingCase/value").asString("");
        if (needed != null && !isApproved(preceding, needed)) {
            ObjectNode stage = missing.addObject().put("what", "EARLIER_STAGE");
            if (!preceding.isEmpty()) stage.put("precedingCase", preceding);
        }
        SortedSet<String> gaps = NaiveEqualityAssessment.gaps(asked, state, day);
        gaps.stream().sorted().forEach(gap -> missing.addObject().put("what", gap.replace("_MISSING", "")));
        if (NaiveAlerts.hasPassed(board.at("/limitValidUntil/value"), day))
            missing.addObject().put("what", "VALID_LIMIT");
    }

    /** Whether a case of a stage of the same initiative has a final approval that is good on the day. */
    private boolean isApproved(String id, @Nullable String stage) {
        ObjectNode before = id.isEmpty()
                ? null
                : asked.fold().state("business-case", id, day).orElse(null);
        if (before == null
                || !before.get("initiative").equals(state.get("initiative"))
                || !before.at("/stage/value").asString("").equals(stage)) return false;
        JsonNode approval = NaiveBusinessCase.standing(before);
        return approval != null
                && (!approval.get("value").has("expiresOn")
                        || approval.at("/value/expiresOn").asString().compareTo(day.toString()) > 0);
    }
}
