package org.portfolioledger.query;

import java.time.Duration;
import org.portfolioledger.http.Settings;
import org.portfolioledger.query.row.RowProjection;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the read half.
 *
 * @param follow whether this process keeps the rows, or stands by while another does
 * @param batch facts that the follower applies in one transaction
 * @param rememberedFacts of how many facts the entities are held ready that had a fact last
 * @param poll how long it waits for a wake before it looks by itself
 * @param grace how long rows stay that a rebuild replaced: longer than any answer takes that began with them
 */
@ConfigurationProperties("portfolio-ledger.query")
public record QueryProperties(
        @DefaultValue("true") boolean follow,
        @DefaultValue("2000") int batch,
        @DefaultValue("100000") int rememberedFacts,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("10m") Duration grace) {

    /** @throws org.portfolioledger.http.RefusedToStart if one is out of its range */
    public QueryProperties {
        Settings.requireBetween("portfolio-ledger.query.batch", batch, 1, 10_000);
        Settings.requireAtLeast("portfolio-ledger.query.remembered-facts", rememberedFacts, 0);
        Settings.requireBetween("portfolio-ledger.query.poll", poll, Duration.ofMillis(1), Duration.ofDays(1));
        Settings.requireBetween("portfolio-ledger.query.grace", grace, Duration.ofSeconds(30), Duration.ofDays(30));
    }

    RowProjection.Pace pace() {
        return new RowProjection.Pace(batch, rememberedFacts, poll, grace);
    }
}
