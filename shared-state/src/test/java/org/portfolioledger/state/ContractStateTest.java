package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.state.ContractState.ContractLot;
import org.portfolioledger.state.ContractState.ContractStatus;
import org.portfolioledger.state.ContractState.SupplierChange;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.StatedDate;

class ContractStateTest {

    private static final LocalDate LAST = LocalDate.parse("2013-12-31");

    private final Story<ContractFact, ContractState> awarded = Story.<ContractFact, ContractState>of(Kinds.CONTRACT)
            .then(new ContractRegistered(
                    "CON", "MPS", "Services", null, "PG", "BC", null, new TreeMap<>(), on("2011-06-01")))
            .then(new ContractAwarded("CON", "IBM", LAST, on("2011-07-01")));

    @Test
    void its_last_day_has_passed_from_the_day_after_until_an_extension_or_the_end() {
        assertThat(awarded.state("2011-07-01").alerts(LAST)).isEmpty();
        assertThat(awarded.state("2011-07-01").alerts(LAST.plusDays(1)))
                .containsExactly(Alert.CONTRACT_LAST_DAY_PASSED);
        var extended = awarded.then(new ContractExtended("CON", LAST.plusDays(1), true, null, null, on("2013-06-01")));
        assertThat(extended.state("2013-06-01").status().value()).isEqualTo(ContractStatus.EXTENDED);
        assertThat(extended.state("2013-06-01").alerts(LAST.plusDays(1))).isEmpty();
        assertThat(extended.state("2013-06-01").alerts(LAST.plusDays(2)))
                .containsExactly(Alert.CONTRACT_LAST_DAY_PASSED);
        var expired = awarded.then(new ContractEnded("CON", ContractEnding.EXPIRED, null, null, on("2014-01-01")));
        assertThat(expired.state("2014-01-01").alerts(LAST.plusYears(1))).isEmpty();
        assertThat(value(expired.state("2014-01-01").lastDay())).isEqualTo(LAST);
    }

    @Test
    void a_lot_has_a_supplier_and_a_last_day_of_its_own_and_each_change_of_supplier_is_kept() {
        var lots = awarded.then(new ContractLotDefined("CON", "LOT", "Hosting", on("2011-07-02")))
                .then(new ContractLotAwarded("CON", "LOT", "HP", LAST, on("2011-08-01")))
                .then(new ContractSupplierChanged("CON", "LOT", "DXC", "merged", null, on("2012-01-01")))
                .then(new ContractSupplierChanged("CON", null, "Kyndryl", "spun off", "DOC", on("2012-02-01")));
        assertThat(lot(lots.state("2011-07-31")).supplier()).isNull();
        assertThat(value(lot(lots.state("2011-12-31")).supplier())).isEqualTo("HP");
        assertThat(value(lot(lots.state("2012-01-01")).supplier())).isEqualTo("DXC");
        assertThat(value(lot(lots.state("2012-02-01")).lastDay())).isEqualTo(LAST);
        assertThat(value(lots.state("2012-01-31").supplier())).isEqualTo("IBM");
        assertThat(value(lots.state("2012-02-01").supplier())).isEqualTo("Kyndryl");
        assertThat(lots.state("2012-02-01").supplierChanges().stream().map(Grounded::value))
                .containsExactly(
                        new SupplierChange("LOT", "HP", "DXC", "merged", null),
                        new SupplierChange(null, "IBM", "Kyndryl", "spun off", "DOC"));
    }

    @Test
    void an_option_has_lapsed_from_the_day_after_it_was_open_unless_the_contract_was_extended_by_it() {
        LocalDate open = LocalDate.parse("2013-06-30");
        var option = awarded.then(
                new ContractExtensionOptionAgreed("CON", "OPT", LAST.plusYears(1), open, on("2011-07-02")));
        assertThat(option.state("2011-07-02").alerts(open)).isEmpty();
        assertThat(option.state("2011-07-02").alerts(open.plusDays(1))).containsExactly(Alert.EXTENSION_OPTION_LAPSED);
        var extended =
                option.then(new ContractExtended("CON", LAST.plusMonths(6), null, "OPT", null, on("2013-06-01")));
        assertThat(extended.state("2013-06-01").alerts(open.plusDays(1))).isEmpty();
        assertThat(value(Objects.requireNonNull(
                                extended.state("2013-06-01").extensionOptions().get("OPT"))
                        .value()
                        .taken()))
                .isEqualTo(LAST.plusMonths(6));
    }

