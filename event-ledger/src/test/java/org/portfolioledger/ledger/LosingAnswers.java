package org.portfolioledger.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Loses the connection just after the commit, so that the caller cannot know that it came through. */
final class LosingAnswers extends DelegatingDataSource {

    private final int losses;
    private final AtomicInteger lost = new AtomicInteger();

    LosingAnswers(DataSource target, int losses) {
        super(target);
        this.losses = losses;
    }

    int lost() {
        return lost.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(real, arguments);
                        if (method.getName().equals("close") && lost.get() < losses) {
                            lost.incrementAndGet();
                            throw new SQLException("An I/O error occurred", "08006");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
