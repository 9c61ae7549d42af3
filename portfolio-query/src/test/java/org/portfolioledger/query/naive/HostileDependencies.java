package org.portfolioledger.query.naive;

import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyAgreementWithdrawn;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyNeedChanged;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyReviewed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.events.GovernanceFact;

/** Makes facts about dependencies. */
final class HostileDependencies extends HostileFamily {

    HostileDependencies(HostileFacts all) {
        super(all);
        makers.put(
                DependencyProposed.class,
                id -> new DependencyProposed(
                        id,
                        register(id),
                        end(id),
                        end(id),
                        any(DependencyType.values()),
                        any(Importance.values()),
                        name(),
                        random.nextInt(4) == 0 ? null : day(),
                        maybe("monthly"),
                        on()));
        makers.put(
                DependencyAgreed.class,
                id -> new DependencyAgreed(id, any(DependencySide.values()), maybe("P-1"), on()));
        makers.put(
                DependencyAgreementWithdrawn.class,
                id -> new DependencyAgreementWithdrawn(id, any(DependencySide.values()), maybe("why"), on()));
        makers.put(DependencyNeedChanged.class, id -> new DependencyNeedChanged(id, day(), maybe("why"), on()));
        makers.put(
                DependencyReviewed.class,
                id -> new DependencyReviewed(
                        id,
                        any(DependencySide.values()),
                        any(DependencyOutlook.values()),
                        maybe("so so"),
                        maybe("P-1"),
                        maybe(day()),
                        on()));
        makers.put(DependencyPromised.class, id -> new DependencyPromised(id, day(), null, on()));
        makers.put(
                DependencyStatusUpdated.class,
                id -> new DependencyStatusUpdated(id, any(DependencyStatus.values()), null, on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return DependencyFact.class;
    }

    @Override
    String kind() {
        return "dependency";
    }

    @Override
    Some some() {
        return new Some("DP", 4, DependencyProposed.class);
    }

    private DependencyEnd end(String id) {
        return random.nextInt(4) == 0
                ? new DependencyEnd(null, any("The Ombudsman", "Parliament"))
                : new DependencyEnd(near("initiative", id), null);
    }
}
