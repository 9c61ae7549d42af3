package org.portfolioledger.command.axon;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Families;
import org.portfolioledger.command.PersonStatus;
import org.portfolioledger.http.RefusedToStart;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** A wiring that is not what was meant does not start. */
class WiringCheckTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();

    @Test
    void a_command_bus_with_a_transaction_is_refused() {
        var transactions = new JdbcTransactionManager(database.appender());
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(() -> begun(transactions))
                .build();

        assertThatExceptionOfType(RefusedToStart.class)
                .isThrownBy(() -> WiringCheck.requireNoTransaction(bus))
                .withMessageContaining("opens a transaction");
    }

    @Test
    void a_command_bus_without_a_transaction_is_what_was_meant() {
        assertThatCode(() -> WiringCheck.requireNoTransaction(
                        SimpleCommandBus.builder().build()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_kind_without_a_family_is_refused_by_name() {
        Ledger ledger = new Ledger(database.appender());

        assertThatExceptionOfType(RefusedToStart.class)
                .isThrownBy(() -> new CommandProcessor(
                        ledger,
                        new GroupAppender(ledger),
                        new FactReader(),
                        _ -> PersonStatus.KNOWN,
                        Families.ALL.subList(1, Families.ALL.size()),
                        1_000))
                .withMessageContaining("each kind needs one family");
    }

    @Test
    void a_family_for_every_kind_is_what_was_meant() {
        assertThatCode(() -> WiringCheck.requireEveryKind(
                        Kinds.ALL.stream().map(Kind::name).toList()))
                .doesNotThrowAnyException();
    }

    private static Transaction begun(JdbcTransactionManager transactions) {
        TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                transactions.commit(status);
            }

            @Override
            public void rollback() {
                transactions.rollback(status);
            }
        };
    }
}
