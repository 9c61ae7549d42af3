package org.portfolioledger.query.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.benefit.BenefitsInBrief;
import org.portfolioledger.query.milestone.MilestoneView;
import org.portfolioledger.query.review.RecommendationView;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.Role;

/**
 * An open initiative.
 *
 * @param sro who is accountable; null: nobody
 * @param roles by role who holds it; absent if it is not asked for, as is each of the following that may be absent
 * @param ratings the latest of each criterion by each assessor, with its trend
 * @param businessCase the latest; null: it has none
 * @param milestones the next that are expected, and those that are overdue, each against the baseline in force
 * @param risks those with the highest residual scores by a scheme of its portfolio
 * @param conflicts dependencies that are promised to it, or by it, for later than they are needed
 * @param recommendations those that are critical and open
 * @param lateReports reporting cycles of the portfolio for which it is late
 * @param benefits its own, without those of initiatives below it; absent also where none counts
 * @param alerts what should not be overlooked
 */
public record InitiativeStatus(
        String id,
        Grounded<String> name,
        Grounded<InitiativeLevel> level,
        Grounded<Placement> placement,
        Grounded<List<String>> owners,
        @JsonInclude @Nullable Grounded<Incumbent> sro,
        @Nullable SortedMap<Role, Grounded<Incumbent>> roles,
        List<Grounded<ShownRating>> ratings,
        @JsonInclude @Nullable LatestCase businessCase,
        @Nullable List<PartView<MilestoneView>> milestones,
        @Nullable List<TopRisk> risks,
        @Nullable List<ConflictOfInitiative> conflicts,
        @Nullable List<PartView<RecommendationView>> recommendations,
        @Nullable List<LateReport> lateReports,
        @Nullable BenefitsInBrief benefits,
        SortedSet<Alert> alerts) {

    /**
     * A business case.
     *
     * @param stage absent where the source does not state it
     * @param lastOutcome what a board decided last; null: none decided yet
     */
    public record LatestCase(
            String id,
            Grounded<String> title,
            @Nullable Grounded<CaseStage> stage,
            @JsonInclude @Nullable Grounded<Outcome> lastOutcome) {

        static LatestCase of(BusinessCaseState latest) {
            return new LatestCase(
                    latest.businessCase(),
                    latest.title(),
                    latest.stage(),
                    latest.outcomes().isEmpty() ? null : latest.outcomes().getLast());
        }
    }
}
