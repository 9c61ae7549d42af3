package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyAgreementWithdrawn;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyNeedChanged;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyReviewed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;

/** What tests record of dependencies. */
public final class DependencyFacts {

    private DependencyFacts() {}

    public static DependencyProposed dependency(String id, DependencyEnd giver, DependencyEnd receiver, String day) {
        return new DependencyProposed(
                id,
                "ACME",
                giver,
                receiver,
                DependencyType.INTER_PROGRAMME,
                Importance.HIGH,
                "Loan agreements",
                day(day).plusYears(1),
                null,
                on(day));
    }

    public static DependencyAgreed agreed(String id, DependencySide side, String day) {
        return new DependencyAgreed(id, side, null, on(day));
    }

    public static DependencyAgreementWithdrawn noLongerAgreed(String id, DependencySide side, String day) {
        return new DependencyAgreementWithdrawn(id, side, "other plans", on(day));
    }

    public static DependencyNeedChanged needed(String id, String neededBy, String day) {
        return new DependencyNeedChanged(id, day(neededBy), null, on(day));
    }

    public static DependencyReviewed seen(
            String id, DependencySide side, DependencyOutlook outlook, @Nullable String reviewBy, String day) {
        return new DependencyReviewed(id, side, outlook, null, null, reviewBy == null ? null : day(reviewBy), on(day));
    }

    public static DependencyPromised promised(String id, String promisedFor, String day) {
        return new DependencyPromised(id, day(promisedFor), null, on(day));
    }

    public static DependencyStatusUpdated status(String id, DependencyStatus status, String day) {
        return new DependencyStatusUpdated(id, status, null, on(day));
    }
}
