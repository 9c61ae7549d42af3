package org.portfolioledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.IdOf;
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
     * @param monitoring how it is monitored
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
            Provenance provenance) implements DependencyFact, Approval {}

    /** One side does not agree any more. */
    record DependencyAgreementWithdrawn(
            String dependency,
            DependencySide side,
            @Nullable String reason,
            Provenance provenance) implements DependencyFact {}

    /** It is needed by another day than before. */
    record DependencyNeedChanged(
            String dependency, LocalDate neededBy, @Nullable String reason, Provenance provenance)
            implements DependencyFact {}

    /**
     * One side reported how it sees it: each side monitors it for itself.
     *
     * @param reviewBy last day for the next review by this side; null: none is planned
     */
    record DependencyReviewed(
            String dependency,
            DependencySide side,
            DependencyOutlook outlook,
            @Nullable String summary,
            @Nullable String reviewedBy,
            @Nullable LocalDate reviewBy,
            Provenance provenance)
            implements DependencyFact {}

    /** The giver promised a date. */
    record DependencyPromised(
            String dependency,
            LocalDate promisedFor,
            @Nullable String reason,
            Provenance provenance) implements DependencyFact {}

    /** Its status changed. */
    record DependencyStatusUpdated(
            String dependency,
            DependencyStatus status,
            @Nullable String reason,
            Provenance provenance) implements DependencyFact {}

    /**
     * One end of a dependency: exactly one of the two is given.
     *
     * @param initiative id of an initiative
     * @param description an enabling area, an external decision, a contract or a party, in the source's words
     */
    record DependencyEnd(
            @IdOf("initiative") @Nullable String initiative,
            @Nullable String description) {}

    /** Side of a dependency. */
    enum DependencySide {
        /** Delivers what is needed. */
        GIVER,
        /** Needs it. */
        RECEIVER
    }

    /** How one side sees a dependency. */
    enum DependencyOutlook {
        ON_COURSE,
        AT_RISK,
        /** It will not be met by the day by which it is needed. */
        WILL_BE_LATE
    }

    /** Kind of dependency. */
    enum DependencyType {
        INTER_PROGRAMME,
        ENABLING_AREA,
        EXTERNAL,
        CONTRACT,
        STRATEGY,
        DECISION
    }

    /** Importance of a dependency. */
    enum Importance {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL,
        NOT_STATED
    }

    /** Status of a dependency. */
    enum DependencyStatus {
        PROPOSED,
        AGREED,
        AT_RISK,
        MET,
        MISSED,
        WITHDRAWN
    }
}
