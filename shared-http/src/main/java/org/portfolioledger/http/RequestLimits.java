package org.portfolioledger.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a request may take.
 *
 * @param answerWithin until every request is answered, whatever hangs; a read that asks to wait ({@code Prefer: wait=n})
 *     may take that much longer
 * @param importWithin the same for an import
 * @param readWithin until a request's body has arrived; an import's body may take as long as the import
 */
@ConfigurationProperties("portfolio-ledger.http")
public record RequestLimits(
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("30m") Duration importWithin,
        @DefaultValue("10s") Duration readWithin) {

    /** @throws RefusedToStart if one is out of its range */
    public RequestLimits {
        Settings.requireBetween(
                "portfolio-ledger.http.answer-within", answerWithin, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Settings.requireBetween(
                "portfolio-ledger.http.import-within", importWithin, Duration.ofSeconds(1), Duration.ofHours(24));
        Settings.requireBetween(
                "portfolio-ledger.http.read-within", readWithin, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }
}
