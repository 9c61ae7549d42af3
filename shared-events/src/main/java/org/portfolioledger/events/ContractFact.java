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
     * @param supplier with whom it is, or is sought; null: not stated, or nobody yet
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
     */
    record ContractExtended(
            String contract,
            LocalDate lastDay,
            @Nullable Boolean toMaximum,
            @Nullable String reason,
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