    @Test
    void an_end_of_its_initiative_outlives_it_that_is_expected_after_its_last_day_for_certain() {
        ContractState contract = awarded.state("2011-07-01");
        assertThat(contract.outlivedBy(ending(LAST, null))).isEmpty();
        assertThat(contract.outlivedBy(ending(LAST.plusDays(1), null))).hasSize(1);
        assertThat(contract.outlivedBy(ending(LAST, DatePrecision.YEAR))).isEmpty();
        assertThat(contract.outlivedBy(ending(LAST.plusDays(1), DatePrecision.YEAR)))
                .hasSize(1);
        var ended = awarded.then(new ContractEnded("CON", ContractEnding.TERMINATED, "x", null, on("2012-01-01")));
        assertThat(ended.state("2012-01-01").outlivedBy(ending(LAST.plusDays(1), null)))
                .isEmpty();
    }

    private static MilestonesState ending(LocalDate expected, @Nullable DatePrecision precision) {
        return Story.<MilestoneFact, MilestonesState>of(Kinds.MILESTONES)
                .then(new MilestonePlanned(
                        "PG",
                        "END",
                        "Done",
                        MilestoneKind.END,
                        new StatedDate(expected, precision),
                        new TreeMap<>(),
                        on("2011-07-01")))
                .then(new MilestonePlanned(
                        "PG",
                        "LATER",
                        "Handover",
                        MilestoneKind.DELIVERY,
                        new StatedDate(expected.plusYears(9), null),
                        new TreeMap<>(),
                        on("2011-07-01")))
                .state("2011-07-01");
    }

    private static ContractLot lot(ContractState state) {
        return Objects.requireNonNull(state.lots().get("LOT")).value();
    }

    @Test
    void the_day_before_it_is_terminated_is_its_last() {
        var terminated =
                awarded.then(new ContractEnded("CON", ContractEnding.TERMINATED, "failed", null, on("2012-01-01")));
        assertThat(value(terminated.state("2011-12-31").lastDay())).isEqualTo(LAST);
        assertThat(value(terminated.state("2012-01-01").lastDay())).isEqualTo("2011-12-31");
        var abandoned =
                awarded.then(new ContractEnded("CON", ContractEnding.ABANDONED, "no money", null, on("2012-01-01")));
        assertThat(abandoned.state("2012-01-01").lastDay()).isNull();
    }

    @Test
    void what_was_stated_for_an_earlier_day_is_kept() {
        var before = awarded.then(new ContractSupplierAgreed("CON", "HP", on("2011-05-01")));
        assertThat(before.state("2011-06-01").status().value()).isEqualTo(ContractStatus.SUPPLIER_AGREED);
        assertThat(value(before.state("2011-06-01").supplier())).isEqualTo("HP");
        assertThat(value(before.state("2011-07-01").supplier())).isEqualTo("IBM");
    }

    @Test
    void it_refers_to_what_it_serves_to_documents_and_to_what_took_its_place() {
        var ended = awarded.then(new ContractChanged("CON", "notice", null, "DOC", on("2012-01-01")))
                .then(new ContractEnded("CON", ContractEnding.EXPIRED, null, "CON-2", on("2014-01-01")));
        assertThat(ended.state("2014-01-01").references())
                .extracting(Referring.Reference::stream, Referring.Reference::openOn)
                .containsExactly(
                        tuple("initiative-PG", null),
                        tuple("business-case-BC", null),
                        tuple("document-DOC", null),
                        tuple("contract-CON-2", null));
    }

    private static <T> @Nullable T value(@Nullable Grounded<T> grounded) {
        return grounded == null ? null : grounded.value();
    }
}
