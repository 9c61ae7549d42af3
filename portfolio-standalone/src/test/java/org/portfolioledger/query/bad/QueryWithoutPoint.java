package org.portfolioledger.query.bad;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view of rows as of no time point, for nobody. */
public record QueryWithoutPoint(JdbcClient jdbc) {
    List<String> ids() {
        return jdbc.sql("select id from query.row").query(String.class).list();
    }
}
