package org.portfolioledger.command.initiative;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.InitiativeLevel;
import org.portfolioledger.vocabulary.Placement;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Tier;

/** What can be put on record about an initiative. */
public sealed interface InitiativeCommand extends Command {

    String initiative();

    @Override
    default String stream() {
        return Kinds.INITIATIVE.stream(initiative());
    }

    /**
     * Begins an initiative.
     *
     * @param placement the initiative above it, or its portfolio; null: it is in no portfolio
     * @param owners business groups, at most two
     * @param continues initiatives whose work it takes on
     */
    record OpenInitiative(
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
            implements InitiativeCommand {}

    /** Gives it another name. */
    record RenameInitiative(
            String initiative, String name, @Nullable String reason, Provenance provenance)
            implements InitiativeCommand {}

    /**
     * Puts it elsewhere.
     *
     * @param to null: it leaves the portfolio
     */
    record MoveInitiative(
            String initiative,
            @Nullable Placement to,
            @Nullable String reason,
            Provenance provenance) implements InitiativeCommand {}

    /** Gives it other owners, one or two business groups. */
    record ChangeOwners(
            String initiative,
            List<String> owners,
            @Nullable String reason,
            Provenance provenance) implements InitiativeCommand {}

    /** Ends it. */
    record CloseInitiative(String initiative, String reason, List<String> continuedBy, Provenance provenance)
            implements InitiativeCommand {}
}
