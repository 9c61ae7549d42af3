package org.portfolioledger.command.dependency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.DependencyEnd;
import org.portfolioledger.vocabulary.DependencySide;
import org.portfolioledger.vocabulary.DependencyStatus;
import org.portfolioledger.vocabulary.DependencyType;
import org.portfolioledger.vocabulary.Importance;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a dependency. */
public sealed interface DependencyCommand extends Command {

    String dependency();

    @Override
    default String stream() {
        return Kinds.DEPENDENCY.stream(dependency());
    }

    /**
     * Puts a dependency on record.
     *
     * @param giver delivers what is needed
     * @param receiver needs it
     * @param importance null: not stated
     * @param neededBy last day on which the receiver can do without it
     */
    record ProposeDependency(
            String dependency,
            String register,
            DependencyEnd giver,
            DependencyEnd receiver,
            DependencyType type,
            @Nullable Importance importance,
            String nature,
            @Nullable LocalDate neededBy,
            @Nullable String monitoring,
            Provenance provenance)
            implements DependencyCommand {}

    /** Records that one side agreed. */
    record AgreeDependency(
            String dependency,
            DependencySide side,
            @Nullable String agreedBy,
            Provenance provenance) implements DependencyCommand {}

    /** Records the date for which the giver promises it. */
    record PromiseDependency(
            String dependency,
            LocalDate promisedFor,
            @Nullable String reason,
            Provenance provenance) implements DependencyCommand {}

    /** Records its status. */
    record UpdateStatus(
            String dependency,
            DependencyStatus status,
            @Nullable String reason,
            Provenance provenance) implements DependencyCommand {}
}
