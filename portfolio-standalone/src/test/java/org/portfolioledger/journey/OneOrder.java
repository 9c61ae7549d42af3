package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;

/** That all facts of a ledger stand in one order. */
final class OneOrder {

    private OneOrder() {}

    /** Positions without a gap, recorded one unit after another, known never backwards within a register. */
    static void require(Ledger ledger) {
        List<StoredEvent> facts = ledger.after(0, 100_000);
        assertThat(facts)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, facts.size()).boxed().toList());
        assertThat(facts).extracting(StoredEvent::recordedAt).isSorted().doesNotHaveDuplicates();
        facts.stream()
                .map(StoredEvent::register)
                .distinct()
                .forEach(register -> assertThat(facts)
                        .filteredOn(fact -> fact.register().equals(register))
                        .extracting(StoredEvent::knownAt)
                        .isSorted());
    }
}
