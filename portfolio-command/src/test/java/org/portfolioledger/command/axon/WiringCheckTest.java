package org.portfolioledger.command.axon;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Families;
import org.portfolioledger.command.Shell;
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
    void a_family_without_a_shell_is_refused_by_name() {
        List<Class<? extends Shell>> shells = Families.ALL.stream()
                .<Class<? extends Shell>>map(family -> family.posts().shell())
                .skip(1)
                .toList();
        Ledger ledger = new Ledger(database.appender());

        assertThatExceptionOfType(RefusedToStart.class)
                .isThrownBy(() ->
                        new CommandProcessor(ledger, new GroupAppender(ledger), new FactReader(), _ -> true, shells))
                .withMessageContaining("each kind needs one shell");
    }

    @Test
    void a_shell_for_every_kind_is_what_was_meant() {
        assertThatCode(() -> WiringCheck.requireEveryFamily(
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
