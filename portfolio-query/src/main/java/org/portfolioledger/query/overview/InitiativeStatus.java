package org.portfolioledger.query.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.Grounded;

/**
 * An open initiative.
 *
 * @param sro who is accountable; null: nobody
 * @param ratings the latest of each criterion by each assessor
 * @param businessCase the latest; null: it has none
 * @param alerts what should not be overlooked
 */
public record InitiativeStatus(
        String id,
        Grounded<String> name,
        Grounded<InitiativeLevel> level,
        Grounded<Placement> placement,
        Grounded<List<String>> owners,
        @JsonInclude @Nullable Grounded<Incumbent> sro,
        List<Grounded<ShownRating>> ratings,
        @JsonInclude @Nullable LatestCase businessCase,
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
