package org.portfolioledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.DependencyEnd;
import org.portfolioledger.vocabulary.DependencySide;
import org.portfolioledger.vocabulary.DependencyStatus;
import org.portfolioledger.vocabulary.DependencyType;
import org.portfolioledger.vocabulary.Importance;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about what hangs on what. Stream {@code dependency-{id}}. */
public sealed interface DependencyFact extends GovernanceFact {

    /**
     * A dependency was put on record.
     *
     * @param giver delivers what is needed
     * @param receiver needs it
     * @param nature what is needed and why
     * @param neededBy last day on which the receiver can do without it
     * @param monitoring how it is watched
     */
    record DependencyProposed(
            String dependency,
            String register,
            DependencyEnd giver,
            DependencyEnd receiver,
            DependencyType type,
            Importance importance,
            String nature,
            @Nullable LocalDate neededBy,
            @Nullable String monitoring,
            Provenance provenance)
            implements DependencyFact, Opening {}

    /** One side agreed to it. */
    record DependencyAgreed(
            String dependency,
            DependencySide side,
            @Nullable String agreedBy,
            Provenance provenance) implements DependencyFact {}

    /** The giver promised a date. */
    record DependencyPromised(
            String dependency,
            LocalDate promisedFor,
            @Nullable String reason,
            Provenance provenance) implements DependencyFact {}

    /** Its status is another. */
    record DependencyStatusUpdated(
            String dependency,
            DependencyStatus status,
            @Nullable String reason,
            Provenance provenance) implements DependencyFact {}
}
