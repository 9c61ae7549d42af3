package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;

/** What tests tell of workforce controls. */
public final class WorkforceControlHistory {

    private WorkforceControlHistory() {}

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
