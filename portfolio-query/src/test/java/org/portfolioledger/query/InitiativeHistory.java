package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeAttributesChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.vocabulary.Provenance;

/** What tests tell of initiatives. */
public final class InitiativeHistory {

    private InitiativeHistory() {}

    public static GovernanceFact initiative(String id, String name, Placement placement, Provenance provenance) {
        return new InitiativeOpened(
                id,
                "MPS",
                InitiativeLevel.PROGRAMME,
                name,
                null,
                null,
                placement,
                List.of(),
                List.of(),
                new TreeMap<>(),
                provenance);
    }

    public static GovernanceFact initiative(String id, String name, @Nullable String portfolio, String day) {
        return initiative(id, name, new Placement(null, portfolio), on(day));
    }

    public static GovernanceFact renamed(String id, String name, String day) {
        return new InitiativeRenamed(id, name, null, on(day));
    }

    /** The initiative is one of another level. */
    public static GovernanceFact levelChanged(String id, InitiativeLevel level, String day) {
        return new InitiativeAttributesChanged(id, level, null, new TreeMap<>(), List.of(), null, on(day));
    }

    public static GovernanceFact closed(String id, String day) {
        return new InitiativeClosed(id, "done", List.of(), on(day));
    }
}
