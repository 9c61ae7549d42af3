package org.portfolioledger.query.overview;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.benefit.BenefitsInBrief;
import org.portfolioledger.query.review.RecommendationView;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RagState;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.Role;

/**
 * What rows of several kinds hold of one initiative at a point.
 *
 * @param appointments null if nobody was ever appointed
 * @param ratings null if it was never rated
 * @param portfolio portfolio that contains it; null: none
 * @param cases its business cases, in the order in which they began
 * @param beside what boards decided on it beside them
 * @param milestones null if none was ever planned
 * @param risks its risks and issues that are not closed
 * @param conflicts dependencies of which it is an end, and that are promised for later than they are needed
 * @param besides alerts that dependencies and assessments give it
 */
public record InitiativeOverview(
        InitiativeState initiative,
        @Nullable AppointmentsState appointments,
        @Nullable RagState ratings,
        @Nullable PortfolioState portfolio,
        List<BusinessCaseState> cases,
        DecidedBeside beside,
        @Nullable MilestonesState milestones,
        OpenRisks risks,
        List<DependencyState> conflicts,
        Set<Alert> besides) {

    /** What should not be overlooked of it: the same wherever it is shown. */
    public SortedSet<Alert> alerts(Viewpoint seen) {
        SortedSet<Alert> alerts = new TreeSet<>(besides);
        alerts.addAll(initiative.alerts(appointments));
        if (!hasKnownOwners()) alerts.add(Alert.OWNER_UNKNOWN);
        alerts.addAll(Alert.of(initiative, seen));
        alerts.addAll(Alert.of(appointments, seen));
        alerts.addAll(Alert.of(ratings, seen));
        alerts.addAll(Alert.of(rated(), seen));
        alerts.addAll(Alert.of(cases, seen));
        alerts.addAll(beside.alerts(seen));
        alerts.addAll(Alert.of(milestones, seen));
        alerts.addAll(risks.alerts(seen));
        return alerts;
    }

    /** What is shown of it in the pack of a board. */
    public InitiativeStatus status(Viewpoint seen) {
        return status(seen, EnumSet.allOf(StatusPart.class), null, null, null);
    }

    /**
     * What is shown of it in the status of a portfolio.
     *
     * @param parts those that are asked for
     * @param recommendations those that are critical and open; null: not asked for
     * @param lateReports null: not asked for
     * @param benefits null: not asked for
     */
    public InitiativeStatus status(
            Viewpoint seen,
            Set<StatusPart> parts,
            @Nullable List<PartView<RecommendationView>> recommendations,
            @Nullable List<LateReport> lateReports,
            @Nullable BenefitsInBrief benefits) {
        return new InitiativeStatus(
                initiative.initiative(),
                initiative.name(),
                initiative.level(),
                initiative.placement(),
                initiative.owners(),
                sro(),
                parts.contains(StatusPart.ROLES) ? held() : null,
                rated(),
                cases.isEmpty() ? null : InitiativeStatus.LatestCase.of(cases.getLast()),
                parts.contains(StatusPart.MILESTONES) ? NextMilestones.of(milestones, seen) : null,
                parts.contains(StatusPart.RISKS) ? TopRisk.of(risks, portfolio) : null,
                parts.contains(StatusPart.CONFLICTS)
                        ? conflicts.stream().map(ConflictOfInitiative::of).toList()
                        : null,
                recommendations,
                lateReports,
                benefits,
                alerts(seen));
    }

    /** By role who holds it; a role that nobody holds is absent. */
    private SortedMap<Role, Grounded<Incumbent>> held() {
        SortedMap<Role, Grounded<Incumbent>> held = new TreeMap<>();
        if (appointments == null) return held;
        for (Role role : appointments.roles().keySet()) {
            Grounded<Incumbent> incumbent = appointments.incumbent(role);
            if (incumbent != null) held.put(role, incumbent);
        }
        return held;
    }

    private boolean hasKnownOwners() {
        Set<String> groups =
                portfolio == null ? Set.of() : portfolio.businessGroups().keySet();
        return initiative.owners().value().stream()
                .allMatch(owner -> groups.stream().anyMatch(owner::equalsIgnoreCase));
    }

    /** The latest assessments, each with its grounds. */
    public List<Grounded<ShownRating>> rated() {
        return ratings == null
                ? List.of()
                : List.copyOf(RatingPortfolios.shown(ratings, portfolio).values());
    }

    /** Who is accountable for it, if anybody. */
    public @Nullable Grounded<Incumbent> sro() {
        return appointments == null ? null : appointments.incumbent(Role.SRO);
    }
}
