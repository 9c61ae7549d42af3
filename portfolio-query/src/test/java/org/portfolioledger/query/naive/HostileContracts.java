package org.portfolioledger.query.naive;

import org.portfolioledger.events.ContractFact;
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
import org.portfolioledger.events.GovernanceFact;

/** Makes facts about contracts. */
final class HostileContracts extends HostileFamily {

    HostileContracts(HostileFacts all) {
        super(all);
        makers.put(
                ContractRegistered.class,
                id -> new ContractRegistered(
                        id,
                        register(id),
                        name(),
                        maybe(supplier()),
                        maybe(near("initiative", id)),
                        maybe(near("business-case", id)),
                        maybe(day()),
                        attributes(),
                        on()));
        makers.put(ContractSupplierAgreed.class, id -> new ContractSupplierAgreed(id, supplier(), on()));
        makers.put(ContractAwarded.class, id -> new ContractAwarded(id, supplier(), maybe(day()), on()));
        makers.put(
                ContractExtended.class,
                id -> new ContractExtended(
                        id, day(), maybe(random.nextBoolean()), maybe(option()), maybe("late"), on()));
        makers.put(
                ContractChanged.class,
                id -> new ContractChanged(id, name(), maybe("a third site"), maybe(near("document", id)), on()));
        makers.put(ContractLotDefined.class, id -> new ContractLotDefined(id, lot(), name(), on()));
        makers.put(ContractLotAwarded.class, id -> new ContractLotAwarded(id, lot(), supplier(), maybe(day()), on()));
        makers.put(
                ContractExtensionOptionAgreed.class,
                id -> new ContractExtensionOptionAgreed(id, option(), day(), maybe(day()), on()));
        makers.put(
                ContractSupplierChanged.class,
                id -> new ContractSupplierChanged(
                        id, maybe(lot()), supplier(), maybe("sold"), maybe(near("document", id)), on()));
        makers.put(
                ContractEnded.class,
                id -> new ContractEnded(
                        id, any(ContractEnding.values()), maybe("failed"), maybe(near("contract", id)), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return ContractFact.class;
    }

    @Override
    String kind() {
        return "contract";
    }

    @Override
    Some some() {
        return new Some("CON", 2, ContractRegistered.class);
    }

    private String lot() {
        return "LOT" + random.nextInt(2);
    }

    private String option() {
        return "OPT" + random.nextInt(2);
    }

    private String supplier() {
        return any("Builders", "Movers");
    }
}
