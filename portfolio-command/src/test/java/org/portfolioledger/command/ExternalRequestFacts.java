package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAnswered;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAssigned;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestMade;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestPromised;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestReopened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestRescheduled;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestWithdrawn;
import org.portfolioledger.vocabulary.Holder;

/** What tests record of requests of overseeing bodies. */
public final class ExternalRequestFacts {

    private ExternalRequestFacts() {}

    public static ExternalRequestMade externalRequest(String id, String board, @Nullable String dueOn, String day) {
        return new ExternalRequestMade(
                id,
                "ACME",
                board,
                "8",
                "Report",
                dueOn == null ? null : day(dueOn),
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static ExternalRequestAssigned requestAssigned(String id, String person, String day) {
        return new ExternalRequestAssigned(id, new Holder(person, null), null, on(day));
    }

    public static ExternalRequestRescheduled requestDue(String id, String dueOn, String day) {
        return new ExternalRequestRescheduled(id, day(dueOn), null, on(day));
    }

    public static ExternalRequestPromised requestPromised(String id, @Nullable String promisedFor, String day) {
        return new ExternalRequestPromised(id, "A table", promisedFor == null ? null : day(promisedFor), on(day));
    }

    public static ExternalRequestAnswered requestAnswered(String id, @Nullable String document, String day) {
        return new ExternalRequestAnswered(id, document, null, on(day));
    }

    public static ExternalRequestReopened requestReopened(String id, @Nullable String dueOn, String day) {
        return new ExternalRequestReopened(id, "No figures", dueOn == null ? null : day(dueOn), on(day));
    }

    public static ExternalRequestWithdrawn requestWithdrawn(String id, String day) {
        return new ExternalRequestWithdrawn(id, "Dissolved", on(day));
    }
}
