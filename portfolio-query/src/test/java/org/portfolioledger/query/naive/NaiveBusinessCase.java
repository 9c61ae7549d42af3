package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseChallenged;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseWithdrawn;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.vocabulary.BoardOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a business case. */
final class NaiveBusinessCase {

    private static final List<BoardOutcome> APPROVALS =
            List.of(BoardOutcome.APPROVED, BoardOutcome.APPROVED_IN_PRINCIPLE, BoardOutcome.APPROVED_WITH_CONDITIONS);

    private NaiveBusinessCase() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof BusinessCaseOpened opened) {
            state.put("id", opened.businessCase()).put("register", opened.register());
            state.put("initiative", opened.initiative());
            words.put(state, "stage", opened.stage());
            words.put(state, "title", opened.title());
            words.put(state, "route", opened.route());
            words.put(state, "precedingCase", opened.precedingCase());
            words.put(state, "owners", opened.owners());
            words.put(state, "attributes", opened.attributes());
            state.withObject("/versions");
            state.withObject("/conditions");
            for (String list : List.of(
                    "submissions", "challenges", "outcomes", "retractedOutcomes", "finalApprovals", "withdrawals"))
                state.withArray("/" + list);
        }
        ObjectNode members = words.members("businessCase");
        if (words.content() instanceof BusinessCaseVersionRecorded recorded)
            words.put(state.withObject("/versions"), Integer.toString(recorded.version()), members);
        if (words.content() instanceof BusinessCaseSubmitted)
            state.withArray("/submissions").add(words.ground(members));
        if (words.content() instanceof BusinessCaseChallenged)
            state.withArray("/challenges").add(words.ground(members));
        if (words.content() instanceof BusinessCaseDecided decided) decide(state, decided, words, members);
        if (words.content() instanceof CaseConditionDischarged discharged) {
            JsonNode condition = state.get("conditions").path(discharged.condition());
            if (condition.isObject() && !condition.get("value").has("ending")) {
                members.remove("condition");
                end((ObjectNode) condition, members.put("fate", "DISCHARGED"), words);
                approveOnceNothingIsLeft(state, words);
            }
        }
        if (words.content() instanceof BusinessCaseWithdrawn) {
            liftAll(state, words);
            state.withArray("/withdrawals").add(words.ground(members));
        }
        if (words.content() instanceof BusinessCaseReevaluated reevaluated)
            reevaluate(state, reevaluated, words, members);
    }

    private static void decide(ObjectNode state, BusinessCaseDecided decided, Words words, ObjectNode outcome) {
        if (words.retracted() != null) {
            outcome.put("finalApproval", false).put("retracted", words.retracted());
            state.withArray("/retractedOutcomes").add(words.ground(outcome));
            return;
        }
        boolean isFinal = decided.outcome() == BoardOutcome.APPROVED
                && isLast(
                        decided.successorOf() == null ? decided.board() : decided.successorOf(),
                        new NaiveRound(state).boards(decided.version()));
        boolean approves = decided.outcome() != null && APPROVALS.contains(decided.outcome());
        if (approves || !decided.conditions().isEmpty())
            for (JsonNode condition : state.get("conditions")) {
                String board = condition.at("/value/board").asString("");
                boolean own = board.equals(decided.board() == null ? "" : decided.board());
                if (own || (!board.isEmpty() && board.equals(decided.successorOf())))
                    lift((ObjectNode) condition, words);
            }
        state.withArray("/outcomes").add(words.ground(outcome.put("finalApproval", isFinal)));
        for (CaseCondition set : decided.conditions()) {
            ObjectNode condition = Words.JSON.createObjectNode().put("text", set.text());
            if (decided.board() != null) condition.put("board", decided.board());
            words.put(state.withObject("/conditions"), set.condition(), condition);
        }
        if (isFinal) approve(state, outcome, words);
        else approveOnceNothingIsLeft(state, words);
    }

    private static boolean isLast(@Nullable String board, List<String> boards) {
        return !boards.isEmpty() && boards.getLast().equals(board);
    }

    private static void end(ObjectNode condition, ObjectNode how, Words words) {
        ObjectNode value = (ObjectNode) condition.get("value");
        value.set("ending", words.ground(how));
    }

    private static void lift(ObjectNode condition, Words words) {
        if (condition.get("value").has("ending")) return;
        ObjectNode lifted = Words.JSON.createObjectNode().put("fate", "LIFTED");
        lifted.putArray("evidence");
        end(condition, lifted, words);
    }

    private static void liftAll(ObjectNode state, Words words) {
        for (JsonNode condition : state.get("conditions")) lift((ObjectNode) condition, words);
    }

    /** Where the last board approved on conditions, the case is finally approved once each of all conditions has ended. */
    private static void approveOnceNothingIsLeft(ObjectNode state, Words words) {
        for (JsonNode condition : state.get("conditions"))
            if (!condition.get("value").has("ending")) return;
        if (standing(state) != null) return;
        NaiveRound round = new NaiveRound(state);
        ArrayNode steps = round.steps(words.from());
        for (int n = 0; n < steps.size(); n++)
            if (NaiveRound.keepsFromTheEnd(steps.get(n), n == steps.size() - 1)) return;
        ObjectNode last = null;
        for (JsonNode outcome : round.outcomes()) {
            JsonNode value = outcome.get("value");
            boolean current = Objects.equals(round.current(), NaiveRound.version(value));
            if (current && isLast(NaiveRound.boardOfRoute(outcome), round.boards(round.current())))
                last = (ObjectNode) value;
        }
        if (last == null
                || !last.path("outcome").asString("").equals("APPROVED_WITH_CONDITIONS")
                || last.get("conditions").isEmpty()) return;
        last.put("finalApproval", true);
        approve(state, last, words);
    }

    private static void approve(ObjectNode state, ObjectNode by, Words words) {
        NaiveRound round = new NaiveRound(state);
        ObjectNode approval = Words.JSON.createObjectNode();
        if (by.has("board")) approval.set("board", by.get("board"));
        if (by.has("version")) approval.set("version", by.get("version"));
        if (!round.submissions().isEmpty())
            approval.set("submittedOn", dayOf(round.submissions().getFirst()));
        expire(approval, round, words);
        state.withArray("/finalApprovals").add(words.ground(approval));
    }

    /** The day of a submission, with its grounds. */
    private static ObjectNode dayOf(JsonNode submission) {
        ObjectNode day = (ObjectNode) submission.deepCopy();
        day.set("value", submission.get("since"));
        return day;
    }

    private static void expire(ObjectNode approval, NaiveRound round, Words words) {
        JsonNode months = round.given(NaiveRound.version(approval)).path("approvalMonths");
        if (!months.isMissingNode())
            approval.put("expiresOn", words.from().plusMonths(months.asInt()).toString());
    }

    /** The last final approval, unless it lapsed; null: there is none. */
    @Nullable
    static JsonNode standing(JsonNode state) {
        ArrayNode all = (ArrayNode) state.get("finalApprovals");
        if (all.isEmpty() || NaiveRound.isLapsed(all.get(all.size() - 1))) return null;
        return all.get(all.size() - 1);
    }

    private static void reevaluate(
            ObjectNode state, BusinessCaseReevaluated reevaluated, Words words, ObjectNode members) {
        JsonNode standing = standing(state);
        if (standing == null) return;
        ObjectNode approval = (ObjectNode) standing.get("value");
        NaiveRound round = new NaiveRound(state);
        boolean lapsed = reevaluated.result() == ReevaluationResult.LAPSED;
        if (!lapsed) {
            approval.remove("expiresOn");
            expire(approval, round, words);
        }
        approval.set("reevaluation", words.ground(members));
        if (lapsed) liftAll(state, words);
    }

    /** Whether an approval was given in a range of days that a question has. */
    static boolean isAskedFor(Asked asked, JsonNode approval) {
        LocalDate on = LocalDate.parse(approval.get("since").asString());
        String from = asked.filters().get("approvedFrom");
        String to = asked.filters().get("approvedTo");
        return (from == null || !on.isBefore(LocalDate.parse(from)))
                && (to == null || on.isBefore(LocalDate.parse(to)));
    }
}
