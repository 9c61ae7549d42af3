package org.portfolioledger.query.naive;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.CaseMeasure;
import org.portfolioledger.events.InitiativeFact.ExitOutcome;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasEnded;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasGiven;
import org.portfolioledger.events.InitiativeFact.InitiativeAttributesChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeExited;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeMerged;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.InitiativeSplit;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.InitiativeFact.Tier;

/** Makes facts about initiatives. */
final class HostileInitiatives extends HostileFamily {

    HostileInitiatives(HostileFacts all) {
        super(all);
        makers.put(
                InitiativeOpened.class,
                id -> new InitiativeOpened(
                        id,
                        register(id),
                        any(InitiativeLevel.values()),
                        name(),
                        maybe("Formerly"),
                        maybe(any(Tier.values())),
                        random.nextInt(8) == 0 ? null : placement(id),
                        texts("TP", "SCD"),
                        random.nextInt(4) == 0 ? List.of(near("initiative", id)) : List.of(),
                        attributes(),
                        on()));
        makers.put(InitiativeRenamed.class, id -> new InitiativeRenamed(id, name(), maybe("why"), on()));
        makers.put(
                InitiativeExited.class,
                id -> new InitiativeExited(
                        id,
                        "done",
                        random.nextInt(10) == 0 ? 3L : null,
                        maybe("the board"),
                        random.nextBoolean()
                                ? new ExitOutcome(
                                        random.nextBoolean() ? near("business-case", id) : null,
                                        any(CaseMeasure.values()),
                                        maybe("so so"))
                                : null,
                        maybe(holder()),
                        on()));
        makers.put(InitiativeSplit.class, id -> new InitiativeSplit(id, near("initiative", id), maybe("why"), on()));
        makers.put(InitiativeMerged.class, id -> new InitiativeMerged(id, near("initiative", id), "one team", on()));
        makers.put(
                InitiativeAliasGiven.class,
                id -> new InitiativeAliasGiven(id, any("GMPP", "IPA"), any("A-1", "A-2", "A-3"), on()));
        makers.put(
                InitiativeAliasEnded.class, id -> new InitiativeAliasEnded(id, any("GMPP", "IPA"), maybe("why"), on()));
        makers.put(
                InitiativeAttributesChanged.class,
                id -> new InitiativeAttributesChanged(
                        id,
                        random.nextBoolean() ? any(InitiativeLevel.values()) : null,
                        random.nextBoolean() ? any(Tier.values()) : null,
                        attributes(),
                        random.nextBoolean() ? List.copyOf(attributes().keySet()) : List.of(),
                        maybe("why"),
                        on()));
        makers.put(
                InitiativeMoved.class,
                id -> new InitiativeMoved(id, placement(id), maybe("the Board"), maybe("merged"), on()));
        makers.put(
                InitiativeOwnersChanged.class, id -> new InitiativeOwnersChanged(id, texts("TP", "SCD"), null, on()));
        makers.put(
                InitiativeClosed.class,
                id -> new InitiativeClosed(
                        id, "done", random.nextBoolean() ? List.of(near("initiative", id)) : List.of(), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return InitiativeFact.class;
    }

    @Override
    String kind() {
        return "initiative";
    }

    @Override
    Some some() {
        return new Some("PG", 4, InitiativeOpened.class);
    }

    /** In a portfolio, under an initiative before it (so that none is above itself), or nowhere. */
    private Placement placement(String id) {
        int n = number(id);
        if (n > 0 && random.nextInt(3) == 0) return new Placement(near("initiative", id, random.nextInt(n)), null);
        return new Placement(null, random.nextInt(6) == 0 ? null : near("portfolio", id));
    }
}
