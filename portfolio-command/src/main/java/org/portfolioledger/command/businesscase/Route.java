package org.portfolioledger.command.businesscase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.ConditionEnd;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.BusinessCaseState.Withdrawal;
import org.portfolioledger.state.CaseProgress;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RouteStep;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.BoardOutcome;

/** What must hold at all times of a case's way through the boards (rules 6 and 8, as far as its own stream goes). */
final class Route {

    private Route() {}

    static List<Finding> findings(BusinessCaseState state) {
        List<Finding> findings = new ArrayList<>();
        state.submissions()
                .forEach(submission ->
                        requireVersion(submission, submission.value().version(), state, findings));
        state.challenges()
                .forEach(
                        challenge -> requireVersion(challenge, challenge.value().version(), state, findings));
        for (Grounded<Outcome> outcome : state.outcomes()) {
            requireVersion(outcome, outcome.value().version(), state, findings);
            requirePaper(outcome, state, findings);
            CaseProgress before = CaseProgress.before(state, outcome);
            // What was withdrawn from it, a board says of any version.
            if (outcome.value().outcome() != BoardOutcome.WITHDRAWN) {
                requireSubmitted(outcome, before, findings);
                requireOnRoute(outcome, state, before, findings);
            }
            if (approves(outcome)) judge(outcome, state, before, findings);
        }
        requireNothingAfterFinal(state, findings);
        requireBeforeTheBoards(state, findings);
        return findings;
    }

    /** What is finally approved is neither submitted nor decided on nor withdrawn, unless the approval lapses. */
    private static void requireNothingAfterFinal(BusinessCaseState state, List<Finding> findings) {
        List<Grounded<?>> all = new ArrayList<>(state.submissions());
        all.addAll(state.outcomes());
        all.addAll(state.withdrawals());
        for (Grounded<FinalApproval> approval : state.finalApprovals()) {
            Grounded<?> lapse = approval.value().isLapsed() ? approval.value().reevaluation() : null;
            for (Grounded<?> later : all) {
                if (!approval.isBefore(later) || (lapse != null && lapse.isBefore(later))) continue;
                String detail = approval.fact() == History.UNRECORDED
                        ? "It would be finally approved from %s, but something else is on record for %s"
                        : "It is finally approved from %s, and nothing else may take effect on %s";
                findings.add(colliding(
                        Finding.of(BusinessCaseRule.ALREADY_FINAL, detail.formatted(approval.since(), later.since()))
                                .at("/effectiveOn"),
                        approval,
                        later));
            }
        }
    }

    /** A case is withdrawn while it is before the boards, and no board decides on it until it is submitted anew. */
    private static void requireBeforeTheBoards(BusinessCaseState state, List<Finding> findings) {
        for (Grounded<Withdrawal> withdrawal : state.withdrawals())
            if (CaseProgress.before(state, withdrawal).submissions().isEmpty())
                findings.add(Finding.of(
                                BusinessCaseRule.NOT_BEFORE_THE_BOARDS,
                                "No submission of the case is on record by %s".formatted(withdrawal.since()))
                        .against(withdrawal)
                        .at("/effectiveOn"));
        for (Grounded<Outcome> outcome : state.outcomes())
            withdrawalBefore(outcome, state)
                    .ifPresent(withdrawal -> findings.add(colliding(
                            Finding.of(
                                            BusinessCaseRule.CASE_WITHDRAWN,
                                            "The case is withdrawn from %s, and was not submitted again by %s"
                                                    .formatted(withdrawal.since(), outcome.since()))
                                    .at("/effectiveOn"),
                            withdrawal,
                            outcome)));
    }

    private static Optional<Grounded<Withdrawal>> withdrawalBefore(Grounded<Outcome> outcome, BusinessCaseState state) {
        return state.withdrawals().stream()
                .filter(withdrawal -> withdrawal.isBefore(outcome))
                .filter(withdrawal -> state.submissions().stream()
                        .noneMatch(submitted -> withdrawal.isBefore(submitted) && submitted.isBefore(outcome)))
                .findFirst();
    }

    private static boolean approves(Grounded<Outcome> outcome) {
        BoardOutcome said = outcome.value().outcome();
        return said != null && said.approves();
    }

    /** A version is written before it is submitted or decided on, and stays: papers never change (rule 8). */
    private static void requireVersion(
            Grounded<?> ground, @Nullable Integer version, BusinessCaseState state, List<Finding> findings) {
        if (version == null) return;
        Grounded<Version> written = state.versions().get(version);
        if (written != null && !written.since().isAfter(ground.since())) return;
        findings.add(ReferenceRule.unknown("The case has no version %s on that day".formatted(version), "/version")
                .against(ground));
    }

    private static void requirePaper(Grounded<Outcome> outcome, BusinessCaseState state, List<Finding> findings) {
        Integer version = outcome.value().version();
        Grounded<Version> written = version == null ? null : state.versions().get(version);
        if (written == null || outcome.value().papers().isEmpty()) return;
        String hash = written.value().paper().sha256();
        if (outcome.value().papers().stream().anyMatch(paper -> paper.sha256().equals(hash))) return;
        findings.add(colliding(
                Finding.of(BusinessCaseRule.PAPER_NOT_OF_VERSION, "None of the papers is version %s".formatted(version))
                        .at("/papers"),
                written,
                outcome));
    }

    private static void judge(
            Grounded<Outcome> outcome, BusinessCaseState state, CaseProgress before, List<Finding> findings) {
        requireChallenged(outcome, state, before, findings);
        requireConditionsMet(outcome, state, findings);
        requireInFavour(outcome, before, findings);
    }

