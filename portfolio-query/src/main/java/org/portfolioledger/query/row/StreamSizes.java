package org.portfolioledger.query.row;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which streams the ledger has, and how many facts are in each. */
public final class StreamSizes {

    private final JdbcClient ledger;

    StreamSizes(JdbcClient ledger) {
        this.ledger = ledger;
    }

    /** A stream and the number of its facts. */
    public record StreamSize(String stream, String register, long facts) {}

    /** Counts facts up to a position, by stream. */
    public List<StreamSize> upTo(long position) {
        return ledger.sql("""
                        select stream, min(register) as register, count(*) as facts from ledger.event
                        where position <= ? group by stream order by stream collate "C\"""").param(position).query(StreamSize.class).list();
    }
}
