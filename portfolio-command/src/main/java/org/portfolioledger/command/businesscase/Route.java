package org.portfolioledger.command.businesscase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Finding;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.BoardOutcome;

/** What must hold at all times of a case's way through the boards (rules 5 and 6, as far as its own stream goes). */
final class Route {

    private static final Set<BoardOutcome> IN_FAVOUR = Set.of(
            BoardOutcome.NOTED,
            BoardOutcome.ENDORSED,
            BoardOutcome.APPROVED_IN_PRINCIPLE,
            BoardOutcome.APPROVED,
            BoardOutcome.APPROVED_WITH_CONDITIONS,
            BoardOutcome.REFERRED_UP);

    private static final Set<BoardOutcome> APPROVALS =
            Set.of(BoardOutcome.APPROVED_IN_PRINCIPLE, BoardOutcome.APPROVED, BoardOutcome.APPROVED_WITH_CONDITIONS);

    private Route() {}

    static List<Finding> findings(BusinessCaseState state) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Grounded<Outcome>> latest = new HashMap<>();
        for (Grounded<Outcome> outcome : state.outcomes()) {
            judge(outcome, state, latest, findings);
            if (outcome.value().board() != null) latest.put(outcome.value().board(), outcome);
        }
        return findings;
    }

    private static void judge(
            Grounded<Outcome> outcome,
            BusinessCaseState state,
            Map<String, Grounded<Outcome>> latest,
            List<Finding> findings) {
        BoardOutcome said = outcome.value().outcome();
        if (said == null || !APPROVALS.contains(said)) return;
        requireSubmitted(outcome, state, findings);
        requireOthers(outcome, state, findings);
        String board = outcome.value().board();
        if (board == null) return;
        int place = state.route().value().indexOf(board);
        if (place < 0) {
            findings.add(Finding.of(
                            BusinessCaseRule.BOARD_NOT_ON_ROUTE,
                            "Board %s is not on the route %s"
                                    .formatted(board, state.route().value()))
                    .against(outcome)
                    .at("/board"));
            return;
        }
        for (String before : state.route().value().subList(0, place)) {
            requireInFavour(before, outcome, latest.get(before), findings);
        }
    }

    private static void requireInFavour(
            String board, Grounded<Outcome> outcome, @Nullable Grounded<Outcome> before, List<Finding> findings) {
        if (before == null || !isInFavour(before, outcome)) {
            findings.add(Finding.of(
                            BusinessCaseRule.ROUTE_OUT_OF_ORDER,
                            "Board %s comes before %s on the route and has not decided in favour of version %s by %s"
                                    .formatted(
                                            board,
                                            outcome.value().board(),
                                            outcome.value().version(),
                                            outcome.since()))
                    .against(outcome)
                    .at("/board"));
            return;
        }
        if (outcome.value().finalApproval() && before.value().outcome() == BoardOutcome.APPROVED_WITH_CONDITIONS) {
            findings.add(Finding.of(
                            BusinessCaseRule.CONDITIONS_OUTSTANDING,
                            "Board %s approved on conditions %s"
                                    .formatted(board, before.value().conditions()))
                    .against(before));
        }
    }

    private static boolean isInFavour(Grounded<Outcome> before, Grounded<Outcome> outcome) {
        BoardOutcome said = before.value().outcome();
        return said != null
                && IN_FAVOUR.contains(said)
                && Objects.equals(before.value().version(), outcome.value().version());
    }

    private static void requireSubmitted(Grounded<Outcome> outcome, BusinessCaseState state, List<Finding> findings) {
        Integer version = outcome.value().version();
        boolean submitted = version != null
                && state.submissions().stream()
                        .anyMatch(submission -> submission.value().version() == version
                                && !submission.since().isAfter(outcome.since()));
        if (submitted) return;
        findings.add(Finding.of(
                        BusinessCaseRule.NOT_SUBMITTED,
                        version == null
                                ? "The decision names no version"
                                : "Version %d was not submitted by %s".formatted(version, outcome.since()))
                .against(outcome)
                .at("/version"));
    }

    private static void requireOthers(Grounded<Outcome> outcome, BusinessCaseState state, List<Finding> findings) {
        Set<String> own = new HashSet<>(state.owners().value());
        state.submissions().stream()
                .map(Grounded::value)
                .map(Submission::submittedBy)
                .forEach(own::add);
        outcome.value().decidedBy().stream()
                .filter(own::contains)
                .map(person -> Finding.of(
                                BusinessCaseRule.SELF_APPROVAL,
                                "Person %s submitted or owns the case".formatted(person))
                        .against(outcome)
                        .at("/decidedBy"))
                .forEach(findings::add);
    }
}
