package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.unit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;

class AppendTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());

    @Test
    void a_bad_unit_in_the_middle_leaves_no_gap() {
        List<Outcome> outcomes = ledger.append(List.of(
                unit("MPS", event("case-1", 0), event("case-1", 1)),
                unit("MPS", event("case-1", 1)),
                unit("MPS", event("case-2", 0))));

        assertThat(outcomes).element(0).isInstanceOf(Appended.class);
        assertThat(outcomes).element(1).isEqualTo(new Conflict("case-1", 0, 1));
        assertThat(outcomes).element(2).isInstanceOf(Appended.class);
        assertThat(ledger.after(0, 10)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
    }
}
