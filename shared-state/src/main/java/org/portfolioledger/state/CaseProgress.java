package org.portfolioledger.state;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.state.BusinessCaseState.Challenge;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.vocabulary.BoardOutcome;

/**
 * How far a business case has come through the boards. It begins anew when the case is withdrawn, or its approval lapses:
 * what boards decided before that counts no more.
 *
 * @param ownRoute that the opening of the case states
 * @param submissions since it began, in order
 * @param challenges since it began, in order
 * @param outcomes since it began, in order
 */
public record CaseProgress(
        List<String> ownRoute,
        List<Grounded<Submission>> submissions,
        List<Grounded<Challenge>> challenges,
        List<Grounded<Outcome>> outcomes) {

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
                state.route().value(),
                between(end, until, state.submissions()),
                between(end, until, state.challenges()),
                between(end, until, state.outcomes()));
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

    /** Whether the panel of a version's route has challenged it since it began; true where the route has none. */
    public boolean isChallenged(int version) {
        CaseRoute given = given(version);
        String panel = given == null ? null : given.challengePanel();
        return panel == null
                || challenges.stream()
                        .map(Grounded::value)
                        .anyMatch(challenge -> challenge.version() == version
                                && challenge.panel().equalsIgnoreCase(panel));
    }

    /**
     * The boards that decide on a version in their order. A board to which it was referred up comes after the one that did
     * so, a second time where it has its turn before that one.
     */
    public List<String> boards(@Nullable Integer version) {
        return turns(version).stream().map(Turn::board).toList();
    }

    /**
     * That it is for a board to decide.
     *
     * @param referral the last by which the case came to it; null: the board is on the route itself
     */
    private record Turn(String board, @Nullable Grounded<Outcome> referral) {}

    private List<Turn> turns(@Nullable Integer version) {
        List<Turn> turns = new ArrayList<>();
        for (String board : route(given(version))) turns.add(new Turn(board, null));
        for (Grounded<Outcome> outcome : on(version)) {
            String to = outcome.value().referredTo();
            int from = last(outcome.value().boardOfRoute(), turns);
            if (outcome.value().outcome() != BoardOutcome.REFERRED_UP || to == null || from < 0) continue;
            int known = last(to, turns);
            if (known <= from) turns.add(from + 1, new Turn(to, outcome));
            else if (turns.get(known).referral() != null) turns.set(known, new Turn(to, outcome));
        }
        return turns;
    }

    private static int last(@Nullable String board, List<Turn> turns) {
        for (int i = turns.size() - 1; i >= 0; i--) if (turns.get(i).board().equals(board)) return i;
        return -1;
    }

    private List<String> route(@Nullable CaseRoute given) {
        return given == null ? ownRoute : given.boards();
    }

    private List<Grounded<Outcome>> on(@Nullable Integer version) {
        return outcomes.stream()
                .filter(outcome -> Objects.equals(outcome.value().version(), version))
                .toList();
    }

    /** The boards of the route, and what each has done with the version that is before them. */
    public List<RouteStep> steps() {
        return steps(version());
    }

    /** The same of any version. */
    public List<RouteStep> steps(@Nullable Integer version) {
        List<Grounded<Outcome>> decided = on(version);
        List<Turn> turns = turns(version);
        LocalDate reached = null;
        int through = 0;
        List<RouteStep> steps = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            List<Grounded<Outcome>> own = decisions(i, turns, decided);
            Grounded<Outcome> last = own.isEmpty() ? null : own.getLast();
            int passing = passing(own, decided, through);
            boolean isDue = steps.isEmpty() || steps.getLast().passedOn() != null;
            boolean passes =
                    isDue && passing >= 0 && last != null && last.value().isInFavour();
            LocalDate passedOn = passes ? decided.get(passing).since() : null;
            LocalDate since = turn.referral() == null
                    ? put(turn.board(), version)
                    : turn.referral().since();
            if (passes) through = passing + 1;
            steps.add(new RouteStep(
                    turn.board(),
                    turn.referral() == null ? null : turn.referral().value().board(),
                    since,
                    isDue ? reached(since, reached, last, passedOn) : null,
                    last == null ? null : last.value().outcome(),
                    last == null ? null : last.since(),
                    last == null ? null : last.value().deferredUntil(),
                    passedOn));
            reached = passedOn;
        }
        return List.copyOf(steps);
    }

    /** The day on which a version was first submitted to a board; null: it was not. */
    private @Nullable LocalDate put(String board, @Nullable Integer version) {
        return submissions.stream()
                .filter(submitted -> version == null || submitted.value().version() == version)
                .filter(submitted -> route(submitted.value().route()).contains(board))
                .map(Grounded::since)
                .findFirst()
                .orElse(null);
    }

    /** The later of the day on which it was put to the board and that on which the one before passed it on; what a board decided has reached it by then. */
    private static @Nullable LocalDate reached(
            @Nullable LocalDate since,
            @Nullable LocalDate passedOnBefore,
            @Nullable Grounded<Outcome> last,
            @Nullable LocalDate passedOn) {
        LocalDate reached =
                passedOnBefore == null || (since != null && since.isAfter(passedOnBefore)) ? since : passedOnBefore;
        BoardOutcome said = last == null ? null : last.value().outcome();
        LocalDate until = last != null && said != null && said.ends() ? last.since() : passedOn;
        return reached != null && until != null && until.isBefore(reached) ? until : reached;
    }

    /** What a board decided in one of its turns: one to which the case was referred up decides after that. */
    private static List<Grounded<Outcome>> decisions(int turn, List<Turn> turns, List<Grounded<Outcome>> decided) {
        String board = turns.get(turn).board();
        Grounded<Outcome> from = turns.get(turn).referral();
        Grounded<Outcome> to = turns.subList(turn + 1, turns.size()).stream()
                .filter(later -> later.board().equals(board))
                .map(Turn::referral)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return decided.stream()
                .filter(outcome -> board.equals(outcome.value().boardOfRoute()))
                .filter(outcome -> from == null || from.isBefore(outcome))
                .filter(outcome -> to == null || outcome.isBefore(to))
                .toList();
    }

    /**
     * The place among all that was decided of that by which a board let the case go on, after so many decisions: it last
     * referred it up, or first decided in favour; -1: by none.
     */
    private static int passing(List<Grounded<Outcome>> own, List<Grounded<Outcome>> decided, int through) {
        int passing = -1;
        for (int i = through; i < decided.size(); i++) {
            if (!own.contains(decided.get(i)) || !decided.get(i).value().isInFavour()) continue;
            boolean refers = decided.get(i).value().outcome() == BoardOutcome.REFERRED_UP;
            if (passing < 0 || refers) passing = i;
        }
        return passing;
    }

    /**
     * The days for which the case has been with each board since it began, all versions together: with one board at a time,
     * from the first submission to the final approval or to a day. They add up to that time, but for days on which a board
     * had sent it back.
     */
    public static SortedMap<String, Long> daysAtBoards(BusinessCaseState state, LocalDate until) {
        CaseProgress whole = of(state);
        Grounded<FinalApproval> approval = state.finalApproval();
        SortedMap<String, Long> days = new TreeMap<>();
        List<Grounded<?>> steps = Stream.<Grounded<?>>concat(whole.submissions.stream(), whole.outcomes.stream())
                .sorted(Comparator.<Grounded<?>, LocalDate>comparing(Grounded::since)
                        .thenComparingLong(Grounded::place))
                .toList();
        for (int i = 0; i < steps.size(); i++) {
            LocalDate limit = approval == null ? until : approval.since();
            LocalDate next = i + 1 < steps.size() ? steps.get(i + 1).since() : limit;
            LocalDate end = next.isBefore(limit) ? next : limit;
            String board = whole.through(steps.get(i)).boardWhoseTurnItIs();
            long between = ChronoUnit.DAYS.between(steps.get(i).since(), end);
            if (board != null && between > 0) days.merge(board, between, Long::sum);
        }
        return days;
    }

    private CaseProgress through(Grounded<?> last) {
        return new CaseProgress(
                ownRoute, through(last, submissions), through(last, challenges), through(last, outcomes));
    }

    private static <T> List<Grounded<T>> through(Grounded<?> last, List<Grounded<T>> all) {
        return all.stream().filter(each -> !last.isBefore(each)).toList();
    }

    /** The first that has not passed it on, or else the last; null: it is before none. */
    private @Nullable String boardWhoseTurnItIs() {
        List<RouteStep> steps = steps();
        if (submissions.isEmpty() || steps.isEmpty() || steps.stream().anyMatch(RouteStep::ends)) return null;
        return steps.stream()
                .filter(step -> step.passedOn() == null)
                .findFirst()
                .orElse(steps.getLast())
                .board();
    }

    /** Whether each board before the last stands by what it decided, and answered where the case was referred up to it. */
    boolean hasNobodyAgainst() {
        List<RouteStep> steps = steps();
        return steps.stream()
                .limit(Math.max(0, steps.size() - 1))
                .noneMatch(step -> step.outcome() == null
                        ? step.decidedOn() != null || step.referredBy() != null
                        : !step.outcome().isInFavour());
    }
}
