package org.portfolioledger.command.contract;

import static org.portfolioledger.command.ContractFacts.awarded;
import static org.portfolioledger.command.ContractFacts.contract;
import static org.portfolioledger.command.ContractFacts.contractChanged;
import static org.portfolioledger.command.ContractFacts.contractEnded;
import static org.portfolioledger.command.ContractFacts.extended;
import static org.portfolioledger.command.ContractFacts.extendedBy;
import static org.portfolioledger.command.ContractFacts.lot;
import static org.portfolioledger.command.ContractFacts.lotAwarded;
import static org.portfolioledger.command.ContractFacts.option;
import static org.portfolioledger.command.ContractFacts.supplierAgreed;
import static org.portfolioledger.command.ContractFacts.supplierChanged;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.ContractFact.ContractEnding;

class ContractsTest {

    private static final String BEGIN = "2020-02-01";
    private static final String LAST = "2020-12-31";

    private final Given given =
            Given.persons("p-a").facts(initiative("PG", "2020-01-01"), document("DOC", 1, "2020-01-01"));

    private Given running() {
        return given.facts(contract("CON", null, BEGIN), awarded("CON", LAST, "2020-03-01"));
    }

    @Test
    void a_contract_is_put_on_record_once() {
        var registered = contract("CON", null, BEGIN);
        given.when(registered).records(registered);
        given.facts(registered).when(registered).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_names_what_is_on_record() {
        var registered = contract("CON", null, BEGIN);
        given.when(with(registered, "initiative", "PG")).isRecorded().reads("initiative-PG");
        given.when(with(registered, "initiative", "PG-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/initiative");
        given.when(with(registered, "businessCase", "BC-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/businessCase");
        running();
        given.when(with(contractChanged("CON", "Notice", "2020-04-01"), "document", "DOC"))
                .isRecorded();
        given.when(with(contractChanged("CON", "Notice", "2020-04-01"), "document", "DOC-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/document");
    }

    @Test
    void its_last_day_is_no_earlier_than_the_day_on_which_it_is_stated() {
        given.when(contract("CON", BEGIN, BEGIN)).isRecorded();
        given.whenMigrating(contract("CON", "2020-01-31", BEGIN))
                .refuses(ContractRule.IMPOSSIBLE_LAST_DAY)
                .at("/lastDay");
        given.facts(contract("CON", null, BEGIN));
        given.when(awarded("CON", "2040-03-01", "2040-03-01")).isRecorded();
        given.when(awarded("CON", "2020-02-29", "2020-03-01")).refuses(ContractRule.IMPOSSIBLE_LAST_DAY);
    }

    @Test
    void an_award_states_the_last_day() {
        given.facts(contract("CON", null, BEGIN));
        given.when(awarded("CON", LAST, "2020-03-01")).isRecorded();
        given.when(awarded("CON", null, "2020-03-01"))
                .refuses(ContractRule.AWARDED_WITHOUT_LAST_DAY)
                .at("/lastDay");
        given.whenMigrating(awarded("CON", null, "2020-03-01")).unmet(ContractRule.AWARDED_WITHOUT_LAST_DAY);
    }

    @Test
    void it_is_awarded_once_and_after_its_supplier_is_agreed() {
        running();
        given.when(supplierAgreed("CON", "Builders", "2020-02-29")).isRecorded();
        for (String day : List.of("2020-03-02", "2040-01-01")) {
            given.when(supplierAgreed("CON", "Others", day))
                    .refuses(ContractRule.CONTRACT_AWARDED_ALREADY)
                    .against(4L);
            given.when(awarded("CON", "2041-01-01", day))
                    .refuses(ContractRule.CONTRACT_AWARDED_ALREADY)
                    .against(4L);
        }
        given.when(awarded("CON", LAST, "2020-02-28"))
                .refuses(ContractRule.CONTRACT_AWARDED_ALREADY)
                .against(4L);
    }

    @Test
    void only_what_is_awarded_is_extended_or_changed() {
        running();
        given.when(extended("CON", "2021-12-31", false, "2020-03-01")).isRecorded();
        given.when(extended("CON", "2021-12-31", false, "2020-02-29")).refuses(ContractRule.CONTRACT_NOT_AWARDED);
        given.when(contractChanged("CON", "Notice", "2020-03-01")).isRecorded();
        given.when(contractChanged("CON", "Notice", "2020-02-29")).refuses(ContractRule.CONTRACT_NOT_AWARDED);
        given.facts(contract("CON-2", null, BEGIN));
        given.whenMigrating(extended("CON-2", "2021-12-31", true, "2020-04-01"))
                .unmet(ContractRule.CONTRACT_NOT_AWARDED);
    }

    @Test
    void an_extension_gives_a_later_last_day_and_comes_in_time() {
        running();
        given.when(extended("CON", "2021-01-01", false, "2020-04-01")).isRecorded();
        given.whenMigrating(extended("CON", LAST, false, "2020-04-01"))
                .refuses(ContractRule.EXTENSION_NOT_LATER)
                .against(4L);
        given.when(extended("CON", "2021-12-31", false, LAST)).isRecorded();
        given.when(extended("CON", "2021-12-31", false, "2021-01-01"))
                .refuses(ContractRule.EXTENDED_AFTER_LAST_DAY)
                .against(4L);
        given.when(extended("CON", "2041-12-31", false, "2040-01-01")).refuses(ContractRule.EXTENDED_AFTER_LAST_DAY);
        given.whenMigrating(extended("CON", "2021-12-31", false, "2021-01-01"))
                .unmet(ContractRule.EXTENDED_AFTER_LAST_DAY);
        given.facts(extended("CON", "2021-12-31", false, "2020-06-01"));
        given.when(extended("CON", "2021-06-30", false, "2020-05-31")).isRecorded();
        given.when(extended("CON", "2021-12-31", false, "2020-05-31")).refuses(ContractRule.EXTENSION_NOT_LATER);
    }

    @Test
    void what_was_extended_to_its_maximum_is_not_extended_any_more() {
        running();
        given.facts(extended("CON", "2021-12-31", true, "2020-06-01"));
        given.when(extended("CON", "2021-06-30", false, "2020-05-31")).isRecorded();
        given.when(extended("CON", "2022-06-30", false, "2020-06-02"))
                .refuses(ContractRule.EXTENDED_BEYOND_MAXIMUM)
                .against(5L);
        given.when(extended("CON", "2022-06-30", false, "2021-12-31")).refuses(ContractRule.EXTENDED_BEYOND_MAXIMUM);
        given.whenMigrating(extended("CON", "2022-06-30", false, "2020-06-02"))
                .unmet(ContractRule.EXTENDED_BEYOND_MAXIMUM);
    }

    @Test
    void it_expires_after_its_last_day_and_is_terminated_on_it_or_before() {
        running();
        given.when(contractEnded("CON", ContractEnding.EXPIRED, "2021-01-01")).isRecorded();
        given.when(contractEnded("CON", ContractEnding.EXPIRED, LAST))
                .refuses(ContractRule.CONTRACT_END_DOES_NOT_FIT)
                .against(4L);
        given.when(contractEnded("CON", ContractEnding.TERMINATED, LAST)).isRecorded();
        given.when(contractEnded("CON", ContractEnding.TERMINATED, "2021-01-01"))
                .refuses(ContractRule.CONTRACT_END_DOES_NOT_FIT);
        given.when(contractEnded("CON", ContractEnding.EXPIRED, "2040-01-01")).isRecorded();
    }

    @Test
    void only_what_was_never_awarded_is_abandoned() {
        running();
        given.when(contractEnded("CON", ContractEnding.ABANDONED, "2020-03-01"))
                .refuses(ContractRule.CONTRACT_END_DOES_NOT_FIT);
        given.facts(contract("CON-2", null, BEGIN));
        given.when(contractEnded("CON-2", ContractEnding.ABANDONED, "2020-03-01"))
                .isRecorded();
    }

    @Test
    void who_ends_it_before_its_time_states_why() {
        running();
        var terminated = contractEnded("CON", ContractEnding.TERMINATED, "2020-06-01");
        given.when(with(terminated, "reason", null))
                .refuses(ContractRule.CONTRACT_ENDED_WITHOUT_REASON)
                .at("/reason");
        given.whenMigrating(with(terminated, "reason", null)).unmet(ContractRule.CONTRACT_ENDED_WITHOUT_REASON);
        given.when(with(terminated, "replacedBy", "CON"))
                .refuses(ContractRule.CONTRACT_REPLACES_ITSELF)
                .at("/replacedBy");
        given.when(with(terminated, "replacedBy", "CON-2"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/replacedBy");
        given.facts(contract("CON-2", null, BEGIN));
        given.when(with(terminated, "replacedBy", "CON-2")).isRecorded();
    }

    @Test
    void nothing_comes_after_its_end() {
        running();
        given.facts(contractEnded("CON", ContractEnding.TERMINATED, "2020-06-01"));
        given.when(contractChanged("CON", "Notice", "2020-05-31")).isRecorded();
        for (String day : List.of("2020-06-01", "2040-01-01"))
            given.when(contractChanged("CON", "Notice", day))
                    .refuses(ContractRule.CONTRACT_ENDED_ALREADY)
                    .against(5L);
        given.when(contractEnded("CON", ContractEnding.TERMINATED, "2020-07-01"))
                .refuses(ContractRule.CONTRACT_ENDED_ALREADY);
        given.facts(contract("CON-2", null, BEGIN));
        given.when(contractEnded("CON-2", ContractEnding.ABANDONED, BEGIN)).isRecorded();
        given.when(contractEnded("CON-2", ContractEnding.ABANDONED, "2020-01-31"))
                .refuses(ContractRule.CONTRACT_ENDED_BEFORE_IT_BEGAN);
    }

    @Test
    void a_lot_is_defined_once_whatever_the_case_of_its_id() {
        running();
        var lot = lot("CON", "LOT", "2020-02-15");
        given.when(lot).records(lot);
        given.facts(lot);
        given.when(lot("CON", "LOT-2", "2020-02-15")).isRecorded();
        given.when(with(lot("CON", "lot", "2040-01-01"), "subject", "Walls"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(5L);
    }

    @Test
    void a_lot_is_awarded_once_from_the_day_of_its_definition_and_runs_no_longer_than_the_contract() {
        running();
        given.facts(lot("CON", "LOT", "2020-03-02"));
        var awarded = lotAwarded("CON", "LOT", LAST, "2020-03-02");
        given.when(awarded).records(awarded);
        given.when(lotAwarded("CON", "LOT", null, "2040-01-01")).isRecorded();
        given.when(lotAwarded("CON", "LOT", LAST, "2020-03-01")).refuses(ContractRule.LOT_NOT_DEFINED);
        given.when(lotAwarded("CON", "LOT-9", LAST, "2020-03-02")).refuses(ReferenceRule.NOT_FOUND);
        given.when(lotAwarded("CON", "LOT", "2021-01-01", "2020-03-02"))
                .refuses(ContractRule.LOT_OUTLASTS_CONTRACT)
                .against(4L);
        given.whenMigrating(lotAwarded("CON", "LOT", "2021-01-01", "2020-03-02"))
                .unmet(ContractRule.LOT_OUTLASTS_CONTRACT);
        given.when(lotAwarded("CON", "LOT", "2020-03-01", "2020-03-02")).refuses(ContractRule.IMPOSSIBLE_LAST_DAY);
        given.facts(awarded);
        given.when(lotAwarded("CON", "lot", "2020-11-30", "2020-03-03"))
                .refuses(ContractRule.LOT_AWARDED_ALREADY)
                .against(6L);
        given.when(lotAwarded("CON", "LOT", "2020-11-30", "2020-03-02")).refuses(ContractRule.LOT_AWARDED_ALREADY);
    }

    @Test
    void by_an_option_it_is_extended_once_as_far_as_agreed_and_until_the_day_on_which_it_is_open() {
        running();
        var option = option("CON", "OPT", "2021-12-31", "2020-09-30", "2020-03-01");
        given.when(option).records(option);
        given.facts(option);
        given.when(option("CON", "opt", "2022-12-31", null, "2020-04-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(5L);
        given.when(extendedBy("CON", "OPT", "2021-12-31", "2020-09-30")).isRecorded();
        given.when(extendedBy("CON", "OPT", "2021-12-31", "2020-10-01"))
                .refuses(ContractRule.EXTENDED_AFTER_OPTION)
                .against(5L);
        given.whenMigrating(extendedBy("CON", "OPT", "2021-12-31", "2020-10-01"))
                .unmet(ContractRule.EXTENDED_AFTER_OPTION);
        given.when(extendedBy("CON", "OPT", "2022-01-01", "2020-09-30"))
                .refuses(ContractRule.EXTENDED_BEYOND_OPTION)
                .against(5L);
        given.whenMigrating(extendedBy("CON", "OPT", "2022-01-01", "2020-09-30"))
                .unmet(ContractRule.EXTENDED_BEYOND_OPTION);
        given.when(extendedBy("CON", "OPT-9", "2021-12-31", "2020-09-30"))
                .refuses(ContractRule.EXTENSION_OPTION_NOT_AGREED);
        given.facts(extendedBy("CON", "OPT", "2021-06-30", "2020-06-01"));
        given.when(extendedBy("CON", "OPT", "2021-12-31", "2020-06-02"))
                .refuses(ContractRule.EXTENSION_OPTION_USED)
                .against(6L);
        given.when(extendedBy("CON", "OPT", "2021-03-31", "2020-05-31")).refuses(ContractRule.EXTENSION_OPTION_USED);
    }

    @Test
    void an_option_gives_a_later_last_day_and_is_open_on_its_own_day() {
        running();
        given.when(option("CON", "OPT", "2021-01-01", "2020-03-01", "2020-03-01"))
                .isRecorded();
        given.when(option("CON", "OPT", LAST, null, "2020-03-01"))
                .refuses(ContractRule.EXTENSION_NOT_LATER)
                .against(4L);
        given.when(option("CON", "OPT", "2021-01-01", "2020-02-29", "2020-03-01"))
                .refuses(ContractRule.IMPOSSIBLE_LAST_DAY)
                .at("/decideBy");
    }

    @Test
    void a_supplier_takes_the_place_of_another_after_the_award_and_for_a_reason() {
        running();
        given.when(supplierChanged("CON", null, "Movers", "2020-03-01")).isRecorded();
        given.when(supplierChanged("CON", null, "Movers", "2020-02-29")).refuses(ContractRule.CONTRACT_NOT_AWARDED);
        given.when(supplierChanged("CON", null, "builders", "2040-03-01")).refuses(ContractRule.SUPPLIER_UNCHANGED);
        given.when(with(supplierChanged("CON", null, "Movers", "2020-03-01"), "reason", null))
                .refuses(ContractRule.SUPPLIER_CHANGED_WITHOUT_REASON)
                .at("/reason");
        given.whenMigrating(with(supplierChanged("CON", null, "Movers", "2020-03-01"), "reason", null))
                .unmet(ContractRule.SUPPLIER_CHANGED_WITHOUT_REASON);
        given.when(with(supplierChanged("CON", null, "Movers", "2020-03-01"), "document", "DOC-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/document");
        given.when(supplierChanged("CON", "LOT", "Movers", "2020-03-05"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/lot");
    }

    @Test
    void the_supplier_of_a_lot_changes_by_itself() {
        running();
        given.facts(lot("CON", "LOT", "2020-03-02"), lotAwarded("CON", "LOT", null, "2020-03-04"));
        given.when(supplierChanged("CON", "LOT", "Builders", "2020-03-04")).isRecorded();
        given.when(supplierChanged("CON", "LOT", "Builders", "2020-03-03")).refuses(ContractRule.CONTRACT_NOT_AWARDED);
        given.when(supplierChanged("CON", "LOT", "Roofers", "2040-03-04")).refuses(ContractRule.SUPPLIER_UNCHANGED);
    }
}
