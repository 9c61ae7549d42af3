package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;

/** One full life of a dependency: every fact of the family, and every field of its state. */
final class DependencyLife {

    private DependencyLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.DEPENDENCY)
                .then(new DependencyFact.DependencyProposed(
                        "DP-1",
                        "MPS",
                        new DependencyEnd("PJ-043", null),
                        new DependencyEnd(null, "Property Services"),
                        DependencyType.ENABLING_AREA,
                        Importance.CRITICAL,
                        "shape of the estate",
                        LocalDate.parse("2012-03-31"),
                        "BILATERAL",
                        VAGUE))
                .then(new DependencyFact.DependencyAgreed("DP-1", DependencySide.RECEIVER, null, on("2011-07-01")))
                .then(new DependencyFact.DependencyAgreed("DP-1", DependencySide.GIVER, "PN-031", on("2011-08-01")))
                .then(new DependencyFact.DependencyPromised(
                        "DP-1", LocalDate.parse("2012-06-30"), null, on("2011-09-01")))
                .then(new DependencyFact.DependencyNeedChanged(
                        "DP-1", LocalDate.parse("2012-05-31"), "later", on("2011-10-01")))
                .then(new DependencyFact.DependencyReviewed(
                        "DP-1",
                        DependencySide.RECEIVER,
                        DependencyOutlook.WILL_BE_LATE,
                        "no consent",
                        "PN-031",
                        LocalDate.parse("2012-01-31"),
                        on("2011-11-01")))
                .then(new DependencyFact.DependencyAgreementWithdrawn(
                        "DP-1", DependencySide.RECEIVER, "other plans", on("2011-12-01")))
                .then(new DependencyFact.DependencyStatusUpdated(
                        "DP-1", DependencyStatus.MISSED, null, on("2012-04-01")));
    }
}
