package org.portfolioledger.command.initiative;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about an initiative. */
public sealed interface InitiativeCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/initiatives",
                    Set.of(PORTFOLIO_OFFICE),
                    "initiative",
                    OpenInitiative.class,
                    InitiativeOpened.class,
                    "Begin an initiative",
                    """
                        {"id": "PG-HOMES", "register": "ACME", "level": "PROGRAMME", "name": "New homes",
                         "placement": {"portfolio": "PF-HOUSING"}, "owners": ["HR"], "effectiveOn": "2026-01-05"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/renames",
                    Set.of(PORTFOLIO_OFFICE),
                    RenameInitiative.class,
                    InitiativeRenamed.class,
                    "Give an initiative another name",
                    """
                        {"name": "Affordable homes", "reason": "New council", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/moves",
                    Set.of(PORTFOLIO_OFFICE),
                    MoveInitiative.class,
                    InitiativeMoved.class,
                    "Put an initiative elsewhere; to {}, it leaves the portfolio",
                    """
                        {"to": {"portfolio": "PF-HOUSING"}, "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/owners",
                    Set.of(PORTFOLIO_OFFICE),
                    ChangeOwners.class,
                    InitiativeOwnersChanged.class,
                    "Give an initiative other owners",
                    """
                        {"owners": ["HR", "FIN"], "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/closures",
                    Set.of(PORTFOLIO_OFFICE),
                    CloseInitiative.class,
                    InitiativeClosed.class,
                    "Close an initiative",
                    """
                        {"reason": "Delivered", "continuedBy": [], "effectiveOn": "2026-09-30"}"""));

    /**
     * Begins an initiative.
     *
     * @param placement the initiative above it, or its portfolio; null: it is in no portfolio
     * @param owners business groups, at most two
     * @param continues initiatives whose work it takes on
     */
    record OpenInitiative(
            @IdOf("initiative") String initiative,
            @IdOf("register") String register,
            InitiativeLevel level,
            String name,
            @Nullable String formerName,
            @Nullable Tier tier,
            @Nullable Placement placement,
            List<String> owners,
            @IdOf("initiative") List<String> continues,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements InitiativeCommand {}

    /** Gives it another name. */
    record RenameInitiative(
            @IdOf("initiative") String initiative,
            String name,
            @Nullable String reason,
            Provenance provenance) implements InitiativeCommand {}

    /**
     * Puts it elsewhere.
     *
     * @param to without parent and portfolio: it leaves the portfolio
     */
    record MoveInitiative(
            @IdOf("initiative") String initiative,
            Placement to,
            @Nullable String reason,
            Provenance provenance) implements InitiativeCommand {}

    /** Gives it other owners, one or two business groups. */
    record ChangeOwners(
            @IdOf("initiative") String initiative,
            List<String> owners,
            @Nullable String reason,
            Provenance provenance) implements InitiativeCommand {}

    /** Ends it. */
    record CloseInitiative(
            @IdOf("initiative") String initiative,
            String reason,
            @IdOf("initiative") List<String> continuedBy,
            Provenance provenance)
            implements InitiativeCommand {}
}
