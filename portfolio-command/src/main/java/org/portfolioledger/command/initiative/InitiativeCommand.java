package org.portfolioledger.command.initiative;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
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
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.PositionOf;
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
                    "Open an initiative",
                    """
                        {"id": "PG-HOMES", "register": "ACME", "level": "PROGRAMME", "name": "New homes",
                         "placement": {"portfolio": "PF-HOUSING"}, "owners": ["HR"], "effectiveOn": "2026-01-05"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/renames",
                    Set.of(PORTFOLIO_OFFICE),
                    RenameInitiative.class,
                    InitiativeRenamed.class,
                    "Rename an initiative",
                    """
                        {"name": "Affordable homes", "reason": "New council", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/moves",
                    Set.of(PORTFOLIO_OFFICE),
                    MoveInitiative.class,
                    InitiativeMoved.class,
                    "Move an initiative",
                    """
                        {"to": {"portfolio": "PF-HOUSING"}, "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/exits",
                    Set.of(PORTFOLIO_OFFICE),
                    LeavePortfolio.class,
                    InitiativeExited.class,
                    "Take an initiative out of its portfolio",
                    """
                        {"reason": "Handed over to the service", "decision": 212, "outcome": {"businessCase": "BC-HOMES", "measure": "PARTLY_MET",
                         "statement": "Nine of ten estates"}, "benefitsHeldBy": {"post": "Director of Housing"}, "effectiveOn": "2026-09-30"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/splits",
                    Set.of(PORTFOLIO_OFFICE),
                    SplitInitiative.class,
                    InitiativeSplit.class,
                    "Split off part of an initiative's work into another initiative",
                    """
                        {"into": "PG-ROADS", "reason": "Roads became a programme of their own", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/mergers",
                    Set.of(PORTFOLIO_OFFICE),
                    MergeInitiative.class,
                    InitiativeMerged.class,
                    "Merge an initiative into another",
                    """
                        {"into": "PG-ROADS", "reason": "One team for both", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/aliases",
                    Set.of(PORTFOLIO_OFFICE),
                    GiveAlias.class,
                    InitiativeAliasGiven.class,
                    "Record an alias of an initiative",
                    """
                        {"scheme": "GMPP", "alias": "DFT_0012_1314-Q1", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                            "/initiatives/{initiative}/aliases/{scheme}/endings",
                            Set.of(PORTFOLIO_OFFICE),
                            EndAlias.class,
                            InitiativeAliasEnded.class,
                            "Record the end of an alias of an initiative",
                            """
                        {"reason": "It left the GMPP", "effectiveOn": "2026-09-30"}""")
                    .at("/initiatives/{initiative}"),
            CommandRoute.changing(
                    "/initiatives/{initiative}/attributes",
                    Set.of(PORTFOLIO_OFFICE),
                    ChangeAttributes.class,
                    InitiativeAttributesChanged.class,
                    "Change the level, the tier or attributes of an initiative",
                    """
                        {"tier": "GMPP", "attributes": {"fundingBody": "Homes England"}, "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/owners",
                    Set.of(PORTFOLIO_OFFICE),
                    ChangeOwners.class,
                    InitiativeOwnersChanged.class,
                    "Change the owners of an initiative",
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
     * @param continues initiatives whose work it takes over
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
     * Puts it under another initiative or directly in a portfolio.
     *
     * @param decidedBy who decided, in the source's words
     */
    record MoveInitiative(
            @IdOf("initiative") String initiative,
            Placement to,
            @Nullable String decidedBy,
            @Nullable String reason,
            Provenance provenance)
            implements InitiativeCommand {}

    /**
     * Takes it out of its portfolio.
     *
     * @param decision position of the board's decision; in migrated history the source's words may be given instead
     * @param decidedBy who decided, in the source's words
     * @param outcome what it achieved against the last approved case
     * @param benefitsHeldBy who answers for its benefits from then on
     */
    record LeavePortfolio(
            @IdOf("initiative") String initiative,
            String reason,
            @PositionOf("a board's decision") @Nullable Long decision,
            @Nullable String decidedBy,
            @Nullable ExitOutcome outcome,
            @Nullable Holder benefitsHeldBy,
            Provenance provenance)
            implements InitiativeCommand {}

    /**
     * Lets part of its work go on in another. One that is split in several is split once for each, and closed where nothing
     * is left of it.
     *
     * @param into the other initiative
     */
    record SplitInitiative(
            @IdOf("initiative") String initiative,
            @IdOf("initiative") String into,
            @Nullable String reason,
            Provenance provenance)
            implements InitiativeCommand {}

    /**
     * Ends it, and lets another take over all of its work.
     *
     * @param into the other initiative
     */
    record MergeInitiative(
            @IdOf("initiative") String initiative,
            @IdOf("initiative") String into,
            String reason,
            Provenance provenance)
            implements InitiativeCommand {}

    /** States how others call it: within a scheme, an alias takes the place of the one before. */
    record GiveAlias(@IdOf("initiative") String initiative, String scheme, String alias, Provenance provenance)
            implements InitiativeCommand {}

    /** Records the end of an alias. */
    record EndAlias(
            @IdOf("initiative") String initiative,
            String scheme,
            @Nullable String reason,
            Provenance provenance) implements InitiativeCommand {}

    /**
     * Changes what was stated at its opening. What is not named stays as it was.
     *
     * @param attributes those that are new or have changed, by name
     * @param without names of attributes that no longer hold
     */
    record ChangeAttributes(
            @IdOf("initiative") String initiative,
            @Nullable InitiativeLevel level,
            @Nullable Tier tier,
            SortedMap<String, String> attributes,
            List<String> without,
            @Nullable String reason,
            Provenance provenance)
            implements InitiativeCommand {}

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
