package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.vocabulary.InitiativeLevel;
import org.portfolioledger.vocabulary.Placement;
import org.portfolioledger.vocabulary.Role;
import org.portfolioledger.vocabulary.Tier;

/** An initiative: programme, project, workstream or work package. */
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
        implements OfInitiative, Placed, Referring {

    /**
     * How it ended.
     *
     * @param continuedBy initiatives that took its work on
     */
    public record Closure(String reason, List<String> continuedBy) {}

    static @Nullable InitiativeState evolve(@Nullable InitiativeState state, InitiativeFact fact, Grounds grounds) {
        return switch (fact) {
            case InitiativeOpened opened -> opened(state, opened, grounds);
            case InitiativeRenamed renamed -> Copies.changed(state, open -> open.named(grounds.ground(renamed.name())));
            case InitiativeMoved moved -> Copies.changed(state, open -> open.placed(grounds.ground(moved.to())));
            case InitiativeOwnersChanged changed ->
                Copies.changed(state, open -> open.owned(grounds.ground(changed.owners())));
            case InitiativeClosed closed ->
                Copies.changed(
                        state, open -> open.closed(grounds.ground(new Closure(closed.reason(), closed.continuedBy()))));
        };
    }

    /** Whether it has not been closed. */
    public boolean isOpen() {
        return closure == null;
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

    private static InitiativeState opened(@Nullable InitiativeState before, InitiativeOpened opened, Grounds grounds) {
        Placement placement = opened.placement();
        return new InitiativeState(
                opened.initiative(),
                opened.register(),
                grounds.ground(opened.level()),
                grounds.ground(opened.name()),
                opened.formerName() == null ? null : grounds.ground(opened.formerName()),
                opened.tier() == null ? null : grounds.ground(opened.tier()),
                grounds.ground(placement == null ? new Placement(null, null) : placement),
                grounds.ground(opened.owners()),
                grounds.ground(opened.continues()),
                grounds.ground(opened.attributes()),
                before == null ? null : before.closure);
    }

    private InitiativeState named(Grounded<String> newName) {
        return new InitiativeState(
                initiative,
                register,
                level,
                newName,
                formerName,
                tier,
                placement,
                owners,
                continues,
                attributes,
                closure);
    }

    private InitiativeState placed(Grounded<Placement> newPlacement) {
        return new InitiativeState(
                initiative,
                register,
                level,
                name,
                formerName,
                tier,
                newPlacement,
                owners,
                continues,
                attributes,
                closure);
    }

    private InitiativeState owned(Grounded<List<String>> newOwners) {
        return new InitiativeState(
                initiative,
                register,
                level,
                name,
                formerName,
                tier,
                placement,
                newOwners,
                continues,
                attributes,
                closure);
    }

    private InitiativeState closed(Grounded<Closure> newClosure) {
        return new InitiativeState(
                initiative,
                register,
                level,
                name,
                formerName,
                tier,
                placement,
                owners,
                continues,
                attributes,
                newClosure);
    }
}
