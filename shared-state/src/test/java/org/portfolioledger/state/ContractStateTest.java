package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.state.ContractState.ContractStatus;

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
        var extended = awarded.then(new ContractExtended("CON", LAST.plusDays(1), true, null, on("2013-06-01")));
        assertThat(extended.state("2013-06-01").status().value()).isEqualTo(ContractStatus.EXTENDED);
        assertThat(extended.state("2013-06-01").alerts(LAST.plusDays(1))).isEmpty();
        assertThat(extended.state("2013-06-01").alerts(LAST.plusDays(2)))
                .containsExactly(Alert.CONTRACT_LAST_DAY_PASSED);
        var expired = awarded.then(new ContractEnded("CON", ContractEnding.EXPIRED, null, null, on("2014-01-01")));
        assertThat(expired.state("2014-01-01").alerts(LAST.plusYears(1))).isEmpty();
        assertThat(value(expired.state("2014-01-01").lastDay())).isEqualTo(LAST);
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
