package org.portfolioledger.state;

import static org.portfolioledger.state.Story.on;

import java.util.List;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.Placement;

/** One full life of an initiative: every fact of the family, and every field of its state. */
final class InitiativeLife {

    private InitiativeLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.INITIATIVE)
                .then(InitiativeStateTest.opened(new Placement("PG-TPDEV", null), "2011-06-13"))
                .then(InitiativeStateTest.renamed("another", "2010-01-01"), List.of("A_RULE", "B_RULE"), List.of())
                .then(new InitiativeFact.InitiativeMoved(
                        "PG-DRM", new Placement("PG-OLD", null), "the Board", "joined", on("2012-01-01")))
                .then(InitiativeStateTest.exited("2012-01-02"))
                .then(new InitiativeFact.InitiativeAliasGiven("PG-DRM", "GMPP", "HO_1", on("2012-01-03")))
                .then(new InitiativeFact.InitiativeAliasGiven("PG-DRM", "IPA", "7", on("2012-01-04")))
                .then(new InitiativeFact.InitiativeAliasEnded("PG-DRM", "IPA", null, on("2012-01-05")))
                .then(new InitiativeFact.InitiativeAttributesChanged(
                        "PG-DRM",
                        InitiativeFact.InitiativeLevel.PROJECT,
                        InitiativeFact.Tier.GMPP,
                        InitiativeStateTest.attributes("a", "1", "b", "2"),
                        List.of(),
                        null,
                        on("2012-01-06")))
                .then(new InitiativeFact.InitiativeAttributesChanged(
                        "PG-DRM", null, null, InitiativeStateTest.attributes(), List.of("a"), null, on("2012-01-07")))
                .then(new InitiativeFact.InitiativeSplit("PG-DRM", "PG-A", null, on("2012-01-08")))
                .then(new InitiativeFact.InitiativeOwnersChanged("PG-DRM", List.of(), null, on("2012-02-01")))
                .then(new InitiativeFact.InitiativeClosed("PG-DRM", "merged", List.of("PG-TPDEV"), on("2013-01-01")))
                .then(new InitiativeFact.InitiativeMerged("PG-DRM", "PG-B", "one team", on("2013-01-02")));
    }
}
