package org.portfolioledger.query.bad;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that writes rows. */
public record QueryThatWrites(JdbcClient jdbc) {
    int erase() {
        return jdbc.sql("delete from query.row").update();
    }
}
