package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.ContractFact.ContractEnding;

/** One full life of a contract: every fact of the family, and every field of its state. */
final class ContractLife {

    private ContractLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.CONTRACT)
                .then(new ContractFact.ContractRegistered(
                        "CON-1",
                        "MPS",
                        "Services",
                        "IBM",
                        "PG-DRM",
                        "BC-1",
                        LocalDate.parse("2012-12-31"),
                        attributes(),
                        VAGUE))
                .then(new ContractFact.ContractSupplierAgreed("CON-1", "Capgemini", on("2011-06-20")))
                .then(new ContractFact.ContractAwarded(
                        "CON-1", "Capgemini", LocalDate.parse("2013-12-31"), on("2011-07-01")))
                .then(new ContractFact.ContractLotDefined("CON-1", "LOT-1", "hosting", on("2011-07-02")))
                .then(new ContractFact.ContractExtensionOptionAgreed(
                        "CON-1",
                        "OPT-1",
                        LocalDate.parse("2015-12-31"),
                        LocalDate.parse("2013-06-30"),
                        on("2011-07-03")))
                .then(new ContractFact.ContractExtended(
                        "CON-1", LocalDate.parse("2015-12-31"), true, "OPT-1", "no successor", on("2012-10-01")))
                .then(new ContractFact.ContractLotAwarded(
                        "CON-1", "LOT-1", "Sopra", LocalDate.parse("2014-12-31"), on("2012-11-01")))
                .then(new ContractFact.ContractSupplierChanged(
                        "CON-1", "LOT-1", "Steria", "merged", "DOC-1", on("2013-03-01")))
                .then(new ContractFact.ContractSupplierChanged("CON-1", null, "Cap", "renamed", null, on("2013-04-01")))
                .then(new ContractFact.ContractChanged("CON-1", "notice 4", "a new tender", "DOC-1", on("2014-03-01")))
                .then(new ContractFact.ContractEnded(
                        "CON-1", ContractEnding.TERMINATED, "tendered anew", "CON-2", on("2015-10-01")));
    }
}
