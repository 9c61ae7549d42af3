package org.portfolioledger.query;

import java.time.Duration;
import org.portfolioledger.query.row.Keeping;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the read half.
 *
 * @param follow whether this process keeps the rows, or stands by while another does
 * @param batch facts that the follower applies in one transaction
 * @param poll how long it waits for a wake before it looks by itself
 * @param grace how long rows stay that a rebuild replaced: longer than any answer takes that began with them
 */
@ConfigurationProperties("portfolio-ledger.query")
public record QueryProperties(
        @DefaultValue("true") boolean follow,
        @DefaultValue("500") int batch,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("10m") Duration grace) {

    Keeping.Pace pace() {
        return new Keeping.Pace(batch, poll, grace);
    }
}
