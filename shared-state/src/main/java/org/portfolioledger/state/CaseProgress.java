package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.vocabulary.BoardOutcome;

/**
 * How far a business case has come through the boards. It begins anew when the case is withdrawn, or its approval lapses:
 * what boards decided before that counts no more.
 *
 * @param ownRoute that the opening of the case states
 * @param submissions since it began, in order
 * @param outcomes since it began, in order
 */
public record CaseProgress(
        List<String> ownRoute, List<Grounded<Submission>> submissions, List<Grounded<Outcome>> outcomes) {

    /** All of it. */
    public static CaseProgress of(BusinessCaseState state) {
        return of(state, null);
    }

    /** As far as it had come before something happened. */
    public static CaseProgress before(BusinessCaseState state, Grounded<?> happened) {
        return of(state, happened);
    }

    private static CaseProgress of(BusinessCaseState state, @Nullable Grounded<?> until) {
        Grounded<?> end = Stream.<Grounded<?>>concat(
                        state.withdrawals().stream(),
                        state.finalApprovals().stream()
                                .flatMap(approval ->
                                        Stream.ofNullable(approval.value().reevaluation()))
                                .filter(reevaluation -> reevaluation.value().result() == ReevaluationResult.LAPSED))
                .filter(ended -> until == null || ended.isBefore(until))
                .reduce((one, other) -> one.isBefore(other) ? other : one)
                .orElse(null);
        return new CaseProgress(
                state.route().value(), between(end, until, state.submissions()), between(end, until, state.outcomes()));
    }

    private static <T> List<Grounded<T>> between(
            @Nullable Grounded<?> end, @Nullable Grounded<?> until, List<Grounded<T>> all) {
        return all.stream()
                .filter(each -> (end == null || end.isBefore(each)) && (until == null || each.isBefore(until)))
                .toList();
    }

    /** The version that is before the boards: the one last submitted, or decided on where no submission is on record. */
    public @Nullable Integer version() {
        if (!submissions.isEmpty()) return submissions.getLast().value().version();
        return outcomes.isEmpty() ? null : outcomes.getLast().value().version();
    }

    /** The last submission of a version; null: there is none. */
    public @Nullable Grounded<Submission> submission(@Nullable Integer version) {
        return submissions.stream()
                .filter(submitted -> version == null || submitted.value().version() == version)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /** The route that the policy gave a version when it was last submitted; null: none. */
    public @Nullable CaseRoute given(@Nullable Integer version) {
        Grounded<Submission> submitted = submission(version);
        return submitted == null ? null : submitted.value().route();
    }

    /** The boards that decide on a version in their order: a board to which it was referred up comes after the one that did so. */
    public List<String> boards(@Nullable Integer version) {
        CaseRoute given = given(version);
        List<String> boards = new ArrayList<>(given == null ? ownRoute : given.boards());
        for (Grounded<Outcome> outcome : on(version)) {
            String to = outcome.value().referredTo();
            int from = boards.indexOf(outcome.value().board());
            boolean refers = outcome.value().outcome() == BoardOutcome.REFERRED_UP && to != null;
            if (refers && from >= 0 && !boards.contains(to)) boards.add(from + 1, to);
        }
        return List.copyOf(boards);
    }

    private List<Grounded<Outcome>> on(@Nullable Integer version) {
        return outcomes.stream()
                .filter(outcome -> Objects.equals(outcome.value().version(), version))
                .toList();
    }

    /** The boards of the route, and what each has done with the version that is before them. */
    public List<RouteStep> steps() {
        Integer version = version();
        List<Grounded<Outcome>> decided = on(version);
        Grounded<Submission> submitted = submissions.isEmpty() ? null : submission(version);
        LocalDate put = submitted == null ? null : submitted.since();
        LocalDate reached = put;
        int through = 0;
        List<RouteStep> steps = new ArrayList<>();
        for (String board : boards(version)) {
            Grounded<Outcome> last = last(board, decided);
            Grounded<Outcome> referral = referral(board, decided);
            int passing = passing(board, decided, through);
            boolean first = steps.isEmpty();
            boolean turn = first || steps.getLast().passedOn() != null;
            boolean passes = turn && passing >= 0 && last != null && isInFavour(last);
            LocalDate passedOn = passes ? decided.get(passing).since() : null;
            if (passes) through = passing + 1;
            steps.add(new RouteStep(
                    board,
                    referral == null ? null : referral.value().board(),
                    referral == null ? put : referral.since(),
                    turn ? reached : null,
                    last == null ? null : last.value().outcome(),
                    last == null ? null : last.since(),
                    last == null ? null : last.value().deferredUntil(),
                    passedOn));
            reached = passedOn;
        }
        return List.copyOf(steps);
    }

    private static @Nullable Grounded<Outcome> last(String board, List<Grounded<Outcome>> decided) {
        return decided.stream()
                .filter(outcome -> board.equals(outcome.value().board()))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private @Nullable Grounded<Outcome> referral(String board, List<Grounded<Outcome>> decided) {
        CaseRoute given = given(version());
        if ((given == null ? ownRoute : given.boards()).contains(board)) return null;
        return decided.stream()
                .filter(outcome -> board.equals(outcome.value().referredTo()))
                .findFirst()
                .orElse(null);
    }

    /** The index of the first decision of a board in favour after so many; -1: there is none. */
    private static int passing(String board, List<Grounded<Outcome>> decided, int through) {
        for (int i = through; i < decided.size(); i++)
            if (board.equals(decided.get(i).value().board()) && isInFavour(decided.get(i))) return i;
        return -1;
    }

    private static boolean isInFavour(Grounded<Outcome> outcome) {
        BoardOutcome said = outcome.value().outcome();
        return said != null && said.isInFavour();
    }
}
