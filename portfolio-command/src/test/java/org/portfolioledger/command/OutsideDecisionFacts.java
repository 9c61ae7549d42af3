package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.vocabulary.Citation;

/** What tests record of decisions outside boards. */
public final class OutsideDecisionFacts {

    private OutsideDecisionFacts() {}

    public static OutsideDecisionRecorded outsideDecision(String id, OutsideOutcome outcome, String day) {
        return new OutsideDecisionRecorded(
                id,
                "ACME",
                "Housing strategy",
                OutsideDecisionKind.STRATEGY,
                outcome,
                "So it is said",
                null,
                null,
                List.of(),
                null,
                evidence(outcome),
                new TreeMap<>(),
                on(day));
    }

    public static OutsideDecisionProgressed outsideProgress(String id, OutsideOutcome outcome, String day) {
        return new OutsideDecisionProgressed(id, outcome, "So it is said", null, null, evidence(outcome), on(day));
    }

    public static OutsideDecisionSuperseded superseded(String id, @Nullable String by, String day) {
        return new OutsideDecisionSuperseded(id, by, by == null ? "A later strategy" : null, null, on(day));
    }

    private static List<Citation> evidence(OutsideOutcome outcome) {
        return outcome.isTaken() ? List.of(new Citation(null, "Letter")) : List.of();
    }
}
