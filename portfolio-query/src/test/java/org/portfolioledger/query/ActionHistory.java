package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;

/** What tests tell of actions. */
public final class ActionHistory {

    private ActionHistory() {}

    /** An action of a person; no day: it is due on none. */
    public static GovernanceFact action(String id, @Nullable String initiative, @Nullable String dueOn, String day) {
        return new ActionFact.ActionOpened(
                id,
                "MPS",
                "Confirm the loan",
                new Holder("P-1", null),
                dueOn == null ? null : LocalDate.parse(dueOn),
                initiative,
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact handedOn(String action, String post, String day) {
        return new ActionFact.ActionHandedOn(action, new Holder(null, post), null, on(day));
    }

    public static GovernanceFact done(String action, String day) {
        return new ActionFact.ActionDone(action, List.of(new Citation(null, "Letter")), null, on(day));
    }
}
