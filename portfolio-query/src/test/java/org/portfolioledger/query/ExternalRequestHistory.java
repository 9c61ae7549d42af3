package org.portfolioledger.query;

import static org.portfolioledger.query.History.date;
import static org.portfolioledger.query.History.on;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Holder;

/** What tests tell of requests of overseeing bodies. */
public final class ExternalRequestHistory {

    private ExternalRequestHistory() {}

    public static GovernanceFact externalRequest(String id, String board, @Nullable String dueOn, String day) {
        return new ExternalRequestFact.ExternalRequestMade(
                id, "MPS", board, "8", "Report", date(dueOn), null, null, null, new TreeMap<>(), on(day));
    }

    public static GovernanceFact requestAssigned(String id, String post, String day) {
        return new ExternalRequestFact.ExternalRequestAssigned(id, new Holder(null, post), null, on(day));
    }

    public static GovernanceFact requestPromised(String id, String promise, String promisedFor, String day) {
        return new ExternalRequestFact.ExternalRequestPromised(id, promise, date(promisedFor), on(day));
    }

    public static GovernanceFact answered(String id, String document, String day) {
        return new ExternalRequestFact.ExternalRequestAnswered(id, document, null, on(day));
    }
}
