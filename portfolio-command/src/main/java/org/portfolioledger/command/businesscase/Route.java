package org.portfolioledger.command.businesscase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.BoardOutcome;

/** What must hold at all times of a case's way through the boards (rules 6 and 8, as far as its own stream goes). */
final class Route {

    private static final Set<BoardOutcome> IN_FAVOUR = Set.of(
            BoardOutcome.NOTED,
            BoardOutcome.ENDORSED,
            BoardOutcome.APPROVED_IN_PRINCIPLE,
            BoardOutcome.APPROVED,
            BoardOutcome.APPROVED_WITH_CONDITIONS,
            BoardOutcome.REFERRED_UP);

    private Route() {}

    static List<Finding> findings(BusinessCaseState state) {
        List<Finding> findings = new ArrayList<>();
        state.submissions()
                .forEach(submission ->
                        requireVersion(submission, submission.value().version(), state, findings));
        List<Grounded<Outcome>> earlier = new ArrayList<>();
        for (Grounded<Outcome> outcome : state.outcomes()) {
            requireVersion(outcome, outcome.value().version(), state, findings);
            requirePaper(outcome, state, findings);
            if (approves(outcome)) judge(outcome, state, earlier, findings);
            earlier.add(outcome);
        }
        return findings;
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
            Grounded<Outcome> outcome,
            BusinessCaseState state,
            List<Grounded<Outcome>> earlier,
            List<Finding> findings) {
        requireSubmitted(outcome, state, findings);
        requireNoConditionsOfItsOwn(outcome, findings);
        String board = outcome.value().board();
        if (board == null) return;
        int place = state.route().value().indexOf(board);
        if (place < 0) {
            findings.add(colliding(
                    Finding.of(
                                    BusinessCaseRule.BOARD_NOT_ON_ROUTE,
                                    "Board %s is not on the route %s"
                                            .formatted(board, state.route().value()))
                            .at("/board"),
                    state.route(),
                    outcome));
            return;
        }
        int reached = 0;
        for (String before : state.route().value().subList(0, place)) {
            reached = requireInFavour(before, outcome, earlier, reached, findings);
        }
    }

    /**
     * That a board before it on the route was last in favour, and was so after those before itself.
     *
     * @param reached number of outcomes through which the boards before it had decided
     * @return number of outcomes through which it has
     */
    private static int requireInFavour(
            String board,
            Grounded<Outcome> outcome,
            List<Grounded<Outcome>> earlier,
            int reached,
            List<Finding> findings) {
        Grounded<Outcome> last = earlier.stream()
                .filter(before -> board.equals(before.value().board()))
                .reduce((_, later) -> later)
                .orElse(null);
        int through = reached;
        while (through < earlier.size()
                && !(board.equals(earlier.get(through).value().board()) && isInFavour(earlier.get(through), outcome))) {
            through++;
        }
        if (last == null || !isInFavour(last, outcome) || through == earlier.size()) {
            findings.add(colliding(
                    Finding.of(
                                    BusinessCaseRule.ROUTE_OUT_OF_ORDER,
                                    "Board %s comes before %s on the route and has not in its turn decided in favour of version %s by %s"
                                            .formatted(
                                                    board,
                                                    outcome.value().board(),
                                                    outcome.value().version(),
                                                    outcome.since()))
                            .at("/board"),
                    outcome,
                    last));
            return reached;
        }
        Grounded<Outcome> conditional = outstanding(board, earlier);
        if (outcome.value().finalApproval() && conditional != null) {
            findings.add(colliding(
                    Finding.of(
                            BusinessCaseRule.CONDITIONS_OUTSTANDING,
                            "Board %s decided in favour on conditions %s"
                                    .formatted(board, conditional.value().conditions())),
                    conditional,
                    outcome));
        }
        return through + 1;
    }

    /** The board's last decision on conditions after which it did not approve without any. */
    private static @Nullable Grounded<Outcome> outstanding(String board, List<Grounded<Outcome>> earlier) {
        Grounded<Outcome> outstanding = null;
        for (Grounded<Outcome> before : earlier) {
            if (!board.equals(before.value().board())) continue;
            if (isConditional(before)) outstanding = before;
            else if (approves(before)) outstanding = null;
        }
        return outstanding;
    }

    private static boolean isConditional(Grounded<Outcome> outcome) {
        return outcome.value().outcome() == BoardOutcome.APPROVED_WITH_CONDITIONS
                || !outcome.value().conditions().isEmpty();
    }

    private static void requireNoConditionsOfItsOwn(Grounded<Outcome> outcome, List<Finding> findings) {
        if (!outcome.value().finalApproval() || !isConditional(outcome)) return;
        findings.add(Finding.of(
                        BusinessCaseRule.CONDITIONS_OUTSTANDING,
                        "The final approval itself states conditions %s"
                                .formatted(outcome.value().conditions()))
                .against(outcome)
                .at("/conditions"));
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
                                : "Version %s was not submitted by %s".formatted(version, outcome.since()))
                .against(outcome)
                .at("/version"));
    }

    /** The finding, against the facts on which two values rest. */
    private static Finding colliding(Finding finding, Grounded<?> one, @Nullable Grounded<?> other) {
        List<Long> facts = other == null ? List.of(one.fact()) : List.of(one.fact(), other.fact());
        return new Finding(finding.rule(), finding.detail(), finding.pointer(), finding.from(), finding.to(), facts);
    }
}
