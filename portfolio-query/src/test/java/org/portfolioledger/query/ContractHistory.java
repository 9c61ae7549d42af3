package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.GovernanceFact;

/** What tests tell of contracts. */
public final class ContractHistory {

    private ContractHistory() {}

    public static GovernanceFact contract(
            String id,
            @Nullable String initiative,
            @Nullable String businessCase,
            @Nullable String lastDay,
            String day) {
        return new ContractFact.ContractRegistered(
                id,
                "MPS",
                "Services",
                null,
                initiative,
                businessCase,
                lastDay == null ? null : LocalDate.parse(lastDay),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact contractAwarded(String id, String supplier, String lastDay, String day) {
        return new ContractFact.ContractAwarded(id, supplier, LocalDate.parse(lastDay), on(day));
    }

    public static GovernanceFact contractExtended(String id, String lastDay, String day) {
        return new ContractFact.ContractExtended(id, LocalDate.parse(lastDay), true, null, null, on(day));
    }

    public static GovernanceFact lot(String id, String lot, String day) {
        return new ContractFact.ContractLotDefined(id, lot, "Roofs", on(day));
    }

    public static GovernanceFact lotAwarded(String id, String lot, String supplier, String day) {
        return new ContractFact.ContractLotAwarded(id, lot, supplier, null, on(day));
    }

    public static GovernanceFact option(String id, String option, String lastDay, String decideBy, String day) {
        return new ContractFact.ContractExtensionOptionAgreed(
                id, option, LocalDate.parse(lastDay), LocalDate.parse(decideBy), on(day));
    }

    /** Of a lot, or of the contract where none is named. */
    public static GovernanceFact supplierChanged(String id, @Nullable String lot, String supplier, String day) {
        return new ContractFact.ContractSupplierChanged(id, lot, supplier, "It was sold", null, on(day));
    }

    public static GovernanceFact contractChanged(String id, String change, String day) {
        return new ContractFact.ContractChanged(id, change, null, null, on(day));
    }

    public static GovernanceFact contractEnded(String id, ContractEnding ending, String day) {
        return new ContractFact.ContractEnded(id, ending, null, null, on(day));
    }
}
