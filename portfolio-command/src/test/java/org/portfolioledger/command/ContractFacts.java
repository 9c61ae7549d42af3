package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

/** What tests record of contracts. */
public final class ContractFacts {

    private ContractFacts() {}

    public static ContractRegistered contract(String id, @Nullable String lastDay, String day) {
        return new ContractRegistered(
                id,
                "ACME",
                "Building",
                null,
                null,
                null,
                lastDay == null ? null : day(lastDay),
                new TreeMap<>(),
                on(day));
    }

    public static ContractSupplierAgreed supplierAgreed(String id, String supplier, String day) {
        return new ContractSupplierAgreed(id, supplier, on(day));
    }

    public static ContractAwarded awarded(String id, @Nullable String lastDay, String day) {
        return new ContractAwarded(id, "Builders", lastDay == null ? null : day(lastDay), on(day));
    }

    public static ContractExtended extended(String id, String lastDay, boolean toMaximum, String day) {
        return new ContractExtended(id, day(lastDay), toMaximum, null, null, on(day));
    }

    public static ContractExtended extendedBy(String id, String option, String lastDay, String day) {
        return new ContractExtended(id, day(lastDay), null, option, null, on(day));
    }

    public static ContractLotDefined lot(String id, String lot, String day) {
        return new ContractLotDefined(id, lot, "Roofs", on(day));
    }

    public static ContractLotAwarded lotAwarded(String id, String lot, @Nullable String lastDay, String day) {
        return new ContractLotAwarded(id, lot, "Roofers", lastDay == null ? null : day(lastDay), on(day));
    }

    public static ContractExtensionOptionAgreed option(
            String id, String option, String lastDay, @Nullable String decideBy, String day) {
        return new ContractExtensionOptionAgreed(
                id, option, day(lastDay), decideBy == null ? null : day(decideBy), on(day));
    }

    /** Of a lot, or of the contract where none is named. */
    public static ContractSupplierChanged supplierChanged(
            String id, @Nullable String lot, String supplier, String day) {
        return new ContractSupplierChanged(id, lot, supplier, "It was sold", null, on(day));
    }

    public static ContractChanged contractChanged(String id, String change, String day) {
        return new ContractChanged(id, change, null, null, on(day));
    }

    public static ContractEnded contractEnded(String id, ContractEnding ending, String day) {
        return new ContractEnded(id, ending, ending == ContractEnding.EXPIRED ? null : "Failed", null, on(day));
    }
}
