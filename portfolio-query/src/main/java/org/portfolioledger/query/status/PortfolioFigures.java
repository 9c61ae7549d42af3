package org.portfolioledger.query.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portfolioledger.events.ReportingCycleFact.SubmissionStatus;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.PortfolioMembers.CountedRating;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.cycle.CycleSubmissions;
import org.portfolioledger.query.overview.LateReport;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.review.ReviewsOfInitiatives;
import org.portfolioledger.query.risk.PortfolioRisks;
import org.portfolioledger.query.status.StatusTotals.Figure;
import org.portfolioledger.query.status.StatusTotals.RisksOnLevel;
import org.portfolioledger.query.status.StatusTotals.SubmissionsOfCycle;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.ReportingCycleState;
import org.portfolioledger.state.RiskState;
import org.springframework.stereotype.Component;

/** Counts over all initiatives of a portfolio what a board looks at. */
@Component
final class PortfolioFigures {

    private static final Set<SubmissionStatus> LATE =
            EnumSet.of(SubmissionStatus.MISSING, SubmissionStatus.INCOMPLETE, SubmissionStatus.LATE);

    private final PortfolioMembers members;
    private final Rows rows;
    private final PortfolioRisks risks;
    private final CycleSubmissions submissions;

    PortfolioFigures(PortfolioMembers members, Rows rows, PortfolioRisks risks, CycleSubmissions submissions) {
        this.members = members;
        this.rows = rows;
        this.risks = risks;
        this.submissions = submissions;
    }

    /** The path of the status of a portfolio at a point. */
    static String status(TimePoint point, String portfolio) {
        return new Paths(point, portfolio).of("status", "");
    }

    /** How many of its open initiatives are rated how. */
    List<RatingCount> ratings(TimePoint point, String portfolio) {
        return ratings(point, members.countedIn(point, portfolio));
    }

    /** The same of ratings that were counted. */
    List<RatingCount> ratings(TimePoint point, List<CountedRating> counted) {
        Set<String> ids = counted.stream().map(CountedRating::portfolio).collect(Collectors.toSet());
        Map<String, PortfolioState> portfolios =
                rows
                        .where(point, Kinds.PORTFOLIO, "r.id = any(:ids)", Map.of("ids", ids.toArray(String[]::new)))
                        .stream()
                        .collect(Collectors.toMap(Known::id, Known::state));
        return RatingCount.of(counted, portfolios);
    }

    StatusTotals at(TimePoint point, String portfolio) {
        Paths paths = new Paths(point, portfolio);
        NavigableSet<String> all = new TreeSet<>();
        NavigableSet<String> open = new TreeSet<>();
        for (Known<InitiativeState> member : members.everBelongingTo(point, portfolio)) {
            all.add(member.id());
            if (member.state().isOpen()) open.add(member.id());
        }
        List<Set<Alert>> milestones = milestones(point, open);
        return new StatusTotals(
                new Figure(members.openIds(point, portfolio).size(), paths.of("status", "")),
                new Figure(count(milestones, Alert.MILESTONE_OVERDUE), paths.of("milestones", "overdue=TRUE&")),
                new Figure(
                        count(milestones, Alert.MILESTONE_SLIPPED),
                        paths.of("milestones", "status=PLANNED&slippedBy=1&")),
                risks(point, portfolio, paths),
                new Figure(conflicts(point, all), paths.of("dependencies", "conflict=TRUE&")),
                new Figure(
                        criticalRecommendations(point, portfolio, all),
                        paths.of("recommendations", "grade=CRITICAL_DO_NOW&open=TRUE&")),
                lateReports(point, portfolio, paths));
    }

    /** Where lists are at the same point. */
    private record Paths(TimePoint point, String portfolio) {

        String of(String list, String filters) {
            return "/api/v1/portfolios/" + portfolio + "/" + list + "?" + filters + at();
        }

        String submissions(String cycle) {
            return "/api/v1/reporting-cycles/" + cycle + "/submissions?" + at();
        }

        private String at() {
            return "asOf=" + point.asOf() + "&knownAt=" + point.knownAt();
        }
    }

    /** Of each milestone of some initiatives, what should not be overlooked. */
    private List<Set<Alert>> milestones(TimePoint point, Collection<String> initiatives) {
        if (initiatives.isEmpty()) return List.of();
        Among among = Among.ofIds(initiatives);
        List<Set<Alert>> alerts = new ArrayList<>();
        for (Known<MilestonesState> known : rows.where(point, Kinds.MILESTONES, among.condition(), among.values())) {
            MilestonesState state = known.state();
            state.milestones()
                    .values()
                    .forEach(milestone -> alerts.add(
                            milestone.alerts(state.slippage(milestone, state.lastBaseline()), point.asOf())));
        }
        return alerts;
    }

    private static long count(List<Set<Alert>> all, Alert alert) {
        return all.stream().filter(alerts -> alerts.contains(alert)).count();
    }

    private List<RisksOnLevel> risks(TimePoint point, String portfolio, Paths paths) {
        List<RiskState> counted = risks.countedOnce(point, portfolio);
        List<RisksOnLevel> levels = new ArrayList<>();
        for (RiskLevel level : RiskLevel.values()) {
            List<RiskState> on = counted.stream()
                    .filter(risk -> risk.level().value() == level)
                    .toList();
            if (!on.isEmpty())
                levels.add(new RisksOnLevel(
                        level,
                        on.size(),
                        on.stream().filter(RiskState::isCritical).count(),
                        paths.of("risk-heat-map", "level=" + level + "&")));
        }
        return levels;
    }

    private long conflicts(TimePoint point, Set<String> initiatives) {
        Among among = Among.referringTo(
                initiatives.stream().map(Kinds.INITIATIVE::stream).toList());
        return rows.where(point, Kinds.DEPENDENCY, among.condition(), among.values()).stream()
                .map(Known::state)
                .filter(DependencyState::isConflict)
                .count();
    }

    private long criticalRecommendations(TimePoint point, String portfolio, Set<String> initiatives) {
        return ReviewsOfInitiatives.at(rows, point, initiatives, Set.of(portfolio)).stream()
                .flatMap(review -> review.recommendations().values().stream())
                .filter(StatusParts::isCritical)
                .count();
    }

    private List<SubmissionsOfCycle> lateReports(TimePoint point, String portfolio, Paths paths) {
        List<SubmissionsOfCycle> late = new ArrayList<>();
        for (ReportingCycleState cycle : LateReport.openCycles(rows, point, portfolio)) {
            Map<SubmissionStatus, Long> counts = submissions.counts(point, cycle);
            if (counts.keySet().stream().anyMatch(LATE::contains))
                late.add(new SubmissionsOfCycle(
                        cycle.reportingCycle(),
                        counts.getOrDefault(SubmissionStatus.MISSING, 0L),
                        counts.getOrDefault(SubmissionStatus.INCOMPLETE, 0L),
                        counts.getOrDefault(SubmissionStatus.LATE, 0L),
                        paths.submissions(cycle.reportingCycle())));
        }
        return late;
    }
}
