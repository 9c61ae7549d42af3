package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.InitiativeFact;
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
import org.portfolioledger.vocabulary.Role;

/**
 * An initiative: programme, project, workstream or work package.
 *
 * @param openedAs the level at which it was opened; later changes do not affect it
 * @param attributes what no other field holds, by name
 * @param aliases the names that others give it, by scheme
 * @param predecessors initiatives whose work it took over, as its opening states, by id, each with the manner
 * @param successors initiatives that take over its work, as its splits, its merger or its closure states, by id, each with the manner
 * @param exit how it left the portfolio; null: it did not, or was put in one again
 * @param exits how it ever left one, in order, also where it was put in one again
 * @param moves how it was ever put elsewhere while it was somewhere, in order
 * @param closure why it ended; null: it is open
 */
@RecordBuilder
public record InitiativeState(
        @JsonProperty("id") String initiative,
        String register,
        Grounded<InitiativeLevel> openedAs,
        Grounded<InitiativeLevel> level,
        Grounded<String> name,
        @Nullable Grounded<String> formerName,
        @Nullable Grounded<Tier> tier,
        Grounded<Placement> placement,
        Grounded<List<String>> owners,
        SortedMap<String, Grounded<String>> attributes,
        SortedMap<String, Grounded<String>> aliases,
        SortedMap<String, Grounded<SuccessionKind>> predecessors,
        SortedMap<String, Grounded<SuccessionKind>> successors,
        @Nullable Grounded<Exit> exit,
        List<Grounded<Exit>> exits,
        List<Grounded<Move>> moves,
        @Nullable Grounded<String> closure)
        implements InitiativeStateBuilder.With, OfInitiative, Placed, Closable, Referring {

    private static final Placement NOWHERE = new Placement(null, null);

    /** How it left the portfolio. */
    public record Exit(
            String reason,
            @Nullable Long decision,
            @Nullable String decidedBy,
            @Nullable ExitOutcome outcome,
            @Nullable Holder benefitsHeldBy) {}

    /**
     * How it was put elsewhere.
     *
     * @param decidedBy who decided, in the source's words; null: not stated
     */
    public record Move(
            Placement to,
            @Nullable String decidedBy,
            @Nullable String reason) {}

    /** How the work of one initiative goes on in another. */
    public enum SuccessionKind {
        /** The other takes it on; no more is said of how. */
        CONTINUATION,
        /** The other takes on a part, and the initiative goes on. */
        SPLIT,
        /** The other takes on all of it, beside its own. */
        MERGER
    }

    static InitiativeState opened(InitiativeOpened opened, Grounds grounds) {
        Placement placement = opened.placement();
        return new InitiativeState(
                opened.initiative(),
                opened.register(),
                grounds.ground(opened.level()),
                grounds.ground(opened.level()),
                grounds.ground(opened.name()),
                grounds.maybe(opened.formerName()),
                grounds.maybe(opened.tier()),
                grounds.ground(placement == null ? NOWHERE : placement),
                grounds.ground(opened.owners()),
                grounded(opened.attributes(), grounds),
                new TreeMap<>(),
                succeeding(opened.continues(), grounds),
                new TreeMap<>(),
                null,
                List.of(),
                List.of(),
                null);
    }

    InitiativeState evolve(InitiativeFact fact, Grounds grounds) {
        return switch (fact) {
            case InitiativeOpened again -> again(opened(again, grounds));
            case InitiativeRenamed renamed -> withName(grounds.ground(renamed.name()));
            case InitiativeMoved moved -> moved(moved, grounds);
            case InitiativeExited exited -> left(grounds.ground(exit(exited)), grounds);
            case InitiativeOwnersChanged changed -> withOwners(grounds.ground(changed.owners()));
            case InitiativeAttributesChanged changed -> changed(changed, grounds);
            case InitiativeAliasGiven given ->
                withAliases(Copies.with(aliases, given.scheme(), grounds.ground(given.alias())));
            case InitiativeAliasEnded ended -> withAliases(Copies.without(aliases, ended.scheme()));
            case InitiativeSplit split ->
                withSuccessors(Copies.with(successors, split.into(), grounds.ground(SuccessionKind.SPLIT)));
            case InitiativeMerged merged ->
                withSuccessors(Copies.with(successors, merged.into(), grounds.ground(SuccessionKind.MERGER)))
                        .withClosure(grounds.ground(merged.reason()));
            case InitiativeClosed closed ->
                withSuccessors(Copies.merged(successors, succeeding(closed.continuedBy(), grounds)))
                        .withClosure(grounds.ground(closed.reason()));
        };
    }

    /** What should not be overlooked of it, given its roles; null: nobody was ever appointed. */
    public Set<Alert> alerts(@Nullable AppointmentsState appointments) {
        boolean accountable = appointments != null && appointments.incumbent(Role.SRO) != null;
        return isOpen() && !accountable ? Set.of(Alert.NO_SRO) : Set.of();
    }

    @Override
    public @Nullable String above() {
        return placement.value().parent();
    }

    @Override
    public @Nullable String inPortfolio() {
        return placement.value().portfolio();
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.addAll(Reference.toMaybe(Kinds.INITIATIVE, placement.value().parent(), placement));
        references.addAll(Reference.toMaybe(Kinds.PORTFOLIO, placement.value().portfolio(), placement));
        predecessors.forEach((id, taken) -> references.add(Reference.toFormer(Kinds.INITIATIVE, id, taken)));
        successors.forEach((id, taking) -> references.add(Reference.to(Kinds.INITIATIVE, id, taking)));
        for (Grounded<Exit> left : exits) {
            ExitOutcome outcome = left.value().outcome();
            if (outcome != null)
                references.addAll(Reference.toMaybe(Kinds.BUSINESS_CASE, outcome.businessCase(), left));
        }
        return references;
    }

    /** What was stated for an earlier day stays where an opening states nothing. */
    private InitiativeState again(InitiativeState opened) {
        return opened.withAttributes(Copies.merged(attributes, opened.attributes))
                .withAliases(aliases)
                .withSuccessors(successors)
                .withExit(opened.placement.value().equals(NOWHERE) ? exit : null)
                .withExits(exits)
                .withMoves(moves)
                .withClosure(closure);
    }

    private InitiativeState changed(InitiativeAttributesChanged changed, Grounds grounds) {
        SortedMap<String, Grounded<String>> left = attributes;
        for (String name : changed.without()) left = Copies.without(left, name);
        return withLevel(changed.level() == null ? level : grounds.ground(changed.level()))
                .withTier(changed.tier() == null ? tier : grounds.ground(changed.tier()))
                .withAttributes(Copies.merged(left, grounded(changed.attributes(), grounds)));
    }

    private InitiativeState moved(InitiativeMoved moved, Grounds grounds) {
        Move move = new Move(moved.to(), moved.decidedBy(), moved.reason());
        return withPlacement(grounds.ground(moved.to()))
                .withExit(null)
                .withMoves(placement.value().equals(NOWHERE) ? moves : Copies.with(moves, grounds.ground(move)));
    }

    private InitiativeState left(Grounded<Exit> left, Grounds grounds) {
        return withPlacement(grounds.ground(NOWHERE)).withExit(left).withExits(Copies.with(exits, left));
    }

    private static Exit exit(InitiativeExited exited) {
        return new Exit(
                exited.reason(), exited.decision(), exited.decidedBy(), exited.outcome(), exited.benefitsHeldBy());
    }

    private static SortedMap<String, Grounded<String>> grounded(Map<String, String> values, Grounds grounds) {
        SortedMap<String, Grounded<String>> grounded = new TreeMap<>();
        values.forEach((name, value) -> grounded.put(name, grounds.ground(value)));
        return grounded;
    }

    private static SortedMap<String, Grounded<SuccessionKind>> succeeding(List<String> initiatives, Grounds grounds) {
        SortedMap<String, Grounded<SuccessionKind>> succeeding = new TreeMap<>();
        initiatives.forEach(id -> succeeding.put(id, grounds.ground(SuccessionKind.CONTINUATION)));
        return succeeding;
    }
}
