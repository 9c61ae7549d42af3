package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;

/** What tests tell of decisions outside boards. */
public final class OutsideDecisionHistory {

    private OutsideDecisionHistory() {}

    public static GovernanceFact outsideDecision(
            String id, OutsideOutcome outcome, List<String> initiatives, @Nullable String portfolio, String day) {
        return new OutsideDecisionFact.OutsideDecisionRecorded(
                id,
                "MPS",
                "Strategy",
                OutsideDecisionKind.STRATEGY,
                outcome,
                "so it is said",
                null,
                null,
                initiatives,
                portfolio,
                List.of(),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact outsideProgress(String id, OutsideOutcome outcome, String wording, String day) {
        return new OutsideDecisionFact.OutsideDecisionProgressed(
                id, outcome, wording, null, "Mayor", List.of(), on(day));
    }

    public static GovernanceFact superseded(String id, String by, String day) {
        return new OutsideDecisionFact.OutsideDecisionSuperseded(id, by, null, null, on(day));
    }
}
