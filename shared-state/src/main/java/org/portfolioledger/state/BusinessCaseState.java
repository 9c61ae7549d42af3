package org.portfolioledger.state;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.CaseDimension;
import org.portfolioledger.vocabulary.CaseStage;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.Waiver;

/**
 * A business case and how far it has come.
 *
 * @param route boards in the order in which they decide
 * @param precedingCase id of the case of the stage before it
 * @param versions by number
 * @param submissions in order
 * @param outcomes what boards decided, in order
 */
public record BusinessCaseState(
        String businessCase,
        String register,
        String initiative,
        @Nullable Grounded<CaseStage> stage,
        Grounded<String> title,
        Grounded<List<String>> route,
        @Nullable Grounded<String> precedingCase,
        Grounded<List<String>> owners,
        Grounded<SortedMap<String, String>> attributes,
        SortedMap<Integer, Grounded<Version>> versions,
        List<Grounded<Submission>> submissions,
        List<Grounded<Outcome>> outcomes) {

    /** One version of the case. */
    public record Version(int version, Money cost, Paper paper, List<CaseDimension> dimensions) {}

    /** A version put to the boards. */
    public record Submission(int version, String submittedBy) {}

    /**
     * What a board decided.
     *
     * @param finalApproval true if it is {@code APPROVED} by the last board of the route
     */
    public record Outcome(
            @Nullable String board,
            @Nullable Integer version,
            @Nullable BoardOutcome outcome,
            @Nullable String outcomeAsStated,
            boolean finalApproval,
            @Nullable String meeting,
            List<Paper> papers,
            @Nullable Integer attendance,
            List<String> decidedBy,
            List<String> conditions,
            @Nullable String rationale,
            @Nullable Waiver waiver,
            @Nullable String ultraVires,
            SortedMap<String, String> attributes) {}

    static @Nullable BusinessCaseState evolve(
            @Nullable BusinessCaseState state, BusinessCaseFact fact, Grounds grounds) {
        if (fact instanceof BusinessCaseOpened opened) return opened(state, opened, grounds);
        if (state == null) return null;
        return switch (fact) {
            case BusinessCaseOpened _ -> state;
            case BusinessCaseVersionRecorded versioned ->
                state.with(
                        Copies.with(state.versions, versioned.version(), grounds.ground(version(versioned))),
                        state.submissions,
                        state.outcomes);
            case BusinessCaseSubmitted submitted ->
                state.with(
                        state.versions,
                        Copies.with(state.submissions, grounds.ground(submission(submitted))),
                        state.outcomes);
            case BusinessCaseDecided decided ->
                state.with(
                        state.versions,
                        state.submissions,
                        Copies.with(state.outcomes, grounds.ground(state.outcome(decided))));
        };
    }

    /** The final approval, if the case has one. */
    public @Nullable Grounded<Outcome> finalApproval() {
        return outcomes.stream()
                .filter(outcome -> outcome.value().finalApproval())
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private static BusinessCaseState opened(
            @Nullable BusinessCaseState before, BusinessCaseOpened opened, Grounds grounds) {
        return new BusinessCaseState(
                opened.businessCase(),
                opened.register(),
                opened.initiative(),
                opened.stage() == null ? null : grounds.ground(opened.stage()),
                grounds.ground(opened.title()),
                grounds.ground(opened.route()),
                opened.precedingCase() == null ? null : grounds.ground(opened.precedingCase()),
                grounds.ground(opened.owners()),
                grounds.ground(opened.attributes()),
                before == null ? new TreeMap<>() : before.versions,
                before == null ? List.of() : before.submissions,
                before == null ? List.of() : before.outcomes);
    }

    private Outcome outcome(BusinessCaseDecided decided) {
        boolean byLastBoard =
                !route.value().isEmpty() && route.value().getLast().equals(decided.board());
        return new Outcome(
                decided.board(),
                decided.version(),
                decided.outcome(),
                decided.outcomeAsStated(),
                byLastBoard && decided.outcome() == BoardOutcome.APPROVED,
                decided.meeting(),
                decided.papers(),
                decided.attendance(),
                decided.decidedBy(),
                decided.conditions(),
                decided.rationale(),
                decided.waiver(),
                decided.ultraVires(),
                decided.attributes());
    }

    private static Submission submission(BusinessCaseSubmitted submitted) {
        return new Submission(submitted.version(), submitted.submittedBy());
    }

    private static Version version(BusinessCaseVersionRecorded versioned) {
        return new Version(versioned.version(), versioned.cost(), versioned.paper(), versioned.dimensions());
    }

    /** The same case, further on. */
    private BusinessCaseState with(
            SortedMap<Integer, Grounded<Version>> newVersions,
            List<Grounded<Submission>> newSubmissions,
            List<Grounded<Outcome>> newOutcomes) {
        return new BusinessCaseState(
                businessCase,
                register,
                initiative,
                stage,
                title,
                route,
                precedingCase,
                owners,
                attributes,
                newVersions,
                newSubmissions,
                newOutcomes);
    }
}
