package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.vocabulary.Role;

/** An initiative: programme, project, workstream or work package. */
@RecordBuilder
public record InitiativeState(
        @JsonProperty("id") String initiative,
        String register,
        Grounded<InitiativeLevel> level,
        Grounded<String> name,
        @Nullable Grounded<String> formerName,
        @Nullable Grounded<Tier> tier,
        Grounded<Placement> placement,
        Grounded<List<String>> owners,
        Grounded<List<String>> continues,
        Grounded<SortedMap<String, String>> attributes,
        @Nullable Grounded<Closure> closure)
        implements InitiativeStateBuilder.With, OfInitiative, Placed, Closable, Referring {

    /**
     * How it ended.
     *
     * @param continuedBy initiatives that took its work on
     */
    public record Closure(String reason, List<String> continuedBy) {}

    static InitiativeState opened(InitiativeOpened opened, Grounds grounds) {
        Placement placement = opened.placement();
        return new InitiativeState(
                opened.initiative(),
                opened.register(),
                grounds.ground(opened.level()),
                grounds.ground(opened.name()),
                grounds.maybe(opened.formerName()),
                grounds.maybe(opened.tier()),
                grounds.ground(placement == null ? new Placement(null, null) : placement),
                grounds.ground(opened.owners()),
                grounds.ground(opened.continues()),
                grounds.ground(opened.attributes()),
                null);
    }

    InitiativeState evolve(InitiativeFact fact, Grounds grounds) {
        return switch (fact) {
            case InitiativeOpened opened -> opened(opened, grounds).withClosure(closure);
            case InitiativeRenamed renamed -> withName(grounds.ground(renamed.name()));
            case InitiativeMoved moved -> withPlacement(grounds.ground(moved.to()));
            case InitiativeOwnersChanged changed -> withOwners(grounds.ground(changed.owners()));
            case InitiativeClosed closed ->
                withClosure(grounds.ground(new Closure(closed.reason(), closed.continuedBy())));
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
        for (String continued : continues.value())
            references.add(Reference.toFormer(Kinds.INITIATIVE, continued, continues));
        if (closure != null)
            for (String successor : closure.value().continuedBy())
                references.add(Reference.to(Kinds.INITIATIVE, successor, closure));
        return references;
    }
}
