package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlOpened;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlRescheduled;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;

/** What tests record of workforce controls. */
public final class WorkforceControlFacts {

    private WorkforceControlFacts() {}

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
