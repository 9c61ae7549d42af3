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
        return new ContractFact.ContractExtended(id, LocalDate.parse(lastDay), true, null, on(day));
    }

    public static GovernanceFact contractChanged(String id, String change, String day) {
        return new ContractFact.ContractChanged(id, change, null, null, on(day));
    }

    public static GovernanceFact contractEnded(String id, ContractEnding ending, String day) {
        return new ContractFact.ContractEnded(id, ending, null, null, on(day));
    }
}
