package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.events.GovernanceFact;

/** What tests tell of dependencies. */
public final class DependencyHistory {

    private DependencyHistory() {}

    public static GovernanceFact dependency(String id, String giver, String receiver, String neededBy, String day) {
        return new DependencyFact.DependencyProposed(
                id,
                "MPS",
                new DependencyEnd(giver, null),
                new DependencyEnd(receiver, null),
                DependencyType.INTER_PROGRAMME,
                Importance.HIGH,
                "needs it",
                LocalDate.parse(neededBy),
                null,
                on(day));
    }

    public static GovernanceFact promised(String dependency, String promisedFor, String day) {
        return new DependencyFact.DependencyPromised(dependency, LocalDate.parse(promisedFor), null, on(day));
    }
}
