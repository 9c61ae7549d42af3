package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingChanged;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingLifted;
import org.portfolioledger.vocabulary.Marking;

/** What tests tell of protective markings. */
public final class ProtectiveMarkingHistory {

    private ProtectiveMarkingHistory() {}

    public static GovernanceFact entityMarked(String id, String entity, Marking marking, String day) {
        return new EntityMarked(id, "MPS", entity, marking, null, null, null, on(day));
    }

    public static GovernanceFact markingChanged(
            String id, @Nullable Marking marking, @Nullable Publication publication, String day) {
        return new ProtectiveMarkingChanged(id, marking, publication, null, null, on(day));
    }

    public static GovernanceFact markingLifted(String id, String day) {
        return new ProtectiveMarkingLifted(id, null, on(day));
    }
}
