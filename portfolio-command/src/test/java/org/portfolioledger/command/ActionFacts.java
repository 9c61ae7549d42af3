package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionHandedOn;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.ActionFact.ActionProgressed;
import org.portfolioledger.events.ActionFact.ActionRescheduled;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;

/** What tests record of actions. */
public final class ActionFacts {

    private ActionFacts() {}

    public static ActionOpened action(String id, String owner, @Nullable String dueOn, String day) {
        return new ActionOpened(
                id,
                "ACME",
                "Confirm the loan",
                new Holder(owner, null),
                dueOn == null ? null : day(dueOn),
                null,
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static ActionProgressed actionProgress(String id, String progress, String day) {
        return new ActionProgressed(id, progress, on(day));
    }

    public static ActionHandedOn handedOn(String id, String owner, String day) {
        return new ActionHandedOn(id, new Holder(owner, null), null, on(day));
    }

    public static ActionRescheduled actionDue(String id, String dueOn, String day) {
        return new ActionRescheduled(id, day(dueOn), null, on(day));
    }

    public static ActionDone done(String id, String day) {
        return new ActionDone(id, List.of(new Citation(null, "Letter")), null, on(day));
    }

    public static ActionDropped dropped(String id, String day) {
        return new ActionDropped(id, "Not needed", on(day));
    }
}
