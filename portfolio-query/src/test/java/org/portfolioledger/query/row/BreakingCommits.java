package org.portfolioledger.query.row;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that goes away in the middle of some commits. */
final class BreakingCommits extends DelegatingDataSource {

    private final AtomicInteger left;

    BreakingCommits(DataSource whole, int breaks) {
        super(whole);
        this.left = new AtomicInteger(breaks);
    }

    int left() {
        return Math.max(0, left.get());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection whole = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("commit") && left.getAndDecrement() > 0) {
                        whole.close();
                        throw new SQLException("the connection was lost", "08006");
                    }
                    try {
                        return method.invoke(whole, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause() == null ? fault : fault.getCause();
                    }
                });
    }
}
