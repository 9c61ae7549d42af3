package org.portfolioledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Each caller has a number of requests in a window, which come back evenly; who has none left is told when to ask again. */
class RateLimitFilterTest {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final AtomicLong clock = new AtomicLong(17);
    private final CallerBuckets buckets = new CallerBuckets(new RateLimit(3, 2, WINDOW, 4), new Clock());
    private final RateLimitFilter filter = new RateLimitFilter(buckets, WINDOW, FactSerializer.mapper());

    private final class Clock implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_last_of_the_quota_is_answered_and_the_next_is_told_when_to_come_again() throws Exception {
        for (int left = 2; left >= 0; left--) {
            MockHttpServletResponse answer = as("office", "10.0.0.1");
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getHeader("RateLimit-Policy")).isEqualTo("\"account\";q=3;w=60");
            assertThat(answer.getHeader("RateLimit")).startsWith("\"account\";r=" + left + ";t=");
        }
        MockHttpServletResponse refused = as("office", "10.0.0.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("20");
        assertThat(refused.getHeader("RateLimit")).isEqualTo("\"account\";r=0;t=60");
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString()).contains("/problems/too-many-requests", "in 20 seconds");
    }

    @Test
    void one_comes_back_after_its_part_of_the_window_and_not_a_nanosecond_earlier() throws Exception {
        for (int n = 0; n < 3; n++) as("office", "10.0.0.1");
        clock.addAndGet(Duration.ofSeconds(20).toNanos() - 1);
        assertThat(as("office", "10.0.0.1").getStatus()).isEqualTo(429);
        clock.addAndGet(1);
        assertThat(as("office", "10.0.0.1").getStatus()).isEqualTo(200);
        assertThat(as("office", "10.0.0.1").getStatus()).isEqualTo(429);
    }

    @Test
    void each_account_has_its_own_wherever_it_is_and_whoever_is_beside_it() throws Exception {
        for (int n = 0; n < 3; n++) as("office", "10.0.0." + n);
        assertThat(as("office", "10.0.0.9").getStatus()).isEqualTo(429);
        assertThat(as("reader", "10.0.0.1").getStatus()).isEqualTo(200);
        assertThat(as("", "10.0.0.1").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, 429",
        "10.0.0.1, 10.0.0.2, 200",
        "2001:db8::1, 2001:db8::ffff, 429",
        "2001:db8::1, 2001:db8:0:1::1, 200"
    })
    void who_is_not_signed_in_counts_by_the_address_and_of_ipv6_by_its_network(String one, String other, int status)
            throws Exception {
        for (int n = 0; n < 2; n++) assertThat(as("", one).getStatus()).isEqualTo(200);
        assertThat(as("", other).getStatus()).isEqualTo(status);
    }

    @Test
    void more_callers_than_are_remembered_take_no_more_memory_and_the_oldest_begins_again() throws Exception {
        for (int n = 0; n < 2; n++) as("", "10.0.0.0");
        for (int n = 1; n < 4; n++) as("", "10.0.0." + n);
        assertThat(as("", "10.0.0.0").getStatus()).isEqualTo(429);
        for (int n = 4; n < 1_000; n++) as("", "10.0.%s.%s".formatted(n / 250, n % 250));
        assertThat(buckets.held()).isEqualTo(4);
        assertThat(as("", "10.0.0.0").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200",
        "/actuator/health/readiness, 200",
        "/problems, 200",
        "/problems/not-found, 200",
        "/problemsx, 429",
        "/actuator/prometheus, 429",
        "/swagger-ui/index.html, 429"
    })
    void health_and_the_pages_of_problems_are_always_answered(String path, int status) throws Exception {
        for (int n = 0; n < 2; n++) as("", "10.0.0.1");
        assertThat(as("", "10.0.0.1", path).getStatus()).isEqualTo(status);
    }

    @Test
    void a_limit_out_of_its_range_is_refused_at_the_start() {
        new RateLimit(1, 1, Duration.ofSeconds(1), 1);
        assertThatThrownBy(() -> new RateLimit(0, 1, WINDOW, 1)).isInstanceOf(RefusedToStart.class);
        assertThatThrownBy(() -> new RateLimit(1, 0, WINDOW, 1)).isInstanceOf(RefusedToStart.class);
        assertThatThrownBy(() -> new RateLimit(1, 1, Duration.ofMillis(999), 1)).isInstanceOf(RefusedToStart.class);
        assertThatThrownBy(() -> new RateLimit(1, 1, WINDOW, 0)).isInstanceOf(RefusedToStart.class);
    }

    private MockHttpServletResponse as(String user, String address) throws ServletException, IOException {
        return as(user, address, "/api/v1/initiatives");
    }

    private MockHttpServletResponse as(String user, String address, String path) throws ServletException, IOException {
        SecurityContextHolder.clearContext();
        if (!user.isEmpty()) {
            SignedIn signedIn =
                    new SignedIn(new Actor(user, "p-" + user, Set.of(ActorRole.REPORTING_READER)), "secret");
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            signedIn, null, signedIn.getAuthorities()));
        }
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
