package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A caller who has used up his requests is told when to come again, and no other caller notices. */
class RateLimitJourneyTest {

    private static final int ACCOUNT = 20;
    private static final int ADDRESS = 5;
    private static final byte[] NOTHING = {};

    private static final Halves HALVES = Halves.fresh();
    private static Bare query;

    @BeforeAll
    static void start() {
        query = new Bare(HALVES.query(
                "portfolio-ledger.http.rate-limit.account=" + ACCOUNT,
                "portfolio-ledger.http.rate-limit.address=" + ADDRESS,
                "portfolio-ledger.http.rate-limit.window=1h"));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void an_account_has_its_quota_and_no_more() {
        for (int left = ACCOUNT - 1; left >= 0; left--) {
            Bare.Answer answer = get("/api/v1/registers", NoFault.as("reader"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.header("ratelimit-policy")).isEqualTo("\"account\";q=20;w=3600");
            assertThat(answer.header("ratelimit")).startsWith("\"account\";r=" + left + ";t=");
        }
        Bare.Answer refused = get("/api/v1/registers", NoFault.as("reader"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).matches("1[78]\\d");
        assertThat(refused.header("ratelimit")).startsWith("\"account\";r=0;t=");
        assertThat(refused.header("content-type")).startsWith("application/problem+json");
        assertThat(refused.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(refused.body()).contains("/problems/too-many-requests");
        assertThat(get("/api/v1/registers", NoFault.as("assurance")).status()).isEqualTo(200);
    }

    @Test
    void who_is_not_signed_in_counts_by_the_address_and_health_and_problems_are_answered_always() {
        for (int n = 0; n < ADDRESS; n++)
            // What a client says of its address is not believed.
            assertThat(get(
                                    "/api/v1/registers",
                                    "X-Forwarded-For: 192.0.2.%1$s\r\nForwarded: for=192.0.2.%1$s\r\n".formatted(n))
                            .status())
                    .isEqualTo(401);
        assertThat(get("/api/v1/registers", "").status()).isEqualTo(429);
        assertThat(get("/v3/api-docs", "").status()).isEqualTo(429);
        assertThat(get("/problems/too-many-requests", "").status()).isEqualTo(200);
        assertThat(get("/actuator/health/liveness", "").status()).isEqualTo(200);
        assertThat(get("/api/v1/registers", NoFault.as("office")).status()).isEqualTo(200);
    }

    private static Bare.Answer get(String path, String user) {
        return query.send("GET %s HTTP/1.1\r\nHost: localhost\r\n%s".formatted(path, user), NOTHING);
    }
}
