package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;

/** What tests tell of decisions outside boards and of workforce controls. */
public final class OutsideHistory {

    private OutsideHistory() {}

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

    public static GovernanceFact workforceControl(String id, @Nullable String portfolio, String day) {
        return new WorkforceControlFact.WorkforceControlOpened(
                id,
                "MPS",
                WorkforceControlKind.EARLY_DEPARTURE,
                "Phase " + id,
                1,
                List.of("Wardens"),
                portfolio,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact figures(String id, @Nullable Integer offers, @Nullable Integer accepted, String day) {
        return new WorkforceControlFact.WorkforceFiguresReported(id, offers, accepted, null, null, on(day));
    }

    public static GovernanceFact controlEnded(String id, String day) {
        return new WorkforceControlFact.WorkforceControlEnded(id, null, on(day));
    }
}
