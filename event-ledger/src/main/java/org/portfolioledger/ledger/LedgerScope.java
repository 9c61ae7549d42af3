package org.portfolioledger.ledger;

import java.util.List;

/** Some facts of a ledger: whole streams. */
public sealed interface LedgerScope {

    /** All. */
    record Everything() implements LedgerScope {}

    /** Those of some registers. */
    record Registers(List<String> names) implements LedgerScope {
        public Registers {
            names = List.copyOf(names);
        }
    }

    /** Those of some streams. */
    record Streams(List<String> names) implements LedgerScope {
        public Streams {
            names = List.copyOf(names);
        }
    }
}
