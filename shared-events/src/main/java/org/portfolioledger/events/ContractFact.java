package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a contract with a supplier. Stream {@code contract-{id}}. */
public sealed interface ContractFact extends GovernanceFact {

    /**
     * It was put on record.
     *
     * @param subject what it is for
     * @param supplier with whom it is, or is sought: the name of an organisation or of a post, never of a person; null: not
     *     stated, or nobody yet
     * @param initiative id of the initiative that it serves; null: not stated
     * @param businessCase id of the business case that it carries out; null: not stated
     * @param lastDay on which it runs; null: not stated
     * @param attributes what the source also says and no field holds, by name
     */
    record ContractRegistered(
            String contract,
            String register,
            String subject,
            @Nullable String supplier,
            @Nullable String initiative,
            @Nullable String businessCase,
            @Nullable LocalDate lastDay,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ContractFact, Opening {}

    /** The organisation agreed on a supplier, to whom the contract is to be awarded. */
    record ContractSupplierAgreed(String contract, String supplier, Provenance provenance) implements ContractFact {}

    /**
     * It was awarded.
     *
     * @param supplier to whom
     * @param lastDay on which it runs; null only in migrated history
     */
    record ContractAwarded(
            String contract, String supplier, @Nullable LocalDate lastDay, Provenance provenance)
            implements ContractFact {}

    /**
     * It was extended.
     *
     * @param lastDay last day on which it now runs
     * @param toMaximum whether it cannot be extended further; null: not stated
     * @param option id of the option by which it was extended; null: by none, or not stated
     */
    record ContractExtended(
            String contract,
            LocalDate lastDay,
            @Nullable Boolean toMaximum,
            @Nullable String option,
            @Nullable String reason,
            Provenance provenance)
            implements ContractFact {}

    /**
     * A lot of it was defined: a part that is awarded by itself.
     *
     * @param lot id, unique within the contract
     * @param subject what it is for
     */
    record ContractLotDefined(String contract, String lot, String subject, Provenance provenance)
            implements ContractFact {}

    /**
     * A lot was awarded.
     *
     * @param supplier to whom
     * @param lastDay on which it runs; null: that of the contract
     */
    record ContractLotAwarded(
            String contract,
            String lot,
            String supplier,
            @Nullable LocalDate lastDay,
            Provenance provenance) implements ContractFact {}

    /**
     * It was agreed that it may be extended.
     *
     * @param option id, unique within the contract
     * @param lastDay last day to which it may be extended by the option
     * @param decideBy last day on which it may be extended by the option; null: the last day of the contract
     */
    record ContractExtensionOptionAgreed(
            String contract,
            String option,
            LocalDate lastDay,
            @Nullable LocalDate decideBy,
            Provenance provenance) implements ContractFact {}

    /**
     * Another supplier took the place of the one before, in the contract or in one of its lots.
     *
     * @param lot null: in the contract
     * @param supplier who has it from now on
     * @param reason null only in migrated history
     * @param document id of the document that holds the change; null: not on record
     */
    record ContractSupplierChanged(
            String contract,
            @Nullable String lot,
            String supplier,
            @Nullable String reason,
            @Nullable String document,
            Provenance provenance)
            implements ContractFact {}

    /**
     * Its terms were changed.
     *
     * @param change the instrument of the change, such as a change control notice
     * @param effect what it lets happen; null: not stated
     * @param document id of the document that holds the change; null: not on record
     */
    record ContractChanged(
            String contract,
            String change,
            @Nullable String effect,
            @Nullable String document,
            Provenance provenance) implements ContractFact {}

    /**
     * It ended, or will never run.
     *
     * @param reason null: it expired, or only in migrated history
     * @param replacedBy id of the contract that replaced it; null: none, or not stated
     */
    record ContractEnded(
            String contract,
            ContractEnding ending,
            @Nullable String reason,
            @Nullable String replacedBy,
            Provenance provenance)
            implements ContractFact {}

    /** How a contract ends. */
    enum ContractEnding {
        /** Its last day passed. */
        EXPIRED,
        /** It was ended on its last day or before. */
        TERMINATED,
        /** It is not awarded any more. */
        ABANDONED
    }
}
