package org.portfolioledger.command.contract;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a contract with a supplier. */
public sealed interface ContractCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/contracts",
                    Set.of(PORTFOLIO_OFFICE),
                    "contract",
                    RegisterContract.class,
                    ContractRegistered.class,
                    "Put a contract on record",
                    """
                        {"id": "CON-1", "register": "ACME", "subject": "Building of 400 homes", "initiative": "PG-HOMES",
                         "businessCase": "BC-HOMES-OBC", "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/contracts/{contract}/suppliers",
                    Set.of(PORTFOLIO_OFFICE),
                    AgreeSupplier.class,
                    ContractSupplierAgreed.class,
                    "Record with which supplier a contract is agreed",
                    """
                        {"supplier": "Acme Builders", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/contracts/{contract}/awards",
                    Set.of(PORTFOLIO_OFFICE),
                    AwardContract.class,
                    ContractAwarded.class,
                    "Record to whom a contract was awarded, and until when it runs",
                    """
                        {"supplier": "Acme Builders", "lastDay": "2029-06-30", "effectiveOn": "2026-07-01"}"""),
            CommandRoute.changing(
                    "/contracts/{contract}/extensions",
                    Set.of(PORTFOLIO_OFFICE),
                    ExtendContract.class,
                    ContractExtended.class,
                    "Extend a contract, to its maximum or not",
                    """
                        {"lastDay": "2030-06-30", "toMaximum": true, "reason": "Two sites are late", "effectiveOn": "2029-03-01"}"""),
            CommandRoute.changing(
                    "/contracts/{contract}/changes",
                    Set.of(PORTFOLIO_OFFICE),
                    ChangeContract.class,
                    ContractChanged.class,
                    "Record a change of the terms of a contract",
                    """
                        {"change": "Change control notice 4", "effect": "A third site", "document": "DOC-1", "effectiveOn": "2027-02-01"}"""),
            CommandRoute.changing(
                    "/contracts/{contract}/endings",
                    Set.of(PORTFOLIO_OFFICE),
                    EndContract.class,
                    ContractEnded.class,
                    "Record how a contract ended",
                    """
                        {"ending": "TERMINATED", "reason": "The supplier failed", "effectiveOn": "2028-01-01"}"""));

    /**
     * Puts a contract on record.
     *
     * @param subject what it is for
     * @param supplier with whom it is, or is sought
     * @param initiative that it serves
     * @param businessCase that it carries out
     * @param lastDay last day on which it runs
     */
    record RegisterContract(
            @IdOf("contract") String contract,
            @IdOf("register") String register,
            String subject,
            @Nullable String supplier,
            @IdOf("initiative") @Nullable String initiative,
            @IdOf("business-case") @Nullable String businessCase,
            @Nullable LocalDate lastDay,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ContractCommand {}

    /** Records on which supplier the organisation agreed. */
    record AgreeSupplier(@IdOf("contract") String contract, String supplier, Provenance provenance)
            implements ContractCommand {}

    /**
     * Records the award.
     *
     * @param supplier to whom
     * @param lastDay last day on which it runs
     */
    record AwardContract(
            @IdOf("contract") String contract,
            String supplier,
            @Nullable LocalDate lastDay,
            Provenance provenance) implements ContractCommand {}

    /**
     * Extends it.
     *
     * @param lastDay last day on which it now runs
     * @param toMaximum whether it cannot be extended further
     */
    record ExtendContract(
            @IdOf("contract") String contract,
            LocalDate lastDay,
            @Nullable Boolean toMaximum,
            @Nullable String reason,
            Provenance provenance)
            implements ContractCommand {}

    /**
     * Records a change of its terms.
     *
     * @param change the instrument of the change, such as a change control notice
     * @param effect what it lets happen
     * @param document that holds the change
     */
    record ChangeContract(
            @IdOf("contract") String contract,
            String change,
            @Nullable String effect,
            @IdOf("document") @Nullable String document,
            Provenance provenance)
            implements ContractCommand {}

    /**
     * Records how it ended.
     *
     * @param reason why it did not run to its last day, or never ran
     * @param replacedBy contract that replaced it
     */
    record EndContract(
            @IdOf("contract") String contract,
            ContractEnding ending,
            @Nullable String reason,
            @IdOf("contract") @Nullable String replacedBy,
            Provenance provenance)
            implements ContractCommand {}
}
