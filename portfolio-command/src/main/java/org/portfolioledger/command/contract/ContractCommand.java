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
import org.portfolioledger.events.ContractFact.ContractExtensionOptionAgreed;
import org.portfolioledger.events.ContractFact.ContractLotAwarded;
import org.portfolioledger.events.ContractFact.ContractLotDefined;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.events.ContractFact.ContractSupplierChanged;
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
                        {"lastDay": "2030-06-30", "toMaximum": true, "option": "OPT-1", "reason": "Two sites are late", "effectiveOn": "2029-03-01"}"""),
            CommandRoute.beginning(
                            "/contracts/{contract}/lots",
                            Set.of(PORTFOLIO_OFFICE),
                            "lot",
                            DefineLot.class,
                            ContractLotDefined.class,
                            "Define a lot of a contract: a part that is awarded by itself",
                            """
                        {"id": "LOT-1", "subject": "Roofs", "effectiveOn": "2026-06-01"}""")
                    .at("/contracts/{contract}"),
            CommandRoute.changing(
                            "/contracts/{contract}/lots/{lot}/awards",
                            Set.of(PORTFOLIO_OFFICE),
                            AwardLot.class,
                            ContractLotAwarded.class,
                            "Record to whom a lot of a contract was awarded",
                            """
                        {"supplier": "Acme Roofers", "lastDay": "2028-06-30", "effectiveOn": "2026-07-01"}""")
                    .at("/contracts/{contract}"),
            CommandRoute.beginning(
                            "/contracts/{contract}/extension-options",
                            Set.of(PORTFOLIO_OFFICE),
                            "option",
                            AgreeExtensionOption.class,
                            ContractExtensionOptionAgreed.class,
                            "Record that a contract may be extended, and by when that is to be decided",
                            """
                        {"id": "OPT-1", "lastDay": "2030-06-30", "decideBy": "2029-03-31", "effectiveOn": "2026-07-01"}""")
                    .at("/contracts/{contract}"),
            CommandRoute.changing(
                    "/contracts/{contract}/supplier-changes",
                    Set.of(PORTFOLIO_OFFICE),
                    ChangeSupplier.class,
                    ContractSupplierChanged.class,
                    "Record that another supplier took the place of the one before, in a contract or in one of its lots",
                    """
                        {"lot": "LOT-1", "supplier": "Summit Roofers", "reason": "Acme Roofers was sold", "document": "DOC-1",
                         "effectiveOn": "2027-05-01"}"""),
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
     * @param supplier with whom it is, or is sought: the name of an organisation or of a post, never of a person
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
     * @param option by which it is extended
     */
    record ExtendContract(
            @IdOf("contract") String contract,
            LocalDate lastDay,
            @Nullable Boolean toMaximum,
            @Nullable String option,
            @Nullable String reason,
            Provenance provenance)
            implements ContractCommand {}

    /**
     * Defines a part of it that is awarded by itself.
     *
     * @param lot unique within the contract
     * @param subject what it is for
     */
    record DefineLot(@IdOf("contract") String contract, String lot, String subject, Provenance provenance)
            implements ContractCommand {}

    /**
     * Records the award of a lot.
     *
     * @param supplier to whom
     * @param lastDay last day on which it runs; null: that of the contract
     */
    record AwardLot(
            @IdOf("contract") String contract,
            String lot,
            String supplier,
            @Nullable LocalDate lastDay,
            Provenance provenance)
            implements ContractCommand {}

    /**
     * Records that it may be extended.
     *
     * @param option unique within the contract
     * @param lastDay last day to which it may be extended
     * @param decideBy last day on which it may be extended; null: its last day
     */
    record AgreeExtensionOption(
            @IdOf("contract") String contract,
            String option,
            LocalDate lastDay,
            @Nullable LocalDate decideBy,
            Provenance provenance)
            implements ContractCommand {}

    /**
     * Records that another supplier took the place of the one before.
     *
     * @param lot null: in the contract
     * @param supplier who has it from now on: the name of an organisation or of a post, never of a person
     * @param document that holds the change
     */
    record ChangeSupplier(
            @IdOf("contract") String contract,
            @Nullable String lot,
            String supplier,
            @Nullable String reason,
            @IdOf("document") @Nullable String document,
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
