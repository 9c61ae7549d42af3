package org.portfolioledger.query.overview;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
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
 * @param besides alerts that dependencies and assessments give it
 */
public record InitiativeOverview(
        InitiativeState initiative,
        @Nullable AppointmentsState appointments,
        @Nullable RagState ratings,
        @Nullable PortfolioState portfolio,
        List<BusinessCaseState> cases,
        DecidedBeside beside,
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
        return alerts;
    }

    /** What is shown of it in the status of a portfolio. */
    public InitiativeStatus status(Viewpoint seen) {
        return new InitiativeStatus(
                initiative.initiative(),
                initiative.name(),
                initiative.level(),
                initiative.placement(),
                initiative.owners(),
                sro(),
                rated(),
                cases.isEmpty() ? null : InitiativeStatus.LatestCase.of(cases.getLast()),
                alerts(seen));
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
