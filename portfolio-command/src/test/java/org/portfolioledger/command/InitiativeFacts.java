package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
import org.portfolioledger.vocabulary.Holder;

/** What tests record of initiatives. */
public final class InitiativeFacts {

    private InitiativeFacts() {}

    public static InitiativeOpened initiative(String id, String day) {
        return opened(id, null, day);
    }

    public static InitiativeOpened initiativeUnder(String id, String parent, String day) {
        return opened(id, new Placement(parent, null), day);
    }

    public static InitiativeOpened initiativeIn(String id, String portfolio, String day) {
        return opened(id, new Placement(null, portfolio), day);
    }

    private static InitiativeOpened opened(String id, @Nullable Placement placement, String day) {
        return new InitiativeOpened(
                id,
                "ACME",
                InitiativeLevel.PROGRAMME,
                "New homes",
                null,
                null,
                placement,
                List.of(),
                List.of(),
                new TreeMap<>(),
                on(day));
    }

    public static InitiativeRenamed renamed(String id, String name, String day) {
        return new InitiativeRenamed(id, name, null, on(day));
    }

    public static InitiativeMoved moved(String id, Placement to, String day) {
        return new InitiativeMoved(id, to, null, null, on(day));
    }

    public static InitiativeOwnersChanged owned(String id, List<String> owners, String day) {
        return new InitiativeOwnersChanged(id, owners, null, on(day));
    }

    public static InitiativeClosed closed(String id, String day) {
        return new InitiativeClosed(id, "Delivered", List.of(), on(day));
    }

    public static InitiativeSplit split(String id, String into, String day) {
        return new InitiativeSplit(id, into, null, on(day));
    }

    public static InitiativeMerged merged(String id, String into, String day) {
        return new InitiativeMerged(id, into, "One team", on(day));
    }

    public static InitiativeAliasGiven called(String id, String scheme, String alias, String day) {
        return new InitiativeAliasGiven(id, scheme, alias, on(day));
    }

    public static InitiativeAliasEnded calledNoMore(String id, String scheme, String day) {
        return new InitiativeAliasEnded(id, scheme, null, on(day));
    }

    public static InitiativeAttributesChanged attributed(String id, Map<String, String> attributes, String day) {
        return new InitiativeAttributesChanged(id, null, null, new TreeMap<>(attributes), List.of(), null, on(day));
    }

    /** An exit by a decision, of an initiative that never had an approved case. */
    public static InitiativeExited exited(String id, @Nullable Long decision, String day) {
        return new InitiativeExited(
                id,
                "Handed over",
                decision,
                null,
                new ExitOutcome(null, CaseMeasure.MET, null),
                new Holder(null, "Director of Housing"),
                on(day));
    }
}
