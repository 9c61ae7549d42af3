package org.portfolioledger.command.dependency;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.ActorRole.SRO;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyAgreementWithdrawn;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyNeedChanged;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyReviewed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a dependency. */
public sealed interface DependencyCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/dependencies",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    "dependency",
                    ProposeDependency.class,
                    DependencyProposed.class,
                    "Put a dependency on record",
                    """
                        {"id": "DEP-1", "register": "ACME", "giver": {"description": "Finance"}, "receiver": {"initiative": "PG-HOMES"},
                         "type": "ENABLING_AREA", "importance": "HIGH", "nature": "Loan agreements", "neededBy": "2026-09-01",
                         "effectiveOn": "2026-02-01"}"""),
            CommandRoute.changing(
                    "/dependencies/{dependency}/agreements",
                    Set.of(PORTFOLIO_OFFICE, SRO),
                    AgreeDependency.class,
                    DependencyAgreed.class,
                    "Record that one side agreed to a dependency",
                    """
                        {"side": "GIVER", "agreedBy": "p-secretary", "effectiveOn": "2026-02-05"}"""),
            CommandRoute.changing(
                    "/dependencies/{dependency}/agreement-withdrawals",
                    Set.of(PORTFOLIO_OFFICE, SRO),
                    WithdrawAgreement.class,
                    DependencyAgreementWithdrawn.class,
                    "Record that one side does not agree to a dependency any more",
                    """
                        {"side": "GIVER", "reason": "The lender withdrew", "effectiveOn": "2026-03-10"}"""),
            CommandRoute.changing(
                    "/dependencies/{dependency}/needs",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ChangeNeed.class,
                    DependencyNeedChanged.class,
                    "Record that a dependency is needed by another day",
                    """
                        {"neededBy": "2026-09-15", "reason": "The site is free later", "effectiveOn": "2026-03-01"}"""),
            CommandRoute.changing(
                    "/dependencies/{dependency}/reviews",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ReviewDependency.class,
                    DependencyReviewed.class,
                    "Record how one side sees a dependency, and when it will review it again",
                    """
                        {"side": "RECEIVER", "outlook": "AT_RISK", "summary": "No draft yet", "reviewedBy": "p-secretary",
                         "reviewBy": "2026-04-30", "effectiveOn": "2026-03-31"}"""),
            CommandRoute.changing(
                    "/dependencies/{dependency}/promises",
                    Set.of(PORTFOLIO_OFFICE, SRO),
                    PromiseDependency.class,
                    DependencyPromised.class,
                    "Record the day for which the giver promises what is needed",
                    """
                        {"promisedFor": "2026-10-01", "reason": "Audit first", "effectiveOn": "2026-02-20"}"""),
            CommandRoute.changing(
                    "/dependencies/{dependency}/status-updates",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    UpdateStatus.class,
                    DependencyStatusUpdated.class,
                    "Record the status of a dependency",
                    """
                        {"status": "AT_RISK", "reason": "Lender withdrew", "effectiveOn": "2026-06-01"}"""));

    /**
     * Puts a dependency on record.
     *
     * @param giver delivers what is needed
     * @param receiver needs it
     * @param importance null: not stated
     * @param neededBy last day on which the receiver can do without it
     */
    record ProposeDependency(
            @IdOf("dependency") String dependency,
            @IdOf("register") String register,
            DependencyEnd giver,
            DependencyEnd receiver,
            DependencyType type,
            @Nullable Importance importance,
            String nature,
            @Nullable LocalDate neededBy,
            @Nullable String monitoring,
            Provenance provenance)
            implements DependencyCommand {

        public ProposeDependency {
            importance = importance == null ? Importance.NOT_STATED : importance;
        }
    }

    /** Records that one side agreed. */
    record AgreeDependency(
            @IdOf("dependency") String dependency,
            DependencySide side,
            @IdOf(IdOf.PERSON) @Nullable String agreedBy,
            Provenance provenance)
            implements DependencyCommand {}

    /** Records that one side does not agree any more. */
    record WithdrawAgreement(
            @IdOf("dependency") String dependency,
            DependencySide side,
            @Nullable String reason,
            Provenance provenance) implements DependencyCommand {}

    /** Records that it is needed by another day. */
    record ChangeNeed(
            @IdOf("dependency") String dependency,
            LocalDate neededBy,
            @Nullable String reason,
            Provenance provenance) implements DependencyCommand {}

    /**
     * Records how one side sees it.
     *
     * @param reviewBy last day for the next review by this side; null: none is planned
     */
    record ReviewDependency(
            @IdOf("dependency") String dependency,
            DependencySide side,
            DependencyOutlook outlook,
            @Nullable String summary,
            @IdOf(IdOf.PERSON) @Nullable String reviewedBy,
            @Nullable LocalDate reviewBy,
            Provenance provenance)
            implements DependencyCommand {}

    /** Records the date for which the giver promises it. */
    record PromiseDependency(
            @IdOf("dependency") String dependency,
            LocalDate promisedFor,
            @Nullable String reason,
            Provenance provenance)
            implements DependencyCommand {}

    /** Records its status. */
    record UpdateStatus(
            @IdOf("dependency") String dependency,
            DependencyStatus status,
            @Nullable String reason,
            Provenance provenance)
            implements DependencyCommand {}
}
