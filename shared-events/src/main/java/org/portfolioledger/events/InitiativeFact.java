package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about an initiative. Stream {@code initiative-{id}}. */
public sealed interface InitiativeFact extends GovernanceFact {

    /**
     * The initiative began.
     *
     * @param placement where it belongs; null: in no portfolio
     * @param owners business groups that own it, at most two
     * @param continues initiatives whose work it takes on
     * @param attributes what the source also says and no field holds, by name
     */
    record InitiativeOpened(
            String initiative,
            String register,
            InitiativeLevel level,
            String name,
            @Nullable String formerName,
            @Nullable Tier tier,
            @Nullable Placement placement,
            List<String> owners,
            List<String> continues,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements InitiativeFact, Opening {}

    /** It goes by another name. */
    record InitiativeRenamed(
            String initiative, String name, @Nullable String reason, Provenance provenance) implements InitiativeFact {}

    /** It belongs elsewhere; with neither parent nor portfolio it has left. */
    record InitiativeMoved(
            String initiative, Placement to, @Nullable String reason, Provenance provenance)
            implements InitiativeFact {}

    /** Other business groups own it. */
    record InitiativeOwnersChanged(
            String initiative,
            List<String> owners,
            @Nullable String reason,
            Provenance provenance) implements InitiativeFact {}

    /**
     * It ended.
     *
     * @param continuedBy initiatives that take its work on
     */
    record InitiativeClosed(String initiative, String reason, List<String> continuedBy, Provenance provenance)
            implements InitiativeFact {}

    /** Level of an initiative within its portfolio. */
    enum InitiativeLevel {
        PROGRAMME,
        PROJECT,
        WORKSTREAM,
        WORK_PACKAGE
    }

    /** Tier of an initiative: the Government Major Projects Portfolio, the department's, another, or local. */
    enum Tier {
        GMPP,
        DMP,
        OTHER,
        LOCAL
    }

    /**
     * Where an initiative belongs: under another initiative, directly in a portfolio, or nowhere.
     *
     * @param parent id of the initiative above
     * @param portfolio id of the portfolio; null where a parent is given
     */
    record Placement(
            @IdOf("initiative") @Nullable String parent,
            @IdOf("portfolio") @Nullable String portfolio) {}
}
