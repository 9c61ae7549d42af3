package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlOpened;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlRescheduled;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;
import org.portfolioledger.vocabulary.Citation;

/** What tests record of decisions outside boards and of workforce controls. */
public final class OutsideFacts {

    private OutsideFacts() {}

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

    public static WorkforceControlOpened workforceControl(String id, @Nullable String lastDay, String day) {
        return new WorkforceControlOpened(
                id,
                "ACME",
                WorkforceControlKind.EARLY_DEPARTURE,
                "First phase",
                1,
                List.of("Wardens"),
                null,
                lastDay == null ? null : day(lastDay),
                new TreeMap<>(),
                on(day));
    }

    public static WorkforceFiguresReported figures(
            String id, @Nullable Integer offers, @Nullable Integer accepted, String day) {
        return new WorkforceFiguresReported(id, offers, accepted, null, null, on(day));
    }

    public static WorkforceControlRescheduled controlUntil(String id, String lastDay, String day) {
        return new WorkforceControlRescheduled(id, day(lastDay), null, on(day));
    }

    public static WorkforceControlEnded controlEnded(String id, String day) {
        return new WorkforceControlEnded(id, "All answered", on(day));
    }
}
