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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReportingCycleFact.SubmissionStatus;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.query.answer.Href;
import org.portfolioledger.query.answer.LinkedCount;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.PortfolioMembers.CountedRating;
import org.portfolioledger.query.answer.PortfolioMembers.RatedInitiative;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.benefit.BenefitCounts;
import org.portfolioledger.query.cycle.CycleSubmissions;
import org.portfolioledger.query.figures.FiguresScope;
import org.portfolioledger.query.overview.LateReport;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.review.ReviewsOfInitiatives;
import org.portfolioledger.query.risk.PortfolioRisks;
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
    private final BenefitCounts benefits;

    PortfolioFigures(
            PortfolioMembers members,
            Rows rows,
            PortfolioRisks risks,
            CycleSubmissions submissions,
            BenefitCounts benefits) {
        this.benefits = benefits;
        this.members = members;
        this.rows = rows;
        this.risks = risks;
        this.submissions = submissions;
    }

    /** The path of the status of a portfolio at a point. */
    static String status(TimePoint point, String portfolio) {
        return new Paths(point, portfolio).of("status");
    }

    /** How many of its open initiatives are rated how. */
    List<RatingCount> ratings(TimePoint point, String portfolio) {
        return ratings(point, portfolio, members.countedIn(point, portfolio));
    }

    /** The same of ratings that were counted. */
    List<RatingCount> ratings(TimePoint point, String portfolio, List<CountedRating> counted) {
        return RatingCount.of(point, portfolio, counted, portfolios(point, counted.stream()));
    }

    private Map<String, PortfolioState> portfolios(TimePoint point, Stream<CountedRating> rated) {
        String[] ids = rated.map(CountedRating::portfolio).distinct().toArray(String[]::new);
        return rows.where(point, Kinds.PORTFOLIO, "r.id = any(:ids)", Map.of("ids", ids)).stream()
                .collect(Collectors.toMap(Known::id, Known::state));
    }

    /** The ratings of a portfolio, to be compared with those at the next point; null: it is not there. */
    @Nullable
    Rated rated(TimePoint point, String portfolio) {
        return rows.one(point, Kinds.PORTFOLIO, portfolio).isEmpty()
                ? null
                : new Rated(point, members.ratedIn(point, portfolio));
    }

    /** Ratings at a point. */
    record Rated(TimePoint point, List<RatedInitiative> ratings) {}

    /** How many ratings of a portfolio are better or worse than at another point; null: it is not there at both. */
    @Nullable
    RatingMovement movement(String portfolio, @Nullable Rated before, @Nullable Rated now) {
        if (before == null || now == null) return null;
        return RatingMovement.of(
                before.ratings(),
                now.ratings(),
                portfolios(now.point(), now.ratings().stream().map(RatedInitiative::rating)),
                Paths.changes(portfolio, before.point(), now.point()));
    }

    StatusTotals at(TimePoint point, PortfolioState state) {
        String portfolio = state.portfolio();
        Paths paths = new Paths(point, portfolio);
        NavigableSet<String> all = new TreeSet<>();
        NavigableSet<String> open = new TreeSet<>();
        List<Known<InitiativeState>> ever = members.everBelongingTo(point, portfolio);
        for (Known<InitiativeState> member : ever) {
            all.add(member.id());
            if (member.state().isOpen()) open.add(member.id());
        }
        List<Set<Alert>> milestones = milestones(point, open);
        return new StatusTotals(
                new LinkedCount(members.openIds(point, portfolio).size(), paths.of("status")),
                new LinkedCount(
                        count(milestones, Alert.MILESTONE_OVERDUE), paths.of("milestones", Map.of("overdue", "TRUE"))),
                new LinkedCount(
                        count(milestones, Alert.MILESTONE_SLIPPED),
                        paths.of("milestones", Map.of("status", "PLANNED", "slippedBy", "1"))),
                risks(point, portfolio, paths),
                new LinkedCount(conflicts(point, all), paths.of("dependencies", Map.of("conflict", "TRUE"))),
                new LinkedCount(
                        criticalRecommendations(point, portfolio, all),
                        paths.of("recommendations", Map.of("grade", "CRITICAL_DO_NOW", "open", "TRUE"))),
                lateReports(point, portfolio, paths),
                benefits.inBrief(point, FiguresScope.ofPortfolio(portfolio, ever), state));
    }

    /** Where lists are at the same point. */
    private record Paths(TimePoint point, String portfolio) {

        String of(String list) {
            return of(list, Map.of());
        }

        String of(String list, Map<String, String> filters) {
            return Href.at(point, "/api/v1/portfolios/" + portfolio + "/" + list, filters);
        }

        /** What became of ratings from one point to another. */
        static String changes(String portfolio, TimePoint from, TimePoint to) {
            return "/api/v1/portfolios/%s/changes?from=%s&kind=rag&to=%s".formatted(portfolio, named(from), named(to));
        }

        private static String named(TimePoint point) {
            return point.asOf() + "@position:" + point.position();
        }

        String submissions(String cycle) {
            return Href.at(point, "/api/v1/reporting-cycles/" + cycle + "/submissions", Map.of());
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
                        paths.of("risk-heat-map", Map.of("level", level.name()))));
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
