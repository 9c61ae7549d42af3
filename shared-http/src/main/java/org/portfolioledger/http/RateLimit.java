package org.portfolioledger.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests each caller may send to one node. What is not used comes back evenly.
 *
 * @param account requests in a window of who is signed in
 * @param address requests in a window of an address at which nobody is signed in
 * @param window within which all of them come back
 * @param callers how many are remembered; of more, those that sent nothing for longest are forgotten
 */
@ConfigurationProperties("portfolio-ledger.http.rate-limit")
public record RateLimit(
        @DefaultValue("600000") int account,
        @DefaultValue("60000") int address,
        @DefaultValue("1m") Duration window,
        @DefaultValue("10000") int callers) {

    private static final int MOST_REQUESTS = 100_000_000;
    private static final int MOST_CALLERS = 1_000_000;

    /** @throws RefusedToStart if one is out of its range */
    public RateLimit {
        Settings.requireBetween("portfolio-ledger.http.rate-limit.account", account, 1, MOST_REQUESTS);
        Settings.requireBetween("portfolio-ledger.http.rate-limit.address", address, 1, MOST_REQUESTS);
        Settings.requireBetween(
                "portfolio-ledger.http.rate-limit.window", window, Duration.ofSeconds(1), Duration.ofHours(24));
        Settings.requireBetween("portfolio-ledger.http.rate-limit.callers", callers, 1, MOST_CALLERS);
    }
}