    private static void requireOnRoute(
            Grounded<Outcome> outcome, BusinessCaseState state, CaseProgress before, List<Finding> findings) {
        String board = outcome.value().boardOfRoute();
        List<String> boards = before.boards(outcome.value().version());
        if (board == null || boards.contains(board)) return;
        findings.add(colliding(
                Finding.of(
                                BusinessCaseRule.BOARD_NOT_ON_ROUTE,
                                "Board %s is not on the route %s".formatted(board, boards))
                        .at("/board"),
                stating(outcome, state, before),
                outcome));
    }

    /** That by which a route is stated: the submission of the version, or the opening of the case. */
    static Grounded<?> stating(Grounded<Outcome> outcome, BusinessCaseState state, CaseProgress before) {
        Grounded<Submission> submitted = before.submission(outcome.value().version());
        return submitted == null || submitted.value().route() == null ? state.route() : submitted;
    }

    /** That each board before it on the route was last in favour, and was so after those before itself. */
    private static void requireInFavour(Grounded<Outcome> outcome, CaseProgress before, List<Finding> findings) {
        List<RouteStep> steps = before.steps(outcome.value().version());
        int turn = before.boards(outcome.value().version())
                .lastIndexOf(String.valueOf(outcome.value().boardOfRoute()));
        steps.stream()
                .limit(Math.max(0, turn))
                .filter(step -> step.passedOn() == null)
                .findFirst()
                .ifPresent(step -> findings.add(colliding(
                        Finding.of(
                                        BusinessCaseRule.ROUTE_OUT_OF_ORDER,
                                        "Board %s is before %s on the route and has not, in its turn, decided in favour of version %s by %s"
                                                .formatted(
                                                        step.board(),
                                                        outcome.value().board(),
                                                        outcome.value().version(),
                                                        outcome.since()))
                                .at("/board"),
                        outcome,
                        last(step.board(), before))));
    }

    private static @Nullable Grounded<Outcome> last(String board, CaseProgress before) {
        return before.outcomes().stream()
                .filter(earlier -> board.equals(earlier.value().boardOfRoute()))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /** The final approval leaves no condition outstanding, and sets none itself; of its own board it lifts those before. */
    private static void requireConditionsMet(
            Grounded<Outcome> outcome, BusinessCaseState state, List<Finding> findings) {
        Outcome approval = outcome.value();
        if (!approval.finalApproval() || approval.outcome() != BoardOutcome.APPROVED) return;
        if (!approval.conditions().isEmpty())
            findings.add(Finding.of(
                            BusinessCaseRule.CONDITIONS_OUTSTANDING,
                            "The final approval itself states the condition %s: %s"
                                    .formatted(
                                            approval.conditions().getFirst().condition(),
                                            approval.conditions().getFirst().text()))
                    .against(outcome)
                    .at("/conditions"));
        state.conditions().forEach((id, condition) -> {
            Grounded<ConditionEnd> ending = condition.value().ending();
            boolean met = ending != null && !outcome.isBefore(ending);
            if (condition.isBefore(outcome) && !met)
                findings.add(colliding(
                        Finding.of(
                                BusinessCaseRule.CONDITIONS_OUTSTANDING,
                                "The condition %s of board %s is outstanding: %s"
                                        .formatted(
                                                id,
                                                condition.value().board() == null
                                                        ? "that is not stated"
                                                        : condition.value().board(),
                                                condition.value().text())),
                        condition,
                        outcome));
        });
    }

    private static void requireSubmitted(Grounded<Outcome> outcome, CaseProgress before, List<Finding> findings) {
        Integer version = outcome.value().version();
        Grounded<Submission> submitted = version == null ? null : before.submission(version);
        if (submitted == null) {
            findings.add(Finding.of(
                            BusinessCaseRule.NOT_SUBMITTED,
                            version == null
                                    ? "The decision names no version"
                                    : "Version %s was not submitted by %s".formatted(version, outcome.since()))
                    .against(outcome)
                    .at("/version"));
            return;
        }
        Grounded<Submission> last = before.submissions().getLast();
        if (last.value().version() != submitted.value().version())
            findings.add(colliding(
                    Finding.of(
                                    BusinessCaseRule.VERSION_SUPERSEDED,
                                    "Version %s was submitted on %s, after version %s"
                                            .formatted(last.value().version(), last.since(), version))
                            .at("/version"),
                    last,
                    outcome));
    }

    /** Where the policy has a panel challenge the case, it has done so with the version. */
    private static void requireChallenged(
            Grounded<Outcome> outcome, BusinessCaseState state, CaseProgress before, List<Finding> findings) {
        Integer version = outcome.value().version();
        CaseRoute given = before.given(version);
        if (version == null || given == null || before.isChallenged(version)) return;
        findings.add(colliding(
                Finding.of(
                        BusinessCaseRule.CHALLENGE_MISSING,
                        "%s has not challenged version %s by %s"
                                .formatted(given.challengePanel(), version, outcome.since())),
                stating(outcome, state, before),
                outcome));
    }

    /** The finding, against the facts on which two values rest. */
    private static Finding colliding(Finding finding, Grounded<?> one, @Nullable Grounded<?> other) {
        List<Long> facts = other == null ? List.of(one.fact()) : List.of(one.fact(), other.fact());
        return new Finding(finding.rule(), finding.detail(), finding.pointer(), finding.from(), finding.to(), facts);
    }
}
