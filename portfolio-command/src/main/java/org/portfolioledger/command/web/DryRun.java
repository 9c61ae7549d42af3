package org.portfolioledger.command.web;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Runs commands for real in one transaction that is rolled back: they rest on one another, and nothing is kept. Other
 * writers wait meanwhile, since the first append holds the head of the ledger.
 */
final class DryRun {

    private final DataSource dataSource;
    private final Function<Ledger, Commands> commands;

    /**
     * @param commands the whole way from a body to the ledger, over a given ledger
     */
    DryRun(DataSource dataSource, Function<Ledger, Commands> commands) {
        this.dataSource = dataSource;
        this.commands = commands;
    }

    /** What is rehearsed. */
    interface Act<T> {
        T on(Commands commands) throws IOException;
    }

    <T> T of(Act<T> act) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Ledger ledger = new Ledger(new SingleConnectionDataSource(neverEnding(connection), true));
                return act.on(commands.apply(ledger));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException fault) {
            throw new CannotGetJdbcConnectionException("dryRun", fault);
        }
    }

    /** The connection, deaf to whatever would end its transaction. */
    private static Connection neverEnding(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                DryRun.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    switch (method.getName()) {
                        case "commit",
                                "rollback",
                                "setAutoCommit",
                                "close",
                                "setReadOnly",
                                "setTransactionIsolation" -> {
                            return null;
                        }
                        default -> {
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException fault) {
                                throw fault.getCause() == null ? fault : fault.getCause();
                            }
                        }
                    }
                });
    }
}
