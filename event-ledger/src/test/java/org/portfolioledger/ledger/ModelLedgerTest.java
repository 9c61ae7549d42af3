package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.Outcome.KeyReused;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.portfolioledger.ledger.Outcome.NoEvents;
import org.portfolioledger.ledger.Outcome.Repeated;

/** Holds the simulations' model of the database against PostgreSQL; {@code -Dmodel.seed=N} begins with another seed. */
class ModelLedgerTest {

    private static final boolean LONG = "long".equals(System.getProperty("suite.size"));

    @Test
    void the_model_answers_and_stores_what_the_database_does() {
        long first = Long.getLong("model.seed", 0);
        var answers = new HashSet<Class<?>>();
        for (long seed = first; seed < first + (LONG ? 20 : 1); seed++) {
            try {
                var comparison = new ModelComparison(
                        seed, new Ledger(LedgerDatabase.fresh().appender()));
                answers.addAll(comparison.run(LONG ? 750 : 150));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        Appended.class,
                        Repeated.class,
                        KeyReused.class,
                        Conflict.class,
                        KnownAtRefused.class,
                        NoEvents.class,
                        InvalidAppend.class);
    }
}
